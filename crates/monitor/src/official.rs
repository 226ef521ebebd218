//! The official lists in the lake, for checking and bridging definitions.

use sextant_definitions::{Correspondence, HsVintage, OfficialLists};
use sextant_engine::Engine;
use sextant_lake::Workspace;

use crate::observation::Columns;
use crate::statements::Statement;
use crate::{MonitorError, lake_tables};

/// The codes and correspondences of the Harmonised System that the lake holds.
///
/// # Errors
/// When the lake cannot be read.
pub async fn official_lists(workspace: &Workspace) -> Result<OfficialLists, MonitorError> {
    let engine = Engine::new(None);
    lake_tables::register(&engine, workspace, &workspace.snapshot()?).await?;
    let mut lists = OfficialLists::default();
    for [nomenclature, code] in
        rows(&engine, "nomenclatures/hs_codes.sql", ["nomenclature", "code"]).await?
    {
        if let Ok(vintage) = nomenclature.parse::<HsVintage>() {
            lists.codes.entry(vintage).or_default().insert(code);
        }
    }
    let columns = ["from_nomenclature", "from_code", "to_nomenclature", "to_code"];
    for [from, from_code, to, to_code] in
        rows(&engine, "nomenclatures/hs_links.sql", columns).await?
    {
        if let (Ok(from), Ok(to)) = (from.parse(), to.parse()) {
            lists.correspondences.push(Correspondence { from, from_code, to, to_code });
        }
    }
    Ok(lists)
}

/// The text columns of a statement's rows.
async fn rows<const N: usize>(
    engine: &Engine,
    path: &str,
    names: [&str; N],
) -> Result<Vec<[String; N]>, MonitorError> {
    let statement = Statement::embedded(path)?;
    let mut rows = Vec::new();
    for batch in engine.query(&statement.path, &statement.sql).await? {
        let columns = Columns::of(statement.path.as_ref(), &batch)?;
        rows.extend((0..batch.num_rows()).map(|row| names.map(|name| columns.text(name, row))));
    }
    Ok(rows)
}
