//! What everybody produces, and how much of it is told.

use std::collections::BTreeMap;

use sextant_definitions::GeoCode;

use crate::draws::{Draws, Topic};
use crate::prodcom::headings::Heading;
use crate::prodcom::planted::{Kind, Planted};
use crate::prodcom::years;
use crate::world::World;

/// Values are multiples of ten thousand euro, so that a part of any of them is a whole
/// number of euro.
pub(super) const GRAIN: u64 = 10_000;

/// Who declares from a later year on, and which.
pub(super) const LATE: (&str, u16) = ("HR", 2013);

/// Who declares without being a member.
const OUTSIDE: &str = "NO";

/// How much better some are at a heading than others.
const SKILLS: [u64; 8] = [1, 1, 2, 2, 3, 5, 8, 20];

/// Who declares.
#[derive(Clone, Debug)]
pub(super) struct Declarant {
    /// Code in the definitions.
    pub(super) code: GeoCode,
    /// Code in the file.
    pub(super) spelled: String,
    /// Whether it is a Member State of the EU27.
    pub(super) member: bool,
    key: u64,
    size: u64,
    first: u16,
}

/// What a cell of the file says, in units of [`GRAIN`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// A published value.
    Value(u64),
    /// A published value that its publisher rounded or estimated.
    Estimate(u64),
    /// A row without a value, marked as confidential.
    Marked,
    /// No row.
    Absent,
}

impl Cell {
    /// What is published.
    pub(super) fn value(self) -> Option<u64> {
        match self {
            Self::Value(value) | Self::Estimate(value) => Some(value),
            Self::Marked | Self::Absent => None,
        }
    }
}

/// One heading in one year.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// By declarant; none of those who do not declare yet.
    pub(super) cells: Vec<Option<Cell>>,
    /// Of the union.
    pub(super) total: Cell,
    /// What the members publish together.
    pub(super) published: u64,
}

impl Told {
    /// Counts what the cells are, for the file of what was planted.
    pub(super) fn count(&self, kinds: &mut BTreeMap<&'static str, u64>) {
        let mut note = |kind| *kinds.entry(kind).or_default() += 1;
        for cell in self.cells.iter().flatten() {
            match cell {
                Cell::Value(_) | Cell::Estimate(_) => note("published"),
                Cell::Marked => note("confidential_marked"),
                Cell::Absent => note("confidential_absent"),
            }
        }
        match self.total {
            Cell::Value(total) | Cell::Estimate(total) if total < self.published => {
                note("eu_total_below_published");
            }
            Cell::Value(_) => note("eu_total_exact"),
            Cell::Estimate(_) => note("eu_total_rounded_up"),
            Cell::Marked => note("eu_total_marked"),
            Cell::Absent => note("eu_total_absent"),
        }
    }
}

/// All cells.
#[derive(Debug)]
pub(super) struct Cells<'a> {
    /// In the order of the file.
    pub(super) declarants: Vec<Declarant>,
    planted: &'a Planted,
    draws: Draws,
}

impl<'a> Cells<'a> {
    pub(super) fn new(world: &World<'_>, planted: &'a Planted) -> Self {
        let mut declarants: Vec<Declarant> = world
            .countries
            .iter()
            .filter(|country| country.member || country.code.as_str() == OUTSIDE)
            .map(|country| Declarant {
                code: country.code,
                spelled: country.code.to_string(),
                member: country.member,
                key: country.key,
                size: country.size,
                first: if country.code.as_str() == LATE.0 { LATE.1 } else { 0 },
            })
            .collect();
        declarants.sort_by(|a, b| a.spelled.cmp(&b.spelled));
        Self { declarants, planted, draws: world.draws }
    }

    /// A heading in a year; none where the list or the file does not have it.
    pub(super) fn of(&self, heading: &Heading, year: u16) -> Option<Told> {
        if self.is_missing(heading, year) {
            return None;
        }
        let (mut sum, mut published, mut largest) = (0, 0, 0);
        let mut cells = Vec::with_capacity(self.declarants.len());
        for declarant in &self.declarants {
            let amount = self.amount(declarant, heading, year);
            let cell = self.cell(declarant, heading, year, amount);
            if declarant.member {
                sum += amount;
                published += cell.and_then(Cell::value).unwrap_or(0);
                largest = largest.max(amount);
            }
            cells.push(cell);
        }
        let total = self.total(heading, year, sum, largest);
        Some(Told { cells, total, published })
    }

