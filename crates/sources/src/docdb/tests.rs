#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use sextant_query::{Scheme, Symbol};

use crate::testing::{Kept, read_text};
use crate::{FileReport, PatentParty, TextPart};

/// A document in which parts can be replaced.
pub(super) fn document(changes: &[(&str, &str)]) -> String {
    let mut text = TEMPLATE.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    text
}

const TEMPLATE: &str = r#"<exch:exchange-document country="EP" doc-number="1000001" kind="A1" doc-id="11" date-publ="20200108" family-id="700" status="A">
<exch:bibliographic-data>
<exch:publication-reference data-format="docdb"><document-id lang="en"><country>EP</country><doc-number>1000001</doc-number><kind>A1</kind><date>20200108</date></document-id></exch:publication-reference>
<exch:classification-ipc><edition>7</edition><main-classification> 7H 01M   4/02   A</main-classification></exch:classification-ipc>
<exch:classifications-ipcr><classification-ipcr sequence="1"><text>H01M   4/583       20100101AFI20200108BHEP        </text></classification-ipcr></exch:classifications-ipcr>
<exch:patent-classifications><patent-classification sequence="1"><classification-scheme office="EP" scheme="CPCI"><date>20130101</date></classification-scheme><classification-symbol>Y02E  60/10        </classification-symbol><classification-status>B</classification-status></patent-classification><patent-classification><classification-scheme office="EP" scheme="ICO"/><classification-symbol>T01M4/58</classification-symbol></patent-classification></exch:patent-classifications>
<exch:application-reference is-representative="NO" doc-id="501" data-format="docdb"><document-id><country>EP</country><doc-number>19170001</doc-number><kind>A</kind><date>20190502</date></document-id></exch:application-reference>
<exch:application-reference data-format="epodoc"><document-id><doc-number>EP20190170001</doc-number></document-id></exch:application-reference>
<exch:priority-claims>
<exch:priority-claim sequence="1" data-format="docdb"><document-id><country>BE</country><doc-number>201805001</doc-number><kind>A</kind><date>20180503</date></document-id><exch:priority-active-indicator>Y</exch:priority-active-indicator></exch:priority-claim>
<exch:priority-claim sequence="2" data-format="docdb"><document-id doc-id="499"><country>BE</country><doc-number>2017050001</doc-number><kind>W</kind><date>20170502</date></document-id><exch:priority-linkage-type>W</exch:priority-linkage-type><exch:priority-active-indicator>N</exch:priority-active-indicator></exch:priority-claim>
<exch:priority-claim sequence="1" data-format="original"><document-id><doc-number>2018/5001</doc-number></document-id></exch:priority-claim>
</exch:priority-claims>
<exch:parties>
<exch:applicants><exch:applicant sequence="1" data-format="docdba"><exch:applicant-name><name>Voltaic Works N.V.</name></exch:applicant-name></exch:applicant><exch:applicant sequence="1" data-format="docdb" status="A"><exch:applicant-name><name>VOLTAIC WORKS NV           </name></exch:applicant-name><residence><country>BE</country></residence></exch:applicant><exch:applicant sequence="2" data-format="docdb"><exch:applicant-name><name>PEETERS ANN</name></exch:applicant-name></exch:applicant></exch:applicants>
<exch:inventors><exch:inventor sequence="1" data-format="docdb"><exch:inventor-name><name>PEETERS ANN</name></exch:inventor-name></exch:inventor><exch:inventor sequence="2" data-format="docdb"><exch:inventor-name><name>NANGOLO TOIVO</name></exch:inventor-name><residence><country>NA</country></residence></exch:inventor></exch:inventors>
</exch:parties>
<exch:invention-title lang="de" data-format="docdba">Anode aus Graphen</exch:invention-title>
<exch:invention-title lang="en" data-format="docdba">Anode of
   graphene &amp; Li<sub>2</sub>CO<sub>3</sub></exch:invention-title>
