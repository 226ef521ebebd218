//! What is wrong with a definition, and what to do about it.

use std::fmt;
use std::path::PathBuf;

/// Definitions that cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A folder or file could not be read.
    #[error(
        "The definitions at {path} could not be read: {source}. Check the path and its permissions."
    )]
    Read {
        /// What was to be read.
        path: PathBuf,
        /// Why it could not.
        source: std::io::Error,
    },
    /// A folder without a single definition file.
    #[error(
        "There are no definitions in {path}. Name a folder with technologies, ecosystems, geographies and rules in it, as in the repository's definitions."
    )]
    Empty {
        /// The folder.
        path: PathBuf,
    },
    /// A file of which it is not known what it defines.
    #[error(
        "What {path} defines is not clear. Put it in a folder named technologies, ecosystems, product-groups, fields, geographies, rules, expansions or alternatives."
    )]
    UnknownKind {
        /// The file.
        path: PathBuf,
    },
    /// A published set of definitions that there is not.
    #[error("{}", unknown_alternative(.id, .known))]
    UnknownAlternative {
        /// The id asked for.
        id: String,
        /// The ids that there are, sorted.
        known: Vec<String>,
    },
    /// The files were read, and something in them is wrong.
    #[error("{}", list(.0))]
    Invalid(Vec<Problem>),
}

/// One thing that is wrong in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Path of the file, below the definitions folder.
    pub file: String,
    /// Line from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// Column from 1, counted in characters; 0 where the file as a whole is meant.
    pub column: usize,
    /// The value in question, where there is one.
    pub value: Option<String>,
    /// What is wrong, a full sentence.
    pub what: String,
    /// What to do, a full sentence.
    pub way_out: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.column) {
            (0, _) => write!(f, "{}: ", self.file)?,
            (line, column) => write!(f, "{}, line {line}, column {column}: ", self.file)?,
        }
        write!(f, "{} {}", self.what, self.way_out)
    }
}

/// What to ask for instead.
fn unknown_alternative(id: &str, known: &[String]) -> String {
    if known.is_empty() {
        return format!(
            "There are no published sets of definitions here, and so none named `{id}`. Put its \
             file into the folder alternatives."
        );
    }
    let known = known.join(", ");
    format!("There is no set of definitions `{id}`. Use one of these: {known}.")
}

/// One problem a line.
fn list(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
