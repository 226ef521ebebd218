//! Why a query cannot be read, and where.

use std::fmt;
use std::ops::Range;

/// What is wrong at one place of a query, and what would be right.
///
/// ```
/// let text = "TA:(solar OR wind AND power)";
/// let error = sextant_query::parse(text).unwrap_err();
/// assert_eq!((error.line(), error.column()), (1, 19));
/// assert_eq!(error.marked(text).lines().last(), Some("                  ^^^"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    span: Range<usize>,
    line: usize,
    column: usize,
    message: String,
    expected: String,
}

impl ParseError {
    pub(crate) fn new(
        text: &str,
        span: Range<usize>,
        message: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        let before = text.get(..span.start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
            span,
            message: message.into(),
            expected: expected.into(),
        }
    }

    /// The bytes of the query that are wrong; empty at its end where something is missing.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Line of the query, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// Character within the line, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }

    /// What is wrong, without the place.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to write instead.
    #[must_use]
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// The line of the query that is wrong and, under it, a mark below the wrong part.
    #[must_use]
    pub fn marked(&self, text: &str) -> String {
        let line = text.split('\n').nth(self.line - 1).unwrap_or_default();
        let shown: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let left = (line.chars().count() + 1).saturating_sub(self.column);
        let wrong = text.get(self.span.clone()).unwrap_or_default().chars().count();
        let marks = "^".repeat(wrong.min(left).max(1));
        format!("{shown}\n{}{marks}", " ".repeat(self.column - 1))
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, message, expected, .. } = self;
        match line {
            1 => write!(f, "column {column}: {message}; {expected}"),
            _ => write!(f, "line {line}, column {column}: {message}; {expected}"),
        }
    }
}

impl std::error::Error for ParseError {}
