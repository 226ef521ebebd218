//! tls209_appln_ipc and tls224_appln_cpc: the symbols that applications are filed under.

use sextant_query::{Scheme, Symbol};

use super::INFO;
use super::cells::application;
use crate::read::{Column, Fault, Out, Record, RowReader, Table, shown};
use crate::{HeaderError, PatentClass};

const IPC: [Column; 2] =
    [Column::required("appln_id", &[]), Column::required("ipc_class_symbol", &[])];

const CPC: [Column; 2] =
    [Column::required("appln_id", &[]), Column::required("cpc_class_symbol", &[])];

/// Reads symbols.
pub(super) struct ClassReader {
    scheme: Scheme,
    application: usize,
    symbol: usize,
}

impl ClassReader {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(table: &Table<'_>, scheme: Scheme) -> Result<Self, Box<HeaderError>> {
        let columns = match scheme {
            Scheme::Ipc => &IPC,
            Scheme::Cpc => &CPC,
        };
        let [application, symbol] = table.places(INFO.id, columns)?;
        Ok(Self { scheme, application, symbol })
    }
}

impl RowReader for ClassReader {
    type Row = PatentClass;
    type Scratch<'r> = ();

    fn scratch(&self) {}

    fn row(
        &self,
        record: &Record<'_>,
        (): &mut (),
        out: &mut Out<PatentClass>,
    ) -> Result<(), Fault> {
        let application = application(record.field(self.application))?;
        let cell = record.field(self.symbol);
        let symbol = Symbol::read(cell).ok_or_else(|| bad_symbol(cell, self.scheme))?;
        out.rows.push(PatentClass { application, scheme: self.scheme, symbol });
        Ok(())
    }
}

#[cold]
fn bad_symbol(cell: &[u8], scheme: Scheme) -> Fault {
    let column = match scheme {
        Scheme::Ipc => IPC[1].name,
        Scheme::Cpc => CPC[1].name,
    };
    let shown = shown(cell);
    let detail = format!(
        "Column {column} holds `{shown}`, where a symbol such as `H01M   4/583` was expected."
    );
    Fault::bad("bad-symbol", detail)
}
