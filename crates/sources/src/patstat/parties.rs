//! tls207_pers_appln: who applied for or invented what.

use super::INFO;
use super::cells::{application, id, id_or_none};
use crate::read::{Column, Fault, Out, Record, RowReader, Table};
use crate::{HeaderError, PatentParty};

const COLUMNS: [Column; 4] = [
    Column::required("appln_id", &[]),
    Column::required("person_id", &[]),
    Column::required("applt_seq_nr", &[]),
    Column::required("invt_seq_nr", &[]),
];

/// Reads parties.
pub(super) struct PartyReader {
    application: usize,
    person: usize,
    applicant: usize,
    inventor: usize,
}

impl PartyReader {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(table: &Table<'_>) -> Result<Self, Box<HeaderError>> {
        let [application, person, applicant, inventor] = table.places(INFO.id, &COLUMNS)?;
        Ok(Self { application, person, applicant, inventor })
    }
}

impl RowReader for PartyReader {
    type Row = PatentParty;
    type Scratch<'r> = ();

    fn scratch(&self) {}

    fn row(
        &self,
        record: &Record<'_>,
        (): &mut (),
        out: &mut Out<PatentParty>,
    ) -> Result<(), Fault> {
        out.rows.push(PatentParty {
            application: application(record.field(self.application))?,
            person: id(record.field(self.person), "person_id")?,
            applicant: place(record.field(self.applicant), "applt_seq_nr")?,
            inventor: place(record.field(self.inventor), "invt_seq_nr")?,
        });
        Ok(())
    }
}

/// A place in a list, 0 for none.
fn place(cell: &[u8], column: &str) -> Result<u16, Fault> {
    let number = id_or_none(cell, column)?;
    u16::try_from(number).map_err(|_| {
        let detail = format!("Column {column} holds {number}, more persons than any patent has.");
        Fault::bad("bad-number", detail)
    })
}
