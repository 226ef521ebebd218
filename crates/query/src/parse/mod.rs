//! Reads the canonical form.

mod level;
mod node;

use std::ops::Range;

use crate::token::{Token, tokens};
use crate::{Classes, ParseError, Query, Scheme, Text, symbols, words};

/// Reads a query in canonical form.
///
/// ```
/// use sextant_query::parse;
///
/// let query = parse("ta:(solar adj2 (cell* or panel*)) not ipc:H02S")?;
/// assert_eq!(query.to_string(), "TA:(solar ADJ2 (cell* OR panel*)) NOT IPC:H02S");
/// # Ok::<(), sextant_query::ParseError>(())
/// ```
///
/// # Errors
///
/// The first thing that is wrong, with its place and what was expected there.
pub fn parse(text: &str) -> Result<Query, ParseError> {
    parse_tokens(text, &tokens(text)?, &mut Canonical)
}

/// Reads what may stand in `IPC:( … )` or `CPC:( … )`.
///
/// # Errors
///
/// As [`parse`].
pub fn parse_classes(_: Scheme, text: &str) -> Result<Classes, ParseError> {
    Parser { text, tokens: &tokens(text)?, at: 0, reader: &mut Canonical }.whole()
}

/// Reads the tokens of a query, whatever notation they came from.
pub(crate) fn parse_tokens(
    text: &str,
    tokens: &[Token],
    reader: &mut dyn Reader,
) -> Result<Query, ParseError> {
    Parser { text, tokens, at: 0, reader }.whole()
}

/// Reads the tokens of what may stand in one field.
pub(crate) fn parse_text_tokens(
    text: &str,
    tokens: &[Token],
    reader: &mut dyn Reader,
) -> Result<Text, ParseError> {
    Parser { text, tokens, at: 0, reader }.whole()
}

/// How a notation writes what operators join.
pub(crate) trait Reader {
    /// A word without quotation marks, which may turn out to be a phrase.
    fn word(&mut self, text: &str, span: Range<usize>) -> Result<Text, ParseError>;
    /// What stands in quotation marks; the span is without them.
    fn quoted(&mut self, text: &str, span: Range<usize>) -> Result<Text, ParseError>;
    /// A set of symbols.
    fn symbols(&mut self, text: &str, span: Range<usize>) -> Result<Classes, ParseError>;
    /// Whether symbols may stand in quotation marks.
    fn quotes_symbols(&self) -> bool {
        false
    }
}

struct Canonical;

impl Reader for Canonical {
    fn word(&mut self, text: &str, span: Range<usize>) -> Result<Text, ParseError> {
        words::bare(text, span)
    }

    fn quoted(&mut self, text: &str, span: Range<usize>) -> Result<Text, ParseError> {
        words::quoted(text, span)
    }

    fn symbols(&mut self, text: &str, span: Range<usize>) -> Result<Classes, ParseError> {
        symbols::read(text, span).map(Classes::Set)
    }
}

struct Parser<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
    reader: &'a mut dyn Reader,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn written(&self, span: &Range<usize>) -> &str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    fn error(
        &self,
        span: &Range<usize>,
        message: impl Into<String>,
        expected: impl Into<String>,
    ) -> ParseError {
        ParseError::new(self.text, span.clone(), message, expected)
    }

    /// Where something is missing: before the token at hand, or at the end.
    fn missing(&self, what: &str) -> ParseError {
        let end = self.text.trim_end().len();
        let (span, before) = match self.peek() {
            Some(token) => (token.span.clone(), format!("before `{}`", self.written(&token.span))),
            None => (end..end, "at the end".into()),
        };
        self.error(&span, format!("something is missing {before}"), format!("write {what}"))
    }
}
