#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use sextant_query::Scheme;

use crate::testing::{Kept, read_file, shared};
use crate::{FileReport, PatentApplication, TextPart, source};

/// What a file holds, counted with another XML library.
struct Held {
    file: &'static str,
    applications: usize,
    /// Title and abstract in English.
    texts: usize,
    applicants: usize,
    inventors: usize,
    ipc: usize,
    cpc: usize,
    /// Country of the first applicant.
    country: &'static str,
}

const FILES: [Held; 5] = [
    held("AP-1206-A_302101161.xml", [1, 2, 1, 2, 18, 8], "US"),
    held("DE-backfile.xml", [10, 0, 13, 18, 13, 23], "ZZ"),
    held("WO-2022259205-A1_544370561.xml", [1, 2, 1, 8, 11, 16], "PT"),
    held("WO-2023012807-A1_507242069.xml", [1, 2, 1, 2, 4, 9], "IL"),
    held("YU-6701-A_381353354.xml", [1, 2, 1, 3, 39, 64], "US"),
];

const fn held(file: &'static str, counts: [usize; 6], country: &'static str) -> Held {
    let [applications, texts, applicants, inventors, ipc, cpc] = counts;
    Held { file, applications, texts, applicants, inventors, ipc, cpc, country }
}

fn read(file: &str) -> Option<(FileReport, Kept)> {
    let path = shared(&format!("patents/docdb-xml/{file}"))?;
    assert!(source("docdb").unwrap().wants(&path), "{file}");
    assert!(!source("ep-xml").unwrap().wants(&path), "{file}");
    Some(read_file("docdb", &path).unwrap())
}

fn application(file: &str) -> Option<PatentApplication> {
    read(file).map(|(_, kept)| kept.applications[0])
}

#[test]
fn real_files_hold_what_another_library_counts() {
    for held in &FILES {
        let Some((_, kept)) = read(held.file) else { return };
        let file = held.file;
        assert_eq!(kept.bad, [], "{file}");
        assert_eq!(kept.applications.len(), held.applications, "{file}");
        assert_eq!(kept.texts.len(), held.texts, "{file}");
        let parties = |of: fn(&crate::PatentParty) -> u16| {
            kept.parties.iter().filter(|row| of(row) > 0).count()
        };
        assert_eq!(parties(|row| row.applicant), held.applicants, "{file}");
        assert_eq!(parties(|row| row.inventor), held.inventors, "{file}");
        let symbols = |scheme| kept.classes.iter().filter(|row| row.scheme == scheme).count();
        assert_eq!((symbols(Scheme::Ipc), symbols(Scheme::Cpc)), (held.ipc, held.cpc), "{file}");
        assert_eq!(kept.persons[0].country.as_str(), held.country, "{file}");
    }
}

#[test]
fn real_application_that_entered_from_an_international_one() {
    let Some(row) = application(FILES[0].file) else { return };
    assert_eq!((row.application, row.docdb_family), (470_406, 22_179_393));
    assert_eq!((row.office.as_str(), row.kind.as_str()), ("AP", "A"));
    assert_eq!((row.pct, row.international), (false, 47_398_242));
    assert_eq!((row.filing_year, row.earliest_filing_year), (Some(1998), Some(1998)));
    assert!(row.granted);
}

#[test]
fn real_international_applications() {
    for (file, office, number, family, years) in [
        (FILES[2].file, "IB", 574_950_146, 82_558_028, (2022, 2021)),
        (FILES[3].file, "IL", 577_915_875, 83_004_620, (2022, 2021)),
    ] {
        let Some(row) = application(file) else { return };
        assert_eq!((row.application, row.docdb_family), (number, family));
        assert_eq!((row.office.as_str(), row.kind.as_str(), row.pct), (office, "W", true));
        assert_eq!((row.filing_year, row.earliest_filing_year), (Some(years.0), Some(years.1)));
        assert!(!row.granted);
    }
}

#[test]
fn real_backfile() {
    let Some((report, kept)) = read(FILES[1].file) else { return };
    assert_eq!(report.edition.as_deref(), Some("2024-02-18"));
    assert_eq!(report.rows_left_out.get("text-in-other-language"), Some(&10));
    let row = kept.applications[2];
    assert_eq!((row.application, row.docdb_family), (12_078_485, 22_421_564));
    assert_eq!((row.filing_year, row.earliest_filing_year), (Some(1962), Some(1961)));
    // Published as examined and without grant, as `B` meant then.
    assert!(kept.applications.iter().all(|row| !row.granted));
    // Symbols filed in the fixed layout without a blank before four digits.
    let first = kept.applications[0].application;
    let symbols: Vec<String> = kept
        .classes
        .iter()
        .filter(|row| row.application == first)
        .map(|row| row.symbol.to_string())
        .collect();
    assert_eq!(symbols[..3], ["F02M 41/12", "F02M 59/34", "F02M 59/36"]);
    assert!(symbols.contains(&"F02M 2700/1358".to_owned()));
    // Four applicants, three of them inventors too.
    let four = kept.applications[6].application;
    let roles: Vec<(u16, u16)> = kept
        .parties
        .iter()
        .filter(|row| row.application == four)
        .map(|row| (row.applicant, row.inventor))
        .collect();
    assert_eq!(roles.iter().filter(|(applicant, _)| *applicant > 0).count(), 4);
}

#[test]
fn real_texts_are_the_english_ones() {
    for (file, start, end) in [
        (FILES[2].file, "SELF-EMULSIFYING COMPOSITION", "USES THEREOF"),
        (FILES[4].file, "TRICYCLIC SULFONAMIDES", "MATRIX METALLOPROTEINASES"),
    ] {
        let Some((_, kept)) = read(file) else { return };
        let title = &kept.texts[0];
        assert_eq!(title.part, TextPart::Title);
        assert!(title.text.starts_with(start) && title.text.ends_with(end), "{}", title.text);
    }
}
