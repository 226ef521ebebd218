//! Every indicator of every source.

use sextant_engine::Engine;

use crate::MonitorError;
use crate::statements::{COMBINED, Statement, stage};

/// Runs some indicators of patents, and puts the results under each other as
/// `candidates`.
pub(crate) async fn of_patents(engine: &Engine, ids: &[&str]) -> Result<(), MonitorError> {
    let indicators: Result<Vec<Statement>, MonitorError> =
        ids.iter().map(|id| Statement::indicator(id)).collect();
    let indicators = indicators?;
    let mut labels = Vec::new();
    for indicator in &indicators {
        engine.materialise(indicator.header("id"), &indicator.sql).await?;
        labels.push((indicator.header("id"), indicator.header("unit")));
    }
    engine.stack("compared", "indicator", "unit", &labels).await?;
    let statement = Statement::embedded("sensitivity/candidates.sql")?;
    Ok(engine.materialise("candidates", &statement.sql).await?)
}

/// Runs every indicator and puts the results under each other as `candidates`.
pub(crate) async fn compute(engine: &Engine) -> Result<(), MonitorError> {
    let mut labels = Vec::new();
    let indicators = Statement::indicators()?;
    let (combined, own): (Vec<&Statement>, Vec<&Statement>) =
        indicators.iter().partition(|indicator| indicator.folder() == COMBINED);
    for indicator in own {
        engine.materialise(indicator.header("id"), &indicator.sql).await?;
        labels.push((indicator.header("id"), indicator.header("unit")));
    }
    stage(engine, "combined", "rankable").await?;
    for indicator in combined {
        engine.materialise(indicator.header("id"), &indicator.sql).await?;
        labels.push((indicator.header("id"), indicator.header("unit")));
    }
    Ok(engine.stack("candidates", "indicator", "unit", &labels).await?)
}
