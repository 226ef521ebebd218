//! tls206_person: applicants and inventors.

use sextant_definitions::{GeoCode, GeoKind, Geographies};

use super::INFO;
use super::cells::id;
use crate::read::{Column, Fault, GeoCache, Out, Record, RowReader, Table, unknown};
use crate::{HeaderError, NutsCode, PatentPerson};

const COLUMNS: [Column; 7] = [
    Column::required("person_id", &[]),
    Column::required("person_ctry_code", &[]),
    Column::required("person_name", &[]),
    Column::optional("psn_name", &[]),
    Column::optional("psn_sector", &[]),
    Column::optional("nuts", &[]),
    Column::optional("nuts_level", &[]),
];

/// Reads persons.
pub(super) struct PersonReader<'g> {
    person: usize,
    country: usize,
    name: usize,
    standard_name: usize,
    sector: usize,
    nuts: usize,
    nuts_level: usize,
    geographies: &'g Geographies,
}

impl<'g> PersonReader<'g> {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(
        table: &Table<'_>,
        geographies: &'g Geographies,
    ) -> Result<Self, Box<HeaderError>> {
        let [person, country, name, standard_name, sector, nuts, nuts_level] =
            table.places(INFO.id, &COLUMNS)?;
        Ok(Self { person, country, name, standard_name, sector, nuts, nuts_level, geographies })
    }

    fn name(&self, record: &Record<'_>) -> String {
        let standard = record.text(self.standard_name);
        if standard.is_empty() { record.text(self.name) } else { standard }.into_owned()
    }

    /// The region, where the address was found in one: level 0 is the whole country,
    /// 9 that nothing was found.
    fn nuts(&self, record: &Record<'_>, out: &mut Out<PatentPerson>) -> NutsCode {
        let cell = record.field(self.nuts);
        if cell.is_empty() || matches!(record.field(self.nuts_level), b"0" | b"9") {
            return NutsCode::new();
        }
        let plain = cell.iter().all(u8::is_ascii_alphanumeric);
        let text = std::str::from_utf8(cell).ok().filter(|_| plain);
        text.and_then(|text| NutsCode::from(text).ok()).unwrap_or_else(|| {
            out.note("unknown-region");
            NutsCode::new()
        })
    }
}

impl RowReader for PersonReader<'_> {
    type Row = PatentPerson;
    type Scratch<'r>
        = GeoCache<'r>
    where
        Self: 'r;

    fn scratch(&self) -> GeoCache<'_> {
        GeoCache::new(|text| country(self.geographies, text))
    }

    fn row<'r>(
        &'r self,
        record: &Record<'_>,
        cache: &mut GeoCache<'r>,
        out: &mut Out<PatentPerson>,
    ) -> Result<(), Fault> {
        let person = id(record.field(self.person), "person_id")?;
        let country = cache.get(record.field(self.country)).unwrap_or_else(|| {
            out.note("unknown-country");
            unknown()
        });
        let nuts = self.nuts(record, out);
        out.rows.push(PatentPerson {
            person,
            country,
            nuts,
            name: self.name(record),
            sector: record.text(self.sector).into_owned(),
        });
        Ok(())
    }
}

/// The country of two letters, past or present; none for organisations, groups of
/// countries and codes that stand for no place. Patent offices follow WIPO's standard
/// ST.3, whose `CS` was Czechoslovakia for decades.
fn country(geographies: &Geographies, text: &str) -> Option<GeoCode> {
    let found = match text {
        "CS" => geographies.by_code("CSHH"),
        _ => geographies.by_iso2(text),
    };
    let is_country = |kind: GeoKind| matches!(kind, GeoKind::Country | GeoKind::Historical);
    found.filter(|geography| is_country(geography.kind)).map(|geography| geography.code)
}
