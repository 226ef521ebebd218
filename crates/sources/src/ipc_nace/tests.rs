use std::collections::BTreeMap;

use crate::source;
use crate::testing::{failure, read_file, read_text, shared};

#[test]
fn classes_and_fields_to_divisions() {
    let text = "class,nace2,probability\nA01,01,0.25\nW35F07,62,9.3e-05\nA99,12,1.0\n\
        A01B,01,0.5\nW35F36,01,0.5\nA01,1,0.5\nA01,01,0\nA01,01,1.5\n";
    let (_, kept) = read_text("ipc-nace", "table.csv", text).unwrap();
    let links: Vec<(&str, &str, &str, Option<f64>)> = kept
        .links
        .iter()
        .map(|link| {
            assert_eq!(link.to_nomenclature, "nace2");
            let from = link.from_nomenclature.as_str();
            (from, link.from_code.as_str(), link.to_code.as_str(), link.weight)
        })
        .collect();
    assert_eq!(
        links,
        [
            ("ipc", "A01", "01", Some(0.25)),
            ("wipo-fields", "07", "62", Some(9.3e-5)),
            ("ipc", "A99", "12", Some(1.0)),
        ]
    );
    let bad: Vec<(u64, &str)> = kept.bad.iter().map(|bad| (bad.line, bad.reason)).collect();
    let expected = ["bad-symbol", "bad-field", "bad-product-code", "bad-number", "bad-number"];
    assert_eq!(bad, [5, 6, 7, 8, 9].into_iter().zip(expected).collect::<Vec<_>>());
}

#[test]
fn files_that_cannot_be_read() {
    let text = failure("ipc-nace", "t.csv", b"class,nace2\nA01,01\n");
    assert!(text.contains("column probability missing"), "{text}");
}

#[test]
fn real_tables_add_up_to_one() {
    // tail -n +2 | wc -l, and cut -d, -f1 | sort -u | wc -l
    for (name, nomenclature, rows, classes) in [
        ("fraunhofer_ipc3_to_nace2.csv", "ipc", 5_478, 124),
        ("fraunhofer_wipo35_to_nace2.csv", "wipo-fields", 2_293, 35),
    ] {
        let Some(path) = shared(&format!("classifications/ipc/{name}")) else { return };
        assert!(source("ipc-nace").unwrap().wants(&path));
        let (report, kept) = read_file("ipc-nace", &path).unwrap();
        assert_eq!((report.rows_kept, kept.bad.len()), (rows, 0), "{name}");
        let mut sums: BTreeMap<&str, f64> = BTreeMap::new();
        for link in &kept.links {
            assert_eq!(link.from_nomenclature, nomenclature);
            *sums.entry(link.from_code.as_str()).or_default() += link.weight.unwrap();
        }
        assert_eq!(sums.len(), classes, "{name}");
        assert!(sums.values().all(|sum| (sum - 1.0).abs() < 1e-9), "{name}");
    }
}
