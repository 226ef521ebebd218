//! The correlations of all vintages in one CSV file, codes without leading zeros.

use sextant_definitions::HsVintage;

use super::INFO;
use super::codes::{link, six_digits};
use crate::read::{Column, Fault, Out, Record, RowReader, Table};
use crate::{CodeText, HeaderError, NomenclatureLink};

const COLUMNS: [Column; 4] = [
    Column::required("code.after", &[]),
    Column::required("code.before", &[]),
    Column::required("Relationship", &[]),
    Column::required("adjustment", &[]),
];

/// Reads pairs of codes.
pub(super) struct PairReader {
    after: usize,
    before: usize,
    relationship: usize,
    adjustment: usize,
}

impl PairReader {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(table: &Table<'_>) -> Result<Self, Box<HeaderError>> {
        let [after, before, relationship, adjustment] = table.places(INFO.id, &COLUMNS)?;
        Ok(Self { after, before, relationship, adjustment })
    }
}

impl RowReader for PairReader {
    type Row = NomenclatureLink;
    type Scratch<'r> = ();

    fn scratch(&self) {}

    fn row(
        &self,
        record: &Record<'_>,
        (): &mut (),
        out: &mut Out<NomenclatureLink>,
    ) -> Result<(), Fault> {
        let adjustment = record.text(self.adjustment);
        let vintages = vintages(&adjustment)?;
        let after = padded(&record.text(self.after), "code.after")?;
        let before = padded(&record.text(self.before), "code.before")?;
        out.rows.push(link(vintages, (after, before), &record.text(self.relationship)));
        Ok(())
    }
}

/// Restores the zeros that this file lost.
fn padded(cell: &str, column: &str) -> Result<CodeText, Fault> {
    six_digits(&format!("{cell:0>6}"), column)
}

/// `2022 to 2017`. The file goes back to classifications before the Harmonised
/// System (1988 and older), which are left out.
fn vintages(adjustment: &str) -> Result<(HsVintage, HsVintage), Fault> {
    let years = adjustment.split_once(" to ").and_then(|(from, to)| {
        Some((from.trim().parse::<u16>().ok()?, to.trim().parse::<u16>().ok()?))
    });
    let Some((from, to)) = years else {
        let detail = format!(
            "Column adjustment holds `{adjustment}`, where two vintages such as `2022 to 2017` were expected."
        );
        return Err(Fault::bad("unknown-classification", detail));
    };
    let vintage = |year: u16| format!("hs{year}").parse::<HsVintage>().ok();
    vintage(from).zip(vintage(to)).ok_or(Fault::LeftOut("other-classification"))
}
