#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use proptest::prelude::*;

use crate::testing::{Kept, failure, read_text, read_with, written, zip};
use crate::{FileReport, ReadOptions, TextPart, source};

const TEMPLATE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE ep-patent-document PUBLIC "-//EPO//EP PATENT DOCUMENT 1.5.1//EN" "ep-patent-document-v1-5-1.dtd">
<ep-patent-document id="EP19170001A1" lang="en" country="EP" doc-number="3000001" kind="A1" date-publ="20201104" status="n" dtd-version="ep-patent-document-v1-5-1">
<SDOBI lang="en"><B000><eptags><B001EP>ATBE</B001EP></eptags></B000><B100><B110>3000001</B110><B130>A1</B130><B140><date>20201104</date></B140><B190>EP</B190></B100>
<B200><B210>19170001.8</B210><B220><date>20190502</date></B220><B240><B241><date>20200101</date></B241></B240></B200>
<B300><B310>201805001</B310><B320><date>20180503</date></B320><B330><ctry>BE</ctry></B330><B310>x</B310><B320><date>20170503</date></B320></B300>
<B500><B510><B516>7</B516><B511>7H 01M   4/02   A</B511><B512>7H 01M   4/04   B</B512></B510>
<B510EP><classification-ipcr sequence="1"><text>H01M   4/583       20100101AFI20200108BHEP        </text></classification-ipcr></B510EP>
<B520EP><classifications-cpc><classification-cpc sequence="1"><text>Y02E  60/10        20130101 LA20210830BHEP        </text></classification-cpc></classifications-cpc></B520EP>
<B540><B541>de</B541><B542>Anode aus Graphen</B542><B541>en</B541><B542>Anode of graphene &amp; Li<sub>2</sub>CO<sub>3</sub></B542><B541>fr</B541><B542>Anode de graphène</B542></B540></B500>
<B700><B710><B711><snm>Voltaic Works & Co
N.V.</snm><iid>1</iid><adr><str>Street & 1</str><ctry>BE</ctry></adr></B711></B710>
<B720><B721><snm>PEETERS, Ann</snm><adr><city>Gent</city><ctry>BE</ctry></adr></B721><B721><snm>NANGOLO, Toivo</snm><adr><ctry>NA</ctry></adr></B721></B720>
<B740><B741><snm>Agent</snm><adr><ctry>NL</ctry></adr></B741></B740></B700>
<B800><B860><B861><dnum><anum>BE2019050001</anum></dnum><date>20190502</date></B861><B862>en</B862></B860></B800></SDOBI>
<abstract id="abst" lang="en"><p id="pa01">An anode.<img id="i1"/></p><p>A cell.</p></abstract>
<description id="desc" lang="en"><heading><First Embodiment</heading><p>a & b &nosuch;</p></description>
<claims id="claims01" lang="en"><claim>1 < 2</claim></claims>
</ep-patent-document>
"#;

fn document(changes: &[(&str, &str)]) -> String {
    let mut text = TEMPLATE.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    text
}

fn read(changes: &[(&str, &str)]) -> (FileReport, Kept) {
    read_text("ep-xml", "a.xml", &document(changes)).unwrap()
}

#[test]
fn an_application() {
    let (report, kept) = read(&[]);
    assert_eq!((report.rows_read, kept.bad.len(), kept.applications.len()), (1, 0, 1));
    let row = kept.applications[0];
    assert_eq!((row.application, row.docdb_family), (151_000_019_170_001, 151_000_019_170_001));
    assert_eq!((row.office.as_str(), row.kind.as_str()), ("EP", "A"));
    assert_eq!((row.filing_year, row.earliest_filing_year), (Some(2019), Some(2017)));
    assert_eq!((row.pct, row.granted), (false, false));
    assert_eq!(row.international, (2 * 27 + 5) * 1_000_000_000_000 + 2_019_050_001);
    assert_eq!(report.rows_left_out.get("text-in-other-language"), Some(&2));
}

#[test]
fn texts_persons_and_symbols() {
    let (_, kept) = read(&[]);
    let texts: Vec<(TextPart, &str)> =
        kept.texts.iter().map(|row| (row.part, row.text.as_str())).collect();
    assert_eq!(
        texts,
        [
            (TextPart::Title, "Anode of graphene & Li2CO3"),
            (TextPart::Abstract, "An anode. A cell."),
        ]
    );
    let persons: Vec<(&str, &str)> =
        kept.persons.iter().map(|row| (row.name.as_str(), row.country.as_str())).collect();
    assert_eq!(
        persons,
        [("Voltaic Works & Co N.V.", "BE"), ("PEETERS, Ann", "BE"), ("NANGOLO, Toivo", "NA")]
    );
    let symbols: Vec<String> =
        kept.classes.iter().map(|row| format!("{:?} {}", row.scheme, row.symbol)).collect();
    assert_eq!(symbols, ["Ipc H01M 4/583", "Cpc Y02E 60/10"]);
    let (_, kept) = read(&[("B510EP", "B519EP")]);
    let symbols: Vec<String> = kept.classes.iter().map(|row| row.symbol.to_string()).collect();
    assert_eq!(symbols, ["Y02E 60/10", "H01M 4/02", "H01M 4/04"]);
}

