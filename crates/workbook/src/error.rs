//! Why a workbook could not be written.

/// Why a workbook could not be written. Each message names the place, the value and the way out.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum WorkbookError {
    /// A language without words.
    #[error("The workbook '{title}' has the language '{lang}'; give one of en, nl, fr, zh.")]
    Language {
        /// Title of the workbook.
        title: String,
        /// The language asked for.
        lang: String,
    },
    /// A workbook or table without what it must have.
    #[error("There are no {what} in {place}; give it at least one.")]
    Nothing {
        /// Which workbook or table.
        place: String,
        /// What is not there.
        what: &'static str,
    },
    /// A text that must be there.
    #[error("The {what} of {place} is empty; give it a text.")]
    Empty {
        /// Which workbook, sheet or table.
        place: String,
        /// Which text.
        what: &'static str,
    },
    /// A row that does not fit its table.
    #[error(
        "Row {row} of {place} has {cells} values for {columns} columns; give one value a column, Value::Missing where there is none."
    )]
    RowLength {
        /// Which table.
        place: String,
        /// Counted from 0.
        row: usize,
        /// Values in the row.
        cells: usize,
        /// Columns of the table.
        columns: usize,
    },
    /// NaN or infinite.
    #[error(
        "Row {row} of {place} has {value} in the column '{column}', which is not a finite number; give a number, or Value::Missing."
    )]
    NotFinite {
        /// Which table.
        place: String,
        /// Counted from 0.
        row: usize,
        /// Head of the column.
        column: String,
        /// The number.
        value: f64,
    },
    /// Decimals beyond what a number holds.
    #[error("The column '{column}' of {place} asks for {decimals} decimals; give at most 9.")]
    Decimals {
        /// Which table.
        place: String,
        /// Head of the column.
        column: String,
        /// Decimals asked for.
        decimals: u8,
    },
    /// A width that a column cannot have.
    #[error("The column '{column}' of {place} has the width 0; give 1 to 255 characters, or none.")]
    Width {
        /// Which table.
        place: String,
        /// Head of the column.
        column: String,
    },
    /// A row to stand out that is not there.
    #[error(
        "Row {row} of {place} is to stand out, but there are {rows}; give 0 to less than that."
    )]
    Highlight {
        /// Which table.
        place: String,
        /// The row asked for, counted from 0.
        row: usize,
        /// Rows of the table.
        rows: usize,
    },
    /// A text longer than the format can hold.
    #[error(
        "The {what} of {place} has {length} characters and XLSX holds {limit}; shorten the text that begins with '{begin}'."
    )]
    TooLong {
        /// Which workbook, sheet or table.
        place: String,
        /// Which text.
        what: &'static str,
        /// Its length in UTF-16 units, as spreadsheet programs count.
        length: usize,
        /// The longest that can be held.
        limit: usize,
        /// Its first words.
        begin: String,
    },
    /// More rows or columns than a sheet can hold.
    #[error(
        "There are {needed} {what} in {place} and XLSX holds {limit}; divide it over several sheets."
    )]
    TooLarge {
        /// Which sheet or table.
        place: String,
        /// `rows` or `columns`.
        what: &'static str,
        /// How many it needs.
        needed: usize,
        /// How many there can be.
        limit: usize,
    },
    /// A day that is in no calendar.
    #[error(
        "The workbook '{title}' is dated {year}-{month}-{day}, which is not a day of the years 1900 to 9999; give one."
    )]
    Date {
        /// Title of the workbook.
        title: String,
        /// As given.
        year: u16,
        /// As given.
        month: u8,
        /// As given.
        day: u8,
    },
    /// The same custom property twice.
    #[error(
        "The workbook '{title}' has the property '{name}' twice; give every property a name of its own."
    )]
    PropertyTwice {
        /// Title of the workbook.
        title: String,
        /// Name of the property.
        name: String,
    },
    /// The writer of XLSX failed: a fault of ours, not of the data.
    #[error(
        "The workbook could not be written because its writer failed: {0}. Please report this with the workbook's content."
    )]
    Writer(String),
}

impl From<rust_xlsxwriter::XlsxError> for WorkbookError {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self::Writer(error.to_string())
    }
}
