//! Reads the notations analysts have, and says what it took them to mean.
//!
//! Notations differ in three ways: how operators are spelled, whether a number counts
//! words or the words between, and what `?`, `#` and `!` stand for. The first two are
//! told apart by their spelling; for the third the notation must be known, which other
//! signs in the query mostly give away. LANGUAGE.md has the table with its sources.

mod fields;
mod operators;
mod signs;
mod symbols;
mod tokens;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::parse::{Reader, parse_text_tokens, parse_tokens};
use crate::token::TokenKind;
use crate::{Classes, Field, ParseError, Query, Text};

/// A family of notations in which `?`, `#` and `!` mean the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Notation {
    /// The canonical form.
    Sextant,
    /// Questel Orbit and EPOQUE: `2D`, `2W`, `cell+`; `?` none or one, `#` one.
    Orbit,
    /// STN: `(2A)`, `(2W)`; `?` any ending, `#` none or one, `!` one.
    Stn,
    /// Lexis and TotalPatent: `w/2`, `pre/2`; `?` one, `!` any ending, `%` none or one.
    Lexis,
    /// PatSeer and other tools with `w2` and `wd2`; `?` one.
    PatSeer,
    /// Espacenet: `ti=solar prox/distance<3 cell`; `?` none or one, `#` one.
    Espacenet,
    /// Derwent and Patent Public Search: `ADJ2`, `NEAR2`; `?` one.
    Derwent,
    /// Verity and PATENTSCOPE: `<near/2>`, `"a b"~2`; `?` one.
    Verity,
}

/// A query read from another notation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// What it says.
    pub query: Query,
    /// What had to be decided, a sentence each; each once.
    pub notes: Vec<String>,
}

/// Reads a query in any of the notations, also mixed; the canonical form is one of
/// them. Without a field it looks in title and abstract.
///
/// ```
/// use sextant_query::import::import;
///
/// let imported = import(None, "(photovolt+ OR solar 1D cell?)/TI/AB").unwrap_err();
/// assert_eq!(imported.message(), "NEAR2 stands beside OR without parentheses");
///
/// let imported = import(None, "(photovolt+ OR (solar 1D cell?))/TI/AB")?;
/// assert_eq!(imported.query.to_string(), "TA:(photovolt* OR (solar NEAR2 (cell OR cell?)))");
/// assert_eq!(imported.notes.len(), 2);
/// # Ok::<(), sextant_query::ParseError>(())
/// ```
///
/// # Errors
///
/// As [`parse`](crate::parse); also what has no counterpart, by name: sentences,
/// paragraphs, claims, applicants. `?`, `#` or `!` in a query that mixes notations
/// which disagree about it is an error that asks for the notation.
pub fn import(notation: Option<Notation>, text: &str) -> Result<Imported, ParseError> {
    let read = tokens::read(notation, text)?;
    let mut reader = Importer { notation: decided(notation, &read.evidence), notes: read.notes };
    let fields = read.tokens.iter().any(|token| matches!(token.kind, TokenKind::Place(_)));
    let query = if fields {
        parse_tokens(text, &read.tokens, &mut reader)?
    } else {
        let inner = parse_text_tokens(text, &read.tokens, &mut reader)?;
        reader.notes.add("no field was named: title and abstract are searched");
        Query::Text(Field::TitleOrAbstract, inner)
    };
    Ok(Imported { query, notes: reader.notes.0 })
}

/// Sentences, each once, in the order in which they came up.
#[derive(Default)]
struct Notes(Vec<String>);

impl Notes {
    fn add(&mut self, note: impl Into<String>) {
        let note = note.into();
        if !self.0.contains(&note) {
            self.0.push(note);
        }
    }
}

/// The notation, or several that speak against each other.
fn decided(given: Option<Notation>, evidence: &BTreeSet<Notation>) -> Vec<Notation> {
    match given {
        Some(notation) => vec![notation],
        None if evidence.is_empty() => vec![Notation::Sextant],
        None => evidence.iter().copied().collect(),
    }
}

struct Importer {
    notation: Vec<Notation>,
    notes: Notes,
}

impl Reader for Importer {
    fn word(&mut self, text: &str, span: Range<usize>) -> Result<Text, ParseError> {
        signs::read(text, &span, &self.notation, &mut self.notes, crate::words::bare)
    }

    fn quoted(&mut self, text: &str, span: Range<usize>) -> Result<Text, ParseError> {
        signs::read(text, &span, &self.notation, &mut self.notes, crate::words::quoted)
    }

    fn symbols(&mut self, text: &str, span: Range<usize>) -> Result<Classes, ParseError> {
        symbols::read(text, span, &mut self.notes).map(Classes::Set)
    }

    fn quotes_symbols(&self) -> bool {
        true
    }
}
