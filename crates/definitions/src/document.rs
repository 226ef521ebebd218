//! A definition file as text, able to say where each of its values stands.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::Problem;
use crate::folder::RawFile;
use crate::inside::raw_offset;

/// A definition file as text.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    /// Path below the definitions folder.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
}

/// One step from a table to a value inside it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step<'a> {
    /// The value of this key.
    Key(&'a str),
    /// The entry at this place, from 0.
    At(usize),
}

impl<'a> From<&'a str> for Step<'a> {
    fn from(key: &'a str) -> Self {
        Self::Key(key)
    }
}

impl From<usize> for Step<'_> {
    fn from(index: usize) -> Self {
        Self::At(index)
    }
}

impl Document {
    /// The text of a file.
    pub(crate) fn new(file: RawFile) -> Result<Self, Problem> {
        let path = file.path;
        match String::from_utf8(file.bytes) {
            Ok(text) => Ok(Self { path, text }),
            Err(error) => Err(Problem {
                file: path,
                line: 0,
                column: 0,
                value: None,
                what: format!(
                    "The file is not UTF-8: byte {} cannot be read.",
                    error.utf8_error().valid_up_to() + 1
                ),
                way_out: "Save it as UTF-8.".into(),
            }),
        }
    }

    /// Reads the file as a value of type `T`.
    pub(crate) fn parse<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        toml::from_str(&self.text).map_err(|error| {
            let span = error.span().unwrap_or_default();
            let (line, column) = self.position(span.start);
            Problem {
                file: self.path.clone(),
                line,
                column,
                value: self.text.get(span).map(str::to_owned),
                what: sentence(error.message()),
                way_out: self.schema_hint(),
            }
        })
    }

    /// A problem with the value that the steps lead to.
    pub(crate) fn problem(
        &self,
        steps: &[Step<'_>],
        value: Option<&str>,
        what: String,
        way_out: &str,
    ) -> Problem {
        let (line, column) = self.locate(steps);
        Problem {
            file: self.path.clone(),
            line,
            column,
            value: value.map(str::to_owned),
            what,
            way_out: way_out.to_owned(),
        }
    }

    /// A problem inside the text that the steps lead to, at one of its bytes.
    pub(crate) fn problem_inside(
        &self,
        steps: &[Step<'_>],
        (value, byte): (&str, usize),
        what: String,
        way_out: &str,
    ) -> Problem {
        let mut problem = self.problem(steps, Some(value), what, way_out);
        let table = DeTable::parse(&self.text).ok();
        if let Some(start) = table.and_then(|table| offset(table.get_ref(), steps)) {
            let inside = raw_offset(&self.text[start..], byte);
            (problem.line, problem.column) = self.position(start + inside);
        }
        problem
    }

    /// Line and column of the value that the steps lead to, or of the last value on
    /// the way that is there.
    pub(crate) fn locate(&self, steps: &[Step<'_>]) -> (usize, usize) {
        let Ok(table) = DeTable::parse(&self.text) else {
            return (0, 0);
        };
        match offset(table.get_ref(), steps) {
            Some(offset) => self.position(offset),
            None => (1, 1),
        }
    }

    /// Line and column of a byte, both from 1.
    fn position(&self, offset: usize) -> (usize, usize) {
        let before = &self.text[..offset.min(self.text.len())];
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (line, before[start..].chars().count() + 1)
    }

    /// Which schema says what may stand in this file.
    fn schema_hint(&self) -> String {
        let schema = match self.path.split_once('/') {
            Some(("technologies", _)) => "technology",
            Some(("ecosystems", _)) => "ecosystem",
            Some(("alternatives", _)) => "alternative",
            Some(("product-groups", _)) => "product-group",
            Some(("geographies", _)) => "geographies",
            Some(("fields", _)) => "wipo-fields",
            Some(("investment", _)) => "investment-categories",
            Some(("sectors", _)) => "sector",
            Some(("expansions", "prodcom.toml")) => "prodcom-changes",
            Some(("expansions", _)) => "expansions",
            Some(("rules", "exchange-rates.toml")) => "exchange-rates",
            Some(("rules", "investment.toml")) => "investment-rules",
            Some(("rules", "patents.toml")) => "patent-rules",
            Some(("rules", "production.toml")) => "production-rules",
            _ => "trade-rules",
        };
        format!("Correct it there; definitions/schemas/{schema}.json lists what a file may hold.")
    }
}

/// First byte of the value that the steps lead to.
fn offset(table: &DeTable<'_>, steps: &[Step<'_>]) -> Option<usize> {
    let (Step::Key(first), rest) = steps.split_first()? else {
        return None;
    };
    let (key, mut value) = table.get_key_value(*first)?;
    // A table that is only a header, or a dotted key, has no place of its own.
    let mut at = if value.get_ref().is_table() { key.span() } else { value.span() };
    for step in rest {
        let Some((next, span)) = descend(value, *step) else {
            break;
        };
        at = span;
        value = next;
    }
    Some(at.start)
}

/// The value one step further, and where it stands.
fn descend<'t, 'i>(
    value: &'t Spanned<DeValue<'i>>,
    step: Step<'_>,
) -> Option<(&'t Spanned<DeValue<'i>>, std::ops::Range<usize>)> {
    match step {
        Step::Key(name) => {
            let (key, value) = value.get_ref().as_table()?.get_key_value(name)?;
            let span = if value.get_ref().is_table() { key.span() } else { value.span() };
            Some((value, span))
        }
        Step::At(index) => {
            let value = value.get_ref().as_array()?.get(index)?;
            Some((value, value.span()))
        }
    }
}

/// The parser's message as a sentence.
fn sentence(message: &str) -> String {
    let message = message.trim().replace('\n', ", ");
    let mut letters = message.chars();
    match letters.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), letters.as_str()),
        None => "The file is not valid TOML.".into(),
    }
}
