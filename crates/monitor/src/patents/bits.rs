//! Rows of bits that several threads set at once.

use std::sync::atomic::{AtomicU64, Ordering};

/// A row of bits for each of many things. Bits are only ever set, so that neither the
/// order nor the number of threads can show.
pub(crate) struct Bits {
    words: Vec<AtomicU64>,
    width: usize,
}

impl Bits {
    /// So many rows with room for so many bits each, all unset.
    pub(crate) fn new(rows: usize, bits: usize) -> Self {
        let width = bits.div_ceil(64).max(1);
        let words = std::iter::repeat_with(AtomicU64::default).take(rows * width).collect();
        Self { words, width }
    }

    /// Sets those bits of a row that are set in `words`.
    pub(crate) fn set_all(&self, row: usize, words: &[u64]) {
        for (at, word) in words.iter().enumerate().filter(|(_, word)| **word != 0) {
            self.words[row * self.width + at].fetch_or(*word, Ordering::Relaxed);
        }
    }

    /// Sets a bit of a row.
    pub(crate) fn set(&self, row: usize, bit: usize) {
        self.words[row * self.width + bit / 64].fetch_or(1 << (bit % 64), Ordering::Relaxed);
    }

    /// Whether a bit of a row is set.
    pub(crate) fn is_set(&self, row: usize, bit: usize) -> bool {
        self.words[row * self.width + bit / 64].load(Ordering::Relaxed) >> (bit % 64) & 1 == 1
    }

    /// The words of a row.
    pub(crate) fn row(&self, row: usize) -> Vec<u64> {
        let words = &self.words[row * self.width..(row + 1) * self.width];
        words.iter().map(|word| word.load(Ordering::Relaxed)).collect()
    }
}
