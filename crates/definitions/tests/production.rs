//! Which headings belong to what, in which year.
//!
//! After a change of the lists: `SEXTANT_UPDATE=1 cargo test -p sextant-definitions
//! --test production`, or `sextant definitions expand prodcom` with the lists ingested.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use sextant_definitions::{
    ALL_PATENTS, ALL_PRODUCTION, Definitions, HeadingBreak, HeadingBreakKind, ProdcomChanges,
    Subject, check, expand_prodcom,
};
use support::{prodcom, shared};

static BUILTIN: LazyLock<Definitions> =
    LazyLock::new(|| Definitions::builtin().expect("the builtin loads"));

fn builtin() -> &'static Definitions {
    &BUILTIN
}

fn subject(id: &str) -> Subject {
    let subjects = builtin().subjects();
    subjects.into_iter().find(|subject| subject.id == id).expect("the subject is there")
}

#[test]
fn the_written_changes_are_those_of_the_lists() {
    let Some(lists) = prodcom() else { return };
    let text = expand_prodcom(builtin(), &lists.prodcom_changes).expect("the changes are there");
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../definitions/expansions/prodcom.toml");
    if std::env::var_os("SEXTANT_UPDATE").is_some() {
        std::fs::write(&path, &text).expect("the file can be written");
    }
    let written = std::fs::read_to_string(&path).expect("the file can be read");
    assert!(
        written == text,
        "stale: run SEXTANT_UPDATE=1 cargo test -p sextant-definitions --test production"
    );
}

/// What is written reads back as the same, without the lists.
#[test]
fn expanding_what_is_written_gives_it_again() {
    let definitions = builtin();
    let mut files = definitions.texts();
    let (_, written) = files.find(|(path, _)| *path == "expansions/prodcom.toml").expect("a file");
    let text = expand_prodcom(definitions, definitions.prodcom_changes());
    assert_eq!(text.as_deref(), Ok(written));
}

/// A chain by the few changes written down is that by all changes.
#[test]
fn what_is_written_is_enough() {
    let Some(lists) = prodcom() else { return };
    let definitions = builtin();
    let findings: Vec<String> =
        check::codes(definitions, &lists).iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
    assert_eq!(definitions.prodcom_changes().span(), lists.prodcom_changes.span());
}

/// The lists by the older NACE are another nomenclature.
#[test]
fn lists_before_2008_are_not_followed() {
    let definitions = builtin();
    let mut changes = definitions.prodcom_changes().clone();
    assert!(changes.add("prodcom2007", "29112230", "prodcom2008", "28112400"));
    let text = expand_prodcom(definitions, &changes);
    assert_eq!(text, expand_prodcom(definitions, definitions.prodcom_changes()));
    let mut old = ProdcomChanges::default();
    assert!(old.add("prodcom2006", "29112230", "prodcom2007", "29112231"));
    assert!(expand_prodcom(definitions, &old).is_err());
}

#[test]
fn without_changes_there_is_nothing_to_write() {
    let error = expand_prodcom(builtin(), &ProdcomChanges::default()).expect_err("nothing");
    assert_eq!(
        error.to_string(),
        "The changes of the Prodcom list are not at hand. Ingest them: sextant ingest \
         prodcom-list PATH."
    );
    let mut late = ProdcomChanges::default();
    assert!(late.add("prodcom2030", "", "prodcom2031", "29102410"));
    let error = expand_prodcom(builtin(), &late).expect_err("the list of 2021 is older");
    assert!(error.to_string().contains("are not at hand for the list of 2021. Ingest"));
}

/// First year of a chain, its codes then, and how many breaks it has.
fn beginning(heading: &str) -> (u16, Vec<String>, Vec<HeadingBreak>) {
    let chain = builtin().heading_chain(heading, 2021);
    let first = chain.spans.first().expect("it is in force at some time").clone();
    (first.first, first.codes, chain.breaks)
}

