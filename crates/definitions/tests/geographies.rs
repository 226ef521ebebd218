//! Every spelling of every source leads to the right place.

mod support;

use sextant_definitions::{Definitions, GeoKind, Geographies, Geography, Lang};
use support::{distinct, shared};

fn geographies() -> Geographies {
    Definitions::builtin().expect("the builtin loads").geographies
}

fn code(geography: Option<&Geography>) -> &str {
    geography.map_or("nothing", |geography| geography.code.as_str())
}

#[test]
fn comtrade_has_its_own_codes() {
    let geographies = geographies();
    let expected = [
        (0, "WORLD"),
        (56, "BE"),
        (58, "BLEU"),
        (97, "EU"),
        (156, "CN"),
        (158, "TW"),
        (200, "CSHH"),
        (203, "CZ"),
        (250, "FR"),
        (251, "FR"),
        (276, "DE"),
        (278, "DDDE"),
        (280, "DE1990"),
        (344, "HK"),
        (356, "IN"),
        (381, "nothing"),
        (412, "XK"),
        (490, "TW"),
        (492, "ZZ"),
        (516, "NA"),
        (530, "ANHH"),
        (579, "NO"),
        (697, "ZZ"),
        (699, "IN"),
        (711, "SACU"),
        (729, "SD"),
        (736, "SD2011"),
        (757, "CH"),
        (810, "SUHH"),
        (837, "ZZ"),
        (840, "US"),
        (841, "US1980"),
        (842, "US"),
        (890, "YUCS"),
        (891, "CSXX"),
        (899, "ZZ"),
        (975, "ASEAN"),
    ];
    for (number, place) in expected {
        assert_eq!(code(geographies.by_comtrade(number)), place, "Comtrade {number}");
    }
}

#[test]
fn letters_as_sources_write_them() {
    let geographies = geographies();
    for (text, place) in [("NA", "NA"), ("EU", "EU"), ("CS", "CSXX"), ("BE", "BE"), ("", "nothing")]
    {
        assert_eq!(code(geographies.by_iso2(text)), place, "two letters {text}");
    }
    let three = [
        ("NAM", "NA"),
        ("BEL", "BE"),
        ("S19", "TW"),
        ("TWN", "TW"),
        ("W00", "WORLD"),
        ("R20", "ZZ"),
        ("_X ", "ZZ"),
        ("X1 ", "ZZ"),
        ("E19", "ZZ"),
        ("SCG", "CSXX"),
        ("ANT", "ANHH"),
        ("ZA1", "SACU"),
        ("_KS", "XK"),
        ("DEU", "DE"),
        ("QQQ", "nothing"),
    ];
    for (text, place) in three {
        assert_eq!(code(geographies.by_iso3(text)), place, "three letters {text}");
    }
}

#[test]
fn eurostat_writes_greece_and_britain_in_two_ways() {
    let geographies = geographies();
    let expected = [
        ("EL", "GR"),
        ("GR", "GR"),
        ("UK", "GB"),
        ("GB", "GB"),
        ("XI", "XI"),
        ("XK", "XK"),
        ("XS", "RS"),
        ("WORLD", "WORLD"),
        ("EU27_2020", "EU27"),
        ("EXT_EU27_2020", "EXT-EU27"),
        ("INT_EU27_2020", "INT-EU27"),
        ("EU28", "EU28"),
        ("QV", "ZZ"),
        ("NA", "NA"),
        ("EU27", "nothing"),
    ];
    for (text, place) in expected {
        assert_eq!(code(geographies.by_eurostat(text)), place, "Eurostat {text}");
    }
    let nuts = |code: &str| geographies.by_code(code).and_then(|g| g.nuts.clone());
    assert_eq!(nuts("GR").as_deref(), Some("EL"));
    assert_eq!(nuts("GB").as_deref(), Some("UK"));
    assert_eq!(nuts("BE").as_deref(), Some("BE"));
}

#[test]
fn the_imf_has_names_of_its_own() {
    let geographies = geographies();
    let expected = [
        ("China, P.R.: Mainland", "CN"),
        ("North Macedonia, Republic of ", "MK"),
        ("Other Asia, nes", "TW"),
        ("Fmr Sudan", "SD2011"),
        ("Belgium-Luxembourg", "BLEU"),
        ("South African Common Customs Area (SACCA)", "SACU"),
        ("World", "WORLD"),
        ("Atlantis", "nothing"),
    ];
    for (name, place) in expected {
        assert_eq!(code(geographies.by_imf_name(name)), place, "{name}");
    }
}

#[test]
fn eu27_has_27_members() {
    let geographies = geographies();
    assert_eq!(geographies.eu27().len(), 27);
    for member in geographies.eu27() {
        let geography = geographies.by_code(member).expect("a member exists");
        assert_eq!(geography.kind, GeoKind::Country);
        assert!(geography.nuts.is_some(), "{member} has a NUTS spelling");
    }
    assert!(geographies.is_eu27("HR") && geographies.is_eu27("GR"));
    assert!(!geographies.is_eu27("GB") && !geographies.is_eu27("EL"));
}

