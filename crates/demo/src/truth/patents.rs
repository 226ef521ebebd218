//! The five patent indicators, written apart from the programs that compute them.

use std::ops::RangeInclusive;

use sextant_definitions::PatentRules;

use crate::patstat::{Sum, Sums};
use crate::truth::flags::Flags;
use crate::truth::indicator::Observation;

/// Length of the code of a region of level 2: `BE21`.
const REGION: usize = 4;

/// A patent indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PatentIndicator {
    CountryShare,
    Families,
    Rpa,
    Rta,
    WorldShare,
}

impl PatentIndicator {
    /// All of them, sorted by id.
    pub(super) const ALL: [Self; 5] =
        [Self::CountryShare, Self::Families, Self::Rpa, Self::Rta, Self::WorldShare];

    /// Id in the cube.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::CountryShare => "patent-country-share",
            Self::Families => "patent-families",
            Self::Rpa => "patent-rpa",
            Self::Rta => "patent-rta",
            Self::WorldShare => "patent-world-share",
        }
    }

    /// Whether it is computed for a geography and subject at all.
    fn exists(self, whole: bool, world: bool, unknown: bool) -> bool {
        match self {
            Self::Families => true,
            Self::CountryShare => !whole,
            Self::WorldShare => !world,
            Self::Rpa | Self::Rta => !whole && !world && !unknown,
        }
    }
}

/// The figures of a period: a year, or several.
#[derive(Debug)]
pub(super) struct PatentPeriod<'a> {
    sums: &'a Sums,
    years: RangeInclusive<u16>,
    /// Place of the subject `all-patents`.
    total: usize,
    low_count: i64,
    truncated: bool,
}

impl<'a> PatentPeriod<'a> {
    pub(super) fn new(
        sums: &'a Sums,
        years: RangeInclusive<u16>,
        total: usize,
        rules: &PatentRules,
    ) -> Self {
        let truncated = u32::from(*years.end()) + rules.truncated_years > u32::from(sums.latest);
        Self { sums, years, total, low_count: i64::from(rules.low_count), truncated }
    }

    /// Name of a geography.
    pub(super) fn name(&self, geo: usize) -> &str {
        let group = if geo == self.sums.eu27() { "EU27" } else { "WORLD" };
        self.sums.places.get(geo).map_or(group, |place| place.code.as_str())
    }

    /// The figures of all geographies that have one, members of the EU27 with their
    /// rank: 1 + the number of members with a strictly greater value.
    pub(super) fn ranked(
        &self,
        indicator: PatentIndicator,
        subject: usize,
    ) -> Vec<(usize, Observation)> {
        let told = |geo| Some((geo, self.of(indicator, geo, subject)?));
        let mut told: Vec<_> = (0..self.sums.places.len() + 2).filter_map(told).collect();
        let member = |geo: usize| self.sums.places.get(geo).is_some_and(|place| place.member);
        let values: Vec<f64> =
            told.iter().filter(|(geo, _)| member(*geo)).map(|(_, cell)| cell.value).collect();
        for (_, cell) in told.iter_mut().filter(|(geo, _)| member(*geo)) {
            let above = values.iter().filter(|value| **value > cell.value).count();
            cell.rank = Some((above + 1, values.len()));
        }
        told
    }

    /// A geography that has any invention in the year has a figure of everything that
    /// anybody has an invention in: 0 where it has none itself. Of regions only what
    /// there is counts.
    fn of(&self, indicator: PatentIndicator, geo: usize, subject: usize) -> Option<Observation> {
        let world = self.sums.world();
        let of = |geo, subject| self.sums.over(geo, subject, self.years.clone());
        let (own, own_all) = (of(geo, subject), of(geo, self.total));
        let (all, everything) = (of(world, subject), of(world, self.total));
        let unknown = self.name(geo) == "ZZ";
        let exists = indicator.exists(subject == self.total, geo == world, unknown);
        let region = self.sums.places.get(geo).is_some_and(|place| place.code.len() == REGION);
        let told = self.years.clone().any(|year| {
            let any = |geo, subject| self.sums.of(geo, subject, year).families > 0;
            any(geo, self.total) && any(world, subject)
        });
        if !exists || !told || (region && own.families == 0) {
            return None;
        }
        let [of_own, of_world] = [own.count() / own_all.count(), all.count() / everything.count()];
        let rta = of_own / of_world;
        let (value, numerator, denominator) = match indicator {
            PatentIndicator::Families => (own.count(), own.count(), None),
            PatentIndicator::CountryShare => share(own, own_all),
            PatentIndicator::WorldShare => share(own, all),
            PatentIndicator::Rta => (rta, of_own, Some(of_world)),
            PatentIndicator::Rpa => (rpa(rta), of_own, Some(of_world)),
        };
        let flags = self.flags(indicator, own);
        let (rows, source) = (own.families, "patstat");
        Some(Observation { value, numerator, denominator, rows, flags, rank: None, source })
    }

    fn flags(&self, indicator: PatentIndicator, own: Sum) -> Flags {
        let low = indicator != PatentIndicator::Families && own.families < self.low_count;
        let low = if low { Flags::LOW_COUNT } else { Flags::NONE };
        low.with(if self.truncated { Flags::TRUNCATED } else { Flags::NONE })
    }
}

/// In percent, evaluated from left to right.
fn share(own: Sum, whole: Sum) -> (f64, f64, Option<f64>) {
    (100.0 * own.count() / whole.count(), own.count(), Some(whole.count()))
}

/// Specialisation between -100, no invention at all, and 100: `100 tanh(ln rta)`, in a
/// form that has the same digits on every machine.
fn rpa(rta: f64) -> f64 {
    100.0 * (rta * rta - 1.0) / (rta * rta + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn specialisation_is_bounded_and_odd() {
        assert_eq!([rpa(0.0), rpa(1.0)].map(f64::to_bits), [-100.0, 0.0].map(f64::to_bits));
        assert!((rpa(4.0) + rpa(0.25)).abs() < 1e-9 && rpa(1e9) <= 100.0);
    }
}
