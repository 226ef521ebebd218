//! The meaning of a query, spelled out: slow, and simple enough to be believed.
//!
//! The tagger must agree with it on every text.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::fold::{Token, tokens};
use crate::{Classes, Field, Hierarchy, Query, Scheme, Symbol, SymbolSet, Text, Word};

/// What a query is asked of: a patent family.
#[derive(Clone, Copy, Debug, Default)]
pub struct Document<'a> {
    /// Its title, or nothing.
    pub title: &'a str,
    /// Its abstract, or nothing.
    pub abstract_: &'a str,
    /// The IPC symbols of all its members.
    pub ipc: &'a [Symbol],
    /// The CPC symbols of all its members.
    pub cpc: &'a [Symbol],
}

/// Places where something was found: first and last word, and the words that count,
/// which are all but those between the sides of a proximity.
type Places = BTreeMap<(u32, u32), BTreeSet<u32>>;

/// The words of a document.
struct Words {
    title: Vec<Token>,
    abstract_: Vec<Token>,
}

impl Words {
    /// A phrase or a proximity lies wholly in one of these.
    fn fields(&self, field: Field) -> Vec<&[Token]> {
        match field {
            Field::Title => vec![&self.title],
            Field::Abstract => vec![&self.abstract_],
            Field::TitleOrAbstract => vec![&self.title, &self.abstract_],
        }
    }
}

/// Whether a query holds for a document.
#[must_use]
pub fn matches(query: &Query, document: &Document<'_>, hierarchy: &dyn Hierarchy) -> bool {
    let words = Words { title: tokens(document.title), abstract_: tokens(document.abstract_) };
    holds(query, document, &words, hierarchy)
}

fn holds(query: &Query, document: &Document<'_>, words: &Words, hierarchy: &dyn Hierarchy) -> bool {
    let part_holds = |part: &Query| holds(part, document, words, hierarchy);
    match query {
        Query::Text(field, text) => text_holds(text, &words.fields(*field)),
        Query::Class(scheme, classes) => {
            let symbols = match scheme {
                Scheme::Ipc => document.ipc,
                Scheme::Cpc => document.cpc,
            };
            classes_hold(classes, *scheme, symbols, hierarchy)
        }
        Query::And(parts) => parts.iter().all(part_holds),
        Query::Or(parts) => parts.iter().any(part_holds),
        Query::Not(left, right) => part_holds(left) && !part_holds(right),
    }
}

/// The bytes of the words in a text, standing in a field, that words, phrases and
/// proximities of a query found; in order, each word once. What stands to the right of
/// a `NOT` marks nothing. Whether the query as a whole holds does not matter.
#[must_use]
pub fn marks(query: &Query, text: &str, field: Field) -> Vec<Range<usize>> {
    let words = tokens(text);
    let mut marked = BTreeSet::new();
    mark_query(query, &words, field, &mut marked);
    let of = |number: &u32| words.iter().find(|word| word.number == *number);
    marked.iter().filter_map(of).map(|word| word.bytes.clone()).collect()
}

fn text_holds(text: &Text, fields: &[&[Token]]) -> bool {
    match text {
        Text::And(parts) => parts.iter().all(|part| text_holds(part, fields)),
        Text::Or(parts) => parts.iter().any(|part| text_holds(part, fields)),
        Text::Not(left, right) => text_holds(left, fields) && !text_holds(right, fields),
        Text::Word(_) | Text::Phrase(_) | Text::Near { .. } => {
            fields.iter().any(|words| !places(text, words).is_empty())
        }
    }
}

