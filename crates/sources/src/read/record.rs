//! Records and fields of a block of delimited text.
//!
//! Fields are slices of the block; nothing is copied. Quoting follows RFC 4180,
//! and a quotation mark inside an unquoted field is an ordinary character.

use std::borrow::Cow;

use memchr::memchr;

/// More columns than any known source has.
pub(crate) const MAX_FIELDS: usize = 256;

/// Where a field lies in its block, without quotation marks.
#[derive(Clone, Copy, Default)]
struct Span {
    start: usize,
    end: usize,
}

/// Room for the fields of one record, used again for the next.
pub(crate) struct Fields {
    spans: Box<[Span; MAX_FIELDS]>,
    count: usize,
}

impl Fields {
    pub(crate) fn new() -> Self {
        Self { spans: Box::new([Span::default(); MAX_FIELDS]), count: 0 }
    }

    /// Number of fields in the record last found.
    pub(crate) fn len(&self) -> usize {
        self.count
    }

    fn push(&mut self, start: usize, end: usize) {
        if let Some(span) = self.spans.get_mut(self.count) {
            *span = Span { start, end };
        }
        self.count += 1;
    }
}

/// One record: its fields and where it stands.
pub(crate) struct Record<'a> {
    block: &'a [u8],
    fields: &'a Fields,
    /// The record as it stands, without its line end.
    pub(crate) raw: &'a [u8],
    /// Line of its first byte, from 1.
    pub(crate) line: u64,
}

impl<'a> Record<'a> {
    /// Number of fields.
    pub(crate) fn len(&self) -> usize {
        self.fields.count
    }

    /// A field without quotation marks and without blanks around it; empty where
    /// there is none.
    pub(crate) fn field(&self, column: usize) -> &'a [u8] {
        if column >= self.fields.count {
            return &[];
        }
        self.fields.spans.get(column).map_or(&[], |span| {
            self.block.get(span.start..span.end).unwrap_or_default().trim_ascii()
        })
    }

    /// A field as text, with doubled quotation marks made single.
    pub(crate) fn text(&self, column: usize) -> Cow<'a, str> {
        let field = self.field(column);
        let text = String::from_utf8_lossy(field);
        match memchr(b'"', field) {
            Some(_) => Cow::Owned(text.replace("\"\"", "\"")),
            None => text,
        }
    }
}

/// What stands next in a block.
pub(crate) enum Next {
    /// A record; its fields are in the `Fields` handed in.
    Record {
        /// Byte range in the block, without the line end.
        raw: (usize, usize),
        /// Line of its first byte.
        line: u64,
    },
    /// A line whose quotation marks do not match.
    Broken {
        /// Byte range of the line.
        raw: (usize, usize),
        /// Its number.
        line: u64,
    },
    /// Nothing more.
    End,
}

/// Walks through the records of a block.
pub(crate) struct Records<'a> {
    block: &'a [u8],
    at: usize,
    line: u64,
    delimiter: u8,
    /// Whether the last record broke off at the end of the block.
    ran_out: bool,
}

impl<'a> Records<'a> {
    /// Starts at the first byte of `block`, which is line `line` of the file.
    pub(crate) fn new(block: &'a [u8], line: u64, delimiter: u8) -> Self {
        Self { block, at: 0, line, delimiter, ran_out: false }
    }

    /// Finds the next record. Lines of nothing at all are skipped.
    pub(crate) fn next(&mut self, fields: &mut Fields) -> Next {
        self.skip_blank_lines();
        if self.at >= self.block.len() {
            return Next::End;
        }
        let (start, line) = (self.at, self.line);
        match self.split(fields) {
            Some(end) => Next::Record { raw: (start, end), line },
            None => {
                let raw = self.resume_after_line(start, line);
                Next::Broken { raw, line }
            }
        }
    }

