//! The tables: which cells they have, and what stands in them.

use std::collections::{BTreeMap, BTreeSet};

use sextant_definitions::{SectorSeries, SeriesId};

use crate::draws::{Draws, Topic, key_of};
use crate::sdmx::{FIRST, LAST};
use crate::world::World;

/// A country that is no member.
const OUTSIDE: &str = "NO";
/// A place that nobody knows.
const NOWHERE: &str = "X_DEMO";
/// A code that no sector names.
const OTHER: &str = "X_OTHER";
/// Dimensions of places.
const PLACES: [&str; 2] = ["geo", "reporter"];
/// A series breaks no earlier, so that its first decade is whole.
const BREAKS_FROM: u16 = 2019;

/// A place of the tables.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// Code in the definitions.
    pub(super) code: String,
    /// Whether it is a Member State of the EU27.
    pub(super) member: bool,
    spelled: String,
    size: u64,
}

/// The places, sorted by code, with the EU27 last.
pub(super) fn places(world: &World<'_>) -> Vec<Place> {
    let geographies = &world.definitions.geographies;
    let spelled = |code: &str| {
        let first = geographies.by_code(code).and_then(|g| g.eurostat.first());
        first.cloned().unwrap_or_else(|| code.to_owned())
    };
    let countries = world.countries.iter().filter(|c| c.member || c.code.as_str() == OUTSIDE);
    let mut places: Vec<Place> = countries
        .map(|c| Place {
            code: c.code.to_string(),
            member: c.member,
            spelled: spelled(&c.code),
            size: c.size,
        })
        .collect();
    places.sort_by(|a, b| a.code.cmp(&b.code));
    let size = places.iter().filter(|place| place.member).map(|place| place.size).sum();
    let union = Place { code: "EU27".to_owned(), member: false, spelled: spelled("EU27"), size };
    places.push(union);
    places
}

/// A table.
#[derive(Debug)]
pub(super) struct Table<'a> {
    /// Its id.
    pub(super) dataset: &'a str,
    /// The dimensions beside place and time.
    dimensions: BTreeSet<&'a str>,
    /// Who uses it.
    pub(super) series: Vec<Use<'a>>,
}

/// A series of a sector that uses a table.
#[derive(Debug)]
pub(super) struct Use<'a> {
    /// Its place among all series.
    pub(super) number: usize,
    series: &'a SectorSeries,
}

/// Codes by dimension.
pub(super) type Codes<'a> = BTreeMap<&'a str, &'a str>;

/// A row.
#[derive(Clone, Debug)]
pub(super) struct Row<'a> {
    pub(super) codes: Codes<'a>,
    /// Its place; none for one that nobody knows.
    pub(super) place: Option<usize>,
    spelled: String,
    pub(super) year: u16,
    /// Quarters of a unit; none where the cell is empty.
    pub(super) quarters: Option<u64>,
    pub(super) flag: &'static str,
    /// Whether it has a code that no sector names.
    pub(super) outside: bool,
}

impl Use<'_> {
    /// Whether codes are among those of the series.
    pub(super) fn has(&self, codes: &Codes<'_>) -> bool {
        let listed = |(name, wanted): (&String, &Vec<String>)| {
            let code = codes.get(name.as_str());
            code.is_some_and(|code| wanted.iter().any(|wanted| wanted == code))
        };
        self.series.filter.iter().all(listed)
    }
}

impl<'a> Table<'a> {
    /// Every table that a sector names, by id.
    pub(super) fn all(world: &World<'a>) -> Vec<Self> {
        let mut tables: BTreeMap<&str, Self> = BTreeMap::new();
        let sectors = &world.definitions.sectors;
        let series = sectors.iter().flat_map(|sector| &sector.series);
        for (number, series) in series.enumerate() {
            let dataset = series.dataset.as_str();
            let empty = Self { dataset, dimensions: BTreeSet::from(["freq"]), series: Vec::new() };
            let table = tables.entry(dataset).or_insert(empty);
            table.dimensions.extend(series.filter.keys().map(String::as_str));
            table.dimensions.retain(|name| !PLACES.contains(name));
            table.series.push(Use { number, series });
        }
        tables.into_values().collect()
    }

    /// The first line.
    pub(super) fn header(&self) -> String {
        let names: Vec<&str> = self.dimensions.iter().copied().collect();
        let (names, place) = (names.join(","), self.place());
        format!("DATAFLOW,LAST UPDATE,{names},{place},TIME_PERIOD,OBS_VALUE,OBS_FLAG\n")
    }

