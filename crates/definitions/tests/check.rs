//! Definitions against official lists.

mod support;

use std::collections::BTreeSet;

use sextant_definitions::{Correspondence, Definitions, HsVintage, OfficialLists, check};
use support::official;

fn builtin() -> Definitions {
    Definitions::builtin().expect("the builtin loads")
}

/// Lists of two vintages that know the codes of wind power but for one digit.
fn lists() -> OfficialLists {
    let mut lists = OfficialLists::default();
    let codes = |list: &[&str]| -> BTreeSet<String> { list.iter().map(|c| (*c).into()).collect() };
    lists.codes.insert(HsVintage::Hs2012, codes(&["8502", "850231"]));
    lists.codes.insert(HsVintage::Hs2017, codes(&["850232", "850233"]));
    for to_code in ["850232", "850233"] {
        lists.correspondences.push(Correspondence {
            from: HsVintage::Hs2012,
            from_code: "850231".into(),
            to: HsVintage::Hs2017,
            to_code: to_code.into(),
        });
    }
    lists
}

#[test]
fn a_list_knows_what_lies_below_a_code() {
    let lists = lists();
    assert_eq!(lists.has(HsVintage::Hs2017, "85"), Some(true));
    assert_eq!(lists.has(HsVintage::Hs2017, "8502"), Some(true));
    assert_eq!(lists.has(HsVintage::Hs2017, "850231"), Some(false));
    assert_eq!(lists.has(HsVintage::Hs2022, "850231"), None);
    assert_eq!(lists.vintages_with("850231"), [HsVintage::Hs2012]);
}

#[test]
fn a_code_of_another_vintage_is_found_and_explained() {
    let findings = check::codes(&builtin(), &lists());
    let wind: Vec<String> = findings
        .iter()
        .filter(|finding| finding.subject == "wind-power")
        .map(ToString::to_string)
        .collect();
    let text = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../definitions/technologies/wind-power.toml"
    ))
    .expect("the file can be read");
    let line = text.lines().position(|line| line.starts_with("hs2017 = ")).expect("a line") + 1;
    assert_eq!(
        wind,
        [format!(
            "technologies/wind-power.toml, line {line}, column 11: `850231` is not in hs2017. It is in \
             hs2012. Its counterparts in hs2017 are 850232, 850233; choose among them."
        )]
    );
}

#[test]
fn an_undecided_step_is_found() {
    let findings = check::decisions(&builtin(), &lists());
    let wind: Vec<&str> = findings
        .iter()
        .filter(|finding| finding.subject == "wind-power")
        .map(|finding| finding.what.as_str())
        .collect();
    assert_eq!(wind, ["`850231` of hs2012 is also 850232, 850233 in hs2017, not listed there."]);
}

#[test]
fn without_lists_nothing_is_found() {
    assert!(check::codes(&builtin(), &OfficialLists::default()).is_empty());
    assert!(check::decisions(&builtin(), &OfficialLists::default()).is_empty());
}

#[test]
fn real_codes_are_all_official() {
    let Some(lists) = official() else { return };
    let findings: Vec<String> =
        check::codes(&builtin(), &lists).iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn real_steps_are_all_decided() {
    let Some(lists) = official() else { return };
    let findings: Vec<String> =
        check::decisions(&builtin(), &lists).iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}
