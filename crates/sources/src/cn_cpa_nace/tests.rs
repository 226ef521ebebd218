use std::collections::BTreeMap;

use crate::source;
use crate::testing::{failure, read_file, read_text, shared, written};

#[test]
fn a_list_with_titles() {
    let text = "\u{feff}CN 2021,SupText,URI,Name\n\
        I,LIVE ANIMALS,010011000090,SECTION I - LIVE ANIMALS\n\
        01012100,\"Pure-bred \"\"breeding\"\" horses\",010121000080,x\n\
        01012910,,0,0101 29 10 --- For slaughter\n\
        1013000,x,0,x\n";
    let (report, kept) = read_text("cn-cpa-nace", "CN2021.csv", text).unwrap();
    assert_eq!((report.rows_read, report.rows_kept), (4, 3));
    assert_eq!(kept.codes[1].nomenclature, "cn2021");
    assert_eq!(kept.codes[1].title, "Pure-bred \"breeding\" horses");
    assert_eq!(kept.codes[2].title, "0101 29 10 --- For slaughter");
    assert_eq!((kept.bad[0].line, kept.bad[0].reason), (5, "lost-zero"));
}

#[test]
fn correspondences() {
    let text = "CN 2021,CN 2022,CNKEY,TYPE,CN2021_Deleted codes,CN2021_Reused Code\n\
        01012100,01012100,0,,,\n03061990,03099000,0,ex,,0306 19 90\n";
    let (_, kept) = read_text("cn-cpa-nace", "CN2021_CN2022.csv", text).unwrap();
    let link = &kept.links[1];
    assert_eq!(
        (link.from_nomenclature.as_str(), link.to_nomenclature.as_str()),
        ("cn2021", "cn2022")
    );
    assert_eq!((link.from_code.as_str(), link.to_code.as_str()), ("03061990", "03099000"));
    assert_eq!((kept.links[0].relationship.as_str(), link.relationship.as_str()), ("", "ex"));
    let text = "hs6,nace4,cn8_lines,share_of_cn8_lines\n010121,01.43,1,0.75\n010121,01.44,1,2\n";
    let (_, kept) = read_text("cn-cpa-nace", "hs6_to_nace4_cn2022.csv", text).unwrap();
    let link = &kept.links[0];
    assert_eq!(
        (link.from_nomenclature.as_str(), link.to_nomenclature.as_str()),
        ("hs2022", "nace2")
    );
    assert_eq!(link.weight, Some(0.75));
    assert_eq!(kept.bad[0].reason, "bad-number");
}

#[test]
fn files_that_cannot_be_read() {
    let text = failure("cn-cpa-nace", "NACE21.csv", b"NACE21code,NACE21label\n12,Apples\n");
    assert!(text.contains("columns NACE21code, NACE21label are those of no list"), "{text}");
    let shares = b"hs6,nace4,cn8_lines,share_of_cn8_lines\n010121,01.43,1,1.0\n";
    assert!(failure("cn-cpa-nace", "shares.csv", shares).contains("does not tell the year"));
    let text = failure("cn-cpa-nace", "CN_changes.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    assert!(text.contains("is an Excel workbook"), "{text}");
}

#[test]
fn repeated_tables_are_read_only_when_named() {
    let text = "CPA2.1,CN2022\n01.43.11,01012100\n";
    let (_folder, path) = written("CPA21_CN2022.csv", text.as_bytes());
    assert!(!source("cn-cpa-nace").unwrap().wants(&path));
    let (_, kept) = read_file("cn-cpa-nace", &path).unwrap();
    assert_eq!(kept.links[0].from_nomenclature, "cpa2.1");
}

#[test]
fn real_folder() {
    let Some(folder) = shared("classifications/cn-cpa-nace") else { return };
    let nomenclatures = source("cn-cpa-nace").unwrap();
    let mut rows = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if nomenclatures.wants(&path) {
            let (report, kept) = read_file("cn-cpa-nace", &path).unwrap();
            assert_eq!(kept.bad, [], "{}", path.display());
            rows.insert(crate::read::file_name(&path), report.rows_kept);
        }
    }
    let rows: Vec<(&str, u64)> = rows.iter().map(|(name, rows)| (name.as_str(), *rows)).collect();
    assert_eq!(
        rows,
        [
            ("CN2021.csv", 12_331),
            ("CN2021_CN2022.csv", 10_086),
            ("CN2021_CPA21.csv", 9_465),
            ("CN2022.csv", 12_630),
            ("CN2022_CPA21.csv", 9_698),
            ("CPA21.csv", 5_522),
            ("NACE.csv", 996),
            ("NACE_CPA21.csv", 5_522),
            ("hs6_to_nace4_cn2021.csv", 5_490),
            ("hs6_to_nace4_cn2022.csv", 5_721),
        ]
    );
}
