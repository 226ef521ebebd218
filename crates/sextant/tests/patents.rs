//! Families counted in every way, on the example that docs/patents.md works out.

// What cannot be unwrapped in a test fails the test.
#![allow(clippy::unwrap_used, clippy::panic, clippy::float_cmp)]

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use support::patstat::{Application, rules, write};
use support::{lines, number, ok, run};

/// The families of docs/patents.md.
fn example() -> Vec<Application<'static>> {
    let pct = 45_574_554;
    let solar = vec!["H02S  20/00", "H01L  31/042"];
    let member = |id, office, kind, international| Application {
        id,
        office,
        kind,
        international,
        filed: 2007,
        earliest: 2006,
        docdb: 23_307_812,
        inpadoc: 1,
        ..Application::default()
    };
    let mut international = member(pct, "WO", "W", 0);
    international.applicants = vec![("BE", "BE21"), ("FR", "FR10")];
    international.inventors = vec![("BE", "BE10"), ("BE", "BE21"), ("LU", "LU00")];
    international.ipc = solar.clone();
    international.title = "Photovoltaic module";
    international.abstract_ = "A module with a \"frame\".";
    // At its own office the firm has other addresses; only the representative counts.
    let mut japanese = member(100, "JP", "A", pct);
    japanese.applicants = vec![("JP", "")];
    let national = Application {
        id: 200,
        office: "JP",
        kind: "A",
        filed: 2006,
        earliest: 2006,
        docdb: 2,
        inpadoc: 2,
        applicants: vec![("JP", "")],
        ipc: solar,
        ..Application::default()
    };
    let european = Application {
        id: 300,
        office: "EP",
        kind: "A",
        filed: 2007,
        earliest: 2006,
        docdb: 3,
        inpadoc: 3,
        applicants: vec![("DE", "DE21")],
        inventors: vec![("DE", "DE21"), ("NL", "NL31")],
        ipc: vec!["A61K  31/00"],
        ..Application::default()
    };
    let mut continued = european.clone();
    (continued.id, continued.docdb, continued.inpadoc) = (301, 4, 3);
    vec![
        international,
        japanese,
        member(101, "EP", "A", pct),
        member(102, "DE", "A", pct),
        member(103, "TW", "A", 0),
        member(104, "US", "A", 0),
        national,
        european,
        continued,
    ]
}

/// Families of each geography in a year, of all subjects together or of one.
fn families(workspace: &Path, subject: &str, year: &str) -> BTreeMap<String, (f64, String)> {
    let arguments =
        ["observations", "--indicator", "patent-families", "--subject", subject, "--period", year];
    let found = lines(&ok(workspace, &arguments));
    found
        .iter()
        .map(|line| (line["geo"].clone(), (number(line, "value"), line["n"].clone())))
        .collect()
}

/// The example under changed rules.
fn counted(changes: &[(&str, &str)], subject: &str, year: &str) -> BTreeMap<String, (f64, String)> {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("workspace");
    std::fs::create_dir(&workspace).unwrap();
    rules(&workspace, changes);
    write(&folder.path().join("patstat"), &example());
    ok(&workspace, &["ingest", "patstat", folder.path().join("patstat").to_str().unwrap()]);
    ok(&workspace, &["build"]);
    families(&workspace, subject, year)
}

fn of(expected: &[(&str, f64, &str)]) -> BTreeMap<String, (f64, String)> {
    expected.iter().map(|(geo, value, n)| ((*geo).into(), (*value, (*n).into()))).collect()
}

#[test]
fn a_family_counts_once_in_equal_parts_for_the_applicants_of_its_representative() {
    let all = counted(&[], "all-patents", "2006");
    let expected = of(&[
        ("WORLD", 3.0, "3"),
        ("EU27", 3.0, "3"),
        ("BE", 0.5, "1"),
        ("BE21", 0.5, "1"),
        ("FR", 0.5, "1"),
        ("FR10", 0.5, "1"),
        ("DE", 2.0, "2"),
        ("DE21", 2.0, "2"),
    ]);
    assert_eq!(all, expected);
}

