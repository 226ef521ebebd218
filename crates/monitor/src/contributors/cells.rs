//! Of which cells an edition keeps the contributors: those of countries and EU27 with
//! something in them, in one period a topic.
//!
//! - Patents: the last year that is complete, of the sources that name applicants.
//! - Trade and production: the latest complete year in which at least twenty Member States
//!   have a value for at least half of the subjects; without such a year the latest
//!   complete one, else the latest.
//! - Investment: the last span of years, or the last year where there is no span; in euro,
//!   or in US dollars where euro are not known.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;

use sextant_definitions::{Definitions, GeoCode, GeoKind};
use sextant_engine::Engine;
use sextant_engine::arrow::array::{Array, AsArray, RecordBatch, StringViewArray};
use sextant_engine::arrow::compute::cast;
use sextant_engine::arrow::datatypes::DataType;
use sextant_lake::LakeError;

use super::{EXPORTS, IMPORTS, INVESTMENT, PATENTS, PRODUCTION};
use crate::MonitorError;
use crate::observation::{Observation, Rows};
use crate::tables::{self, floats, integers, text};

/// Which indicator says how much there is for anybody to contribute to; of two of a topic
/// the first counts that has a value.
pub(super) const TOTALS: [(&str, &str); 6] = [
    (EXPORTS, "trade-exports"),
    (IMPORTS, "trade-imports"),
    (INVESTMENT, "investment-raised-eur"),
    (INVESTMENT, "investment-raised"),
    (PATENTS, "patent-families"),
    (PRODUCTION, "production-value"),
];

/// With values for so many Member States a year is complete enough to be shown, as the
/// figures of fact sheets have it.
const ENOUGH_MEMBERS: usize = 20;

/// A cell of the cube that anybody contributes to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    pub(super) topic: &'static str,
    pub(super) observation: Observation,
    /// Is it a Member State's?
    member: bool,
}

impl Cell {
    pub(super) fn new(topic: &'static str, observation: Observation) -> Self {
        Self { topic, observation, member: false }
    }

    /// The value; of an interval what is published of it.
    pub(super) fn total(&self) -> f64 {
        self.observation.value.or(self.observation.lower).unwrap_or(0.0)
    }

    fn is_complete(&self) -> bool {
        !self.observation.has("truncated") && !self.observation.has("incomplete-year")
    }
}

/// The cells of a cube whose contributors are kept. `named` are the sources of patents
/// that name applicants.
pub(super) fn kept(
    cube: &RecordBatch,
    definitions: &Definitions,
    named: &BTreeSet<&str>,
) -> Result<Vec<Cell>, MonitorError> {
    let mut cells = Vec::new();
    let names = cube.column_by_name("indicator").map(|names| cast(names, &DataType::Utf8View));
    let names = names.transpose().map_err(LakeError::from)?;
    let Some(names) = names else { return Ok(cells) };
    for (topic, indicator) in TOTALS {
        let rows = rows_of(names.as_string_view(), indicator);
        cells.extend(read(&cube.slice(rows.start, rows.len()), topic, definitions)?);
    }
    cells.retain(|cell| cell.topic != PATENTS || named.contains(&*cell.observation.sources));
    let periods = periods(&cells);
    let mut seen = BTreeSet::new();
    cells.retain(|cell| {
        let of = &cell.observation;
        periods.get(cell.topic) == Some(&of.period)
            && cell.total() > 0.0
            && seen.insert((cell.topic, of.geo.clone(), of.subject.clone()))
    });
    Ok(cells)
}

/// The rows of an indicator among the names of all rows, which are sorted.
fn rows_of(names: &StringViewArray, indicator: &str) -> Range<usize> {
    let first = |is_behind: &dyn Fn(&str) -> bool| {
        let (mut low, mut high) = (0, names.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if is_behind(names.value(middle)) { high = middle } else { low = middle + 1 }
        }
        low
    };
    first(&|name| name >= indicator)..first(&|name| name > indicator)
}

