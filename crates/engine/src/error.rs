//! What can go wrong in a query.

use datafusion::error::DataFusionError;

/// A query that failed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EngineError {
    /// A named statement failed.
    #[error("the statement `{name}` failed: {cause}")]
    Statement {
        /// Name of the file or table the statement makes.
        name: String,
        /// What the engine said.
        cause: Box<DataFusionError>,
    },
    /// A table could not be made known to the engine.
    #[error("the table `{name}` cannot be opened: {cause}")]
    Table {
        /// Name of the table.
        name: String,
        /// What the engine said.
        cause: Box<DataFusionError>,
    },
}

impl EngineError {
    pub(crate) fn statement(name: &str) -> impl FnOnce(DataFusionError) -> Self {
        move |cause| Self::Statement { name: name.into(), cause: cause.into() }
    }

    pub(crate) fn table(name: &str) -> impl FnOnce(DataFusionError) -> Self {
        move |cause| Self::Table { name: name.into(), cause: cause.into() }
    }
}
