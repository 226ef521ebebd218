//! A country's fact sheet: one HTML page.

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
use crate::page::Page;
use crate::place::Place;
use crate::words::Words;

use facts::Facts;
use figures::{Content, Section};
use highlights::Sentence;
use method::Method;
pub(crate) use sources::{Cited, cited};

pub(crate) use figures::plain as plain_figure;

#[derive(Template)]
#[template(path = "sheet.html")]
struct SheetPage<'a> {
    page: Page<'a>,
    words: &'a Words,
    country: String,
    observations: Option<String>,
    highlights: Vec<Sentence>,
    facts: Vec<Facts>,
    sections: Vec<Section>,
    method: Method,
    sources: Vec<Cited>,
}

/// One country's fact sheet as one self-contained HTML file: style, fonts, pictures and
/// script inside, and no links to other pages. The code may be in any case.
///
/// The same edition gives the same bytes.
///
/// # Errors
/// [`ReportError::UnknownCountry`] when the edition knows nothing about it, or a chart
/// cannot be drawn.
pub fn country_sheet(
    context: &SheetContext,
    country: &str,
    lang: Lang,
) -> Result<String, ReportError> {
    sheet_at(context, country, lang, &Place::Alone)
}

/// The same as a page of the given place.
///
/// # Errors
/// As [`country_sheet`].
pub fn sheet_at(
    context: &SheetContext,
    country: &str,
    lang: Lang,
    place: &Place,
) -> Result<String, ReportError> {
    let code = context.place(country)?;
    let words = context.words(lang);
    let country = context.place_name(code, lang);
    let title = words.tell("sheet-title", [("country", country.as_str().into())])?;
    let page = Page::new(context, words, place, title, |lang| place.sheet(code, lang))?;
    let sheet = SheetPage {
        observations: place.observations(code),
        highlights: highlights::sentences(context, words, code),
        facts: facts::tables(context, words, code)?,
        sections: figures::sections(context, words, code, place)?,
        method: Method::new(context, words)?,
        sources: cited(context, words)?,
        page,
        words,
        country,
    };
    Ok(sheet.render()?)
}
