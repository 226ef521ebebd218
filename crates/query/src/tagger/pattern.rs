//! Whether a word at a place in a text is the one a query asks for.

use crate::Word;

/// Sets the bit that tells small letters from capitals, in eight bytes at once.
const LOWER: u64 = 0x2020_2020_2020_2020;

/// A [`Word`] made ready: compared by its first eight bytes, then in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    bytes: Box<[u8]>,
    truncated: bool,
    /// How many bytes need no second look when `value` is there: all are small letters,
    /// which nothing but themselves and their capitals become.
    sure: usize,
    /// Which of the first eight bytes are given: those before the first `?`.
    pub(super) mask: u64,
    /// What they are, with [`LOWER`] set.
    pub(super) value: u64,
}

impl Pattern {
    pub(super) fn new(word: &Word) -> Self {
        let bytes = word.pattern.as_bytes();
        let given = bytes.iter().position(|byte| *byte == b'?').unwrap_or(bytes.len()).min(8);
        let mask = u64::MAX.checked_shr(64 - 8 * u32::try_from(given).unwrap_or(8)).unwrap_or(0);
        let value = first_eight(bytes, 0) & mask;
        let letters = bytes[..given].iter().all(u8::is_ascii_lowercase);
        let sure = if letters { given } else { 0 };
        Self { bytes: bytes.into(), truncated: word.truncated, sure, mask, value }
    }

    /// How many bytes of a word are given from its beginning, at most eight.
    pub(super) fn given(&self) -> u32 {
        self.mask.count_ones() / 8
    }

    /// Whether it stands for more than one word.
    pub(super) fn is_open(&self) -> bool {
        self.truncated || self.bytes.contains(&b'?')
    }

    /// Whether the word that begins here is the one asked for, `first` being what
    /// [`first_eight`] gives of it.
    #[inline]
    pub(super) fn is_at(&self, text: &[u8], start: usize, first: u64) -> bool {
        first & self.mask == self.value && self.goes_on(&text[start..])
    }

    /// Whether a word that has the first bytes is the one asked for: the rest, byte by
    /// byte. The text is ASCII in any case or folded.
    #[inline]
    pub(super) fn goes_on(&self, text: &[u8]) -> bool {
        let mut text = &text[self.sure..];
        for wanted in &self.bytes[self.sure..] {
            let Some((letter, rest)) = text.split_first() else { return false };
            text = rest;
            if *wanted != b'?' {
                if letter.to_ascii_lowercase() != *wanted {
                    return false;
                }
                continue;
            }
            if !is_word(*letter) {
                return false;
            }
            while let [0x80..=0xbf, rest @ ..] = text {
                text = rest;
            }
        }
        self.truncated || !text.first().is_some_and(|next| is_word(*next))
    }
}

/// In a folded text all bytes beyond ASCII belong to words; in others there are none.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

/// The eight bytes from a place on, the first lowest, letters in lower case. Other bytes
/// may become others: who finds what he wants looks again.
#[inline]
pub(super) fn first_eight(text: &[u8], start: usize) -> u64 {
    let rest = &text[start..];
    match rest.first_chunk::<8>() {
        Some(eight) => u64::from_le_bytes(*eight) | LOWER,
        None => last_few(rest),
    }
}

#[cold]
fn last_few(rest: &[u8]) -> u64 {
    rest.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte)) | LOWER
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;
    use proptest::prelude::*;

    fn is(pattern: &str, text: &str) -> bool {
        let (pattern, truncated) = match pattern.strip_suffix('*') {
            Some(pattern) => (pattern, true),
            None => (pattern, false),
        };
        let pattern = Pattern::new(&Word { pattern: pattern.into(), truncated });
        pattern.is_at(text.as_bytes(), 0, first_eight(text.as_bytes(), 0))
    }

    #[test]
    fn truncation_single_letters_and_ends() {
        assert!(is("photovolt*", "Photovoltaic cells") && is("photovolt*", "photovolt"));
        assert!(!is("photovolt", "photovoltaic") && !is("photovolt*", "photovol"));
        assert!(is("wom?n", "WOMEN,") && !is("wom?n", "wom n") && !is("wom?n", "womn"));
        assert!(is("?", "a b") && !is("?", "ab") && is("?*", "ab") && is("*", "x"));
        assert!(is("m2m", "m2m") && !is("m2m", "m\u{12}m"));
        assert!(is("na?ve", "naαve") && is("?α", "βα x") && !is("?", "βα"));
    }

    proptest! {
        #[test]
        fn as_on_the_folded_word(pattern in "[abα?]{0,10}\\*?", text in "[aAbBα]{1,12}[ -]?[aα]?") {
            let (stem, truncated) = match pattern.strip_suffix('*') {
                Some(stem) => (stem, true),
                None => (pattern.as_str(), false),
            };
            let words = fold::tokens(&text);
            let word = Word { pattern: stem.into(), truncated };
            let mut folded = Vec::new();
            super::super::plain::FOLDS.fold(&text, &mut folded);
            let found = Pattern::new(&word).is_at(&folded, 0, first_eight(&folded, 0));
            prop_assert_eq!(found, word.matches(&words[0].text));
        }
    }
}
