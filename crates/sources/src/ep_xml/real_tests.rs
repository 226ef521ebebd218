#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use sextant_query::Scheme;

use crate::testing::{Kept, read_file, shared};
use crate::{TextPart, source};

/// Filing year, earliest filing year, granted, applicants, their countries, inventors,
/// IPC, CPC, length of the English abstract; counted with another XML library.
type Held = (u16, u16, bool, usize, &'static str, usize, usize, usize, usize);

const FILES: [(&str, i64, Held); 33] = [
    ("v1-0-A1", 1_963_450, (2001, 2000, false, 1, "JP", 2, 2, 0, 440)),
    ("v1-0-A2", 2_019_404, (2002, 2001, false, 1, "DE", 1, 1, 0, 0)),
    ("v1-0-B1", 2_779_063, (2002, 2001, true, 1, "CA", 2, 2, 0, 0)),
    ("v1-0-B2", 96_939_832, (1996, 1995, true, 1, "DE", 3, 5, 0, 0)),
    ("v1-01-A1", 4_768_329, (2004, 2003, false, 2, "GBGB", 2, 1, 0, 0)),
    ("v1-01-A2", 4_794_205, (2004, 2003, false, 1, "US", 1, 1, 0, 0)),
    ("v1-1-A1", 78_100_007, (1978, 1977, false, 1, "DE", 4, 4, 0, 0)),
    ("v1-1-A2", 4_795_906, (2004, 2004, false, 1, "US", 1, 1, 0, 0)),
    ("v1-1-B1", 98_948_476, (1998, 1997, true, 1, "US", 1, 3, 0, 0)),
    ("v1-1-B2", 91_121_229, (1991, 1991, true, 1, "US", 2, 2, 0, 0)),
    ("v1-2-A1", 6_381_048, (2006, 2006, false, 1, "ES", 1, 3, 0, 642)),
    ("v1-2-A2", 7_012_363, (2007, 2006, false, 1, "DE", 1, 2, 0, 0)),
    ("v1-2-B1", 92_922_494, (1992, 1991, true, 1, "DE", 7, 4, 0, 0)),
    ("v1-2-B2", 90_308_718, (1990, 1989, true, 1, "US", 3, 1, 0, 0)),
    ("v1-3-A1", 7_704_233, (2007, 2006, false, 1, "CH", 2, 1, 0, 0)),
    ("v1-3-A2", 7_738_344, (2007, 2006, false, 1, "JP", 3, 2, 0, 723)),
    ("v1-3-B1", 4_777_385, (2004, 2003, true, 1, "US", 1, 1, 0, 0)),
    ("v1-3-B2", 3_721_225, (2003, 2002, true, 1, "SE", 1, 1, 0, 0)),
    ("v1-4-A1-1", 92_900_624, (1991, 1990, false, 1, "GB", 2, 5, 0, 0)),
    ("v1-4-A1", 8_018_756, (2008, 2007, false, 1, "TW", 1, 2, 0, 673)),
    ("v1-4-A2", 9_007_746, (2009, 2008, false, 1, "DE", 3, 1, 0, 0)),
    ("v1-4-B1", 91_302_636, (1991, 1990, true, 1, "JP", 4, 2, 0, 0)),
    ("v1-4-B2", 2_776_152, (2002, 2001, true, 1, "IL", 4, 5, 0, 0)),
    ("v1-5-1-A1-1", 21_741_385, (2021, 2020, false, 1, "US", 4, 3, 9, 0)),
    ("v1-5-1-A1-2", 18_867_314, (2018, 2018, false, 1, "JP", 2, 1, 15, 1110)),
    ("v1-5-1-A1", 19_883_405, (2019, 2018, false, 1, "JP", 4, 14, 15, 552)),
    ("v1-5-1-A2", 21_165_049, (2018, 2017, false, 1, "US", 7, 2, 7, 977)),
    ("v1-5-1-B1", 16_849_316, (2016, 2015, true, 1, "US", 2, 5, 0, 0)),
    ("v1-5-1-B2", 13_196_195, (2012, 2011, true, 1, "DE", 4, 1, 1, 0)),
    ("v1-5-A1", 18_877_305, (2018, 2018, false, 2, "CNCN", 3, 2, 0, 447)),
    ("v1-5-A2", 19_766_069, (2019, 2018, false, 1, "GB", 6, 21, 0, 0)),
    ("v1-5-B1", 17_171_508, (2017, 2017, true, 1, "CH", 2, 2, 0, 0)),
    ("v1-5-B2", 13_189_031, (2013, 2012, true, 1, "DE", 2, 3, 0, 0)),
];

const EUROPEAN: i64 = 151_000_000_000_000;

fn read(name: &str) -> Option<Kept> {
    let path = shared(&format!("patents/ep-xml/{name}.xml"))?;
    assert!(source("ep-xml").unwrap().wants(&path), "{name}");
    assert!(!source("docdb").unwrap().wants(&path), "{name}");
    let (report, kept) = read_file("ep-xml", &path).unwrap();
    assert_eq!((report.rows_read, kept.bad.len()), (1, 0), "{name}: {:?}", kept.bad);
    Some(kept)
}

fn found(kept: &Kept) -> Held {
    let row = kept.applications[0];
    let applicants = kept.parties.iter().filter(|row| row.applicant > 0);
    let country = |id: i64| kept.persons.iter().find(|who| who.person == id).unwrap().country;
    let countries: String = applicants.clone().map(|row| country(row.person).to_string()).collect();
    let symbols = |scheme| kept.classes.iter().filter(|row| row.scheme == scheme).count();
    let length = kept.texts.iter().find(|row| row.part == TextPart::Abstract);
    (
        row.filing_year.unwrap(),
        row.earliest_filing_year.unwrap(),
        row.granted,
        applicants.count(),
        countries.leak(),
        kept.parties.iter().filter(|row| row.inventor > 0).count(),
        symbols(Scheme::Ipc),
        symbols(Scheme::Cpc),
        length.map_or(0, |row| row.text.chars().count()),
    )
}

#[test]
fn real_files_of_every_version_hold_what_another_library_counts() {
    for (name, number, held) in FILES {
        let Some(kept) = read(name) else { return };
        let row = kept.applications[0];
        assert_eq!((row.application, row.docdb_family), (EUROPEAN + number, EUROPEAN + number));
        assert_eq!(found(&kept), held, "{name}");
        assert_eq!(kept.texts[0].part, TextPart::Title, "{name}");
    }
}

#[test]
fn real_files_are_all_known() {
    let Some(folder) = shared("patents/ep-xml") else { return };
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), FILES.len());
}

