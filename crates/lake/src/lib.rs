//! The lake: typed Parquet tables, written by ingests, read by builds.
//!
//! ```text
//! workspace/
//!   lake/HEAD              number of the current snapshot
//!   lake/snapshots/N.json  which segments make up the tables, and the manifests
//!   lake/segments/*.parquet immutable, named by the raw file they came from
//!   quarantine/*.csv       rows that could not be understood
//! ```
//!
//! A commit writes new segments first, then a new snapshot, then moves `HEAD` by
//! a rename. A process killed at any moment leaves the last good state; what it
//! had half written is swept away by the next commit.

pub mod columns;
pub mod disk;
pub mod error;
mod find;
pub mod ingest;
pub mod lock;
pub mod manifest;
mod quarantine;
pub mod scratch;
mod segment;
mod sink;
pub mod snapshot;
mod staging;
pub mod workspace;

pub use error::LakeError;
pub use ingest::{FileOutcome, IngestReport, Outcome, Progress, ingest};
pub use manifest::Manifest;
pub use snapshot::{Segment, Snapshot, Table};
pub use workspace::Workspace;