    /// The cell of one declarant, as [`Cells::of`] has it.
    pub(super) fn one(&self, place: usize, heading: &Heading, year: u16) -> Option<Cell> {
        if self.is_missing(heading, year) {
            return None;
        }
        let declarant = &self.declarants[place];
        self.cell(declarant, heading, year, self.amount(declarant, heading, year))
    }

    fn is_missing(&self, heading: &Heading, year: u16) -> bool {
        !heading.is_in(year) || self.planted.has(Kind::Missing, &heading.code, year)
    }

    fn cell(
        &self,
        declarant: &Declarant,
        heading: &Heading,
        year: u16,
        amount: u64,
    ) -> Option<Cell> {
        let year_key = u64::from(year);
        if year < declarant.first {
            None
        } else if !self.is_sensitive(declarant, heading)
            || !self.draws.one_in(
                Topic::ProductionHidden,
                &[declarant.key, heading.key, year_key],
                3,
            )
        {
            Some(Cell::Value(amount))
        } else if self.draws.one_in(Topic::ProductionHidden, &[declarant.key, heading.key], 4) {
            Some(Cell::Marked)
        } else {
            Some(Cell::Absent)
        }
    }

    /// Whether so few firms make it there that it is confidential in some years.
    fn is_sensitive(&self, declarant: &Declarant, heading: &Heading) -> bool {
        let key = [declarant.key, heading.key, 0, 0];
        self.draws.one_in(Topic::ProductionHidden, &key, 24)
    }

    /// What is produced, told or not.
    fn amount(&self, declarant: &Declarant, heading: &Heading, year: u16) -> u64 {
        let key = [declarant.key, heading.key];
        // Small countries make less kinds of things.
        let none = match declarant.size {
            0..100 => 550,
            100..1_000 => 200,
            _ => 20,
        };
        let sensitive = self.is_sensitive(declarant, heading);
        if self.draws.between(Topic::ProductionSkill, &key, 0, 999) < none && !sensitive {
            return 0;
        }
        let skill = SKILLS[self.draws.index(Topic::ProductionSkill, &[key[0], key[1], 1], 8)];
        let level = self.draws.between(Topic::ProductionLevel, &[heading.key], 2, 40);
        let noise_key = [key[0], key[1], u64::from(year)];
        let noise = self.draws.between(Topic::ProductionNoise, &noise_key, 920, 1_080);
        let base = declarant.size * level * skill / 8 * self.growth(heading, year) / 1_000_000;
        (base * noise / 1_000).max(1)
    }

    /// Growth of a heading since the first year, per million.
    fn growth(&self, heading: &Heading, year: u16) -> u64 {
        let trend = self.draws.between(Topic::ProductionLevel, &[heading.key, 1], 970, 1_060);
        let past = years().filter(|passed| *passed < year);
        past.fold(1_000_000, |level, _| level * trend / 1_000)
    }

    fn total(&self, heading: &Heading, year: u16, sum: u64, largest: u64) -> Cell {
        let has = |kind| self.planted.has(kind, &heading.code, year);
        if has(Kind::Below) {
            return Cell::Estimate(largest / 50);
        } else if has(Kind::NoTotal) {
            return Cell::Absent;
        } else if has(Kind::HiddenTotal) {
            return Cell::Marked;
        }
        match self.draws.between(Topic::ProductionTotal, &[heading.key, u64::from(year)], 0, 2_399)
        {
            0..2 => Cell::Absent,
            2..4 => Cell::Marked,
            4..20 => Cell::Estimate(rounded_up(sum * 3)),
            20..240 => Cell::Estimate(rounded_up(sum)),
            _ => Cell::Value(sum),
        }
    }
}

/// Up to two digits that are not zero.
fn rounded_up(value: u64) -> u64 {
    let mut step = 1;
    while value / step >= 100 {
        step *= 10;
    }
    value.div_ceil(step) * step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_rounded_up_to_two_digits() {
        assert_eq!([0, 7, 99, 100, 101, 12_001].map(rounded_up), [0, 7, 99, 100, 110, 13_000]);
    }
}