#[test]
fn real_applications_name_the_international_one_that_they_entered_from() {
    for (name, international) in [
        ("v1-0-A1", 286_002_001_007_711), // JP0107711
        ("v1-1-B1", 586_001_998_019_910), // US9819910
        ("v1-5-A2", 245_002_019_055_382), // IB2019055382
        ("v1-5-B2", 0),
    ] {
        let Some(kept) = read(name) else { return };
        assert_eq!(kept.applications[0].international, international, "{name}");
    }
}

#[test]
fn real_titles_are_the_english_ones() {
    for (name, title) in [
        ("v1-1-A2", "SYSTEMS FOR UNIFYING HETEROGENEOUS MULTIMEDIA TUNERS"),
        ("v1-2-A2", "Chipboard screw"),
        ("v1-5-1-B1", "SCREW-TYPE CLOSURE SYSTEMS WITH MAGNETIC FEATURE"),
    ] {
        let Some(kept) = read(name) else { return };
        assert_eq!(kept.texts[0].text, title);
    }
}

#[test]
fn real_symbols_of_early_editions() {
    let Some(kept) = read("v1-1-A1") else { return };
    let symbols: Vec<String> = kept.classes.iter().map(|row| row.symbol.to_string()).collect();
    assert_eq!(symbols, ["C07D 307/12", "C07D 407/12", "C07D 307/42", "A01N 43/08"]);
}