#[test]
fn granted_patents_name_proprietors() {
    let changes =
        [("<B130>A1", "<B130>B1"), ("B710", "B730"), ("B711", "B731"), ("Works & Co", "Works AG")];
    let (_, kept) = read(&changes);
    assert!(kept.applications[0].granted);
    assert_eq!(
        (kept.parties[0].applicant, kept.persons[0].name.as_str()),
        (1, "Voltaic Works AG N.V.")
    );
}

#[test]
fn several_documents_in_one_file() {
    let first = document(&[]);
    let second = document(&[("<B130>A1", "<B130>B1")]);
    let third = document(&[("19170001.8", "19170002.6")]);
    let text = [first, second, third].concat();
    let (report, kept) = read_text("ep-xml", "a.xml", &text).unwrap();
    assert_eq!((report.rows_read, kept.applications.len()), (3, 2));
    assert!(kept.applications[0].granted && !kept.applications[1].granted);
    assert_eq!((kept.texts.len(), kept.persons.len(), kept.parties.len()), (4, 3, 6));
}

#[test]
fn members_of_an_archive() {
    let (first, second) = (document(&[]), document(&[("<B130>A1", "<B130>B1")]));
    let members: [(&str, &[u8]); 3] = [
        ("TOC.xml", b"<toc/>"),
        ("EPA1/1.xml", first.as_bytes()),
        ("EPB1/2.xml", second.as_bytes()),
    ];
    let (_folder, path) = written("EP.zip", &zip(&members));
    assert!(source("ep-xml").unwrap().wants(&path));
    let (report, kept) = read_with("ep-xml", &path, &ReadOptions::default()).unwrap();
    assert_eq!((report.rows_read, kept.applications.len(), kept.classes.len()), (2, 1, 4));
}

#[test]
fn malformed_documents_go_to_quarantine() {
    for (change, reason) in [
        (("19170001.8", "1917001.8"), "no-application"),
        (("<B210>19170001.8</B210>", ""), "no-application"),
        (("<date>20190502</date></B220>", "<date>2 May 2019</date></B220>"), "bad-date"),
        (("<date>20180503</date>", "<date>20185003</date>"), "bad-date"),
        (("BE2019050001", "BE19"), "bad-number"),
        (("SDOBI", "SDOBX"), "no-bibliographic-data"),
    ] {
        let (report, kept) = read(&[change]);
        let bad: Vec<(u64, &str)> = kept.bad.iter().map(|bad| (bad.line, bad.reason)).collect();
        assert_eq!(bad, [(3, reason)], "{change:?}");
        assert!(kept.bad[0].raw.starts_with("<ep-patent-document id="), "{}", kept.bad[0].raw);
        assert_eq!((report.rows_read, kept.applications.len()), (1, 0));
    }
    let (report, _) = read(&[("status=\"n\"", "status=\"D\"")]);
    assert_eq!(report.rows_left_out.get("deleted"), Some(&1));
}

#[test]
fn malformed_xml_before_the_description_is_an_error() {
    let fails = |text: String| failure("ep-xml", "a.xml", text.as_bytes());
    let text = fails(document(&[("</B110>", "</B111>")]));
    assert!(text.contains("a.xml, line 4, column 88: not well-formed XML"), "{text}");
    let text = fails(document(&[("</ep-patent-document>", "")]));
    assert!(text.contains("the file ends before `</ep-patent-document>`"), "{text}");
    let text = fails(document(&[("ep-patent-document", "us-patent-grant")]));
    assert!(
        text.contains("line 3, column 1: the outermost element is `us-patent-grant`"),
        "{text}"
    );
}

#[test]
fn entities_of_a_dtd_are_not_expanded() {
    let dtd = "[<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"http://localhost/c\">]>";
    let (_, kept) = read(&[
        ("\"ep-patent-document-v1-5-1.dtd\">", &format!("\"x.dtd\" {dtd}")),
        ("An anode.", "An &b; anode."),
        ("Graphen<", "&c;<"),
        ("PEETERS", "&b;"),
    ]);
    assert_eq!(kept.bad.len(), 1);
    assert_eq!(kept.bad[0].reason, "unknown-entity");
    assert_eq!(kept.texts.len(), 1);
    assert_eq!(kept.persons[1].name, "&b;, Ann");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Bytes of a valid file are replaced, removed and doubled.
    #[test]
    fn no_mutation_makes_the_reader_panic(
        changes in prop::collection::vec((0_usize..4000, 0_usize..4, any::<u8>(), 1_usize..60), 1..6),
    ) {
        let mut bytes = TEMPLATE.as_bytes().to_vec();
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
        let _ = source("ep-xml").unwrap().wants(&path);
        if let Ok((report, kept)) = read_with("ep-xml", &path, &ReadOptions::default()) {
            let quarantined: u64 = report.rows_quarantined.values().sum();
            prop_assert_eq!(quarantined, kept.bad.len() as u64);
        }
    }
}