#[test]
fn electric_cars_start_in_2017() {
    for heading in ["29102410", "29102430", "29102450"] {
        let (first, codes, breaks) = beginning(heading);
        assert_eq!((first, codes), (2017, vec![heading.to_owned()]), "{heading}");
        let start = HeadingBreak {
            year: 2017,
            heading: heading.into(),
            kind: HeadingBreakKind::Starts,
            others: Vec::new(),
        };
        assert_eq!(breaks, [start], "{heading}");
    }
    let definitions = builtin();
    let marked = definitions.production_breaks("digital-mobility");
    let started: Vec<&str> = marked[&2017].iter().map(|b| b.heading.as_str()).collect();
    assert_eq!(started, ["29102410", "29102430", "29102450"]);
    assert!(!definitions.production_headings("digital-mobility", 2016).contains_key("29102410"));
    assert!(definitions.production_headings("digital-mobility", 2017).contains_key("29102410"));
}

#[test]
fn lithium_batteries_start_in_2019() {
    let (first, _, breaks) = beginning("27202350");
    assert_eq!(first, 2019);
    let words: Vec<String> = breaks.iter().map(HeadingBreak::words).collect();
    assert_eq!(words, ["2019: 27202350 starts"]);
    let marked = builtin().production_breaks("energy-saving");
    assert!(marked[&2019].iter().any(|b| b.heading == "27202350"));
}

#[test]
fn a_new_name_is_followed() {
    let definitions = builtin();
    let chain = definitions.heading_chain("26702450", 2021);
    assert!(chain.breaks.is_empty());
    let codes: Vec<(u16, u16, &str)> =
        chain.spans.iter().map(|s| (s.first, s.last, s.codes[0].as_str())).collect();
    assert_eq!(codes, [(2008, 2015, "26515350"), (2016, 2021, "26702450")]);
    assert!(definitions.production_headings("photonics", 2015).contains_key("26515350"));
    assert!(!definitions.production_headings("photonics", 2015).contains_key("26702450"));
}

/// Names outside the definitions are in the lists all the same.
#[test]
fn every_heading_can_be_followed_with_the_lists() {
    let Some(lists) = prodcom() else { return };
    let folder = tempfile::TempDir::new().expect("there is a temporary folder");
    let path = folder.path().join("wind-power.toml");
    let definitions = builtin();
    let (_, text) = definitions.source_of("wind-power").expect("it is there");
    let named = "headings = [\"27202200\", \"29102490\", \"27202310\", \"27202395\"]";
    let tried = text.replace("headings = [\"28112400\"]", named);
    std::fs::write(&path, tried.replace("prodcom_year = 2021", "prodcom_year = 2017"))
        .expect("it can be written");
    let with = definitions.with_file(&path).expect("the file is good");
    let missing: Vec<String> =
        check::codes(&with, &lists).into_iter().map(|finding| finding.what).collect();
    let expected = [
        "That `27202210` became `27202200` in 2011 is not written down.",
        "That `27202250` became `27202200` in 2011 is not written down.",
        "That `29102490` starts in 2017 is not written down.",
        "That `27202200` ends in 2019 is not written down.",
    ];
    for sentence in expected {
        assert!(missing.iter().any(|what| what == sentence), "{sentence} in {missing:?}");
    }
    let changes = expand_prodcom(&with, &lists.prodcom_changes).expect("the changes are there");
    let file = folder.path().join("expansions").join("prodcom.toml");
    std::fs::create_dir(folder.path().join("expansions")).expect("a folder can be made");
    std::fs::write(&file, changes).expect("it can be written");
    let with = with.with_file(&file).expect("what is written is good");
    let text: Vec<String> = with
        .heading_rows("wind-power")
        .iter()
        .map(|row| format!("{} [{}]", row.spans(2021), row.breaks()))
        .collect();
    assert_eq!(
        text[..2],
        [
            "2008-2010 27202210 + 27202250, 2011-2018 27202200 [2019: 27202200 ends]",
            "2017- 29102490 [2017: 29102490 starts]",
        ]
    );
}

/// How a candidate's chain from 2010 to 2021 looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shape {
    Unchanged,
    Followed,
    Broken,
}

