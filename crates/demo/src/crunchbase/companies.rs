//! The companies, each a function of its number.

use std::collections::BTreeSet;

use sextant_definitions::ALL_INVESTMENT;

use crate::Error;
use crate::countries::Country;
use crate::draws::{Draws, Topic};
use crate::world::World;

/// A company.
#[derive(Clone, Debug)]
pub(super) struct Company {
    /// Number from 0.
    pub(super) number: u64,
    /// Its headquarters; none where nobody says.
    pub(super) land: Option<Land>,
    /// As the export writes them.
    pub(super) categories: Vec<String>,
    /// The subjects it belongs to, as far as the export tells.
    pub(super) subjects: BTreeSet<usize>,
    /// Whether the table of organisations has it.
    pub(super) listed: bool,
}

impl Company {
    /// Its name.
    pub(super) fn name(&self) -> String {
        format!("DEMO Company {}", self.number + 1)
    }

    /// Its id.
    pub(super) fn uuid(&self) -> String {
        format!("{:08x}-c000-4000-8000-000000000000", self.number)
    }
}

/// A country with companies.
#[derive(Clone, Debug)]
pub(super) struct Land {
    /// Two letters.
    pub(super) code: String,
    /// Three letters.
    pub(super) iso3: String,
    /// Its place among the geographies of the truth.
    pub(super) place: usize,
    /// Whether it is a Member State of the EU27.
    pub(super) member: bool,
}

/// All of them.
#[derive(Debug)]
pub(super) struct Companies {
    draws: Draws,
    /// Countries, and the sum of the weights up to each.
    lands: Vec<(Land, u64)>,
    /// Categories with the subjects they belong to.
    mapped: Vec<(String, Vec<usize>)>,
    /// Categories that belong nowhere.
    unmapped: Vec<String>,
    /// Place of the subject of all investment.
    total: usize,
}

impl Companies {
    pub(super) fn new(world: &World<'_>) -> Result<Self, Error> {
        let place = |id: &str| world.subjects.iter().position(|subject| subject.id == id);
        let (mut mapped, mut unmapped) = (Vec::new(), Vec::new());
        for category in world.definitions.investment_categories() {
            let subjects: Vec<usize> =
                category.subjects.iter().filter_map(|id| place(id)).collect();
            if subjects.is_empty() {
                unmapped.push(category.name.to_owned());
            } else {
                mapped.push((category.name.to_owned(), subjects));
            }
        }
        let total = place(ALL_INVESTMENT)
            .ok_or_else(|| Error::lacking(format!("there is no subject `{ALL_INVESTMENT}`")))?;
        if mapped.is_empty() {
            return Err(Error::lacking("no category of companies belongs to any subject"));
        }
        Ok(Self { draws: world.draws, lands: lands(world), mapped, unmapped, total })
    }

    /// A company.
    pub(super) fn at(&self, number: u64) -> Company {
        let mut draws = self.draws.stream(Topic::Company, &[number]);
        let land = if draws.one_in(40) { None } else { self.land(draws.bits()) };
        let mut categories = BTreeSet::new();
        let mut subjects = BTreeSet::from([self.total]);
        let listed = !draws.one_in(200);
        for _ in 0..=draws.below(3) {
            let Some((category, of)) = draws.pick(&self.mapped) else { continue };
            categories.insert(category.clone());
            subjects.extend(of.iter().filter(|_| listed));
        }
        if draws.one_in(8) {
            categories.extend(draws.pick(&self.unmapped).cloned());
        }
        let categories = categories.into_iter().collect();
        Company { number, land, categories, subjects, listed }
    }

    fn land(&self, bits: u64) -> Option<Land> {
        let whole = self.lands.last()?.1;
        let wanted = bits % whole.max(1);
        let at = self.lands.partition_point(|(_, until)| *until <= wanted);
        self.lands.get(at).map(|(land, _)| land.clone())
    }
}

/// Size from which a country that is no member has companies.
const LARGE: u64 = 150;

/// The members, more often than their size says, and large countries, that exist in all
/// years.
fn lands(world: &World<'_>) -> Vec<(Land, u64)> {
    let mut until = 0;
    let chosen = |country: &Country| country.lasting() && (country.member || country.size >= LARGE);
    let all = world.countries.iter().zip(&world.place);
    let countries = all.filter(|(country, _)| chosen(country));
    let known = countries.filter_map(|(country, place)| {
        let iso3 = world.definitions.geographies.by_code(&country.code)?.iso3.clone()?;
        until += country.size * if country.member { 3 } else { 1 } + 20;
        let code = country.code.to_string();
        Some((Land { code, iso3, place: *place, member: country.member }, until))
    });
    known.collect()
}
