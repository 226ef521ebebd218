//! The tables of NCSES.

use sextant_definitions::{GeoCode, GeoKind, Geographies};

use super::distinct::Counted;
use super::places::Names;
use super::subjects::{About, about};
use super::{INFO, count};
use crate::read::{
    Column, Fault, Out, Record, RowReader, Table, patent_year, unknown, unknown_country,
};
use crate::{HeaderError, PatentCount};

const COLUMNS: [Column; 5] = [
    Column::required("title", &[]),
    Column::optional("path", &[]),
    Column::required("entity", &[]),
    Column::required("year", &[]),
    Column::required("value", &[]),
];

/// Reads figures.
pub(super) struct NcsesReader {
    title: usize,
    path: usize,
    entity: usize,
    year: usize,
    value: usize,
    names: Names,
}

impl NcsesReader {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(
        table: &Table<'_>,
        geographies: &Geographies,
    ) -> Result<Self, Box<HeaderError>> {
        let [title, path, entity, year, value] = table.places(INFO.id, &COLUMNS)?;
        Ok(Self { title, path, entity, year, value, names: Names::new(geographies) })
    }

    fn geo(&self, record: &Record<'_>) -> Result<GeoCode, Fault> {
        let entity = record.text(self.entity);
        match self.names.find(&entity) {
            Some((_, GeoKind::Aggregate)) => Err(Fault::LeftOut("region")),
            Some((code, _)) => Ok(code),
            None if entity == "Unclassified" => Ok(unknown()),
            None if is_group(&entity, &record.text(self.path)) => Err(Fault::LeftOut("region")),
            None => {
                let spelling = "the English name of a country";
                Err(unknown_country(record.field(self.entity), "entity", spelling))
            }
        }
    }
}

impl RowReader for NcsesReader {
    type Row = Counted;
    type Scratch<'r> = Option<(String, About)>;

    fn scratch(&self) -> Option<(String, About)> {
        None
    }

    fn row(
        &self,
        record: &Record<'_>,
        last: &mut Option<(String, About)>,
        out: &mut Out<Counted>,
    ) -> Result<(), Fault> {
        let title = record.text(self.title);
        // A table's title stands in each of its rows.
        if last.as_ref().is_none_or(|(known, _)| *known != title) {
            *last = about(&title).map(|about| (title.clone().into_owned(), about));
        }
        let Some((_, About { concept, subject })) = last else {
            return Err(unknown_table(&title));
        };
        let geo = self.geo(record)?;
        let year = patent_year(record.field(self.year), "year")?;
        let count = count(record, self.value, "value")?;
        out.rows.push(Counted {
            row: PatentCount {
                concept: (*concept).to_owned(),
                geo,
                subject: subject.clone(),
                year,
                count,
            },
            spelled: record.text(self.entity).into_owned(),
            line: record.line,
            raw: String::from_utf8_lossy(record.raw).into_owned(),
        });
        Ok(())
    }
}

/// Whether an entity that is no country is a region: continents stand directly below
/// the world, and groups within them name themselves.
fn is_group(entity: &str, path: &str) -> bool {
    let depth = path.split("->").count();
    let named = ["EU-", "Other ", "Rest of "].iter().any(|start| entity.starts_with(start));
    named || entity.contains("income") || (depth == 2 && path.ends_with(entity))
}

fn unknown_table(title: &str) -> Fault {
    let detail = format!(
        "Column title holds `{title}`, where international patent families or USPTO utility patents by region, country, or economy were expected."
    );
    Fault::bad("unknown-indicator", detail)
}
