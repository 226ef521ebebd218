//! One text through the machine.

use super::blocks::Starts;
use super::found::Found;
use super::lexicon::{Fields, Lexicon, Step};
use super::pattern::first_eight;
use super::plain::FOLDS;
use super::spans::{Finder, Words};

/// Room for the work on one text, used again for the next.
#[derive(Default)]
pub struct Scratch {
    folded: Vec<u8>,
    starts: Starts,
    candidates: Vec<usize>,
    waiting: Vec<Waiting>,
    spans: Vec<(usize, usize)>,
}

/// A proximity of which a word was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Waiting {
    place: usize,
    atom: usize,
    /// The words among which it may stand: first, and behind the last.
    from: usize,
    to: usize,
}

impl Lexicon {
    /// Adds the atoms that a text holds.
    pub(super) fn scan(&self, text: &str, field: Fields, scratch: &mut Scratch, found: &mut Found) {
        let Scratch { folded, starts, candidates, waiting, spans } = scratch;
        let words = split(text, starts, folded);
        waiting.clear();
        for number in self.filter.candidates(words.text, words.starts, candidates) {
            self.verify(words, *number, field, waiting, found);
        }
        self.find_waiting(words, waiting, spans, found);
    }

    /// Looks at a word that passed the filter.
    #[inline]
    fn verify(
        &self,
        words: Words<'_>,
        number: usize,
        field: Fields,
        waiting: &mut Vec<Waiting>,
        found: &mut Found,
    ) {
        let start = words.starts[number];
        let first = first_eight(words.text, start);
        for anchor in self.filter.members(first) {
            if self.patterns[self.anchors[anchor]].goes_on(&words.text[start..]) {
                self.follow(words, number, anchor, field, waiting, found);
            }
        }
    }

    /// Does what is to be done when an anchor is found.
    fn follow(
        &self,
        words: Words<'_>,
        number: usize,
        anchor: usize,
        field: Fields,
        waiting: &mut Vec<Waiting>,
        found: &mut Found,
    ) {
        for then in &self.uses[anchor] {
            if !then.fields.meets(field) || found.has(then.atom) {
                continue;
            }
            match &then.step {
                Step::Chain { offset, chain } => {
                    let begins = number.checked_sub(*offset);
                    if begins.is_some_and(|from| words.has_chain(from, chain, &self.patterns)) {
                        found.set(then.atom);
                    }
                }
                Step::Place { place, reach } => waiting.push(Waiting {
                    place: *place,
                    atom: then.atom,
                    from: number.saturating_sub(*reach),
                    to: words.starts.len().min(number.saturating_add(*reach + 1)),
                }),
            }
        }
    }

    /// Looks for the proximities of which a word was found. Neighbourhoods that overlap
    /// are looked at together, so that a word that comes often costs no more than one
    /// pass.
    fn find_waiting(
        &self,
        words: Words<'_>,
        waiting: &mut [Waiting],
        spans: &mut Vec<(usize, usize)>,
        found: &mut Found,
    ) {
        waiting.sort_unstable();
        let overlap = |a: &Waiting, b: &Waiting| a.place == b.place && b.from < a.to;
        for group in waiting.chunk_by(overlap) {
            let [Waiting { place, atom, from, .. }, ..] = group else { continue };
            let to = group.last().map_or(0, |last| last.to);
            if !found.has(*atom) {
                let window = *from..to;
                let mut finder = Finder { words, patterns: &self.patterns, window, spans };
                if finder.occurs(&self.places[*place]) {
                    found.set(*atom);
                }
            }
        }
    }
}

/// Splits a text into words, folding it where it is not ASCII.
fn split<'a>(text: &'a str, starts: &'a mut Starts, folded: &'a mut Vec<u8>) -> Words<'a> {
    if starts.split_ascii(text.as_bytes()) {
        return Words { text: text.as_bytes(), starts: starts.get() };
    }
    FOLDS.fold(text, folded);
    starts.split_folded(folded);
    Words { text: folded, starts: starts.get() }
}

/// Work of one stage, for the benchmark.
impl Lexicon {
    pub(super) fn words(&self, text: &str, scratch: &mut Scratch) -> usize {
        split(text, &mut scratch.starts, &mut scratch.folded).starts.len()
    }

    pub(super) fn candidates(&self, text: &str, scratch: &mut Scratch) -> usize {
        let words = split(text, &mut scratch.starts, &mut scratch.folded);
        self.filter.candidates(words.text, words.starts, &mut scratch.candidates).len()
    }
}
