//! Applicants and inventors. All are invented, and their names say so.
//!
//! A person is a pure function of his number, so that a family can name him before or
//! after he is written, and memory does not grow with their number.

use std::ops::Range;

use crate::draws::{Draws, Stream, Topic};
use crate::patstat::lands::{Land, Lands};

/// A firm is known under another number at each of so many kinds of offices: PCT, EP,
/// US, others.
pub(super) const VARIANTS: u64 = 4;

/// What stands in the column for countries where there is none.
pub(super) const JUNK: [&str; 5] = ["  ", "--", ". ", "@@", "75"];

/// One person in so many has no country.
pub(super) const JUNK_ONE_IN: u64 = 40;

/// Numbers of persons begin behind this one.
const BEFORE: u64 = 10;

const STEMS: [&str; 12] = [
    "Alvora", "Brennick", "Corvane", "Delmire", "Estrov", "Fennholt", "Galdra", "Hestmark",
    "Ilvane", "Jorrick", "Keldon", "Lunaris",
];
const LINES: [&str; 6] = ["Works", "Industries", "Systems", "Laboratories", "Holding", "Materials"];
const FORMS: [&str; 5] = ["AG", "Inc.", "SA", "Co., Ltd.", "NV"];

/// How many firms and inventors each country has.
#[derive(Debug)]
pub(super) struct People {
    draws: Draws,
    /// First firm of each country, and one past the last of all.
    firms: Vec<u64>,
    /// Likewise inventors.
    inventors: Vec<u64>,
}

/// What is written of a person.
#[derive(Debug)]
pub(super) struct Person {
    /// Two letters, or junk.
    pub(super) country: &'static str,
    /// Whether `country` is to be taken, not that of his land.
    pub(super) is_junk: bool,
    /// The geographies of the truth he is in: country and region.
    pub(super) places: [Option<usize>; 2],
    /// His region as written, at `level`.
    pub(super) nuts: &'static str,
    /// 0 to 3, or 9 where no region is known.
    pub(super) level: u8,
}

impl People {
    /// `families` is the number of transnational families.
    pub(super) fn new(lands: &Lands, families: u64, draws: Draws) -> Self {
        let size: u64 = lands.all.iter().map(|land| land.size).sum();
        let firms = |land: &Land| families / 5 * land.size / size.max(1) + 30;
        let inventors = |land: &Land| families / 2 * land.size / size.max(1) + 30;
        Self { draws, firms: starts(lands, firms), inventors: starts(lands, inventors) }
    }

    /// The firms of a country.
    pub(super) fn firms(&self, land: usize) -> Range<u64> {
        self.firms[land]..self.firms[land + 1]
    }

    /// The inventors of a country.
    pub(super) fn inventors(&self, land: usize) -> Range<u64> {
        self.inventors[land]..self.inventors[land + 1]
    }

    /// Number of all persons.
    pub(super) fn count(&self) -> u64 {
        let last = |starts: &[u64]| starts.last().copied().unwrap_or(0);
        last(&self.firms) * VARIANTS + last(&self.inventors)
    }

    /// A firm of a country; large firms come up more often.
    pub(super) fn firm(&self, land: usize, stream: &mut Stream) -> u64 {
        let firms = self.firms(land);
        let count = firms.end - firms.start;
        firms.start + stream.below(count) * stream.below(count) / count.max(1)
    }

    /// The number of a firm at a kind of office.
    pub(super) fn of_firm(firm: u64, variant: u64) -> u64 {
        BEFORE + firm * VARIANTS + variant
    }

    /// The number of an inventor.
    pub(super) fn of_inventor(&self, inventor: u64) -> u64 {
        BEFORE + self.firms.last().copied().unwrap_or(0) * VARIANTS + inventor
    }

    /// A firm at a kind of office.
    pub(super) fn firm_at(&self, lands: &Lands, land: usize, firm: u64, variant: u64) -> Person {
        self.person(lands, land, Self::of_firm(firm, variant), firm)
    }

    /// An inventor.
    pub(super) fn inventor_at(&self, lands: &Lands, land: usize, inventor: u64) -> Person {
        let number = self.of_inventor(inventor);
        self.person(lands, land, number, number)
    }

    /// The home is the same under every number; whether it was noted is not.
    fn person(&self, lands: &Lands, land: usize, number: u64, home: u64) -> Person {
        let mut stream = self.draws.stream(Topic::PatentPerson, &[number]);
        let land = &lands.all[land];
        if stream.one_in(JUNK_ONE_IN) {
            let country = stream.pick(&JUNK).copied().unwrap_or("  ");
            let places = [Some(lands.unknown), None];
            return Person { country, is_junk: true, places, nuts: "", level: 9 };
        }
        let region = self.draws.index(Topic::PatentPerson, &[home, 1], land.regions.len());
        let region = land.regions.get(region);
        let level = match (region, stream.below(20)) {
            (None, _) | (_, 0 | 1) => 9,
            (_, 2) => 1,
            (_, 3) => 0,
            (_, 4..=7) => 2,
            _ => 3,
        };
        let known = region.filter(|_| level != 9);
        let nuts = known.and_then(|r| r.nuts.get(..usize::from(level) + 2)).unwrap_or("");
        let place = known.filter(|_| level >= 2).map(|r| r.place);
        Person { country: "", is_junk: false, places: [Some(land.place), place], nuts, level }
    }
}

fn starts(lands: &Lands, count: impl Fn(&Land) -> u64) -> Vec<u64> {
    let mut starts = vec![0];
    let mut sum = 0;
    for land in &lands.all {
        sum += count(land);
        starts.push(sum);
    }
    starts
}

/// The name of a firm, as filed at a kind of office and as standardised.
pub(super) fn firm_names(firm: u64, variant: u64) -> [String; 2] {
    let pick = |list: &[&'static str], at: u64| {
        let count = u64::try_from(list.len()).unwrap_or(1);
        list.get(usize::try_from(at % count).unwrap_or(0)).copied().unwrap_or("")
    };
    let (stem, line) = (pick(&STEMS, firm), pick(&LINES, firm / 12));
    let standard = format!("DEMO {} {} {firm}", stem.to_uppercase(), line.to_uppercase());
    let filed = match variant {
        0 => format!("Demo {stem} {line} {firm} {}", pick(&FORMS, firm / 72)),
        1 => format!("Demo {stem} {line} {firm}"),
        2 => format!("Demo {stem} {line} {firm}, {}", pick(&FORMS, firm / 72)),
        _ => format!("DEMO \"{}\" {firm}", stem.to_uppercase()),
    };
    [filed, standard]
}
