//! Canonical rows as Arrow columns: the schema of every table.

mod economy;
mod patents;

use std::sync::Arc;

use arrow::array::{
    ArrayRef, Decimal128Array, Float64Array, Int32Array, RecordBatch, StringViewArray,
};
use arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use sextant_sources::{
    Classification, NomenclatureCode, NomenclatureLink, PublishedValue, Rows, TradeFlow,
};

use crate::{LakeError, Table};

/// Money and weights: up to a thousand million million units, to the thousandth.
/// Sums of it are exact, whatever the order.
pub const AMOUNT: DataType = DataType::Decimal128(18, 3);

/// The schema of a table.
#[must_use]
pub fn schema(table: Table) -> SchemaRef {
    let fields = match table {
        Table::TradeFlows => vec![
            text("source"),
            number("year"),
            number("month"),
            text("concept"),
            text("reporter"),
            text("partner"),
            text("flow"),
            text("classification"),
            text("product"),
            Field::new("value", AMOUNT, false),
            text("currency"),
            Field::new("weight_kg", AMOUNT, true),
        ],
        Table::PublishedValues => vec![
            text("source"),
            text("indicator"),
            text("geo"),
            text("subject"),
            number("year"),
            Field::new("value", DataType::Float64, false),
            text("unit"),
        ],
        Table::NomenclatureCodes => {
            vec![text("source"), text("nomenclature"), text("code"), text("title")]
        }
        Table::NomenclatureLinks => vec![
            text("source"),
            text("from_nomenclature"),
            text("from_code"),
            text("to_nomenclature"),
            text("to_code"),
            text("relationship"),
            Field::new("weight", DataType::Float64, true),
        ],
        Table::ProductionCells
        | Table::InvestmentRounds
        | Table::InvestmentCompanies
        | Table::StatisticalValues => economy::fields(table),
        patents => patents::fields(patents),
    };
    Arc::new(Schema::new(fields))
}

fn text(name: &str) -> Field {
    Field::new(name, DataType::Utf8View, false)
}

fn number(name: &str) -> Field {
    Field::new(name, DataType::Int32, false)
}

/// The table that a batch of rows belongs to.
#[must_use]
pub fn table_of(rows: &Rows) -> Table {
    match rows {
        Rows::TradeFlows(_) => Table::TradeFlows,
        Rows::PublishedValues(_) => Table::PublishedValues,
        Rows::Codes(_) => Table::NomenclatureCodes,
        Rows::Links(_) => Table::NomenclatureLinks,
        Rows::PatentApplications(_) => Table::PatentApplications,
        Rows::PatentTexts(_) => Table::PatentTexts,
        Rows::PatentPersons(_) => Table::PatentPersons,
        Rows::PatentParties(_) => Table::PatentParties,
        Rows::PatentClasses(_) => Table::PatentClasses,
        Rows::PatentIndustries(_) => Table::PatentIndustries,
        Rows::PatentCounts(_) => Table::PatentCounts,
        Rows::ProductionCells(_) => Table::ProductionCells,
        Rows::InvestmentRounds(_) => Table::InvestmentRounds,
        Rows::InvestmentCompanies(_) => Table::InvestmentCompanies,
        Rows::StatisticalValues(_) => Table::StatisticalValues,
    }
}

/// A batch of rows of one source as columns.
///
/// # Errors
/// When Arrow refuses the columns, which would be a defect of this crate.
pub fn batch(source: &str, rows: &Rows) -> Result<RecordBatch, LakeError> {
    let columns = match rows {
        Rows::TradeFlows(rows) => trade_flows(source, rows),
        Rows::PublishedValues(rows) => published_values(source, rows),
        Rows::Codes(rows) => codes(source, rows),
        Rows::Links(rows) => links(source, rows),
        Rows::PatentApplications(rows) => patents::applications(source, rows),
        Rows::PatentTexts(rows) => patents::texts(source, rows),
        Rows::PatentPersons(rows) => patents::persons(source, rows),
        Rows::PatentParties(rows) => patents::parties(source, rows),
        Rows::PatentClasses(rows) => patents::classes(source, rows),
        Rows::PatentIndustries(rows) => patents::industries(source, rows),
        Rows::PatentCounts(rows) => patents::counts(source, rows),
        Rows::ProductionCells(rows) => economy::production(source, rows),
        Rows::InvestmentRounds(rows) => economy::rounds(source, rows),
        Rows::InvestmentCompanies(rows) => economy::companies(source, rows),
        Rows::StatisticalValues(rows) => economy::values(source, rows),
    };
    Ok(RecordBatch::try_new(schema(table_of(rows)), columns)?)
}

