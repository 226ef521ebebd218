//! Investment: which company belongs to which subject, and the stages before the
//! indicators.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use sextant_definitions::{ALL_INVESTMENT, Definitions, Subject};
use sextant_engine::Engine;
use sextant_engine::arrow::array::{ArrayRef, RecordBatch, StringArray};

use crate::MonitorError;
use crate::observation::Columns;
use crate::statements::{Statement, stage};
use crate::tables::{self, floats, integers, longs, text};

/// Computes `investment_values`, from which every investment indicator is a statement
/// away.
pub(crate) async fn compute(
    engine: &Engine,
    definitions: &Definitions,
) -> Result<(), MonitorError> {
    prepare(engine, definitions).await?;
    stage(engine, "investment", "investment_cells").await?;
    stage(engine, "investment", "investment_values").await
}

/// Computes `investment_counted` and makes `investment_members` known.
pub(crate) async fn prepare(
    engine: &Engine,
    definitions: &Definitions,
) -> Result<(), MonitorError> {
    register_rules(engine, definitions)?;
    register_rates(engine, definitions)?;
    stage(engine, "investment", "investment_counted").await?;
    register_members(engine, definitions).await
}

/// Makes `investment_kinds` and `investment_spans` known.
fn register_rules(engine: &Engine, definitions: &Definitions) -> Result<(), MonitorError> {
    let rules = &definitions.investment_rules;
    let kinds = RecordBatch::try_from_iter([("kind", text(rules.counted.iter().map(|k| &**k)))]);
    tables::register(engine, "investment_kinds", kinds)?;
    let (first, last) = (i32::from(rules.span.first), i32::from(rules.span.last));
    let spans = RecordBatch::try_from_iter([
        ("first_year", integers(std::iter::once(first))),
        ("last_year", integers(std::iter::once(last))),
        ("years", integers(std::iter::once(last - first + 1))),
    ]);
    tables::register(engine, "investment_spans", spans)
}

/// Makes `currency_rates` known: units of each currency for one euro, by year.
fn register_rates(engine: &Engine, definitions: &Definitions) -> Result<(), MonitorError> {
    let rates = &definitions.rates;
    let mut known: Vec<(&str, u16, f64)> = Vec::new();
    for currency in rates.currencies() {
        let years = rates.years().filter_map(|year| Some((year, rates.per_eur(currency, year)?)));
        known.extend(years.map(|(year, rate)| (currency, year, rate)));
    }
    let rows = RecordBatch::try_from_iter([
        ("currency", text(known.iter().map(|(currency, ..)| *currency))),
        ("year", integers(known.iter().map(|(_, year, _)| i32::from(*year)))),
        ("per_eur", floats(known.iter().map(|(.., rate)| *rate))),
    ]);
    tables::register(engine, "currency_rates", rows)
}

/// Makes `investment_members` known, the subjects of every combination of categories, and
/// `investment_categories_unknown`, what no definition speaks of.
async fn register_members(engine: &Engine, definitions: &Definitions) -> Result<(), MonitorError> {
    let subjects = definitions.subjects();
    let statement = Statement::embedded("investment/stages/investment_categories.sql")?;
    let mut members: Vec<(String, &Subject)> = Vec::new();
    let mut seen: BTreeMap<String, i64> = BTreeMap::new();
    for batch in engine.query(&statement.path, &statement.sql).await? {
        let columns = Columns::of(statement.path.as_ref(), &batch)?;
        for row in 0..batch.num_rows() {
            let categories = columns.text("categories", row);
            let wanted = subjects_of(definitions, &categories);
            let found = subjects.iter().filter(|subject| wanted.contains(subject.id.as_str()));
            members.extend(found.map(|subject| (categories.clone(), subject)));
            for category in categories.split('|').filter(|category| !category.is_empty()) {
                *seen.entry(category.to_owned()).or_default() +=
                    columns.long("rounds", row).unwrap_or(0);
            }
        }
    }
    let rows = RecordBatch::try_from_iter([
        ("categories", plain(members.iter().map(|(categories, _)| categories.as_str()))),
        ("subject_kind", text(members.iter().map(|(_, subject)| subject.kind.as_str()))),
        ("subject", text(members.iter().map(|(_, subject)| subject.id.as_str()))),
    ]);
    tables::register(engine, "investment_members", rows)?;
    let unknown = definitions.unknown_categories(seen.keys().map(String::as_str));
    let rounds = unknown.iter().map(|category| seen.get(category).copied().unwrap_or(0));
    let rows = RecordBatch::try_from_iter([
        ("category", text(unknown.iter().map(String::as_str))),
        ("rounds", longs(rounds)),
    ]);
    tables::register(engine, "investment_categories_unknown", rows)
}

/// Texts that are no views, to join by: see `investment_counted.sql`.
fn plain<'a>(values: impl Iterator<Item = &'a str>) -> ArrayRef {
    Arc::new(StringArray::from_iter_values(values))
}

/// Ids of the subjects that a company of these categories belongs to, each once.
fn subjects_of<'a>(definitions: &'a Definitions, categories: &str) -> BTreeSet<&'a str> {
    let each = categories.split('|').filter(|category| !category.is_empty());
    let subjects = each.flat_map(|category| definitions.investment_subjects(category));
    subjects.map(String::as_str).chain(std::iter::once(ALL_INVESTMENT)).collect()
}
