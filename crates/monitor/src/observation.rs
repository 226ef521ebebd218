//! One number, and everything that must travel with it.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sextant_engine::arrow::array::{
    Array, ArrayRef, ArrowPrimitiveType, AsArray, Float64Array, Int32Array, Int64Array,
    PrimitiveArray, RecordBatch, StringArray,
};
use sextant_engine::arrow::compute::cast;
use sextant_engine::arrow::datatypes::{DataType, Float64Type, Int32Type, Int64Type};
use sextant_engine::parquet::arrow::ArrowWriter;
use sextant_engine::parquet::arrow::arrow_reader::{
    ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder,
};
use sextant_engine::parquet::errors::ParquetError;

use crate::MonitorError;

/// One cell of the cube.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
    each(path, filter, |observation| wanted.push(observation.clone()))?;
    Ok(wanted)
}

/// Shows the wanted observations of a Parquet file one after the other, in its order.
/// A cube has a million of them: nothing is kept.
///
/// # Errors
/// When the file cannot be read or lacks a column.
pub fn each(
    path: &Path,
    filter: &Filter,
    mut show: impl FnMut(&Observation),
) -> Result<(), MonitorError> {
    let mut observation = Observation::default();
    for batch in reader(path)? {
        let batch = batch.map_err(|error| MonitorError::damaged(path, error))?;
        let rows = Rows::of(path, &batch)?;
        for row in 0..batch.num_rows() {
            rows.read(row, &mut observation);
            if filter.wants(&observation) {
                show(&observation);
            }
        }
    }
    Ok(())
}

pub(crate) fn batches(path: &Path) -> Result<Vec<RecordBatch>, MonitorError> {
    reader(path)?.map(|batch| batch.map_err(|error| MonitorError::damaged(path, error))).collect()
}

fn reader(path: &Path) -> Result<ParquetRecordBatchReader, MonitorError> {
    let file = std::fs::File::open(path).map_err(sextant_lake::LakeError::io("read", path))?;
    ParquetRecordBatchReaderBuilder::try_new(file)
        .and_then(ParquetRecordBatchReaderBuilder::build)
        .map_err(|error| MonitorError::damaged(path, error))
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
        cell(self.batch.column_by_name(name)?.as_primitive_opt::<Float64Type>(), row)
    }

    pub(crate) fn long(&self, name: &str, row: usize) -> Option<i64> {
        cell(self.batch.column_by_name(name)?.as_primitive_opt::<Int64Type>(), row)
    }

    pub(crate) fn int(&self, name: &str, row: usize) -> Option<i32> {
        cell(self.batch.column_by_name(name)?.as_primitive_opt::<Int32Type>(), row)
    }
}

/// The columns of a batch of observations, found once for all rows. A file of candidates
/// has `source` for `sources` and no counterpart, which is the world throughout.
pub(crate) struct Rows {
    texts: [Option<StringArray>; 9],
    floats: [Option<Float64Array>; 5],
    n: Option<Int64Array>,
    ranks: [Option<Int32Array>; 2],
}

impl Rows {
    pub(crate) fn of(path: &Path, batch: &RecordBatch) -> Result<Self, MonitorError> {
        let Columns { texts, .. } = Columns::of(path, batch)?;
        let text = |name: &str| {
            let found = texts.iter().find(|(column, _)| column == name);
            found.map(|(_, column)| column.clone())
        };
        Ok(Self {
            texts: [
                text("indicator"),
                text("geo"),
                text("counterpart"),
                text("subject_kind"),
                text("subject"),
                text("period"),
                text("unit"),
                text("status"),
                text("sources").or_else(|| text("source")),
            ],
            floats: ["value", "lower", "upper", "numerator", "denominator"]
                .map(|name| numbers(batch, name)),
            n: numbers(batch, "n"),
            ranks: ["rank", "ranked_of"].map(|name| numbers(batch, name)),
        })
    }

    /// Reads a row over what an observation was before.
    pub(crate) fn read(&self, row: usize, o: &mut Observation) {
        let texts = [
            &mut o.indicator,
            &mut o.geo,
            &mut o.counterpart,
            &mut o.subject_kind,
            &mut o.subject,
            &mut o.period,
            &mut o.unit,
            &mut o.status,
            &mut o.sources,
        ];
        for (text, column) in texts.into_iter().zip(&self.texts) {
            text.clear();
            text.push_str(column.as_ref().map_or("", |column| column.value(row)));
        }
        if o.counterpart.is_empty() {
            o.counterpart.push_str("WORLD");
        }
        let [value, lower, upper, numerator, denominator] =
            self.floats.each_ref().map(|column| cell(column.as_ref(), row));
        let [rank, ranked_of] = self.ranks.each_ref().map(|column| cell(column.as_ref(), row));
        (o.value, o.lower, o.upper) = (value, lower, upper);
        (o.numerator, o.denominator) = (numerator, denominator);
        (o.n, o.rank, o.ranked_of) = (cell(self.n.as_ref(), row), rank, ranked_of);
    }

    /// A row by itself.
    pub(crate) fn observation(&self, row: usize) -> Observation {
        let mut observation = Observation::default();
        self.read(row, &mut observation);
        observation
    }
}

fn numbers<T: ArrowPrimitiveType>(batch: &RecordBatch, name: &str) -> Option<PrimitiveArray<T>> {
    batch.column_by_name(name)?.as_primitive_opt().cloned()
}

fn cell<T: ArrowPrimitiveType>(
    column: Option<&PrimitiveArray<T>>,
    row: usize,
) -> Option<T::Native> {
    let column = column?;
    column.is_valid(row).then(|| column.value(row))
}
