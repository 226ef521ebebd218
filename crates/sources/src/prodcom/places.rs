//! Who declares: letters in DS-059358, numbers in DS-056120.

use sextant_definitions::{GeoCode, GeoKind, Geographies};

use crate::read::{Fault, GeoCache, unknown_country, whole};

/// Numbers of the Geonomenclature under which DS-056120 keeps the declaring
/// countries, with the letters of Eurostat.
const COUNTRIES: [(u32, &str); 36] = [
    (1, "FR"),
    (3, "NL"),
    (4, "DE"),
    (5, "IT"),
    (6, "GB"),
    (7, "IE"),
    (8, "DK"),
    (9, "GR"),
    (10, "PT"),
    (11, "ES"),
    (17, "BE"),
    (18, "LU"),
    (24, "IS"),
    (28, "NO"),
    (30, "SE"),
    (32, "FI"),
    (38, "AT"),
    (46, "MT"),
    (52, "TR"),
    (53, "EE"),
    (54, "LV"),
    (55, "LT"),
    (60, "PL"),
    (61, "CZ"),
    (63, "SK"),
    (64, "HU"),
    (66, "RO"),
    (68, "BG"),
    (70, "AL"),
    (91, "SI"),
    (92, "HR"),
    (93, "BA"),
    (96, "MK"),
    (97, "ME"),
    (98, "RS"),
    (600, "CY"),
];

/// The number of the EU27 of 2020.
const EU27: u32 = 2027;
/// Numbers of the unions of 15, 25, 27 (2007) and 28 countries.
const OTHER_UNIONS: [u32; 4] = [1110, 1111, 1112, 2028];

/// A lookup of declaring places. Groups of countries other than the EU27 are
/// remembered under an empty code.
pub(super) fn cache(geographies: &Geographies) -> GeoCache<'_> {
    GeoCache::new(|text| find(geographies, text))
}

/// The declaring place.
///
/// # Errors
/// `other-aggregate` for groups of countries other than the EU27, which overlap with
/// it; `unknown-country`.
pub(super) fn place(cache: &mut GeoCache<'_>, cell: &[u8]) -> Result<GeoCode, Fault> {
    match cache.get(cell) {
        Some(code) if code.is_empty() => Err(Fault::LeftOut("other-aggregate")),
        Some(code) => Ok(code),
        None => Err(unknown_country(cell, "reporter", "a declaring country of Prodcom")),
    }
}

fn find(geographies: &Geographies, text: &str) -> Option<GeoCode> {
    let Some(number) = whole(text.as_bytes()) else {
        return by_letters(geographies, text);
    };
    match number {
        EU27 => by_letters(geographies, "EU27_2020"),
        _ if OTHER_UNIONS.contains(&number) => Some(GeoCode::new()),
        _ => {
            let (_, letters) = COUNTRIES.iter().find(|(known, _)| *known == number)?;
            by_letters(geographies, letters)
        }
    }
}

fn by_letters(geographies: &Geographies, text: &str) -> Option<GeoCode> {
    // Titles such as EU27TOTALS_2020 stand for the code in older extracts.
    let plain = text.replace("TOTALS", "");
    let Some(geography) = geographies.by_eurostat(&plain) else {
        let union = plain.starts_with("EU") || plain.starts_with("EA");
        return (union && plain.len() > 2).then(GeoCode::new);
    };
    match geography.kind {
        GeoKind::Country | GeoKind::Historical => Some(geography.code),
        GeoKind::Aggregate if geography.code.as_str() == "EU27" => Some(geography.code),
        GeoKind::Aggregate | GeoKind::World => Some(GeoCode::new()),
        GeoKind::Unspecified => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::geographies;

    fn found(cell: &str) -> Result<String, &'static str> {
        match place(&mut cache(geographies()), cell.as_bytes()) {
            Ok(code) => Ok(code.to_string()),
            Err(Fault::LeftOut(reason) | Fault::Bad { reason, .. }) => Err(reason),
        }
    }

    #[test]
    fn letters_and_numbers_name_the_same_places() {
        for (cell, code) in [
            ("BE", "BE"),
            ("017", "BE"),
            ("17", "BE"),
            ("GR", "GR"),
            ("EL", "GR"),
            ("009", "GR"),
            ("UK", "GB"),
            ("006", "GB"),
            ("600", "CY"),
            ("EU27_2020", "EU27"),
            ("EU27TOTALS_2020", "EU27"),
            ("2027", "EU27"),
        ] {
            assert_eq!(found(cell), Ok(code.to_owned()), "{cell}");
        }
    }

    #[test]
    fn other_unions_are_left_out_and_unknown_places_refused() {
        for cell in ["EU28", "EU27_2007", "EU25", "EU15TOTALS", "EA19", "EA12", "1112", "2028"] {
            assert_eq!(found(cell), Err("other-aggregate"), "{cell}");
        }
        for cell in ["", "QQ", "999", "EU", "ZZ", "Belgium"] {
            let reason = if cell == "EU" { "other-aggregate" } else { "unknown-country" };
            assert_eq!(found(cell), Err(reason), "{cell}");
        }
    }

    #[test]
    fn every_number_is_a_country_of_its_own() {
        let mut codes: Vec<_> = COUNTRIES
            .iter()
            .map(|(number, letters)| {
                assert_eq!(found(&format!("{number:03}")), Ok((*letters).to_owned()));
                letters
            })
            .collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), COUNTRIES.len());
        assert!(geographies().eu27().iter().all(|code| codes.contains(&&code.as_str())));
    }
}
