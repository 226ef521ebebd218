//! Statistical tables as SDMX-CSV: every table that a sector is made of, with flags, with
//! cells that are missing, with codes that no sector names, and with Greece as EL.

mod tables;

use std::path::Path;

use serde_json::{Value, json};
use sextant_definitions::SeriesId;

use crate::Error;
use crate::output::{Output, WrittenFile};
use crate::world::World;

use tables::{Row, Table};

/// First year of the tables.
pub(crate) const FIRST: u16 = 2008;
/// Last year of the tables.
pub(crate) const LAST: u16 = 2023;
/// Number of years.
pub(crate) const YEARS: usize = 16;

/// What one series says of one place and year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Level {
    /// Quarters of a unit of the table.
    pub(crate) quarters: u64,
    /// Cells with a value.
    pub(crate) cells: i64,
    /// Whether any of them breaks the series.
    pub(crate) breaks: bool,
    /// Whether any is an estimate.
    pub(crate) estimated: bool,
    /// Whether any is provisional.
    pub(crate) provisional: bool,
}

/// One series of one sector.
#[derive(Clone, Debug)]
pub(crate) struct Series {
    /// Place of the sector among the subjects.
    pub(crate) subject: usize,
    /// What it measures.
    pub(crate) id: SeriesId,
    /// Units in one unit of the table.
    pub(crate) factor: f64,
    /// Cells that make a level.
    pub(crate) expected: i64,
    /// By geography and year.
    levels: Vec<Level>,
}

/// The truth of all tables. Geographies are sorted by code, with the EU27 last.
#[derive(Clone, Debug)]
pub(crate) struct Sums {
    /// Code, and whether it is a Member State of the EU27.
    pub(crate) places: Vec<(String, bool)>,
    /// The series, in the order of the definitions.
    pub(crate) series: Vec<Series>,
}

impl Series {
    /// The level of a place and year: its quarters times a quarter of the factor.
    pub(crate) fn level(&self, place: usize, year: u16) -> Option<Level> {
        let at = usize::from(year.checked_sub(FIRST)?);
        let level = self.levels.get(place * YEARS + at).filter(|_| at < YEARS)?;
        (level.cells == self.expected).then_some(*level)
    }

    /// A level in units.
    #[expect(clippy::cast_precision_loss, reason = "the rule, far below 2^53")]
    pub(crate) fn units(&self, level: Level) -> f64 {
        level.quarters as f64 / 4.0 * self.factor
    }

    fn add(&mut self, place: usize, row: &Row<'_>) {
        let level = &mut self.levels[place * YEARS + usize::from(row.year - FIRST)];
        level.quarters += row.quarters.unwrap_or(0);
        level.cells += 1;
        level.breaks |= row.flag == "b";
        level.estimated |= row.flag == "e";
        level.provisional |= row.flag == "p";
    }
}

/// What was written, and the levels of it.
#[derive(Debug)]
pub(crate) struct Sdmx {
    /// The files.
    pub(crate) files: Vec<WrittenFile>,
    /// The truth.
    pub(crate) sums: Sums,
    /// What was hidden.
    pub(crate) planted: Value,
}

/// Writes one file for every table.
pub(crate) fn write(world: &World<'_>, out: &Path) -> Result<Sdmx, Error> {
    let places = tables::places(world);
    let codes = places.iter().map(|place| (place.code.clone(), place.member)).collect();
    let mut sums = Sums { places: codes, series: series(world, places.len()) };
    let mut files = Vec::new();
    let mut told = Vec::new();
    for table in Table::all(world) {
        let name = format!("sdmx/ESTAT_{}_DEMO.csv", table.dataset);
        let mut output = Output::create(out, &name)?;
        output.text(&table.header())?;
        let (mut missing, mut outside) = (0_u64, 0_u64);
        for row in table.rows(&places, world.draws) {
            output.row(table.line(&row).as_bytes())?;
            missing += u64::from(row.quarters.is_none());
            let Some(place) = row.place.filter(|_| !row.outside) else {
                outside += 1;
                continue;
            };
            for series in row.quarters.iter().flat_map(|_| &table.series) {
                if series.has(&row.codes) {
                    sums.series[series.number].add(place, &row);
                }
            }
        }
        told.push(json!({
            "dataset": table.dataset,
            "rows_without_value": missing,
            "rows_outside_of_every_sector": outside,
        }));
        files.push(output.finish()?);
    }
    Ok(Sdmx { files, sums, planted: Value::from(told) })
}

/// The series of every sector, without levels.
fn series(world: &World<'_>, places: usize) -> Vec<Series> {
    let mut all = Vec::new();
    for sector in &world.definitions.sectors {
        let subject = world.subjects.iter().position(|subject| subject.id == sector.id);
        for series in &sector.series {
            all.push(Series {
                subject: subject.unwrap_or(world.subjects.len()),
                id: series.id,
                factor: series.factor,
                expected: i64::try_from(series.combinations()).unwrap_or(i64::MAX),
                levels: vec![Level::default(); places * YEARS],
            });
        }
    }
    all
}
