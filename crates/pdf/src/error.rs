//! Why a sheet could not be made.

use std::fmt;

/// Why a sheet could not be made. Each message names the place, the value and the way out.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PdfError {
    /// A language without fonts and rules.
    #[error("The sheet '{title}' has the language '{lang}'; give one of en, nl, fr, zh.")]
    Language {
        /// Title of the sheet.
        title: String,
        /// The language asked for.
        lang: String,
    },
    /// A date that no calendar has.
    #[error(
        "The sheet '{title}' has the date {year}-{month}-{day}, which does not exist; give the date of its data."
    )]
    Date {
        /// Title of the sheet.
        title: String,
        /// Year.
        year: i32,
        /// Month.
        month: u8,
        /// Day.
        day: u8,
    },
    /// A row that does not fit its table.
    #[error(
        "The row '{row}' of '{place}' has {cells} values for {columns} columns; give one a column."
    )]
    RowLength {
        /// Which table.
        place: String,
        /// Name of the row.
        row: String,
        /// Values in the row.
        cells: usize,
        /// Columns of the table.
        columns: usize,
    },
    /// A place outside of its strip.
    #[error(
        "The row '{row}' of '{place}' has the position {position}; give 0 for the best to 1 for the last."
    )]
    Position {
        /// Which table.
        place: String,
        /// Name of the row.
        row: String,
        /// The position.
        position: f64,
    },
    /// A text that must be there.
    #[error("The {what} of {place} is empty; give it a text.")]
    Empty {
        /// Which sheet or figure.
        place: String,
        /// Which text.
        what: &'static str,
    },
    /// A font that cannot be read: the program was built wrongly.
    #[error("The font '{0}' cannot be read; build the program again.")]
    Font(String),
    /// What Typst says about the templates or the pictures.
    #[error("The sheet '{title}' could not be laid out:\n{}", lines(.problems))]
    Typst {
        /// Title of the sheet.
        title: String,
        /// At least one.
        problems: Vec<Problem>,
    },
}

/// One thing Typst refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The template or picture, as in the project: `reports/parts/figure.typ`. Empty where Typst
    /// names no place.
    pub file: String,
    /// Line and column, both counted from 1.
    pub position: Option<(usize, usize)>,
    /// What Typst says.
    pub message: String,
    /// What Typst proposes.
    pub hints: Vec<String>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.file.is_empty() {
            f.write_str(&self.file)?;
            if let Some((line, column)) = self.position {
                write!(f, ":{line}:{column}")?;
            }
            f.write_str(": ")?;
        }
        f.write_str(&self.message)?;
        self.hints.iter().try_for_each(|hint| write!(f, " (hint: {hint})"))
    }
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n")
}
