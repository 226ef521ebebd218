use std::fmt::Write;

use sextant_definitions::HsVintage;

use crate::testing::{failure, gzip, read_file, read_text, read_with, shared, written, zip};
use crate::{Classification, Concept, Flow, ReadOptions, TradeFlow, source};

const NAME: &str = "BACI_HS02_Y2002_V202501.csv";
const PUBLISHED: &str =
    "t,i,j,k,v,q\n2002,56,156,844630,165109.745,12.5\n2002,4,842,010121,0.045,NA\n";

fn sum(flows: &[TradeFlow], keep: impl Fn(&TradeFlow) -> bool) -> i64 {
    flows.iter().filter(|flow| keep(flow)).map(|flow| flow.value_milli).sum()
}

#[test]
fn published_columns() {
    let (report, kept) = read_text("baci", NAME, PUBLISHED).unwrap();
    assert_eq!((report.rows_read, report.rows_kept), (2, 2));
    assert_eq!(report.edition.as_deref(), Some("V202501"));
    assert!(!report.demo);
    let flow = &kept.flows[0];
    assert_eq!((flow.reporter.as_str(), flow.partner.as_str()), ("BE", "CN"));
    assert_eq!((flow.flow, flow.concept), (Flow::Export, Concept::Reconciled));
    assert_eq!(flow.classification, Classification::Hs(HsVintage::Hs2002));
    assert_eq!(flow.product.as_str(), "844630");
    assert_eq!(flow.value_milli, 165_109_745_000);
    assert_eq!(flow.weight_grams, Some(12_500_000));
    let flow = &kept.flows[1];
    assert_eq!((flow.reporter.as_str(), flow.partner.as_str()), ("AF", "US"));
    assert_eq!(flow.product.as_str(), "010121");
    assert_eq!((flow.value_milli, flow.weight_grams), (45_000, None));
}

#[test]
fn iso3_columns_in_any_order_give_the_same() {
    let text = "importer,exporter,year,quantity,value,product_code\r\nCHN,BEL,2002,12.5,165109.745,844630\r\nUSA,AFG,2002,,0.045,010121\r\n";
    let (_, by_iso3) = read_text("baci", NAME, text).unwrap();
    let (_, by_number) = read_text("baci", NAME, PUBLISHED).unwrap();
    assert_eq!(by_iso3.flows, by_number.flows);
}

#[test]
fn belgium_luxembourg_by_number_and_by_year() {
    let (_, kept) =
        read_text("baci", "BACI_HS92_Y1998_V202501.csv", "t,i,j,k,v,q\n1998,58,56,010111,1,1\n")
            .unwrap();
    assert_eq!((kept.flows[0].reporter.as_str(), kept.flows[0].partner.as_str()), ("BLEU", "BE"));
    let text = "year,exporter,importer,product_code,value,quantity\n1998,BEL,FRA,010111,1,1\n1999,BEL,S19,010111,1,1\n";
    let (_, kept) = read_text("baci", "BACI_HS92_Y1998_V202501.csv", text).unwrap();
    assert_eq!(kept.flows[0].reporter.as_str(), "BLEU");
    assert_eq!((kept.flows[1].reporter.as_str(), kept.flows[1].partner.as_str()), ("BE", "TW"));
}

#[test]
fn every_bad_row_is_quarantined_with_its_reason() {
    let text = "t,i,j,k,v,q\n\
        3201,56,156,844630,1,1\n\
        2002,56,999,844630,1,1\n\
        2002,56,156,10121,1,1\n\
        2002,56,156,844630,much,1\n\
        2002,56,156,844630,-1,1\n\
        2002,56,156,844630,1\n\
        2002,56,156,844630,\"1,1\n\
        2002,56,156,8446,1,1\n\
        2002,56,156,844630,,1\n\
        2002,56,156,844630,1,x\n\
        2002,56,156,844630,1,1\n";
    let (report, kept) = read_text("baci", NAME, text).unwrap();
    let reasons: Vec<(u64, &str)> = kept.bad.iter().map(|bad| (bad.line, bad.reason)).collect();
    assert_eq!(
        reasons,
        [
            (2, "bad-year"),
            (3, "unknown-country"),
            (4, "lost-zero"),
            (5, "bad-number"),
            (6, "negative-value"),
            (7, "wrong-field-count"),
            (8, "broken-quotes"),
            (9, "bad-product-code"),
            (11, "bad-number"),
        ]
    );
    assert_eq!(kept.bad[2].raw, "2002,56,156,10121,1,1");
    assert!(kept.bad[2].detail.contains("probably 010121"), "{}", kept.bad[2].detail);
    assert!(kept.bad[1].detail.starts_with("Column j holds `999`"), "{}", kept.bad[1].detail);
    assert_eq!((report.rows_read, report.rows_kept), (11, 1));
    assert_eq!(report.rows_left_out.get("no-value"), Some(&1));
    assert_eq!(report.rows_quarantined.values().sum::<u64>(), 9);
}