#[test]
fn symbols_are_the_union_of_the_family_and_parents_the_union_of_their_parts() {
    let solar = counted(&[], "solar-power", "2006");
    assert_eq!(solar["WORLD"], (1.0, "1".into()));
    assert_eq!(solar["DE"], (0.0, "0".into()), "none is none where the source is complete");
    let renewable = counted(&[], "renewable-energy", "2006");
    assert_eq!(renewable, solar);
}

#[test]
fn the_inpadoc_family_joins_what_shares_a_priority() {
    let changes = [("unit = \"docdb-family\"", "unit = \"inpadoc-family\"")];
    let all = counted(&changes, "all-patents", "2006");
    assert_eq!((all["WORLD"].0, all["DE"].0, all["BE"].0), (2.0, 1.0, 0.5));
}

#[test]
fn a_source_without_inpadoc_families_falls_back_on_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("workspace");
    std::fs::create_dir(&workspace).unwrap();
    rules(&workspace, &[("unit = \"docdb-family\"", "unit = \"inpadoc-family\"")]);
    let without = example().into_iter().map(|a| Application { inpadoc: 0, ..a });
    write(&folder.path().join("patstat"), &without.collect::<Vec<_>>());
    ok(&workspace, &["ingest", "patstat", folder.path().join("patstat").to_str().unwrap()]);
    ok(&workspace, &["build"]);
    assert_eq!(families(&workspace, "all-patents", "2006")["WORLD"].0, 3.0);
}

#[test]
fn applications_count_by_themselves_but_a_euro_pct_application_not_again() {
    let changes = [("unit = \"docdb-family\"", "unit = \"application\"")];
    let all = counted(&changes, "all-patents", "2006");
    assert_eq!((all["WORLD"].0, all["DE"].0, all["BE"].0), (3.0, 2.0, 0.5));
}

#[test]
fn national_families_count_when_all_do() {
    let changes = [("scope = \"transnational\"", "scope = \"all\"")];
    let all = counted(&changes, "all-patents", "2006");
    assert_eq!((all["WORLD"].0, all["JP"].0), (4.0, 1.0));
}

#[test]
fn counted_whole_every_country_has_the_family_and_the_world_has_it_once() {
    let changes = [("counting = \"fractional\"", "counting = \"whole\"")];
    let all = counted(&changes, "all-patents", "2006");
    let expected = of(&[
        ("WORLD", 3.0, "3"),
        ("EU27", 3.0, "3"),
        ("BE", 1.0, "1"),
        ("BE21", 1.0, "1"),
        ("FR", 1.0, "1"),
        ("FR10", 1.0, "1"),
        ("DE", 2.0, "2"),
        ("DE21", 2.0, "2"),
    ]);
    assert_eq!(all, expected);
}

#[test]
fn the_first_named_takes_it_all() {
    let changes = [("counting = \"fractional\"", "counting = \"first-named\"")];
    let all = counted(&changes, "all-patents", "2006");
    assert_eq!((all["WORLD"].0, all["BE"].0, all.get("FR")), (3.0, 1.0, None));
}

#[test]
fn inventors_say_where_it_was_made() {
    let changes = [("residence = \"applicant\"", "residence = \"inventor\"")];
    let all = counted(&changes, "all-patents", "2006");
    let third = |parts: f64| parts * 77_597_520.0 / 232_792_560.0;
    assert_eq!(all["BE"], (third(2.0), "1".into()));
    assert_eq!((all["LU"].0, all["NL"].0, all["DE"].0), (third(1.0), 1.0, 1.0));
    assert_eq!(all.get("FR"), None);
}

#[test]
fn the_year_can_be_that_of_the_filing() {
    let changes = [("year = \"earliest-filing\"", "year = \"filing\"")];
    assert!(counted(&changes, "all-patents", "2006").is_empty());
    assert_eq!(counted(&changes, "all-patents", "2007")["WORLD"].0, 3.0);
}

/// A workspace with the example under another route to the ecosystems.
fn routed(folder: &Path, route: &str) -> std::path::PathBuf {
    let workspace = folder.join("workspace");
    std::fs::create_dir(&workspace).unwrap();
    let chosen = format!("ecosystem_route = \"{route}\"");
    rules(&workspace, &[("ecosystem_route = \"direct-ipc\"", &chosen)]);
    write(&folder.join("patstat"), &example());
    workspace
}

