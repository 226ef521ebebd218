//! Where a page will stand, and so how it links and what it carries.

use sextant_definitions::Lang;

/// Where a page will stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A file by itself: no links to other pages, everything inside.
    Alone,
    /// A file among those that [`crate::write_all`] writes in these languages.
    Folder(Vec<Lang>),
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
            Self::Folder(langs) => langs,
            Self::Web => &Lang::ALL,
        }
    }

    /// Where a country's fact sheet is.
    pub(crate) fn sheet(&self, country: &str, lang: Lang) -> Option<String> {
        match self {
            Self::Alone => None,
            Self::Folder(_) => Some(sheet_file(country, lang)),
            Self::Web => Some(format!("/factsheet/{country}?lang={lang}")),
        }
    }

    /// Where the list of countries is.
    pub(crate) fn index(&self, lang: Lang) -> Option<String> {
        match self {
            Self::Alone => None,
            Self::Folder(langs) => Some(index_file(langs, lang)),
            Self::Web => Some(format!("/?lang={lang}")),
        }
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
pub(crate) fn sheet_file(country: &str, lang: Lang) -> String {
    format!("{country}-{lang}.html")
}

/// Name of the list's file: `index.html` in the first language, `index-nl.html` in others.
pub(crate) fn index_file(langs: &[Lang], lang: Lang) -> String {
    if langs.first() == Some(&lang) { "index.html".into() } else { format!("index-{lang}.html") }
}
