//! Files of one source that overlap: the one ingested later counts, cell by cell.

// What cannot be unwrapped in a test fails the test.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::fs;
use std::path::Path;

use support::{lines, ok};

fn ingest(workspace: &Path, name: &str, rows: &str) {
    let path = workspace.parent().unwrap().join(name);
    fs::write(&path, format!("t,i,j,k,v,q\n{rows}")).unwrap();
    ok(workspace, &["ingest", "baci", path.to_str().unwrap()]);
}

/// Exports of all products in 2012, in US dollars, and the rows behind them.
fn exports(workspace: &Path, geo: &str) -> (String, String) {
    ok(workspace, &["build"]);
    let arguments =
        ["observations", "--indicator", "trade-exports", "--geo", geo, "--period", "2012"];
    let found = lines(&ok(workspace, &arguments));
    let total = found.iter().find(|line| line["subject"] == "all-products").unwrap();
    (total["value"].clone(), total["n"].clone())
}

#[test]
fn a_revised_file_replaces_what_it_holds_and_keeps_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("workspace");
    fs::create_dir_all(&workspace).unwrap();
    let first = "2012,56,156,854140,100,2\n2012,56,276,854140,50,1\n2012,156,56,854140,300,9\n";
    ingest(&workspace, "BACI_HS07_Y2012_V202401.csv", first);
    assert_eq!(exports(&workspace, "BE"), ("150000.0".into(), "2".into()));
    ingest(&workspace, "BACI_HS07_Y2012_V202501.csv", "2012,56,156,854140,120.5,2\n");
    assert_eq!(exports(&workspace, "BE"), ("170500.0".into(), "2".into()));
    assert_eq!(exports(&workspace, "CN"), ("300000.0".into(), "1".into()));
}

#[test]
fn of_two_vintages_of_the_same_flows_the_newer_counts() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("workspace");
    fs::create_dir_all(&workspace).unwrap();
    ingest(&workspace, "BACI_HS02_Y2012_V202501.csv", "2012,56,156,854140,100,2\n");
    ingest(&workspace, "BACI_HS07_Y2012_V202501.csv", "2012,56,156,854140,130,2\n");
    assert_eq!(exports(&workspace, "BE"), ("130000.0".into(), "1".into()));
}
