//! `contributors.parquet` of an edition.

use std::path::Path;
use std::sync::Arc;

use sextant_engine::arrow::array::{ArrayRef, AsArray, BooleanArray, Float64Array, RecordBatch};
use sextant_engine::arrow::error::ArrowError;

use super::Contributor;
use crate::MonitorError;
use crate::observation::{Columns, batches};
use crate::tables::{floats, integers, longs, text};

/// Contributors as columns.
pub(crate) fn batch(all: &[Contributor]) -> Result<RecordBatch, ArrowError> {
    let texts = |of: fn(&Contributor) -> &str| text(all.iter().map(of));
    let values = Float64Array::from_iter(all.iter().map(|c| c.value));
    let withheld = BooleanArray::from_iter(all.iter().map(|c| Some(c.withheld)));
    let columns = [
        ("topic", texts(|c| &c.topic)),
        ("geo", texts(|c| &c.geo)),
        ("subject", texts(|c| &c.subject)),
        ("period", texts(|c| &c.period)),
        ("place", integers(all.iter().map(|c| c.place))),
        ("code", texts(|c| &c.code)),
        ("name", texts(|c| &c.name)),
        ("value", Arc::new(values) as ArrayRef),
        ("unit", texts(|c| &c.unit)),
        ("share_pct", floats(all.iter().map(|c| c.share_pct))),
        ("total", floats(all.iter().map(|c| c.total))),
        ("contributors", longs(all.iter().map(|c| c.contributors))),
        ("source", texts(|c| &c.source)),
        ("withheld", Arc::new(withheld) as ArrayRef),
    ];
    RecordBatch::try_from_iter_with_nullable(
        columns.into_iter().map(|(name, column)| (name, column, true)),
    )
}

/// Reads the file; an edition without one keeps no contributors.
pub(crate) fn read(path: &Path) -> Result<Vec<Contributor>, MonitorError> {
    if !path.is_file() {
        return Ok(Vec::new());
    }
    let mut all = Vec::new();
    for batch in batches(path)? {
        let withheld = batch.column_by_name("withheld").and_then(|column| column.as_boolean_opt());
        let withheld = withheld
            .cloned()
            .ok_or_else(|| MonitorError::damaged(path, "it has no column `withheld`"))?;
        let columns = Columns::of(path, &batch)?;
        all.extend((0..batch.num_rows()).map(|row| Contributor {
            topic: columns.text("topic", row),
            geo: columns.text("geo", row),
            subject: columns.text("subject", row),
            period: columns.text("period", row),
            place: columns.int("place", row).unwrap_or_default(),
            code: columns.text("code", row),
            name: columns.text("name", row),
            value: columns.float("value", row),
            unit: columns.text("unit", row),
            share_pct: columns.float("share_pct", row).unwrap_or_default(),
            total: columns.float("total", row).unwrap_or_default(),
            contributors: columns.long("contributors", row).unwrap_or_default(),
            source: columns.text("source", row),
            withheld: withheld.value(row),
        }));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let shown = Contributor {
            topic: "exports".into(),
            geo: "BE".into(),
            subject: "solar-power".into(),
            period: "2021".into(),
            place: 1,
            code: "854143".into(),
            name: "Photovoltaic cells".into(),
            value: Some(0.1 + 0.2),
            unit: "USD".into(),
            share_pct: 30.0,
            total: 1.0,
            contributors: 7,
            source: "baci".into(),
            withheld: false,
        };
        let mut withheld = Contributor { place: 2, ..shown.clone() };
        withheld.withhold();
        let all = [shown, withheld];
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("contributors.parquet");
        assert_eq!(read(&path).unwrap(), [], "an edition without the file has none");
        crate::build::write(&batch(&all).unwrap(), &path).unwrap();
        assert_eq!(read(&path).unwrap(), all);
        assert_eq!((all[1].value, all[1].name.as_str(), all[1].withheld), (None, "", true));
    }
}
