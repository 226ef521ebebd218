//! What all formats give: cells.

use crate::SourceError;
use crate::read::{Collector, Fault, Out};

/// Rows handed on at once.
const BATCH: usize = 1 << 14;

/// One cell of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell<'a> {
    /// Id of the table as published, without agency and version; empty where the file
    /// does not tell.
    pub(crate) dataset: &'a str,
    /// The dimensions other than time in the order of the file: name in lower case,
    /// code as published.
    pub(crate) dimensions: &'a [(&'a str, &'a str)],
    /// The period as published.
    pub(crate) period: &'a str,
    /// The figure as published, with a decimal point; not looked at otherwise. None where
    /// the cell says that there is none.
    pub(crate) value: Option<&'a str>,
    /// As [`flags`] gives them.
    pub(crate) flags: &'a str,
    /// Line in the file, from 1.
    pub(crate) line: u64,
}

impl<'a> Cell<'a> {
    /// The code of the dimension `name`, which is in lower case.
    pub(crate) fn code(&self, name: &str) -> Option<&'a str> {
        self.dimensions.iter().find(|(known, _)| *known == name).map(|(_, code)| *code)
    }

    /// The cell in one line, for the quarantine: `freq=A;geo=BE;2020: 12.5 e`.
    pub(crate) fn shown(&self) -> String {
        let codes: String =
            self.dimensions.iter().map(|(name, code)| format!("{name}={code};")).collect();
        let text = format!("{codes}{}: {} {}", self.period, self.value.unwrap_or(":"), self.flags);
        text.trim_end().to_owned()
    }
}

/// Makes rows of cells.
pub(crate) trait CellReader {
    /// What a cell becomes.
    type Row;

    /// Adds the rows of `cell` to `out`.
    ///
    /// # Errors
    /// A [`Fault`] when it yields none; the caller counts it and keeps the cell.
    fn cell(&mut self, cell: &Cell<'_>, out: &mut Out<Self::Row>) -> Result<(), Fault>;

    /// Hands on rows, in file order, batch by batch.
    ///
    /// # Errors
    /// When the sink fails.
    fn rows(&mut self, rows: Vec<Self::Row>, to: &mut Collector<'_>) -> Result<(), SourceError>;
}

/// Gathers what a [`CellReader`] makes of cells and hands it on in batches.
pub(super) struct Gathered<'r, 's, 'c, R: CellReader> {
    reader: &'r mut R,
    collector: &'c mut Collector<'s>,
    out: Out<R::Row>,
    read: usize,
}

impl<'r, 's, 'c, R: CellReader> Gathered<'r, 's, 'c, R> {
    pub(super) fn new(reader: &'r mut R, collector: &'c mut Collector<'s>) -> Self {
        Self { reader, collector, out: Out::with_capacity(BATCH), read: 0 }
    }

    /// Takes one cell.
    ///
    /// # Errors
    /// When the sink fails.
    pub(super) fn take(&mut self, cell: &Cell<'_>) -> Result<(), SourceError> {
        if let Err(fault) = self.reader.cell(cell, &mut self.out) {
            self.out.fault(fault, cell.line, cell.shown().as_bytes());
        }
        self.seen()
    }

    /// Takes a line or element that is no cell.
    ///
    /// # Errors
    /// When the sink fails.
    pub(super) fn fault(&mut self, fault: Fault, line: u64, raw: &[u8]) -> Result<(), SourceError> {
        self.out.fault(fault, line, raw);
        self.seen()
    }

    fn seen(&mut self) -> Result<(), SourceError> {
        self.read += 1;
        if self.read < BATCH { Ok(()) } else { self.hand_on() }
    }

    /// Hands on what is left.
    ///
    /// # Errors
    /// When the sink fails.
    pub(super) fn hand_on(&mut self) -> Result<(), SourceError> {
        let out = std::mem::replace(&mut self.out, Out::with_capacity(BATCH));
        let rows = self.collector.take_faults(std::mem::take(&mut self.read), out)?;
        self.reader.rows(rows, self.collector)?;
        self.collector.tell_progress();
        Ok(())
    }
}

/// Flags as they are stored: in lower case, in the order of the alphabet, each once,
/// without blanks, colons and the like. `na`, which is a word and not two flags, stays.
pub(super) fn flags(text: &str) -> String {
    let text = text.trim();
    if text.eq_ignore_ascii_case("na") {
        return "na".to_owned();
    }
    let mut letters: Vec<char> = text
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    letters.sort_unstable();
    letters.dedup();
    letters.into_iter().collect()
}

/// Whether a dimension is that of time.
pub(super) fn is_time(name: &str) -> bool {
    ["time", "time_period"].iter().any(|known| name.eq_ignore_ascii_case(known))
}
