use std::collections::BTreeMap;
use std::fmt::Write;

use proptest::prelude::*;
use sextant_query::Scheme;

use crate::testing::{
    Kept, failure, geographies, gzip, read_file, read_text, read_with, shared, written, zip,
};
use crate::{FileReport, ReadOptions, TextPart, source};

const TLS201: &str = "appln_id,appln_auth,appln_nr,appln_kind,appln_filing_date,appln_filing_year,ipr_type,receiving_office,internat_appln_id,earliest_filing_date,earliest_filing_year,docdb_family_id,inpadoc_family_id,granted\n";
const TLS206: &str = "person_id,person_name,person_ctry_code,nuts,nuts_level,psn_name,psn_sector\n";

fn read(name: &str, text: &str) -> (FileReport, Kept) {
    read_text("patstat", name, text).unwrap()
}

fn reasons(kept: &Kept) -> Vec<(u64, &str)> {
    kept.bad.iter().map(|bad| (bad.line, bad.reason)).collect()
}

fn count(counts: &BTreeMap<String, u64>, reason: &str) -> u64 {
    counts.get(reason).copied().unwrap_or_default()
}

#[test]
fn the_test_family_is_one_with_a_pct_application() {
    let rows = "45574554,WO,2006000001,W ,2006-01-03,2006,PI,JP,0,2005-01-06,2005,23307812,7,N\n\
        45574555,EP,06700001, A,2006-01-03,2006,PI,  ,45574554,2005-01-06,2005,23307812,7,Y\n\
        45574556,TW,95100001,A ,2006-01-02,2006,PI,  ,0,2005-01-06,2005,23307812,7,N\n";
    let (report, kept) = read("tls201_part01.csv", &format!("{TLS201}{rows}"));
    assert_eq!((report.rows_read, report.rows_kept), (3, 3));
    let [pct, ep, tw] = kept.applications.as_slice() else { panic!("{:?}", kept.applications) };
    assert_eq!((pct.application, pct.office.as_str(), pct.kind.as_str()), (45_574_554, "WO", "W"));
    assert!(pct.pct && !ep.pct && !tw.pct);
    assert!(!pct.granted && ep.granted);
    assert_eq!((pct.international, ep.international), (0, 45_574_554));
    assert_eq!((ep.filing_year, ep.earliest_filing_year), (Some(2006), Some(2005)));
    assert_eq!((ep.docdb_family, ep.inpadoc_family, ep.kind.as_str()), (23_307_812, 7, "A"));
}

#[test]
fn what_is_no_application_of_a_patent_is_left_out() {
    let rows = "1,EP,1,A,2011-05-30,2011,PI,,0,2011-05-30,2011,5,6,N\n\
        0,  ,,  ,9999-12-31,9999,  ,,0,9999-12-31,9999,0,0,N\n\
        900000001,US,1,D2,9999-12-31,9999,PI,,0,9999-12-31,9999,9,9,N\n\
        2,DE,1,U,2011-05-30,2011,UM,,0,2011-05-30,2011,5,6,N\n\
        3,US,1,F,2011-05-30,2011,DP,,0,2011-05-30,2011,5,6,N\n\
        4,US,1,A,2011-05-30,2011,PI,,0,2011-05-30,2011,0,0,N\n\
        5,US,1,A,9999-12-31,9999,PI,,0,9999-12-31,9999,8,0,N\n";
    let (report, kept) = read("tls201_appln.csv", &format!("{TLS201}{rows}"));
    let ids: Vec<i64> = kept.applications.iter().map(|row| row.application).collect();
    assert_eq!(ids, [1, 5]);
    assert_eq!(count(&report.rows_left_out, "artificial-application"), 2);
    assert_eq!(count(&report.rows_left_out, "not-a-patent"), 2);
    assert_eq!(count(&report.rows_left_out, "no-family"), 1);
    let undated = &kept.applications[1];
    assert_eq!((undated.filing_year, undated.earliest_filing_year), (None, None));
    assert_eq!(kept.bad, []);
}

