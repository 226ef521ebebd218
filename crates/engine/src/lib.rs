//! The query engine: DataFusion with Sextant's kernels.
//!
//! SQL comes from files; this crate only runs it. What a query may do is read:
//! statements that change anything are refused.

mod engine;
mod error;
pub mod kernels;
mod layers;

pub use datafusion::arrow;
pub use datafusion::parquet;
pub use engine::Engine;
pub use error::EngineError;
