//! What can be asked for, and how it is made.

use std::fmt;

use axum::body::Bytes;
use axum::http::StatusCode;
use sextant_definitions::Lang;
use sextant_monitor::Filter;
use sextant_report::{
    Format as SheetFormat, Place, Problem, ReportError, Sheet, SheetContext, figure, index,
    observations_csv,
};
use sha2::{Digest, Sha256};

/// Pixels per pixel of the chart: sharp on every screen.
const PNG_SCALE: f32 = 2.0;

/// One thing that can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    Index(Lang),
    Sheet { country: String, format: SheetFormat, lang: Lang },
    Figure { figure: String, country: String, format: Format, lang: Lang },
    Observations(Filter),
}

/// A format of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Svg,
    Png,
    Csv,
    Json,
}

impl Format {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        match text {
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            "csv" => Some(Self::Csv),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    /// The ending of what is a file more than a picture in a page.
    fn data_ending(self) -> Option<&'static str> {
        match self {
            Self::Svg | Self::Png => None,
            Self::Csv => Some("csv"),
            Self::Json => Some("json"),
        }
    }

    fn content_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Json => "application/json",
        }
    }
}

const HTML: &str = "text/html; charset=utf-8";

fn sheet_type(format: SheetFormat) -> &'static str {
    match format {
        SheetFormat::Html => HTML,
        SheetFormat::Pdf => "application/pdf",
        SheetFormat::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
}

/// Something made, ready to be sent.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) bytes: Bytes,
    pub(crate) content_type: &'static str,
    /// Name for saving, where it is a file more than a page.
    pub(crate) file_name: Option<String>,
    pub(crate) etag: String,
}

/// Something that could not be made.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub(crate) status: StatusCode,
    /// As a program is told.
    pub(crate) text: String,
    /// As a reader is told.
    pub(crate) problem: Problem,
}

impl Failure {
    pub(crate) fn new(status: StatusCode, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { status, problem: Problem::Fault(text.clone()), text }
    }
}

impl From<ReportError> for Failure {
    fn from(error: ReportError) -> Self {
        let text = error.to_string();
        match error {
            ReportError::UnknownCountry { country, .. } => {
                Self { status: StatusCode::NOT_FOUND, text, problem: Problem::Country(country) }
            }
            ReportError::UnknownFigure { .. } | ReportError::NoData { .. } => {
                Self::new(StatusCode::NOT_FOUND, text)
            }
            _ => Self::new(StatusCode::INTERNAL_SERVER_ERROR, text),
        }
    }
}

/// The same text for the same thing: the key under which it is kept.
impl fmt::Display for Ask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Index(lang) => write!(f, "/?{lang}"),
            Self::Sheet { country, format, lang } => {
                write!(f, "/factsheet/{country}.{}?{lang}", format.ending())
            }
            Self::Figure { figure, country, format, lang } => {
                write!(f, "/figure/{figure}/{country}.{format:?}?{lang}")
            }
            Self::Observations(filter) => write!(f, "/observations?{filter:?}"),
        }
    }
}

impl Ask {
    /// Whether what is made is kept: observations are as large as they are quick.
    pub(crate) fn is_kept(&self) -> bool {
        !matches!(self, Self::Observations(_))
    }

    /// Makes it. Takes from milliseconds to a second, on the calling thread.
    pub(crate) fn make(&self, context: &SheetContext) -> Result<Made, Failure> {
        let demo = if context.record().demo { "-demo" } else { "" };
        let (bytes, content_type, name) = match self {
            Self::Index(lang) => (index(context, *lang, &Place::Web)?.into_bytes(), HTML, None),
            Self::Sheet { country, format, lang } => {
                let sheet = Sheet::new(context, country, *lang)?;
                let bytes = sheet.file(*format, &Place::Web)?;
                let file = *format != SheetFormat::Html;
                let name = file.then(|| format!("{country}-{lang}{demo}.{}", format.ending()));
                (bytes, sheet_type(*format), name)
            }
            Self::Figure { figure: id, country, format, lang } => {
                let bytes = figure_bytes(context, id, country, *format, *lang)?;
                let ending = format.data_ending();
                let name = ending.map(|ending| format!("{id}-{country}-{lang}{demo}.{ending}"));
                (bytes, format.content_type(), name)
            }
            Self::Observations(filter) => {
                let csv = observations_csv(context, filter)?;
                let name = format!("observations{demo}.csv");
                (csv.into_bytes(), Format::Csv.content_type(), Some(name))
            }
        };
        Ok(Made {
            etag: etag(&context.record().id, &bytes),
            bytes: bytes.into(),
            content_type,
            file_name: name.map(|name| format!("sextant-{name}")),
        })
    }
}

fn figure_bytes(
    context: &SheetContext,
    id: &str,
    country: &str,
    format: Format,
    lang: Lang,
) -> Result<Vec<u8>, ReportError> {
    let figure = figure(context, id, country, lang)?;
    match format {
        Format::Svg => Ok(context.svg(&figure)?.into_bytes()),
        Format::Png => context.png(&figure, PNG_SCALE),
        Format::Csv => Ok(figure.csv()?.into_bytes()),
        Format::Json => Ok(figure.json()?.into_bytes()),
    }
}

/// The edition, and what this version of the program makes of it.
fn etag(edition_id: &str, bytes: &[u8]) -> String {
    let edition: String = edition_id.chars().filter(char::is_ascii_alphanumeric).take(12).collect();
    let digest = Sha256::digest(bytes);
    let content: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{edition}-{content}\"")
}
