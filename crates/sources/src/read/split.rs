//! Cuts a stream of text into blocks that end where a record ends.

use std::io::{self, Read};

use memchr::memrchr;

use super::quotes::{Quotes, last_record_end};
use super::record::count_lines;
use super::table::Shape;

/// How far the end of a record is looked for before its quotation marks are
/// taken for stray ones.
const PATIENCE: usize = 16 << 20;

/// A piece of a file: whole records, except where a file is malformed.
pub(crate) struct Block {
    bytes: Vec<u8>,
    length: usize,
    /// Line of the first byte, from 1.
    pub(crate) line: u64,
}

impl Block {
    /// An empty block, its memory to be used again and again.
    pub(crate) fn new() -> Self {
        Self { bytes: Vec::new(), length: 0, line: 0 }
    }

    /// The text.
    pub(crate) fn text(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}

/// What stopped a split.
#[derive(Debug)]
pub(crate) enum SplitError {
    /// The stream failed behind the start of this line.
    Io { line: u64, error: io::Error },
    /// No line feed in this many bytes after the start of this line.
    LineTooLong { line: u64, bytes: usize },
}

/// Cuts a stream into [`Block`]s.
pub(crate) struct Splitter<R> {
    stream: R,
    shape: Shape,
    block_bytes: usize,
    /// What was read beyond the last cut.
    carry: Vec<u8>,
    line: u64,
}

impl<R: Read> Splitter<R> {
    /// Cuts `stream`, whose first byte is in line `line`.
    pub(crate) fn new(stream: R, shape: Shape, line: u64, block_bytes: usize) -> Self {
        Self { stream, shape, block_bytes: block_bytes.max(1), carry: Vec::new(), line }
    }

    /// Fills `block` with the next records. False at the end of the stream.
    ///
    /// # Errors
    /// [`SplitError`] when the stream fails or no line ends.
    pub(crate) fn fill(&mut self, block: &mut Block) -> Result<bool, SplitError> {
        let mut filled = self.take_carry(block);
        let mut quotes = Quotes::new(self.shape.delimiter);
        let mut want = self.block_bytes.max(filled);
        loop {
            let at_end;
            (filled, at_end) = self.read_up_to(block, filled, want)?;
            let text = &block.bytes[..filled];
            let cut = if at_end {
                Some(filled)
            } else if quotes.follow(text) {
                quotes.cut(text)
            } else {
                last_record_end(text, self.shape)
            };
            if let Some(cut) = cut.or_else(|| stray(text)) {
                return Ok(self.cut(block, cut, filled));
            }
            if filled >= PATIENCE {
                return Err(SplitError::LineTooLong { line: self.line, bytes: filled });
            }
            want = filled * 2;
        }
    }

    /// Moves what is left of the last block to the start of this one.
    fn take_carry(&mut self, block: &mut Block) -> usize {
        let length = self.carry.len();
        if block.bytes.len() < length {
            block.bytes.resize(length, 0);
        }
        block.bytes[..length].copy_from_slice(&self.carry);
        self.carry.clear();
        length
    }

    /// Reads until `want` bytes are there or the stream ends.
    fn read_up_to(
        &mut self,
        block: &mut Block,
        mut filled: usize,
        want: usize,
    ) -> Result<(usize, bool), SplitError> {
        if block.bytes.len() < want {
            block.bytes.resize(want, 0);
        }
        while filled < want {
            match self.stream.read(&mut block.bytes[filled..want]) {
                Ok(0) => return Ok((filled, true)),
                Ok(n) => filled += n,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    let whole = block.bytes.get(..filled).unwrap_or_default();
                    return Err(SplitError::Io { line: self.line + count_lines(whole), error });
                }
            }
        }
        Ok((filled, false))
    }

    /// Ends the block at `cut` and keeps the rest for the next.
    fn cut(&mut self, block: &mut Block, cut: usize, filled: usize) -> bool {
        self.carry.extend_from_slice(&block.bytes[cut..filled]);
        block.length = cut;
        block.line = self.line;
        self.line += count_lines(block.text());
        cut > 0
    }
}

