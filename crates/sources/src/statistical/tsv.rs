//! Eurostat's tab separated files: a series a line, a period a column.
//!
//! ```text
//! freq,unit,geo\TIME_PERIOD | 2019 | 2020
//! A,THS_PER,BE              | 12.5 e | : c
//! ```
//!
//! The bars are tabs. A cell is a figure or `:`, then flags. A file may be without `freq` and say `time`
//! (the form used until 2022), and may have any other dimension in its columns as long
//! as time is among those of the lines.

use std::io::{BufRead, BufReader, Cursor, Read};

use super::cell::{Cell, CellReader, Gathered, flags, is_time};
use super::error::StatisticalError;
use crate::SourceError;
use crate::read::{Collector, Fault, Packing, Part, check_utf8, head_start, is_missing, list};

/// No line is longer: daily figures of a century take less than a mebibyte.
const LINE_MOST: u64 = 64 << 20;

/// Whether a text begins like such a file.
pub(crate) fn is_tsv(head: &[u8]) -> bool {
    tsv_dimensions(head).is_some()
}

/// The dimensions that the first line names, in lower case, the last of them that of the
/// columns; None where it is no such file.
pub(crate) fn tsv_dimensions(head: &[u8]) -> Option<Vec<String>> {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let line = head.split(|byte| *byte == b'\n').next()?;
    let corner = line.split(|byte| *byte == b'\t').next()?;
    if corner.len() == line.len() {
        return None;
    }
    let (lines, columns) = std::str::from_utf8(corner).ok()?.rsplit_once('\\')?;
    let names = lines.split(',').chain([columns]);
    let names: Vec<String> = names.map(|name| name.trim().to_ascii_lowercase()).collect();
    let sound = |name: &String| {
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
    };
    names.iter().all(sound).then_some(names)
}

/// Splits a cell into its figure, if there is one, and its flags as they stand.
pub(super) fn split(cell: &str) -> (Option<&str>, &str) {
    let cell = cell.trim();
    if let Some(rest) = cell.strip_prefix(':') {
        return (None, rest.trim_start());
    }
    let (figure, rest) = cell.split_once([' ', '\t']).unwrap_or((cell, ""));
    if is_missing(figure.as_bytes()) {
        return (None, rest);
    }
    // Old files put the flag right behind the figure: `12.5e`.
    let length = figure.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
    match figure.split_at(length) {
        ("", _) | (_, "") => (Some(figure), rest.trim_start()),
        (figure, flags) if rest.is_empty() => (Some(figure), flags),
        _ => (Some(figure), rest.trim_start()),
    }
}

/// Reads a file, cell by cell, `:` without a flag included. A cell counts as a row.
/// The id of the table is left to the reader: it stands in the name only.
///
/// # Errors
/// When it is cut, not UTF-8, has another header or no time, or the sink fails.
pub(crate) fn read_tsv<R: CellReader>(
    part: Part<'_>,
    collector: &mut Collector<'_>,
    reader: &mut R,
) -> Result<(), SourceError> {
    let mut lines = Lines::open(part)?;
    lines.advance()?;
    let header = Header::read(&lines.label, lines.text())?;
    let mut gathered = Gathered::new(reader, collector);
    let mut any = false;
    while lines.advance()? {
        any = true;
        if let Err(fault) = header.cells(lines.text(), lines.line, &mut gathered)? {
            gathered.fault(fault, lines.line, lines.text().as_bytes())?;
        }
    }
    if !any {
        return Err(SourceError::NoRows { file: lines.label });
    }
    gathered.hand_on()
}

/// Lines of a part, without their ends and without empty ones.
struct Lines<'a> {
    label: String,
    packing: Packing,
    stream: BufReader<Box<dyn Read + Send + 'a>>,
    bytes: Vec<u8>,
    /// The line last given, from 1.
    line: u64,
}

impl<'a> Lines<'a> {
    fn open(part: Part<'a>) -> Result<Self, SourceError> {
        let Part { label, packing, mut head, stream, .. } = part;
        let start = head_start(&label, &head)?;
        let text: Box<dyn Read + Send> = Box::new(Cursor::new(head.split_off(start)).chain(stream));
        Ok(Self { label, packing, stream: BufReader::new(text), bytes: Vec::new(), line: 0 })
    }

