//! A stream of bytes that knows its line.

use std::io::{self, BufRead, BufReader, Read};

use memchr::{memchr_iter, memrchr};

/// Bytes read at once.
const BUFFER: usize = 1 << 17;

/// The longest document. The longest published so far, with sequence listings, stay
/// below a tenth of it.
pub(super) const DOCUMENT_MOST: u64 = 512 << 20;

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// From 1.
    pub(super) line: u64,
    /// Byte within the line, from 1.
    pub(super) column: u64,
}

impl Place {
    /// The place behind `text`, which starts here.
    pub(super) fn after(self, text: &[u8]) -> Self {
        match memrchr(b'\n', text) {
            None => Self { line: self.line, column: self.column + text.len() as u64 },
            Some(last) => Self {
                line: self.line + memchr_iter(b'\n', text).count() as u64,
                column: (text.len() - last) as u64,
            },
        }
    }
}

/// Reads a part and counts its lines.
pub(super) struct Stream<'a> {
    inner: BufReader<Box<dyn Read + Send + 'a>>,
    place: Place,
    /// Bytes that the document may still have.
    left: u64,
}

impl<'a> Stream<'a> {
    pub(super) fn new(inner: Box<dyn Read + Send + 'a>) -> Self {
        let inner = BufReader::with_capacity(BUFFER, inner);
        Self { inner, place: Place { line: 1, column: 1 }, left: DOCUMENT_MOST }
    }

    /// Where the next byte stands.
    pub(super) fn place(&self) -> Place {
        self.place
    }

    /// Notes that a document starts here.
    pub(super) fn start_document(&mut self) {
        self.left = DOCUMENT_MOST;
    }

    /// Whether a document went on beyond all bounds.
    pub(super) fn is_exhausted(&self) -> bool {
        self.left == 0
    }

    /// Reads on until behind `end`, which ends with `>`. False where the stream ends first.
    pub(super) fn pass(&mut self, end: &[u8]) -> io::Result<bool> {
        let mut tag = Vec::new();
        loop {
            tag.clear();
            if self.read_until(b'>', &mut tag)? == 0 {
                return Ok(false);
            }
            if tag.ends_with(end) {
                return Ok(true);
            }
        }
    }
}

impl Read for Stream<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let length = available.len().min(to.len());
        to[..length].copy_from_slice(&available[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl BufRead for Stream<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::Error::other("the document does not end"));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        let taken = self.inner.buffer().get(..amount).unwrap_or_default();
        self.place = self.place.after(taken);
        self.left = self.left.saturating_sub(amount as u64);
        self.inner.consume(amount);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_counted_whatever_is_consumed_at_once() {
        let text = b"ab\ncde\n\nf";
        for step in 1..=text.len() {
            let mut stream = Stream::new(Box::new(&text[..]));
            let mut left = text.len();
            while left > 0 {
                stream.fill_buf().unwrap();
                stream.consume(step.min(left));
                left -= step.min(left);
            }
            assert_eq!(stream.place(), Place { line: 4, column: 2 }, "{step}");
        }
    }

    #[test]
    fn what_is_passed_over_may_be_malformed() {
        let mut stream = Stream::new(Box::new(&b"a < b & <c>\n</d>e"[..]));
        assert!(stream.pass(b"</d>").unwrap());
        assert_eq!(stream.place(), Place { line: 2, column: 5 });
        assert!(!stream.pass(b"</d>").unwrap());
    }
}