#[test]
fn older_editions_have_dates_only_and_the_receiving_office_as_authority() {
    let text = "\u{feff}GRANTED;DOCDB_FAMILY_ID;EARLIEST_FILING_DATE;IPR_TYPE;APPLN_KIND;APPLN_AUTH;APPLN_ID\r\n\
        1;77;1999-12-31;PI;W ;JP;12\r\n0;78;9999-12-31;PI;A;NA;13\r\n";
    let (_, kept) = read("renamed.txt", text);
    let [pct, other] = kept.applications.as_slice() else { panic!("{:?}", kept.applications) };
    assert!(pct.pct && pct.granted && !other.granted);
    assert_eq!((pct.office.as_str(), pct.earliest_filing_year), ("JP", Some(1999)));
    assert_eq!((pct.filing_year, pct.inpadoc_family, pct.international), (None, 0, 0));
    assert_eq!((other.office.as_str(), other.earliest_filing_year), ("NA", None));
}

#[test]
fn bad_applications_are_quarantined() {
    let rows = "x,EP,1,A,,2011,PI,,0,,2011,5,6,N\n\
        2,EP,1,A,,2011,PI,,0,,3201,5,6,N\n\
        3,EUROPE,1,A,,2011,PI,,0,,2011,5,6,N\n\
        4,EP,1,A,,2011,PI,,0,,2011,5,6,maybe\n\
        5,EP,1,A,,2011,PI,,0,,2011,-5,6,N\n\
        6,EP,1,A,,2011,PI\n";
    let (report, kept) = read("tls201_part01.csv", &format!("{TLS201}{rows}"));
    assert_eq!(
        reasons(&kept),
        [
            (2, "bad-number"),
            (3, "bad-year"),
            (4, "bad-code"),
            (5, "bad-code"),
            (6, "bad-number"),
            (7, "wrong-field-count"),
        ]
    );
    assert_eq!((report.rows_read, report.rows_kept), (6, 0));
    assert!(kept.bad[1].detail.contains("earliest_filing_year holds the year 3201"));
}

#[test]
fn english_texts_are_kept_as_they_stand() {
    let text = "appln_id,appln_abstract_lg,appln_abstract\n\
        7,en,\" A \"\"smart\"\" window,\nwith two panes; see Fig. 1. \"\n\
        7,fr,\"Une fenêtre\"\n\
        8,  ,\"No language\"\n\
        9,EN,plain text\n\
        10,en,\"  \"\n\
        900000002,en,\"made up\"\n\
        11,en,\"cut\n";
    let (report, kept) = read("tls203_part01.csv", text);
    assert_eq!(kept.texts.len(), 2);
    assert_eq!((kept.texts[0].application, kept.texts[0].part), (7, TextPart::Abstract));
    assert_eq!(kept.texts[0].text, "A \"smart\" window,\nwith two panes; see Fig. 1.");
    assert_eq!((kept.texts[1].application, kept.texts[1].text.as_str()), (9, "plain text"));
    assert_eq!(count(&report.rows_left_out, "other-language"), 2);
    assert_eq!(count(&report.rows_left_out, "no-text"), 1);
    assert_eq!(count(&report.rows_left_out, "artificial-application"), 1);
    assert_eq!(reasons(&kept), [(9, "broken-quotes")]);

    let text =
        "appln_title;appln_id;appln_title_lg\n\"Window; \"\"smart\"\"\";7;en\nFenster;7;de\n";
    let (_, kept) = read("tls202_appln_title_part01.csv", text);
    assert_eq!(
        (kept.texts[0].part, kept.texts[0].text.as_str()),
        (TextPart::Title, "Window; \"smart\"")
    );
    assert_eq!(kept.texts.len(), 1);
}

#[test]
fn countries_of_persons() {
    let cells = [
        ("BE", "BE"),
        ("NA", "NA"),
        ("GR", "GR"),
        ("GB", "GB"),
        ("SU", "SUHH"),
        ("CS", "CSHH"),
        ("DD", "DDDE"),
        ("KR", "KR"),
        ("", "ZZ"),
        ("  ", "ZZ"),
        ("--", "ZZ"),
        (". ", "ZZ"),
        ("@@", "ZZ"),
        ("75", "ZZ"),
        ("EP", "ZZ"),
        ("WO", "ZZ"),
        ("XX", "ZZ"),
        ("W0", "ZZ"),
        ("UK", "ZZ"),
    ];
    let mut text = TLS206.to_owned();
    for (id, (cell, _)) in cells.iter().enumerate() {
        let _ = writeln!(text, "{id},Somebody,{cell},,9,,");
    }
    let (report, kept) = read("tls206_part01.csv", &text);
    let codes: Vec<&str> = kept.persons.iter().map(|row| row.country.as_str()).collect();
    assert_eq!(codes, cells.map(|(_, code)| code));
    assert_eq!(count(&report.rows_noted, "unknown-country"), 11);
    assert_eq!((report.rows_kept, kept.bad.len()), (19, 0));
}

