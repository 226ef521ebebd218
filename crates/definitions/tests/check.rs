//! Definitions against official lists.

mod support;

use std::collections::BTreeSet;

use sextant_definitions::{
    Correspondence, Definitions, HsVintage, IpcScheme, OfficialLists, check,
};
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

/// Lists with a scheme in which little is left.
fn small_scheme() -> OfficialLists {
    let mut ipc = IpcScheme::new("2031.01");
    for symbol in ["F03D 1/00", "F03D 1/06", "H02K 7/00", "H02K 7/18", "H02K 7/20", "G06V 10/70"] {
        ipc.add(symbol);
    }
    ipc.add_below("H02K 7/18", "H02K 7/00");
    ipc.add_below("H02K 7/20", "H02K 7/18");
    ipc.add_below("G06V 10/70", "G06V 10/00");
    OfficialLists { ipc, ..OfficialLists::default() }
}

#[test]
fn a_symbol_that_the_scheme_does_not_have_is_found_and_explained() {
    let findings = check::codes(&builtin(), &small_scheme());
    let wind: Vec<String> = findings
        .iter()
        .filter(|finding| finding.file == "technologies/wind-power.toml")
        .map(|finding| format!("{} {}", finding.what, finding.way_out))
        .collect();
    let listed = "If another edition has it, list it in expansions/ipc.toml under [absent] and \
                  say why.";
    assert_eq!(
        wind,
        ["E04H 12", "B60K 16", "B60L 8", "B63H 13", "B63H 9", "B63B 35"].map(|symbol| format!(
            "`{symbol}` is not in the IPC 2031.01. Its class is not there either; check the \
             letters. {listed}"
        ))
    );
    let known = findings.iter().find(|f| f.code == "H02K 7/18" && !f.subject.is_empty());
    assert!(known.is_none(), "it is in the scheme");
    let read = findings.iter().find(|f| f.file.starts_with("alternatives/") && f.code == "E04H 12");
    assert_eq!(read.map(|finding| finding.subject.as_str()), Some("wind-power"));
    assert!(findings.iter().all(|finding| finding.vintage.is_none()));
}

#[test]
fn expansions_of_another_scheme_are_found() {
    let findings = check::codes(&builtin(), &small_scheme());
    let stale: Vec<String> = findings
        .iter()
        .filter(|finding| finding.file == "expansions/ipc.toml")
        .map(|finding| format!("{} {}", finding.what, finding.way_out))
        .collect();
    let way_out = "Write the file again with `sextant definitions expand`.";
    assert_eq!(
        stale,
        [
            format!("`G06V` is listed as absent, but the IPC 2031.01 has it. {way_out}"),
            format!("`G06V 10/70` is listed as absent, but the IPC 2031.01 has it. {way_out}"),
            format!("What lies below `H02K 7/18` is not what the IPC 2031.01 has. {way_out}"),
        ]
    );
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