fn read(
    rows: &RecordBatch,
    topic: &'static str,
    definitions: &Definitions,
) -> Result<Vec<Cell>, MonitorError> {
    let read = Rows::of(Path::new("observations.parquet"), rows)?;
    let geographies = &definitions.geographies;
    let mut cells = Vec::new();
    let mut observation = Observation::default();
    for row in 0..rows.num_rows() {
        read.read(row, &mut observation);
        let geo = &observation.geo;
        let country = geographies.by_code(geo).is_some_and(|place| place.kind == GeoKind::Country);
        if country || geo == "EU27" {
            let member = GeoCode::from(geo).is_ok_and(|code| geographies.is_eu27(&code));
            cells.push(Cell { topic, observation: observation.clone(), member });
        }
    }
    Ok(cells)
}

/// The period of every topic.
fn periods(cells: &[Cell]) -> BTreeMap<&'static str, String> {
    let topics: BTreeSet<&'static str> = cells.iter().map(|cell| cell.topic).collect();
    let period = |topic: &'static str| {
        let of: Vec<&Cell> = cells.iter().filter(|cell| cell.topic == topic).collect();
        let period = match topic {
            INVESTMENT => latest_span(&of),
            PATENTS => latest_complete(&of),
            _ => latest_enough(&of),
        };
        Some((topic, period?.to_owned()))
    };
    topics.into_iter().filter_map(period).collect()
}

fn latest_span<'a>(cells: &[&'a Cell]) -> Option<&'a str> {
    let told = cells.iter().filter(|cell| cell.total() > 0.0);
    let periods: BTreeSet<&str> = told.map(|cell| cell.observation.period.as_str()).collect();
    let spans = periods.iter().filter(|period| period.contains('-'));
    let by_end = |period: &&&str| period.rsplit('-').next().map(str::to_owned);
    spans.max_by_key(by_end).or(periods.last()).copied()
}

fn latest_complete<'a>(cells: &[&'a Cell]) -> Option<&'a str> {
    let complete = cells.iter().filter(|cell| cell.is_complete() && is_year(cell));
    complete.map(|cell| cell.observation.period.as_str()).max()
}

fn latest_enough<'a>(cells: &[&'a Cell]) -> Option<&'a str> {
    let mut members: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut subjects: BTreeSet<&str> = BTreeSet::new();
    for cell in cells.iter().filter(|cell| is_year(cell)) {
        let of = &cell.observation;
        subjects.insert(&of.subject);
        if cell.member && cell.is_complete() && of.value.is_some() {
            *members.entry((&of.period, &of.subject)).or_default() += 1;
        }
    }
    let mut covered: BTreeMap<&str, usize> = BTreeMap::new();
    for ((period, _), _) in members.into_iter().filter(|(_, members)| *members >= ENOUGH_MEMBERS) {
        *covered.entry(period).or_default() += 1;
    }
    let enough = covered.into_iter().rev().find(|(_, covered)| covered * 2 >= subjects.len());
    let last = || cells.iter().filter(|cell| is_year(cell)).map(|c| &*c.observation.period).max();
    enough.map(|(period, _)| period).or_else(|| latest_complete(cells)).or_else(last)
}

fn is_year(cell: &Cell) -> bool {
    !cell.observation.period.contains('-')
}

/// First and last year of `2020` or `2016-2020`.
pub(super) fn years(period: &str) -> (i32, i32) {
    let (first, last) = period.split_once('-').unwrap_or((period, period));
    let year = |text: &str| text.parse().unwrap_or_default();
    (year(first), year(last))
}

