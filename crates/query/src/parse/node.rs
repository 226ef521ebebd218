//! What operators join: queries, texts in a field, sets of symbols.

use std::ops::Range;

use super::Parser;
use super::level::Part;
use crate::lex::unquoted;
use crate::token::{Operator, Place, TokenKind};
use crate::{Classes, ParseError, Query, Text};

/// Something that operators join.
pub(super) trait Node: Sized {
    /// For messages: what can stand where an operand is missing.
    const OPERAND: &'static str;
    /// For messages: what can stand where an operator is missing.
    const OPERATORS: &'static str;

    /// An operand that does not begin with a parenthesis.
    fn operand(parser: &mut Parser<'_>, depth: usize) -> Result<Part<Self>, ParseError>;

    /// Two or more with `AND` or `OR`, two with `NOT`.
    fn join(operator: Operator, parts: Vec<Self>) -> Self;

    /// None where what is joined is not words.
    fn near(_ordered: bool, _distance: u8, _left: Self, _right: Self) -> Option<Self> {
        None
    }

    /// Whether it can be a side of a proximity.
    fn may_stand_near(&self) -> bool {
        true
    }
}

/// `(a AND b) AND c` is `a AND b AND c`.
macro_rules! join {
    ($node:ident) => {
        fn join(operator: Operator, parts: Vec<Self>) -> Self {
            let mut flat = Vec::new();
            for part in parts {
                match (operator, part) {
                    (Operator::And, $node::And(inner)) => flat.extend(inner),
                    (Operator::Or, $node::Or(inner)) => flat.extend(inner),
                    (_, part) => flat.push(part),
                }
            }
            match (operator, <[Self; 2]>::try_from(flat)) {
                (Operator::Not, Ok([left, right])) => $node::Not(Box::new(left), Box::new(right)),
                (Operator::Or, flat) => $node::Or(flat.map_or_else(|flat| flat, Vec::from)),
                (_, flat) => $node::And(flat.map_or_else(|flat| flat, Vec::from)),
            }
        }
    };
}

impl Node for Query {
    const OPERAND: &'static str = "a field, such as TA:(solar AND cell)";
    const OPERATORS: &'static str = "join fields with AND, OR or NOT, and put what belongs to \
        one field in parentheses, such as TA:(a AND b)";

    fn operand(parser: &mut Parser<'_>, depth: usize) -> Result<Part<Self>, ParseError> {
        let Some(token) = parser.peek() else { return Err(parser.missing(Self::OPERAND)) };
        let span = token.span.clone();
        let TokenKind::Place(place) = token.kind else {
            let message = format!("`{}` stands in no field", parser.written(&span));
            let way_out = "write TA: before it for title or abstract, TI:, AB:, IPC: or CPC:";
            return Err(parser.error(&span, message, way_out));
        };
        parser.at += 1;
        let (node, end, height) = match place {
            Place::Text(field) => {
                let part: Part<Text> = in_field(parser, depth)?;
                (Self::Text(field, part.node), part.span.end, part.height)
            }
            Place::Class(scheme) => {
                let part: Part<Classes> = in_field(parser, depth)?;
                (Self::Class(scheme, part.node), part.span.end, part.height)
            }
        };
        parser.check_depth(height + 1, &span)?;
        Ok(Part { node, span: span.start..end, height: height + 1 })
    }

    join!(Query);
}

/// A group or a single operand behind a field's name.
fn in_field<N: Node>(parser: &mut Parser<'_>, depth: usize) -> Result<Part<N>, ParseError> {
    let Some(token) = parser.peek() else { return Err(parser.missing(N::OPERAND)) };
    let (kind, span) = (token.kind, token.span.clone());
    match kind {
        TokenKind::Open => {
            parser.at += 1;
            parser.group(&span, depth)
        }
        TokenKind::Close | TokenKind::Operator(_) => Err(parser.missing(N::OPERAND)),
        _ => N::operand(parser, depth),
    }
}

impl Node for Text {
    const OPERAND: &'static str = "a word, a phrase or a group";
    const OPERATORS: &'static str =
        "join words with AND, OR, NOT, ADJn or NEARn, or write neighbours as a \"phrase\"";

    fn operand(parser: &mut Parser<'_>, _: usize) -> Result<Part<Self>, ParseError> {
        let Some(token) = parser.peek() else { return Err(parser.missing(Self::OPERAND)) };
        let (kind, span) = (token.kind, token.span.clone());
        let node = match kind {
            TokenKind::Word => parser.reader.word(parser.text, span.clone())?,
            TokenKind::Quoted => parser.reader.quoted(parser.text, unquoted(parser.text, &span))?,
            _ => return Err(field_in_field(parser, &span)),
        };
        parser.at += 1;
        let height = if matches!(node, Self::Or(_)) { 2 } else { 1 };
        Ok(Part { node, span, height })
    }

    join!(Text);

    fn near(ordered: bool, distance: u8, left: Self, right: Self) -> Option<Self> {
        let (left, right) = (Box::new(left), Box::new(right));
        Some(Self::Near { ordered, distance, left, right })
    }

    fn may_stand_near(&self) -> bool {
        match self {
            Self::Word(_) | Self::Phrase(_) | Self::Near { .. } => true,
            Self::Or(parts) => parts.iter().all(Self::may_stand_near),
            Self::And(_) | Self::Not(..) => false,
        }
    }
}

fn field_in_field(parser: &Parser<'_>, span: &Range<usize>) -> ParseError {
    let message = format!("the field `{}` stands inside another field", parser.written(span));
    parser.error(span, message, "close the first field's parenthesis before it")
}

impl Node for Classes {
    const OPERAND: &'static str = "a symbol, such as H01M 4/58, or a group";
    const OPERATORS: &'static str = "join symbols with AND, OR or NOT";

    /// A symbol has blanks in it: all words up to an operator or a parenthesis are one.
    fn operand(parser: &mut Parser<'_>, _: usize) -> Result<Part<Self>, ParseError> {
        let Some(token) = parser.peek() else { return Err(parser.missing(Self::OPERAND)) };
        let (kind, mut span) = (token.kind, token.span.clone());
        parser.at += 1;
        let node = match kind {
            TokenKind::Word => {
                while let Some(more) = parser.peek().filter(|t| t.kind == TokenKind::Word) {
                    span.end = more.span.end;
                    parser.at += 1;
                }
                parser.reader.symbols(parser.text, span.clone())?
            }
            TokenKind::Quoted if parser.reader.quotes_symbols() => {
                parser.reader.symbols(parser.text, unquoted(parser.text, &span))?
            }
            TokenKind::Quoted => {
                let message = "symbols do not stand in quotation marks";
                return Err(parser.error(&span, message, "write them as H01M 4/58"));
            }
            _ => return Err(field_in_field(parser, &span)),
        };
        Ok(Part { node, span, height: 1 })
    }

    join!(Classes);
}
