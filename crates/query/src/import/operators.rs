//! Operators as other notations spell them.

use std::ops::Range;

use super::Notation;
use crate::ParseError;
use crate::token::{Operator, distance, operator};

/// An operator that was recognised.
pub(super) struct Spelled {
    pub(super) operator: Operator,
    /// The notation it gives away.
    pub(super) evidence: Option<Notation>,
    /// Why it was read so.
    pub(super) reason: &'static str,
}

/// A spelling with a number: what stands before and behind it, the order, what is added
/// to the number, the number where there is none, the notation and the reason.
struct Numbered {
    before: &'static str,
    behind: &'static str,
    ordered: bool,
    more: i32,
    without: Option<&'static str>,
    notation: Notation,
    reason: &'static str,
}

const BETWEEN: &str = "the number counts the words between, the order is free";
const BETWEEN_IN_ORDER: &str = "the number counts the words between, in this order";
const WITHIN: &str = "the words stand that many words apart at most, in either order";
const WITHIN_IN_ORDER: &str = "the words stand that many words apart at most, in this order";

const fn row(
    (before, behind): (&'static str, &'static str),
    ordered: bool,
    more: i32,
    without: Option<&'static str>,
    notation: Notation,
) -> Numbered {
    let reason = match (ordered, more) {
        (false, 0) => WITHIN,
        (true, 0) => WITHIN_IN_ORDER,
        (false, _) => BETWEEN,
        (true, _) => BETWEEN_IN_ORDER,
    };
    Numbered { before, behind, ordered, more, without, notation, reason }
}

const SPELLINGS: &[Numbered] = &[
    row(("", "W"), true, 1, Some("0"), Notation::Orbit),
    row(("", "D"), false, 1, Some("0"), Notation::Orbit),
    row(("W", ""), false, 1, None, Notation::PatSeer),
    row(("WD", ""), true, 1, Some("0"), Notation::PatSeer),
    row(("$W", ""), false, 1, None, Notation::PatSeer),
    row(("$PRE", ""), true, 1, None, Notation::PatSeer),
    row(("W/", ""), false, 0, None, Notation::Lexis),
    row(("NEAR/", ""), false, 0, None, Notation::Verity),
    row(("<NEAR/", ">"), false, 0, None, Notation::Verity),
    row(("<ORDER> <NEAR/", ">"), true, 0, None, Notation::Verity),
    row(("PRE/", ""), true, 0, None, Notation::Lexis),
    row(("ADJ/", ""), true, 0, None, Notation::Derwent),
    row(("ONEAR/", ""), true, 0, None, Notation::Verity),
    row(("BEFORE/", ""), true, 0, None, Notation::Verity),
    row(("BEFORE", ""), true, 0, None, Notation::Verity),
    row(("PRE", ""), true, 0, None, Notation::Derwent),
    row(("SEQ", ""), true, 0, None, Notation::Derwent),
    row(("/", "W"), false, 0, None, Notation::Lexis),
    row(("+", "W"), true, 0, None, Notation::Lexis),
    row(("/", ""), false, 0, None, Notation::Lexis),
    row(("+", ""), true, 0, None, Notation::Lexis),
];

/// What stands in parentheses between two operands: `lithium(2W)battery`.
const IN_PARENTHESES: &[Numbered] = &[
    row(("", "W"), true, 1, Some("0"), Notation::Stn),
    row(("", "A"), false, 1, Some("0"), Notation::Stn),
    row(("", "N"), false, 1, Some("0"), Notation::Stn),
];

/// Sentences and paragraphs are not marked in titles and abstracts.
const UNSUPPORTED: &[&str] = &[
    "SAME",
    "WITH",
    "XOR",
    "S",
    "P",
    "F",
    "L",
    "T",
    "WS",
    "WP",
    "W/S",
    "W/P",
    "W/SENT",
    "W/SEG",
    "W/PARA",
    "/S",
    "/P",
    "+S",
    "+P",
    "$SEN",
    "$PARA",
    "SENTENCE",
    "PARAGRAPH",
    "NEARS",
    "NEARP",
    "<SENTENCE>",
    "<PARAGRAPH>",
    "<NEAR>",
    "<PHRASE>",
    "<ORDER>",
    "NOTW",
    "NOTA",
    "NOTS",
    "NOTP",
];

