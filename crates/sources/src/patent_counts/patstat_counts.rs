//! Counts made from PATSTAT by country and WIPO field.

use sextant_definitions::Geographies;

use super::distinct::Counted;
use super::places::by_letters;
use super::{FAMILIES, INFO, count};
use crate::read::{Column, Fault, Out, Record, RowReader, Table, patent_year, unknown};
use crate::wipo_fields::field_code;
use crate::{HeaderError, PatentCount};

const COLUMNS: [Column; 4] = [
    Column::required("priority_year", &[]),
    Column::required("ctry_code", &["person_ctry_code"]),
    Column::required("techn_field_nr", &[]),
    Column::required("n_tech_reg", &["count"]),
];

/// Reads figures.
pub(super) struct PatstatCountReader<'g> {
    year: usize,
    country: usize,
    field: usize,
    count: usize,
    geographies: &'g Geographies,
}

impl<'g> PatstatCountReader<'g> {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(
        table: &Table<'_>,
        geographies: &'g Geographies,
    ) -> Result<Self, Box<HeaderError>> {
        let [year, country, field, count] = table.places(INFO.id, &COLUMNS)?;
        Ok(Self { year, country, field, count, geographies })
    }
}

impl RowReader for PatstatCountReader<'_> {
    type Row = Counted;
    type Scratch<'r>
        = ()
    where
        Self: 'r;

    fn scratch(&self) {}

    fn row(&self, record: &Record<'_>, (): &mut (), out: &mut Out<Counted>) -> Result<(), Fault> {
        let year = patent_year(record.field(self.year), COLUMNS[0].name)?;
        let field = field_code(record.field(self.field), COLUMNS[2].name)?;
        let count = count(record, self.count, COLUMNS[3].name)?;
        let spelled = record.text(self.country).into_owned();
        let geo = by_letters(self.geographies, &spelled, year).unwrap_or_else(|| {
            out.note("unknown-country");
            unknown()
        });
        out.rows.push(Counted {
            row: PatentCount {
                concept: FAMILIES.to_owned(),
                geo,
                subject: format!("wipo-field-{field}"),
                year,
                count,
            },
            spelled,
            line: record.line,
            raw: String::from_utf8_lossy(record.raw).into_owned(),
        });
        Ok(())
    }
}
