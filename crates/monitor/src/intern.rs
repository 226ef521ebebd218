//! Small numbers for short texts.

use std::collections::BTreeMap;
use std::hash::{BuildHasherDefault, Hasher};

use sextant_engine::arrow::array::StringViewArray;

/// Texts up to this length lie in their view itself, so that equal views are equal
/// texts.
const INLINE: u32 = 12;

/// Gives every distinct text a number, from 0, in the order of first sight.
#[derive(Default)]
pub(crate) struct Interner {
    names: Vec<String>,
    // Only looked up, never iterated: its order cannot show.
    #[allow(clippy::disallowed_types)]
    short: std::collections::HashMap<u128, usize, BuildHasherDefault<ViewHasher>>,
    long: BTreeMap<String, usize>,
    last: Option<(u128, usize)>,
}

impl Interner {
    /// The number of the text in a row of a column.
    pub(crate) fn id(&mut self, column: &StringViewArray, row: usize) -> usize {
        let view = column.views()[row];
        if let Some((last, id)) = self.last
            && last == view
        {
            return id;
        }
        // The lowest 32 bits of a view are the text's length.
        #[allow(clippy::cast_possible_truncation)]
        let inline = view as u32 <= INLINE;
        let known = if inline {
            self.short.get(&view).copied()
        } else {
            self.long.get(column.value(row)).copied()
        };
        let id = known.unwrap_or_else(|| self.insert(column.value(row), inline.then_some(view)));
        self.last = inline.then_some((view, id));
        id
    }

    fn insert(&mut self, name: &str, view: Option<u128>) -> usize {
        let id = self.names.len();
        self.names.push(name.to_owned());
        match view {
            Some(view) => self.short.insert(view, id),
            None => self.long.insert(name.to_owned(), id),
        };
        id
    }

    /// The texts, by number.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }
}

/// Folds a view into one word and multiplies it by an odd constant with many bits
/// (2^64 divided by the golden ratio); views are short codes, not an attacker's input.
#[derive(Default)]
pub(crate) struct ViewHasher(u64);

impl Hasher for ViewHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0.rotate_left(8) ^ u64::from(*byte)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        }
    }

    fn write_u128(&mut self, view: u128) {
        // The two halves are taken as they are.
        #[allow(clippy::cast_possible_truncation)]
        let folded = (view as u64) ^ ((view >> 64) as u64).rotate_left(29);
        self.0 = folded.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 ^= self.0 >> 32;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_texts_get_one_number_each() {
        let long = "low-carbon-technology-products";
        let column = StringViewArray::from(vec!["BE", long, "BE", "CN", long, ""]);
        let mut interner = Interner::default();
        let ids: Vec<usize> = (0..6).map(|row| interner.id(&column, row)).collect();
        assert_eq!(ids, [0, 1, 0, 2, 1, 3]);
        assert_eq!(interner.names(), ["BE", long, "CN", ""]);
    }
}