/// The operator that a chunk, or `<order> <near/n>` in two, spells.
pub(super) fn spelled(text: &str, span: &Range<usize>) -> Result<Option<Spelled>, ParseError> {
    let upper = text.get(span.clone()).unwrap_or_default().to_ascii_uppercase();
    let upper = upper.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(operator) = operator(text, span)? {
        let reason = match upper.as_str() {
            "NEAR" => "without a number it is the next word here; PATENTSCOPE means 5 words",
            _ => "",
        };
        return Ok(Some(Spelled { operator, evidence: None, reason }));
    }
    if let Some(operator) = boolean(&upper) {
        return Ok(Some(Spelled { operator, evidence: None, reason: "" }));
    }
    if let Some(modifiers) = upper.strip_prefix("PROX/") {
        return prox(text, span, modifiers).map(Some);
    }
    if is_unsupported(&upper) {
        return Err(unsupported(text, span));
    }
    find(SPELLINGS, text, span, &upper)
}

/// The operator in `(2W)`; the span is without the parentheses.
pub(super) fn in_parentheses(
    text: &str,
    span: &Range<usize>,
) -> Result<Option<Spelled>, ParseError> {
    let upper = text.get(span.clone()).unwrap_or_default().to_ascii_uppercase();
    if is_unsupported(&upper) {
        return Err(unsupported(text, span));
    }
    find(IN_PARENTHESES, text, span, &upper)
}

fn boolean(upper: &str) -> Option<Operator> {
    match upper {
        "&" | "&&" | "<AND>" => Some(Operator::And),
        "|" | "||" | "<OR>" => Some(Operator::Or),
        "ANDNOT" | "AND-NOT" | "BUTNOT" | "<NOT>" => Some(Operator::Not),
        _ => None,
    }
}

fn find(
    table: &[Numbered],
    text: &str,
    span: &Range<usize>,
    upper: &str,
) -> Result<Option<Spelled>, ParseError> {
    for entry in table {
        let rest = upper.strip_prefix(entry.before);
        let Some(number) = rest.and_then(|rest| rest.strip_suffix(entry.behind)) else { continue };
        let digits = match entry.without {
            Some(without) if number.is_empty() => without,
            _ => number,
        };
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let distance = distance(text, span, digits, entry.more)?;
        let operator = Operator::Near { ordered: entry.ordered, distance };
        let evidence = Some(entry.notation);
        return Ok(Some(Spelled { operator, evidence, reason: entry.reason }));
    }
    Ok(None)
}

fn is_unsupported(upper: &str) -> bool {
    let letters = upper.trim_start_matches(|digit: char| digit.is_ascii_digit());
    let counted = letters.len() < upper.len() && matches!(letters, "S" | "P");
    let cut = upper.trim_end_matches(|digit: char| digit.is_ascii_digit());
    let numbered = matches!(cut, "SAME" | "WITH" | "WS" | "WP" | "$SEN" | "$PARA");
    let range = upper.strip_prefix('W').map(|rest| rest.trim_start_matches('D'));
    let range = range.and_then(|rest| rest.split_once('-')).is_some_and(|(from, to)| {
        [from, to].iter().all(|end| !end.is_empty() && end.bytes().all(|b| b.is_ascii_digit()))
    });
    UNSUPPORTED.contains(&upper) || counted || numbered || range
}

fn unsupported(text: &str, span: &Range<usize>) -> ParseError {
    let written = text.get(span.clone()).unwrap_or_default();
    let message = format!("`{written}` has no counterpart here");
    let way_out = "sentences, paragraphs and least distances are not known of titles and \
        abstracts; write AND, ADJn or NEARn";
    ParseError::new(text, span.clone(), message, way_out)
}

/// `prox/distance<3/ordered=true`: Espacenet. The next word is at distance 1.
fn prox(text: &str, span: &Range<usize>, modifiers: &str) -> Result<Spelled, ParseError> {
    let (mut ordered, mut found) = (false, 1);
    for modifier in modifiers.split('/') {
        match modifier {
            "ORDERED" | "ORDERED=TRUE" => ordered = true,
            "ORDERED=FALSE" | "UNORDERED" | "UNIT=WORD" => {}
            _ => match apart(modifier) {
                Some((digits, more)) => found = distance(text, span, digits, more)?,
                None => return Err(unsupported(text, span)),
            },
        }
    }
    let operator = Operator::Near { ordered, distance: found };
    let reason = "the next word is at distance 1, and < excludes the number itself";
    Ok(Spelled { operator, evidence: Some(Notation::Espacenet), reason })
}

fn apart(modifier: &str) -> Option<(&str, i32)> {
    let rest = modifier.strip_prefix("DISTANCE")?;
    let within = rest.strip_prefix("<=").or_else(|| rest.strip_prefix('='));
    within.map(|digits| (digits, 0)).or_else(|| Some((rest.strip_prefix('<')?, -1)))
}
