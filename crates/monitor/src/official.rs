//! The official lists in the lake, for checking and bridging definitions.

use sextant_definitions::{Correspondence, HsVintage, IpcScheme, OfficialLists};
use sextant_engine::Engine;
use sextant_lake::Workspace;

use crate::observation::Columns;
use crate::statements::Statement;
use crate::{MonitorError, lake_tables};

/// The codes and correspondences of the Harmonised System, the scheme of the International
/// Patent Classification, and the Prodcom lists with their changes, as far as the lake
/// holds them.
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
    for [nomenclature, code] in
        rows(&engine, "nomenclatures/prodcom_codes.sql", ["nomenclature", "code"]).await?
    {
        lists.add_heading(&nomenclature, &code);
    }
    for [from, old, to, new] in rows(&engine, "nomenclatures/prodcom_links.sql", columns).await? {
        lists.prodcom_changes.add(&from, &old, &to, &new);
    }
    lists.ipc = ipc(&engine, &edition_of_ipc(workspace)?).await?;
    Ok(lists)
}

/// The edition of the scheme, as far as its files tell it.
fn edition_of_ipc(workspace: &Workspace) -> Result<String, MonitorError> {
    let snapshot = workspace.snapshot()?;
    let editions = snapshot.files.iter().filter(|file| file.manifest.source == "ipc");
    Ok(editions.filter_map(|file| file.manifest.edition.clone()).max().unwrap_or_default())
}

/// The tree alone: a list of titles may be of another edition.
async fn ipc(engine: &Engine, edition: &str) -> Result<IpcScheme, MonitorError> {
    let mut scheme = IpcScheme::new(edition);
    let columns = ["from_code", "to_code"];
    for [child, parent] in rows(engine, "nomenclatures/ipc_below.sql", columns).await? {
        scheme.add(&child);
        scheme.add(&parent);
        scheme.add_below(&child, &parent);
    }
    Ok(scheme)
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
