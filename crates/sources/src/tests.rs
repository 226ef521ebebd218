//! What holds for every source.

use proptest::prelude::*;

use crate::testing::{failure, geographies, gzip, read_with, shared, written, zip};
use crate::{ReadOptions, Redistribution, sources};

const HEADERS: [&str; 9] = [
    "Country,ISO3,Indicator,Unit,Scale,F2020\n",
    "t,i,j,k,v,q\n",
    "refYear,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,netWgt,primaryValue\n",
    "reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n",
    "code.after,code.before,Relationship,adjustment\n",
    "CN 2021,CPA 2.1\n",
    "reporter,product,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n",
    "from_year,to_year,old,new\n",
    "prodcom,year,hs6\n",
];

#[test]
fn every_source_says_where_it_comes_from() {
    for source in sources() {
        let info = source.info();
        for text in [info.title, info.publisher, info.licence, info.citation] {
            assert!(!text.is_empty(), "{}", info.id);
        }
        assert!(info.url.starts_with("https://"), "{}", info.id);
        let aggregates_only = info.redistribution == Redistribution::AggregatesOnly;
        let restricted = ["comtrade", "patstat", "docdb", "ep-xml", "ipc-nace", "crunchbase"];
        assert_eq!(aggregates_only, restricted.contains(&info.id), "{}", info.id);
    }
}

#[test]
fn every_source_refuses_what_is_no_table() {
    let name = "BACI_HS02_Y2002.csv";
    for source in sources() {
        let id = source.info().id;
        assert!(failure(id, name, b"").contains("is empty"), "{id}");
        assert!(
            failure(id, name, b"<html><body>Not found</body></html>").contains("line 1"),
            "{id}"
        );
        assert!(failure(id, name, &gzip(b"a,b\n1,2\n")[..12]).contains("cut short"), "{id}");
        assert!(failure(id, name, b"PK\x03\x04").contains("cut short"), "{id}");
        assert!(failure(id, "x.zip", &zip(&[("a.txt", b"a")])).contains("holds no data"), "{id}");
    }
}

#[test]
fn counts_add_up_where_a_row_is_a_row() {
    let rows = "2002,56,156,844630,1,1\n2002,56,156,844630,,1\n2002,56,156,84463,1,1\n2002,1\n";
    let text = format!("{}{}", HEADERS[1], rows.repeat(100));
    let (_folder, path) = written("BACI_HS02_Y2002.csv", text.as_bytes());
    let (report, _) = read_with("baci", &path, &ReadOptions::default()).unwrap();
    let left_out: u64 = report.rows_left_out.values().sum();
    let quarantined: u64 = report.rows_quarantined.values().sum();
    assert_eq!(report.rows_read, 400);
    assert_eq!(report.rows_kept + left_out + quarantined, report.rows_read);
}

/// The blocks that are read ahead must not be waited for when nobody gives them back.
#[test]
fn a_failure_far_from_the_end_ends_reading() {
    let rows = "2002,56,156,844630,1,1\n".repeat(1_000);
    let content = [HEADERS[1].as_bytes(), b"2002,C\xf4te,4,844630,1,1\n", rows.as_bytes()].concat();
    let (_folder, path) = written("BACI_HS02_Y2002.csv", &content);
    for threads in [1, 3] {
        let failed = read_with("baci", &path, &ReadOptions { threads, block_bytes: 64 });
        assert!(failed.unwrap_err().to_string().contains("line 2, column 7"), "{threads}");
    }
}

/// Every place in the publishers' own tables has a geography.
#[test]
fn real_country_codes_are_known() {
    for (path, column, find) in [
        ("trade/comtrade/reporter.csv", 0, by_comtrade as fn(&str) -> bool),
        ("trade/comtrade/partner.csv", 0, by_comtrade),
        ("trade/comtrade/reporter.csv", 2, by_iso3),
        ("trade/comtrade/partner.csv", 2, by_iso3),
        ("trade/baci/country_codes_V202501.csv", 0, by_baci),
        ("trade/baci/country_codes_V202501.csv", 3, by_iso3),
    ] {
        let Some(path) = shared(path) else { return };
        let mut table = csv::Reader::from_path(&path).unwrap();
        let cells = table.records().map(|record| record.unwrap()[column].to_owned());
        let unknown: Vec<String> = cells.filter(|cell| !find(cell)).collect();
        assert!(unknown.is_empty(), "{} column {column}: {unknown:?}", path.display());
    }
}

fn by_comtrade(cell: &str) -> bool {
    cell.parse().is_ok_and(|code| geographies().by_comtrade(code).is_some())
}

fn by_baci(cell: &str) -> bool {
    cell.parse().is_ok_and(|code| geographies().by_baci(code).is_some())
}

fn by_iso3(cell: &str) -> bool {
    geographies().by_iso3(cell).is_some()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_make_a_reader_panic(
        header in 0_usize..HEADERS.len(),
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        text in "[0-9A-Z.,:\"\\n é-]{0,300}",
    ) {
        let content = [HEADERS[header].as_bytes(), text.as_bytes(), b"\n"].concat();
        for source in sources() {
            let id = source.info().id;
            let options = ReadOptions { threads: 1, block_bytes: 64 };
            for content in [&content, &bytes] {
                let (_folder, path) = written("BACI_HS02_Y2002.csv", content);
                let _ = source.wants(&path);
                if let Ok((report, kept)) = read_with(id, &path, &options) {
                    let quarantined: u64 = report.rows_quarantined.values().sum();
                    prop_assert_eq!(quarantined, kept.bad.len() as u64);
                }
            }
        }
    }
}
