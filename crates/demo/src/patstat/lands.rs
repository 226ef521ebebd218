//! Where applicants live.

use std::collections::BTreeSet;

use sextant_definitions::GeoCode;

use crate::draws::{Topic, key_of};
use crate::patstat::calendar::{self, YEARS};
use crate::world::World;

/// One region of level 3 for every region of level 2 that has one in the demo.
const NUTS: &str = include_str!("../../data/nuts3.txt");

/// The bucket of addresses without a country.
const UNKNOWN: &str = "ZZ";

/// A country that must not be mistaken for a missing value; a planted family is from there.
pub(super) const NAMIBIA: &str = "NA";

/// A country where inventions are made.
#[derive(Clone, Debug)]
pub(super) struct Land {
    /// Its code, as written in the column for countries.
    pub(super) code: GeoCode,
    /// The code as a number, for draws.
    pub(super) key: u64,
    /// Size in billions of dollars.
    pub(super) size: u64,
    /// Its place among the geographies of the truth.
    pub(super) place: usize,
    /// Its regions, where it has any.
    pub(super) regions: Vec<Region>,
}

/// A region.
#[derive(Clone, Copy, Debug)]
pub(super) struct Region {
    /// A region of level 3.
    pub(super) nuts: &'static str,
    /// Place of the region of level 2 around it among the geographies of the truth.
    pub(super) place: usize,
}

/// A geography of the truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Its code.
    pub(crate) code: GeoCode,
    /// Whether it is a Member State of the EU27.
    pub(crate) member: bool,
}

/// All countries and regions.
#[derive(Clone, Debug)]
pub(super) struct Lands {
    pub(super) all: Vec<Land>,
    /// Geographies of the truth, sorted by code.
    pub(super) places: Vec<Place>,
    /// Place of the bucket of unknown countries.
    pub(super) unknown: usize,
    /// For every year the sums of the weights of all countries so far.
    until: Vec<[u64; YEARS]>,
}

impl Lands {
    pub(super) fn new(world: &World<'_>) -> Self {
        let lasting = || world.countries.iter().filter(|c| c.lasting() && c.code.len() == 2);
        let letters = |code: &str| {
            let known = world.definitions.geographies.by_code(code);
            known.and_then(|g| g.nuts.clone()).filter(|_| code.len() == 2)
        };
        let regions_of = |code: &str| -> Vec<&'static str> {
            let Some(letters) = letters(code) else { return Vec::new() };
            NUTS.split_whitespace().filter(|nuts| nuts.starts_with(&letters)).collect()
        };
        let mut codes: BTreeSet<GeoCode> = lasting().map(|c| c.code).collect();
        codes.extend([UNKNOWN, NAMIBIA].iter().filter_map(|code| GeoCode::from(code).ok()));
        let regions = lasting().flat_map(|c| regions_of(&c.code));
        codes.extend(regions.filter_map(|nuts| GeoCode::from(nuts.get(..4)?).ok()));
        let eu27 = world.definitions.geographies.eu27();
        let places: Vec<Place> =
            codes.into_iter().map(|code| Place { code, member: eu27.contains(&code) }).collect();
        let place = |code: &str| places.iter().position(|p| p.code.as_str() == code).unwrap_or(0);
        let region = |nuts: &'static str| Region { nuts, place: place(&nuts[..4]) };
        let land = |code: GeoCode, size| Land {
            code,
            key: key_of(&code),
            size,
            place: place(&code),
            regions: regions_of(&code).into_iter().map(region).collect(),
        };
        let mut all: Vec<Land> = lasting().map(|c| land(c.code, c.size)).collect();
        let namibia = GeoCode::from(NAMIBIA).ok().filter(|c| all.iter().all(|l| l.code != *c));
        all.extend(namibia.map(|code| land(code, 1)));
        let until = sums(world, &all);
        Self { unknown: place(UNKNOWN), all, places, until }
    }

    /// The country of which a number between 0 and the sum of all weights of a year is.
    pub(super) fn at(&self, year: u16, bits: u64) -> usize {
        let year = calendar::index(year);
        let whole = self.until.last().map_or(1, |sums| sums[year]);
        let wanted = bits % whole.max(1);
        self.until.partition_point(|sums| sums[year] <= wanted).min(self.all.len() - 1)
    }

    /// Place of a country in `all`.
    pub(super) fn find(&self, code: &str) -> Option<usize> {
        self.all.iter().position(|land| land.code.as_str() == code)
    }
}

fn sums(world: &World<'_>, all: &[Land]) -> Vec<[u64; YEARS]> {
    let mut sum = [0; YEARS];
    let mut sums = Vec::new();
    for land in all {
        for (at, weight) in weights(world, land).into_iter().enumerate() {
            sum[at] += weight;
        }
        sums.push(sum);
    }
    sums
}

/// How inventive a country is in each year: its size, a draw and, for China, growth from
/// little to much.
fn weights(world: &World<'_>, land: &Land) -> [u64; YEARS] {
    let level = world.draws.between(Topic::PatentSize, &[land.key], 500, 1500);
    let trend = world.draws.between(Topic::PatentSize, &[land.key, 1], 985, 1025);
    let mut weights = [0; YEARS];
    let mut weight = land.size * level * 10;
    let growth = if land.code.as_str() == "CN" {
        weight /= 8;
        1150
    } else {
        trend
    };
    for year in &mut weights {
        *year = weight.max(1);
        weight = weight * growth / 1000;
    }
    weights
}
