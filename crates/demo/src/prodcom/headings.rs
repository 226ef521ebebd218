//! The headings of the Prodcom list in force, real ones and, in large data sets,
//! invented ones.

use std::collections::{BTreeMap, BTreeSet};

use sextant_definitions::{ALL_PRODUCTION, SubjectKind};

use crate::Error;
use crate::prodcom::{self, YEARS, years};
use crate::world::World;

/// Real headings that no technology names, so that every division is there.
const FILLERS: &str = include_str!("../../data/fillers-prodcom.txt");

/// Scale up to which there are real headings only.
const REAL_ONLY: f64 = 0.1;
/// Invented headings for every unit of scale above that. Every heading has about 400
/// cells, so that scale 10 makes five million.
const PER_SCALE: f64 = 1_250.0;
/// Invented headings that one class can have at most: their last four digits count down.
const PER_CLASS: usize = 9_000;

/// The weight of a whole heading.
const WHOLE: u32 = 10_000;

/// A heading.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    /// Eight digits.
    pub(super) code: String,
    /// A number for draws: that of the heading it was or became by a mere change of code,
    /// so that no series steps where its definition does not break.
    pub(super) key: u64,
    /// In which years it is in force.
    in_force: [bool; YEARS],
}

impl Heading {
    /// Whether the list of a year has it.
    pub(super) fn is_in(&self, year: u16) -> bool {
        self.in_force[prodcom::index(year)]
    }
}

/// All of them. Invented ones are made when they are asked for.
#[derive(Debug)]
pub(super) struct Headings {
    real: Vec<Heading>,
    /// The first four digits of the real ones.
    classes: Vec<String>,
    invented: usize,
    /// By technology and year, the headings with their weight.
    lists: BTreeMap<usize, Vec<BTreeMap<String, u32>>>,
    /// Places of the ecosystems among the subjects.
    ecosystems: Vec<usize>,
    /// Place of the subject of all production.
    total: usize,
}

impl Headings {
    pub(super) fn new(world: &World<'_>) -> Result<Self, Error> {
        let of_kind =
            |kind| (0..world.subjects.len()).filter(move |s| world.subjects[*s].kind == kind);
        let list = |subject: usize| -> Vec<BTreeMap<String, u32>> {
            let id = &world.subjects[subject].id;
            years().map(|year| world.definitions.production_headings(id, year)).collect()
        };
        let lists: BTreeMap<_, _> = of_kind(SubjectKind::Technology)
            .map(|subject| (subject, list(subject)))
            .filter(|(_, list)| list.iter().any(|of_year| !of_year.is_empty()))
            .collect();
        let total = world.subjects.iter().position(|subject| subject.id == ALL_PRODUCTION);
        let total = total
            .ok_or_else(|| Error::lacking(format!("there is no subject `{ALL_PRODUCTION}`")))?;
        let real = real(&lists, &families(world));
        let classes: BTreeSet<&str> = real.iter().map(|heading| &heading.code[..4]).collect();
        let classes: Vec<String> = classes.into_iter().map(str::to_owned).collect();
        let invented = invented(world.options.scale).min(classes.len() * PER_CLASS);
        let ecosystems = of_kind(SubjectKind::Ecosystem).collect();
        Ok(Self { real, classes, invented, lists, ecosystems, total })
    }

    /// Number of headings of all years together.
    pub(super) fn len(&self) -> usize {
        self.real.len() + self.invented
    }

    /// A heading: the real ones first, in order.
    pub(super) fn at(&self, at: usize) -> Heading {
        match self.real.get(at) {
            Some(heading) => heading.clone(),
            None => self.invent(at - self.real.len()),
        }
    }

    /// A heading of which the last digits are invented; the lists use multiples of ten
    /// and few others so far up.
    fn invent(&self, number: usize) -> Heading {
        let class = &self.classes[number % self.classes.len()];
        let mut last = 9_999 - number / self.classes.len();
        let is_real = |code: &String| self.real.binary_search_by(|h| h.code.cmp(code)).is_ok();
        while is_real(&format!("{class}{last:04}")) {
            // No two of them: below the range of all others.
            last -= PER_CLASS;
        }
        heading(&format!("{class}{last:04}"), [true; YEARS])
    }