/// All of NACE 21 and 12 % of division 26 are health; a family of A61 is 80 % of the one
/// and 20 % of the other.
#[test]
fn ecosystems_by_the_industries_of_classes() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = routed(folder.path(), "ipc-to-nace");
    ok(&workspace, &["ingest", "patstat", folder.path().join("patstat").to_str().unwrap()]);
    let lacking = support::fails(&workspace, &["build"]);
    assert!(lacking.contains("ingest ipc-nace first"), "{lacking}");
    let table = folder.path().join("ipc3_to_nace2.csv");
    std::fs::write(&table, "class,nace2,probability\nA61,21,0.8\nA61,26,0.2\n").unwrap();
    ok(&workspace, &["ingest", "ipc-nace", table.to_str().unwrap()]);
    ok(&workspace, &["build"]);
    let health = families(&workspace, "health", "2006");
    // A family is kept in parts, of which a share takes whole ones.
    assert!((health["DE"].0 - 2.0 * (0.8 + 0.2 * 0.12)).abs() < 1e-8, "{health:?}");
    assert_eq!((health["DE"].1.as_str(), health["BE"].0), ("2", 0.0));
    assert_eq!(families(&workspace, "solar-power", "2006")["WORLD"].0, 1.0, "not by industry");
}

/// Of an application PATSTAT gives the industries itself: 21 and 26.6 are health.
#[test]
fn ecosystems_by_the_industries_of_patstat() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = routed(folder.path(), "patstat-nace");
    let table = folder.path().join("patstat/tls229_appln_nace2_part01.csv");
    let rows = "appln_id,nace2_code,weight\n300,21,1\n301,26.6,0.75\n301,28.9,0.25\n102,21,1\n";
    std::fs::write(table, rows).unwrap();
    ok(&workspace, &["ingest", "patstat", folder.path().join("patstat").to_str().unwrap()]);
    ok(&workspace, &["build"]);
    let health = families(&workspace, "health", "2006");
    assert_eq!((health["DE"].0, health["DE"].1.as_str()), (1.75, "2"));
    assert_eq!(health["BE"].0, 0.0, "102 is not the representative of its family");
}

#[test]
fn an_ingest_that_was_stopped_goes_on_behind_the_last_finished_part() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("workspace");
    let raw = folder.path().join("patstat");
    write(&raw, &example());
    let last = raw.join("tls209_appln_ipc_part01.csv");
    let whole = std::fs::read(&last).unwrap();
    std::fs::write(&last, "no,header,of,this,source\n1,2,3,4,5\n").unwrap();
    let stopped =
        run(&workspace, &["ingest", "patstat", raw.to_str().unwrap(), last.to_str().unwrap()]);
    assert_eq!(stopped.status.code(), Some(1));
    std::fs::write(&last, whole).unwrap();
    let again = ok(&workspace, &["ingest", "patstat", raw.to_str().unwrap()]);
    assert_eq!(again.matches("already in the lake").count(), 5, "{again}");
    ok(&workspace, &["build"]);
    assert_eq!(families(&workspace, "solar-power", "2006")["WORLD"].0, 1.0);
}

#[test]
fn a_definition_can_be_tried_before_it_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("workspace");
    let raw = folder.path().join("patstat");
    write(&raw, &example());
    ok(&workspace, &["ingest", "patstat", raw.to_str().unwrap()]);
    let query = folder.path().join("query.txt");
    std::fs::write(&query, "TA:photovolt* OR IPC:A61K").unwrap();
    let tried = ok(&workspace, &["definitions", "try", query.to_str().unwrap()]);
    assert!(tried.starts_with("3 of 3 families matched"), "{tried}");
    assert!(tried.contains("[Photovoltaic] module"), "{tried}");
    assert!(tried.contains("IPC:A61K 31/00"), "{tried}");

    let solar = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../definitions/technologies/solar-power.toml");
    let changed = folder.path().join("solar-power.toml");
    let text = std::fs::read_to_string(solar).unwrap();
    let rule = "[[patents.rules]]\nany = [\"A61K\"]\n";
    std::fs::write(&changed, format!("{text}\n{rule}")).unwrap();
    let tried = ok(&workspace, &["definitions", "try", changed.to_str().unwrap()]);
    assert!(tried.contains("in force matches 1: 2 gained, 0 lost"), "{tried}");
}
