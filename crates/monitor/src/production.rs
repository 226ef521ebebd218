//! Production: which heading belongs to which subject, and the stages before the
//! indicators.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use sextant_definitions::{ALL_PRODUCTION, Definitions, Subject, SubjectKind};
use sextant_engine::Engine;
use sextant_engine::arrow::array::{ArrayRef, Decimal128Array, RecordBatch};
use sextant_engine::arrow::error::ArrowError;

use crate::MonitorError;
use crate::observation::Columns;
use crate::statements::{Statement, stage};
use crate::tables::{self, floats, integers, longs, text};

/// Weights are told in ten-thousandths.
const WHOLE: u32 = 10_000;

/// Computes `production_values`, from which every production indicator is a statement
/// away.
pub(crate) async fn compute(
    engine: &Engine,
    definitions: &Definitions,
) -> Result<(), MonitorError> {
    prepare(engine, definitions).await?;
    register_rules(engine, definitions)?;
    for name in ["production_divisions", "production_sums", "production_values"] {
        stage(engine, "production", name).await?;
    }
    Ok(())
}

/// Computes `production_headings` and makes `production_members` known.
pub(crate) async fn prepare(
    engine: &Engine,
    definitions: &Definitions,
) -> Result<(), MonitorError> {
    let present = present(engine).await?;
    register_members(engine, definitions, &present)?;
    stage(engine, "production", "production_headings").await
}

/// The headings of every year that the lake holds.
async fn present(engine: &Engine) -> Result<BTreeMap<i32, BTreeSet<String>>, MonitorError> {
    let statement = Statement::embedded("production/stages/production_present.sql")?;
    let mut headings: BTreeMap<i32, BTreeSet<String>> = BTreeMap::new();
    for batch in engine.query(&statement.path, &statement.sql).await? {
        let columns = Columns::of(statement.path.as_ref(), &batch)?;
        for row in 0..batch.num_rows() {
            if let Some(year) = columns.int("year", row) {
                headings.entry(year).or_default().insert(columns.text("heading", row));
            }
        }
    }
    Ok(headings)
}

/// A heading in a subject.
struct Member<'a> {
    year: i32,
    heading: &'a str,
    subject: &'a Subject,
    /// In ten-thousandths.
    weight: u32,
}

/// Makes `production_members`, `production_listed` and `production_breaks` known.
fn register_members(
    engine: &Engine,
    definitions: &Definitions,
    present: &BTreeMap<i32, BTreeSet<String>>,
) -> Result<(), MonitorError> {
    let subjects = definitions.subjects();
    let subjects: Vec<&Subject> = subjects.iter().filter(|s| s.production_expected).collect();
    let mut members = Vec::new();
    let mut listed: Vec<(&str, i32, usize)> = Vec::new();
    for (&year, headings) in present {
        for subject in &subjects {
            let listed_here = listed_headings(definitions, subject, year);
            if let Some(list) = &listed_here {
                listed.push((&subject.id, year, list.len()));
            }
            let weight = |heading: &str| match &listed_here {
                Some(list) => list.get(heading).copied().unwrap_or(0),
                None if subject.id == ALL_PRODUCTION => WHOLE,
                None => definitions.production_weight(&subject.id, heading),
            };
            let all = headings.iter().map(|heading| (heading, weight(heading)));
            let own = all.filter(|(_, weight)| *weight > 0);
            members.extend(own.map(|(heading, weight)| Member { year, heading, subject, weight }));
        }
    }
    tables::register(engine, "production_members", member_rows(&members))?;
    let rows = RecordBatch::try_from_iter([
        ("subject", text(listed.iter().map(|(subject, ..)| *subject))),
        ("year", integers(listed.iter().map(|(_, year, _)| *year))),
        ("headings", longs(listed.iter().map(|(.., n)| i64::try_from(*n).unwrap_or(i64::MAX)))),
    ]);
    tables::register(engine, "production_listed", rows)?;
    let breaks: Vec<(&str, i32)> = subjects
        .iter()
        .flat_map(|subject| {
            let years = definitions.production_breaks(&subject.id).into_keys();
            years.map(|year| (subject.id.as_str(), i32::from(year)))
        })
        .collect();
    let rows = RecordBatch::try_from_iter([
        ("subject", text(breaks.iter().map(|(subject, _)| *subject))),
        ("year", integers(breaks.iter().map(|(_, year)| *year))),
    ]);
    tables::register(engine, "production_breaks", rows)
}

/// What a technology's definition lists for a year, with weights; none for other subjects,
/// which list no headings.
fn listed_headings(
    definitions: &Definitions,
    subject: &Subject,
    year: i32,
) -> Option<BTreeMap<String, u32>> {
    let year = u16::try_from(year).unwrap_or_default();
    let is_technology = subject.kind == SubjectKind::Technology;
    is_technology.then(|| definitions.production_headings(&subject.id, year))
}

fn member_rows(members: &[Member<'_>]) -> Result<RecordBatch, ArrowError> {
    let weights = Decimal128Array::from_iter_values(members.iter().map(|m| m.weight.into()))
        .with_precision_and_scale(5, 4)?;
    RecordBatch::try_from_iter([
        ("year", integers(members.iter().map(|member| member.year))),
        ("heading", text(members.iter().map(|member| member.heading))),
        ("subject_kind", text(members.iter().map(|member| member.subject.kind.as_str()))),
        ("subject", text(members.iter().map(|member| member.subject.id.as_str()))),
        ("weight", Arc::new(weights) as ArrayRef),
    ])
}

fn register_rules(engine: &Engine, definitions: &Definitions) -> Result<(), MonitorError> {
    let rules = &definitions.production_rules;
    let one = |value: f64| floats(std::iter::once(value));
    let rows = RecordBatch::try_from_iter([
        ("full_coverage_divisions", longs(std::iter::once(rules.full_coverage_divisions.into()))),
        ("code_coverage_full", one(rules.code_coverage_full)),
        ("code_coverage_published", one(rules.code_coverage_published)),
        ("hidden_part_published", one(rules.hidden_part_published)),
    ]);
    tables::register(engine, "production_rules", rows)
}
