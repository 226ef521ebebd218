//! The three production indicators, written apart from the programs that compute them.

use sextant_definitions::{ALL_PRODUCTION, SubjectKind};

use crate::prodcom::{self, Sums};
use crate::truth::flags::Flags;
use crate::truth::told::{self, Told};
use crate::world::World;

/// Units of a sum in one euro.
const IN_A_EURO: f64 = 10_000_000.0;

/// A production indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ProductionIndicator {
    CountryShare,
    EuShare,
    Value,
}

impl ProductionIndicator {
    /// All of them, sorted by id.
    pub(super) const ALL: [Self; 3] = [Self::CountryShare, Self::EuShare, Self::Value];

    /// Id in the cube.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::CountryShare => "production-country-share",
            Self::EuShare => "production-eu-share",
            Self::Value => "production-value",
        }
    }
}

/// What is known of the production of a geography and subject, in units of a sum.
#[derive(Clone, Copy, Debug)]
struct Figure {
    lower: i128,
    upper: Option<i128>,
    /// The figure, where nothing is hidden or next to nothing.
    exact: Option<i128>,
    hidden: bool,
    cells: i64,
    flags: Flags,
}

/// The figures of a year.
#[derive(Debug)]
pub(super) struct ProductionYear<'a> {
    world: &'a World<'a>,
    sums: &'a Sums,
    year: u16,
    /// Place of the subject of all production.
    total: usize,
    /// By subject, whether figures are given and with which flags.
    given: Vec<Option<Flags>>,
}

impl<'a> ProductionYear<'a> {
    pub(super) fn new(world: &'a World<'a>, sums: &'a Sums, year: u16) -> Self {
        let total = world.subjects.iter().position(|subject| subject.id == ALL_PRODUCTION);
        let total = total.unwrap_or(world.subjects.len());
        let mut figures = Self { world, sums, year, total, given: Vec::new() };
        figures.given = (0..world.subjects.len()).map(|subject| figures.flags(subject)).collect();
        figures
    }

    /// Name of a geography.
    pub(super) fn name(&self, geo: usize) -> &str {
        self.sums.places.get(geo).map_or("EU27", |place| place.code.as_str())
    }

    /// Whether a geography is a Member State of the EU27.
    pub(super) fn member(&self, geo: usize) -> bool {
        self.sums.places.get(geo).is_some_and(|place| place.member)
    }

    /// The figures of all geographies, members of the EU27 with their rank.
    pub(super) fn ranked(&self, of: ProductionIndicator, subject: usize) -> Vec<(usize, Told)> {
        let geographies = (0..=self.sums.eu27()).filter(|geo| self.sums.reports(*geo, self.year));
        let told = geographies.filter_map(|geo| {
            let told = match of {
                ProductionIndicator::Value => self.value(geo, subject),
                ProductionIndicator::CountryShare => self.country_share(geo, subject),
                ProductionIndicator::EuShare => self.eu_share(geo, subject),
            };
            Some((geo, told?))
        });
        let mut told: Vec<_> = told.collect();
        told::rank(&mut told, |geo| self.member(geo));
        told
    }

    /// Flags of all figures of a subject; none where there are no figures.
    fn flags(&self, subject: usize) -> Option<Flags> {
        let headings = self.sums.of(self.sums.eu27(), subject, self.year).headings;
        let (definitions, about) = (self.world.definitions, &self.world.subjects[subject]);
        let rules = &definitions.production_rules;
        if headings == 0 {
            return None;
        } else if about.kind != SubjectKind::Technology {
            let enough = self.sums.divisions(self.year) >= rules.full_coverage_divisions;
            return enough.then_some(Flags::NONE);
        }
        let listed = definitions.production_headings(&about.id, self.year).len();
        let listed = u32::try_from(listed).unwrap_or(u32::MAX);
        let coverage = f64::from(headings) / f64::from(listed);
        let full = coverage >= rules.code_coverage_full;
        let partial = if full { Flags::NONE } else { Flags::PARTIAL_CODES };
        let breaks = self.year > prodcom::FIRST
            && definitions.production_breaks(&about.id).contains_key(&self.year);
        let broken = if breaks { Flags::BREAK } else { Flags::NONE };
        (coverage >= rules.code_coverage_published).then_some(partial.with(broken))
    }

