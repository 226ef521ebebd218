//! What `sextant diff` says of two editions, from the lines of a definition to the numbers.

// What cannot be unwrapped in a test fails the test.
#![allow(clippy::unwrap_used, clippy::panic, clippy::float_cmp)]

mod support;

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use support::ok;

/// Two years of three countries; in the second edition of the data Belgium exports more.
fn built(workspace: &Path, name: &str, version: &str, belgium: u32) {
    let rows = format!(
        "t,i,j,k,v,q\n2012,56,156,854140,{belgium},2\n2012,276,156,854140,50,1\n\
         2012,156,56,840140,300,9\n"
    );
    let file = workspace.join(format!("BACI_HS07_Y2012_{version}.csv"));
    fs::write(&file, rows).unwrap();
    ok(workspace, &["ingest", "baci", file.to_str().unwrap()]);
    ok(workspace, &["build", "--edition", name]);
}

/// Solar power with another version and water heaters left out.
fn changed_definitions(workspace: &Path) {
    support::patstat::rules(workspace, &[("low_count = 10", "low_count = 20")]);
    let path = workspace.join("definitions/technologies/solar-power.toml");
    let text = fs::read_to_string(&path).unwrap();
    let (version, code) = ("version = \"2026.1\"", "hs2007 = [\"841919\", \"854140\"]");
    assert!(text.contains(version) && text.contains(code));
    let text = text.replace(version, "version = \"2026.2\"").replace(code, "hs2007 = [\"854140\"]");
    fs::write(path, text).unwrap();
}

/// Two editions of two workspaces, side by side in the second.
fn editions(folder: &Path) -> std::path::PathBuf {
    let (first, second) = (folder.join("first"), folder.join("second"));
    fs::create_dir_all(&first).unwrap();
    fs::create_dir_all(&second).unwrap();
    built(&first, "old", "V202401", 100);
    changed_definitions(&second);
    fs::write(second.join("sextant.toml"), "[patents]\nedition_year = 2025\n").unwrap();
    built(&second, "new", "V202501", 120);
    copy(&first.join("editions/old"), &second.join("editions/old"));
    second
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for path in fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()) {
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, target).unwrap();
        }
    }
}

#[test]
fn a_difference_leads_from_the_lines_that_changed_to_the_numbers_that_moved() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = editions(folder.path());
    let json = ok(&workspace, &["diff", "old", "new", "--format", "json"]);
    let d: Value = serde_json::from_str(&json).unwrap();
    definitions(&d);
    assert_eq!(d["method"], json!([]), "the same program built both");
    let setting = json!([{ "setting": "patents.edition_year", "before": null, "after": 2025 }]);
    assert_eq!((&d["settings"], &d["settings_changed"]), (&setting, &json!(true)));
    assert_eq!(d["engine_before"], d["engine_after"]);
    assert_ne!(d["id_before"], d["id_after"]);
    let input = json!([{
        "source": "baci",
        "file_before": "BACI_HS07_Y2012_V202401.csv",
        "file_after": "BACI_HS07_Y2012_V202501.csv",
        "edition_before": "V202401",
        "edition_after": "V202501",
        "rows_before": 3,
        "rows_after": 3,
    }]);
    assert_eq!(d["inputs"], input);
    numbers(&d);
    let same = ok(&workspace, &["diff", "new", "new", "--format", "json"]);
    let same: Value = serde_json::from_str(&same).unwrap();
    for list in ["definitions", "method", "settings", "inputs", "changed", "added", "removed"] {
        assert_eq!(same[list], json!([]), "{list}");
    }
    for indicator in same["numbers"].as_array().unwrap() {
        assert!(indicator["same"].as_u64().unwrap() > 0, "{indicator}");
        assert_eq!(indicator["changed"], 0);
    }
}

fn definitions(d: &Value) {
    let found: Vec<(&str, &str, Option<&str>)> = d["definitions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| {
            let text = |key: &str| change[key].as_str();
            (text("file").unwrap(), text("kind").unwrap(), text("subject"))
        })
        .collect();
    let expected = [
        ("rules/patents.toml", "changed", None),
        ("technologies/solar-power.toml", "changed", Some("solar-power")),
    ];
    assert_eq!(found, expected);
    let solar = &d["definitions"][1];
    assert_eq!(
        (&solar["version_before"], &solar["version_after"]),
        (&json!("2026.1"), &json!("2026.2"))
    );
    let lines: Vec<(&str, &str)> = solar["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (line["kind"].as_str().unwrap(), line["text"].as_str().unwrap()))
        .collect();
    let expected = [
        ("removed", "version = \"2026.1\""),
        ("added", "version = \"2026.2\""),
        ("removed", "hs2007 = [\"841919\", \"854140\"]"),
        ("added", "hs2007 = [\"854140\"]"),
    ];
    assert_eq!(lines, expected);
    assert_eq!(solar["lines"][0]["line"], solar["lines"][1]["line"]);
    assert_eq!(solar["more_lines"], 0);
}

/// Belgium's exports of solar power rise by a fifth, and nobody else's.
fn numbers(d: &Value) {
    let exports = d["numbers"].as_array().unwrap().iter();
    let exports = exports.clone().find(|of| of["indicator"] == "trade-exports").unwrap();
    let moved: Vec<&Value> = exports["largest"].as_array().unwrap().iter().collect();
    assert!(!moved.is_empty());
    assert_eq!(exports["max_change_pct"], 20.0);
    let change = moved.iter().find(|change| {
        change["after"]["geo"] == "BE" && change["after"]["subject"] == "solar-power"
    });
    let change = change.unwrap();
    assert_eq!(
        (&change["before"]["value"], &change["after"]["value"]),
        (&json!(100_000.0), &json!(120_000.0))
    );
    assert_eq!(
        (&change["difference"], &change["difference_pct"]),
        (&json!(20_000.0), &json!(20.0))
    );
    let changed = d["changed"].as_array().unwrap();
    let of_exports = changed.iter().filter(|c| c["after"]["indicator"] == "trade-exports");
    assert_eq!(exports["changed"], of_exports.count());
    let same: u64 =
        d["numbers"].as_array().unwrap().iter().map(|of| of["same"].as_u64().unwrap()).sum();
    assert_eq!(d["unchanged"], same);
}
