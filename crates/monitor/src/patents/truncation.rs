//! The last years of any patent data are not complete: applications are published
//! after eighteen months, and reach the data later still.

use std::collections::BTreeMap;

use sextant_engine::Engine;
use sextant_engine::arrow::array::RecordBatch;

use super::PatentReport;
use crate::tables::{integers, text};
use crate::{MonitorError, Settings};

/// From which year on a source is not complete.
pub(super) struct Truncation {
    pub(super) edition_year: Option<i32>,
    pub(super) from: Option<i32>,
}

/// A year with fewer families than this part of the fullest year is a stray.
const STRAY: i64 = 100;

impl Truncation {
    /// The year of the data is what the user says, or the one after the last year
    /// that holds more than strays.
    pub(super) fn of(worldwide: &BTreeMap<i32, i64>, settings: &Settings, years: u32) -> Self {
        let fullest = worldwide.values().copied().max().unwrap_or(0);
        let last = worldwide.iter().rev().find(|(_, families)| **families * STRAY >= fullest);
        let edition_year = settings.patents.edition_year.or(last.map(|(year, _)| year + 1));
        let years = i32::try_from(years).unwrap_or(i32::MAX);
        Self { edition_year, from: edition_year.map(|year| year.saturating_sub(years)) }
    }

    /// The last year that is complete.
    pub(super) fn last_complete(&self, worldwide: &BTreeMap<i32, i64>) -> Option<i32> {
        worldwide.range(..self.from?).next_back().map(|(year, _)| *year)
    }

    /// Families of each year that is not complete, in percent of the last that is.
    pub(super) fn completeness(&self, worldwide: &BTreeMap<i32, i64>) -> Vec<(i32, i64)> {
        let Some(from) = self.from else { return Vec::new() };
        let complete = self.last_complete(worldwide).map_or(0, |year| worldwide[&year]);
        let percent = |families: &i64| (families * 100 + complete / 2) / complete.max(1);
        let open = worldwide.range(from..).filter(|_| complete > 0);
        open.map(|(year, families)| (*year, percent(families))).collect()
    }
}

/// Makes the table `patent_truncation`.
pub(super) fn register(engine: &Engine, reports: &[PatentReport]) -> Result<(), MonitorError> {
    let open = |report: &PatentReport| Some((report.source.clone(), report.truncated_from?));
    let rows: Vec<(String, i32)> = reports.iter().filter_map(open).collect();
    let batch = RecordBatch::try_from_iter([
        ("source", text(rows.iter().map(|(source, _)| source.as_str()))),
        ("truncated_from", integers(rows.iter().map(|(_, year)| *year))),
    ]);
    crate::tables::register(engine, "patent_truncation", batch)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Germany in an edition of 2019, and a stray.
    #[test]
    fn the_three_years_before_the_edition_are_open_and_strays_do_not_move_it() {
        let germany = BTreeMap::from([
            (2014, 60_100),
            (2015, 59_000),
            (2016, 46_960),
            (2017, 29_706),
            (2018, 3_275),
            (2019, 2),
        ]);
        let open = Truncation::of(&germany, &Settings::default(), 3);
        assert_eq!((open.edition_year, open.from), (Some(2019), Some(2016)));
        assert_eq!(open.last_complete(&germany), Some(2015));
        assert_eq!(open.completeness(&germany), [(2016, 80), (2017, 50), (2018, 6), (2019, 0)]);
    }

    #[test]
    fn the_year_of_the_data_can_be_set() {
        let mut settings = Settings::default();
        settings.patents.edition_year = Some(2025);
        let families = BTreeMap::from([(2020, 10), (2021, 10)]);
        let open = Truncation::of(&families, &settings, 3);
        assert_eq!((open.from, open.completeness(&families)), (Some(2022), Vec::new()));
    }

    #[test]
    fn no_families_have_no_year() {
        let open = Truncation::of(&BTreeMap::new(), &Settings::default(), 3);
        assert_eq!((open.edition_year, open.from), (None, None));
    }
}
