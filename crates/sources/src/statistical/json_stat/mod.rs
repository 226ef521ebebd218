//! JSON-stat 2.0, as Eurostat and many other offices answer.
//!
//! Cells are numbered: the last dimension runs fastest. `value` lists all of them, or
//! names those that there are; `status` likewise, or is one flag for all. A cell that
//! only has a status is a cell.

mod document;
mod grid;

use std::collections::BTreeMap;

use memchr::memmem;
use serde_json::value::RawValue;

use super::cell::{Cell, CellReader, Gathered};
use super::names::{Flags, day};
use crate::SourceError;
use crate::read::{Collector, Fault, Part, check_utf8, count_lines, head_start, is_missing};
use document::{Document, Numbered, document};
use grid::Grid;

/// Whether the first bytes are those of a JSON-stat data set.
pub(crate) fn is_json_stat(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let has = |text: &str| memmem::find(head, text.as_bytes()).is_some();
    let named = has("\"class\"") && has("\"dataset\"");
    head.trim_ascii_start().first() == Some(&b'{')
        && (named || (has("\"dimension\"") && has("\"size\"")))
}

/// Reads a data set; it is held in memory as a whole. Its date becomes the edition. The
/// id of the table is that of Eurostat's `extension`, else it is left to the reader.
///
/// # Errors
/// When it is cut, no JSON-stat data set, contradicts itself, or the sink fails.
pub(crate) fn read_json_stat<R: CellReader>(
    part: Part<'_>,
    collector: &mut Collector<'_>,
    reader: &mut R,
) -> Result<(), SourceError> {
    let label = part.label.clone();
    let bytes = part.read_all()?;
    let start = head_start(&label, &bytes)?;
    check_utf8(&label, &bytes, 1)?;
    let text = String::from_utf8_lossy(bytes.get(start..).unwrap_or_default());
    let mut document = document(&label, &text)?;
    collector.edition(document.updated.as_deref().and_then(day));
    let grid = Grid::of(&label, &mut document)?;
    let mut gathered = Gathered::new(reader, collector);
    let cells = Cells { grid: &grid, document: &document, text: &text };
    cells.hand_on(&mut gathered)?;
    gathered.hand_on()
}

/// The cells of a document.
struct Cells<'a> {
    grid: &'a Grid,
    document: &'a Document<'a>,
    text: &'a str,
}

impl Cells<'_> {
    /// Those with a value in the order of the file, then those that only have a status.
    fn hand_on<R: CellReader>(&self, to: &mut Gathered<'_, '_, '_, R>) -> Result<(), SourceError> {
        let Some(Numbered::Each(values)) = &self.document.value else {
            return Ok(());
        };
        let (mut statuses, for_all) = match &self.document.status {
            Some(Numbered::Each(each)) => (each.iter().copied().collect(), String::new()),
            Some(Numbered::All(status)) => (BTreeMap::new(), status_flags(status)),
            None => (BTreeMap::new(), String::new()),
        };
        let mut places = Places { text: self.text, at: 0, line: 1 };
        for (number, value) in values {
            let status = statuses.remove(number);
            let flags =
                status.map_or_else(|| for_all.clone(), |status| status_flags(plain(status)));
            self.cell(*number, Some(value), &flags, places.of(value), to)?;
        }
        for (number, status) in statuses {
            if status.get() != "null" {
                self.cell(number, None, &status_flags(plain(status)), places.of(status), to)?;
            }
        }
        Ok(())
    }

    fn cell<R: CellReader>(
        &self,
        number: usize,
        value: Option<&RawValue>,
        flags: &str,
        line: u64,
        to: &mut Gathered<'_, '_, '_, R>,
    ) -> Result<(), SourceError> {
        let Grid { dataset, names, time, size, .. } = self.grid;
        let Some(codes) = self.grid.codes(number) else {
            let detail = format!("Cell {number} lies outside the table, which has {size} cells.");
            return to.fault(Fault::bad("no-such-cell", detail), line, &[]);
        };
        let pairs = names.iter().map(String::as_str).zip(codes.iter().copied()).enumerate();
        let others = pairs.filter(|(at, _)| at != time).map(|(_, pair)| pair);
        let dimensions: Vec<(&str, &str)> = others.collect();
        let period = codes.get(*time).copied().unwrap_or_default();
        let value = value.map(plain).filter(|text| !is_missing(text.as_bytes()));
        to.take(&Cell { dataset, dimensions: &dimensions, period, value, flags, line })
    }
}

/// The flags of a status. Eurostat puts that of confidentiality behind a bar: `e|C`.
fn status_flags(status: &str) -> String {
    let (observation, confidentiality) = status.split_once('|').unwrap_or((status, ""));
    let mut flags = Flags::default();
    flags.take("OBS_FLAG", observation);
    flags.take("CONF_STATUS", confidentiality);
    flags.stored()
}

/// A value as text: no quotation marks, nothing for `null`.
fn plain(value: &RawValue) -> &str {
    let text = value.get();
    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match (inner, text) {
        (Some(inner), _) => inner.trim(),
        (None, "null") => "",
        (None, _) => text,
    }
}

/// Finds the line of a value, fast for values asked in file order.
struct Places<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl Places<'_> {
    fn of(&mut self, value: &RawValue) -> u64 {
        let start = self.text.as_ptr() as usize;
        let at = (value.get().as_ptr() as usize).wrapping_sub(start);
        if at < self.at {
            (self.at, self.line) = (0, 1);
        }
        self.line += count_lines(self.text.as_bytes().get(self.at..at).unwrap_or_default());
        self.at = at;
        self.line
    }
}