fn shape(definitions: &Definitions, heading: &str) -> Shape {
    let chain = definitions.heading_chain(heading, 2021);
    let since: Vec<_> = chain.spans.iter().filter(|span| span.last >= 2010).collect();
    if chain.breaks.iter().any(|b| b.year > 2010) {
        Shape::Broken
    } else if since.iter().all(|span| span.codes == [heading]) {
        Shape::Unchanged
    } else {
        Shape::Followed
    }
}

/// The method counts 161 candidates: 121 unchanged from 2010 to 2021, 9 that can be
/// followed by their names, 31 that split or start late. A list drawn up apart gives the
/// codes of each year, and whether they are of the same goods.
#[test]
fn candidates_of_the_method() {
    let Some(shared) = shared() else { return };
    let path = shared.join("classifications/prodcom/prodcom_candidate_chains_2010_2021.json");
    let text = std::fs::read_to_string(path).expect("the file can be read");
    let chains: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    let definitions = builtin();
    let mut counted: BTreeMap<Shape, usize> = BTreeMap::new();
    for (heading, expected) in chains.as_object().expect("an object") {
        let shape = shape(definitions, heading);
        *counted.entry(shape).or_default() += 1;
        let chain = definitions.heading_chain(heading, 2021);
        if expected["clean"] != true {
            assert_eq!(shape, Shape::Broken, "{heading}");
            continue;
        }
        for (year, codes) in expected["codes_by_year"].as_object().expect("an object") {
            let year: u16 = year.parse().expect("a year");
            let codes: Vec<&str> =
                codes.as_array().expect("a list").iter().filter_map(|c| c.as_str()).collect();
            let span = chain.spans.iter().find(|s| s.first <= year && year <= s.last);
            let ours: Vec<&str> =
                span.into_iter().flat_map(|span| &span.codes).map(String::as_str).collect();
            assert_eq!(ours, codes, "{heading} in {year}");
        }
    }
    let counted: Vec<usize> = counted.into_values().collect();
    assert_eq!(counted, [121, 9, 31]);
}

/// Parents the slow way: of every year the headings of each child, by the largest weight.
#[test]
fn a_parent_is_the_union_of_its_children() {
    let definitions = builtin();
    for parent in &definitions.technologies {
        let children: Vec<&str> = definitions
            .technologies
            .iter()
            .filter(|t| t.parent.as_deref() == Some(&parent.id))
            .map(|t| t.id.as_str())
            .collect();
        for year in (2007..=2024).filter(|_| !children.is_empty()) {
            let mut union: BTreeMap<String, u32> = BTreeMap::new();
            for child in &children {
                for (heading, weight) in definitions.production_headings(child, year) {
                    let weights = [weight, union.get(&heading).copied().unwrap_or(0)];
                    union.insert(heading, weights.into_iter().max().expect("two weights"));
                }
            }
            assert_eq!(definitions.production_headings(&parent.id, year), union, "{}", parent.id);
        }
    }
}

/// Breaks of a subject the slow way: from the chains of its headings, less those between
/// headings of its own.
#[test]
fn breaks_of_a_subject_are_those_of_its_headings() {
    let definitions = builtin();
    for subject in definitions.subjects() {
        let of_headings: BTreeSet<(u16, String)> = definitions
            .heading_rows(&subject.id)
            .iter()
            .flat_map(|row| row.chain.breaks.iter().map(|b| (b.year, b.heading.clone())))
            .collect();
        let marked: BTreeSet<(u16, String)> = definitions
            .production_breaks(&subject.id)
            .into_iter()
            .flat_map(|(year, breaks)| breaks.into_iter().map(move |b| (year, b.heading)))
            .collect();
        assert!(marked.is_subset(&of_headings), "{}", subject.id);
        for (year, heading) in of_headings.difference(&marked) {
            let before = definitions.production_headings(&subject.id, year - 1);
            assert!(before.contains_key(heading), "{} {year} {heading}", subject.id);
        }
    }
}

#[test]
fn headings_of_years_without_lists() {
    let definitions = builtin();
    assert!(definitions.production_headings("photonics", 2007).is_empty());
    let last = definitions.production_headings("photonics", 2021);
    assert_eq!(last.len(), 24);
    assert_eq!(definitions.production_headings("photonics", 2030), last);
    assert!(definitions.production_headings("tourism", 2020).is_empty());
    assert!(definitions.production_headings(ALL_PRODUCTION, 2020).is_empty());
    assert!(definitions.production_breaks("nothing").is_empty());
}

