//! The tables of patents.

use std::fmt::Write;
use std::sync::Arc;

use arrow::array::{
    ArrayRef, BooleanArray, Float64Array, Int32Array, Int64Array, StringViewBuilder,
};
use arrow::datatypes::{DataType, Field};
use sextant_sources::{
    PatentApplication, PatentClass, PatentCount, PatentIndustry, PatentParty, PatentPerson,
    PatentText,
};

use super::{constant, integers, number, strings, text};
use crate::Table;

/// The columns of a table of patents; none of any other table.
pub(super) fn fields(table: Table) -> Vec<Field> {
    match table {
        Table::PatentApplications => vec![
            text("source"),
            long("application"),
            text("office"),
            text("kind"),
            flag("pct"),
            long("international"),
            maybe_number("filing_year"),
            maybe_number("earliest_filing_year"),
            long("docdb_family"),
            long("inpadoc_family"),
            flag("granted"),
        ],
        Table::PatentTexts => {
            vec![text("source"), long("application"), text("part"), text("text")]
        }
        Table::PatentPersons => vec![
            text("source"),
            long("person"),
            text("country"),
            text("nuts"),
            text("name"),
            text("sector"),
        ],
        Table::PatentParties => vec![
            text("source"),
            long("application"),
            long("person"),
            number("applicant"),
            number("inventor"),
        ],
        Table::PatentClasses => {
            vec![text("source"), long("application"), text("scheme"), text("symbol")]
        }
        Table::PatentIndustries => {
            vec![text("source"), long("application"), text("nace"), decimal("weight")]
        }
        Table::PatentCounts => vec![
            text("source"),
            text("concept"),
            text("geo"),
            text("subject"),
            number("year"),
            decimal("count"),
        ],
        _ => Vec::new(),
    }
}

fn long(name: &str) -> Field {
    Field::new(name, DataType::Int64, false)
}

fn flag(name: &str) -> Field {
    Field::new(name, DataType::Boolean, false)
}

fn decimal(name: &str) -> Field {
    Field::new(name, DataType::Float64, false)
}

fn maybe_number(name: &str) -> Field {
    Field::new(name, DataType::Int32, true)
}

fn longs(values: impl Iterator<Item = i64>) -> ArrayRef {
    Arc::new(Int64Array::from_iter_values(values))
}

fn flags(values: impl Iterator<Item = bool>) -> ArrayRef {
    Arc::new(BooleanArray::from_iter(values.map(Some)))
}

fn floats(values: impl Iterator<Item = f64>) -> ArrayRef {
    Arc::new(Float64Array::from_iter_values(values))
}

fn years(values: impl Iterator<Item = Option<u16>>) -> ArrayRef {
    Arc::new(Int32Array::from_iter(values.map(|year| year.map(i32::from))))
}

pub(super) fn applications(source: &str, rows: &[PatentApplication]) -> Vec<ArrayRef> {
    vec![
        constant(source, rows.len()),
        longs(rows.iter().map(|row| row.application)),
        strings(rows.iter().map(|row| row.office.as_str())),
        strings(rows.iter().map(|row| row.kind.as_str())),
        flags(rows.iter().map(|row| row.pct)),
        longs(rows.iter().map(|row| row.international)),
        years(rows.iter().map(|row| row.filing_year)),
        years(rows.iter().map(|row| row.earliest_filing_year)),
        longs(rows.iter().map(|row| row.docdb_family)),
        longs(rows.iter().map(|row| row.inpadoc_family)),
        flags(rows.iter().map(|row| row.granted)),
    ]
}

pub(super) fn texts(source: &str, rows: &[PatentText]) -> Vec<ArrayRef> {
    vec![
        constant(source, rows.len()),
        longs(rows.iter().map(|row| row.application)),
        strings(rows.iter().map(|row| row.part.as_str())),
        strings(rows.iter().map(|row| row.text.as_str())),
    ]
}

pub(super) fn persons(source: &str, rows: &[PatentPerson]) -> Vec<ArrayRef> {
    vec![
        constant(source, rows.len()),
        longs(rows.iter().map(|row| row.person)),
        strings(rows.iter().map(|row| row.country.as_str())),
        strings(rows.iter().map(|row| row.nuts.as_str())),
        strings(rows.iter().map(|row| row.name.as_str())),
        strings(rows.iter().map(|row| row.sector.as_str())),
    ]
}

pub(super) fn parties(source: &str, rows: &[PatentParty]) -> Vec<ArrayRef> {
    vec![
        constant(source, rows.len()),
        longs(rows.iter().map(|row| row.application)),
        longs(rows.iter().map(|row| row.person)),
        integers(rows.iter().map(|row| row.applicant.into())),
        integers(rows.iter().map(|row| row.inventor.into())),
    ]
}

pub(super) fn classes(source: &str, rows: &[PatentClass]) -> Vec<ArrayRef> {
    let mut symbols = StringViewBuilder::with_capacity(rows.len());
    // Hundreds of millions of rows: one buffer for all of them.
    let mut symbol = String::new();
    for row in rows {
        symbol.clear();
        // Writing to a string cannot fail.
        let _ = write!(symbol, "{}", row.symbol);
        symbols.append_value(&symbol);
    }
    vec![
        constant(source, rows.len()),
        longs(rows.iter().map(|row| row.application)),
        strings(rows.iter().map(|row| row.scheme.as_str())),
        Arc::new(symbols.finish()),
    ]
}

pub(super) fn industries(source: &str, rows: &[PatentIndustry]) -> Vec<ArrayRef> {
    vec![
        constant(source, rows.len()),
        longs(rows.iter().map(|row| row.application)),
        strings(rows.iter().map(|row| row.nace.as_str())),
        floats(rows.iter().map(|row| row.weight)),
    ]
}

pub(super) fn counts(source: &str, rows: &[PatentCount]) -> Vec<ArrayRef> {
    vec![
        constant(source, rows.len()),
        strings(rows.iter().map(|row| row.concept.as_str())),
        strings(rows.iter().map(|row| row.geo.as_str())),
        strings(rows.iter().map(|row| row.subject.as_str())),
        Arc::new(Int32Array::from_iter_values(rows.iter().map(|row| row.year.into()))),
        floats(rows.iter().map(|row| row.count)),
    ]
}
