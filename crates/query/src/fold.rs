//! Texts become words: folded, split and numbered, for queries and documents alike.
//!
//! Each character on its own is decomposed (NFKD), loses its marks and is put in lower
//! case. What is then a letter or a digit ([`char::is_alphanumeric`]) belongs to a word,
//! everything else separates words. LANGUAGE.md lists the cases worth knowing.

use std::ops::Range;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Position in the text, from 1.
    pub number: u32,
    /// The word, folded: letters and digits only.
    pub text: String,
    /// Where it stands in the text as given. The two words of `½` share one place.
    pub bytes: Range<usize>,
}

/// What separates words, as [`fold_char`] gives it.
pub const SEPARATOR: char = ' ';

/// Gives what a character becomes: letters and digits in lower case without marks,
/// [`SEPARATOR`] for everything else, and nothing for marks and invisible characters.
///
/// A character never changes by what stands around it, and folding what was folded
/// changes nothing. ASCII letters and digits give one character, their lower case; all
/// other ASCII gives one separator.
pub fn fold_char(character: char, mut each: impl FnMut(char)) {
    if character.is_ascii() {
        let word = character.is_ascii_alphanumeric();
        return each(if word { character.to_ascii_lowercase() } else { SEPARATOR });
    }
    if is_invisible(character) {
        return;
    }
    if is_trade_mark(character) {
        return each(SEPARATOR);
    }
    decompose_compatible(character, |part| {
        if !is_combining_mark(part) {
            part.to_lowercase().filter(|low| !is_combining_mark(*low)).for_each(|low| {
                each(if low.is_alphanumeric() { one_sigma(low) } else { SEPARATOR });
            });
        }
    });
}

/// Soft hyphen, zero-width joiners, word joiner and byte order mark stand inside words
/// without being seen.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// NFKD would glue `TM` and `SM` to the name before the sign.
fn is_trade_mark(character: char) -> bool {
    matches!(character, '\u{2122}' | '\u{2120}')
}

/// The sigma at the end of a Greek word is the one inside it.
fn one_sigma(character: char) -> char {
    if character == 'ς' { 'σ' } else { character }
}

/// The words of a text, numbered from 1.
///
/// ```
/// let words = sextant_query::fold::tokens("Lithium-ion cells, CO₂-free");
/// let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
/// assert_eq!(texts, ["lithium", "ion", "cells", "co2", "free"]);
/// assert_eq!((words[3].number, words[3].bytes.clone()), (4, 19..24));
/// ```
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut split = Split::default();
    for (start, character) in text.char_indices() {
        split.read(character, start..start + character.len_utf8());
    }
    split.end();
    split.done
}

/// The words read so far and the one being read.
#[derive(Default)]
struct Split {
    done: Vec<Token>,
    text: String,
    bytes: Range<usize>,
}

impl Split {
    fn read(&mut self, character: char, place: Range<usize>) {
        let mut nothing = true;
        fold_char(character, |folded| {
            nothing = false;
            if folded == SEPARATOR {
                self.end();
            } else {
                self.letter(folded, &place);
            }
        });
        let belongs_to_the_letter_before = nothing && !self.text.is_empty();
        if belongs_to_the_letter_before {
            self.bytes.end = place.end;
        }
    }

    fn letter(&mut self, folded: char, place: &Range<usize>) {
        if self.text.is_empty() {
            self.bytes.start = place.start;
        }
        self.text.push(folded);
        self.bytes.end = place.end;
    }

    fn end(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let number = u32::try_from(self.done.len()).map_or(u32::MAX, |before| before + 1);
        let text = std::mem::take(&mut self.text);
        self.done.push(Token { number, text, bytes: self.bytes.clone() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn folding_twice_is_folding_once() {
        for character in '\0'..=char::MAX {
            let mut once = String::new();
            fold_char(character, |folded| once.push(folded));
            let mut twice = String::new();
            once.chars().for_each(|again| fold_char(again, |folded| twice.push(folded)));
            assert_eq!(once, twice, "U+{:04X}", u32::from(character));
        }
    }

    #[test]
    fn accents_ligatures_and_signs() {
        assert_eq!(words("Ångström E\u{301}TUDE ﬁbre"), ["angstrom", "etude", "fibre"]);
        assert_eq!(words("½ m² 25℃ x™y"), ["1", "2", "m2", "25", "c", "x", "y"]);
        assert_eq!(words("photo\u{ad}voltaic ΟΔΟΣ οδος"), ["photovoltaic", "οδοσ", "οδοσ"]);
        assert_eq!(words("Ørsted Straße æther"), ["ørsted", "straße", "æther"]);
        assert_eq!(words("--- …"), Vec::<String>::new());
    }

    #[test]
    fn places_hold_the_marks() {
        let text = "a cafe\u{301}\u{ad}s!";
        let place = tokens(text).pop().map(|token| token.bytes);
        assert_eq!(place, Some(2..text.len() - 1));
    }
}