    /// Steps to the next line; false where there is none.
    fn advance(&mut self) -> Result<bool, SourceError> {
        loop {
            self.bytes.clear();
            let read = self.stream.by_ref().take(LINE_MOST).read_until(b'\n', &mut self.bytes);
            let length = read.map_err(|error| {
                Part::read_error(&self.label, self.packing, error).behind_line(self.line)
            })?;
            self.line += 1;
            if length as u64 == LINE_MOST {
                let mebibytes = usize::try_from(LINE_MOST >> 20).unwrap_or_default();
                let (file, line) = (self.label.clone(), self.line);
                return Err(SourceError::LineTooLong { file, line, mebibytes });
            }
            if length == 0 {
                return Ok(false);
            }
            if !self.bytes.trim_ascii().is_empty() {
                break;
            }
        }
        check_utf8(&self.label, &self.bytes, self.line)?;
        Ok(true)
    }

    fn text(&self) -> &str {
        // That it is UTF-8 was seen to.
        std::str::from_utf8(&self.bytes).unwrap_or_default().trim_end_matches(['\n', '\r'])
    }
}

/// What the first line says.
struct Header {
    /// Dimensions of the lines.
    names: Vec<String>,
    /// Which of them is time; None where the columns are.
    time: Option<usize>,
    /// The dimension of the columns.
    across: String,
    /// Its codes.
    columns: Vec<String>,
}

impl Header {
    fn read(label: &str, line: &str) -> Result<Self, SourceError> {
        let file = label.to_owned();
        let Some(mut names) = tsv_dimensions(line.as_bytes()) else {
            let start = line.chars().take(40).collect::<String>();
            let detail = format!(
                "line 1 begins `{start}`, where `freq,unit,geo\\TIME_PERIOD` and periods were expected"
            );
            return Err(StatisticalError::Contradiction { file, detail }.into());
        };
        let across = names.pop().unwrap_or_default();
        let time = names.iter().position(|name| is_time(name));
        if time.is_none() && !is_time(&across) {
            names.push(across);
            return Err(StatisticalError::NoTime { file, found: list(&names) }.into());
        }
        let columns = line.split('\t').skip(1).map(|cell| cell.trim().to_owned()).collect();
        Ok(Self { names, time, across, columns })
    }

    /// Hands on the cells of a line; the fault of a line that has none.
    fn cells<R: CellReader>(
        &self,
        line: &str,
        number: u64,
        to: &mut Gathered<'_, '_, '_, R>,
    ) -> Result<Result<(), Fault>, SourceError> {
        let mut cells = line.split('\t');
        let codes: Vec<&str> = cells.next().unwrap_or_default().split(',').map(str::trim).collect();
        let found = line.split('\t').count() - 1;
        if codes.len() != self.names.len() || found != self.columns.len() {
            return Ok(Err(self.wrong_count(codes.len(), found)));
        }
        let pairs = self.names.iter().map(String::as_str).zip(codes.iter().copied());
        let of_line = pairs.enumerate().filter(|(at, _)| Some(*at) != self.time);
        let mut dimensions: Vec<(&str, &str)> = of_line.map(|(_, pair)| pair).collect();
        for (cell, column) in cells.zip(&self.columns) {
            let (value, flagged) = split(cell);
            let period = match self.time {
                Some(at) => {
                    dimensions.truncate(self.names.len() - 1);
                    dimensions.push((&self.across, column));
                    codes.get(at).copied().unwrap_or_default()
                }
                None => column,
            };
            let flags = &*flags(flagged);
            let (dimensions, line) = (&*dimensions, number);
            to.take(&Cell { dataset: "", dimensions, period, value, flags, line })?;
        }
        Ok(Ok(()))
    }

    fn wrong_count(&self, codes: usize, cells: usize) -> Fault {
        let detail = format!(
            "The line has {codes} codes and {cells} cells where the header has {} and {}; it is cut or damaged.",
            self.names.len(),
            self.columns.len()
        );
        Fault::bad("wrong-field-count", detail)
    }
}