    /// Makes a record of what [`Records::next`] found.
    pub(crate) fn record<'b>(
        &self,
        fields: &'b Fields,
        raw: (usize, usize),
        line: u64,
    ) -> Record<'b>
    where
        'a: 'b,
    {
        Record { block: self.block, fields, raw: self.text(raw), line }
    }

    /// Whether the broken line just found might be whole if the block went on.
    pub(crate) fn ran_out(&self) -> bool {
        self.ran_out
    }

    /// Byte in the block and line where reading goes on.
    pub(crate) fn position(&self) -> (usize, u64) {
        (self.at, self.line)
    }

    /// Bytes of the block.
    pub(crate) fn text(&self, range: (usize, usize)) -> &'a [u8] {
        self.block.get(range.0..range.1).unwrap_or_default()
    }

    /// Gives up the record that starts at `start` in line `line`: only that line,
    /// whose bytes are returned, is lost; reading goes on after it.
    pub(crate) fn resume_after_line(&mut self, start: usize, line: u64) -> (usize, usize) {
        let rest = self.block.get(start..).unwrap_or_default();
        let length = memchr(b'\n', rest).unwrap_or(rest.len());
        self.at = start + length + 1;
        self.line = line + 1;
        (start, without_return(self.block, start, start + length))
    }

    fn skip_blank_lines(&mut self) {
        loop {
            match self.block.get(self.at..) {
                Some([b'\n', ..]) => self.at += 1,
                Some([b'\r', b'\n', ..]) => self.at += 2,
                _ => return,
            }
            self.line += 1;
        }
    }

    /// Splits the record at `self.at` and steps behind it; None when its quotation
    /// marks do not match (then `self` has not moved).
    fn split(&mut self, fields: &mut Fields) -> Option<usize> {
        fields.count = 0;
        let mut at = self.at;
        let mut lines = 1;
        loop {
            let (end, next) = if self.block.get(at) == Some(&b'"') {
                let close = self.closing_quote(at + 1);
                self.ran_out = close.is_none();
                let close = close?;
                lines += count_lines(self.block.get(at..close)?);
                let next = self.after_quote(close + 1)?;
                fields.push(at + 1, close);
                (next, next)
            } else {
                let next = self.field_end(at);
                fields.push(at, next);
                (without_return(self.block, at, next), next)
            };
            if self.block.get(next) != Some(&self.delimiter) {
                self.at = next + 1;
                self.line += lines;
                return Some(without_return(self.block, at, end));
            }
            at = next + 1;
        }
    }

    /// Position of the delimiter or line feed that ends an unquoted field.
    fn field_end(&self, from: usize) -> usize {
        let delimiter = self.delimiter;
        let mut rest = self.block.get(from..).unwrap_or_default();
        let length = rest.len();
        // Fields are short: eight bytes at a time finds the end of most in one step.
        while let Some((eight, behind)) = rest.split_first_chunk::<8>() {
            let bytes = u64::from_le_bytes(*eight);
            let found = equal_bytes(bytes, delimiter) | equal_bytes(bytes, b'\n');
            if found != 0 {
                return from + length - rest.len() + (found.trailing_zeros() >> 3) as usize;
            }
            rest = behind;
        }
        let end = rest.iter().position(|&b| b == delimiter || b == b'\n').unwrap_or(rest.len());
        from + length - rest.len() + end
    }

    /// Position of the quotation mark that ends a field, doubled ones passed over.
    fn closing_quote(&self, mut from: usize) -> Option<usize> {
        loop {
            let at = from + memchr(b'"', self.block.get(from..)?)?;
            if self.block.get(at + 1) != Some(&b'"') {
                return Some(at);
            }
            from = at + 2;
        }
    }

    /// Position of the delimiter or line feed that must follow a closing mark.
    fn after_quote(&self, mut at: usize) -> Option<usize> {
        while matches!(self.block.get(at), Some(b' ' | b'\r')) {
            at += 1;
        }
        match self.block.get(at) {
            None | Some(b'\n') => Some(at),
            Some(&byte) => (byte == self.delimiter).then_some(at),
        }
    }
}

/// Sets the highest bit of the bytes that equal `byte`; bits above the lowest one set
/// mean nothing, since a borrow may have reached them.
fn equal_bytes(bytes: u64, byte: u8) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let differing = bytes ^ (ONES * u64::from(byte));
    differing.wrapping_sub(ONES) & !differing & (ONES << 7)
}

/// Number of line feeds.
pub(crate) fn count_lines(bytes: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', bytes).count() as u64
}

