use std::collections::{BTreeMap, BTreeSet};

use crate::testing::{Kept, failure, read_file, read_text, shared};
use crate::{CodeText, source};

const HEADER: &str = "ipc_code\tancestor\tparent\tipc_version\r\n";

/// What each symbol stands below.
fn above(kept: &Kept) -> BTreeMap<&str, &str> {
    for link in &kept.links {
        assert_eq!(
            (link.from_nomenclature.as_str(), link.to_nomenclature.as_str()),
            ("ipc", "ipc")
        );
        assert_eq!((link.relationship.as_str(), link.weight), ("below", None));
    }
    kept.links.iter().map(|link| (link.from_code.as_str(), link.to_code.as_str())).collect()
}

/// Everything above a symbol, the nearest first.
fn chain<'k>(above: &BTreeMap<&str, &'k str>, symbol: &str) -> Vec<&'k str> {
    let mut chain = Vec::new();
    let mut at = above.get(symbol);
    while let Some(next) = at {
        assert!(!chain.contains(next), "{symbol} stands above itself: {chain:?}");
        chain.push(*next);
        at = above.get(next);
    }
    chain
}

#[test]
fn titles() {
    let text = "A\tHUMAN NECESSITIES\n\
        A01\tAGRICULTURE\n\
        A01B\tSOIL WORKING (A01C0005000000;A01D)\n\
        A01B0001000000\tGardening\n\
        A01B0001000000\tHand tools\n\
        A01B0001020000\tSpades; \"Shovels\n\
        \u{20}     \u{2013}\n\
        with handles\n\
        Z99\tNothing\n\
        A01B0001040000\twith teeth\n";
    let (report, kept) =
        read_text("ipc", "EN_ipc_section_A_title_list_20160101.txt", text).unwrap();
    let codes: Vec<(&str, &str)> =
        kept.codes.iter().map(|code| (code.code.as_str(), code.title.as_str())).collect();
    assert_eq!(
        codes,
        [
            ("A", "HUMAN NECESSITIES"),
            ("A01", "AGRICULTURE"),
            ("A01B", "SOIL WORKING (A01C0005000000;A01D)"),
            ("A01B 1/00", "Hand tools"),
            ("A01B 1/02", "Spades; \"Shovels \u{2013} with handles"),
            ("A01B 1/04", "with teeth"),
        ]
    );
    assert_eq!(report.edition.as_deref(), Some("2016.01"));
    assert_eq!(report.rows_left_out.get("guidance-heading"), Some(&1));
    let bad: Vec<(u64, &str)> = kept.bad.iter().map(|bad| (bad.line, bad.reason)).collect();
    assert_eq!((bad, report.rows_read), (vec![(9, "bad-symbol")], 8));
}

#[test]
fn the_hierarchy_from_the_class_down() {
    let text = format!(
        "{HEADER}H01M   4/00\t\tH\t2016.01\r\nH01M   4/02\tH01M0004000000\tH\t2016.01\r\n\
         H01M   4/36\tH01M0004020000\tH\t2016.01\r\nH01M   4/58\tH01M0004360000\tH\t2016.01\r\n\
         H01M   4/583\tH01M0004580000\tH\t2016.01\r\nB29K\t\tB\t2016.01\r\n"
    );
    let (report, kept) = read_text("ipc", "hierarchy.csv", &text).unwrap();
    let above = above(&kept);
    let found = chain(&above, "H01M 4/583");
    assert_eq!(found, ["H01M 4/58", "H01M 4/36", "H01M 4/02", "H01M 4/00", "H01M", "H01"]);
    assert_eq!(chain(&above, "B29K"), ["B29"]);
    assert_eq!(report.edition.as_deref(), Some("2016.01"));
    assert!(report.rows_noted.is_empty(), "{:?}", report.rows_noted);
}

