//! Comtrade records in delimited text.

use super::INFO;
use super::cells::{CELLS, COLUMNS, Cell, Cells};
use super::flows::{Caches, FlowRule};
use crate::read::{Fault, Out, Record, RowReader, Table, lacking, resolve};
use crate::{HeaderError, TradeFlow};

/// Reads records of a table.
pub(super) struct TableReader<'g> {
    places: [Option<usize>; CELLS],
    rule: &'g FlowRule<'g>,
}

impl<'g> TableReader<'g> {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing, or reporter, partner or flow stand in no form at all.
    pub(super) fn new(table: &Table<'_>, rule: &'g FlowRule<'g>) -> Result<Self, Box<HeaderError>> {
        let places = resolve(&table.label, INFO.id, &table.header, &COLUMNS)?;
        for (code, text) in [
            (Cell::Reporter, Cell::ReporterIso),
            (Cell::Partner, Cell::PartnerIso),
            (Cell::Flow, Cell::FlowText),
        ] {
            if places[code as usize].is_none() && places[text as usize].is_none() {
                let (code, text) = (COLUMNS[code as usize].name, COLUMNS[text as usize].name);
                let what = format!("both {code} and {text} are");
                return Err(lacking(&table.label, INFO.id, &table.header, &what));
            }
        }
        Ok(Self { places, rule })
    }
}

impl RowReader for TableReader<'_> {
    type Row = TradeFlow;
    type Scratch<'r>
        = Caches<'r>
    where
        Self: 'r;

    fn scratch(&self) -> Caches<'_> {
        self.rule.caches()
    }

    fn row<'r>(
        &'r self,
        record: &Record<'_>,
        caches: &mut Caches<'r>,
        out: &mut Out<TradeFlow>,
    ) -> Result<(), Fault> {
        let mut cells = Cells([&[]; CELLS]);
        for (cell, place) in cells.0.iter_mut().zip(&self.places) {
            if let Some(place) = place {
                *cell = record.field(*place);
            }
        }
        out.rows.push(self.rule.flow(&cells, caches)?);
        Ok(())
    }
}
