//! What is wrong with a Prodcom list.

/// A Prodcom list or a table about it that cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ProdcomListError {
    /// Columns of no known table.
    #[error(
        "{file}, line 1: the columns {found} are those of no Prodcom list, change or correspondence. Expected are columns such as `from_year, to_year, old, new`, `prodcom, year, hs6` or `prodcom, name, hs6`; take the file as published."
    )]
    UnknownTable {
        /// The file.
        file: String,
        /// Its columns.
        found: String,
    },
    /// A list without a year in its name.
    #[error(
        "{file}: the name does not tell the year of the Prodcom list. Name it like prodcom2021.csv."
    )]
    NoYear {
        /// The file.
        file: String,
    },
    /// A file of the collection that is known and not read.
    #[error("{file}: {what}, and is not read. {advice}")]
    NotRead {
        /// The file.
        file: String,
        /// What it holds, as the start of a sentence.
        what: &'static str,
        /// What to take instead.
        advice: &'static str,
    },
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
    /// A workbook without a list or correspondence.
    #[error(
        "{file}: no sheet begins with a header such as `year, pc8, desc` or `Year, PRCCode, CNCode`; its sheets are {sheets}. Take the workbook as published."
    )]
    NoTable {
        /// The file.
        file: String,
        /// Names of its sheets.
        sheets: String,
    },
}