#[test]
fn a_cut_last_line_is_quarantined_with_its_number() {
    let text = "t,i,j,k,v,q\n2002,56,156,844630,1,1\n2002,56,\"156\n,1\",1";
    let (report, kept) = read_text("baci", NAME, text).unwrap();
    let bad: Vec<(u64, &str, &str)> =
        kept.bad.iter().map(|bad| (bad.line, bad.reason, bad.raw.as_str())).collect();
    let count = "wrong-field-count";
    assert_eq!(bad, [(3, count, "2002,56,\"156"), (4, count, ",1\",1")]);
    assert_eq!(report.rows_read, 3);
}

#[test]
fn gzip_and_zip_are_told_by_content() {
    let (_, plain) = read_text("baci", NAME, PUBLISHED).unwrap();
    let (_folder, path) = written(NAME, &gzip(PUBLISHED.as_bytes()));
    assert_eq!(read_file("baci", &path).unwrap().1.flows, plain.flows);
    let members: [(&str, &[u8]); 4] = [
        ("Readme.txt", b"Read me."),
        ("country_codes_V202501.csv", b"country_code,country_name\n4,Afghanistan\n"),
        ("product_codes_HS02_V202501.csv", b"code,description\n010121,\"Horses, live\"\n"),
        (NAME, PUBLISHED.as_bytes()),
    ];
    let (_folder, path) = written("BACI_HS02_V202501.zip", &zip(&members));
    let (report, kept) = read_file("baci", &path).unwrap();
    assert_eq!(kept.flows, plain.flows);
    assert_eq!(kept.codes[0].nomenclature, "hs2002");
    assert_eq!(
        (kept.codes[0].code.as_str(), kept.codes[0].title.as_str()),
        ("010121", "Horses, live")
    );
    assert_eq!(report.rows_kept, 3);
}

#[test]
fn quarantine_names_the_member_of_an_archive() {
    let (_folder, path) = written(
        "x.zip",
        &zip(&[(NAME, b"t,i,j,k,v,q\n2002,56,156,844630,x,1\n2002,56,156,844630,1,1\n")]),
    );
    let (_, kept) = read_file("baci", &path).unwrap();
    assert!(
        kept.bad[0].detail.starts_with("In BACI_HS02_Y2002_V202501.csv: Column v"),
        "{}",
        kept.bad[0].detail
    );
}

#[test]
fn files_that_cannot_be_read() {
    assert!(failure("baci", NAME, b"").contains("is empty (0 bytes)"));
    assert!(failure("baci", NAME, b"t,i,j,k,v,q\n").contains("no row below it"));
    let packed = gzip(PUBLISHED.repeat(50).as_bytes());
    let cut = failure("baci", "BACI_HS02_Y2002_V202501.csv.gz", &packed[..packed.len() - 9]);
    assert!(cut.contains("is cut short: the gzip stream ends"), "{cut}");
    let packed = zip(&[(NAME, PUBLISHED.as_bytes())]);
    let cut = failure("baci", "BACI_HS02_V202501.zip", &packed[..packed.len() / 2]);
    assert!(cut.contains("is cut short: the zip stream ends"), "{cut}");
    let latin1 =
        failure("baci", NAME, b"t,i,j,k,v,q\n2002,56,156,844630,1,1\n2002,C\xf4te,4,844630,1,1\n");
    assert!(latin1.contains("line 3, column 7 (byte within the line): byte 0xF4"), "{latin1}");
    assert!(latin1.contains("iconv -f latin1 -t utf8"), "{latin1}");
    assert!(failure("baci", NAME, b"\xff\xfet\0,\0").contains("UTF-16"));
    let unnamed = failure("baci", "trade2002.csv", PUBLISHED.as_bytes());
    assert!(unnamed.contains("does not tell the HS vintage"), "{unnamed}");
    assert!(failure("baci", "x.zip", &zip(&[("a.txt", b"x")])).contains("its members are a.txt"));
}

#[test]
fn a_file_of_another_source_is_told_as_such() {
    let comext = b"DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n";
    let text = failure("baci", NAME, comext);
    assert!(text.contains("This looks like a comext file: use `sextant ingest comext`."), "{text}");
    let text = failure("baci", NAME, b"t,i,j,hs,v,q\n");
    assert!(text.contains("line 1: column k missing from those that baci needs"), "{text}");
    assert!(text.contains("The columns found are t, i, j, hs, v, q."), "{text}");
}

