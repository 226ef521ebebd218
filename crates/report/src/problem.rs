//! The page for what is not there or went wrong.

use askama::Template;
use sextant_definitions::Lang;

use crate::ReportError;
use crate::context::SheetContext;
use crate::index::{Link, links};
use crate::page::Page;
use crate::place::Place;
use crate::words::Words;

/// What is not there or went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The edition has no such country.
    Country(String),
    /// Nothing has this address.
    Path(String),
    /// Sextant does not write in this language.
    Lang(String),
    /// Something failed, and says so in English.
    Fault(String),
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage<'a> {
    page: Page<'a>,
    words: &'a Words,
    heading: String,
    told: String,
    fault: Option<&'a str>,
    countries: Vec<Link>,
    /// Name of every figure, and its address without the format.
    figures: Vec<(String, String)>,
}

/// A page for what is not there or went wrong: says so and offers what there is.
///
/// # Errors
/// When the program was built with a wrong template, which the tests exclude.
pub fn problem(
    context: &SheetContext,
    lang: Lang,
    problem: &Problem,
) -> Result<String, ReportError> {
    let words = context.words(lang);
    let heading = words.say(match problem {
        Problem::Country(_) | Problem::Path(_) => "not-found",
        Problem::Lang(_) | Problem::Fault(_) => "went-wrong",
    })?;
    let page = Page::new(&context.record, words, &Place::Web, heading.clone(), |_| None)?;
    let is_member = |code: &str| context.definitions.geographies.is_eu27(code);
    let figures = context.catalogue.figures.iter();
    let page = ProblemPage {
        page,
        words,
        heading,
        told: told(words, problem)?,
        fault: match problem {
            Problem::Fault(text) => Some(text),
            _ => None,
        },
        countries: links(context, lang, &Place::Web, &is_member),
        figures: figures
            .map(|figure| (figure.name.get(lang).to_owned(), format!("/figure/{}/BE", figure.id)))
            .collect(),
    };
    Ok(page.render()?)
}

fn told(words: &Words, problem: &Problem) -> Result<String, ReportError> {
    match problem {
        Problem::Country(code) => {
            words.tell("problem-country", [("country", code.as_str().into())])
        }
        Problem::Path(path) => words.tell("problem-path", [("path", path.as_str().into())]),
        Problem::Lang(lang) => words.tell("problem-lang", [("lang", lang.as_str().into())]),
        Problem::Fault(_) => words.say("problem-fault"),
    }
}
