//! The cells of a rule's subjects, and the year they are spoken of.

use std::collections::BTreeMap;

use sextant_definitions::Subject;

use crate::cell::Cell;
use crate::highlight::Scene;
use crate::rule::Rule;

/// One subject's cells, by period.
pub(crate) struct Entry<'a> {
    pub(crate) subject: &'a Subject,
    pub(crate) cells: Vec<Cell>,
}

impl Entry<'_> {
    pub(crate) fn at(&self, years: (i32, i32)) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.years() == Some(years))
    }
}

/// A usable cell with its value.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub(crate) subject: &'a Subject,
    pub(crate) cell: &'a Cell,
    pub(crate) value: f64,
}

/// The subjects' cells of single years.
pub(crate) fn single_years<'a>(scene: &Scene<'a>, rule: &Rule) -> Vec<Entry<'a>> {
    entries(scene, rule, |(first, last)| first == last)
}

/// The subjects' cells of sums of years.
pub(crate) fn sums_of_years<'a>(scene: &Scene<'a>, rule: &Rule) -> Vec<Entry<'a>> {
    entries(scene, rule, |(first, last)| first < last)
}

fn entries<'a>(
    scene: &Scene<'a>,
    rule: &Rule,
    wanted: impl Fn((i32, i32)) -> bool,
) -> Vec<Entry<'a>> {
    let within = |(first, last): (i32, i32)| {
        scene.years.first <= first && last <= scene.years.last && wanted((first, last))
    };
    let entry = |subject: &'a Subject| {
        let mut cells = scene.cells.series(&rule.indicator, &subject.id, &scene.geo.code);
        cells.retain(|cell| cell.years().is_some_and(within));
        cells.sort_by_key(Cell::years);
        Entry { subject, cells }
    };
    rule.subjects.of(scene.subjects).into_iter().map(entry).collect()
}

/// The latest period in which most subjects can be spoken of: three quarters of those of
/// the best period, so that one early subject does not choose the year.
pub(crate) fn latest(entries: &[Entry<'_>]) -> Option<(i32, i32)> {
    let mut usable: BTreeMap<(i32, i32), usize> = BTreeMap::new();
    for cell in entries.iter().flat_map(|entry| &entry.cells).filter(|cell| cell.is_usable()) {
        // Ordered by the last year.
        let (first, last) = cell.years()?;
        *usable.entry((last, first)).or_default() += 1;
    }
    let best = usable.values().max()?;
    let enough = usable.iter().rev().find(|(_, count)| *count * 4 >= best * 3);
    enough.map(|((last, first), _)| (*first, *last))
}

/// What can be spoken of in a period, from the highest value.
pub(crate) fn readings<'a>(entries: &'a [Entry<'a>], years: (i32, i32)) -> Vec<Reading<'a>> {
    let reading = |entry: &'a Entry<'a>| {
        let cell = entry.at(years)?;
        Some(Reading { subject: entry.subject, cell, value: cell.usable_value()? })
    };
    let mut readings: Vec<Reading<'a>> = entries.iter().filter_map(reading).collect();
    // Stable, so that equal values keep the order of the subjects.
    readings.sort_by(|a, b| b.value.total_cmp(&a.value));
    readings
}

/// The cells of a period that cannot be spoken of but could contradict.
pub(crate) fn silent<'a>(
    entries: &'a [Entry<'a>],
    years: (i32, i32),
) -> impl Iterator<Item = &'a Cell> {
    entries.iter().filter_map(move |entry| entry.at(years)).filter(|cell| !cell.is_usable())
}

/// Ids of all cells of a period.
pub(crate) fn ids(entries: &[Entry<'_>], years: (i32, i32)) -> Vec<String> {
    entries.iter().filter_map(|entry| entry.at(years)).map(Cell::id).collect()
}