<exch:references-cited><exch:citation><nplcit><text>B. KO&SACUTE;NIK &amp; others; A&B</text></nplcit></exch:citation></exch:references-cited>
</exch:bibliographic-data>
<exch:abstract lang="en" data-format="docdba"><exch:p>First part&#x2014;of 10&ndash;20 &micro;m.</exch:p><exch:p>Second part.</exch:p></exch:abstract>
<exch:patent-family><exch:family-member><exch:application-reference data-format="docdb" doc-id="999"><document-id><country>US</country></document-id></exch:application-reference></exch:family-member></exch:patent-family>
</exch:exchange-document>
"#;

pub(super) fn bulk(documents: &[String]) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE exch:exchange-documents SYSTEM \"docdb-entities.dtd\">\n<exch:exchange-documents xmlns:exch=\"http://www.epo.org/exchange\" date-of-exchange=\"20240218\">\n{}</exch:exchange-documents>\n",
        documents.concat()
    )
}

fn read(documents: &[String]) -> (FileReport, Kept) {
    read_text("docdb", "bulk.xml", &bulk(documents)).unwrap()
}

fn reasons(kept: &Kept) -> Vec<&str> {
    kept.bad.iter().map(|bad| bad.reason).collect()
}

fn left_out(report: &FileReport) -> Vec<(&str, u64)> {
    report.rows_left_out.iter().map(|(reason, count)| (reason.as_str(), *count)).collect()
}

#[test]
fn an_application() {
    let (report, kept) = read(&[document(&[])]);
    assert_eq!(report.edition.as_deref(), Some("2024-02-18"));
    assert_eq!((report.rows_read, kept.bad.len(), kept.applications.len()), (1, 0, 1));
    let row = kept.applications[0];
    assert_eq!((row.application, row.docdb_family, row.inpadoc_family), (501, 700, 0));
    assert_eq!((row.office.as_str(), row.kind.as_str()), ("EP", "A"));
    assert_eq!((row.filing_year, row.earliest_filing_year), (Some(2019), Some(2018)));
    assert_eq!((row.pct, row.international, row.granted), (false, 499, false));
}

#[test]
fn texts_are_english_and_on_one_line() {
    let (report, kept) = read(&[document(&[])]);
    let texts: Vec<(TextPart, &str)> =
        kept.texts.iter().map(|row| (row.part, row.text.as_str())).collect();
    assert_eq!(
        texts,
        [
            (TextPart::Title, "Anode of graphene & Li2CO3"),
            (TextPart::Abstract, "First part\u{2014}of 10\u{2013}20 \u{b5}m. Second part."),
        ]
    );
    assert_eq!(left_out(&report), [("text-in-other-language", 1)]);
}

#[test]
fn one_spelling_of_names_is_taken() {
    let (_, kept) = read(&[document(&[])]);
    let persons: Vec<(&str, &str)> =
        kept.persons.iter().map(|row| (row.name.as_str(), row.country.as_str())).collect();
    assert_eq!(
        persons,
        [("VOLTAIC WORKS NV", "BE"), ("PEETERS ANN", "ZZ"), ("NANGOLO TOIVO", "NA")]
    );
    let places: Vec<(i64, u16, u16)> =
        kept.parties.iter().map(|row| (row.person, row.applicant, row.inventor)).collect();
    let id = |place: usize| kept.persons[place].person;
    assert_eq!(places, [(id(0), 1, 0), (id(1), 2, 1), (id(2), 0, 2)]);

    let only_docdba = [
        ("data-format=\"docdb\" status=\"A\"", "data-format=\"original\""),
        (
            "sequence=\"2\" data-format=\"docdb\"><exch:applicant-name>",
            "sequence=\"2\" data-format=\"original\"><exch:applicant-name>",
        ),
    ];
    let (_, kept) = read(&[document(&only_docdba)]);
    assert_eq!(kept.persons[0].name, "Voltaic Works N.V.");
    assert_eq!(kept.persons[0].country.as_str(), "ZZ");
}