fn strings<'a>(values: impl Iterator<Item = &'a str>) -> ArrayRef {
    Arc::new(StringViewArray::from_iter_values(values))
}

fn integers(values: impl Iterator<Item = i32>) -> ArrayRef {
    Arc::new(Int32Array::from_iter_values(values))
}

fn constant(value: &str, rows: usize) -> ArrayRef {
    strings(std::iter::repeat_n(value, rows))
}

fn trade_flows(source: &str, rows: &[TradeFlow]) -> Vec<ArrayRef> {
    let values = Decimal128Array::from_iter_values(rows.iter().map(|row| row.value_milli.into()));
    let weights =
        Decimal128Array::from_iter(rows.iter().map(|row| row.weight_grams.map(i128::from)));
    let mut names = ClassificationNames::default();
    vec![
        constant(source, rows.len()),
        integers(rows.iter().map(|row| row.period.year.into())),
        integers(rows.iter().map(|row| row.period.month.into())),
        strings(rows.iter().map(|row| row.concept.as_str())),
        strings(rows.iter().map(|row| row.reporter.as_str())),
        strings(rows.iter().map(|row| row.partner.as_str())),
        strings(rows.iter().map(|row| row.flow.as_str())),
        Arc::new(StringViewArray::from_iter_values(
            rows.iter().map(|row| names.of(row.classification)),
        )),
        strings(rows.iter().map(|row| row.product.as_str())),
        Arc::new(values.with_data_type(AMOUNT)),
        strings(rows.iter().map(|row| row.currency.as_str())),
        Arc::new(weights.with_data_type(AMOUNT)),
    ]
}

fn published_values(source: &str, rows: &[PublishedValue]) -> Vec<ArrayRef> {
    vec![
        constant(source, rows.len()),
        strings(rows.iter().map(|row| row.indicator.as_str())),
        strings(rows.iter().map(|row| row.geo.as_str())),
        strings(rows.iter().map(|row| row.subject.as_str())),
        integers(rows.iter().map(|row| row.year.into())),
        Arc::new(Float64Array::from_iter_values(rows.iter().map(|row| row.value))),
        strings(rows.iter().map(|row| row.unit.as_str())),
    ]
}

fn codes(source: &str, rows: &[NomenclatureCode]) -> Vec<ArrayRef> {
    vec![
        constant(source, rows.len()),
        strings(rows.iter().map(|row| row.nomenclature.as_str())),
        strings(rows.iter().map(|row| row.code.as_str())),
        strings(rows.iter().map(|row| row.title.as_str())),
    ]
}

fn links(source: &str, rows: &[NomenclatureLink]) -> Vec<ArrayRef> {
    vec![
        constant(source, rows.len()),
        strings(rows.iter().map(|row| row.from_nomenclature.as_str())),
        strings(rows.iter().map(|row| row.from_code.as_str())),
        strings(rows.iter().map(|row| row.to_nomenclature.as_str())),
        strings(rows.iter().map(|row| row.to_code.as_str())),
        strings(rows.iter().map(|row| row.relationship.as_str())),
        Arc::new(Float64Array::from_iter(rows.iter().map(|row| row.weight))),
    ]
}

/// `hs2017`, `cn2023` or `group`, as stored.
#[must_use]
pub fn classification_name(classification: Classification) -> String {
    match classification {
        Classification::Hs(vintage) => vintage.as_str().into(),
        Classification::Cn(year) => format!("cn{year}"),
        Classification::Group => "group".into(),
    }
}

/// Remembers the last name made, since long runs of rows share one.
#[derive(Default)]
struct ClassificationNames {
    last: Option<(Classification, Arc<str>)>,
}

impl ClassificationNames {
    fn of(&mut self, classification: Classification) -> Arc<str> {
        match &self.last {
            Some((last, name)) if *last == classification => Arc::clone(name),
            _ => {
                let name: Arc<str> = classification_name(classification).into();
                self.last = Some((classification, Arc::clone(&name)));
                name
            }
        }
    }
}
