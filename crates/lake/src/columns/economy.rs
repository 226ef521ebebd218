//! The tables of production, investment and sectors.

use std::sync::Arc;

use arrow::array::{ArrayRef, Decimal128Array, Float64Array, Int32Array};
use arrow::datatypes::{DataType, Field};
use sextant_sources::{InvestmentCompany, InvestmentRound, ProductionCell, StatisticalValue};

use super::{AMOUNT, constant, integers, number, strings, text};
use crate::Table;

/// The columns of one of these tables; none of any other.
pub(super) fn fields(table: Table) -> Vec<Field> {
    match table {
        Table::ProductionCells => vec![
            text("source"),
            number("year"),
            text("geo"),
            text("heading"),
            amount("value"),
            text("flags"),
        ],
        Table::InvestmentRounds => vec![
            text("source"),
            text("round"),
            text("company"),
            text("name"),
            text("geo"),
            number("year"),
            number("month"),
            number("day"),
            text("kind"),
            amount("amount"),
            text("currency"),
            amount("amount_usd"),
            text("categories"),
        ],
        Table::InvestmentCompanies => {
            ["source", "company", "name", "geo", "categories"].map(text).into()
        }
        Table::StatisticalValues => vec![
            text("source"),
            text("dataset"),
            text("key"),
            text("geo"),
            text("period"),
            Field::new("year", DataType::Int32, true),
            Field::new("value", DataType::Float64, true),
            text("flags"),
        ],
        _ => Vec::new(),
    }
}

fn amount(name: &str) -> Field {
    Field::new(name, AMOUNT, true)
}

fn amounts(milli: impl Iterator<Item = Option<i64>>) -> ArrayRef {
    let values = Decimal128Array::from_iter(milli.map(|milli| milli.map(i128::from)));
    Arc::new(values.with_data_type(AMOUNT))
}

pub(super) fn production(source: &str, rows: &[ProductionCell]) -> Vec<ArrayRef> {
    vec![
        constant(source, rows.len()),
        integers(rows.iter().map(|row| row.year.into())),
        strings(rows.iter().map(|row| row.geo.as_str())),
        strings(rows.iter().map(|row| row.heading.as_str())),
        amounts(rows.iter().map(|row| row.value_milli)),
        strings(rows.iter().map(|row| row.flags.as_str())),
    ]
}

pub(super) fn rounds(source: &str, rows: &[InvestmentRound]) -> Vec<ArrayRef> {
    vec![
        constant(source, rows.len()),
        strings(rows.iter().map(|row| row.round.as_str())),
        strings(rows.iter().map(|row| row.company.as_str())),
        strings(rows.iter().map(|row| row.name.as_str())),
        strings(rows.iter().map(|row| row.geo.as_str())),
        integers(rows.iter().map(|row| row.announced.year.into())),
        integers(rows.iter().map(|row| row.announced.month.into())),
        integers(rows.iter().map(|row| row.announced.day.into())),
        strings(rows.iter().map(|row| row.kind.as_str())),
        amounts(rows.iter().map(|row| row.amount_milli)),
        strings(rows.iter().map(|row| row.currency.as_str())),
        amounts(rows.iter().map(|row| row.amount_usd_milli)),
        strings(rows.iter().map(|row| row.categories.as_str())),
    ]
}

pub(super) fn companies(source: &str, rows: &[InvestmentCompany]) -> Vec<ArrayRef> {
    vec![
        constant(source, rows.len()),
        strings(rows.iter().map(|row| row.company.as_str())),
        strings(rows.iter().map(|row| row.name.as_str())),
        strings(rows.iter().map(|row| row.geo.as_str())),
        strings(rows.iter().map(|row| row.categories.as_str())),
    ]
}

pub(super) fn values(source: &str, rows: &[StatisticalValue]) -> Vec<ArrayRef> {
    vec![
        constant(source, rows.len()),
        strings(rows.iter().map(|row| row.dataset.as_str())),
        strings(rows.iter().map(|row| row.key.as_str())),
        strings(rows.iter().map(|row| row.geo.as_str())),
        strings(rows.iter().map(|row| row.period.as_str())),
        Arc::new(Int32Array::from_iter(rows.iter().map(|row| row.year.map(i32::from)))),
        Arc::new(Float64Array::from_iter(rows.iter().map(|row| row.value))),
        strings(rows.iter().map(|row| row.flags.as_str())),
    ]
}
