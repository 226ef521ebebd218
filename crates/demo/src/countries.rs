//! Who trades, and how large each is. The sizes are invented.

use std::collections::BTreeMap;

use sextant_definitions::{Definitions, GeoCode, GeoKind, Geography};

use crate::draws::{Draws, Topic, key_of};
use crate::{Error, years};

/// Invented sizes in billions of dollars, rough orders of magnitude only.
const SIZES: &str = include_str!("../data/sizes.csv");

/// Countries beside the EU27 that trade even in the smallest data set.
const ALWAYS: [&str; 15] =
    ["CN", "US", "JP", "GB", "KR", "CH", "NO", "TR", "IN", "BR", "CA", "MX", "AU", "TW", "VN"];

/// Countries in a small data set: enough for their sum to count as the world.
const SMALL: usize = 120;

/// A country of the demo world.
#[derive(Clone, Debug)]
pub(crate) struct Country {
    /// Code in the definitions.
    pub(crate) code: GeoCode,
    /// Code in BACI.
    pub(crate) baci: u16,
    /// The code as a number, for draws.
    pub(crate) key: u64,
    /// Size in billions of dollars.
    pub(crate) size: u64,
    /// Whether it is a Member State of the EU27.
    pub(crate) member: bool,
    /// First and last year with trade.
    pub(crate) active: (u16, u16),
}

impl Country {
    /// Whether it trades in every year of BACI.
    pub(crate) fn lasting(&self) -> bool {
        self.active.0 <= years::BACI_FIRST && self.active.1 >= years::LAST
    }

    /// Whether it trades in a year.
    pub(crate) fn trades_in(&self, year: u16) -> bool {
        (self.active.0..=self.active.1).contains(&year)
    }
}

/// The countries of a data set of some scale, in the order of their BACI codes.
pub(crate) fn choose(
    definitions: &Definitions,
    scale: f64,
    draws: Draws,
) -> Result<Vec<Country>, Error> {
    let sizes = sizes();
    let mut known: Vec<Country> = definitions
        .geographies
        .all()
        .iter()
        .filter_map(|geography| country(definitions, geography, &sizes, draws))
        .collect();
    let first = |c: &Country| c.member || ALWAYS.contains(&c.code.as_str());
    known.sort_by(|a, b| {
        first(b).cmp(&first(a)).then(b.size.cmp(&a.size)).then(a.code.cmp(&b.code))
    });
    let count = match scale {
        s if s < 0.02 => known.iter().filter(|c| first(c)).count(),
        s if s < 0.5 => SMALL,
        _ => known.len(),
    };
    known.truncate(count);
    if known.iter().filter(|c| c.member).count() < 27 {
        return Err(Error::lacking("BACI does not know all 27 members of the group `EU27`"));
    }
    known.sort_by_key(|c| c.baci);
    Ok(known)
}

fn country(
    definitions: &Definitions,
    geography: &Geography,
    sizes: &BTreeMap<&str, u64>,
    draws: Draws,
) -> Option<Country> {
    let baci = *geography.baci.first()?;
    let active = (geography.from.unwrap_or(0), geography.to.unwrap_or(u16::MAX));
    let trades = matches!(geography.kind, GeoKind::Country | GeoKind::Historical);
    if !trades || active.1 < years::BACI_FIRST || active.0 > years::LAST {
        return None;
    }
    let key = key_of(&geography.code);
    let size = sizes
        .get(geography.code.as_str())
        .copied()
        .unwrap_or_else(|| draws.between(Topic::CountrySize, &[key], 1, 25));
    let member = definitions.geographies.eu27().contains(&geography.code);
    Some(Country { code: geography.code, baci, key, size, member, active })
}

fn sizes() -> BTreeMap<&'static str, u64> {
    SIZES
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(','))
        .filter_map(|(code, size)| Some((code, size.parse().ok()?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_of_sizes_is_a_size() {
        let lines = SIZES.lines().count() - 1;
        assert_eq!(sizes().len(), lines, "a country is there twice or a size is not a number");
        assert!(ALWAYS.iter().all(|code| sizes().contains_key(code)));
    }
}
