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
                let wanted = sector.series.iter().filter(|s| belongs(s, &dataset, &key));
                members.extend(wanted.map(|series| Member {
                    dataset: dataset.clone(),
                    key: key.clone(),
                    subject: &sector.id,
                    series,
                }));
            }
        }
    }
    let rows = RecordBatch::try_from_iter([
        ("dataset", text(members.iter().map(|member| member.dataset.as_str()))),
        ("key", text(members.iter().map(|member| member.key.as_str()))),
        ("subject", text(members.iter().map(|member| member.subject))),
        ("series", text(members.iter().map(|member| member.series.id.as_str()))),
        ("factor", floats(members.iter().map(|member| member.series.factor))),
        ("expected", longs(members.iter().map(|member| expected(member.series)))),
    ]);
    tables::register(engine, "sector_members", rows)
}

/// Whether a key such as `freq=A;unit=THS_PER;nace_r2=C21` has, in every dimension that
/// the series names, one of the codes it names.
fn belongs(series: &SectorSeries, dataset: &str, key: &str) -> bool {
    series.dataset.eq_ignore_ascii_case(dataset)
        && series.filter.iter().all(|(dimension, codes)| {
            let parts = key.split(';').filter_map(|part| part.split_once('='));
            let mut code = parts.filter(|(name, _)| name.eq_ignore_ascii_case(dimension));
            code.next().is_some_and(|(_, code)| codes.iter().any(|wanted| wanted == code))
        })
}

/// How many cells make a figure: one for every combination of the codes named.
fn expected(series: &SectorSeries) -> i64 {
    series.filter.values().map(|codes| i64::try_from(codes.len()).unwrap_or(i64::MAX)).product()
}
