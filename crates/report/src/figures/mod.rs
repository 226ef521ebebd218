//! What each figure shows: the files in `figures/`.

mod catalogue;
mod definition;
mod template;

pub(crate) use catalogue::Catalogue;
pub(crate) use definition::{FigureDefinition, Kind, Note, SubjectRule};
pub(crate) use template::fill;

use sextant_definitions::Names;

use crate::ReportError;

/// A figure that can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureInfo {
    /// Its id.
    pub id: String,
    /// Its number in the model's fact sheet, where it has one.
    pub number: Option<u8>,
    /// Its name in every language.
    pub names: Names,
    /// Ids of the indicators it can show, the first preferred.
    pub indicators: Vec<String>,
}

/// Every figure, in the order of the fact sheet.
///
/// # Errors
/// When a file in `figures/` is wrong, which the tests of this crate exclude.
pub fn figures() -> Result<Vec<FigureInfo>, ReportError> {
    let catalogue = Catalogue::builtin()?;
    let info = |figure: FigureDefinition| FigureInfo {
        id: figure.id,
        number: figure.number,
        names: figure.name,
        indicators: figure.indicators,
    };
    Ok(catalogue.figures.into_iter().map(info).collect())
}