    /// The dimension of places: who reports, where there are partners.
    fn place(&self) -> &'static str {
        if self.dimensions.contains("partner") { "reporter" } else { "geo" }
    }

    /// A row as a line.
    pub(super) fn line(&self, row: &Row<'_>) -> String {
        let code = |name| row.codes.get(name).copied().unwrap_or_default();
        let codes: Vec<&str> = self.dimensions.iter().map(code).collect();
        let value = row.quarters.map(|quarters| {
            let part = ["", ".25", ".5", ".75"][usize::try_from(quarters % 4).unwrap_or(0)];
            format!("{}{part}", quarters / 4)
        });
        format!(
            "ESTAT:{}(1.0),01/01/00 11:00:00,{},{},{},{},{}\n",
            self.dataset,
            codes.join(","),
            row.spelled,
            row.year,
            value.unwrap_or_default(),
            row.flag
        )
    }

    /// Every row, place after place.
    pub(super) fn rows(&self, places: &[Place], draws: Draws) -> Vec<Row<'a>> {
        let mut rows = Vec::new();
        for (codes, series) in self.cells() {
            for (at, place) in places.iter().enumerate() {
                rows.extend((FIRST..=LAST).filter_map(|year| {
                    let cell = Cell { table: self.dataset, codes: &codes, place, series, year };
                    let (quarters, flag) = cell.drawn(draws)?;
                    let (spelled, codes) = (place.spelled.clone(), codes.clone());
                    let place = Some(at);
                    Some(Row { codes, place, spelled, year, quarters, flag, outside: false })
                }));
            }
        }
        let strange: Vec<Row<'a>> =
            rows.iter().filter(|row| row.year == LAST).flat_map(|row| self.strange(row)).collect();
        rows.extend(strange);
        rows
    }

    /// The combinations of codes that sectors are made of, with the series that names
    /// each first.
    fn cells(&self) -> BTreeMap<Codes<'a>, &'a SectorSeries> {
        let mut cells: BTreeMap<Codes<'a>, &SectorSeries> = BTreeMap::new();
        for series in self.series.iter().map(|used| used.series) {
            let mut all = vec![Codes::from([("freq", "A")])];
            for (name, codes) in
                series.filter.iter().filter(|(name, _)| !PLACES.contains(&name.as_str()))
            {
                all = all
                    .iter()
                    .flat_map(|known| codes.iter().map(move |code| (known, code)))
                    .map(|(known, code)| {
                        let mut more = known.clone();
                        more.insert(name.as_str(), code.as_str());
                        more
                    })
                    .collect();
            }
            for codes in all {
                cells.entry(codes).or_insert(series);
            }
        }
        cells
    }

    /// The same with a code that no sector names, and of a place that nobody knows.
    fn strange(&self, row: &Row<'a>) -> Vec<Row<'a>> {
        let named = self.series.iter().flat_map(|used| used.series.filter.keys());
        let mut strange = Vec::new();
        for name in named.map(String::as_str).filter(|name| !PLACES.contains(name)).take(1) {
            let mut other = Row { outside: true, ..row.clone() };
            other.codes.insert(name, OTHER);
            strange.push(other);
        }
        if row.place == Some(0) {
            strange.push(Row { place: None, spelled: NOWHERE.to_owned(), ..row.clone() });
        }
        strange
    }
}

/// One cell that a sector is made of.
struct Cell<'a> {
    table: &'a str,
    codes: &'a Codes<'a>,
    place: &'a Place,
    series: &'a SectorSeries,
    year: u16,
}

impl Cell<'_> {
    /// Quarters and flag; none where there is no row.
    fn drawn(&self, draws: Draws) -> Option<(Option<u64>, &'static str)> {
        let codes = self.codes.values().fold(key_of(self.table), |key, code| {
            key.wrapping_mul(1_000_003).wrapping_add(key_of(code))
        });
        let key = [codes, key_of(&self.place.code)];
        let of_year = [key[0], key[1], u64::from(self.year)];
        let is_union = self.place.code == "EU27";
        // Jobs of the union are not told, so that its figure is missing there.
        if is_union && self.series.id == SeriesId::Jobs {
            return None;
        }
        let flag = match draws.between(Topic::Sector, &of_year, 0, 99) {
            0 => return Some((None, "")),
            1 => return None,
            2..6 => "e",
            6..8 if self.year >= BREAKS_FROM => "b",
            _ if self.year == LAST => "p",
            _ => "",
        };
        let trend = draws.between(Topic::Sector, &[key[0], key[1], 1, 0], 1_000, 1_080);
        let noise =
            draws.between(Topic::Sector, &[of_year[0], of_year[1], of_year[2], 1], 950, 1_050);
        let (trend, noise) = (u128::from(trend), u128::from(noise));
        let growth = (FIRST..self.year).fold(1_000_000, |level, _| level * trend / 1_000);
        let quarters = u128::from(self.base()) * growth / 1_000_000 * noise / 1_000;
        Some((u64::try_from(quarters.max(1)).ok(), flag))
    }

    /// Quarters of a unit of the table in the first year.
    fn base(&self) -> u64 {
        let (units, combinations) = (whole(self.series.factor), self.series.combinations());
        let part = u64::try_from(combinations).unwrap_or(1).max(1) * units.max(1);
        let level = match self.series.id {
            SeriesId::Jobs => 50,
            SeriesId::Exports => 60_000_000,
            SeriesId::Research => 6_000_000,
            SeriesId::Investment => 1_200_000,
        };
        self.place.size * level * 4 / part
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a factor such as 1000, not negative"
)]
fn whole(factor: f64) -> u64 {
    factor as u64
}
