//! Flows that exist at any scale, so that every product is traded, every country
//! trades, and (but in the smallest data sets) every Member State trades in every
//! subject.

use std::collections::{BTreeMap, BTreeSet};

use sextant_definitions::SubjectKind;

use crate::countries::Country;
use crate::draws::{Draws, Topic};
use crate::world::World;

/// The largest countries, which trade with everybody.
const HUBS: usize = 12;

/// Products of pairs, exporter and importer, as places in the lists of the world.
pub(crate) type Flows = BTreeMap<(usize, usize), BTreeSet<usize>>;

/// The flows that are fixed.
pub(crate) fn flows(world: &World<'_>) -> Flows {
    let hubs = hubs(&world.countries);
    let mut anchors = Anchors { hubs, draws: world.draws, flows: Flows::new() };
    for (at, product) in world.products.all.iter().enumerate() {
        anchors.product(product.key, at);
    }
    let every: Vec<usize> = (0..world.products.all.len()).collect();
    for (at, country) in world.countries.iter().enumerate() {
        for round in 0..3 {
            anchors.both_ways(at, Topic::CountryAnchor, [country.key, round], &every);
        }
    }
    if world.options.scale >= 0.02 {
        let subjects = goods_by_subject(world);
        for (at, country) in world.countries.iter().enumerate().filter(|(_, c)| c.member) {
            for (subject, goods) in &subjects {
                for round in 0..2 {
                    let key = [country.key, subject * 2 + round];
                    anchors.both_ways(at, Topic::MemberAnchor, key, goods);
                }
            }
        }
    }
    anchors.flows
}

struct Anchors {
    hubs: Vec<usize>,
    draws: Draws,
    flows: Flows,
}

impl Anchors {
    /// A flow of a product from one hub to another.
    fn product(&mut self, key: u64, at: usize) {
        let from = self.hubs[self.draws.index(Topic::CodeAnchor, &[key], self.hubs.len())];
        let to = self.hub(from, Topic::CodeAnchor, &[key, 1]);
        self.fix(from, to, at);
    }

    /// One export to a hub and one import from a hub.
    fn both_ways(&mut self, country: usize, topic: Topic, [a, b]: [u64; 2], goods: &[usize]) {
        let to = self.hub(country, topic, &[a, b, 0]);
        let from = self.hub(country, topic, &[a, b, 1]);
        let sold = goods[self.draws.index(topic, &[a, b, 2], goods.len())];
        let bought = goods[self.draws.index(topic, &[a, b, 3], goods.len())];
        self.fix(country, to, sold);
        self.fix(from, country, bought);
    }

    /// A hub other than the country itself.
    fn hub(&self, country: usize, topic: Topic, key: &[u64]) -> usize {
        let others: Vec<usize> = self.hubs.iter().copied().filter(|hub| *hub != country).collect();
        others[self.draws.index(topic, key, others.len())]
    }

    fn fix(&mut self, from: usize, to: usize, product: usize) {
        self.flows.entry((from, to)).or_default().insert(product);
    }
}

fn hubs(countries: &[Country]) -> Vec<usize> {
    let mut hubs: Vec<usize> = (0..countries.len()).filter(|at| countries[*at].lasting()).collect();
    hubs.sort_by_key(|at| (std::cmp::Reverse(countries[*at].size), countries[*at].code));
    hubs.truncate(HUBS);
    hubs
}

/// The products of every subject that is not made of others.
fn goods_by_subject(world: &World<'_>) -> BTreeMap<u64, Vec<usize>> {
    let subjects = &world.subjects;
    let is_whole = |at: usize| {
        subjects[at].kind == SubjectKind::Total
            || subjects.iter().any(|part| part.parent.as_ref() == Some(&subjects[at].id))
    };
    let mut goods: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, product) in world.products.all.iter().enumerate() {
        for subject in product.subjects.iter().filter(|subject| !is_whole(**subject)) {
            goods.entry(u64::try_from(*subject).unwrap_or(0)).or_default().push(at);
        }
    }
    goods
}
