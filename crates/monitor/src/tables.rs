//! Definitions and settings as tables that SQL can join.

use std::sync::Arc;

use sextant_definitions::{Definitions, SubjectKind};
use sextant_engine::Engine;
use sextant_engine::arrow::array::{
    ArrayRef, BooleanArray, Float64Array, Int32Array, Int64Array, RecordBatch, StringViewArray,
};
use sextant_engine::arrow::error::ArrowError;

use crate::MonitorError;
use crate::membership::{Member, codes};
use crate::patents::PARTS;

/// Makes the definitions known to the engine: `geographies`, `exchange_rates`,
/// `trade_rules`.
pub(crate) fn register_definitions(
    engine: &Engine,
    definitions: &Definitions,
) -> Result<(), MonitorError> {
    register(engine, "geographies", geographies(definitions))?;
    register(engine, "exchange_rates", exchange_rates(definitions))?;
    register(engine, "trade_rules", trade_rules(definitions))
}

/// Makes `patent_rules` and `patent_periods` known to the engine.
pub(crate) fn register_patent_rules(
    engine: &Engine,
    definitions: &Definitions,
) -> Result<(), MonitorError> {
    let rules = &definitions.patent_rules;
    let rows = RecordBatch::try_from_iter([
        ("low_count", longs(std::iter::once(rules.low_count.into()))),
        ("counting", text(std::iter::once(rules.counting.as_str()))),
        ("family_parts", longs(std::iter::once(PARTS))),
    ]);
    register(engine, "patent_rules", rows)?;
    let spans = || rules.spans.iter().map(|span| (i32::from(span.first), i32::from(span.last)));
    let periods = RecordBatch::try_from_iter([
        ("first_year", integers(spans().map(|(first, _)| first))),
        ("last_year", integers(spans().map(|(_, last)| last))),
        ("years", longs(spans().map(|(first, last)| i64::from(last - first + 1)))),
    ]);
    register(engine, "patent_periods", periods)
}

/// Makes `source_order` known: which source is preferred where several give a cell.
pub(crate) fn register_source_order(engine: &Engine, order: &[String]) -> Result<(), MonitorError> {
    let rows = RecordBatch::try_from_iter([
        ("source", text(order.iter().map(String::as_str))),
        ("place", longs((0..).zip(order).map(|(place, _)| place))),
    ]);
    register(engine, "source_order", rows)
}

/// Makes `subject_products` and `subject_code_counts` known to the engine.
pub(crate) fn register_members(
    engine: &Engine,
    definitions: &Definitions,
    members: &[Member],
) -> Result<(), MonitorError> {
    let products = RecordBatch::try_from_iter([
        ("classification", text(members.iter().map(|m| m.classification.as_str()))),
        ("product", text(members.iter().map(|m| m.product.as_str()))),
        ("subject_kind", text(members.iter().map(|m| m.kind.as_str()))),
        ("subject", text(members.iter().map(|m| m.subject.as_str()))),
        ("code", text(members.iter().map(|m| m.code.as_str()))),
        ("level", integers(members.iter().map(|m| i32::try_from(m.level).unwrap_or(i32::MAX)))),
    ]);
    register(engine, "subject_products", products)?;
    register(engine, "subject_code_counts", code_counts(definitions, members))
}

pub(crate) fn register(
    engine: &Engine,
    name: &str,
    rows: Result<RecordBatch, ArrowError>,
) -> Result<(), MonitorError> {
    let rows = rows.map_err(sextant_lake::LakeError::from)?;
    Ok(engine.register_rows(name, rows.schema(), vec![rows])?)
}

pub(crate) fn text<'a>(values: impl Iterator<Item = &'a str>) -> ArrayRef {
    Arc::new(StringViewArray::from_iter_values(values))
}

pub(crate) fn integers(values: impl Iterator<Item = i32>) -> ArrayRef {
    Arc::new(Int32Array::from_iter_values(values))
}

pub(crate) fn longs(values: impl Iterator<Item = i64>) -> ArrayRef {
    Arc::new(Int64Array::from_iter_values(values))
}

pub(crate) fn floats(values: impl Iterator<Item = f64>) -> ArrayRef {
    Arc::new(Float64Array::from_iter_values(values))
}

fn geographies(definitions: &Definitions) -> Result<RecordBatch, ArrowError> {
    let all = definitions.geographies.all();
    let eu27 = all.iter().map(|place| Some(definitions.geographies.is_eu27(&place.code)));
    RecordBatch::try_from_iter([
        ("geo", text(all.iter().map(|place| place.code.as_str()))),
        ("kind", text(all.iter().map(|place| place.kind.as_str()))),
        ("eu27", Arc::new(BooleanArray::from_iter(eu27)) as ArrayRef),
    ])
}

fn exchange_rates(definitions: &Definitions) -> Result<RecordBatch, ArrowError> {
    let rates = &definitions.rates;
    let known: Vec<(u16, f64)> =
        rates.years().filter_map(|year| Some((year, rates.usd_per_eur(year)?))).collect();
    RecordBatch::try_from_iter([
        ("year", integers(known.iter().map(|(year, _)| i32::from(*year)))),
        ("usd_per_eur", floats(known.iter().map(|(_, rate)| *rate))),
    ])
}

fn trade_rules(definitions: &Definitions) -> Result<RecordBatch, ArrowError> {
    let rules = &definitions.trade_rules;
    let count = |value: u32| Arc::new(Int64Array::from(vec![i64::from(value)])) as ArrayRef;
    let one = |value: f64| floats(std::iter::once(value));
    RecordBatch::try_from_iter([
        ("full_coverage_chapters", count(rules.full_coverage_chapters)),
        ("world_reporters", count(rules.world_reporters)),
        ("code_coverage_full", one(rules.code_coverage_full)),
        ("code_coverage_published", one(rules.code_coverage_published)),
    ])
}

/// How many codes each subject has in each nomenclature that occurs.
fn code_counts(definitions: &Definitions, members: &[Member]) -> Result<RecordBatch, ArrowError> {
    let mut classifications: Vec<&str> =
        members.iter().map(|member| member.classification.as_str()).collect();
    classifications.sort_unstable();
    classifications.dedup();
    let mut rows: Vec<(&str, String, i64)> = Vec::new();
    for classification in classifications {
        for subject in definitions.subjects() {
            let count = match subject.kind {
                SubjectKind::ProductGroup if classification == "group" => 1,
                _ => codes(definitions, &subject.id, classification).len(),
            };
            if count > 0 {
                rows.push((classification, subject.id, i64::try_from(count).unwrap_or(i64::MAX)));
            }
        }
    }
    RecordBatch::try_from_iter([
        ("classification", text(rows.iter().map(|row| row.0))),
        ("subject", text(rows.iter().map(|row| row.1.as_str()))),
        ("codes", Arc::new(Int64Array::from_iter_values(rows.iter().map(|row| row.2)))),
    ])
}
