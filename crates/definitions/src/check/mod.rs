//! Checks definitions against the official lists.

mod codes;
mod decisions;
mod production;
mod symbols;

pub use codes::codes;
pub use decisions::decisions;

use std::fmt;

use crate::HsVintage;
use crate::document::{Document, Step};

/// Something in a definition that the official lists do not bear out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Path of the file, below the definitions folder.
    pub file: String,
    /// Line from 1.
    pub line: usize,
    /// Column from 1.
    pub column: usize,
    /// Id of the technology or ecosystem; empty where the file is of neither.
    pub subject: String,
    /// Vintage of an HS code; none for a patent symbol or a Prodcom heading.
    pub vintage: Option<HsVintage>,
    /// The code or symbol; empty where it is about the file as a whole.
    pub code: String,
    /// What is wrong, a full sentence.
    pub what: String,
    /// What to do, a full sentence.
    pub way_out: String,
}

impl Finding {
    /// Something at a place of a file, about a code that is of no vintage.
    fn at(
        document: &Document,
        steps: &[Step<'_>],
        (subject, code): (&str, &str),
        what: String,
        way_out: String,
    ) -> Self {
        let (line, column) = document.locate(steps);
        Self {
            file: document.path.clone(),
            line,
            column,
            subject: subject.to_owned(),
            vintage: None,
            code: code.to_owned(),
            what,
            way_out,
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, what, way_out, .. } = self;
        write!(f, "{file}, line {line}, column {column}: {what} {way_out}")
    }
}
