//! Phrases and proximities on the words of a text, with all their overlapping matches.

use std::ops::Range;

use super::pattern::{Pattern, first_eight};
use super::place::Place;

/// A text and where its words begin.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) text: &'a [u8],
    pub(super) starts: &'a [usize],
}

impl Words<'_> {
    /// Whether the word with this number, from 0, is one that the pattern stands for.
    pub(super) fn is(&self, number: usize, pattern: &Pattern) -> bool {
        self.starts
            .get(number)
            .is_some_and(|start| pattern.is_at(self.text, *start, first_eight(self.text, *start)))
    }

    /// Whether a chain of patterns stands on the words from this one on.
    pub(super) fn has_chain(&self, from: usize, chain: &[usize], patterns: &[Pattern]) -> bool {
        chain.iter().zip(from..).all(|(pattern, number)| self.is(number, &patterns[*pattern]))
    }
}

/// First and last word of a match.
type Span = (usize, usize);

/// Finds the matches of a place within some words of a text.
pub(super) struct Finder<'a> {
    pub(super) words: Words<'a>,
    pub(super) patterns: &'a [Pattern],
    pub(super) window: Range<usize>,
    /// Matches of the parts at hand, those of later parts behind those of earlier ones.
    pub(super) spans: &'a mut Vec<Span>,
}

impl Finder<'_> {
    /// Whether it occurs at all.
    pub(super) fn occurs(&mut self, place: &Place) -> bool {
        self.spans.clear();
        self.find(place);
        !self.spans.is_empty()
    }

    /// Puts all matches behind what is there, in order and each once.
    fn find(&mut self, place: &Place) {
        let begin = self.spans.len();
        match place {
            Place::Chain(chain) => self.find_chain(chain),
            Place::Or(members) => {
                members.iter().for_each(|member| self.find(member));
                self.tidy(begin);
            }
            Place::Near { ordered, distance, left, right } => {
                self.find(left);
                let middle = self.spans.len();
                if middle == begin {
                    return;
                }
                self.find(right);
                let end = self.spans.len();
                self.join(begin..middle, middle..end, *distance);
                if !ordered {
                    self.join(middle..end, begin..middle, *distance);
                }
                self.spans.drain(begin..end);
                self.tidy(begin);
            }
        }
    }

    fn find_chain(&mut self, chain: &[usize]) {
        for from in self.window.clone() {
            let last = from + chain.len() - 1;
            if last < self.window.end && self.words.has_chain(from, chain, self.patterns) {
                self.spans.push((from, last));
            }
        }
    }

    /// Adds what an earlier and a later match make together. Matches are in the order of
    /// their first words.
    fn join(&mut self, earlier: Range<usize>, later: Range<usize>, distance: usize) {
        for at in earlier {
            let (first, last) = self.spans[at];
            let rights = &self.spans[later.clone()];
            let near = rights.partition_point(|(right, _)| *right <= last);
            let far = rights.partition_point(|(right, _)| *right <= last + distance);
            for right in later.start + near..later.start + far {
                let end = self.spans[right].1;
                self.spans.push((first, end));
            }
        }
    }

    fn tidy(&mut self, begin: usize) {
        self.spans[begin..].sort_unstable();
        let mut kept = begin;
        for at in begin..self.spans.len() {
            if kept == begin || self.spans[kept - 1] != self.spans[at] {
                self.spans[kept] = self.spans[at];
                kept += 1;
            }
        }
        self.spans.truncate(kept);
    }
}
