//! Parses one block of records.

use super::open::Packing;
use super::record::{Fields, Next, Record, Records};
use super::split::Block;
use super::table::{Shape, Table, check_utf8};
use crate::{Quarantined, SourceError};

/// Longest text of a row kept in quarantine.
const RAW_MOST: usize = 2000;

/// Why a row yields nothing.
#[derive(Debug)]
pub(crate) enum Fault {
    /// Rightly left out, by reason.
    LeftOut(&'static str),
    /// Not understood.
    Bad {
        /// Stable reason id.
        reason: &'static str,
        /// Full sentence.
        detail: String,
    },
}

impl Fault {
    /// A row for the quarantine.
    #[cold]
    pub(crate) fn bad(reason: &'static str, detail: String) -> Self {
        Self::Bad { reason, detail }
    }
}

/// Turns records of one table into rows.
pub(crate) trait RowReader: Sync {
    /// What a record becomes.
    type Row: Send;
    /// Caches of one thread.
    type Scratch<'r>
    where
        Self: 'r;

    /// Fresh caches.
    fn scratch(&self) -> Self::Scratch<'_>;

    /// Adds the rows of `record` to `out`.
    ///
    /// # Errors
    /// A [`Fault`] when the record as a whole yields none.
    fn row<'r>(
        &'r self,
        record: &Record<'_>,
        scratch: &mut Self::Scratch<'r>,
        out: &mut Out<Self::Row>,
    ) -> Result<(), Fault>;
}

/// What a block yields.
pub(crate) struct Out<T> {
    /// Rows in file order.
    pub(crate) rows: Vec<T>,
    /// How many were left out, by reason.
    pub(crate) left_out: Vec<(&'static str, u64)>,
    /// How many were kept although something about them is not as it should be.
    pub(crate) noted: Vec<(&'static str, u64)>,
    pub(crate) bad: Vec<Quarantined>,
}

impl<T> Out<T> {
    pub(crate) fn with_capacity(rows: usize) -> Self {
        Self {
            rows: Vec::with_capacity(rows),
            left_out: Vec::new(),
            noted: Vec::new(),
            bad: Vec::new(),
        }
    }

    /// Notes what became of a record, or of one cell of a wide record.
    pub(crate) fn fault(&mut self, fault: Fault, line: u64, raw: &[u8]) {
        match fault {
            Fault::LeftOut(reason) => add(&mut self.left_out, reason),
            Fault::Bad { reason, detail } => {
                let raw = raw_text(raw);
                self.bad.push(Quarantined { line, reason, detail, raw });
            }
        }
    }

    /// Notes that a record is kept although one of its cells is not as it should be,
    /// such as a country code that is none.
    pub(crate) fn note(&mut self, reason: &'static str) {
        add(&mut self.noted, reason);
    }
}

fn add(counts: &mut Vec<(&'static str, u64)>, reason: &'static str) {
    match counts.iter_mut().find(|(known, _)| *known == reason) {
        Some((_, count)) => *count += 1,
        None => counts.push((reason, 1)),
    }
}

fn raw_text(raw: &[u8]) -> String {
    String::from_utf8_lossy(raw).chars().take(RAW_MOST).collect()
}

/// What parsing one block gave.
pub(crate) struct Batch<T> {
    pub(crate) out: Out<T>,
    /// Records seen, good and bad.
    pub(crate) read: usize,
    /// Goes back to the reading thread.
    pub(crate) block: Block,
}

/// What parsing needs to know of the table.
pub(crate) struct Layout {
    pub(crate) label: String,
    pub(crate) packing: Packing,
    pub(crate) shape: Shape,
}

impl Layout {
    pub(crate) fn of(table: &Table<'_>) -> Self {
        Self { label: table.label.clone(), packing: table.packing, shape: table.shape() }
    }
}

/// Parses blocks, one after the other, on one thread.
pub(crate) struct BlockParser<'r, R: RowReader> {
    reader: &'r R,
    layout: &'r Layout,
    scratch: R::Scratch<'r>,
    fields: Fields,
    /// Rows of the last block: the next will be about as large.
    expected: usize,
}

impl<'r, R: RowReader> BlockParser<'r, R> {
    pub(crate) fn new(reader: &'r R, layout: &'r Layout) -> Self {
        Self { reader, layout, scratch: reader.scratch(), fields: Fields::new(), expected: 0 }
    }

    /// Parses `block`.
    ///
    /// # Errors
    /// When it is not UTF-8.
    pub(crate) fn parse(&mut self, block: Block) -> Result<Batch<R::Row>, SourceError> {
        check_utf8(&self.layout.label, block.text(), block.line)?;
        let mut out = Out::with_capacity(self.expected + self.expected / 8);
        let read = self.parse_text(block.text(), block.line, &mut out);
        self.expected = out.rows.len();
        Ok(Batch { out, read, block })
    }

    fn parse_text(&mut self, text: &[u8], line: u64, out: &mut Out<R::Row>) -> usize {
        let mut records = Records::new(text, line, self.layout.shape.delimiter);
        let mut read = 0;
        loop {
            match records.next(&mut self.fields) {
                Next::Record { raw, line } => {
                    if self.fields.len() == self.layout.shape.columns {
                        let record = records.record(&self.fields, raw, line);
                        if let Err(fault) = self.reader.row(&record, &mut self.scratch, out) {
                            out.fault(fault, line, &text[raw.0..raw.1]);
                        }
                    } else {
                        // A record that swallowed lines gives them back.
                        let first = records.resume_after_line(raw.0, line);
                        out.fault(self.wrong_count(), line, records.text(first));
                    }
                }
                Next::Broken { raw, line } => out.fault(broken_quotes(), line, &text[raw.0..raw.1]),
                Next::End => return read,
            }
            read += 1;
        }
    }

    fn wrong_count(&self) -> Fault {
        let (found, wanted) = (self.fields.len(), self.layout.shape.columns);
        let detail = format!(
            "The line has {found} fields where the header has {wanted}; it is cut, or holds a separator that is not quoted."
        );
        Fault::bad("wrong-field-count", detail)
    }
}

fn broken_quotes() -> Fault {
    let detail = "The line opens a quotation mark that does not close before a separator.";
    Fault::bad("broken-quotes", detail.to_owned())
}
