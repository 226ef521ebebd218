//! Words and phrases of a query, as they are written.

use std::ops::Range;

use crate::fold::{SEPARATOR, fold_char};
use crate::{ParseError, Text, Word};

/// A word without quotation marks. One with a hyphen in it is a phrase.
pub(crate) fn bare(text: &str, span: Range<usize>) -> Result<Text, ParseError> {
    Reading::new(text, span, false)?.text()
}

/// What stands in quotation marks.
pub(crate) fn quoted(text: &str, span: Range<usize>) -> Result<Text, ParseError> {
    Reading::new(text, span, true)?.text()
}

/// Words being read, character by character.
struct Reading<'a> {
    source: &'a str,
    span: Range<usize>,
    done: Vec<Word>,
    word: Word,
    /// Where the word at hand begins.
    start: usize,
    /// Where its `*` stands.
    star: Range<usize>,
}

impl<'a> Reading<'a> {
    fn new(source: &'a str, span: Range<usize>, quoted: bool) -> Result<Self, ParseError> {
        let start = span.start;
        let word = empty();
        let (done, star) = (Vec::new(), start..start);
        let mut reading = Self { source, span: span.clone(), done, word, start, star };
        let written = source.get(span.clone()).unwrap_or_default();
        reading.check_beginning(written, quoted)?;
        for (at, character) in written.char_indices() {
            let place = span.start + at..span.start + at + character.len_utf8();
            match character {
                '*' => reading.truncate(place)?,
                '?' => reading.letter('?', place)?,
                sign if is_foreign(sign, quoted) => return Err(reading.foreign(sign, place)),
                other => reading.fold(other, &place)?,
            }
        }
        reading.end_word(span.end)?;
        Ok(reading)
    }

    fn fold(&mut self, character: char, place: &Range<usize>) -> Result<(), ParseError> {
        let mut folded = Vec::new();
        fold_char(character, |part| folded.push(part));
        for part in folded {
            match part {
                SEPARATOR => self.end_word(place.start)?,
                letter => self.letter(letter, place.clone())?,
            }
        }
        Ok(())
    }

    fn letter(&mut self, letter: char, place: Range<usize>) -> Result<(), ParseError> {
        if self.word.truncated {
            let message = "`*` stands inside a word";
            let way_out = "it can only end one; `?` stands for exactly one letter or digit";
            return Err(self.error(self.star.clone(), message, way_out));
        }
        if self.word.pattern.is_empty() {
            self.start = place.start;
        }
        self.word.pattern.push(letter);
        Ok(())
    }

    fn truncate(&mut self, place: Range<usize>) -> Result<(), ParseError> {
        let letters = self.word.pattern.chars().filter(|letter| *letter != '?').count();
        if self.word.truncated {
            let message = "one `*` behind another says nothing more";
            return Err(self.error(place, message, "write one"));
        }
        if letters < 2 {
            let message = "`*` stands behind fewer than two letters or digits";
            return Err(self.error(place, message, "write more of the word before it"));
        }
        self.word.truncated = true;
        self.star = place;
        Ok(())
    }

    fn end_word(&mut self, end: usize) -> Result<(), ParseError> {
        let word = std::mem::replace(&mut self.word, empty());
        if word.pattern.is_empty() {
            return Ok(());
        }
        if word.pattern.chars().all(|letter| letter == '?') {
            let message = "a word of `?` alone would be any word";
            let way_out = "write at least one letter or digit";
            return Err(self.error(self.start..end, message, way_out));
        }
        self.done.push(word);
        Ok(())
    }

    /// A hyphen before a word is NOT elsewhere.
    fn check_beginning(&self, written: &str, quoted: bool) -> Result<(), ParseError> {
        if quoted || !written.starts_with('-') || written.len() == 1 {
            return Ok(());
        }
        let message = "a word cannot begin with a hyphen";
        let way_out = "write NOT to exclude a word, or leave the hyphen out";
        Err(self.error(self.span.start..self.span.start + 1, message, way_out))
    }

    fn foreign(&self, sign: char, place: Range<usize>) -> ParseError {
        let message = format!("`{sign}` is not a sign of this language");
        let way_out = "write `*` for any ending and `?` for one letter or digit; queries in \
            other notations can be imported";
        self.error(place, message, way_out)
    }

    fn text(mut self) -> Result<Text, ParseError> {
        match (self.done.pop(), self.done.is_empty()) {
            (Some(word), true) => Ok(Text::Word(word)),
            (Some(word), false) => {
                self.done.push(word);
                Ok(Text::Phrase(self.done))
            }
            (None, _) => {
                let message = "there is no letter or digit here";
                Err(self.error(self.span.clone(), message, "write a word or a phrase"))
            }
        }
    }

    fn error(&self, span: Range<usize>, message: impl Into<String>, expected: &str) -> ParseError {
        ParseError::new(self.source, span, message, expected)
    }
}

fn empty() -> Word {
    Word { pattern: String::new(), truncated: false }
}

/// Signs that other notations give a meaning to: not to be passed over in silence.
/// Without quotation marks only what stands inside words separates them: hyphens,
/// apostrophes, full stops and strokes.
fn is_foreign(sign: char, quoted: bool) -> bool {
    if quoted {
        return matches!(sign, '+' | '$' | '#' | '%' | '!' | '~' | '_');
    }
    sign.is_ascii() && !sign.is_ascii_alphanumeric() && !matches!(sign, '-' | '\'' | '.' | '/')
}
