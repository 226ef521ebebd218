//! tls229_appln_nace2: the industries that applications belong to.

use super::INFO;
use super::cells::application;
use crate::read::{Column, Fault, Out, Record, RowReader, Table, share, shown};
use crate::{CodeText, HeaderError, PatentIndustry};

const COLUMNS: [Column; 3] = [
    Column::required("appln_id", &[]),
    Column::required("nace2_code", &[]),
    Column::required("weight", &[]),
];

/// Reads industries.
pub(super) struct IndustryReader {
    application: usize,
    nace: usize,
    weight: usize,
}

impl IndustryReader {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(table: &Table<'_>) -> Result<Self, Box<HeaderError>> {
        let [application, nace, weight] = table.places(INFO.id, &COLUMNS)?;
        Ok(Self { application, nace, weight })
    }
}

impl RowReader for IndustryReader {
    type Row = PatentIndustry;
    type Scratch<'r> = ();

    fn scratch(&self) {}

    fn row(
        &self,
        record: &Record<'_>,
        (): &mut (),
        out: &mut Out<PatentIndustry>,
    ) -> Result<(), Fault> {
        out.rows.push(PatentIndustry {
            application: application(record.field(self.application))?,
            nace: nace(record.field(self.nace))?,
            weight: share(record.field(self.weight), "weight")?,
        });
        Ok(())
    }
}

/// A division, group or class: `21`, `26.5`, `26.51`.
fn nace(cell: &[u8]) -> Result<CodeText, Fault> {
    let (division, rest) = match cell {
        [tens, units, b'.', rest @ ..] if !rest.is_empty() => ([*tens, *units], rest),
        [tens, units] => ([*tens, *units], &[][..]),
        _ => return Err(bad_nace(cell)),
    };
    let digits = division.iter().chain(rest).all(u8::is_ascii_digit);
    let text = std::str::from_utf8(cell).ok().filter(|_| digits && rest.len() <= 2);
    text.and_then(|text| CodeText::from(text).ok()).ok_or_else(|| bad_nace(cell))
}

#[cold]
fn bad_nace(cell: &[u8]) -> Fault {
    let shown = shown(cell);
    let detail = format!(
        "Column nace2_code holds `{shown}`, where a NACE code such as 21 or 26.5 was expected."
    );
    Fault::bad("bad-product-code", detail)
}
