//! The six investment indicators, written apart from the programs that compute them.

use std::ops::RangeInclusive;

use sextant_definitions::ALL_INVESTMENT;

use crate::crunchbase::{self, In, Sum, Sums};
use crate::truth::flags::Flags;
use crate::truth::told::{self, Told};
use crate::world::World;

/// An investment indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InvestmentIndicator {
    Raised,
    RaisedEur,
    WithoutLargest,
    WithoutLargestEur,
    Rounds,
    Undisclosed,
}

impl InvestmentIndicator {
    /// All of them, sorted by id.
    pub(super) const ALL: [Self; 6] = [
        Self::Raised,
        Self::RaisedEur,
        Self::WithoutLargest,
        Self::WithoutLargestEur,
        Self::Rounds,
        Self::Undisclosed,
    ];

    /// Id in the cube.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Raised => "investment-raised",
            Self::RaisedEur => "investment-raised-eur",
            Self::WithoutLargest => "investment-raised-without-largest",
            Self::WithoutLargestEur => "investment-raised-without-largest-eur",
            Self::Rounds => "investment-rounds",
            Self::Undisclosed => "investment-undisclosed",
        }
    }

    fn of(self, sum: Sum) -> Option<f64> {
        match self {
            Self::Raised => sum.raised(In::Usd),
            Self::RaisedEur => sum.raised(In::Eur),
            Self::WithoutLargest => sum.without_largest(In::Usd),
            Self::WithoutLargestEur => sum.without_largest(In::Eur),
            Self::Rounds => Some(count(sum.rounds)),
            Self::Undisclosed => Some(count(sum.undisclosed)),
        }
    }
}

/// The figures of a period: a year, or several.
#[derive(Debug)]
pub(super) struct InvestmentPeriod<'a> {
    sums: &'a Sums,
    years: RangeInclusive<u16>,
    /// Place of the subject of all investment.
    total: usize,
}

impl<'a> InvestmentPeriod<'a> {
    pub(super) fn new(world: &World<'_>, sums: &'a Sums, years: RangeInclusive<u16>) -> Self {
        let total = world.subjects.iter().position(|subject| subject.id == ALL_INVESTMENT);
        Self { sums, years, total: total.unwrap_or(0) }
    }

    /// Name of a geography.
    pub(super) fn name(&self, geo: usize) -> &str {
        let group = if geo == self.sums.eu27() { "EU27" } else { "WORLD" };
        self.sums.places.codes.get(geo).map_or(group, |code| code.as_str())
    }

    /// The figures of all geographies that have any round, of a subject that anybody has
    /// a round of; members of the EU27 with their rank.
    pub(super) fn ranked(&self, of: InvestmentIndicator, subject: usize) -> Vec<(usize, Told)> {
        let sum = |geo, subject| self.sums.over(geo, subject, self.years.clone());
        if sum(self.sums.world(), subject).rounds == 0 {
            return Vec::new();
        }
        let any = (0..=self.sums.world()).filter(|geo| sum(*geo, self.total).rounds > 0);
        let mut told: Vec<(usize, Told)> =
            any.map(|geo| (geo, self.told(of, sum(geo, subject)))).collect();
        let places = &self.sums.places;
        told::rank(&mut told, |geo| places.member.get(geo).copied().unwrap_or(false));
        told
    }

    /// Whether the last year ends before December.
    fn is_open(&self) -> bool {
        *self.years.end() == crunchbase::LAST && self.sums.last_month < 12
    }

    fn told(&self, of: InvestmentIndicator, sum: Sum) -> Told {
        let mut flags = Flags::NONE;
        let conditions = [
            (sum.undisclosed > 0, Flags::UNDISCLOSED_AMOUNTS),
            (sum.unconverted > 0, Flags::UNCONVERTED_AMOUNTS),
            (self.is_open(), Flags::INCOMPLETE_YEAR),
        ];
        for (_, flag) in conditions.iter().filter(|(holds, _)| *holds) {
            flags = flags.with(*flag);
        }
        let (rows, sources) = (Some(sum.rounds), "crunchbase");
        Told { rows, flags, sources, ..Told::plain(of.of(sum)) }
    }
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
fn count(rounds: i64) -> f64 {
    rounds as f64
}
