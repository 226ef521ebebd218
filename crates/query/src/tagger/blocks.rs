//! Where the words of a text begin, sixty-four bytes at a time.
//!
//! Each block of bytes becomes a mask with a bit for every letter and digit. A word
//! begins where a bit is set and the one before is not.

use wide::i8x16;

const BLOCK: usize = 64;

/// Words that most blocks do not exceed: so many are written without asking.
const STRIDE: usize = 12;

/// Starts of the words of one text, in order.
#[derive(Default)]
pub(super) struct Starts {
    /// Longer than needed; what lies behind `count` is left from earlier texts.
    buffer: Vec<usize>,
    count: usize,
}

impl Starts {
    pub(super) fn get(&self) -> &[usize] {
        &self.buffer[..self.count]
    }

    /// Splits a text of ASCII. False, with nothing usable, where the text is not ASCII.
    pub(super) fn split_ascii(&mut self, text: &[u8]) -> bool {
        self.split::<false>(text)
    }

    /// Splits a text of which every byte beyond ASCII belongs to a word.
    pub(super) fn split_folded(&mut self, text: &[u8]) {
        self.split::<true>(text);
    }

    fn split<const BEYOND_ASCII: bool>(&mut self, text: &[u8]) -> bool {
        self.make_room(text.len());
        let mut before = 0;
        let mut base = 0;
        let (blocks, _) = text.as_chunks::<BLOCK>();
        for block in blocks {
            let Some(word) = word_mask::<BEYOND_ASCII>(block) else { return false };
            self.push(base, word & !(word << 1 | before));
            before = word >> (BLOCK - 1);
            base += BLOCK;
        }
        let Some(word) = last_mask::<BEYOND_ASCII>(text, base) else { return false };
        self.push(base, word & !(word << 1 | before));
        true
    }

    /// Every second byte may begin a word; what is written without asking may reach
    /// some places further.
    fn make_room(&mut self, bytes: usize) {
        self.count = 0;
        let places = bytes / 2 + BLOCK + STRIDE;
        if self.buffer.len() < places {
            self.buffer.resize(places, 0);
        }
    }

    #[inline]
    fn push(&mut self, base: usize, starts: u64) {
        let mut left = starts;
        let mut at = self.count;
        self.count += starts.count_ones() as usize;
        while let Some(places) = self.buffer[at..].first_chunk_mut::<STRIDE>() {
            for place in places {
                // The bit that is added keeps the processor's bit scan defined.
                *place = base + (left | 1 << (BLOCK - 1)).trailing_zeros() as usize;
                left &= left.wrapping_sub(1);
            }
            at += STRIDE;
            if left == 0 {
                break;
            }
        }
    }
}

/// Letters and digits of a block. None where a byte beyond ASCII does not belong here.
#[inline]
fn word_mask<const BEYOND_ASCII: bool>(block: &[u8; BLOCK]) -> Option<u64> {
    let (word, high) = classify(block);
    (BEYOND_ASCII || high == 0).then_some(if BEYOND_ASCII { word | high } else { word })
}

/// The bytes behind the last full block. Where there are blocks before, the last
/// sixty-four bytes are read again and what was counted is shifted out.
fn last_mask<const BEYOND_ASCII: bool>(text: &[u8], base: usize) -> Option<u64> {
    let rest = text.len() - base;
    if rest == 0 {
        return Some(0);
    }
    if let Some(block) = text.last_chunk::<BLOCK>() {
        return word_mask::<BEYOND_ASCII>(block).map(|word| word >> (BLOCK - rest));
    }
    let mut block = [0; BLOCK];
    block[..rest].copy_from_slice(text);
    word_mask::<BEYOND_ASCII>(&block)
}

/// Masks of the ASCII letters and digits, and of the bytes beyond ASCII.
#[inline]
fn classify(block: &[u8; BLOCK]) -> (u64, u64) {
    let (parts, _) = block.as_chunks::<16>();
    parts.iter().rev().fold((0, 0), |(word, high), part| {
        let bytes = i8x16::new(part.map(u8::cast_signed));
        // Comparisons are signed: each range is shifted to begin at the smallest number.
        let from = |first: u8| i8x16::splat(i8::MIN.wrapping_sub(first.cast_signed()));
        let below = |count: i8| i8x16::splat(i8::MIN + count);
        let letter = ((bytes | i8x16::splat(0x20)) + from(b'a')).simd_lt(below(26));
        let digit = (bytes + from(b'0')).simd_lt(below(10));
        let bits = |flags: i8x16| u64::from(flags.to_bitmask());
        (word << 16 | bits(letter | digit), high << 16 | bits(bytes))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Byte by byte.
    fn plainly(text: &[u8]) -> Vec<usize> {
        let is_word = |at: usize| text[at].is_ascii_alphanumeric() || !text[at].is_ascii();
        (0..text.len()).filter(|at| is_word(*at) && (*at == 0 || !is_word(at - 1))).collect()
    }

    proptest! {
        #[test]
        fn words_begin_where_they_do_byte_by_byte(
            text in proptest::collection::vec(prop_oneof![Just(b' '), Just(b'a'), any::<u8>()], 0..300)
        ) {
            let mut starts = Starts::default();
            starts.split_folded(&text);
            prop_assert_eq!(starts.get(), plainly(&text));
            prop_assert_eq!(starts.split_ascii(&text), text.is_ascii());
            if text.is_ascii() {
                prop_assert_eq!(starts.get(), plainly(&text));
            }
        }

    }

    #[test]
    fn every_byte_is_classified_as_its_name_says() {
        for byte in 0..=u8::MAX {
            let expected = if byte.is_ascii_alphanumeric() { u64::MAX } else { 0 };
            assert_eq!(classify(&[byte; BLOCK]).0, expected, "{byte}");
        }
    }

    #[test]
    fn a_block_may_be_all_one_letter_words() {
        let text = b"a ".repeat(200);
        let mut starts = Starts::default();
        assert!(starts.split_ascii(&text));
        assert_eq!(starts.get(), (0..200).map(|word| word * 2).collect::<Vec<_>>());
    }
}
