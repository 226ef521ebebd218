//! Exact sums of production, and of what is not known of it.

use sextant_definitions::GeoCode;

use crate::prodcom::cells::{Cell, Cells, GRAIN, Told};
use crate::prodcom::{self, YEARS};

/// A geography, subject and year. Amounts are in units of a ten-millionth of a euro: a
/// thousandth of a euro times a ten-thousandth of a heading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sum {
    /// Headings of the subject.
    pub(crate) headings: u32,
    /// What is published.
    pub(crate) published: i128,
    /// Cells behind it.
    pub(crate) cells: i64,
    /// Headings of which the cell says nothing.
    pub(crate) hidden: u32,
    /// What these can hold at most, where a bound is known.
    pub(crate) rest: i128,
    /// Of how many of them there is no bound.
    pub(crate) unbounded: u32,
}

/// A reporting geography.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Its code.
    pub(crate) code: GeoCode,
    /// Whether it is a Member State of the EU27.
    pub(crate) member: bool,
}

/// Sums by geography, subject and year. Geographies are the places, then the EU27.
#[derive(Clone, Debug)]
pub(crate) struct Sums {
    /// The reporters, sorted by code.
    pub(crate) places: Vec<Place>,
    subjects: usize,
    sums: Vec<Sum>,
    reports: Vec<bool>,
    /// The divisions present, one bit for each.
    divisions: [u128; YEARS],
}

impl Sums {
    pub(super) fn new(cells: &Cells<'_>, subjects: usize) -> Self {
        let place = |d: &super::cells::Declarant| Place { code: d.code, member: d.member };
        let places: Vec<Place> = cells.declarants.iter().map(place).collect();
        let geographies = places.len() + 1;
        Self {
            sums: vec![Sum::default(); geographies * subjects * YEARS],
            reports: vec![false; geographies * YEARS],
            places,
            subjects,
            divisions: [0; YEARS],
        }
    }

    /// The sum of a geography, subject and year.
    pub(crate) fn of(&self, place: usize, subject: usize, year: u16) -> Sum {
        self.sums[self.at(place, subject, year)]
    }

    /// Whether a geography has any row in a year. The union always has.
    pub(crate) fn reports(&self, place: usize, year: u16) -> bool {
        place == self.eu27() || self.reports[place * YEARS + prodcom::index(year)]
    }

    /// How many divisions there are in a year.
    pub(crate) fn divisions(&self, year: u16) -> u32 {
        self.divisions[prodcom::index(year)].count_ones()
    }

    /// Place of the EU27.
    pub(crate) fn eu27(&self) -> usize {
        self.places.len()
    }

    /// Adds a heading to its subjects.
    pub(super) fn add(&mut self, code: &str, year: u16, told: &Told, subjects: &[(usize, u32)]) {
        let division: u32 = code.get(..2).and_then(|text| text.parse().ok()).unwrap_or(0);
        self.divisions[prodcom::index(year)] |= 1 << division;
        for (place, cell) in told.cells.iter().enumerate() {
            let is_row = cell.is_some_and(|cell| cell != Cell::Absent);
            self.reports[place * YEARS + prodcom::index(year)] |= is_row;
        }
        let total = told.total.value();
        let rest = total.and_then(|total| total.checked_sub(told.published));
        for (subject, weight) in subjects {
            let exact = |value: u64| i128::from(value * GRAIN) * 1_000 * i128::from(*weight);
            for (place, cell) in told.cells.iter().enumerate() {
                let value = cell.and_then(Cell::value);
                let bound = rest.filter(|_| self.places[place].member).map(exact);
                self.sum(place, *subject, year).add(value.map(exact), bound, 1);
            }
            let members = self.places.iter().zip(&told.cells).filter(|(place, _)| place.member);
            let values = members.filter(|(_, cell)| cell.and_then(Cell::value).is_some());
            let published = i64::try_from(values.count()).unwrap_or(0);
            let eu27 = self.eu27();
            let sum = self.sum(eu27, *subject, year);
            match total {
                Some(total) => sum.add(Some(exact(total)), None, 1),
                None if published == 27 => sum.add(Some(exact(told.published)), None, published),
                None => {
                    sum.add(None, None, 0);
                    sum.published += exact(told.published);
                    sum.cells += published;
                }
            }
        }
    }

    fn at(&self, place: usize, subject: usize, year: u16) -> usize {
        (place * self.subjects + subject) * YEARS + prodcom::index(year)
    }

    fn sum(&mut self, place: usize, subject: usize, year: u16) -> &mut Sum {
        let at = self.at(place, subject, year);
        &mut self.sums[at]
    }
}

impl Sum {
    /// Adds one heading: its value, or else what it can be at most.
    fn add(&mut self, value: Option<i128>, bound: Option<i128>, cells: i64) {
        self.headings += 1;
        match (value, bound) {
            (Some(value), _) => {
                self.published += value;
                self.cells += cells;
            }
            (None, Some(bound)) => {
                self.hidden += 1;
                self.rest += bound;
            }
            (None, None) => {
                self.hidden += 1;
                self.unbounded += 1;
            }
        }
    }
}
