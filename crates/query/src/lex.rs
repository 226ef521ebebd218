//! Cuts a query into pieces, whatever notation it is written in.

use std::ops::Range;

use crate::ParseError;

/// A piece of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) kind: PieceKind,
    pub(crate) span: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PieceKind {
    Open,
    Close,
    Colon,
    /// With its quotation marks.
    Quoted,
    /// Everything else up to a blank or one of the above.
    Chunk,
}

/// Straight and typographic quotation marks; any of them ends what any has begun.
pub(crate) const QUOTES: [char; 4] = ['"', '\u{201c}', '\u{201d}', '\u{201e}'];

/// Cuts a text. The one thing that can go wrong is a quotation mark that is not closed.
pub(crate) fn pieces(text: &str) -> Result<Vec<Piece>, ParseError> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let end = at + character.len_utf8();
        let (kind, end) = match character {
            '(' => (PieceKind::Open, end),
            ')' => (PieceKind::Close, end),
            ':' => (PieceKind::Colon, end),
            quote if QUOTES.contains(&quote) => (PieceKind::Quoted, quoted_end(text, at..end)?),
            blank if blank.is_whitespace() => {
                at = end;
                continue;
            }
            _ => (PieceKind::Chunk, chunk_end(text, at)),
        };
        found.push(Piece { kind, span: at..end });
        at = end;
    }
    Ok(found)
}

fn quoted_end(text: &str, open: Range<usize>) -> Result<usize, ParseError> {
    let inside = text.get(open.end..).unwrap_or_default();
    let close = inside.char_indices().find(|(_, character)| QUOTES.contains(character));
    close.map(|(at, quote)| open.end + at + quote.len_utf8()).ok_or_else(|| {
        let message = "this quotation mark is not closed";
        ParseError::new(text, open, message, "write a second one behind the phrase")
    })
}

fn chunk_end(text: &str, start: usize) -> usize {
    let ends = |character: char| {
        character.is_whitespace()
            || matches!(character, '(' | ')' | ':')
            || QUOTES.contains(&character)
    };
    let rest = text.get(start..).unwrap_or_default();
    rest.find(ends).map_or(text.len(), |length| start + length)
}

/// What stands between the quotation marks.
pub(crate) fn unquoted(text: &str, span: &Range<usize>) -> Range<usize> {
    let quoted = text.get(span.clone()).unwrap_or_default();
    let mut characters = quoted.chars();
    let first = characters.next().map_or(0, char::len_utf8);
    let last = characters.next_back().map_or(0, char::len_utf8);
    span.start + first..span.end - last
}
