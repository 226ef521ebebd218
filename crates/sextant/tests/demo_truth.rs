//! The planted truth of the demo data, recovered exactly through the real path.

// What cannot be unwrapped in a test fails the test.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use support::{lines, ok, tree};

const SOURCES: [&str; 8] =
    ["baci", "imf-lct", "comtrade", "comext", "patstat", "prodcom", "crunchbase", "sdmx"];

fn ingested(raw: &Path, workspace: &Path) {
    for source in SOURCES {
        ok(workspace, &["ingest", source, raw.join(source).to_str().unwrap()]);
    }
}

#[test]
fn the_planted_truth_is_recovered_exactly_with_any_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    let raw = folder.path().join("raw");
    let generate = ["generate", "--scale", "0.02", "--seed", "7", "--out"];
    ok(folder.path(), &[&generate[..], &[raw.to_str().unwrap()]].concat());
    let one = folder.path().join("one");
    ingested(&raw, &one);
    ok(&one, &["build", "--threads", "1"]);
    support::truth::recovered(&raw, &one);
    breaks_are_found(&raw, &one);
    let again = folder.path().join("again");
    ok(folder.path(), &[&generate[..], &[again.to_str().unwrap()]].concat());
    assert_eq!(tree(&raw), tree(&again), "the same seed gave other files");
    let two = folder.path().join("two");
    ingested(&again, &two);
    ok(&two, &["build", "--threads", "2"]);
    assert_eq!(tree(&one.join("editions")), tree(&two.join("editions")));
}

fn breaks_are_found(raw: &Path, workspace: &Path) {
    let planted = fs::read_to_string(raw.join("truth/planted.json")).unwrap();
    let planted: serde_json::Value = serde_json::from_str(&planted).unwrap();
    let cell = |list: &str| {
        let first = &planted[list][0];
        (first["geo"].as_str().unwrap().to_owned(), first["first"].to_string())
    };
    let arguments = ["observations", "--indicator", "trade-exports", "--subject", "all-products"];
    let broken: BTreeSet<(String, String)> = lines(&ok(workspace, &arguments))
        .into_iter()
        .filter(|line| line["status"].contains("break"))
        .map(|line| (line["geo"].clone(), line["period"].clone()))
        .collect();
    assert_eq!(broken, BTreeSet::from([cell("breaks")]), "not the planted break alone");
    assert!(!broken.contains(&cell("spikes")));
}

#[test]
fn other_sources_of_a_cell_stay_visible() {
    let folder = tempfile::tempdir().unwrap();
    let raw = folder.path().join("raw");
    ok(folder.path(), &["generate", "--scale", "0.02", "--out", raw.to_str().unwrap()]);
    let workspace = folder.path().join("workspace");
    ingested(&raw, &workspace);
    ok(&workspace, &["build"]);
    let alternatives = lines(&fs::read_to_string(raw.join("truth/alternatives.csv")).unwrap());
    let planted = alternatives
        .iter()
        .find(|line| line["source"] == "comtrade" && line["geo"] == "BE")
        .expect("Comtrade gives Belgium");
    let question = [
        "explain",
        "--indicator",
        &planted["indicator"],
        "--geo",
        "BE",
        "--subject",
        &planted["subject"],
        "--period",
        &planted["period"],
        "--format",
        "json",
    ];
    let explained: serde_json::Value = serde_json::from_str(&ok(&workspace, &question)).unwrap();
    assert_eq!(explained["demo"], true);
    assert_eq!(explained["observation"]["sources"], "baci");
    let others = explained["alternatives"].as_array().unwrap();
    let other = others.iter().find(|o| o["observation"]["sources"] == "comtrade").unwrap();
    let value = other["observation"]["value"].as_f64().unwrap();
    assert_eq!(value.to_bits(), planted["value"].parse::<f64>().unwrap().to_bits());

    fs::write(workspace.join("sextant.toml"), "[trade]\nsource_order = [\"comtrade\"]\n").unwrap();
    let first = ok(&workspace, &["editions", "--format", "json"]);
    ok(&workspace, &["build"]);
    let explained: serde_json::Value = serde_json::from_str(&ok(&workspace, &question)).unwrap();
    assert_eq!(explained["observation"]["sources"], "comtrade", "the settings order the sources");
    let editions = ok(&workspace, &["editions", "--format", "json"]);
    assert_ne!(first, editions);
    let editions: serde_json::Value = serde_json::from_str(&editions).unwrap();
    let names: Vec<&str> =
        editions.as_array().unwrap().iter().map(|e| e["name"].as_str().unwrap()).collect();
    let changes = ok(&workspace, &["diff", names[0], names[1]]);
    assert!(changes.contains("settings: changed"), "{changes}");
}