#[test]
fn weights_of_parts_are_exact() {
    let wind = builtin().production_headings("wind-power", 2021);
    let expected = [("25112200", 5000), ("27112670", 3000), ("28112400", 10_000)];
    let expected = expected.map(|(heading, weight)| (heading.to_owned(), weight));
    assert_eq!(wind, BTreeMap::from(expected));
}

#[test]
fn weights_of_industries() {
    let definitions = builtin();
    let of = |ecosystem, heading| definitions.production_weight(ecosystem, heading);
    assert_eq!(of("mobility", "29102410"), 10_000);
    assert_eq!(of("mobility", "27202350"), 5000, "27.2 before 27");
    assert_eq!(of("mobility", "27112670"), 0, "the share of 27 is for data that stop there");
    assert_eq!(of("aerospace-defence", "26512060"), 2000, "26.51");
    assert_eq!(of("aerospace-defence", "33161000"), 10_000, "33.16");
    assert_eq!(of("textiles", "20601110"), 10_000);
    assert_eq!(of("tourism", "29102410"), 0);
    assert_eq!(of("mobility", "10111140"), 0);
    assert_eq!(of("photonics", "26702450"), 0, "a technology has no industries");
}

#[test]
fn who_is_produced() {
    let expected = |id| subject(id).production_expected;
    assert!(expected("wind-power") && expected("renewable-energy") && expected(ALL_PRODUCTION));
    assert!(expected("mobility") && expected("cultural-creative"));
    for none in ["tourism", "retail", "proximity-social", "wipo-field-01", ALL_PATENTS] {
        assert!(!expected(none), "{none}");
    }
    let definitions = builtin();
    for technology in &definitions.technologies {
        let any = !definitions.production_headings(&technology.id, 2021).is_empty();
        assert_eq!(expected(&technology.id), any, "{}", technology.id);
    }
    for subject in definitions.subjects() {
        assert!(subject.is_produced() || !subject.production_expected, "{}", subject.id);
    }
}

#[test]
fn thresholds_of_the_production_rules() {
    let rules = &builtin().production_rules;
    assert_eq!(rules.full_coverage_divisions, 24);
    let shares =
        [rules.code_coverage_full, rules.code_coverage_published, rules.hidden_part_published];
    assert_eq!(shares.map(|share| share.to_string()), ["0.9", "0.5", "0.05"]);
    assert_eq!(rules.source_order, ["prodcom"]);
}

/// The list of every year has more divisions than the rules ask for.
#[test]
fn lists_have_the_divisions_of_the_rules() {
    let Some(shared) = shared() else { return };
    let path = shared.join("classifications/prodcom/prodcom_cn_history_2008_2021.csv");
    let mut divisions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in support::distinct(&path, &["year", "prodcom"]) {
        divisions.entry(row[0].clone()).or_default().insert(row[1][..2].to_owned());
    }
    let needed = builtin().production_rules.full_coverage_divisions;
    for (year, found) in divisions {
        let always = (10..=32).map(|d| d.to_string()).chain(["07".into(), "08".into()]);
        assert!(always.into_iter().all(|division| found.contains(&division)), "{year}");
        assert!((needed as usize..=28).contains(&found.len()), "{year}: {}", found.len());
    }
}

#[test]
fn headings_in_words() {
    let text = builtin().headings_text("wind-power");
    assert_eq!(
        text,
        "28112400        2008- 28112400\n\
         25112200 (0.5)  2008- 25112200\n\
         27112670 (0.3)  2008- 27112670\n"
    );
    assert_eq!(builtin().headings_text("tourism"), "");
    let photonics = builtin().headings_text("photonics");
    let line = photonics.lines().find(|line| line.starts_with("26702420")).expect("a line");
    assert_eq!(
        line,
        "26702420  2016- 26702420  (2016: 26511215 splits, a part goes to 26511250; left out \
         before; 2016: 26511270 splits, a part goes to 26511280; left out before)"
    );
}
