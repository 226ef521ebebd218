//! The list of fact sheets.

use std::collections::BTreeSet;

use askama::Template;
use sextant_definitions::Lang;

use crate::context::{EU27, SheetContext};
use crate::draw::{self, Outcome};
use crate::page::Page;
use crate::place::Place;
use crate::sheet::plain_figure;
use crate::words::Words;
use crate::{ReportError, citations};

/// The figure that the list shows for the EU27.
const MAP: &str = "trade-map";

#[derive(Template)]
#[template(path = "index.html")]
struct IndexPage<'a> {
    page: Page<'a>,
    words: &'a Words,
    facts: Vec<(String, String)>,
    /// Trusted markup: the map, where the edition has its data.
    map: Option<String>,
    members: Vec<Link>,
    others: Vec<Link>,
    observations: Option<String>,
}

pub(crate) struct Link {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) href: String,
}

/// The list of fact sheets: what the edition is, a map, the countries.
///
/// # Errors
/// When the map cannot be drawn.
pub fn index(context: &SheetContext, lang: Lang, place: &Place) -> Result<String, ReportError> {
    let words = context.words(lang);
    let title = words.say("index-title")?;
    let page = Page::new(&context.record, words, place, title, |lang| place.index(lang))?;
    let links = |wanted: &dyn Fn(&str) -> bool| links(context, lang, place, wanted);
    let is_member = |code: &str| context.definitions.geographies.is_eu27(code);
    let all = *place == Place::Web;
    let index = IndexPage {
        page,
        words,
        facts: facts(context, words)?,
        map: map(context, lang)?,
        members: links(&is_member),
        others: links(&|code| all && !is_member(code)),
        observations: all.then(|| "/observations.csv".to_owned()),
    };
    Ok(index.render()?)
}

fn facts(context: &SheetContext, words: &Words) -> Result<Vec<(String, String)>, ReportError> {
    let record = &context.record;
    let sources: BTreeSet<&str> = record.inputs.iter().map(|input| input.source.as_str()).collect();
    let sources: Result<Vec<String>, ReportError> =
        sources.into_iter().map(|id| citations::name(words, record, id)).collect();
    let mut facts = vec![(words.say("index-edition")?, record.name.clone())];
    if let Some((first, last)) = record.years {
        let arguments = [("first", first.to_string().into()), ("last", last.to_string().into())];
        facts.push((words.say("index-years")?, words.tell("years", arguments)?));
    }
    facts.push((words.say("index-observations")?, words.numbers.whole(record.observations)));
    facts.push((words.say("index-sources")?, words.list(sources?)));
    Ok(facts)
}

fn map(context: &SheetContext, lang: Lang) -> Result<Option<String>, ReportError> {
    let definition = context.catalogue.figure(MAP)?;
    match draw::draw(context, definition, EU27, lang)? {
        Outcome::Drawn(figure) => plain_figure(context, &figure).map(Some),
        Outcome::Missing(_) => Ok(None),
    }
}

/// Links to fact sheets, in the order of their names.
pub(crate) fn links(
    context: &SheetContext,
    lang: Lang,
    place: &Place,
    wanted: &dyn Fn(&str) -> bool,
) -> Vec<Link> {
    let codes = context.places().iter().filter(|code| wanted(code));
    let link = |code: &String| {
        let href = place.sheet(code, lang)?;
        Some(Link { code: code.clone(), name: context.place_name(code, lang), href })
    };
    let mut links: Vec<Link> = codes.filter_map(link).collect();
    // Chinese names are sorted by code: their order by sound is not in the characters.
    if lang != Lang::Zh {
        links.sort_by_cached_key(|link| (folded(&link.name), link.code.clone()));
    }
    links
}

/// A name without the accents that would put it at the end of the alphabet.
fn folded(name: &str) -> String {
    let plain = |letter: char| match letter {
        'À'..='Å' | 'à'..='å' => 'a',
        'Ç' | 'ç' => 'c',
        'È'..='Ë' | 'è'..='ë' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' => 'i',
        'Ò'..='Ö' | 'ò'..='ö' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' => 'u',
        other => other,
    };
    name.chars().map(plain).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn accents_do_not_change_the_order() {
        assert!(folded("Émirats arabes unis") < folded("Finlande"));
        assert!(folded("Österreich") < folded("Polen"));
    }
}