/// Makes `contributor_cells` known, what the statements of `indicators/contributors` are
/// asked about.
pub(super) fn register(engine: &Engine, cells: &[Cell]) -> Result<(), MonitorError> {
    let texts = |of: fn(&Observation) -> &str| text(cells.iter().map(|c| of(&c.observation)));
    let years: Vec<(i32, i32)> = cells.iter().map(|cell| years(&cell.observation.period)).collect();
    let rows = RecordBatch::try_from_iter([
        ("topic", text(cells.iter().map(|cell| cell.topic))),
        ("geo", texts(|cell| &cell.geo)),
        ("subject", texts(|cell| &cell.subject)),
        ("year", integers(years.iter().map(|(_, last)| *last))),
        ("years", integers(years.iter().map(|(first, last)| last - first + 1))),
        ("period", texts(|cell| &cell.period)),
        ("source", texts(|cell| &cell.sources)),
        ("unit", texts(|cell| &cell.unit)),
        ("total", floats(cells.iter().map(Cell::total))),
    ]);
    tables::register(engine, "contributor_cells", rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(topic: &'static str, subject: &str, period: &str, status: &str) -> Cell {
        let observation = Observation {
            indicator: String::new(),
            geo: "BE".into(),
            counterpart: "WORLD".into(),
            subject_kind: "technology".into(),
            subject: subject.into(),
            period: period.into(),
            value: Some(1.0),
            lower: None,
            upper: None,
            unit: "USD".into(),
            numerator: None,
            denominator: None,
            n: None,
            status: status.into(),
            rank: None,
            ranked_of: None,
            sources: "baci".into(),
        };
        Cell { topic, observation, member: true }
    }

    /// So many members with a value of each subject and year.
    fn panel(counts: &[(&str, &str, usize, &str)]) -> Vec<Cell> {
        let cells = counts.iter().flat_map(|(subject, period, count, status)| {
            std::iter::repeat_n(cell(EXPORTS, subject, period, status), *count)
        });
        cells.collect()
    }

    fn period(cells: &[Cell]) -> String {
        periods(cells).into_values().next().unwrap_or_default()
    }

    #[test]
    fn half_of_the_subjects_must_have_twenty_members() {
        let mut cells = panel(&[
            ("a", "2020", 27, ""),
            ("b", "2020", 20, ""),
            ("c", "2020", 3, ""),
            ("a", "2021", 20, ""),
            ("b", "2021", 19, ""),
            ("a", "2022", 27, "break;incomplete-year"),
            ("b", "2022", 27, "incomplete-year"),
        ]);
        assert_eq!(period(&cells), "2020", "in 2021 one subject of three is told");
        cells.extend(panel(&[("c", "2021", 20, "")]));
        assert_eq!(period(&cells), "2021");
    }

    #[test]
    fn without_enough_members_the_latest_complete_year_counts_else_the_latest() {
        let few = [("a", "2019", 2, ""), ("a", "2020", 2, "incomplete-year")];
        assert_eq!(period(&panel(&few)), "2019");
        assert_eq!(period(&panel(&few[1..])), "2020");
        assert_eq!(period(&[]), "");
    }

    #[test]
    fn patents_are_those_of_the_last_complete_year() {
        let cells = [
            cell(PATENTS, "a", "2016-2020", ""),
            cell(PATENTS, "a", "2017", ""),
            cell(PATENTS, "a", "2018", "truncated"),
        ];
        assert_eq!(period(&cells), "2017");
        assert_eq!(period(&cells[2..]), "");
    }

    #[test]
    fn investment_is_that_of_the_last_span_else_of_the_last_year() {
        let cells = [
            cell(INVESTMENT, "a", "2024", "incomplete-year"),
            cell(INVESTMENT, "a", "2023", ""),
            cell(INVESTMENT, "a", "2010-2014", ""),
            cell(INVESTMENT, "a", "2005-2023", ""),
        ];
        assert_eq!(period(&cells), "2005-2023");
        assert_eq!(period(&cells[..2]), "2024");
    }

    #[test]
    fn the_rows_of_an_indicator_are_found() {
        let names = StringViewArray::from(vec!["a", "b", "b", "d"]);
        let found = ["a", "b", "c", "d", "e"].map(|name| rows_of(&names, name));
        assert_eq!(found, [0..1, 1..3, 3..3, 3..4, 4..4]);
    }

    #[test]
    fn a_period_is_a_year_or_several() {
        assert_eq!(years("2020"), (2020, 2020));
        assert_eq!(years("2016-2020"), (2016, 2020));
    }
}
