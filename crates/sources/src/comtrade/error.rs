//! What is wrong with a Comtrade file.

/// A Comtrade file that cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ComtradeError {
    /// A JSON answer without any record.
    #[error(
        "{file}: the answer holds no record (`data` is empty). Comtrade has no data for that query; check reporter, period and product, or leave the file out."
    )]
    EmptyAnswer {
        /// The file.
        file: String,
    },
    /// A JSON answer that reports an error.
    #[error(
        "{file}: Comtrade answered with an error instead of data: {message}. Repeat the query."
    )]
    Refused {
        /// The file.
        file: String,
        /// Comtrade's words.
        message: String,
    },
    /// A JSON answer that lists files.
    #[error(
        "{file}: the answer lists bulk files (`fileUrl`) and holds no trade itself. Download the files it lists and ingest those."
    )]
    BulkListing {
        /// The file.
        file: String,
    },
    /// JSON of another shape.
    #[error(
        "{file}: JSON with {found}, where a Comtrade v1 answer with an array `data` of trade records was expected. Take the body of the answer as Comtrade sent it."
    )]
    NotAnAnswer {
        /// The file.
        file: String,
        /// What stands there.
        found: String,
    },
    /// Text that is no JSON, for example a cut answer.
    #[error(
        "{file}, line {line}, column {column}: not valid JSON ({detail}). The answer is probably cut; repeat the query."
    )]
    BadJson {
        /// The file.
        file: String,
        /// Line from 1.
        line: usize,
        /// Column from 1.
        column: usize,
        /// What the parser said.
        detail: String,
    },
    /// Fewer records than announced.
    #[error(
        "{file}: the answer announces {announced} records and holds {found}. It is incomplete; repeat the query."
    )]
    Incomplete {
        /// The file.
        file: String,
        /// The field `count`.
        announced: usize,
        /// Records in `data`.
        found: usize,
    },
}
