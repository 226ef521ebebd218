//! Which inventions belong to what, and how they are counted.

mod support;

use std::collections::BTreeSet;

use sextant_definitions::{
    ALL_PATENTS, ALL_PRODUCTS, Counting, Definitions, FieldSector, Lang, Residence, Route, Scope,
    SubjectKind, Unit, YearOf,
};
use sextant_query::reference::{self, Document};
use sextant_query::tagger::Tagger;
use sextant_query::{Query, Symbol};
use support::{distinct, shared};

fn builtin() -> Definitions {
    Definitions::builtin().expect("the builtin loads")
}

fn symbols(texts: &[&str]) -> Vec<Symbol> {
    texts.iter().map(|text| text.parse().expect("a symbol")).collect()
}

/// The subjects whose queries an invention matches, in reading order.
fn subjects_of(definitions: &Definitions, title: &str, ipc: &[&str]) -> Vec<String> {
    let ipc = symbols(ipc);
    let document = Document { title, abstract_: "", ipc: &ipc, cpc: &[] };
    let queries = definitions.patent_queries().into_iter();
    let matching =
        queries.filter(|q| reference::matches(&q.query, &document, definitions.expansions()));
    matching.map(|q| q.subject).collect()
}

#[test]
fn rules_of_the_method() {
    let rules = builtin().patent_rules;
    assert_eq!((rules.unit, rules.scope), (Unit::DocdbFamily, Scope::Transnational));
    assert_eq!((rules.residence, rules.counting), (Residence::Applicant, Counting::Fractional));
    assert_eq!((rules.year, rules.ecosystem_route), (YearOf::EarliestFiling, Route::DirectIpc));
    assert_eq!((rules.low_count, rules.truncated_years), (10, 3));
    assert!(rules.route_names(Route::DirectIpc).get(Lang::Fr).contains("CIB"));
}

#[test]
fn what_is_traded_and_what_is_invented() {
    let definitions = builtin();
    for subject in definitions.subjects() {
        let (traded, patented) = match subject.kind {
            SubjectKind::Technology | SubjectKind::Ecosystem => (true, true),
            SubjectKind::ProductGroup => (true, false),
            SubjectKind::Field => (false, true),
            SubjectKind::Sector => (false, false),
            SubjectKind::Total => (subject.id == ALL_PRODUCTS, subject.id == ALL_PATENTS),
        };
        assert_eq!((subject.is_traded(), subject.is_patented()), (traded, patented));
        assert!(!subject.trade_expected || traded, "{}", subject.id);
        // The figures on inventions show every technology and all 14 ecosystems.
        assert_eq!(subject.patents_expected, patented, "{}", subject.id);
    }
}

#[test]
fn every_technology_without_parts_and_every_ecosystem_has_a_query() {
    let definitions = builtin();
    let subjects: Vec<String> =
        definitions.patent_queries().into_iter().map(|q| q.subject).collect();
    let is_parent =
        |id: &str| definitions.technologies.iter().any(|t| t.parent.as_deref() == Some(id));
    let leaves = definitions.technologies.iter().map(|t| &t.id).filter(|id| !is_parent(id));
    let expected: Vec<&String> =
        leaves.chain(definitions.ecosystems.iter().map(|e| &e.id)).collect();
    assert_eq!(subjects.iter().collect::<Vec<_>>(), expected);
    assert_eq!(subjects.len(), 15 + 14);
}

#[test]
fn queries_print_and_read_back_as_they_are() {
    for query in builtin().patent_queries() {
        let printed = query.query.to_string();
        assert_eq!(sextant_query::parse(&printed).as_ref(), Ok(&query.query), "{printed}");
    }
}

#[test]
fn rules_ask_for_symbols_words_or_both() {
    let definitions = builtin();
    let wind = |title: &str, ipc: &[&str]| {
        subjects_of(&definitions, title, ipc).contains(&"wind-power".to_owned())
    };
    assert!(wind("Rotor blade", &["F03D 1/06"]));
    assert!(!wind("Generator with a flywheel", &["H02K 7/18"]));
    assert!(wind("Generator of a wind turbine", &["H02K 7/18"]));
    assert!(!wind("Wind turbine", &["B23P 15/00"]));
}

#[test]
fn rules_leave_out_what_they_say() {
    let definitions = builtin();
    let of = |ipc: &[&str]| subjects_of(&definitions, "", ipc);
    assert_eq!(of(&["G02B 6/12"]), ["photonics", "electronics"]);
    assert_eq!(of(&["G02B 6/12", "G02B 6/44"]), ["electronics"]);
    // A machine of any trade counts only together with computing.
    assert!(!of(&["B24B 7/00"]).contains(&"advanced-manufacturing".to_owned()));
    assert!(of(&["B24B 7/00", "G06F 3/01"]).contains(&"advanced-manufacturing".to_owned()));
}

