//! Wildcards as other notations write them.

use std::ops::Range;

use super::{Notation, Notes};
use crate::{ParseError, Text};

/// Words that one wildcard word may stand for.
const MOST_SPELLINGS: usize = 64;

/// What a sign stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// Any number of letters or digits.
    Any,
    One,
    /// None up to that many.
    UpTo(usize),
    /// Nothing, or a blank.
    Joint,
}

type Read = fn(&str, Range<usize>) -> Result<Text, ParseError>;

/// Reads a word or what stands in quotation marks; several spellings become an OR.
pub(super) fn read(
    text: &str,
    span: &Range<usize>,
    notation: &[Notation],
    notes: &mut Notes,
    read: Read,
) -> Result<Text, ParseError> {
    let written = text.get(span.clone()).unwrap_or_default();
    let spellings = spellings(text, span, notation)?;
    if spellings == [written] {
        return read(text, span.clone());
    }
    let moved =
        |error: ParseError| ParseError::new(text, span.clone(), error.message(), error.expected());
    let one = |spelling: &String| read(spelling, 0..spelling.len()).map_err(moved);
    let mut texts = spellings.iter().map(one).collect::<Result<Vec<_>, _>>()?;
    texts.dedup();
    let meant = if texts.len() > 1 { Text::Or(texts) } else { texts.remove(0) };
    if written.contains(['?', '#', '!', '%', '_']) || matches!(meant, Text::Or(_)) {
        notes.add(format!("`{written}` was read as {meant}"));
    }
    Ok(meant)
}

/// All spellings of a word in canonical signs.
fn spellings(
    text: &str,
    span: &Range<usize>,
    notation: &[Notation],
) -> Result<Vec<String>, ParseError> {
    let mut found = vec![String::new()];
    let mut rest = text.get(span.clone()).unwrap_or_default();
    while let Some(character) = rest.chars().next() {
        let at = span.end - rest.len();
        let (_, behind) = rest.split_at(character.len_utf8());
        let Some(meanings) = meanings(character, behind, notation) else {
            found.iter_mut().for_each(|spelling| spelling.push(character));
            rest = behind;
            continue;
        };
        let place = at..at + character.len_utf8();
        let sign = decide(text, &place, &meanings)?;
        rest = match sign {
            Sign::UpTo(_) if character != '?' && character != '#' && character != '%' => {
                behind.trim_start_matches(|digit: char| digit.is_ascii_digit())
            }
            _ => behind,
        };
        found = extended(&found, sign);
        if found.len() > MOST_SPELLINGS {
            let message = format!("this word stands for more than {MOST_SPELLINGS} words");
            let way_out = "write fewer signs that stand for no or one character";
            return Err(ParseError::new(text, span.clone(), message, way_out));
        }
    }
    Ok(found)
}

fn extended(found: &[String], sign: Sign) -> Vec<String> {
    let endings: Vec<String> = match sign {
        Sign::Any => vec!["*".into()],
        Sign::One => vec!["?".into()],
        Sign::UpTo(most) => (0..=most).map(|count| "?".repeat(count)).collect(),
        Sign::Joint => vec![String::new(), "-".into()],
    };
    let mut all = Vec::new();
    for spelling in found {
        for ending in &endings {
            let one = format!("{spelling}{ending}");
            if !all.contains(&one) {
                all.push(one);
            }
        }
    }
    all
}

/// What a sign means in each notation; None for a character that stands for itself.
fn meanings(sign: char, behind: &str, notation: &[Notation]) -> Option<Vec<Option<Sign>>> {
    let each = |of: fn(Notation) -> Option<Sign>| Some(notation.iter().map(|n| of(*n)).collect());
    match sign {
        '*' | '$' => Some(vec![Some(most(behind))]),
        '+' => Some(vec![Some(Sign::Any)]),
        '_' => Some(vec![Some(Sign::Joint)]),
        '%' => Some(vec![Some(Sign::UpTo(1))]),
        '?' => each(question_mark),
        '#' => each(hash),
        '!' => each(exclamation_mark),
        _ => None,
    }
}

/// `*2` stands for two characters at most.
fn most(behind: &str) -> Sign {
    let end = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
    match behind.get(..end).unwrap_or_default() {
        "" => Sign::Any,
        digits => {
            Sign::UpTo(digits.parse().map_or(MOST_SPELLINGS, |n: usize| n.min(MOST_SPELLINGS)))
        }
    }
}

// As many signs would have an answer in all notations, they give one each.
#[expect(clippy::unnecessary_wraps, reason = "one of three that may not know")]
fn question_mark(notation: Notation) -> Option<Sign> {
    Some(match notation {
        Notation::Orbit | Notation::Espacenet => Sign::UpTo(1),
        Notation::Stn => Sign::Any,
        _ => Sign::One,
    })
}

#[expect(clippy::unnecessary_wraps, reason = "one of three that may not know")]
fn hash(notation: Notation) -> Option<Sign> {
    Some(if notation == Notation::Stn { Sign::UpTo(1) } else { Sign::One })
}

fn exclamation_mark(notation: Notation) -> Option<Sign> {
    match notation {
        Notation::Stn => Some(Sign::One),
        Notation::Lexis => Some(Sign::Any),
        _ => None,
    }
}

fn decide(text: &str, place: &Range<usize>, meanings: &[Option<Sign>]) -> Result<Sign, ParseError> {
    let sign = text.get(place.clone()).unwrap_or_default();
    match meanings {
        [Some(first), rest @ ..] if rest.iter().all(|other| *other == Some(*first)) => Ok(*first),
        _ => {
            let message = format!("`{sign}` means different things in the notations of this query");
            let way_out =
                "name the notation, or write `*` for any ending and `?` for one character";
            Err(ParseError::new(text, place.clone(), message, way_out))
        }
    }
}
