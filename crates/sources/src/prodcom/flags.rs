//! Flags of cells.

use crate::ShortCode;
use crate::read::{Fault, shown};

/// Bit of the flag for confidential.
const CONFIDENTIAL: u8 = b'c';

/// Flags of one cell, each a letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flags(u32);

impl Flags {
    /// Adds flags as published: letters in either case, with colons, commas and
    /// blanks between them (`e`, `:C`, `b,p`). `A` alone is the normal value of
    /// SDMX and no flag.
    ///
    /// # Errors
    /// `bad-flag`, naming `column`.
    pub(super) fn add(&mut self, cell: &[u8], column: &str) -> Result<(), Fault> {
        if cell == b"A" {
            return Ok(());
        }
        for &byte in cell {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' => self.set(byte),
                b':' | b' ' | b',' | b';' | b'|' => {}
                _ => return Err(bad(cell, column)),
            }
        }
        Ok(())
    }

    /// Adds what `CONF_STATUS` says: `F` is free, every other letter of its code list
    /// is a kind of confidentiality.
    pub(super) fn add_confidentiality(&mut self, cell: &[u8]) {
        if cell.iter().any(|byte| byte.is_ascii_alphabetic() && !matches!(byte, b'F' | b'f')) {
            self.set(CONFIDENTIAL);
        }
    }

    /// Adds all of `other`.
    pub(super) fn merge(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Whether the cell is confidential.
    pub(super) fn confidential(self) -> bool {
        self.0 & bit(CONFIDENTIAL) != 0
    }

    /// Whether there are none.
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The letters in lower case and in the order of the alphabet; a fifth and further
    /// one, which no publisher uses, has no room.
    pub(super) fn text(self) -> ShortCode {
        let mut text = ShortCode::new();
        for letter in b'a'..=b'z' {
            if self.0 & bit(letter) != 0 && text.try_push(char::from(letter)).is_err() {
                return text;
            }
        }
        text
    }

    fn set(&mut self, letter: u8) {
        self.0 |= bit(letter.to_ascii_lowercase());
    }
}

fn bit(letter: u8) -> u32 {
    1 << (letter - b'a')
}

fn bad(cell: &[u8], column: &str) -> Fault {
    let detail = format!(
        "Column {column} holds `{}`, where flags such as c or e were expected.",
        shown(cell)
    );
    Fault::bad("bad-flag", detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(cells: &[&str]) -> Option<String> {
        let mut flags = Flags::default();
        for cell in cells {
            flags.add(cell.as_bytes(), "OBS_FLAG").ok()?;
        }
        Some(flags.text().to_string())
    }

    #[test]
    fn flags_are_sorted_letters() {
        assert_eq!(text(&[]).as_deref(), Some(""));
        assert_eq!(text(&[":C", "e"]).as_deref(), Some("ce"));
        assert_eq!(text(&["p, b"]).as_deref(), Some("bp"));
        assert_eq!(text(&["A"]).as_deref(), Some(""));
        assert_eq!(text(&["zyxwv"]).as_deref(), Some("vwxy"));
        assert_eq!(text(&["1"]), None);
    }

    #[test]
    fn confidentiality_has_a_column_of_its_own() {
        for (cell, confidential) in [("C", true), ("N", true), ("F", false), ("", false)] {
            let mut flags = Flags::default();
            flags.add_confidentiality(cell.as_bytes());
            assert_eq!(flags.confidential(), confidential, "{cell}");
        }
    }
}