fn without_return(block: &[u8], start: usize, end: usize) -> usize {
    let end = end.min(block.len());
    if end > start && block.get(end - 1) == Some(&b'\r') { end - 1 } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(text: &str) -> Vec<(u64, Result<Vec<String>, String>)> {
        let mut records = Records::new(text.as_bytes(), 1, b',');
        let mut fields = Fields::new();
        let mut out = Vec::new();
        loop {
            match records.next(&mut fields) {
                Next::Record { raw, line } => {
                    let record = records.record(&fields, raw, line);
                    let row = (0..record.len()).map(|i| record.text(i).into_owned()).collect();
                    out.push((line, Ok(row)));
                }
                Next::Broken { raw, line } => out.push((line, Err(text[raw.0..raw.1].to_owned()))),
                Next::End => return out,
            }
        }
    }

    fn row(line: u64, fields: &[&str]) -> (u64, Result<Vec<String>, String>) {
        (line, Ok(fields.iter().map(|&f| f.to_owned()).collect()))
    }

    #[test]
    fn plain_lines() {
        assert_eq!(all("a,b,c\n1,,3\n"), [row(1, &["a", "b", "c"]), row(2, &["1", "", "3"])]);
        assert_eq!(all("a,b\r\n1,2\r\n"), [row(1, &["a", "b"]), row(2, &["1", "2"])]);
        assert_eq!(all("a,b\n1,2"), [row(1, &["a", "b"]), row(2, &["1", "2"])]);
        assert_eq!(all("a,\n"), [row(1, &["a", ""])]);
        assert_eq!(all(" a , b\n"), [row(1, &["a", "b"])]);
    }

    #[test]
    fn blank_lines_count_as_lines_only() {
        assert_eq!(all("\n\r\na\n\n\nb\n"), [row(3, &["a"]), row(6, &["b"])]);
    }

    #[test]
    fn quoted_fields() {
        assert_eq!(all("\"a,b\",c\n"), [row(1, &["a,b", "c"])]);
        assert_eq!(all("\"say \"\"no\"\"\",c\n"), [row(1, &["say \"no\"", "c"])]);
        assert_eq!(
            all("\"two\nlines\",c\nd,e\n"),
            [row(1, &["two\nlines", "c"]), row(3, &["d", "e"])]
        );
        assert_eq!(all("a,\"b\"\r\nc,\"\"\r\n"), [row(1, &["a", "b"]), row(2, &["c", ""])]);
    }

    #[test]
    fn a_quotation_mark_inside_a_plain_field_is_text() {
        assert_eq!(all("5\" pipe,2\nb,3\n"), [row(1, &["5\" pipe", "2"]), row(2, &["b", "3"])]);
    }

    #[test]
    fn a_mark_left_open_costs_one_line() {
        let broken = |line, text: &str| (line, Err(text.to_owned()));
        assert_eq!(all("\"a,1\nb,2\n"), [broken(1, "\"a,1"), row(2, &["b", "2"])]);
        assert_eq!(all("\"a,1\n\"b\",2\n"), [broken(1, "\"a,1"), row(2, &["b", "2"])]);
        assert_eq!(all("x,0\n\"a\"b,1\r\nc,2\n")[1], broken(2, "\"a\"b,1"));
        assert_eq!(all("x,0\n\"a\"b,1\r\nc,2\n")[2], row(3, &["c", "2"]));
    }

    proptest! {
        #[test]
        fn agrees_with_the_csv_crate(
            rows in prop::collection::vec(
                prop::collection::vec(("[a-c0-9.,\n\" é]{0,6}", any::<bool>()), 2..5),
                0..20,
            ),
            returns: bool,
        ) {
            let line_end = if returns { "\r\n" } else { "\n" };
            let mut text = String::new();
            for row in &rows {
                let fields: Vec<String> = row.iter().map(|(field, quoted)| {
                    if *quoted || field.contains(['"', ',', '\n']) {
                        format!("\"{}\"", field.replace('"', "\"\""))
                    } else {
                        field.clone()
                    }
                }).collect();
                text.push_str(&fields.join(","));
                text.push_str(line_end);
            }
            let mut reader = csv::ReaderBuilder::new();
            let reader = reader.has_headers(false).flexible(true).trim(csv::Trim::All);
            let expected: Vec<Vec<String>> = reader
                .from_reader(text.as_bytes())
                .records()
                .map(|record| record.unwrap().iter().map(str::to_owned).collect())
                .collect();
            let found: Vec<Vec<String>> =
                all(&text).into_iter().map(|(_, row)| row.unwrap()).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
