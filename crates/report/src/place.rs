//! Where a page will stand, and so how it links and what it carries.

use sextant_definitions::Lang;

use crate::format::{Format, Wanted};

/// Where a page will stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A file by itself: no links to other pages, everything inside.
    Alone,
    /// A file among those that [`crate::write_all`] writes.
    Folder(Wanted),
    /// A page of the server.
    Web,
}

/// Formats in which a served page offers its figures.
const FORMATS: [&str; 4] = ["svg", "png", "csv", "json"];

impl Place {
    /// Languages the page can switch to.
    pub(crate) fn languages(&self) -> &[Lang] {
        match self {
            Self::Alone => &[],
            Self::Folder(wanted) => &wanted.langs,
            Self::Web => &Lang::ALL,
        }
    }

    /// Where a country's fact sheet is.
    pub(crate) fn sheet(&self, country: &str, lang: Lang) -> Option<String> {
        match self {
            Self::Alone => None,
            Self::Folder(_) => Some(sheet_file(country, lang, Format::Html)),
            Self::Web => Some(format!("/factsheet/{country}?lang={lang}")),
        }
    }

    /// Where the list of countries is.
    pub(crate) fn index(&self, lang: Lang) -> Option<String> {
        match self {
            Self::Alone => None,
            Self::Folder(wanted) => Some(index_file(&wanted.langs, lang)),
            Self::Web => Some(format!("/?lang={lang}")),
        }
    }

    /// Where the same fact sheet is in formats to print and to calculate with.
    pub(crate) fn sheet_files(&self, country: &str, lang: Lang) -> Vec<Download> {
        let others = [Format::Pdf, Format::Xlsx];
        let download = |format: Format| {
            let href = match self {
                Self::Alone => return None,
                Self::Folder(wanted) if !wanted.formats.contains(&format) => return None,
                Self::Folder(_) => sheet_file(country, lang, format),
                Self::Web => format!("/factsheet/{country}.{}?lang={lang}", format.ending()),
            };
            Some(Download { label: format.ending().to_ascii_uppercase(), href })
        };
        others.into_iter().filter_map(download).collect()
    }

    /// Where a figure's picture and data are, by format.
    pub(crate) fn figure(&self, id: &str, country: &str, lang: Lang) -> Vec<Download> {
        if *self != Self::Web {
            return Vec::new();
        }
        let download = |format: &str| Download {
            label: format.to_ascii_uppercase(),
            href: format!("/figure/{id}/{country}.{format}?lang={lang}"),
        };
        FORMATS.into_iter().map(download).collect()
    }

    /// Where the country's observations are as a table.
    pub(crate) fn observations(&self, country: &str) -> Option<String> {
        (*self == Self::Web).then(|| format!("/observations.csv?geo={country}"))
    }
}

/// A link to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Download {
    pub(crate) label: String,
    pub(crate) href: String,
}

/// Name of a fact sheet's file: `BE-en.html`.
#[must_use]
pub fn sheet_file(country: &str, lang: Lang, format: Format) -> String {
    format!("{country}-{lang}.{}", format.ending())
}

/// Name of the list's file: `index.html` in the first language, `index-nl.html` in others.
pub(crate) fn index_file(langs: &[Lang], lang: Lang) -> String {
    if langs.first() == Some(&lang) { "index.html".into() } else { format!("index-{lang}.html") }
}
