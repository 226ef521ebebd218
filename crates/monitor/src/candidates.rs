//! Every indicator, and the rank of every value.

use sextant_engine::Engine;

use crate::MonitorError;
use crate::statements::Statement;

/// Runs every indicator, puts the results under each other as `candidates`, and ranks
/// them as `ranked`.
pub(crate) async fn compute(engine: &Engine) -> Result<(), MonitorError> {
    let mut labels = Vec::new();
    let indicators = Statement::indicators()?;
    for indicator in &indicators {
        engine.materialise(indicator.header("id"), &indicator.sql).await?;
        labels.push((indicator.header("id"), indicator.header("unit")));
    }
    engine.stack("candidates", "indicator", "unit", &labels).await?;
    let ranked = Statement::embedded("ranking/ranked.sql")?;
    Ok(engine.materialise("ranked", &ranked.sql).await?)
}
