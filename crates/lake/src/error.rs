//! What can go wrong between a raw file and the lake.

use std::path::{Path, PathBuf};

use sextant_sources::SourceError;

/// An ingest or a read of the lake that failed. The lake is as it was before.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LakeError {
    /// The operating system refused.
    #[error("cannot {action} {}: {cause}", path.display())]
    Io {
        /// What was tried, as a verb: `read`, `write`, `lock`.
        action: &'static str,
        /// On which file or folder.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// A raw file could not be read.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// A path names nothing to read.
    #[error(
        "no file of source `{source_id}` found at {}: name the data files themselves, or the folder they are in",
        path.display()
    )]
    NothingToRead {
        /// The source asked for.
        source_id: String,
        /// The path given.
        path: PathBuf,
    },
    /// A file of the workspace is not what this version writes.
    #[error(
        "{} is damaged or was written by another version of Sextant ({reason}): restore it, or start a new workspace and ingest again",
        path.display()
    )]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// Demo data and real data would be mixed.
    #[error(
        "{} is {new} data, but this workspace holds {held} data: use another workspace (`--workspace DIR`), so that invented and real numbers never mix",
        path.display()
    )]
    MixedDemo {
        /// The file that was to be ingested.
        path: PathBuf,
        /// `demo` or `real`.
        new: &'static str,
        /// `demo` or `real`.
        held: &'static str,
    },
    /// Every row of a file was quarantined.
    #[error(
        "{}: none of its {rows} rows could be understood; the first: line {line}: {detail}. Nothing was ingested",
        path.display()
    )]
    AllQuarantined {
        /// The raw file.
        path: PathBuf,
        /// Rows read.
        rows: u64,
        /// Line of the first one.
        line: u64,
        /// What was wrong with it.
        detail: String,
    },
    /// Arrow could not make a batch.
    #[error("cannot make a table of the rows: {0}")]
    Arrow(#[from] arrow::error::ArrowError),
    /// Parquet could not write or read a segment.
    #[error("cannot write the rows as Parquet: {0}")]
    Parquet(#[from] parquet::errors::ParquetError),
}

impl LakeError {
    /// An operating system error with what was tried and where.
    pub fn io(action: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        move |cause| Self::Io { action, path: path.to_path_buf(), cause }
    }
}
