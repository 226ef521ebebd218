//! Why demo data could not be made.

use std::io;
use std::path::{Path, PathBuf};

/// Demo data that could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The scale is not a number that rows can be counted by.
    #[error(
        "the scale {scale} is not possible. Give a number above 0 and at most {most}; 1 makes about a million rows of BACI."
    )]
    Scale {
        /// The scale asked for.
        scale: f64,
        /// The largest scale.
        most: f64,
    },
    /// The scale of patents is not a number that families can be counted by.
    #[error(
        "the scale {scale} is not possible for patents. Give a number above 0 and at most {most}; 1 makes 100,000 transnational families."
    )]
    PatentScale {
        /// The scale asked for.
        scale: f64,
        /// The largest scale.
        most: f64,
    },
    /// A file could not be written.
    #[error("the file {} could not be written: {source}. Choose a folder that exists or can be made, with free space.", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The definitions lack something that the demo is built around.
    #[error(
        "demo data cannot be made from these definitions: {what}. Use the definitions of the repository, or add what is missing."
    )]
    Definitions {
        /// What is missing.
        what: String,
    },
}

impl Error {
    pub(crate) fn write(path: &Path, source: io::Error) -> Self {
        Self::Write { path: path.to_owned(), source }
    }

    pub(crate) fn lacking(what: impl Into<String>) -> Self {
        Self::Definitions { what: what.into() }
    }
}
