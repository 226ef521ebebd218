use std::collections::BTreeMap;

use sextant_query::Symbol;

use crate::testing::{failure, read_file, read_text, shared};
use crate::{NomenclatureLink, source};

const HEADER: &str = "techn_field_nr,techn_sector,techn_field,ipc_prefix\r\n";

fn pair(link: &NomenclatureLink) -> (&str, &str, &str, &str) {
    let (from, to) = (link.from_nomenclature.as_str(), link.to_nomenclature.as_str());
    (from, link.from_code.as_str(), to, link.to_code.as_str())
}

#[test]
fn fields_sectors_and_symbols() {
    let text = format!(
        "{HEADER}1,Electrical engineering,\"Electrical machinery, apparatus, energy\",F21H\r\n\
         11,Instruments,Analysis of biological materials,G01N  33\r\n\
         36,Instruments,Nothing,G01N\r\n1,Electrical engineering,x,h01m\r\n"
    );
    let (report, kept) = read_text("wipo-fields", "fields.csv", &text).unwrap();
    let links: Vec<_> = kept.links.iter().map(pair).collect();
    assert_eq!(
        links,
        [
            ("ipc", "F21H", "wipo-fields", "01"),
            ("ipc", "G01N 33", "wipo-fields", "11"),
            ("wipo-fields", "01", "wipo-sectors", "electrical-engineering"),
            ("wipo-fields", "11", "wipo-sectors", "instruments"),
        ]
    );
    let codes: Vec<(&str, &str)> =
        kept.codes.iter().map(|code| (code.code.as_str(), code.title.as_str())).collect();
    assert_eq!(
        codes,
        [
            ("01", "Electrical machinery, apparatus, energy"),
            ("11", "Analysis of biological materials"),
            ("electrical-engineering", "Electrical engineering"),
            ("instruments", "Instruments"),
        ]
    );
    let bad: Vec<(u64, &str)> = kept.bad.iter().map(|bad| (bad.line, bad.reason)).collect();
    assert_eq!(bad, [(4, "bad-field"), (5, "bad-symbol")]);
    assert_eq!(report.rows_read, 4);
}

#[test]
fn files_that_cannot_be_read() {
    let text = failure("wipo-fields", "f.csv", b"techn_field_nr,techn_field\n1,Optics\n");
    assert!(text.contains("columns techn_sector, ipc_prefix missing"), "{text}");
}

#[test]
fn real_table() {
    let Some(path) = shared("classifications/ipc/wipo_35_fields.csv") else { return };
    assert!(source("wipo-fields").unwrap().wants(&path));
    let (report, kept) = read_file("wipo-fields", &path).unwrap();
    // tail -n +2 | wc -l: 757 lines; 640 subclasses and 117 main groups.
    assert_eq!((report.rows_read, kept.bad.len()), (757, 0));
    assert_eq!((kept.links.len(), kept.codes.len()), (757 + 35, 35 + 5));
    let of_field =
        |field: &str| kept.links.iter().filter(|link| link.to_code.as_str() == field).count();
    // cut -d, -f1 | uniq -c
    assert_eq!((of_field("01"), of_field("10"), of_field("23"), of_field("35")), (30, 45, 53, 38));
}

#[test]
fn real_fields_do_not_overlap() {
    let Some(path) = shared("classifications/ipc/wipo_35_fields.csv") else { return };
    let (_, kept) = read_file("wipo-fields", &path).unwrap();
    let mut fields: BTreeMap<Symbol, &str> = BTreeMap::new();
    for link in kept.links.iter().filter(|link| link.from_nomenclature == "ipc") {
        let twice = fields.insert(link.from_code.parse().unwrap(), link.to_code.as_str());
        assert_eq!(twice, None, "{}", link.from_code);
    }
    for symbol in fields.keys() {
        let above = symbol.above().and_then(|above| fields.get(&above));
        assert_eq!(above, None, "{symbol}");
    }
}
