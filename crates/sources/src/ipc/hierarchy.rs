//! Lines of the hierarchy.

use sextant_query::Symbol;

use super::{INFO, symbols};
use crate::HeaderError;
use crate::read::{Column, Fault, Out, Record, RowReader, Table, resolve, shown};

const COLUMNS: [Column; 4] = [
    Column::required("ipc_code", &[]),
    Column::required("ancestor", &[]),
    Column::optional("parent", &[]),
    Column::optional("ipc_version", &[]),
];

/// A symbol and the one that the file says it stands below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) symbol: Symbol,
    pub(super) ancestor: Option<Symbol>,
}

/// Reads lines.
pub(super) struct HierarchyReader {
    symbol: usize,
    ancestor: usize,
    version: Option<usize>,
}

impl HierarchyReader {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(table: &Table<'_>) -> Result<Self, Box<HeaderError>> {
        let [symbol, ancestor, _, version] =
            resolve(&table.label, INFO.id, &table.header, &COLUMNS)?;
        let at = |place: Option<usize>| place.unwrap_or(usize::MAX);
        Ok(Self { symbol: at(symbol), ancestor: at(ancestor), version })
    }

    /// The version, which every line has.
    pub(super) fn edition(&self, table: &Table<'_>) -> Option<String> {
        table.first_cell(self.version?).filter(|version| !version.is_empty())
    }
}

impl RowReader for HierarchyReader {
    type Row = Entry;
    type Scratch<'r> = ();

    fn scratch(&self) {}

    fn row(&self, record: &Record<'_>, (): &mut (), out: &mut Out<Entry>) -> Result<(), Fault> {
        let symbol = read(record.field(self.symbol), COLUMNS[0].name)?;
        let cell = record.field(self.ancestor);
        let ancestor = if cell.is_empty() { None } else { Some(read(cell, COLUMNS[1].name)?) };
        out.rows.push(Entry { symbol, ancestor });
        Ok(())
    }
}

fn read(cell: &[u8], column: &str) -> Result<Symbol, Fault> {
    symbols::read(cell).ok_or_else(|| {
        let shown = shown(cell);
        let detail = format!("Column {column} holds `{shown}`, which is no symbol of the IPC.");
        Fault::bad("bad-symbol", detail)
    })
}
