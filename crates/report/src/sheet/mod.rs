//! A country's fact sheet: one HTML page.

mod behind;
mod facts;
mod figures;
mod highlights;
mod method;
mod sources;
mod table;

use askama::Template;
use sextant_definitions::Lang;

use crate::ReportError;
use crate::context::SheetContext;
use crate::dashboard::Dashboard;
use crate::format::Format;
use crate::page::Page;
use crate::place::{Download, Place};
use crate::words::Words;

pub(crate) use facts::{Fact, FactCell, Facts, Group as FactGroup};
use figures::Content;
pub(crate) use figures::{Content as PanelContent, Drawn, Panel, Section};
pub(crate) use highlights::{Sentence, cell_of};
use method::Method;
pub(crate) use method::{DefinitionVersion, Indicator};
pub(crate) use sources::Cited;
use sources::cited;

pub(crate) use figures::plain as plain_figure;

/// A country's fact sheet in one language: what its page, its PDF and its workbook have
/// in common.
pub struct Sheet<'a> {
    pub(crate) context: &'a SheetContext,
    pub(crate) words: &'a Words,
    /// Code of the country.
    pub(crate) code: &'a str,
    /// Its name.
    pub(crate) country: String,
    pub(crate) title: String,
    pub(crate) highlights: Vec<Sentence>,
    pub(crate) dashboard: Dashboard,
    pub(crate) facts: Vec<Facts>,
    pub(crate) sections: Vec<Section>,
    pub(crate) method: Method,
    pub(crate) sources: Vec<Cited>,
}

#[derive(Template)]
#[template(path = "sheet.html")]
struct SheetPage<'a> {
    page: Page<'a>,
    place: &'a Place,
    sheet: &'a Sheet<'a>,
    context: &'a SheetContext,
    words: &'a Words,
    observations: Option<String>,
    files: Vec<Download>,
    dashboard: &'a Dashboard,
    facts: &'a [Facts],
    method: &'a Method,
    sources: &'a [Cited],
}

impl<'a> Sheet<'a> {
    /// Puts together what a country's fact sheet says. The code may be in any case.
    ///
    /// # Errors
    /// [`ReportError::UnknownCountry`] when the edition knows nothing about it, or a
    /// message is wrong.
    pub fn new(context: &'a SheetContext, country: &str, lang: Lang) -> Result<Self, ReportError> {
        let code = context.place(country)?;
        let words = context.words(lang);
        let country = context.place_name(code, lang);
        Ok(Self {
            title: words.tell("sheet-title", [("country", country.as_str().into())])?,
            highlights: highlights::sentences(context, words, code),
            dashboard: Dashboard::new(context, words, code)?,
            facts: facts::tables(context, words, code)?,
            sections: figures::sections(context, words, code)?,
            method: Method::new(context, words)?,
            sources: cited(context, words)?,
            context,
            words,
            code,
            country,
        })
    }

    /// The sheet as one HTML page of the given place. Alone it is self-contained: style,
    /// fonts, pictures and script inside, and no links to other pages.
    ///
    /// The same edition gives the same bytes.
    ///
    /// # Errors
    /// When a chart cannot be drawn.
    pub fn html(&self, place: &Place) -> Result<String, ReportError> {
        let Self { context, words, code, .. } = *self;
        let href = |lang| place.sheet(code, lang);
        let page = SheetPage {
            page: Page::new(&context.record, words, place, self.title.clone(), href)?,
            place,
            sheet: self,
            context,
            words,
            observations: place.observations(code),
            files: place.sheet_files(code, words.lang),
            dashboard: &self.dashboard,
            facts: &self.facts,
            method: &self.method,
            sources: &self.sources,
        };
        Ok(page.render()?)
    }
}

impl Sheet<'_> {
    /// The sheet in a format. Only pages depend on their place.
    ///
    /// # Errors
    /// As those of the format.
    pub fn file(&self, format: Format, place: &Place) -> Result<Vec<u8>, ReportError> {
        match format {
            Format::Html => self.html(place).map(String::into_bytes),
            Format::Pdf => self.pdf(),
            Format::Xlsx => self.workbook(),
        }
    }
}

/// One country's fact sheet as one self-contained HTML file: [`Sheet::new`] and
/// [`Sheet::html`].
///
/// # Errors
/// As theirs.
pub fn country_sheet(
    context: &SheetContext,
    country: &str,
    lang: Lang,
) -> Result<String, ReportError> {
    Sheet::new(context, country, lang)?.html(&Place::Alone)
}
