//! What can go wrong between an edition and a page.

use std::path::PathBuf;

use sextant_charts::ChartError;
use sextant_monitor::MonitorError;

/// Why a page or a figure could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// The edition could not be read.
    #[error(transparent)]
    Monitor(#[from] MonitorError),
    /// A file of sentences is wrong.
    #[error(transparent)]
    Sentences(#[from] sextant_highlights::Error),
    /// A workbook could not be written.
    #[error(transparent)]
    Workbook(#[from] sextant_workbook::WorkbookError),
    /// Pages could not be laid out.
    #[error(transparent)]
    Pdf(#[from] sextant_pdf::PdfError),
    /// A chart could not be drawn.
    #[error(transparent)]
    Chart(#[from] ChartError),
    /// A country that the edition knows nothing about.
    #[error("The edition {edition} has no country `{country}`. It has: {known}.")]
    UnknownCountry {
        /// The code asked for.
        country: String,
        /// Name of the edition.
        edition: String,
        /// The codes there are.
        known: String,
    },
    /// A figure that is not defined.
    #[error("There is no figure `{figure}`. There are: {known}.")]
    UnknownFigure {
        /// The id asked for.
        figure: String,
        /// The ids there are.
        known: String,
    },
    /// A figure whose data the edition does not have.
    #[error(
        "The figure {figure} cannot be drawn for {country} from the edition {edition}. {needs}"
    )]
    NoData {
        /// Id of the figure.
        figure: String,
        /// The country asked for.
        country: String,
        /// Name of the edition.
        edition: String,
        /// Which data it needs, in the language asked for.
        needs: String,
    },
    /// A file in `figures/` or `reports/` that cannot be used.
    #[error("{file}, line {line}, column {column}: {what} {way_out}")]
    File {
        /// Path below the root of the repository.
        file: String,
        /// Line from 1.
        line: usize,
        /// Column from 1, counted in characters.
        column: usize,
        /// What is wrong, a full sentence.
        what: String,
        /// What to do, a full sentence.
        way_out: String,
    },
    /// A message that does not exist.
    #[error("reports/messages/{lang}.ftl has no message `{key}`. Add it there.")]
    Message {
        /// Language.
        lang: &'static str,
        /// Key of the message.
        key: String,
    },
    /// A page template failed: a fault of ours, not of the data.
    #[error("A page could not be put together: {0}. Please report this with the command you gave.")]
    Page(String),
    /// A file could not be written.
    #[error("{path} could not be written: {source}. Check the path and its permissions.")]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

/// A message inside a template that fails takes its sentence with it.
impl From<ReportError> for askama::Error {
    fn from(error: ReportError) -> Self {
        Self::custom(error)
    }
}

impl From<askama::Error> for ReportError {
    fn from(error: askama::Error) -> Self {
        match error.into_box().downcast::<Self>() {
            Ok(own) => *own,
            Err(other) => Self::Page(other.to_string()),
        }
    }
}

/// Line and column of a byte, both from 1.
pub(crate) fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (line, before.get(start..).unwrap_or_default().chars().count() + 1)
}
