//! What published sets of definitions say that the technologies are.

use std::collections::BTreeSet;

use sextant_definitions::{Definitions, Error, Family, Lang, OWN_DEFINITIONS, PatentQuery, Status};
use sextant_query::reference::{self, Document};
use sextant_query::tagger::Tagger;
use sextant_query::{Query, Scheme, Symbol};

fn builtin() -> Definitions {
    Definitions::builtin().expect("the builtin loads")
}

/// Whether a family with these symbols belongs to a technology, own or under a set.
fn holds(definitions: &Definitions, technology: &str, ipc: &[&str], cpc: &[&str]) -> bool {
    let read = |texts: &[&str]| -> Vec<Symbol> {
        texts.iter().map(|text| text.parse().expect("a symbol")).collect()
    };
    let (ipc, cpc) = (read(ipc), read(cpc));
    let document = Document { ipc: &ipc, cpc: &cpc, ..Document::default() };
    let queries = definitions.patent_queries();
    queries
        .iter()
        .filter(|query| definitions.is_within(&query.subject, technology))
        .any(|query| reference::matches(&query.query, &document, definitions.expansions()))
}

#[test]
fn three_sets_are_read() {
    let definitions = builtin();
    let ids: Vec<&str> = definitions.alternatives.iter().map(|a| a.id.as_str()).collect();
    assert_eq!(ids, ["cpc-y02", "oecd-env-tech", "wipo-green-inventory"]);
    assert!(!ids.contains(&OWN_DEFINITIONS));
    for alternative in &definitions.alternatives {
        assert_eq!(alternative.status, Status::Reconstruction, "{}", alternative.id);
        assert!(alternative.provenance.origin.contains("Sextant"));
        assert!(Lang::ALL.iter().all(|lang| !alternative.names.get(*lang).is_empty()));
        let (path, text) = definitions.source_of(&alternative.id).expect("a file");
        assert_eq!(path, format!("alternatives/{}.toml", alternative.id));
        assert!(!text.contains("://"), "publishers move their pages");
    }
}

#[test]
fn renewable_energy_is_compared_because_all_its_parts_are() {
    for alternative in &builtin().alternatives {
        assert_eq!(
            alternative.technologies(),
            ["energy-saving", "renewable-energy", "solar-power", "wind-power", "other-renewables"]
        );
    }
}

#[test]
fn no_green_technology_is_passed_over_in_silence() {
    let definitions = builtin();
    let is_parent =
        |id: &str| definitions.technologies.iter().any(|t| t.parent.as_deref() == Some(id));
    let green: BTreeSet<&str> = definitions
        .technologies
        .iter()
        .filter(|t| t.family == Family::Green && !is_parent(&t.id))
        .map(|t| t.id.as_str())
        .collect();
    for alternative in &definitions.alternatives {
        let readings = alternative.readings.iter().map(|reading| reading.technology.as_str());
        let gaps = alternative.gaps.iter().map(|gap| gap.technology.as_str());
        assert_eq!(readings.chain(gaps).collect::<BTreeSet<_>>(), green, "{}", alternative.id);
    }
}

#[test]
fn under_a_set_only_what_it_knows_changes() {
    let own = builtin();
    for alternative in &own.alternatives {
        let under = own.under(&alternative.id).expect("it is there");
        assert_eq!(under.in_force().map(|a| a.id.as_str()), Some(alternative.id.as_str()));
        let (before, after) = (own.patent_queries(), under.patent_queries());
        assert_eq!(before.len(), after.len());
        for (own, other) in before.iter().zip(&after) {
            assert_eq!(own.subject, other.subject, "the order stays");
            let known = alternative.readings.iter().any(|r| r.technology == own.subject);
            assert_eq!(own.query != other.query, known, "{}: {}", alternative.id, own.subject);
        }
        for (own, other) in own.subjects().iter().zip(under.subjects()) {
            let compared = alternative.technologies().contains(&own.id);
            let version = format!("{} {}", alternative.id, alternative.version);
            assert_eq!(other.version, if compared { &version } else { &own.version }.as_str());
            assert_eq!((&own.id, &own.parent), (&other.id, &other.parent));
        }
    }
    assert!(own.in_force().is_none());
}