#[test]
fn symbols_without_a_place() {
    // 4/13 names itself, 6/21 has no line, 8/04 is the last of its group, 9/02 is gone,
    // and the heads of groups need no line to tell their place.
    let text = format!(
        "{HEADER}H01X   4/00\tH01X0004000000\tH\t2016.01\r\nH01X   4/02\tH01X0004000000\tH\t2016.01\r\n\
         H01X   4/08\tH01X0004020000\tH\t2016.01\r\nH01X   4/13\tH01X0004130000\tH\t2016.01\r\n\
         H01X   4/131\tH01X0004130000\tH\t2016.01\r\nH01X   4/14\tH01X0004020000\tH\t2016.01\r\n\
         H01X   6/00\t\tH\t2016.01\r\nH01X   6/20\tH01X0006000000\tH\t2016.01\r\n\
         H01X   6/211\tH01X0006210000\tH\t2016.01\r\nH01X   6/22\tH01X0006200000\tH\t2016.01\r\n\
         H01X   8/00\t\tH\t2016.01\r\nH01X   8/02\tH01X0008000000\tH\t2016.01\r\n\
         H01X   8/04\tH01X0008040000\tH\t2016.01\r\n\
         H01X   9/00\t\tH\t2016.01\r\nH01X   9/02\t\t\t2016.01\r\nH01X   9/x\t\t\t2016.01\r\n"
    );
    let (report, kept) = read_text("ipc", "hierarchy.csv", &text).unwrap();
    let above = above(&kept);
    for (symbol, expected) in [
        ("H01X 4/00", "H01X"),
        ("H01X 4/13", "H01X 4/02"),
        ("H01X 4/131", "H01X 4/13"),
        ("H01X 6/21", "H01X 6/20"),
        ("H01X 6/211", "H01X 6/21"),
        ("H01X 8/04", "H01X 8/00"),
        ("H01X 9/02", "H01X 9/00"),
        ("H01X", "H01"),
    ] {
        assert_eq!(above.get(symbol), Some(&expected), "{symbol}");
    }
    let noted: Vec<(&str, u64)> =
        report.rows_noted.iter().map(|(reason, count)| (reason.as_str(), *count)).collect();
    assert_eq!(
        noted,
        [("absent-ancestor", 1), ("former-symbol", 1), ("inferred-place", 3), ("own-ancestor", 3)]
    );
    assert_eq!(kept.bad[0].reason, "bad-symbol");
}

#[test]
fn files_that_cannot_be_read() {
    let text = failure("ipc", "x.csv", b"ipc_code,title\nA01B,x\n");
    assert!(text.contains("column ancestor missing from those that ipc needs"), "{text}");
    assert!(failure("ipc", "x.tsv", b"A01B0001000000\tCaf\xe9\n").contains("is not UTF-8"));
}

#[test]
fn real_titles() {
    let Some(path) = shared("classifications/ipc/ipc_titles.tsv") else { return };
    assert!(source("ipc").unwrap().wants(&path));
    let (report, kept) = read_file("ipc", &path).unwrap();
    // awk -F'\t' 'NF==2' | wc -l: 75,827 lines with a title, 540 of them second ones of a
    // symbol; three lines are rest of a title.
    assert_eq!((report.rows_read, kept.bad.len()), (75_827, 0));
    assert_eq!(report.rows_left_out.get("guidance-heading"), Some(&540));
    assert_eq!(kept.codes.len(), 75_827 - 540);
    let title = |code: &str| {
        let mut found = kept.codes.iter().filter(|row| row.code.as_str() == code);
        found.next().unwrap().title.as_str()
    };
    assert_eq!(title("H"), "ELECTRICITY");
    assert_eq!(title("H01M 4/00"), "Electrodes");
    assert_eq!(
        title("H01M 4/36"),
        "Selection of substances as active materials, active masses, active liquids"
    );
    assert!(title("A61B 17/00").starts_with("Surgical instruments"), "{}", title("A61B 17/00"));
    assert!(title("C01B 4/00").ends_with("NH2D + HD"), "{}", title("C01B 4/00"));
    let codes: BTreeSet<CodeText> = kept.codes.iter().map(|row| row.code).collect();
    assert_eq!(codes.len(), kept.codes.len());
}

#[test]
fn real_hierarchy() {
    let Some(path) = shared("classifications/ipc/ipc_hierarchy.csv") else { return };
    assert!(source("ipc").unwrap().wants(&path));
    let (report, kept) = read_file("ipc", &path).unwrap();
    // tail -n +2 | wc -l
    assert_eq!((report.rows_read, kept.bad.len()), (71_333, 0));
    assert_eq!(report.edition.as_deref(), Some("2016.01"));
    let above = above(&kept);
    assert_eq!(above.len(), kept.links.len(), "each symbol stands below one other");
    let found = chain(&above, "H01M 4/583");
    assert_eq!(found, ["H01M 4/58", "H01M 4/36", "H01M 4/02", "H01M 4/00", "H01M", "H01"]);
    // C10L 5/40 is not below C10L 5/4, but C10L 5/403 is none of the scheme either.
    assert_eq!(above["C10L 5/40"], "C10L 5/00");
    assert_eq!(above["H01M 4/13"], "H01M 4/02");
    for symbol in above.keys() {
        assert_eq!(chain(&above, symbol).last().unwrap().len(), 3, "{symbol}");
    }
    let noted: Vec<(&str, u64)> =
        report.rows_noted.iter().map(|(reason, count)| (reason.as_str(), *count)).collect();
    // awk -F'\t' on normalised symbols: 282 lines name themselves, 299 subgroups nothing.
    assert_eq!(
        noted,
        [
            ("absent-ancestor", 49),
            ("former-symbol", 299),
            ("inferred-place", 143),
            ("own-ancestor", 282)
        ]
    );
}