/// The cut taken when no record ends for very long: a quotation mark must be
/// stray, so lines are taken as they are and the broken one is found later.
fn stray(text: &[u8]) -> Option<usize> {
    (text.len() >= PATIENCE).then(|| memrchr(b'\n', text).map(|at| at + 1)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SHAPE: Shape = Shape { delimiter: b',', columns: 2 };

    fn blocks(text: &[u8], block_bytes: usize) -> Vec<(u64, Vec<u8>)> {
        let mut splitter = Splitter::new(text, SHAPE, 1, block_bytes);
        let mut block = Block::new();
        let mut out = Vec::new();
        while splitter.fill(&mut block).unwrap() {
            out.push((block.line, block.text().to_vec()));
        }
        out
    }

    #[test]
    fn cuts_at_line_ends_and_counts_lines() {
        let cut = blocks(b"aa,bb\ncc,dd\nee,ff", 8);
        let expected: [(u64, &[u8]); 3] = [(1, b"aa,bb\n"), (2, b"cc,dd\n"), (3, b"ee,ff")];
        assert_eq!(cut.len(), 3);
        for (got, want) in cut.iter().zip(expected) {
            assert_eq!((got.0, got.1.as_slice()), want);
        }
    }

    #[test]
    fn a_record_longer_than_a_block_stays_whole() {
        let text = b"\"one\ntwo\nthree\",x\ny,z\na,b\nc,d\ne,f\n";
        let cut = blocks(text, 5);
        assert_eq!(cut[0].1, b"\"one\ntwo\nthree\",x\n");
        assert_eq!(cut[1], (4, b"y,z\n".to_vec()));
    }

    #[test]
    fn a_stream_without_line_ends_is_refused() {
        let text = vec![b'x'; PATIENCE + 10];
        let error = Splitter::new(&text[..], SHAPE, 7, 1 << 20).fill(&mut Block::new());
        assert!(matches!(error, Err(SplitError::LineTooLong { line: 7, .. })));
    }

    #[test]
    fn a_mark_never_closed_does_not_stop_reading() {
        let mut text = b"\"open,1\n".to_vec();
        while text.len() < PATIENCE + 1000 {
            text.extend_from_slice(b"some,line\n");
        }
        let whole: usize = blocks(&text, 1 << 20).iter().map(|(_, bytes)| bytes.len()).sum();
        assert_eq!(whole, text.len());
    }

    #[test]
    fn a_stray_mark_shifts_no_cut() {
        let record = "7,\"two\nlines, \"\"quoted\"\"\"\n";
        for stray in ["1,5\" pipe\n", "\"open,1\n", "2,\"a\"b\n", "\"a\nb\"\n"] {
            let text = format!("{record}{stray}{}", record.repeat(20));
            for block_bytes in [1, 7, 30, 64, 200] {
                let mut at = 0;
                for (_, block) in blocks(text.as_bytes(), block_bytes) {
                    at += block.len();
                    let rest = &text[at..];
                    let whole = rest.is_empty() || rest.starts_with("7,") || at < 60;
                    assert!(whole, "{stray:?} in blocks of {block_bytes}: {rest:?}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn never_cuts_inside_quotation_marks(
            rows in prop::collection::vec(prop::collection::vec(("[a-c,\n\"]{0,6}", any::<bool>()), 1..4), 0..30),
            block_bytes in 1_usize..40,
        ) {
            let mut text = String::new();
            let mut ends = vec![0];
            for row in &rows {
                let fields: Vec<String> = row.iter().map(|(field, quoted)| {
                    if *quoted || field.contains(['"', ',', '\n']) {
                        format!("\"{}\"", field.replace('"', "\"\""))
                    } else {
                        field.clone()
                    }
                }).collect();
                text.push_str(&fields.join(","));
                text.push('\n');
                ends.push(text.len());
            }
            let mut at = 0;
            for (line, block) in blocks(text.as_bytes(), block_bytes) {
                prop_assert_eq!(line, 1 + count_lines(&text.as_bytes()[..at]));
                prop_assert_eq!(&text.as_bytes()[at..at + block.len()], &block[..]);
                at += block.len();
                prop_assert!(ends.contains(&at), "cut at {} in {:?}", at, text);
            }
            prop_assert_eq!(at, text.len());
        }
    }
}
