//! What a figure of production, investment or a sector is made of.

use std::sync::Arc;

use serde::Serialize;
use sextant_definitions::{Definitions, SectorSeries};
use sextant_engine::Engine;
use sextant_engine::arrow::array::{ArrayRef, BooleanArray, RecordBatch};
use sextant_engine::arrow::util::display::{ArrayFormatter, FormatOptions};

use super::{DefinitionUsed, Question};
use crate::observation::Observation;
use crate::statements::Statement;
use crate::tables::{self, integers, text};
use crate::{MonitorError, investment, production, sectors};

/// A table of what a number is made of: headings, kinds of rounds, cells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Parts {
    /// What the columns are.
    pub columns: Vec<String>,
    /// One row a part; an empty text is a missing value.
    pub rows: Vec<Vec<String>>,
}

/// Finds the parts of an indicator that lies in `folder`, in an engine that knows the
/// lake and the definitions.
pub(super) async fn find(
    engine: &Engine,
    definitions: &Definitions,
    (folder, question): (&str, &Question),
    observation: &Observation,
) -> Result<Parts, MonitorError> {
    ask(engine, question, observation)?;
    let path = match folder {
        "production" => {
            production::prepare(engine, definitions).await?;
            "production/explain/headings.sql"
        }
        "investment" => {
            investment::prepare(engine, definitions).await?;
            "investment/explain/kinds.sql"
        }
        "sectors" => {
            sectors::prepare(engine, definitions).await?;
            "sectors/explain/cells.sql"
        }
        _ => return Ok(Parts::default()),
    };
    let statement = Statement::embedded(path)?;
    read(&statement, &engine.query(&statement.path, &statement.sql).await?)
}

/// Makes the one row of `question` known.
fn ask(
    engine: &Engine,
    question: &Question,
    observation: &Observation,
) -> Result<(), MonitorError> {
    let (first, last) = question.period.split_once('-').unwrap_or(("", &question.period));
    let last: i32 = last.parse().unwrap_or_default();
    let first: i32 = first.parse().unwrap_or(last);
    let series = series_of(&question.indicator);
    let compared = ["-change", "-factor"].iter().any(|end| question.indicator.ends_with(end));
    let one = |value: &str| text(std::iter::once(value));
    let rows = RecordBatch::try_from_iter([
        ("source", one(&observation.sources)),
        ("geo", one(&question.geo)),
        ("subject", one(&question.subject)),
        ("series", one(series)),
        ("year", integers(std::iter::once(last))),
        ("years", integers(std::iter::once(last - first + 1))),
        ("compared", Arc::new(BooleanArray::from(vec![compared])) as ArrayRef),
    ]);
    tables::register(engine, "question", rows)
}

/// `sector-jobs-change` is made of the series `jobs`.
fn series_of(indicator: &str) -> &str {
    indicator.split('-').nth(1).unwrap_or_default()
}

fn read(statement: &Statement, batches: &[RecordBatch]) -> Result<Parts, MonitorError> {
    let options = FormatOptions::default();
    let mut parts = Parts::default();
    for batch in batches {
        let schema = batch.schema();
        parts.columns = schema.fields().iter().map(|field| field.name().clone()).collect();
        for row in 0..batch.num_rows() {
            let mut cells = Vec::new();
            for column in batch.columns() {
                let cell = ArrayFormatter::try_new(column, &options)
                    .map_err(|error| MonitorError::damaged(statement.path.as_ref(), error))?;
                cells.push(cell.value(row).to_string());
            }
            parts.rows.push(cells);
        }
    }
    Ok(parts)
}

/// By which definition a number of these folders came about.
pub(super) fn definition(
    definitions: &Definitions,
    folder: &str,
    question: &Question,
) -> DefinitionUsed {
    let subjects = definitions.subjects();
    let subject = subjects.iter().find(|known| known.id == question.subject);
    let year = question.period.parse().unwrap_or_default();
    let (classifications, codes) = match folder {
        "production" => {
            let headings = definitions.production_headings(&question.subject, year);
            (vec![format!("prodcom{year}")], headings.into_keys().collect())
        }
        "investment" => {
            let rules = &definitions.investment_rules;
            (vec![format!("rules version {}", rules.version)], rules.counted.clone())
        }
        "sectors" => {
            let series = definitions.sectors.iter().filter(|s| s.id == question.subject);
            let wanted = |s: &&SectorSeries| s.id.as_str() == series_of(&question.indicator);
            let series = series.flat_map(|sector| &sector.series).filter(wanted);
            (series.map(|s| s.dataset.clone()).collect(), Vec::new())
        }
        _ => (Vec::new(), Vec::new()),
    };
    DefinitionUsed {
        subject: question.subject.clone(),
        version: subject.map(|subject| subject.version.clone()).unwrap_or_default(),
        classifications,
        codes,
    }
}
