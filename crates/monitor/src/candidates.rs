//! Every indicator of every source.

use sextant_engine::Engine;

use crate::MonitorError;
use crate::statements::{COMBINED, Statement, stage};

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