/// All places of a word, phrase or proximity, or of one of several, in a field.
fn places(text: &Text, words: &[Token]) -> Places {
    match text {
        Text::Word(word) => phrase_places(std::slice::from_ref(word), words),
        Text::Phrase(phrase) => phrase_places(phrase, words),
        Text::Near { ordered, distance, left, right } => {
            let (left, right) = (places(left, words), places(right, words));
            let mut found = one_before_the_other(&left, &right, *distance);
            if !ordered {
                merge(&mut found, one_before_the_other(&right, &left, *distance));
            }
            found
        }
        Text::Or(parts) => {
            let mut found = Places::new();
            parts.iter().for_each(|part| merge(&mut found, places(part, words)));
            found
        }
        // Neither can be a side of a proximity.
        Text::And(_) | Text::Not(..) => Places::new(),
    }
}

fn phrase_places(phrase: &[Word], words: &[Token]) -> Places {
    let here = |window: &&[Token]| {
        window.iter().zip(phrase).all(|(token, word)| word.matches(&token.text))
    };
    let place = |window: &[Token]| {
        let numbers: BTreeSet<u32> = window.iter().map(|token| token.number).collect();
        Some(((*numbers.first()?, *numbers.last()?), numbers))
    };
    words.windows(phrase.len().max(1)).filter(here).filter_map(place).collect()
}

fn one_before_the_other(left: &Places, right: &Places, distance: u8) -> Places {
    let mut found = Places::new();
    for ((first, left_last), left_words) in left {
        for ((right_first, last), right_words) in right {
            let behind = right_first.checked_sub(*left_last);
            if behind.is_some_and(|steps| (1..=u32::from(distance)).contains(&steps)) {
                let words = left_words | right_words;
                merge(&mut found, Places::from([((*first, *last), words)]));
            }
        }
    }
    found
}

fn merge(found: &mut Places, more: Places) {
    for (place, words) in more {
        found.entry(place).or_default().extend(words);
    }
}

fn classes_hold(
    classes: &Classes,
    scheme: Scheme,
    symbols: &[Symbol],
    hierarchy: &dyn Hierarchy,
) -> bool {
    let hold = |part: &Classes| classes_hold(part, scheme, symbols, hierarchy);
    match classes {
        Classes::Set(set) => {
            symbols.iter().any(|symbol| symbol_in_set(*symbol, *set, scheme, hierarchy))
        }
        Classes::And(parts) => parts.iter().all(hold),
        Classes::Or(parts) => parts.iter().any(hold),
        Classes::Not(left, right) => hold(left) && !hold(right),
    }
}

fn symbol_in_set(
    symbol: Symbol,
    set: SymbolSet,
    scheme: Scheme,
    hierarchy: &dyn Hierarchy,
) -> bool {
    match set {
        SymbolSet::Named(named) => named.contains(symbol),
        SymbolSet::Range(first, last) => first <= symbol && symbol <= last.last(),
        SymbolSet::Low(top) => {
            let below = hierarchy.below(scheme, top).unwrap_or_default();
            top.contains(symbol) || below.contains(&symbol)
        }
    }
}

fn mark_query(query: &Query, words: &[Token], field: Field, marked: &mut BTreeSet<u32>) {
    match query {
        Query::Text(place, text) if covers(*place, field) => mark_text(text, words, marked),
        Query::Text(..) | Query::Class(..) => {}
        Query::And(parts) | Query::Or(parts) => {
            parts.iter().for_each(|part| mark_query(part, words, field, marked));
        }
        Query::Not(left, _) => mark_query(left, words, field, marked),
    }
}

fn covers(asked: Field, field: Field) -> bool {
    asked == field || asked == Field::TitleOrAbstract || field == Field::TitleOrAbstract
}

fn mark_text(text: &Text, words: &[Token], marked: &mut BTreeSet<u32>) {
    match text {
        Text::And(parts) | Text::Or(parts) => {
            parts.iter().for_each(|part| mark_text(part, words, marked));
        }
        Text::Not(left, _) => mark_text(left, words, marked),
        Text::Word(_) | Text::Phrase(_) | Text::Near { .. } => {
            places(text, words).into_values().for_each(|found| marked.extend(found));
        }
    }
}
