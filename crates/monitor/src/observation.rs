//! One number, and everything that must travel with it.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sextant_engine::arrow::array::{
    Array, ArrayRef, AsArray, Float64Array, Int32Array, Int64Array, RecordBatch, StringArray,
};
use sextant_engine::arrow::compute::cast;
use sextant_engine::arrow::datatypes::{DataType, Float64Type, Int32Type, Int64Type};
use sextant_engine::parquet::arrow::ArrowWriter;
use sextant_engine::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use sextant_engine::parquet::errors::ParquetError;

use crate::MonitorError;

/// One cell of the cube.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    /// Indicator id.
    pub indicator: String,
    /// Whom it is about: ISO 3166-1 alpha-2, `EU27` or `WORLD`.
    pub geo: String,
    /// The other side; `WORLD` for all partners together.
    pub counterpart: String,
    /// `technology`, `ecosystem`, `product-group` or `total`; follows from the subject
    /// and is not printed.
    #[serde(skip)]
    pub subject_kind: String,
    /// Subject id.
    pub subject: String,
    /// Calendar year.
    pub period: String,
    /// The value, in `unit`.
    pub value: Option<f64>,
    /// Lower end of the interval, where the value is one.
    pub lower: Option<f64>,
    /// Upper end of the interval, where the value is one.
    pub upper: Option<f64>,
    /// `USD`, `percent` or `ratio`.
    pub unit: String,
    /// Numerator of the value.
    pub numerator: Option<f64>,
    /// Denominator of the value.
    pub denominator: Option<f64>,
    /// Rows of the source behind the numerator.
    pub n: Option<i64>,
    /// Flags joined by `;`: `break`, `incomplete-members`, `incomplete-year`,
    /// `partial-codes`, `partial-products`. Empty when nothing has to be said.
    pub status: String,
    /// Rank among the EU27 members, for members.
    pub rank: Option<i32>,
    /// How many members were ranked.
    pub ranked_of: Option<i32>,
    /// Sources behind the value.
    pub sources: String,
}

impl Observation {
    /// Whether a flag is set.
    #[must_use]
    pub fn has(&self, flag: &str) -> bool {
        self.status.split(';').any(|set| set == flag)
    }
}

/// Which observations are wanted; nothing set wants all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Indicator id.
    pub indicator: Option<String>,
    /// Geography code.
    pub geo: Option<String>,
    /// Subject id.
    pub subject: Option<String>,
    /// Calendar year.
    pub period: Option<String>,
}

impl Filter {
    fn wants(&self, observation: &Observation) -> bool {
        let is = |wanted: &Option<String>, is: &String| wanted.as_ref().is_none_or(|w| w == is);
        is(&self.indicator, &observation.indicator)
            && is(&self.geo, &observation.geo)
            && is(&self.subject, &observation.subject)
            && is(&self.period, &observation.period)
    }
}

/// Reads the wanted observations of a Parquet file, in its order.
///
/// # Errors
/// When the file cannot be read or lacks a column.
pub fn read(path: &Path, filter: &Filter) -> Result<Vec<Observation>, MonitorError> {
    let mut wanted = Vec::new();
    for batch in batches(path)? {
        let columns = Columns::of(path, &batch)?;
        let rows = (0..batch.num_rows()).map(|row| columns.observation(row));
        wanted.extend(rows.filter(|observation| filter.wants(observation)));
    }
    Ok(wanted)
}

pub(crate) fn batches(path: &Path) -> Result<Vec<RecordBatch>, MonitorError> {
    let file = std::fs::File::open(path).map_err(sextant_lake::LakeError::io("read", path))?;
    let reader = ParquetRecordBatchReaderBuilder::try_new(file)
        .and_then(ParquetRecordBatchReaderBuilder::build)
        .map_err(|error| MonitorError::damaged(path, error))?;
    reader.map(|batch| batch.map_err(|error| MonitorError::damaged(path, error))).collect()
}

/// Writes observations as CSV, floats in the shortest form that reads back the same.
///
/// # Errors
/// When the writer fails.
pub fn write_csv(observations: &[Observation], out: impl Write) -> Result<(), csv::Error> {
    let mut writer = csv::Writer::from_writer(out);
    if observations.is_empty() {
        writer.write_record(COLUMNS)?;
    }
    for observation in observations {
        writer.serialize(observation)?;
    }
    Ok(writer.flush()?)
}

