//! Contributors that SQL finds.

use sextant_engine::Engine;

use super::{Contributor, share_pct};
use crate::MonitorError;
use crate::observation::Columns;
use crate::statements::Statement;

/// Runs a statement of `indicators/contributors` over `contributor_cells`.
pub(super) async fn query(engine: &Engine, name: &str) -> Result<Vec<Contributor>, MonitorError> {
    let statement = Statement::embedded(&format!("contributors/{name}.sql"))?;
    let mut rows = Vec::new();
    for batch in engine.query(&statement.path, &statement.sql).await? {
        let columns = Columns::of(statement.path.as_ref(), &batch)?;
        rows.extend((0..batch.num_rows()).map(|row| contributor(&columns, row)));
    }
    Ok(rows)
}

fn contributor(columns: &Columns, row: usize) -> Contributor {
    let value = columns.float("value", row).unwrap_or_default();
    let total = columns.float("total", row).unwrap_or_default();
    Contributor {
        topic: columns.text("topic", row),
        geo: columns.text("geo", row),
        subject: columns.text("subject", row),
        period: columns.text("period", row),
        place: columns.int("place", row).unwrap_or_default(),
        code: columns.text("code", row),
        name: columns.text("name", row),
        value: Some(value),
        unit: columns.text("unit", row),
        share_pct: share_pct(value, total),
        total,
        contributors: columns.long("contributors", row).unwrap_or_default(),
        source: columns.text("source", row),
        withheld: false,
    }
}