#[test]
fn every_set_has_a_fingerprint_of_its_own() {
    let own = builtin();
    let under = |id: &str| own.under(id).expect("it is there").fingerprint();
    let of_sets = own.alternatives.iter().map(|alternative| under(&alternative.id));
    let all: BTreeSet<String> = of_sets.chain([own.fingerprint()]).collect();
    assert_eq!(all.len(), 4);
    assert_eq!(under("cpc-y02"), under("cpc-y02"));
}

#[test]
fn a_set_replaces_the_one_before() {
    let own = builtin();
    let once = own.under("cpc-y02").expect("it is there");
    let twice = own.under("wipo-green-inventory").and_then(|wipo| wipo.under("cpc-y02"));
    let twice = twice.expect("both are there");
    assert_eq!(once.patent_queries(), twice.patent_queries());
    assert_eq!(once.fingerprint(), twice.fingerprint());
}

#[test]
fn a_set_that_there_is_not() {
    let error = builtin().under("cpc-y03").expect_err("there is none");
    assert!(matches!(error, Error::UnknownAlternative { .. }));
    assert_eq!(
        error.to_string(),
        "There is no set of definitions `cpc-y03`. Use one of these: cpc-y02, oecd-env-tech, \
         wipo-green-inventory."
    );
}

#[test]
fn a_parent_is_the_union_of_its_parts_under_every_set() {
    let own = builtin();
    let y02 = own.under("cpc-y02").expect("it is there");
    assert!(holds(&y02, "renewable-energy", &[], &["Y02E 10/727"]));
    assert!(holds(&y02, "wind-power", &[], &["Y02E 10/727"]));
    assert!(!holds(&y02, "solar-power", &[], &["Y02E 10/727"]));
    assert!(!holds(&y02, "wind-power", &["F03D 1/06"], &[]), "symbols of the IPC say nothing here");
}

/// Technology, IPC, CPC; whether own, Y02, OECD and WIPO find it.
type Case<'a> = (&'a str, &'a [&'a str], &'a [&'a str], [bool; 4]);

#[test]
fn what_the_sets_see_differently() {
    let own = builtin();
    let under = |id: &str| own.under(id).expect("it is there");
    let sets = [under("cpc-y02"), under("oecd-env-tech"), under("wipo-green-inventory")];
    let cases: [Case<'_>; 9] = [
        ("wind-power", &["F03D 1/06"], &["Y02E 10/72"], [true, true, true, true]),
        ("wind-power", &["H02K 7/18"], &[], [false, false, false, true]),
        ("solar-power", &[], &["Y02B 10/10"], [false, true, false, false]),
        ("solar-power", &["H10F 10/10"], &[], [true, false, false, true]),
        ("other-renewables", &["C10G 3/00"], &[], [false, false, false, true]),
        ("other-renewables", &["C10L 5/48"], &[], [true, false, true, true]),
        ("energy-saving", &["G01R 11/00"], &["Y04S 20/30"], [false, true, false, true]),
        ("energy-saving", &["E04B 1/68"], &["Y02B 80/22"], [true, true, true, false]),
        ("energy-saving", &[], &["Y02E 20/326"], [false, false, true, false]),
    ];
    for (technology, ipc, cpc, expected) in cases {
        let [y02, oecd, wipo] = &sets;
        let found = [&own, y02, oecd, wipo].map(|set| holds(set, technology, ipc, cpc));
        assert_eq!(found, expected, "{technology} {ipc:?} {cpc:?}");
    }
}

#[test]
fn which_symbols_a_set_looks_at() {
    let definitions = builtin();
    let uses = |id: &str| {
        let alternative = definitions.alternative(id).expect("it is there");
        [Scheme::Ipc, Scheme::Cpc].map(|scheme| alternative.uses(scheme))
    };
    assert_eq!(uses("wipo-green-inventory"), [true, false]);
    assert_eq!(uses("oecd-env-tech"), [true, true]);
    assert_eq!(uses("cpc-y02"), [false, true]);
}

#[test]
fn a_build_under_any_set_needs_no_scheme() {
    let own = builtin();
    for alternative in &own.alternatives {
        let queries: Vec<Query> =
            alternative.patent_queries().into_iter().map(|query| query.query).collect();
        assert_eq!(queries.len(), alternative.readings.len());
        let tagger = Tagger::new(&queries, own.expansions()).expect("the queries compile");
        assert!(tagger.atoms() > queries.len());
        for PatentQuery { subject, query } in alternative.patent_queries() {
            let printed = query.to_string();
            assert_eq!(sextant_query::parse(&printed).as_ref(), Ok(&query), "{subject}");
        }
    }
}
