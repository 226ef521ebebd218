//! Sectors: which series of which statistical table make which figure.

use sextant_definitions::{Definitions, SectorSeries};
use sextant_engine::Engine;
use sextant_engine::arrow::array::RecordBatch;

use crate::MonitorError;
use crate::observation::Columns;
use crate::statements::{Statement, stage};
use crate::tables::{self, floats, longs, text};

/// Computes `sector_values` and `sector_decades`, from which every sector indicator is a
/// statement away.
pub(crate) async fn compute(
    engine: &Engine,
    definitions: &Definitions,
) -> Result<(), MonitorError> {
    prepare(engine, definitions).await?;
    for name in ["sector_levels", "sector_values", "sector_decades"] {
        stage(engine, "sectors", name).await?;
    }
    Ok(())
}

/// A series of a table in a series of a sector.
struct Member<'a> {
    dataset: String,
    key: String,
    subject: &'a str,
    series: &'a SectorSeries,
    /// Which of the combinations of codes that the series names it is.
    combination: String,
}

/// Makes `sector_members` known.
pub(crate) async fn prepare(
    engine: &Engine,
    definitions: &Definitions,
) -> Result<(), MonitorError> {
    let statement = Statement::embedded("sectors/stages/sector_keys.sql")?;
    let mut members = Vec::new();
    for batch in engine.query(&statement.path, &statement.sql).await? {
        let columns = Columns::of(statement.path.as_ref(), &batch)?;
        for row in 0..batch.num_rows() {
            let (dataset, key) = (columns.text("dataset", row), columns.text("key", row));
            for sector in &definitions.sectors {
                members.extend(sector.series.iter().filter_map(|series| {
                    let combination = combination(series, &dataset, &key)?;
                    let (dataset, key) = (dataset.clone(), key.clone());
                    Some(Member { dataset, key, subject: &sector.id, series, combination })
                }));
            }
        }
    }
    let rows = RecordBatch::try_from_iter([
        ("dataset", text(members.iter().map(|member| member.dataset.as_str()))),
        ("key", text(members.iter().map(|member| member.key.as_str()))),
        ("subject", text(members.iter().map(|member| member.subject))),
        ("series", text(members.iter().map(|member| member.series.id.as_str()))),
        ("combination", text(members.iter().map(|member| member.combination.as_str()))),
        ("factor", floats(members.iter().map(|member| member.series.factor))),
        ("expected", longs(members.iter().map(|member| expected(member.series)))),
    ]);
    tables::register(engine, "sector_members", rows)
}

/// The codes that a key such as `nace_r2=C21;unit=THS_PER` has in the dimensions that the
/// series names; none where one of them is not among those it names.
fn combination(series: &SectorSeries, dataset: &str, key: &str) -> Option<String> {
    if !series.dataset.eq_ignore_ascii_case(dataset) {
        return None;
    }
    let code_in = |dimension: &String, codes: &Vec<String>| {
        let mut parts = key.split(';').filter_map(|part| part.split_once('='));
        let (_, code) = parts.find(|(name, _)| name.eq_ignore_ascii_case(dimension))?;
        codes.iter().any(|wanted| wanted == code).then(|| code.to_owned())
    };
    let codes: Option<Vec<String>> =
        series.filter.iter().map(|(dimension, codes)| code_in(dimension, codes)).collect();
    Some(codes?.join(";"))
}

/// How many cells make a figure: one for every combination of the codes named.
fn expected(series: &SectorSeries) -> i64 {
    series.filter.values().map(|codes| i64::try_from(codes.len()).unwrap_or(i64::MAX)).product()
}
