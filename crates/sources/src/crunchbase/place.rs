//! Countries, by code in tables and by name in lists.

use std::collections::BTreeMap;

use sextant_definitions::{GeoCode, GeoKind, Geographies, Geography};

use crate::read::{GeoCache, Out, unknown};

/// Crunchbase's own spellings in list exports, in lower case, beside the names that
/// `definitions/geographies` knows. Northern Cyprus is not among them: it has no code,
/// and the figures of Cyprus are of the area that its government controls.
const SPELLINGS: [(&str, &str); 20] = [
    ("usa", "US"),
    ("uk", "GB"),
    ("uae", "AE"),
    ("the netherlands", "NL"),
    ("turkey", "TR"),
    ("czech republic", "CZ"),
    ("kazakhistan", "KZ"),
    ("brunei", "BN"),
    ("burma", "MM"),
    ("cape verde", "CV"),
    ("curacao", "CW"),
    ("ivory coast", "CI"),
    ("macau", "MO"),
    ("macedonia", "MK"),
    ("palestinian territory", "PS"),
    ("reunion", "RE"),
    ("swaziland", "SZ"),
    ("the bahamas", "BS"),
    ("the democratic republic of the congo", "CD"),
    ("the gambia", "GM"),
];

/// The last part of a location in a list export.
const CONTINENTS: [&str; 7] =
    ["Africa", "Antarctica", "Asia", "Europe", "North America", "Oceania", "South America"];

/// The country of three letters, past or present; none for groups of countries and
/// codes that stand for no place.
pub(super) fn by_code(geographies: &Geographies, text: &str) -> Option<GeoCode> {
    geographies.by_iso3(text).filter(|geography| is_country(geography)).map(|found| found.code)
}

fn is_country(geography: &Geography) -> bool {
    matches!(geography.kind, GeoKind::Country | GeoKind::Historical)
}

/// The country that a cell names. An empty cell is a country not known; what is no
/// country is noted and kept as one not known.
pub(super) fn country<T>(cache: &mut GeoCache<'_>, cell: &[u8], out: &mut Out<T>) -> GeoCode {
    if cell.is_empty() {
        return unknown();
    }
    cache.get(cell).unwrap_or_else(|| {
        out.note("unknown-country");
        unknown()
    })
}

/// Countries by English name.
#[derive(Debug)]
pub(super) struct CountryNames(BTreeMap<String, GeoCode>);

impl CountryNames {
    /// The names of `geographies` and Crunchbase's own.
    pub(super) fn new(geographies: &Geographies) -> Self {
        let mut names = BTreeMap::new();
        for (name, code) in SPELLINGS {
            if let Some(geography) = geographies.by_code(code) {
                names.insert(name.to_owned(), geography.code);
            }
        }
        for geography in geographies.of_kind(GeoKind::Country) {
            for name in geography.imf_names.iter().chain([&geography.names.en]) {
                names.insert(name.to_lowercase(), geography.code);
            }
        }
        Self(names)
    }

    /// The country called `name`, whatever stands in brackets behind it:
    /// `Luxembourg (Country)`.
    pub(super) fn find(&self, name: &str) -> Option<GeoCode> {
        let name = name.split_once('(').map_or(name, |(before, _)| before);
        self.0.get(&name.trim().to_lowercase()).copied()
    }
}

/// The country within `City, Region, Country, Continent`; parts may be missing.
pub(super) fn country_of(location: &str) -> &str {
    let mut parts = location.rsplit(',').map(str::trim);
    let last = parts.next().unwrap_or_default();
    if CONTINENTS.contains(&last) { parts.next().unwrap_or_default() } else { last }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::geographies;

    #[test]
    fn the_country_stands_before_the_continent() {
        for (location, country) in [
            ("Toronto, Ontario, Canada, North America", "Canada"),
            ("Luxembourg, Luxembourg (Country), Europe", "Luxembourg (Country)"),
            ("Belgium, Europe", "Belgium"),
            ("Ghent, Belgium", "Belgium"),
            ("Europe", ""),
            ("", ""),
        ] {
            assert_eq!(country_of(location), country, "{location}");
        }
    }

    #[test]
    fn every_spelling_of_its_own_is_a_country() {
        let names = CountryNames::new(geographies());
        for (name, code) in SPELLINGS {
            assert_eq!(names.find(name).as_deref(), Some(code), "{name}");
        }
        assert_eq!(names.find("Luxembourg (Country)").as_deref(), Some("LU"));
        assert_eq!(names.find("South Korea").as_deref(), Some("KR"));
        assert_eq!(names.find("United States").as_deref(), Some("US"));
        assert_eq!(names.find("Northern Cyprus"), None);
    }

    #[test]
    fn codes_of_three_letters() {
        assert_eq!(by_code(geographies(), "ROM").as_deref(), Some("RO"));
        assert_eq!(by_code(geographies(), "BHS").as_deref(), Some("BS"));
        assert_eq!(by_code(geographies(), "W00"), None);
        assert_eq!(by_code(geographies(), "SF Bay Area"), None);
    }
}