#[test]
fn what_lies_beside_the_data_is_not_wanted() {
    let baci = source("baci").unwrap();
    for (name, content, wanted) in [
        (NAME, PUBLISHED, true),
        ("renamed.csv", PUBLISHED, true),
        ("product_codes_HS02_V202501.csv", "code,description\n", true),
        ("country_codes_V202501.csv", "country_code,country_name\n", false),
        ("green_dictionary.csv", "tech,HS.Code\n", false),
        ("README.md", "", false),
        ("empty.csv", "", true),
    ] {
        let (_folder, path) = written(name, content.as_bytes());
        assert_eq!(baci.wants(&path), wanted, "{name}");
    }
}

#[test]
fn demo_files_are_marked() {
    let (report, _) = read_text("baci", "BACI_HS17_Y2020_DEMO.csv", PUBLISHED).unwrap();
    assert!(report.demo);
}

#[test]
fn real_green_subset_of_2002() {
    let Some(path) = shared("trade/baci/BACI_HS02_Y2002_green_subset.csv.gz") else { return };
    let (report, kept) = read_file("baci", &path).unwrap();
    assert_eq!((report.rows_read, report.rows_kept), (473_685, 473_685));
    assert!(kept.bad.is_empty());
    assert_eq!(kept.bytes, 4_495_641);
    // Thousand USD as published, thousandths of a dollar here.
    assert_eq!(rounded(sum(&kept.flows, |_| true)), 681_547_232_332);
    let belgium = |flow: &TradeFlow| flow.reporter.as_str() == "BE";
    assert_eq!(rounded(sum(&kept.flows, belgium)), 15_594_658_637);
    assert_eq!(kept.flows.iter().filter(|flow| belgium(flow)).count(), 13_807);
    assert_eq!(rounded(sum(&kept.flows, |flow| flow.reporter.as_str() == "CN")), 29_997_127_373);
    let looms = kept.flows.iter().filter(|flow| belgium(flow) && flow.partner.as_str() == "CN");
    let looms = looms.max_by_key(|flow| flow.value_milli).unwrap();
    assert_eq!((looms.product.as_str(), looms.value_milli), ("844630", 165_109_745_000));
    assert_eq!(kept.flows.iter().filter(|flow| flow.weight_grams.is_none()).count(), 2_423);
}

/// Thousandths of dollars to whole dollars.
fn rounded(milli: i64) -> i64 {
    (milli + 500) / 1000
}

#[test]
fn real_folder() {
    let Some(folder) = shared("trade/baci") else { return };
    let baci = source("baci").unwrap();
    let mut wanted: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| baci.wants(path))
        .map(|path| crate::read::file_name(&path))
        .collect();
    wanted.sort();
    assert_eq!(wanted, ["BACI_HS02_Y2002_green_subset.csv.gz", "product_codes_HS02_V202501.csv"]);
}

#[test]
fn real_product_codes() {
    let Some(path) = shared("trade/baci/product_codes_HS02_V202501.csv") else { return };
    let (report, kept) = read_file("baci", &path).unwrap();
    assert_eq!((report.rows_kept, kept.bad.len()), (5_223, 0));
    assert_eq!(report.edition.as_deref(), Some("V202501"));
}

#[test]
fn threads_and_blocks_do_not_change_what_is_read() {
    let mut text = String::from("t,i,j,k,v,q\n");
    for row in 0..5_000 {
        let (from, to) = ([4, 8, 12, 24, 999][row % 5], [56, 58, 156, 842][row % 4]);
        let _ =
            writeln!(text, "2002,{from},{to},{:06},{row}.{},\"{row}\"", 10_121 + row, row % 1000);
        if row % 97 == 0 {
            text.push_str("2002,56,156,844630,\"1,1\n");
        }
    }
    let (_folder, path) = written(NAME, text.as_bytes());
    let reference =
        read_with("baci", &path, &ReadOptions { threads: 1, block_bytes: 1 << 24 }).unwrap();
    assert!(reference.0.rows_kept > 1_000 && reference.1.bad.len() > 100);
    for threads in [1, 2, 3, 8] {
        for block_bytes in [1, 100, 4_096, 1 << 20] {
            let options = ReadOptions { threads, block_bytes };
            let again = read_with("baci", &path, &options).unwrap();
            assert_eq!(again.0, reference.0, "{options:?}");
            assert_eq!(again.1.flows, reference.1.flows, "{options:?}");
            assert_eq!(again.1.bad, reference.1.bad, "{options:?}");
        }
    }
}