#[test]
fn names_and_regions_of_persons() {
    let rows = "1,\"SOLVAY, S.A.\",BE,BE100,3,SOLVAY,COMPANY\n\
        2,\"O\"\"Neil\nJohn\",GB,UKI31,3,,\n\
        3,Papadopoulos,GR,EL30,2,  ,INDIVIDUAL\n\
        4,Nobody,FR,FR,0,,\n\
        5,Nobody,FR,FRXXX,9,,\n\
        6,Nobody,FR,,4,,\n\
        7,Nobody,FR,not a region,3,,\n\
        x,Nobody,FR,,,,\n";
    let (report, kept) = read("tls206_person.csv", &format!("{TLS206}{rows}"));
    let names: Vec<&str> = kept.persons.iter().map(|row| row.name.as_str()).take(3).collect();
    assert_eq!(names, ["SOLVAY", "O\"Neil\nJohn", "Papadopoulos"]);
    let regions: Vec<&str> = kept.persons.iter().map(|row| row.nuts.as_str()).collect();
    assert_eq!(regions, ["BE100", "UKI31", "EL30", "", "", "", ""]);
    let sectors: Vec<&str> = kept.persons.iter().map(|row| row.sector.as_str()).take(3).collect();
    assert_eq!(sectors, ["COMPANY", "", "INDIVIDUAL"]);
    assert_eq!((kept.persons[1].country.as_str(), kept.persons[2].country.as_str()), ("GB", "GR"));
    assert_eq!(count(&report.rows_noted, "unknown-region"), 1);
    assert_eq!(reasons(&kept), [(10, "bad-number")]);
}

#[test]
fn applicants_and_inventors() {
    let text = "person_id,appln_id,applt_seq_nr,invt_seq_nr\n1,10,1,0\n2,10,0,2\n3,0,1,1\n4,10,70000,0\n5,10,,1\n";
    let (report, kept) = read("tls207_part01.csv", text);
    let rows: Vec<(i64, i64, u16, u16)> = kept
        .parties
        .iter()
        .map(|row| (row.application, row.person, row.applicant, row.inventor))
        .collect();
    assert_eq!(rows, [(10, 1, 1, 0), (10, 2, 0, 2), (10, 5, 0, 1)]);
    assert_eq!(count(&report.rows_left_out, "artificial-application"), 1);
    assert_eq!(reasons(&kept), [(5, "bad-number")]);
}

#[test]
fn symbols_of_fixed_width() {
    let text = "appln_id,ipc_class_symbol,ipc_class_level,ipc_version,ipc_value,ipc_position,ipc_gener_auth\n\
        10,H01M   4/583,A,2006-01-01,I,F,EP\n\
        10,\"A61K  31/00\",A,2006-01-01,I,L,EP\n\
        10,H01M 4/,A,,,,\n\
        10,,A,,,,\n\
        900000009,H01M   4/583,A,,,,\n";
    let (report, kept) = read("tls209_part03.csv", text);
    let symbols: Vec<String> = kept.classes.iter().map(|row| row.symbol.to_string()).collect();
    assert_eq!(symbols, ["H01M 4/583", "A61K 31/00"]);
    assert!(kept.classes.iter().all(|row| row.scheme == Scheme::Ipc && row.application == 10));
    assert_eq!(reasons(&kept), [(4, "bad-symbol"), (5, "bad-symbol")]);
    assert_eq!(count(&report.rows_left_out, "artificial-application"), 1);

    let text = "appln_id,cpc_class_symbol\n11,Y02E  10/541\n11,G05B2219/39\n";
    let (_, kept) = read("tls224_part01.csv", text);
    let symbols: Vec<String> = kept.classes.iter().map(|row| row.symbol.to_string()).collect();
    assert_eq!(symbols, ["Y02E 10/541", "G05B 2219/39"]);
    assert!(kept.classes.iter().all(|row| row.scheme == Scheme::Cpc));
}

#[test]
fn industries_and_their_weights() {
    let text = "appln_id,nace2_code,weight\n10,26.5,0.25\n10,21,1\n10,26.51,1e-3\n10,26.,1\n10,C,1\n10,21,0\n10,21,1.1\n10,21,\n";
    let (_, kept) = read("tls229_appln_nace2.csv", text);
    let rows: Vec<(&str, f64)> =
        kept.industries.iter().map(|row| (row.nace.as_str(), row.weight)).collect();
    assert_eq!(rows, [("26.5", 0.25), ("21", 1.0), ("26.51", 0.001)]);
    let bad = ["bad-product-code", "bad-product-code", "bad-number", "bad-number", "bad-number"];
    assert_eq!(reasons(&kept).iter().map(|(_, reason)| *reason).collect::<Vec<_>>(), bad);
}

