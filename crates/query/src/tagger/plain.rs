//! Texts beyond ASCII made plain enough for the same machine.

use std::sync::LazyLock;

use crate::fold::fold_char;

/// One for all taggers.
pub(super) static FOLDS: LazyLock<Folds> = LazyLock::new(Folds::new);

/// What the characters of European languages and their punctuation become, made ready.
pub(super) struct Folds {
    table: Vec<Folded>,
}

/// UTF-8 of what a character becomes, if it is short.
#[derive(Clone, Copy)]
struct Folded {
    bytes: [u8; 7],
    /// [`LONG`] where it does not fit.
    length: u8,
}

const LONG: u8 = u8::MAX;

/// The table ends before this character: letters of two bytes, then punctuation.
const END: char = '\u{2100}';

impl Folds {
    fn new() -> Self {
        Self { table: ('\0'..END).map(Folded::new).collect() }
    }

    /// Folds a text so that every byte beyond ASCII belongs to a word. ASCII, which the
    /// machine reads as it is, is copied.
    pub(super) fn fold(&self, text: &str, into: &mut Vec<u8>) {
        into.clear();
        into.reserve(text.len() + PART);
        let mut rest = text;
        loop {
            let plain = copy_ascii(rest.as_bytes(), into);
            let mut characters = rest[plain..].chars();
            let Some(character) = characters.next() else { return };
            self.character(character, into);
            rest = characters.as_str();
        }
    }

    #[inline]
    fn character(&self, character: char, into: &mut Vec<u8>) {
        let place = usize::try_from(u32::from(character)).unwrap_or(usize::MAX);
        match self.table.get(place) {
            Some(Folded { bytes, length }) if *length != LONG => {
                // A fixed size is copied without a call.
                let end = into.len() + usize::from(*length);
                into.extend_from_slice(bytes);
                into.truncate(end);
            }
            _ => write(character, into),
        }
    }
}

impl Folded {
    fn new(character: char) -> Self {
        let mut folded = Vec::new();
        write(character, &mut folded);
        let mut bytes = [0; 7];
        let length = match bytes.get_mut(..folded.len()) {
            Some(place) => {
                place.copy_from_slice(&folded);
                u8::try_from(folded.len()).unwrap_or(LONG)
            }
            None => LONG,
        };
        Self { bytes, length }
    }
}

fn write(character: char, into: &mut Vec<u8>) {
    fold_char(character, |folded| {
        into.extend_from_slice(folded.encode_utf8(&mut [0; 4]).as_bytes());
    });
}

/// Bytes that are looked at together.
const PART: usize = 16;
const HIGH: u128 = 0x8080_8080_8080_8080_8080_8080_8080_8080;

/// Copies the ASCII that a text begins with and gives its length.
fn copy_ascii(text: &[u8], into: &mut Vec<u8>) -> usize {
    let (parts, last) = text.as_chunks::<PART>();
    let mut copied = 0;
    for part in parts {
        let high = u128::from_le_bytes(*part) & HIGH;
        into.extend_from_slice(part);
        if high != 0 {
            let plain = high.trailing_zeros() as usize / 8;
            into.truncate(into.len() - PART + plain);
            return copied + plain;
        }
        copied += PART;
    }
    let plain = last.iter().take_while(|byte| byte.is_ascii()).count();
    into.extend_from_slice(&last[..plain]);
    copied + plain
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]

    use super::*;
    use crate::fold::tokens;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_same_words_as_folding_each(text in "(\\PC|[a-c ]{0,40}|[à-ÿ–“°]{0,3}){0,12}") {
            let mut folded = Vec::new();
            FOLDS.fold(&text, &mut folded);
            let folded = String::from_utf8(folded).unwrap().to_ascii_lowercase();
            let words: Vec<&str> = folded
                .split(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric())
                .filter(|word| !word.is_empty())
                .collect();
            let expected: Vec<String> = tokens(&text).into_iter().map(|word| word.text).collect();
            prop_assert_eq!(words, expected);
        }
    }

    #[test]
    fn every_character_becomes_what_folding_makes_of_it() {
        let (mut folded, mut expected) = (Vec::new(), Vec::new());
        for character in '\u{80}'..=char::MAX {
            folded.clear();
            expected.clear();
            FOLDS.character(character, &mut folded);
            write(character, &mut expected);
            assert_eq!(folded, expected, "U+{:04X}", u32::from(character));
        }
    }
}
