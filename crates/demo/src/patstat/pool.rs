//! Sentences of our own, into which words are put.

use std::collections::BTreeMap;

use sextant_query::{Word, fold};

use crate::Error;

const WORDS: &str = include_str!("../../data/patent-words.txt");

/// A sentence or title with places for words.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pieces: Vec<Piece>,
    /// Words in it; a phrase counts as one.
    pub(super) words: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Noun,
    Adjective,
    Phrase,
}

/// Everything texts are made of. Whatever would match a query has been left out.
#[derive(Clone, Debug)]
pub(super) struct Pool {
    nouns: Vec<&'static str>,
    adjectives: Vec<&'static str>,
    pub(super) titles: Vec<Frame>,
    pub(super) titles_with: Vec<Frame>,
    pub(super) sentences: Vec<Frame>,
    pub(super) sentences_with: Vec<Frame>,
    /// Language and title.
    pub(super) foreign: Vec<(&'static str, &'static str)>,
    /// Words that keep two phrases of an abstract apart, at the least.
    pub(super) apart: usize,
}

impl Pool {
    /// The pool without what matches one of the words that queries look for.
    pub(super) fn new(wanted: &[Word]) -> Result<Self, Error> {
        let neutral = |text: &str| {
            let words = fold::tokens(text);
            !words.iter().any(|word| wanted.iter().any(|pattern| pattern.matches(&word.text)))
        };
        let sections = sections();
        let lines = |name: &str| sections.get(name).cloned().unwrap_or_default();
        let words = |name: &str| -> Vec<&'static str> {
            lines(name).into_iter().flat_map(str::split_whitespace).filter(|w| neutral(w)).collect()
        };
        let frames = |name: &str| -> Vec<Frame> {
            lines(name).into_iter().map(Frame::read).filter(|f| neutral(&f.literal())).collect()
        };
        let pool = Self {
            nouns: words("noun"),
            adjectives: words("adjective"),
            titles: frames("title"),
            titles_with: frames("title with phrase"),
            sentences: frames("abstract"),
            sentences_with: frames("abstract with phrase"),
            foreign: lines("other").into_iter().filter_map(|line| line.split_once(' ')).collect(),
            apart: 0,
        };
        let apart = pool.sentences.iter().map(|frame| frame.words).min().unwrap_or(0);
        let complete = apart > 0
            && !pool.titles.is_empty()
            && !pool.titles_with.is_empty()
            && !pool.sentences_with.is_empty()
            && pool.nouns.len().min(pool.adjectives.len()) > 0;
        if complete {
            Ok(Self { apart, ..pool })
        } else {
            Err(Error::lacking(
                "their keyword queries match every sentence that neutral texts are made of",
            ))
        }
    }

    /// Writes a frame with words chosen by `bits`.
    pub(super) fn write(&self, frame: &Frame, bits: u64, phrase: &str, text: &mut String) {
        let mut bits = bits;
        let start = text.len();
        for piece in &frame.pieces {
            match piece {
                Piece::Text(literal) => text.push_str(literal),
                Piece::Noun => text.push_str(chosen(&self.nouns, &mut bits)),
                Piece::Adjective => text.push_str(chosen(&self.adjectives, &mut bits)),
                Piece::Phrase => text.push_str(phrase),
            }
        }
        if let Some(first) = text.get_mut(start..start + 1) {
            first.make_ascii_uppercase();
        }
    }

    /// A word that no query looks for.
    pub(super) fn neutral(&self) -> &'static str {
        self.nouns.first().copied().unwrap_or("housing")
    }

    /// Number of frames and words, to tell whether any was left out.
    #[cfg(test)]
    fn len(&self) -> usize {
        let frames = [&self.titles, &self.titles_with, &self.sentences, &self.sentences_with];
        self.nouns.len() + self.adjectives.len() + frames.iter().map(|f| f.len()).sum::<usize>()
    }
}

/// Takes one of a list and uses up a part of the bits.
fn chosen(list: &[&'static str], bits: &mut u64) -> &'static str {
    let count = u64::try_from(list.len()).unwrap_or(1).max(1);
    let at = usize::try_from(*bits % count).unwrap_or(0);
    *bits = (*bits / count) ^ bits.rotate_left(23);
    list.get(at).copied().unwrap_or("")
}

impl Frame {
    /// From a line in which `{n}`, `{a}` and `{p}` stand for a noun, an adjective and a
    /// phrase.
    fn read(line: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = line;
        while let Some(at) = rest.find('{') {
            let (before, hole) = rest.split_at(at);
            pieces.push(Piece::Text(before.to_owned()));
            pieces.push(match hole.get(..3) {
                Some("{n}") => Piece::Noun,
                Some("{a}") => Piece::Adjective,
                _ => Piece::Phrase,
            });
            rest = hole.get(3..).unwrap_or("");
        }
        pieces.push(Piece::Text(rest.to_owned()));
        Self { pieces, words: line.split_whitespace().count() }
    }

    /// Its own words.
    fn literal(&self) -> String {
        let text = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            _ => String::new(),
        };
        self.pieces.iter().map(text).collect::<Vec<_>>().join(" ")
    }
}

fn sections() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut sections: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut name = "";
    for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(section) => name = section,
            None => sections.entry(name).or_default().push(line),
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "what cannot be unwrapped in a test fails it")]

    use sextant_definitions::Definitions;

    use super::*;
    use crate::patstat::demand;

    #[test]
    fn nothing_of_the_pool_matches_a_word_of_the_definitions() {
        let definitions = Definitions::builtin().unwrap();
        let queries = definitions.patent_queries();
        let wanted = demand::words(queries.iter().map(|q| &q.query));
        assert!(wanted.len() > 40, "{}", wanted.len());
        let (all, left) = (Pool::new(&[]).unwrap(), Pool::new(&wanted).unwrap());
        assert_eq!(all.len(), left.len(), "something is left out: reword it");
        assert!(left.apart >= 12, "{}", left.apart);
    }

    #[test]
    fn frames_are_filled_with_a_capital_first() {
        let pool = Pool::new(&[]).unwrap();
        let mut text = String::new();
        pool.write(&Frame::read("{a} {n} with {p}."), 0, "solar cells", &mut text);
        assert_eq!(text, "Flat housing with solar cells.");
    }

    #[test]
    fn a_pool_that_matches_everywhere_is_refused() {
        let word = Word { pattern: "a".to_owned(), truncated: true };
        let error = Pool::new(&[word]).unwrap_err();
        assert!(error.to_string().contains("keyword queries"), "{error}");
    }
}
