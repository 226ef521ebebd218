//! What is wrong with a statistical file as a whole.

/// A statistical table, or a message about one, that cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StatisticalError {
    /// None of the dimensions is time.
    #[error(
        "{file}: there is no time dimension (TIME_PERIOD or time), so no period to put a figure in; found are {found}. Take the table with its time dimension."
    )]
    NoTime {
        /// The file, with the member of an archive.
        file: String,
        /// The columns or dimensions found.
        found: String,
    },
    /// No observed value.
    #[error(
        "{file}: there is no observed value (OBS_VALUE), so no figure to read; found are {found}. Tables of several measures and files of attributes are not read; take the table with one measure."
    )]
    NoValue {
        /// The file, with the member of an archive.
        file: String,
        /// The columns found.
        found: String,
    },
    /// JSON that is no JSON-stat data set.
    #[error(
        "{file}: JSON with {found}, where a JSON-stat 2.0 data set (`class` dataset with `id`, `size`, `dimension` and `value`) was expected. Take the body of the answer as the office sent it."
    )]
    NotJsonStat {
        /// The file, with the member of an archive.
        file: String,
        /// What stands there.
        found: String,
    },
    /// Text that is no JSON, for example a cut answer.
    #[error(
        "{file}, line {line}, column {column}: not valid JSON-stat ({detail}). The answer is probably cut or changed; repeat the query."
    )]
    BadJson {
        /// The file, with the member of an archive.
        file: String,
        /// Line from 1.
        line: usize,
        /// Column from 1.
        column: usize,
        /// What the parser said.
        detail: String,
    },
    /// Sizes and lists of codes that contradict one another.
    #[error("{file}: {detail}. The file is damaged or was changed; take it as published.")]
    Contradiction {
        /// The file, with the member of an archive.
        file: String,
        /// What contradicts what.
        detail: String,
    },
    /// An answer that is a message to the reader.
    #[error(
        "{file}: the office answered with a message instead of data: {message}. Follow it, or ask for less at once."
    )]
    MessageOnly {
        /// The file, with the member of an archive.
        file: String,
        /// Its words.
        message: String,
    },
    /// A kind of SDMX message that holds neither figures nor codes.
    #[error(
        "{file}, line {line}: the SDMX message is `{found}`, which holds neither figures nor code lists. Read are GenericData and StructureSpecificData of SDMX-ML 2.1, and Structure."
    )]
    OtherMessage {
        /// The file, with the member of an archive.
        file: String,
        /// Line from 1.
        line: u64,
        /// The outermost element.
        found: String,
    },
    /// A structure message without code lists.
    #[error(
        "{file}: the structure message holds no code list with codes in it, only {found}. Ask for it with its code lists (`references=descendants`)."
    )]
    NoCodeList {
        /// The file, with the member of an archive.
        file: String,
        /// What it holds.
        found: String,
    },
}

impl StatisticalError {
    /// A stable id of the kind of error, for tables and counts.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match self {
            Self::NoTime { .. } => "no-time-dimension",
            Self::NoValue { .. } => "no-observed-value",
            Self::NotJsonStat { .. } => "not-json-stat",
            Self::BadJson { .. } => "bad-json",
            Self::Contradiction { .. } => "contradiction",
            Self::MessageOnly { .. } => "message-only",
            Self::OtherMessage { .. } => "other-message",
            Self::NoCodeList { .. } => "no-code-list",
        }
    }
}
