//! What is wrong with a correlation table.

/// A correlation table that cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum HsCorrelationError {
    /// A file that is no whole workbook.
    #[error(
        "{file} cannot be read as an Excel workbook: {detail}. It is probably cut or not a workbook at all; download it again."
    )]
    Workbook {
        /// The file.
        file: String,
        /// What the reader said.
        detail: String,
    },
    /// A workbook without a correlation sheet.
    #[error(
        "{file}: no sheet has a header such as `HS 2017, HS 2012, Relationship`; its sheets are {sheets}. Take the UN's correlation and conversion tables as published."
    )]
    NoCorrelation {
        /// The file.
        file: String,
        /// Names of its sheets.
        sheets: String,
    },
}
