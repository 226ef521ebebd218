//! Places by name and by code.

use std::collections::BTreeMap;

use sextant_definitions::{GeoCode, GeoKind, Geographies, Geography};

/// Finds places by their English names.
pub(super) struct Names {
    names: BTreeMap<String, (GeoCode, GeoKind)>,
}

impl Names {
    pub(super) fn new(geographies: &Geographies) -> Self {
        let mut names = BTreeMap::new();
        // The usual name of one place may be an IMF spelling of another: it comes first.
        for geography in geographies.all() {
            names.insert(geography.names.en.clone(), (geography.code, geography.kind));
        }
        for geography in geographies.all() {
            for name in &geography.imf_names {
                names.entry(name.clone()).or_insert((geography.code, geography.kind));
            }
        }
        Self { names }
    }

    /// A country of today or of the past, or the world.
    pub(super) fn find(&self, name: &str) -> Option<(GeoCode, GeoKind)> {
        self.names.get(name).copied()
    }
}

/// A country by the two letters of patent offices, in a year. Up to 1992 `CS` was
/// Czechoslovakia, later Serbia and Montenegro.
pub(super) fn by_letters(geographies: &Geographies, text: &str, year: u16) -> Option<GeoCode> {
    let found = match text {
        "CS" if year <= 1992 => geographies.by_code("CSHH"),
        _ => geographies.by_iso2(text),
    };
    found.filter(|geography| is_country(geography)).map(|geography| geography.code)
}

fn is_country(geography: &Geography) -> bool {
    matches!(geography.kind, GeoKind::Country | GeoKind::Historical)
}