    /// The technologies of which a year's list has headings, and that list.
    pub(super) fn listed(
        &self,
        year: u16,
    ) -> impl Iterator<Item = (usize, &BTreeMap<String, u32>)> {
        let at = prodcom::index(year);
        self.lists.iter().map(move |(subject, of_years)| (*subject, &of_years[at]))
    }

    /// Divisions that are there for the sake of the total alone.
    pub(super) fn divisions_of_fillers(&self) -> Vec<String> {
        let named: BTreeSet<&str> = self
            .lists
            .values()
            .flatten()
            .flat_map(BTreeMap::keys)
            .map(|heading| &heading[..2])
            .collect();
        let fillers: BTreeSet<&str> = FILLERS.lines().map(|heading| &heading[..2]).collect();
        fillers.difference(&named).map(|division| (*division).to_owned()).collect()
    }

    /// The subjects that a heading belongs to in a year, with its weight in each.
    pub(super) fn subjects(
        &self,
        world: &World<'_>,
        heading: &Heading,
        year: u16,
    ) -> Vec<(usize, u32)> {
        let named = self
            .listed(year)
            .filter_map(|(subject, list)| Some((subject, *list.get(&heading.code)?)));
        let industries = self.ecosystems.iter().map(|subject| {
            let id = &world.subjects[*subject].id;
            (*subject, world.definitions.production_weight(id, &heading.code))
        });
        let all = named.chain(industries).chain([(self.total, WHOLE)]);
        all.filter(|(_, weight)| *weight > 0).collect()
    }
}

/// Every heading that a technology names in a year, and the fillers, sorted.
fn real(
    lists: &BTreeMap<usize, Vec<BTreeMap<String, u32>>>,
    families: &BTreeMap<String, String>,
) -> Vec<Heading> {
    let mut known: BTreeMap<&str, [bool; YEARS]> =
        FILLERS.lines().map(|heading| (heading, [true; YEARS])).collect();
    let fillers: BTreeSet<&str> = FILLERS.lines().collect();
    for list in lists.values() {
        for (at, of_year) in list.iter().enumerate() {
            for code in of_year.keys().filter(|code| !fillers.contains(code.as_str())) {
                known.entry(code).or_default()[at] = true;
            }
        }
    }
    let found = known.into_iter().map(|(code, in_force)| {
        let family = families.get(code).map_or(code, String::as_str);
        Heading { key: number(family), ..heading(code, in_force) }
    });
    found.collect()
}

/// The heading that a definition names, by every code that it had alone.
fn families(world: &World<'_>) -> BTreeMap<String, String> {
    let mut families = BTreeMap::new();
    for technology in &world.definitions.technologies {
        for row in world.definitions.heading_rows(&technology.id) {
            let alone = row.chain.spans.iter().filter(|span| span.codes.len() == 1);
            for code in alone.flat_map(|span| &span.codes) {
                families.entry(code.clone()).or_insert_with(|| row.chain.heading.clone());
            }
        }
    }
    families
}

fn number(code: &str) -> u64 {
    code.parse().unwrap_or(0)
}

fn heading(code: &str, in_force: [bool; YEARS]) -> Heading {
    Heading { code: code.to_owned(), key: number(code), in_force }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count of headings, far below 2^53 and not negative"
)]
fn invented(scale: f64) -> usize {
    ((scale - REAL_ONLY).max(0.0) * PER_SCALE) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fillers_are_headings_of_all_divisions_but_those_of_technologies() {
        assert!(FILLERS.lines().all(|h| h.len() == 8 && h.bytes().all(|b| b.is_ascii_digit())));
        assert!(FILLERS.lines().is_sorted());
        assert_eq!((invented(0.1), invented(0.001), invented(10.0)), (0, 0, 12_375));
    }
}