#[test]
fn the_header_tells_the_table_whatever_the_name() {
    let text = "appln_id,cpc_class_symbol\n11,Y02E  10/541\n";
    for name in ["tls201_part01.csv", "cpc.csv", "TLS224_APPLN_CPC_PART01.CSV"] {
        assert_eq!(read(name, text).1.classes.len(), 1, "{name}");
    }
}

#[test]
fn packed_parts_read_as_plain_ones() {
    let text = "appln_id,cpc_class_symbol\n11,Y02E  10/541\n";
    let other: (&str, &[u8]) = ("tls204_part01.csv", b"appln_id,prior_appln_id\n1,2\n");
    let member: (&str, &[u8]) = ("tls224_part01.csv", text.as_bytes());
    for (name, content) in [
        ("tls224_part01.csv.gz", gzip(text.as_bytes())),
        ("tls224_part01.zip", zip(&[other, member])),
    ] {
        let (_folder, path) = written(name, &content);
        assert!(source("patstat").unwrap().wants(&path), "{name}");
        let (report, kept) = read_file("patstat", &path).unwrap();
        assert_eq!((report.rows_read, kept.classes.len()), (1, 1), "{name}");
    }
}

#[test]
fn what_is_wanted_of_a_folder() {
    let patstat = source("patstat").unwrap();
    for (name, content, wanted) in [
        ("tls201_part01.csv", TLS201, true),
        ("tls201_appln_part01.csv", TLS201, true),
        ("persons.csv", TLS206, true),
        ("tls207_part01.csv", "something,else\n1,2\n", true),
        ("tls204_part01.csv", "appln_id,prior_appln_id,prior_appln_seq_nr\n", false),
        ("tls211_part01.csv", "pat_publn_id,publn_auth,appln_id\n", false),
        ("tls801_country.csv", "ctry_code,st3_name\n", false),
        ("README.md", "PATSTAT\n", false),
    ] {
        let (_folder, path) = written(name, content.as_bytes());
        assert_eq!(patstat.wants(&path), wanted, "{name}");
    }
    let other: &[(&str, &[u8])] = &[("tls204_part01.csv", b"appln_id,prior_appln_id\n1,2\n")];
    let (_folder, path) = written("tls204_part01.zip", &zip(other));
    assert!(!patstat.wants(&path));
    assert!(patstat.commits_each_file());
}

#[test]
fn files_that_cannot_be_read() {
    let name = "tls209_part01.csv";
    let text = failure("patstat", name, b"appln_id,ipc_symbol\n1,A\n");
    assert!(text.contains("line 1: column ipc_class_symbol missing from"), "{text}");
    let text = failure("patstat", "part.csv", b"appln_id,prior_appln_id\n1,2\n");
    assert!(text.contains("the columns of tls201, 202, 203"), "{text}");
    assert!(text.contains("This looks like a PATSTAT table that is not needed"), "{text}");
    let text = failure("patstat", "x.csv", b"t,i,j,k,v,q\n2002,1,1,1,1,1\n");
    assert!(text.contains("use `sextant ingest baci`"), "{text}");
    let text = failure("baci", "x.csv", TLS201.as_bytes());
    assert!(text.contains("use `sextant ingest patstat`"), "{text}");
    assert!(failure("patstat", name, b"appln_id,ipc_class_symbol\n").contains("no row below it"));
    let text = failure(
        "patstat",
        "tls201.csv",
        b"appln_id,appln_auth,appln_kind,ipr_type,docdb_family_id\n1,EP,A,PI,1\n",
    );
    assert!(text.contains("column earliest_filing_year is missing"), "{text}");
}

