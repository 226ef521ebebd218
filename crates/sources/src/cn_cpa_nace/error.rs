//! What is wrong with a nomenclature file.

/// A nomenclature file that cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CnCpaNaceError {
    /// Columns of no known list or correspondence.
    #[error(
        "{file}, line 1: the columns {found} are those of no list or correspondence of CN, CPA and NACE. Expected are columns such as `CN 2021, SupText, Name` or `CN 2021, CPA 2.1`; take the file as published."
    )]
    UnknownTable {
        /// The file.
        file: String,
        /// Its columns.
        found: String,
    },
    /// Shares of HS codes without a year in the name.
    #[error(
        "{file}: the name does not tell the year of the Combined Nomenclature, and so not the HS vintage. Name it like hs6_to_nace4_cn2022.csv."
    )]
    NoYear {
        /// The file.
        file: String,
    },
}
