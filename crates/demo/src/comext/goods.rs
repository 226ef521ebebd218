//! Which products are told, and how.

use std::collections::BTreeSet;

use sextant_definitions::HsVintage;

use crate::world::World;

/// How a product is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Telling {
    /// By month in the first year; by month and as a year in the last, where the
    /// year must not be added to its months.
    MonthsAndYear,
    /// By month in every year.
    Months,
    /// As a year.
    Year,
    /// As a year, by partner, without a row for the world.
    YearByPartner,
}

/// A product of the Combined Nomenclature.
#[derive(Clone, Debug)]
pub(super) struct Good {
    /// HS 2022 code of six digits.
    pub(super) hs: String,
    /// Code of eight digits: the subheading without subdivision.
    pub(super) cn: String,
    /// How it is told.
    pub(super) telling: Telling,
}

/// The products of the technologies with the shortest lists.
pub(super) fn choose(world: &World<'_>) -> Vec<Good> {
    let codes = world.codes(HsVintage::Hs2022);
    let mut subjects: Vec<usize> = (0..codes.len())
        .filter(|s| !codes.of(*s).is_empty() && codes.of(*s).iter().all(|code| code.len() == 6))
        .collect();
    subjects.sort_by_key(|s| (codes.of(*s).len(), *s));
    let mut chosen: BTreeSet<&String> = BTreeSet::new();
    for subject in subjects {
        let list = codes.of(subject);
        if chosen.len() + list.len() <= budget(world.options.scale) {
            chosen.extend(list);
        }
    }
    chosen.into_iter().enumerate().map(|(at, hs)| good(at, hs)).collect()
}

fn good(at: usize, hs: &str) -> Good {
    let telling = match at % 8 {
        0 => Telling::MonthsAndYear,
        1 => Telling::Months,
        3 => Telling::YearByPartner,
        _ => Telling::Year,
    };
    Good { hs: hs.to_owned(), cn: format!("{hs}00"), telling }
}

fn budget(scale: f64) -> usize {
    match scale {
        s if s < 0.02 => 4,
        s if s < 0.5 => 8,
        _ => 24,
    }
}
