//! Published figures, from the published files, through the binary.

// What cannot be unwrapped in a test fails the test.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::path::Path;

use support::{cell, lines, number, ok, real_data};

const GROUP: &str = "low-carbon-technology-products";

fn observation(workspace: &Path, indicator: &str, geo: &str, period: &str) -> support::Line {
    cell(workspace, indicator, geo, GROUP, period)
}

fn assert_rounds_to(value: f64, expected: &str) {
    let decimals = expected.split_once('.').unwrap().1.len();
    assert_eq!(format!("{value:.decimals$}"), expected);
}

#[test]
fn belgium_in_the_imf_table() {
    let Some(data) = real_data() else { return };
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path();
    ok(workspace, &["ingest", "imf-lct", data.join("trade/imf-lct").to_str().unwrap()]);
    ok(workspace, &["build"]);
    for (year, balance, rank, rca, share) in [
        ("2010", "-8.8983", "18", "0.352449", "2.8858"),
        ("2015", "0.9020", "18", "0.339816", "2.6871"),
        ("2021", "-6.3299", "18", "0.648205", "4.3141"),
        ("2023", "-10.2505", "17", "0.900422", "4.9070"),
    ] {
        let observed = observation(workspace, "trade-relative-balance", "BE", year);
        assert_rounds_to(number(&observed, "value"), balance);
        assert_eq!((&*observed["rank"], &*observed["ranked_of"]), (rank, "27"), "{year}");
        assert_eq!(observed["unit"], "percent");
        assert_rounds_to(number(&observation(workspace, "trade-rca", "BE", year), "value"), rca);
        let of_eu27 = observation(workspace, "trade-export-share-eu27", "BE", year);
        assert_rounds_to(number(&of_eu27, "value"), share);
    }
    let china = observation(workspace, "trade-relative-balance", "CN", "2021");
    assert_rounds_to(number(&china, "value"), "26.5669");
    assert_eq!(china["rank"], "");
    assert!(observation(workspace, "trade-exports", "BE", "2010")["status"].contains("break"));
    assert!(!observation(workspace, "trade-exports", "BE", "2011")["status"].contains("break"));
}

/// The check runs in every build and would fail it; this makes sure that it looked
/// at all of them.
#[test]
fn all_published_comparative_advantages_are_reproduced() {
    let Some(data) = real_data() else { return };
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path();
    let table = data.join("trade/imf-lct/Trade_in_Low_Carbon_Technology_Products.csv");
    ok(workspace, &["ingest", "imf-lct", table.to_str().unwrap()]);
    ok(workspace, &["build"]);
    let computed = lines(&ok(workspace, &["observations", "--indicator", "trade-rca"]));
    let published = published_advantages(&std::fs::read_to_string(table).unwrap());
    assert_eq!(published.len(), 4043);
    assert_eq!(computed.len(), 4043);
    let mut left = published;
    let mut ours = Vec::new();
    for line in &computed {
        match left.remove(&(line["geo"].clone(), line["period"].clone())) {
            Some(value) => assert!((number(line, "value") - value).abs() < 1e-9, "{line:?}"),
            None => ours.push((line["period"].clone(), number(line, "value"))),
        }
    }
    // Former countries and customs unions have other codes in the table, or none.
    assert!(left.len() < 60, "{}", left.len());
    let mut theirs: Vec<(String, f64)> =
        left.into_iter().map(|((_, year), value)| (year, value)).collect();
    for list in [&mut ours, &mut theirs] {
        list.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    }
    for (our, their) in ours.iter().zip(&theirs) {
        assert!(our.0 == their.0 && (our.1 - their.1).abs() < 1e-9, "{our:?} {their:?}");
    }
    let checks = ok(workspace, &["check", "--format", "json"]);
    assert!(checks.contains("published-rca"), "{checks}");
}

/// Reads the wide table on its own, without any of our code.
fn published_advantages(text: &str) -> std::collections::BTreeMap<(String, String), f64> {
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().unwrap().clone();
    let column = |name: &str| header.iter().position(|cell| cell == name).unwrap();
    let (iso2, country, indicator) = (column("ISO2"), column("Country"), column("Indicator"));
    let mut values = std::collections::BTreeMap::new();
    for record in reader.records().map(Result::unwrap) {
        if !record[indicator].starts_with("Comparative advantage") || &record[country] == "World" {
            continue;
        }
        let geo = if record[iso2].is_empty() { &record[country] } else { &record[iso2] };
        for (name, cell) in header.iter().zip(&record).filter(|(_, cell)| !cell.is_empty()) {
            if let Some(year) = name.strip_prefix('F').filter(|year| year.len() == 4) {
                values.insert((geo.to_owned(), year.to_owned()), cell.parse().unwrap());
            }
        }
    }
    values
}

#[test]
fn baci_2002_and_what_belgium_sold_to_china() {
    let Some(data) = real_data() else { return };
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path();
    ok(workspace, &["ingest", "baci", data.join("trade/baci").to_str().unwrap()]);
    ok(workspace, &["build"]);
    let exports = |geo: &str| {
        let arguments = ["observations", "--indicator", "trade-exports", "--geo", geo];
        let found = lines(&ok(workspace, &arguments));
        let total = found.iter().find(|line| line["subject"] == "all-products").unwrap().clone();
        assert_eq!(total["status"], "partial-products");
        total
    };
    // Thousand USD in the source, USD in the cube.
    assert_eq!(exports("WORLD")["value"], "681547232332.0");
    assert_eq!(exports("BE")["value"], "15594658637.0");
    assert_eq!(exports("BE")["n"], "13807");
    assert_eq!(exports("CN")["value"], "29997127373.0");
    let explained = ok(
        workspace,
        &[
            "explain",
            "--indicator",
            "trade-exports",
            "--geo",
            "BE",
            "--subject",
            "all-products",
            "--period",
            "2002",
            "--counterpart",
            "CN",
        ],
    );
    let first = explained.lines().find(|line| line.contains("844630")).unwrap();
    assert!(first.contains("165,109.745 thousand USD"), "{first}");
    assert!(explained.contains("15,594,658,637 USD"), "{explained}");
}

#[test]
fn every_trade_source_builds_and_answers() {
    let Some(data) = real_data() else { return };
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path();
    for source in ["imf-lct", "baci", "comtrade", "comext"] {
        let path = data.join("trade").join(source);
        ok(workspace, &["ingest", source, path.to_str().unwrap()]);
    }
    let nomenclatures = data.join("classifications/hs");
    ok(workspace, &["ingest", "hs-correlation", nomenclatures.to_str().unwrap()]);
    ok(workspace, &["build"]);
    let belgium = ok(workspace, &["observations", "--geo", "BE", "--format", "csv"]);
    assert!(belgium.starts_with(
        "indicator,geo,counterpart,subject,period,value,lower,upper,unit,numerator,denominator,\
         n,status,rank,ranked_of,sources\n"
    ));
    let sources: std::collections::BTreeSet<String> =
        lines(&belgium).into_iter().map(|line| line["sources"].clone()).collect();
    assert_eq!(sources.into_iter().collect::<Vec<_>>(), ["baci", "comext", "comtrade", "imf-lct"]);
    let before = support::tree(workspace);
    let again = data.join("trade/imf-lct");
    let told = ok(workspace, &["ingest", "imf-lct", again.to_str().unwrap()]);
    assert!(told.contains("already in the lake, nothing changed"), "{told}");
    assert_eq!(support::tree(workspace), before, "ingesting the same files changed something");
}
