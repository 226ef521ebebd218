//! Builds an edition from the lake, and looks at editions.
//!
//! An edition is a folder that never changes: `edition.json` says what it was made
//! of, `observations.parquet` is the cube, `candidates.parquet` what every source
//! says of every cell, `contributors.parquet` who and what is behind the latest of them. The same inputs, definitions and method give the same bytes.

pub mod breaks;
mod build;
mod candidates;
mod checks;
pub mod contributors;
pub mod diff;
pub mod edition;
mod error;
pub mod explain;
mod intern;
mod investment;
mod lake_tables;
pub mod membership;
pub mod observation;
mod official;
pub mod patents;
mod production;
mod ranking;
mod reconciled;
mod sectors;
pub mod sensitivity;
mod settings;
pub mod statements;
mod tables;
mod trade;

pub use build::{Built, Options, build};
pub use contributors::Contributor;
pub use diff::{Difference, diff};
pub use edition::Edition;
pub use error::MonitorError;
pub use explain::{Explanation, Question, explain};
pub use observation::{Filter, Observation};
pub use official::official_lists;
pub use sensitivity::{Sensitivity, sensitivity};
pub use settings::{PatentSettings, Settings, TradeSettings, definitions};
