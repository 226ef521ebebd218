//! Prints the canonical form: one spelling for each query.

use std::fmt::{self, Display, Formatter};

use crate::token::{PLACES, Place, reads_as_operator};
use crate::{Classes, Depth, Query, SymbolSet, Text, Word};

/// What stands around a part: whether it needs parentheses.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    Nothing,
    And,
    Or,
    Not,
    /// Left side of a proximity: chains group from the left.
    NearLeft,
    NearRight,
}

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        query(self, Around::Nothing, f)
    }
}

impl Display for Text {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        text(self, Around::Nothing, f)
    }
}

impl Display for Classes {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        classes(self, Around::Nothing, f)
    }
}

impl Display for Word {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.pattern)?;
        f.write_str(if self.truncated { "*" } else { "" })
    }
}

fn query(query: &Query, around: Around, f: &mut Formatter<'_>) -> fmt::Result {
    match query {
        Query::Text(field, inner) => {
            place(Place::Text(*field), matches!(inner, Text::Word(_)), inner, f)
        }
        Query::Class(scheme, inner) => place(Place::Class(*scheme), is_one_word(inner), inner, f),
        Query::And(parts) => sequence(parts, " AND ", (Around::And, around), self::query, f),
        Query::Or(parts) => sequence(parts, " OR ", (Around::Or, around), self::query, f),
        Query::Not(left, right) => {
            pair((left.as_ref(), right.as_ref()), " NOT ", around, self::query, f)
        }
    }
}

/// A single word goes without parentheses.
fn place(place: Place, bare: bool, inner: &dyn Display, f: &mut Formatter<'_>) -> fmt::Result {
    let name = PLACES.iter().find(|(_, known)| *known == place).map_or("", |(name, _)| name);
    if bare { write!(f, "{name}:{inner}") } else { write!(f, "{name}:({inner})") }
}

/// Classes and subclasses are written without a blank.
fn is_one_word(classes: &Classes) -> bool {
    match classes {
        Classes::Set(SymbolSet::Named(symbol)) => symbol.depth() <= Depth::Subclass,
        _ => false,
    }
}

fn text(text: &Text, around: Around, f: &mut Formatter<'_>) -> fmt::Result {
    match text {
        Text::Word(word) if !word.truncated && reads_as_operator(&word.pattern) => {
            write!(f, "\"{word}\"")
        }
        Text::Word(word) => write!(f, "{word}"),
        Text::Phrase(words) => phrase(words, f),
        Text::Near { ordered, distance, left, right } => {
            let open = !matches!(around, Around::Nothing | Around::NearLeft);
            parentheses(open, f, |f| {
                self::text(left, Around::NearLeft, f)?;
                write!(f, " {}{distance} ", if *ordered { "ADJ" } else { "NEAR" })?;
                self::text(right, Around::NearRight, f)
            })
        }
        Text::And(parts) => sequence(parts, " AND ", (Around::And, around), self::text, f),
        Text::Or(parts) => sequence(parts, " OR ", (Around::Or, around), self::text, f),
        Text::Not(left, right) => {
            pair((left.as_ref(), right.as_ref()), " NOT ", around, self::text, f)
        }
    }
}

fn phrase(words: &[Word], f: &mut Formatter<'_>) -> fmt::Result {
    f.write_str("\"")?;
    for (at, word) in words.iter().enumerate() {
        write!(f, "{}{word}", if at > 0 { " " } else { "" })?;
    }
    f.write_str("\"")
}

fn classes(classes: &Classes, around: Around, f: &mut Formatter<'_>) -> fmt::Result {
    match classes {
        Classes::Set(set) => write!(f, "{set}"),
        Classes::And(parts) => sequence(parts, " AND ", (Around::And, around), self::classes, f),
        Classes::Or(parts) => sequence(parts, " OR ", (Around::Or, around), self::classes, f),
        Classes::Not(left, right) => {
            pair((left.as_ref(), right.as_ref()), " NOT ", around, self::classes, f)
        }
    }
}

type Print<N> = fn(&N, Around, &mut Formatter<'_>) -> fmt::Result;

/// A sequence inside a sequence of the same operator is part of it.
fn sequence<N>(
    parts: &[N],
    operator: &str,
    (own, around): (Around, Around),
    print: Print<N>,
    f: &mut Formatter<'_>,
) -> fmt::Result {
    if let [single] = parts {
        return print(single, around, f);
    }
    parentheses(around != Around::Nothing && around != own, f, |f| {
        for (at, part) in parts.iter().enumerate() {
            f.write_str(if at > 0 { operator } else { "" })?;
            print(part, own, f)?;
        }
        Ok(())
    })
}

fn pair<N>(
    (left, right): (&N, &N),
    operator: &str,
    around: Around,
    print: Print<N>,
    f: &mut Formatter<'_>,
) -> fmt::Result {
    parentheses(around != Around::Nothing, f, |f| {
        print(left, Around::Not, f)?;
        f.write_str(operator)?;
        print(right, Around::Not, f)
    })
}

fn parentheses(
    open: bool,
    f: &mut Formatter<'_>,
    inside: impl FnOnce(&mut Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    f.write_str(if open { "(" } else { "" })?;
    inside(f)?;
    f.write_str(if open { ")" } else { "" })
}
