//! Pieces of a query of which is known what they are.

use std::ops::Range;

use crate::lex::{Piece, PieceKind, pieces};
use crate::{Field, ParseError, Scheme};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    pub(crate) span: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    Open,
    Close,
    /// A field's name with its colon.
    Place(Place),
    Operator(Operator),
    Word,
    Quoted,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Text(Field),
    Class(Scheme),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    And,
    Or,
    Not,
    Near { ordered: bool, distance: u8 },
}

pub(crate) const PLACES: [(&str, Place); 5] = [
    ("TA", Place::Text(Field::TitleOrAbstract)),
    ("TI", Place::Text(Field::Title)),
    ("AB", Place::Text(Field::Abstract)),
    ("IPC", Place::Class(Scheme::Ipc)),
    ("CPC", Place::Class(Scheme::Cpc)),
];

/// The tokens of a query in canonical form.
pub(crate) fn tokens(text: &str) -> Result<Vec<Token>, ParseError> {
    let mut found = Vec::new();
    let mut rest = pieces(text)?.into_iter().peekable();
    while let Some(Piece { kind, span }) = rest.next() {
        let token = match kind {
            PieceKind::Open => Token { kind: TokenKind::Open, span },
            PieceKind::Close => Token { kind: TokenKind::Close, span },
            PieceKind::Quoted => Token { kind: TokenKind::Quoted, span },
            PieceKind::Colon => return Err(lonely_colon(text, span)),
            PieceKind::Chunk => match rest.next_if(|next| next.kind == PieceKind::Colon) {
                Some(colon) => place_token(text, span, colon.span.end)?,
                None => chunk_token(text, span)?,
            },
        };
        push(&mut found, token);
    }
    Ok(found)
}

/// `AND NOT` is another spelling of `NOT`.
pub(crate) fn push(found: &mut Vec<Token>, mut token: Token) {
    let not = token.kind == TokenKind::Operator(Operator::Not);
    if not && found.last().is_some_and(|last| last.kind == TokenKind::Operator(Operator::And)) {
        token.span.start = found.pop().map_or(token.span.start, |last| last.span.start);
    }
    found.push(token);
}

pub(crate) fn lonely_colon(text: &str, span: Range<usize>) -> ParseError {
    let message = "no field is named before this colon";
    ParseError::new(text, span, message, "write TA:, TI:, AB:, IPC: or CPC:")
}

fn place_token(text: &str, name: Range<usize>, end: usize) -> Result<Token, ParseError> {
    let written = text.get(name.clone()).unwrap_or_default();
    let known = PLACES.iter().find(|(spelling, _)| spelling.eq_ignore_ascii_case(written));
    match known {
        Some((_, place)) => Ok(Token { kind: TokenKind::Place(*place), span: name.start..end }),
        None => Err(unknown_place(text, name)),
    }
}

pub(crate) fn unknown_place(text: &str, name: Range<usize>) -> ParseError {
    let written = text.get(name.clone()).unwrap_or_default();
    let upper = written.to_uppercase();
    let distances = PLACES.map(|(spelling, _)| (steps_between(&upper, spelling), spelling));
    let nearest = distances.iter().min_by_key(|(steps, _)| *steps);
    let way_out = match nearest {
        Some((..=2, spelling)) => format!("did you mean {spelling}:"),
        _ => "the fields are TA: (title or abstract), TI:, AB:, IPC: and CPC:".into(),
    };
    ParseError::new(text, name, format!("`{written}` is not a field"), way_out)
}

/// Letters to change, add or leave out (Levenshtein).
fn steps_between(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (above, letter) in left.chars().enumerate() {
        let mut next = vec![above + 1];
        for (at, other) in right.iter().enumerate() {
            let change = row[at] + usize::from(letter != *other);
            next.push(change.min(row[at + 1] + 1).min(next[at] + 1));
        }
        row = next;
    }
    row[right.len()]
}

fn chunk_token(text: &str, span: Range<usize>) -> Result<Token, ParseError> {
    let kind = match operator(text, &span)? {
        Some(operator) => TokenKind::Operator(operator),
        None => TokenKind::Word,
    };
    Ok(Token { kind, span })
}

/// Whether a chunk is an operator: `AND`, `or`, `ADJ3`.
pub(crate) fn operator(text: &str, span: &Range<usize>) -> Result<Option<Operator>, ParseError> {
    let upper = text.get(span.clone()).unwrap_or_default().to_ascii_uppercase();
    Ok(match upper.as_str() {
        "AND" => Some(Operator::And),
        "OR" => Some(Operator::Or),
        "NOT" => Some(Operator::Not),
        _ => {
            let numbered = upper.strip_prefix("ADJ").map(|digits| (true, digits));
            match numbered.or_else(|| Some((false, upper.strip_prefix("NEAR")?))) {
                Some((ordered, "")) => Some(Operator::Near { ordered, distance: 1 }),
                Some((ordered, digits)) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                    let distance = distance(text, span, digits, 0)?;
                    Some(Operator::Near { ordered, distance })
                }
                _ => None,
            }
        }
    })
}

/// A distance of 1 to 99, after adding what another notation counts differently.
pub(crate) fn distance(
    text: &str,
    span: &Range<usize>,
    digits: &str,
    more: i32,
) -> Result<u8, ParseError> {
    let number = digits.parse::<i32>().ok().and_then(|number| number.checked_add(more));
    let fits = number.and_then(|number| u8::try_from(number).ok());
    fits.filter(|number| (1..=99).contains(number)).ok_or_else(|| {
        let message = format!("{} is no distance that can be searched", &text[span.clone()]);
        let way_out = "ADJn and NEARn take n from 1 (the next word) to 99";
        ParseError::new(text, span.clone(), message, way_out)
    })
}

/// Whether a word would be read as an operator, so that it must stand in quotation marks.
pub(crate) fn reads_as_operator(word: &str) -> bool {
    !matches!(operator(word, &(0..word.len())), Ok(None))
}
