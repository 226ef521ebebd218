//! Exact sums of inventions.

use std::ops::RangeInclusive;

use crate::patstat::calendar::{self, YEARS};
use crate::patstat::lands::Place;

/// Parts of one family: the least common multiple of 1 to 20, so that up to twenty
/// applicants share it without a remainder.
pub(crate) const PARTS: i64 = 232_792_560;

/// Families of one geography, subject and year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sum {
    /// Parts of families.
    pub(crate) parts: i64,
    /// Families of which it has any part.
    pub(crate) families: i64,
}

impl Sum {
    fn add(&mut self, parts: i64) {
        self.parts += parts;
        self.families += 1;
    }

    /// As a number of families.
    #[expect(clippy::cast_precision_loss, reason = "the rule: nearest floats, then divided")]
    pub(crate) fn count(self) -> f64 {
        self.parts as f64 / PARTS as f64
    }
}

/// The part of a family that falls to one geography.
pub(super) type Portion = (usize, i64);

/// Sums by geography, subject and year. Geographies are the places, then the EU27, then
/// the world.
#[derive(Clone, Debug)]
pub(crate) struct Sums {
    /// The geographies.
    pub(crate) places: Vec<Place>,
    subjects: usize,
    cells: Vec<Sum>,
    /// The latest filing year in the data.
    pub(crate) latest: u16,
}

impl Sums {
    pub(super) fn new(places: Vec<Place>, subjects: usize) -> Self {
        let cells = vec![Sum::default(); (places.len() + 2) * subjects * YEARS];
        Self { places, subjects, cells, latest: 0 }
    }

    /// The sum of a geography, subject and year.
    pub(crate) fn of(&self, place: usize, subject: usize, year: u16) -> Sum {
        self.cells[self.cell(place, subject, year)]
    }

    /// The sum over several years.
    pub(crate) fn over(&self, place: usize, subject: usize, years: RangeInclusive<u16>) -> Sum {
        let of_years = years.map(|year| self.of(place, subject, year));
        of_years.fold(Sum::default(), |all, year| Sum {
            parts: all.parts + year.parts,
            families: all.families + year.families,
        })
    }

    /// Place of the EU27.
    pub(crate) fn eu27(&self) -> usize {
        self.places.len()
    }

    /// Place of the world.
    pub(crate) fn world(&self) -> usize {
        self.places.len() + 1
    }

    /// Adds one family to its subjects.
    pub(super) fn add(&mut self, year: u16, portions: &[Portion], subjects: &[usize]) {
        let member = |(place, _): &&Portion| self.places[*place].member;
        let union: i64 = portions.iter().filter(member).map(|(_, parts)| parts).sum();
        let (eu27, world) = (self.eu27(), self.world());
        for subject in subjects {
            let whole = [(eu27, union), (world, PARTS)];
            for (place, parts) in portions.iter().chain(&whole) {
                if *parts > 0 {
                    let cell = self.cell(*place, *subject, year);
                    self.cells[cell].add(*parts);
                }
            }
        }
    }

    fn cell(&self, place: usize, subject: usize, year: u16) -> usize {
        (place * self.subjects + subject) * YEARS + calendar::index(year)
    }
}

/// Divides a family among its applicants, each with the geographies he is in: equal
/// parts, and what the division leaves to the first.
pub(super) fn divide(applicants: &[[Option<usize>; 2]], portions: &mut Vec<Portion>) {
    portions.clear();
    let count = i64::try_from(applicants.len()).unwrap_or(i64::MAX).max(1);
    let mut part = PARTS / count + PARTS % count;
    for places in applicants {
        for place in places.iter().flatten() {
            match portions.iter_mut().find(|(known, _)| known == place) {
                Some((_, parts)) => *parts += part,
                None => portions.push((*place, part)),
            }
        }
        part = PARTS / count;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_is_divided_without_loss() {
        let mut portions = Vec::new();
        for count in 1..=25 {
            let applicants: Vec<_> = (0..count).map(|at| [Some(at % 3), None]).collect();
            divide(&applicants, &mut portions);
            assert_eq!(portions.iter().map(|(_, parts)| parts).sum::<i64>(), PARTS, "{count}");
        }
        divide(&[[Some(4), Some(9)], [Some(4), None]], &mut portions);
        assert_eq!(portions, [(4, PARTS), (9, PARTS / 2)]);
        divide(&vec![[Some(1), None]; 25], &mut portions);
        assert_eq!(portions, [(1, PARTS)]);
    }
}