/// Writes observations as Parquet, with the columns of the CSV.
///
/// # Errors
/// When the writer fails.
pub fn write_parquet(
    observations: &[Observation],
    out: impl Write + Send,
) -> Result<(), ParquetError> {
    let text = |of: fn(&Observation) -> &str| -> ArrayRef {
        Arc::new(StringArray::from_iter_values(observations.iter().map(of)))
    };
    let float = |of: fn(&Observation) -> Option<f64>| -> ArrayRef {
        Arc::new(Float64Array::from_iter(observations.iter().map(of)))
    };
    let int = |of: fn(&Observation) -> Option<i32>| -> ArrayRef {
        Arc::new(Int32Array::from_iter(observations.iter().map(of)))
    };
    let columns = [
        text(|o| &o.indicator),
        text(|o| &o.geo),
        text(|o| &o.counterpart),
        text(|o| &o.subject),
        text(|o| &o.period),
        float(|o| o.value),
        float(|o| o.lower),
        float(|o| o.upper),
        text(|o| &o.unit),
        float(|o| o.numerator),
        float(|o| o.denominator),
        Arc::new(Int64Array::from_iter(observations.iter().map(|o| o.n))),
        text(|o| &o.status),
        int(|o| o.rank),
        int(|o| o.ranked_of),
        text(|o| &o.sources),
    ];
    let batch = RecordBatch::try_from_iter(COLUMNS.into_iter().zip(columns))?;
    let mut writer = ArrowWriter::try_new(out, batch.schema(), None)?;
    writer.write(&batch)?;
    writer.close()?;
    Ok(())
}

/// The columns of printed observations, in order.
pub const COLUMNS: [&str; 16] = [
    "indicator",
    "geo",
    "counterpart",
    "subject",
    "period",
    "value",
    "lower",
    "upper",
    "unit",
    "numerator",
    "denominator",
    "n",
    "status",
    "rank",
    "ranked_of",
    "sources",
];

/// Columns of a batch by name, whatever width of text the file has.
pub(crate) struct Columns {
    batch: RecordBatch,
    texts: Vec<(String, StringArray)>,
}

impl Columns {
    pub(crate) fn of(path: &Path, batch: &RecordBatch) -> Result<Self, MonitorError> {
        let mut texts = Vec::new();
        for (field, column) in batch.schema().fields().iter().zip(batch.columns()) {
            if matches!(field.data_type(), DataType::Utf8 | DataType::Utf8View) {
                let column = cast(column, &DataType::Utf8)
                    .map_err(|error| MonitorError::damaged(path, error))?;
                texts.push((field.name().clone(), column.as_string::<i32>().clone()));
            }
        }
        Ok(Self { batch: batch.clone(), texts })
    }

    pub(crate) fn text(&self, name: &str, row: usize) -> String {
        let column = self.texts.iter().find(|(column, _)| column == name);
        column.map_or_else(String::new, |(_, column)| column.value(row).to_owned())
    }

    pub(crate) fn float(&self, name: &str, row: usize) -> Option<f64> {
        let column = self.batch.column_by_name(name)?.as_primitive_opt::<Float64Type>()?;
        column.is_valid(row).then(|| column.value(row))
    }

    pub(crate) fn long(&self, name: &str, row: usize) -> Option<i64> {
        let column = self.batch.column_by_name(name)?.as_primitive_opt::<Int64Type>()?;
        column.is_valid(row).then(|| column.value(row))
    }

    pub(crate) fn int(&self, name: &str, row: usize) -> Option<i32> {
        let column = self.batch.column_by_name(name)?.as_primitive_opt::<Int32Type>()?;
        column.is_valid(row).then(|| column.value(row))
    }

    /// Reads a row. A file of candidates has `source` for `sources` and no
    /// counterpart, which is the world throughout.
    pub(crate) fn observation(&self, row: usize) -> Observation {
        let or = |first: String, second: &str| {
            if first.is_empty() { second.to_owned() } else { first }
        };
        Observation {
            indicator: self.text("indicator", row),
            geo: self.text("geo", row),
            counterpart: or(self.text("counterpart", row), "WORLD"),
            subject_kind: self.text("subject_kind", row),
            subject: self.text("subject", row),
            period: self.text("period", row),
            value: self.float("value", row),
            lower: self.float("lower", row),
            upper: self.float("upper", row),
            unit: self.text("unit", row),
            numerator: self.float("numerator", row),
            denominator: self.float("denominator", row),
            n: self.long("n", row),
            status: self.text("status", row),
            rank: self.int("rank", row),
            ranked_of: self.int("ranked_of", row),
            sources: or(self.text("sources", row), &self.text("source", row)),
        }
    }
}
