//! What a family needs to match a query: symbols and phrases.

use std::collections::BTreeMap;

use sextant_definitions::Expansions;
use sextant_query::{Classes, Field, Query, Scheme, Symbol, Text, Word};

use crate::draws::Stream;
use crate::patstat::symbols::Known;

/// How truncated words go on.
const ENDINGS: &str = include_str!("../../data/patent-endings.txt");

/// What has to stand in a family.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Demand {
    pub(super) ipc: Vec<Symbol>,
    pub(super) cpc: Vec<Symbol>,
    /// Words that stand together, and in which part.
    pub(super) phrases: Vec<(Field, String)>,
}

/// Turns queries into demands.
#[derive(Debug)]
pub(super) struct Planner<'a> {
    pub(super) known: Known,
    expansions: &'a Expansions,
    endings: BTreeMap<&'static str, &'static str>,
}

impl<'a> Planner<'a> {
    pub(super) fn new(known: Known, expansions: &'a Expansions) -> Self {
        let endings = ENDINGS.lines().filter_map(|line| line.split_once(' ')).collect();
        Self { known, expansions, endings }
    }

    /// Adds what makes a query hold, as far as the query can be met by having things:
    /// what must not be there is for the caller to check.
    pub(super) fn meet(&self, query: &Query, stream: &mut Stream, demand: &mut Demand) {
        match query {
            Query::Text(field, text) => self.meet_text(*field, text, stream, demand),
            Query::Class(scheme, classes) => self.meet_classes(*scheme, classes, stream, demand),
            Query::And(all) => all.iter().for_each(|part| self.meet(part, stream, demand)),
            Query::Or(any) => {
                if let Some(one) = stream.pick(any) {
                    self.meet(one, stream, demand);
                }
            }
            Query::Not(wanted, _) => self.meet(wanted, stream, demand),
        }
    }

    fn meet_text(&self, field: Field, text: &Text, stream: &mut Stream, demand: &mut Demand) {
        match text {
            Text::And(all) => {
                all.iter().for_each(|part| self.meet_text(field, part, stream, demand));
            }
            Text::Or(any) => {
                if let Some(one) = stream.pick(any) {
                    self.meet_text(field, one, stream, demand);
                }
            }
            Text::Not(wanted, _) => self.meet_text(field, wanted, stream, demand),
            Text::Word(_) | Text::Phrase(_) | Text::Near { .. } => {
                let phrase = written(self.phrase(text, stream), stream);
                demand.phrases.push((field, phrase));
            }
        }
    }

    fn meet_classes(
        &self,
        scheme: Scheme,
        classes: &Classes,
        stream: &mut Stream,
        demand: &mut Demand,
    ) {
        match classes {
            Classes::Set(set) => {
                let symbol = self.known.choose(*set, scheme, self.expansions, stream);
                match scheme {
                    Scheme::Ipc => demand.ipc.push(symbol),
                    Scheme::Cpc => demand.cpc.push(symbol),
                }
            }
            Classes::And(all) => {
                all.iter().for_each(|part| self.meet_classes(scheme, part, stream, demand));
            }
            Classes::Or(any) => {
                if let Some(one) = stream.pick(any) {
                    self.meet_classes(scheme, one, stream, demand);
                }
            }
            Classes::Not(wanted, _) => self.meet_classes(scheme, wanted, stream, demand),
        }
    }

    fn phrase(&self, text: &Text, stream: &mut Stream) -> String {
        match text {
            Text::Word(word) => self.word(word),
            Text::Phrase(words) => {
                words.iter().map(|word| self.word(word)).collect::<Vec<_>>().join(" ")
            }
            Text::Near { ordered, distance, left, right } => {
                let mut sides = [self.phrase(left, stream), self.phrase(right, stream)];
                if !ordered && stream.one_in(2) {
                    sides.reverse();
                }
                let between = stream.below(u64::from(*distance).min(3));
                let [first, last] = sides;
                match between {
                    0 => format!("{first} {last}"),
                    1 if first == last => format!("{first} to {last}"),
                    1 => format!("{first} of {last}"),
                    _ => format!("{first} of the {last}"),
                }
            }
            Text::Or(any) => {
                stream.pick(any).map(|one| self.phrase(one, stream)).unwrap_or_default()
            }
            Text::And(all) => {
                all.iter().map(|one| self.phrase(one, stream)).collect::<Vec<_>>().join(" ")
            }
            Text::Not(wanted, _) => self.phrase(wanted, stream),
        }
    }

    fn word(&self, word: &Word) -> String {
        let ending = self.endings.get(word.pattern.as_str()).filter(|_| word.truncated);
        ending.map_or_else(|| word.pattern.replace('?', "e"), |whole| (*whole).to_owned())
    }
}

/// As people write: mostly plain, now and then with hyphens or capitals.
fn written(phrase: String, stream: &mut Stream) -> String {
    match stream.below(8) {
        0 => phrase.replace(' ', "-"),
        1 => phrase.to_uppercase(),
        _ => phrase,
    }
}

/// Every word that queries look for.
pub(super) fn words<'a>(queries: impl Iterator<Item = &'a Query>) -> Vec<Word> {
    let mut found = Vec::new();
    for query in queries {
        each_text(query, &mut |text| match text {
            Text::Word(word) => found.push(word.clone()),
            Text::Phrase(words) => found.extend(words.iter().cloned()),
            _ => {}
        });
    }
    found.sort();
    found.dedup();
    found
}

/// The longest distance at which a query looks for two words.
pub(super) fn reach<'a>(queries: impl Iterator<Item = &'a Query>) -> usize {
    let mut longest = 1;
    for query in queries {
        each_text(query, &mut |text| {
            if let Text::Near { distance, .. } = text {
                longest = longest.max(usize::from(*distance));
            }
        });
    }
    longest
}

fn each_text(query: &Query, visit: &mut impl FnMut(&Text)) {
    match query {
        Query::Text(_, text) => each_part(text, visit),
        Query::Class(..) => {}
        Query::And(parts) | Query::Or(parts) => {
            parts.iter().for_each(|part| each_text(part, visit));
        }
        Query::Not(left, right) => {
            each_text(left, visit);
            each_text(right, visit);
        }
    }
}

fn each_part(text: &Text, visit: &mut impl FnMut(&Text)) {
    visit(text);
    match text {
        Text::Word(_) | Text::Phrase(_) => {}
        Text::And(parts) | Text::Or(parts) => {
            parts.iter().for_each(|part| each_part(part, visit));
        }
        Text::Near { left, right, .. } | Text::Not(left, right) => {
            each_part(left, visit);
            each_part(right, visit);
        }
    }
}
