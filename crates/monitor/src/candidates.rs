//! Every indicator of every source.

use sextant_engine::Engine;

use crate::MonitorError;
use crate::statements::Statement;

/// Runs every indicator and puts the results under each other as `candidates`.
pub(crate) async fn compute(engine: &Engine) -> Result<(), MonitorError> {
    let mut labels = Vec::new();
    let indicators = Statement::indicators()?;
    for indicator in &indicators {
        engine.materialise(indicator.header("id"), &indicator.sql).await?;
        labels.push((indicator.header("id"), indicator.header("unit")));
    }
    Ok(engine.stack("candidates", "indicator", "unit", &labels).await?)
}
