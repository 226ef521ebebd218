//! Exact sums of investment.

use std::ops::RangeInclusive;

use crate::crunchbase::companies::Company;
use crate::crunchbase::money::Sum;
use crate::crunchbase::rounds::Counted;
use crate::crunchbase::{FIRST, LAST, YEARS};
use crate::places::Places;
use crate::world::World;

/// Sums by geography, subject and year. Geographies are those of the truth, then the
/// EU27, then the world.
#[derive(Clone, Debug)]
pub(crate) struct Sums {
    /// The geographies.
    pub(crate) places: Places,
    /// The last month of [`LAST`] with a round that counts.
    pub(crate) last_month: u64,
    subjects: usize,
    sums: Vec<Sum>,
}

impl Sums {
    pub(super) fn new(world: &World<'_>) -> Self {
        let (places, subjects) = (world.places.clone(), world.subjects.len());
        let sums = vec![Sum::default(); (places.len() + 2) * subjects * YEARS];
        Self { places, last_month: 0, subjects, sums }
    }

    /// The sum over some years.
    pub(crate) fn over(&self, place: usize, subject: usize, years: RangeInclusive<u16>) -> Sum {
        years.fold(Sum::default(), |mut sum, year| {
            sum.add(self.sums[self.at(place, subject, year)]);
            sum
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

    /// Adds a round to everything it belongs to. Its country is its own, or that of
    /// its company, as far as that is listed.
    pub(super) fn add(&mut self, company: &Company, round: &Counted) {
        if round.year == LAST {
            self.last_month = self.last_month.max(round.month);
        }
        let land = company.land.as_ref().filter(|_| round.placed || company.listed);
        let union = land.filter(|land| land.member).map(|_| self.eu27());
        let places = [land.map(|land| land.place), union, Some(self.world())];
        for place in places.into_iter().flatten() {
            for subject in &company.subjects {
                let at = self.at(place, *subject, round.year);
                self.sums[at].add(Sum::one(round));
            }
        }
    }

    fn at(&self, place: usize, subject: usize, year: u16) -> usize {
        (place * self.subjects + subject) * YEARS + usize::from(year.saturating_sub(FIRST))
    }
}