#[test]
fn former_countries_have_an_end() {
    let geographies = geographies();
    for geography in geographies.of_kind(GeoKind::Historical) {
        let last = geography.to.expect("a former country has a last year");
        assert!((1960..=2011).contains(&last), "{}", geography.code);
        assert!(geography.from.is_none_or(|first| first <= last), "{}", geography.code);
    }
    assert_eq!(geographies.by_code("BLEU").and_then(|g| g.to), Some(1998));
    assert_eq!(geographies.by_code("BE").and_then(|g| g.from), Some(1999));
}

#[test]
fn every_place_has_a_name_in_every_language() {
    let geographies = geographies();
    for geography in geographies.all() {
        for lang in Lang::ALL {
            let name = geography.names.get(lang);
            assert!(!name.trim().is_empty(), "{} in {lang}", geography.code);
            assert!(!name.contains(['’', '‘']), "{name}: straight apostrophes");
        }
        let chinese = geography.names.get(Lang::Zh);
        let written = chinese.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        assert!(written || geography.code.as_str() == "ASEAN", "{chinese}");
    }
}

#[test]
fn names_are_distinct() {
    let geographies = geographies();
    for lang in Lang::ALL {
        let mut names: Vec<&str> = geographies.all().iter().map(|g| g.names.get(lang)).collect();
        names.sort_unstable();
        let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{lang}: {twice:?}");
    }
}

#[test]
fn real_comtrade_codes_all_lead_somewhere() {
    let Some(shared) = shared() else { return };
    let geographies = geographies();
    let mut seen = 0;
    for file in ["reporter.csv", "partner.csv"] {
        for row in distinct(&shared.join("trade/comtrade").join(file), &["id", "country", "iso_3"])
        {
            let number: u16 = row[0].parse().expect("a number");
            let place = geographies.by_comtrade(number);
            assert!(place.is_some(), "{file}: {row:?}");
            assert!(geographies.by_iso3(&row[2]).is_some(), "{file}: {row:?} by letters");
            seen += 1;
        }
    }
    assert_eq!(seen, 255 + 310);
}

#[test]
fn real_comtrade_rows_all_lead_somewhere() {
    let Some(shared) = shared() else { return };
    let geographies = geographies();
    for file in ["eu27_imports_wood_2018_2022.csv.gz", "eu27_imports_wood_world_2018_2022.csv.gz"] {
        let path = shared.join("trade/comtrade").join(file);
        for row in distinct(&path, &["reporter_iso", "reporter_desc"]) {
            assert!(geographies.is_eu27(code(geographies.by_iso3(&row[0]))), "{row:?}");
        }
        for row in distinct(&path, &["partner_iso", "partner_desc"]) {
            assert!(geographies.by_iso3(&row[0]).is_some(), "{file}: {row:?}");
        }
    }
}

#[test]
fn real_baci_codes_all_lead_somewhere() {
    let Some(shared) = shared() else { return };
    let geographies = geographies();
    let folder = shared.join("trade/baci");
    let columns = ["country_code", "country_iso2", "country_iso3"];
    let rows = distinct(&folder.join("country_codes_V202501.csv"), &columns);
    assert_eq!(rows.len(), 238);
    for row in rows {
        let number: u16 = row[0].parse().expect("a number");
        let place = geographies.by_baci(number).expect("every code leads somewhere");
        // Where the numbers are those of today, the letters lead to the same place.
        if place.kind == GeoKind::Country {
            assert_eq!(code(geographies.by_iso3(&row[2])), place.code.as_str(), "{row:?}");
        }
    }
    let trade = folder.join("BACI_HS02_Y2002_green_subset.csv.gz");
    for column in ["exporter", "importer"] {
        for row in distinct(&trade, &[column]) {
            assert!(geographies.by_iso3(&row[0]).is_some(), "{column} {row:?}");
        }
    }
}

#[test]
fn real_imf_rows_all_lead_somewhere() {
    let Some(shared) = shared() else { return };
    let geographies = geographies();
    let path = shared.join("trade/imf-lct/Trade_in_Low_Carbon_Technology_Products.csv");
    let rows = distinct(&path, &["Country", "ISO2", "ISO3"]);
    assert_eq!(rows.len(), 210);
    for row in rows {
        let by_name = code(geographies.by_imf_name(&row[0]));
        assert_ne!(by_name, "nothing", "{row:?}");
        if !row[2].is_empty() {
            assert_eq!(by_name, code(geographies.by_iso3(&row[2])), "{row:?}");
            assert_eq!(by_name, code(geographies.by_iso2(&row[1])), "{row:?}");
        }
    }
}

#[test]
fn real_comext_rows_all_lead_somewhere() {
    let Some(shared) = shared() else { return };
    let geographies = geographies();
    let files = [
        "06_trade_sa_plastic.csv",
        "07_trade_sa_paper.csv",
        "CN_35069110.csv.gz",
        "CN_85235910.csv.gz",
        "CN_85235990.csv.gz",
    ];
    for file in files {
        for row in distinct(&shared.join("trade/comext").join(file), &["reporter", "partner"]) {
            assert!(geographies.is_eu27(code(geographies.by_eurostat(&row[0]))), "{row:?}");
            assert!(geographies.by_eurostat(&row[1]).is_some(), "{row:?}");
        }
    }
}