#[test]
fn symbols_of_both_schemes() {
    let shown = |kept: &Kept| -> Vec<String> {
        kept.classes.iter().map(|row| format!("{:?} {}", row.scheme, row.symbol)).collect()
    };
    let (_, kept) = read(&[document(&[])]);
    assert_eq!(shown(&kept), ["Ipc H01M 4/583", "Cpc Y02E 60/10"]);
    let (_, kept) = read(&[document(&[("classifications-ipcr", "classifications-other")])]);
    assert_eq!(shown(&kept), ["Cpc Y02E 60/10", "Ipc H01M 4/02"]);
    let deleted = ("<classification-status>B<", "<classification-status>D<");
    let (_, kept) = read(&[document(&[deleted])]);
    assert_eq!(shown(&kept), ["Ipc H01M 4/583"]);
    let set = (
        "<patent-classification sequence=\"1\">",
        "<combination-set sequence=\"1\"><group-number>1</group-number><combination-rank><rank-number>1</rank-number><patent-classification>",
    );
    let end = (
        "<patent-classification><classification-scheme office=\"EP\" scheme=\"ICO\"/>",
        "</combination-rank></combination-set><patent-classification><classification-scheme office=\"EP\" scheme=\"ICO\"/>",
    );
    let (_, kept) = read(&[document(&[set, end])]);
    assert_eq!(shown(&kept), ["Ipc H01M 4/583", "Cpc Y02E 60/10"]);
    let (_, kept) = read(&[document(&[("H01M   4/583 ", "H01M   4:583 ")])]);
    assert_eq!(reasons(&kept), ["bad-symbol"]);
    assert_eq!((kept.bad[0].line, kept.applications.len()), (8, 1));
}

#[test]
fn publications_of_one_application_give_one_row() {
    let first = document(&[
        ("<exch:abstract lang=\"en\"", "<exch:abstract lang=\"fr\""),
        ("exch:parties", "exch:others"),
    ]);
    let grant =
        document(&[("kind=\"A1\" doc-id", "kind=\"B1\" doc-id"), ("Anode of", "Cathode of")]);
    let other = document(&[("doc-id=\"501\"", "doc-id=\"502\"")]);
    let late = document(&[("kind=\"A1\" doc-id", "kind=\"B2\" doc-id")]);
    let (report, kept) = read(&[first, grant, other, late]);
    let rows: Vec<(i64, bool)> =
        kept.applications.iter().map(|row| (row.application, row.granted)).collect();
    assert_eq!(rows, [(501, true), (502, false)]);
    let texts: Vec<(i64, TextPart)> =
        kept.texts.iter().map(|row| (row.application, row.part)).collect();
    assert_eq!(
        texts,
        [
            (501, TextPart::Title),
            (501, TextPart::Abstract),
            (502, TextPart::Title),
            (502, TextPart::Abstract),
        ]
    );
    assert!(kept.texts[0].text.starts_with("Anode"));
    assert_eq!((kept.parties.len(), kept.persons.len(), kept.classes.len()), (6, 3, 8));
    assert_eq!(report.rows_read, 4);
}

#[test]
fn other_protection_and_deleted_documents_are_left_out() {
    let kind = "<doc-number>19170001</doc-number><kind>A</kind>";
    let of = |letter: &str| {
        document(&[(kind, &format!("<doc-number>19170001</doc-number><kind>{letter}</kind>"))])
    };
    let deleted = document(&[("status=\"A\">\n<exch:bib", "status=\"D\">\n<exch:bib")]);
    let plant = document(&[("kind=\"A1\" doc-id", "kind=\"P3\" doc-id")]);
    let (report, kept) = read(&[of("U"), of("F"), of("V"), of("P"), deleted, plant, of("W")]);
    assert_eq!(
        left_out(&report),
        [
            ("deleted", 1),
            ("design", 1),
            ("plant", 2),
            ("provisional-application", 1),
            ("text-in-other-language", 1),
            ("utility-model", 1),
        ]
    );
    assert_eq!(kept.applications.len(), 1);
    assert!(kept.applications[0].pct && kept.applications[0].kind.as_str() == "W");
}

#[test]
fn grants_are_told_by_dates_before_kinds() {
    let granted = |kind: &str, dates: &str| {
        let text = document(&[
            ("kind=\"A1\" doc-id", &format!("kind=\"{kind}\" doc-id")),
            ("<exch:references-cited>", &format!("{dates}<exch:references-cited>")),
        ]);
        read(&[text]).1.applications[0].granted
    };
    let dates = |name: &str| {
        format!(
            "<exch:dates-of-public-availability><exch:{name}><date>19680104</date></exch:{name}></exch:dates-of-public-availability>"
        )
    };
    assert!(granted("B1", ""));
    assert!(!granted("A1", ""));
    assert!(!granted("B", &dates("examined-printed-without-grant")));
    assert!(granted("A", &dates("printed-with-grant")));
    assert!(granted("B1", &dates("gazette-reference")));
}

