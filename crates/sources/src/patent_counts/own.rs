//! A user's own table.

use sextant_definitions::{GeoCode, GeoKind, Geographies};

use super::distinct::Counted;
use super::{FAMILIES, INFO, count};
use crate::read::{
    Column, Fault, Out, Record, RowReader, Table, patent_year, shown, unknown_country,
};
use crate::{HeaderError, PatentCount};

const COLUMNS: [Column; 5] = [
    Column::required("year", &[]),
    Column::required("geo", &[]),
    Column::required("subject", &[]),
    Column::required("count", &[]),
    Column::optional("concept", &[]),
];

/// Reads figures.
pub(super) struct OwnReader<'g> {
    year: usize,
    geo: usize,
    subject: usize,
    count: usize,
    concept: usize,
    geographies: &'g Geographies,
}

impl<'g> OwnReader<'g> {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(
        table: &Table<'_>,
        geographies: &'g Geographies,
    ) -> Result<Self, Box<HeaderError>> {
        let [year, geo, subject, count, concept] = table.places(INFO.id, &COLUMNS)?;
        Ok(Self { year, geo, subject, count, concept, geographies })
    }

    /// A place by our own code; groups of countries are computed from their members.
    fn geo(&self, record: &Record<'_>) -> Result<GeoCode, Fault> {
        let cell = record.field(self.geo);
        let found = self.geographies.by_code(&record.text(self.geo));
        let known =
            found.ok_or_else(|| unknown_country(cell, COLUMNS[1].name, "a code of a place"))?;
        if known.kind == GeoKind::Aggregate {
            return Err(Fault::LeftOut("region"));
        }
        Ok(known.code)
    }
}

impl RowReader for OwnReader<'_> {
    type Row = Counted;
    type Scratch<'r>
        = ()
    where
        Self: 'r;

    fn scratch(&self) {}

    fn row(&self, record: &Record<'_>, (): &mut (), out: &mut Out<Counted>) -> Result<(), Fault> {
        let concept = match record.field(self.concept) {
            b"" => FAMILIES.to_owned(),
            cell => id(cell, COLUMNS[4].name)?,
        };
        out.rows.push(Counted {
            row: PatentCount {
                concept,
                geo: self.geo(record)?,
                subject: id(record.field(self.subject), COLUMNS[2].name)?,
                year: patent_year(record.field(self.year), COLUMNS[0].name)?,
                count: count(record, self.count, COLUMNS[3].name)?,
            },
            spelled: record.text(self.geo).into_owned(),
            line: record.line,
            raw: String::from_utf8_lossy(record.raw).into_owned(),
        });
        Ok(())
    }
}

/// An id as definitions write them: lower-case letters, digits and hyphens.
fn id(cell: &[u8], column: &str) -> Result<String, Fault> {
    let allowed = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    let text = std::str::from_utf8(cell).ok();
    text.filter(|_| !cell.is_empty() && cell.iter().all(allowed)).map(str::to_owned).ok_or_else(
        || {
            let shown = shown(cell);
            let detail = format!(
                "Column {column} holds `{shown}`, where an id such as solar-power or wipo-field-09 was expected."
            );
            Fault::bad("bad-subject", detail)
        },
    )
}