#[test]
fn subgroups_stand_for_what_is_indented_below_them_and_heads_for_their_groups() {
    let definitions = builtin();
    let of = |ipc: &str| subjects_of(&definitions, "", &[ipc]);
    assert!(of("C10L 5/46").contains(&"other-renewables".to_owned()));
    assert!(of("H04B 7/195").contains(&"aerospace-defence".to_owned()), "below H04B 7/185");
    assert!(!of("H04B 7/204").contains(&"aerospace-defence".to_owned()));
    assert!(of("E04B 2/82").contains(&"energy-saving".to_owned()), "E04B 2/00 is its group");
    assert!(of("H01L 31/0725").contains(&"solar-power".to_owned()), "in a range");
    assert!(!of("H01L 31/08").contains(&"solar-power".to_owned()), "behind it");
}

#[test]
fn ecosystems_take_what_is_theirs() {
    let definitions = builtin();
    let cases: [(&str, &[&str]); 16] = [
        ("B64C 39/02", &["aerospace-defence"]),
        ("A21D 13/80", &["agri-food"]),
        ("A01N 43/40", &["agri-food", "energy-intensive"]),
        ("E04B 1/24", &["construction"]),
        ("B44C 1/00", &["cultural-creative"]),
        ("H04L 45/00", &["digital"]),
        ("H10D 30/60", &["electronics"]),
        ("C22C 38/00", &["energy-intensive"]),
        ("F03D 7/02", &["energy-renewables"]),
        ("A61K 31/557", &["health"]),
        ("A61K 8/34", &["energy-intensive"]),
        ("B60W 30/08", &["mobility"]),
        ("G08B 17/10", &["electronics", "proximity-social"]),
        ("G06Q 30/06", &["digital", "retail"]),
        ("D03D 15/00", &["textiles"]),
        ("A63G 7/00", &["tourism"]),
    ];
    let ecosystems: BTreeSet<&str> = definitions.ecosystems.iter().map(|e| e.id.as_str()).collect();
    for (symbol, expected) in cases {
        let found = subjects_of(&definitions, "", &[symbol]);
        let found: Vec<&String> =
            found.iter().filter(|id| ecosystems.contains(id.as_str())).collect();
        assert_eq!(found, expected, "{symbol}");
    }
}

#[test]
fn a_build_needs_no_scheme() {
    let definitions = builtin();
    let queries: Vec<Query> = definitions.patent_queries().into_iter().map(|q| q.query).collect();
    let tagger = Tagger::new(&queries, definitions.expansions()).expect("the queries compile");
    assert!(tagger.atoms() > queries.len());
    // Broad variants too.
    let broad: Vec<Query> = definitions
        .technologies
        .iter()
        .filter_map(|technology| technology.patents.as_ref()?.keyword_query.as_deref())
        .map(|text| sextant_query::parse(text).expect("it loads"))
        .collect();
    assert_eq!(broad.len(), 15);
    assert!(Tagger::new(&broad, definitions.expansions()).is_ok());
}

#[test]
fn fields_are_those_published() {
    let Some(shared) = shared() else { return };
    let path = shared.join("classifications/ipc/wipo_35_fields.csv");
    let published = distinct(&path, &["techn_field_nr", "techn_sector", "techn_field"]);
    let sector = |sector: FieldSector| match sector {
        FieldSector::ElectricalEngineering => "Electrical engineering",
        FieldSector::Instruments => "Instruments",
        FieldSector::Chemistry => "Chemistry",
        FieldSector::MechanicalEngineering => "Mechanical engineering",
        FieldSector::OtherFields => "Other fields",
    };
    let name = |name: &str| name.replace(" (field of technology)", "");
    let ours: BTreeSet<Vec<String>> = builtin()
        .fields
        .iter()
        .map(|f| vec![f.number.to_string(), sector(f.sector).to_owned(), name(&f.names.en)])
        .collect();
    assert_eq!(ours, published);
}

#[test]
fn where_a_field_or_an_ecosystem_is_defined() {
    let definitions = builtin();
    let file = |id: &str| definitions.source_of(id).map(|(path, _)| path.to_owned());
    assert_eq!(file("wipo-field-01").as_deref(), Some("fields/wipo-fields.toml"));
    assert_eq!(file("tourism").as_deref(), Some("ecosystems/tourism.toml"));
    assert_eq!(file(ALL_PATENTS), None);
    assert_eq!(file("wipo-field-36"), None);
}
