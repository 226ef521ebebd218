//! The start of a table: byte order mark, delimiter, header.

use std::io::{Cursor, Read};

use memchr::memchr;

use super::columns::{Column, resolve};
use super::open::{Packing, Part};
use super::record::{Fields, MAX_FIELDS, Next, Records};
use crate::{HeaderError, SourceError};

/// What separates the fields of a table, and how many there are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    /// Comma, semicolon or tab.
    pub(crate) delimiter: u8,
    /// Fields of the header, and so of each record.
    pub(crate) columns: usize,
}

/// A delimited text file whose header has been read.
pub(crate) struct Table<'a> {
    /// File or member name.
    pub(crate) name: String,
    /// How messages call it.
    pub(crate) label: String,
    pub(crate) packing: Packing,
    /// Column names as they stand.
    pub(crate) header: Vec<String>,
    /// Comma, semicolon or tab.
    pub(crate) delimiter: u8,
    /// What of the rows was read together with the header.
    rest: Vec<u8>,
    /// The rows after it.
    stream: Box<dyn Read + Send + 'a>,
    /// Line on which the rows start.
    pub(crate) body_line: u64,
}

impl<'a> Table<'a> {
    /// Reads the header of `part`.
    ///
    /// # Errors
    /// When the file is empty, cut, or not UTF-8.
    pub(crate) fn open(part: Part<'a>) -> Result<Self, SourceError> {
        let Part { name, label, packing, mut head, stream } = part;
        let start = head_start(&label, &head)?;
        let header = Header::read(&label, head.get(start..).unwrap_or_default())?;
        let rest = head.split_off(start + header.length);
        Ok(Self {
            name,
            label,
            packing,
            header: header.columns,
            delimiter: header.delimiter,
            rest,
            stream,
            body_line: header.next_line,
        })
    }

    /// Where each of `columns` stands; past the end for an optional one that is not
    /// there, whose fields are then empty.
    ///
    /// # Errors
    /// [`HeaderError`] when a required column is missing or one occurs twice.
    pub(crate) fn places<const N: usize>(
        &self,
        source: &'static str,
        columns: &[Column; N],
    ) -> Result<[usize; N], Box<HeaderError>> {
        let places = resolve(&self.label, source, &self.header, columns)?;
        Ok(places.map(|at| at.unwrap_or(usize::MAX)))
    }

    /// The text of one column in the first row, for what a file says of itself in
    /// every row.
    pub(crate) fn first_cell(&self, column: usize) -> Option<String> {
        let mut records = Records::new(&self.rest, self.body_line, self.delimiter);
        let mut fields = Fields::new();
        let Next::Record { raw, line } = records.next(&mut fields) else {
            return None;
        };
        Some(records.record(&fields, raw, line).text(column).into_owned())
    }

    /// Delimiter and number of columns.
    pub(crate) fn shape(&self) -> Shape {
        Shape { delimiter: self.delimiter, columns: self.header.len() }
    }

    /// Everything below the header.
    pub(crate) fn into_rows(self) -> impl Read + Send + 'a {
        Cursor::new(self.rest).chain(self.stream)
    }
}

/// Steps over a UTF-8 byte order mark; refuses an empty file, UTF-16, and Excel's
/// binary format.
pub(crate) fn head_start(label: &str, head: &[u8]) -> Result<usize, SourceError> {
    match head {
        [] => Err(SourceError::Empty { file: label.to_owned() }),
        [0xef, 0xbb, 0xbf, ..] => Ok(3),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Err(SourceError::Utf16 { file: label.to_owned() }),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(SourceError::Workbook { file: label.to_owned() }),
        _ => Ok(0),
    }
}

/// The first record of a text.
pub(crate) struct Header {
    pub(crate) columns: Vec<String>,
    delimiter: u8,
    /// Bytes up to the first one below.
    length: usize,
    next_line: u64,
}

impl Header {
    /// Reads the first record of `text`.
    ///
    /// # Errors
    /// When it is not UTF-8, or there is nothing.
    pub(crate) fn read(label: &str, text: &[u8]) -> Result<Self, SourceError> {
        let first_line = &text[..memchr(b'\n', text).unwrap_or(text.len())];
        check_utf8(label, first_line, 1)?;
        let delimiter = delimiter_of(first_line);
        let mut records = Records::new(text, 1, delimiter);
        let mut fields = Fields::new();
        let (raw, line) = match records.next(&mut fields) {
            Next::Record { raw, line } | Next::Broken { raw, line } => (raw, line),
            Next::End => return Err(SourceError::Empty { file: label.to_owned() }),
        };
        let record = records.record(&fields, raw, line);
        let columns = (0..record.len().min(MAX_FIELDS)).map(|i| record.text(i).into_owned());
        let columns = columns.collect();
        let (at, next_line) = records.position();
        Ok(Self { columns, delimiter, length: at.min(text.len()), next_line })
    }
}

/// The most frequent of comma, semicolon and tab; comma when there is none.
fn delimiter_of(line: &[u8]) -> u8 {
    let count = |mark: u8| memchr::memchr_iter(mark, line).count();
    let mut best = b',';
    for mark in [b'\t', b';'] {
        if count(mark) > count(best) {
            best = mark;
        }
    }
    best
}

/// Refuses bytes that are not UTF-8 and says where they are.
///
/// # Errors
/// [`SourceError::NotUtf8`] with line and byte.
pub(crate) fn check_utf8(label: &str, text: &[u8], line: u64) -> Result<(), SourceError> {
    let Err(error) = std::str::from_utf8(text) else {
        return Ok(());
    };
    let at = error.valid_up_to();
    let before = text.get(..at).unwrap_or_default();
    let line_start = memchr::memrchr(b'\n', before).map_or(0, |feed| feed + 1);
    Err(SourceError::NotUtf8 {
        file: label.to_owned(),
        line: line + super::record::count_lines(before),
        column: at - line_start + 1,
        byte: text.get(at).copied().unwrap_or_default(),
    })
}
