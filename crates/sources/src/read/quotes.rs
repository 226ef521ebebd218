//! Where records end in a text that goes on.

use memchr::{memchr, memrchr};

use super::record::{Fields, Next, Records};
use super::table::Shape;

/// Follows quotation marks through a text that begins with a record, by the rules of
/// [`Records`]: a mark opens a field only where the field begins, and closes it only
/// before a delimiter or the end of the line. Looks at nothing but marks and what
/// stands beside them, so that the reading thread has little to do.
pub(crate) struct Quotes {
    delimiter: u8,
    /// Everything before was looked at.
    at: usize,
    inside: bool,
    /// Since where the text is outside marks.
    outside_from: usize,
    /// Behind the last line feed outside marks.
    cut: usize,
}

impl Quotes {
    pub(crate) fn new(delimiter: u8) -> Self {
        Self { delimiter, at: 0, inside: false, outside_from: 0, cut: 0 }
    }

    /// Goes on to the end of `text`, which has grown since the last call. False when
    /// the marks do not match: then only [`last_record_end`] tells.
    pub(crate) fn follow(&mut self, text: &[u8]) -> bool {
        while let Some(found) = text.get(self.at..).and_then(|rest| memchr(b'"', rest)) {
            let mark = self.at + found;
            if !self.inside {
                self.open(text, mark);
                continue;
            }
            match self.close(text, mark) {
                Some(next) => self.at = next,
                // The bytes behind the mark decide, and are not there yet.
                None if behind_blanks(text, mark + 1) >= text.len() => {
                    self.at = mark;
                    return true;
                }
                None => return false,
            }
        }
        self.at = text.len();
        true
    }

    /// Where the last whole record ends, if one does.
    pub(crate) fn cut(&mut self, text: &[u8]) -> Option<usize> {
        if !self.inside {
            self.note_cut(text, text.len());
        }
        (self.cut > 0).then_some(self.cut)
    }

    fn note_cut(&mut self, text: &[u8], to: usize) {
        let span = text.get(self.outside_from..to).unwrap_or_default();
        if let Some(feed) = memrchr(b'\n', span) {
            self.cut = self.outside_from + feed + 1;
        }
    }

    /// A mark outside marks: an ordinary character unless a field begins with it.
    fn open(&mut self, text: &[u8], mark: usize) {
        let before = mark.checked_sub(1).and_then(|at| text.get(at));
        if before.is_none_or(|byte| *byte == self.delimiter || *byte == b'\n') {
            self.note_cut(text, mark);
            self.inside = true;
        }
        self.at = mark + 1;
    }

    /// A mark inside marks: doubled, or the end of the field. None when it is neither.
    fn close(&mut self, text: &[u8], mark: usize) -> Option<usize> {
        if *text.get(mark + 1)? == b'"' {
            return Some(mark + 2);
        }
        let after = behind_blanks(text, mark + 1);
        let byte = *text.get(after)?;
        if byte != self.delimiter && byte != b'\n' {
            return None;
        }
        self.inside = false;
        self.outside_from = after;
        Some(after)
    }
}

fn behind_blanks(text: &[u8], from: usize) -> usize {
    let blanks = text.get(from..).unwrap_or_default().iter();
    from + blanks.take_while(|byte| matches!(byte, b' ' | b'\r')).count()
}

/// Where the last whole record of a text with stray marks ends, record by record as
/// they will be parsed. None when not even the first one is known to end.
pub(crate) fn last_record_end(text: &[u8], shape: Shape) -> Option<usize> {
    let mut records = Records::new(text, 1, shape.delimiter);
    let mut fields = Fields::new();
    let mut end = 0;
    loop {
        match records.next(&mut fields) {
            Next::Record { raw, line } => {
                // A record that reaches the end of the text may go on behind it.
                if records.position().0 > text.len() {
                    break;
                }
                if fields.len() != shape.columns {
                    records.resume_after_line(raw.0, line);
                }
            }
            Next::Broken { .. } if records.ran_out() => break,
            Next::Broken { .. } => {}
            Next::End => break,
        }
        end = records.position().0.min(text.len());
    }
    (end > 0).then_some(end)
}
