//! tls201_appln: applications.

use super::INFO;
use super::cells::{application, id_or_none, short_code, year};
use crate::read::{Column, Fault, Out, Record, RowReader, Table, lacking, resolve, shown};
use crate::{HeaderError, PatentApplication};

const COLUMNS: [Column; 12] = [
    Column::required("appln_id", &[]),
    Column::required("appln_auth", &[]),
    Column::required("appln_kind", &[]),
    Column::required("ipr_type", &[]),
    Column::required("docdb_family_id", &[]),
    Column::optional("inpadoc_family_id", &[]),
    Column::optional("internat_appln_id", &[]),
    Column::optional("granted", &[]),
    Column::optional("appln_filing_year", &[]),
    Column::optional("appln_filing_date", &[]),
    Column::optional("earliest_filing_year", &[]),
    Column::optional("earliest_filing_date", &[]),
];

/// Reads applications.
pub(super) struct ApplicationReader {
    application: usize,
    office: usize,
    kind: usize,
    ipr_type: usize,
    docdb_family: usize,
    inpadoc_family: usize,
    international: usize,
    granted: usize,
    filing: usize,
    earliest_filing: usize,
}

impl ApplicationReader {
    /// Finds the columns. Years are taken from dates where there are no years.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(table: &Table<'_>) -> Result<Self, Box<HeaderError>> {
        let found = resolve(&table.label, INFO.id, &table.header, &COLUMNS)?;
        let year_or_date = |year: usize| found[year].or(found[year + 1]);
        let Some(earliest_filing) = year_or_date(10) else {
            let what = "column earliest_filing_year is";
            return Err(lacking(&table.label, INFO.id, &table.header, what));
        };
        let at = |column: usize| found[column].unwrap_or(usize::MAX);
        Ok(Self {
            application: at(0),
            office: at(1),
            kind: at(2),
            ipr_type: at(3),
            docdb_family: at(4),
            inpadoc_family: at(5),
            international: at(6),
            granted: at(7),
            filing: year_or_date(8).unwrap_or(usize::MAX),
            earliest_filing,
        })
    }
}

impl RowReader for ApplicationReader {
    type Row = PatentApplication;
    type Scratch<'r> = ();

    fn scratch(&self) {}

    fn row(
        &self,
        record: &Record<'_>,
        (): &mut (),
        out: &mut Out<PatentApplication>,
    ) -> Result<(), Fault> {
        let application = application(record.field(self.application))?;
        if record.field(self.ipr_type) != b"PI" {
            return Err(Fault::LeftOut("not-a-patent"));
        }
        let docdb_family = id_or_none(record.field(self.docdb_family), "docdb_family_id")?;
        if docdb_family == 0 {
            return Err(Fault::LeftOut("no-family"));
        }
        let office = short_code(record.field(self.office), "appln_auth")?;
        let kind = short_code(record.field(self.kind), "appln_kind")?;
        out.rows.push(PatentApplication {
            application,
            office,
            kind,
            // In older editions the authority is the office that received it.
            pct: office.as_str() == "WO" || kind.as_str() == "W",
            international: id_or_none(record.field(self.international), "internat_appln_id")?,
            filing_year: year(record.field(self.filing), "appln_filing_year")?,
            earliest_filing_year: year(record.field(self.earliest_filing), "earliest_filing_year")?,
            docdb_family,
            inpadoc_family: id_or_none(record.field(self.inpadoc_family), "inpadoc_family_id")?,
            granted: granted(record.field(self.granted))?,
        });
        Ok(())
    }
}

/// `Y` or `N`; 1 or 0 in editions up to 2018.
fn granted(cell: &[u8]) -> Result<bool, Fault> {
    match cell {
        b"Y" | b"1" => Ok(true),
        b"N" | b"0" | b"" => Ok(false),
        _ => {
            let shown = shown(cell);
            let detail = format!("Column granted holds `{shown}`, where Y or N was expected.");
            Err(Fault::bad("bad-code", detail))
        }
    }
}