#[test]
fn a_cut_file_is_named_with_the_place() {
    let mut text = String::from("appln_id,ipc_class_symbol\n");
    for id in 1..200_000 {
        let _ = writeln!(text, "{id},H01M   4/{:02}", id * 7919 % 90 + 10);
    }
    let packed = gzip(text.as_bytes());
    let cut = failure("patstat", "tls209_part01.csv.gz", &packed[..packed.len() / 2]);
    assert!(
        cut.contains("tls209_part01.csv.gz is cut short: the gzip stream ends in or after line"),
        "{cut}"
    );
    let line: u64 = cut.split("line ").nth(1).unwrap().split(',').next().unwrap().parse().unwrap();
    assert!((50_000..150_000).contains(&line), "{line}");
    let packed = zip(&[("tls209_part01.csv", text.as_bytes())]);
    let cut = failure("patstat", "tls209_part01.zip", &packed[..packed.len() / 2]);
    assert!(
        cut.contains("tls209_part01.zip is cut short: the zip stream ends without a directory"),
        "{cut}"
    );
}

#[test]
fn the_edition_is_in_the_name_of_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let parts = folder.path().join("PATSTAT_Global_2025_Autumn");
    std::fs::create_dir(&parts).unwrap();
    let path = parts.join("tls224_part01.csv");
    std::fs::write(&path, "appln_id,cpc_class_symbol\n11,Y02E  10/541\n").unwrap();
    let (report, _) = read_file("patstat", &path).unwrap();
    assert_eq!(report.edition.as_deref(), Some("2025 Autumn"));
}

#[test]
fn threads_and_blocks_do_not_change_what_is_read() {
    let mut text = String::from(TLS206);
    for id in 0..3_000 {
        let country = ["BE", "--", "FR", "ZZZ"][id % 4];
        let _ = writeln!(text, "{id},\"Name \"\"{id}\"\",\nSecond line\",{country},BE1,1,,");
        if id % 97 == 0 {
            text.push_str("1,\"open,BE,,,,\n");
        }
    }
    let (_folder, path) = written("tls206_part01.csv", text.as_bytes());
    let whole = ReadOptions { threads: 1, block_bytes: 1 << 24 };
    let reference = read_with("patstat", &path, &whole).unwrap();
    // Of 3,000 persons every second has a country; 31 lines are broken.
    assert_eq!((reference.0.rows_kept, reference.1.bad.len()), (3_000, 31));
    assert_eq!(count(&reference.0.rows_noted, "unknown-country"), 1_500);
    for threads in [1, 3] {
        for block_bytes in [1, 100, 4_096] {
            let options = ReadOptions { threads, block_bytes };
            let again = read_with("patstat", &path, &options).unwrap();
            assert!(again == reference, "{options:?}: {:?}", again.0);
        }
    }
}

/// Codes that the counts of 1974 to 2007 from PATSTAT hold: every one with more than a
/// thousand lines is a country of ours.
#[test]
fn real_country_codes_are_known() {
    let Some(path) = shared("patents/patstat_counts_country_field_1974_2007.csv.gz") else {
        return;
    };
    let file = flate2::read::GzDecoder::new(std::fs::File::open(path).unwrap());
    let mut lines: BTreeMap<String, u64> = BTreeMap::new();
    for record in csv::Reader::from_reader(file).records() {
        *lines.entry(record.unwrap()[1].to_owned()).or_default() += 1;
    }
    let often = lines.iter().filter(|(_, lines)| **lines > 1_000);
    let unknown: Vec<&String> =
        often.map(|(code, _)| code).filter(|code| geographies().by_iso2(code).is_none()).collect();
    assert_eq!((lines.len(), unknown), (253, Vec::<&String>::new()));
}

const HEADERS: [&str; 8] = [
    TLS201,
    "appln_id,appln_title_lg,appln_title\n",
    "appln_id,appln_abstract_lg,appln_abstract\n",
    TLS206,
    "person_id,appln_id,applt_seq_nr,invt_seq_nr\n",
    "appln_id,ipc_class_symbol\n",
    "appln_id;cpc_class_symbol\n",
    "appln_id,nace2_code,weight\n",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_bytes_make_the_reader_panic(
        header in 0_usize..HEADERS.len(),
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        text in "[0-9A-Z,;/.\"\\n é-]{0,300}",
    ) {
        let options = ReadOptions { threads: 1, block_bytes: 64 };
        for body in [bytes.as_slice(), text.as_bytes()] {
            let content = [HEADERS[header].as_bytes(), body, b"\n"].concat();
            let (_folder, path) = written("tls201_part01.csv", &content);
            let _ = source("patstat").unwrap().wants(&path);
            if let Ok((report, kept)) = read_with("patstat", &path, &options) {
                let left_out: u64 = report.rows_left_out.values().sum();
                let quarantined = kept.bad.len() as u64;
                prop_assert_eq!(report.rows_kept + left_out + quarantined, report.rows_read);
            }
        }
    }
}
