//! What is wrong with a BACI file.

/// A BACI file that cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BaciError {
    /// Nothing tells the vintage of the product codes.
    #[error(
        "{file}: the name does not tell the HS vintage, and the columns do not either. Name it as CEPII does, for example BACI_HS02_Y2002_V202501.csv (HS92, HS96, HS02, HS07, HS12, HS17 or HS22)."
    )]
    NoVintage {
        /// The file.
        file: String,
    },
}
