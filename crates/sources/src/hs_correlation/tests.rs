use std::collections::BTreeSet;

use crate::testing::{Kept, failure, read_file, read_text, shared, written};
use crate::{CodeText, source};

type Pair = (String, CodeText, String, CodeText, String);

fn pairs(kept: &Kept) -> BTreeSet<Pair> {
    let pair = |link: &crate::NomenclatureLink| {
        let (from, to) = (link.from_nomenclature.clone(), link.to_nomenclature.clone());
        (from, link.from_code, to, link.to_code, link.relationship.clone())
    };
    kept.links.iter().map(pair).collect()
}

#[test]
fn the_consolidated_table_gets_its_zeros_back() {
    let text = "code.after,code.before,Relationship,adjustment\n\
        10121,10110,n:n,2012 to 2007\n\
        854143,854140,n:1,2022 to 2017\n\
        10110,11,n:1,1992 to 1988\n\
        x,10110,n:1,2012 to 2007\n\
        10121,10110,n:n,later\n";
    let (report, kept) = read_text("hs-correlation", "HS.csv", text).unwrap();
    assert_eq!((report.rows_read, kept.links.len(), kept.codes.len()), (5, 2, 4));
    assert_eq!(report.rows_left_out.get("other-classification"), Some(&1));
    let link = &kept.links[0];
    assert_eq!((link.from_nomenclature.as_str(), link.from_code.as_str()), ("hs2012", "010121"));
    assert_eq!((link.to_nomenclature.as_str(), link.to_code.as_str()), ("hs2007", "010110"));
    assert_eq!((link.relationship.as_str(), link.weight), ("n:n", None));
    let reasons: Vec<(u64, &str)> = kept.bad.iter().map(|bad| (bad.line, bad.reason)).collect();
    assert_eq!(reasons, [(5, "bad-product-code"), (6, "unknown-classification")]);
}

#[test]
fn workbooks_that_cannot_be_read() {
    let text = failure("hs-correlation", "HS2022_to_HS2017.xlsx", b"PK\x03\x04 cut");
    assert!(text.contains("cannot be read as an Excel workbook"), "{text}");
    assert!(failure("hs-correlation", "HS2022_to_HS2017.xls", b"").contains("is empty"));
}

#[test]
fn wanted_by_name_or_header() {
    let hs = source("hs-correlation").unwrap();
    for (name, content, wanted) in [
        ("HS2022_to_HS2017.xlsx", "", true),
        ("HS 2007 to HS 2002 Correlation and conversion tables.xls", "", true),
        ("CN_concordances_1988_2025_XLS_FORMAT.xls", "", false),
        ("HS.csv", "code.after,code.before,Relationship,adjustment\n", true),
        ("oecd_cleg_hs2007.csv", "hs2007,medium,friends\n", false),
    ] {
        let (_folder, path) = written(name, content.as_bytes());
        assert_eq!(hs.wants(&path), wanted, "{name}");
    }
}

#[test]
fn real_workbooks_equal_the_consolidated_table() {
    let consolidated = "classifications/hs/HS_consolidated_comtrade_concordances.csv";
    let Some(path) = shared(consolidated) else { return };
    let (report, all) = read_file("hs-correlation", &path).unwrap();
    assert_eq!((report.rows_read, all.bad.len()), (63_728, 0));
    assert_eq!(all.links.len(), 43_863);
    let mut from_books = BTreeSet::new();
    for (name, rows) in [
        ("HS1996_to_HS1992.xls", 5_426),
        ("HS2002_to_HS1996.xls", 5_611),
        ("HS2007_to_HS2002.xls", 5_664),
        ("HS2012_to_HS2007.xls", 5_364),
        ("HS2017_to_HS2012.xlsx", 6_141),
        ("HS2022_to_HS2017.xlsx", 15_657),
    ] {
        let path = shared(&format!("classifications/hs/{name}")).unwrap();
        let (report, kept) = read_file("hs-correlation", &path).unwrap();
        assert_eq!(kept.bad, [], "{name}");
        assert_eq!((report.rows_read, kept.links.len() as u64), (rows, rows), "{name}");
        from_books.extend(pairs(&kept));
    }
    assert_eq!(from_books, pairs(&all));
}