    fn figure(&self, geo: usize, subject: usize) -> Option<Figure> {
        let mut flags = *self.given.get(subject)?.as_ref()?;
        let sum = self.sums.of(geo, subject, self.year);
        let lower = sum.published;
        let upper = (sum.unbounded == 0).then_some(lower + sum.rest);
        let most = self.world.definitions.production_rules.hidden_part_published;
        let little = |upper: &i128| float(upper - lower) <= most * float(*upper);
        let hidden = sum.hidden > 0;
        let mut exact = Some(lower);
        if hidden && upper.as_ref().is_some_and(little) {
            flags = flags.with(Flags::CONFIDENTIAL_PART);
        } else if hidden {
            flags = flags.with(Flags::CONFIDENTIAL);
            exact = None;
        }
        Some(Figure { lower, upper, exact, hidden, cells: sum.cells, flags })
    }

    fn value(&self, geo: usize, subject: usize) -> Option<Told> {
        let figure = self.figure(geo, subject)?;
        let interval = [Some(figure.lower), figure.upper].map(|end| end.map(euro));
        let interval = if figure.hidden { interval } else { [None, None] };
        Some(Told { interval, ..self.told(Told::plain(figure.exact.map(euro)), &figure) })
    }

    /// Of everything that the same country makes.
    fn country_share(&self, geo: usize, subject: usize) -> Option<Told> {
        if subject == self.total {
            return None;
        }
        let (own, all) = (self.figure(geo, subject)?, self.figure(geo, self.total)?);
        // The most of the subject with the least of everything else.
        let most = own.upper.map(|upper| (upper, upper + all.lower - own.lower));
        if most.is_some_and(|(_, whole)| whole <= 0) {
            return None;
        }
        let least = || {
            let rest = all.upper? - own.upper?;
            Some(if own.lower == 0 { 0.0 } else { percent(own.lower, own.lower + rest) })
        };
        let interval = [least(), most.map(|(upper, whole)| percent(upper, whole))];
        Some(self.share(&own, &all, interval))
    }

    /// Of what the European Union makes of the subject.
    fn eu_share(&self, geo: usize, subject: usize) -> Option<Told> {
        let (own, union) = (self.figure(geo, subject)?, self.figure(self.sums.eu27(), subject)?);
        if !self.member(geo) || union.lower == 0 {
            return None;
        }
        let exceeds = |part: Option<i128>, whole: Option<i128>| {
            part.zip(whole).is_some_and(|(part, whole)| part > whole)
        };
        if exceeds(own.exact, union.exact) || exceeds(Some(own.lower), union.upper) {
            let told = self.told(Told::default(), &own);
            let flags = own.flags.with(union.flags).with(Flags::EU_TOTAL_BELOW_SUM);
            return Some(Told { flags, ..told });
        }
        let least = union.upper.filter(|upper| *upper > 0);
        let least = least.map(|upper| percent(own.lower, upper));
        let most = own.upper.map(|upper| percent(upper, union.lower).min(100.0));
        Some(self.share(&own, &union, [least, most]))
    }

    /// A share: a value where both are known, an interval where one is hidden in part.
    fn share(&self, own: &Figure, whole: &Figure, interval: [Option<f64>; 2]) -> Told {
        let parts = own.exact.zip(whole.exact).filter(|(_, whole)| *whole > 0);
        let told =
            parts.map(|(own, whole)| Told::of_parts(percent(own, whole), [euro(own), euro(whole)]));
        let hidden = own.hidden || whole.hidden;
        let interval = if hidden { interval } else { [None, None] };
        let flags = own.flags.with(whole.flags);
        Told { interval, flags, ..self.told(told.unwrap_or_default(), own) }
    }

    fn told(&self, told: Told, own: &Figure) -> Told {
        Told { rows: Some(own.cells), flags: own.flags, sources: "prodcom", ..told }
    }
}

/// In percent, from left to right.
fn percent(part: i128, whole: i128) -> f64 {
    100.0 * euro(part) / euro(whole)
}

/// An exact sum as a number, the only place where it becomes one.
fn euro(sum: i128) -> f64 {
    float(sum) / IN_A_EURO
}

#[expect(clippy::cast_precision_loss, reason = "the rule: nearest float, then divided")]
fn float(sum: i128) -> f64 {
    sum as f64
}