#[test]
fn priorities_without_a_date_or_without_a_format() {
    let unknown = document(&[("<date>20180503</date>", "<date>00000000</date>")]);
    let (_, kept) = read(&[unknown]);
    assert_eq!(kept.applications[0].earliest_filing_year, Some(2019));
    let active = document(&[(">N</exch:priority-active", ">Y</exch:priority-active")]);
    assert_eq!(read(&[active]).1.applications[0].earliest_filing_year, Some(2017));
    let untold =
        document(&[("<exch:priority-active-indicator>N</exch:priority-active-indicator>", "")]);
    assert_eq!(read(&[untold]).1.applications[0].earliest_filing_year, Some(2017));
}

#[test]
fn malformed_documents_go_to_quarantine_with_line_and_tag() {
    let filed = "<kind>A</kind><date>20190502</date>";
    let (report, kept) = read(&[
        document(&[]),
        document(&[(" family-id=\"700\"", "")]),
        document(&[("family-id=\"700\"", "family-id=\"-1\"")]),
        document(&[(" doc-id=\"501\"", "")]),
        document(&[(filed, "<kind>A</kind><date>20191502</date>")]),
        document(&[("<date>20180503</date>", "<date>3 May 2018</date>")]),
        document(&[(filed, "<kind>A</kind>")]),
        document(&[(filed, "<kind>APPLICATION</kind>")]),
    ]);
    assert_eq!(
        reasons(&kept),
        [
            "no-family",
            "no-family",
            "no-application",
            "bad-date",
            "bad-date",
            "bad-date",
            "bad-code"
        ]
    );
    let lines = TEMPLATE.lines().count() as u64;
    let expected: Vec<u64> = (1..8).map(|place| 4 + place * lines).collect();
    assert_eq!(kept.bad.iter().map(|bad| bad.line).collect::<Vec<_>>(), expected);
    assert!(
        kept.bad[0].raw.starts_with("<exchange-document country=\"EP\""),
        "{}",
        kept.bad[0].raw
    );
    assert!(kept.bad[3].detail.contains("`20191502`"), "{}", kept.bad[3].detail);
    assert_eq!((report.rows_read, kept.applications.len()), (8, 1));
}

#[test]
fn junk_countries_are_noted() {
    let (report, kept) = read(&[document(&[("<country>NA</country>", "<country>@@</country>")])]);
    assert_eq!(report.rows_noted.get("unknown-country"), Some(&1));
    assert_eq!(kept.persons[2].country.as_str(), "ZZ");
}

#[test]
fn entities_of_a_dtd_are_not_expanded() {
    let laughs = document(&[("Anode of", "&lol9; of")]);
    let text = bulk(&[laughs]).replace(
        "SYSTEM \"docdb-entities.dtd\">",
        "[<!ENTITY lol \"lol\"><!ENTITY lol9 \"&lol;&lol;&lol;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
    );
    let (_, kept) = read_text("docdb", "bulk.xml", &text).unwrap();
    assert_eq!(reasons(&kept), ["unknown-entity"]);
    assert!(kept.bad[0].detail.contains("`&lol9;`"), "{}", kept.bad[0].detail);
    assert_eq!((kept.applications.len(), kept.texts.len()), (1, 1));
}

#[test]
fn everything_of_a_row_belongs_to_an_application() {
    let (_, kept) = read(&[document(&[]), document(&[("501", "502")])]);
    let known = |id: i64| kept.applications.iter().any(|row| row.application == id);
    let parties: &[PatentParty] = &kept.parties;
    assert!(parties.iter().all(|row| known(row.application)));
    assert!(kept.classes.iter().all(|row| known(row.application)));
    assert!(parties.iter().all(|row| kept.persons.iter().any(|who| who.person == row.person)));
    let symbol: Symbol = "H01M 4/583".parse().unwrap();
    assert_eq!(kept.classes.iter().filter(|row| row.symbol == symbol).count(), 2);
    assert!(kept.classes.iter().any(|row| row.scheme == Scheme::Cpc));
}
