//! Checks of the data: each is a statement that selects the rows that fail.

use sextant_engine::Engine;
use sextant_engine::arrow::array::RecordBatch;
use sextant_engine::arrow::util::display::{ArrayFormatter, FormatOptions};

use crate::MonitorError;
use crate::edition::CheckResult;
use crate::statements::Statement;

const EXAMPLES: usize = 5;

/// Runs every check over the tables of a build.
pub(crate) async fn run(engine: &Engine) -> Result<Vec<CheckResult>, MonitorError> {
    let mut results = Vec::new();
    for check in Statement::in_folder("checks")? {
        let rows = engine.query(&check.path, &check.sql).await?;
        results.push(CheckResult {
            check: check.header("id").into(),
            severity: check.header("severity").into(),
            about: check.header("about").into(),
            failing: rows.iter().map(RecordBatch::num_rows).sum(),
            examples: examples(&check, &rows)?,
        });
    }
    Ok(results)
}

/// Fails when a check of severity `error` found rows.
pub(crate) fn refuse(results: &[CheckResult]) -> Result<(), MonitorError> {
    let failed = results.iter().find(|result| result.severity == "error" && result.failing > 0);
    match failed {
        None => Ok(()),
        Some(result) => Err(MonitorError::CheckFailed {
            check: result.check.clone(),
            rows: result.failing,
            explanation: result.about.clone(),
            first: result.examples.first().cloned().unwrap_or_default(),
        }),
    }
}

/// The first failing rows as `column=value` text.
fn examples(check: &Statement, rows: &[RecordBatch]) -> Result<Vec<String>, MonitorError> {
    let options = FormatOptions::default().with_null("missing");
    let mut examples = Vec::new();
    for batch in rows {
        for row in 0..batch.num_rows().min(EXAMPLES - examples.len()) {
            let mut cells = Vec::new();
            for (field, column) in batch.schema().fields().iter().zip(batch.columns()) {
                let cell = ArrayFormatter::try_new(column, &options)
                    .map_err(|error| MonitorError::damaged(check.path.as_ref(), error))?;
                cells.push(format!("{}={}", field.name(), cell.value(row)));
            }
            examples.push(cells.join(" "));
        }
    }
    Ok(examples)
}
