#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use proptest::prelude::*;

use super::tests::{bulk, document};
use crate::testing::{failure, gzip, read_file, read_with, written, zip};
use crate::{ReadOptions, source};

#[test]
fn files_of_every_packing_and_prefix() {
    let one = document(&[]);
    let bare = one.replace("exch:", "");
    let wrapped = format!(
        "<ops:world-patent-data xmlns:ops=\"x\"><ops:meta><a/></ops:meta><exchange-documents>{bare}</exchange-documents></ops:world-patent-data>"
    );
    let docdb = source("docdb").unwrap();
    let two = one.replace("\"501\"", "\"777\"");
    for (name, content, applications) in [
        ("a.xml", one.clone().into_bytes(), 1),
        ("b.xml", bare.into_bytes(), 1),
        ("c.xml", wrapped.into_bytes(), 1),
        ("d.xml", format!("\u{feff}{}", bulk(std::slice::from_ref(&one))).into_bytes(), 1),
        ("e.xml.gz", gzip(bulk(&[one.clone(), two.clone()]).as_bytes()), 2),
        (
            "f.zip",
            zip(&[
                ("index.xml", b"<index/>"),
                ("a/1.xml", one.as_bytes()),
                ("a/2.xml", two.as_bytes()),
                ("a/3.xml", one.as_bytes()),
            ]),
            2,
        ),
    ] {
        let (_folder, path) = written(name, &content);
        assert!(docdb.wants(&path), "{name}");
        let (_, kept) = read_file("docdb", &path).unwrap();
        assert_eq!((kept.applications.len(), kept.bad.len()), (applications, 0), "{name}");
    }
}

#[test]
fn files_that_are_no_docdb() {
    let fails = |text: &str| failure("docdb", "a.xml", text.as_bytes());
    let text = fails("<?xml version=\"1.0\"?>\n<ep-patent-document/>");
    assert!(
        text.contains("a.xml, line 2, column 1: the outermost element is `ep-patent-document`"),
        "{text}"
    );
    assert!(fails(&bulk(&[])).contains("holds no DOCDB exchange XML"));
    assert!(fails("just words").contains("holds no DOCDB exchange XML"));
    let text = fails("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><exchange-documents/>");
    assert!(text.contains("declares the encoding `ISO-8859-1`"), "{text}");
    let text =
        failure("docdb", "a.xml", b"<exchange-documents>\n <a>\xe9</a></exchange-documents>");
    assert!(text.contains("line 2, column 5") && text.contains("0xE9"), "{text}");
}

#[test]
fn malformed_xml_is_an_error_with_line_and_column() {
    let whole = bulk(&[document(&[])]);
    let cut = failure("docdb", "a.xml", &whole.as_bytes()[..whole.len() - 200]);
    assert!(cut.contains("a.xml, line 27, column 41: not well-formed XML"), "{cut}");
    let between = whole.find("<exch:invention-title").unwrap();
    let cut = failure("docdb", "a.xml", &whole.as_bytes()[..between]);
    assert!(cut.contains("the file ends inside an element"), "{cut}");
    let crossed = whole.replace("</exch:abstract>", "</exch:p>");
    let text = failure("docdb", "a.xml", crossed.as_bytes());
    assert!(text.contains("a.xml, line 26, column 135: not well-formed XML"), "{text}");
    assert!(text.contains("expected `</exch:abstract>`, but `</exch:p>` was found"), "{text}");
}

fn options() -> ReadOptions {
    ReadOptions { threads: 1, ..ReadOptions::default() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Bytes of a valid file are replaced, removed and doubled.
    #[test]
    fn no_mutation_makes_the_reader_panic(
        changes in prop::collection::vec((0_usize..6000, 0_usize..4, any::<u8>(), 1_usize..60), 1..6),
    ) {
        let mut bytes = bulk(&[document(&[]), document(&[("501", "502")])]).into_bytes();
        for (at, what, byte, length) in changes {
            let at = at % bytes.len();
            let end = (at + length).min(bytes.len());
            match what {
                0 => bytes[at] = byte,
                1 => drop(bytes.drain(at..end)),
                2 => bytes.insert(at, b"<>&\"/;"[usize::from(byte) % 6]),
                _ => {
                    let copy = bytes[at..end].to_vec();
                    bytes.splice(at..at, copy);
                }
            }
        }
        let (_folder, path) = written("a.xml", &bytes);
        let _ = source("docdb").unwrap().wants(&path);
        if let Ok((report, kept)) = read_with("docdb", &path, &options()) {
            let quarantined: u64 = report.rows_quarantined.values().sum();
            prop_assert_eq!(quarantined, kept.bad.len() as u64);
            prop_assert!(kept.applications.len() <= 3);
        }
    }
}
