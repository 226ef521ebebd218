//! Production with confidential cells, on the example that docs/production.md works out.

// What cannot be unwrapped in a test fails the test.
#![allow(clippy::unwrap_used, clippy::panic, clippy::float_cmp)]

mod support;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use support::definitions::with_headings;
use support::{cell, lines, number, ok};

/// Year, place, heading, value in euro, flag.
type Cell = (i32, &'static str, &'static str, &'static str, &'static str);

/// The cells of docs/production.md.
const EXAMPLE: [Cell; 19] = [
    (2020, "EU27_2020", "22292240", "1000", ""),
    (2020, "BE", "22292240", "100", ""),
    (2020, "DE", "22292240", "300", ""),
    (2020, "EU27_2020", "17291120", "80", ""),
    (2020, "BE", "17291120", "", "c"),
    (2020, "DE", "17291120", "50", ""),
    (2020, "FR", "17291120", "0", ""),
    (2021, "EU27_2020", "22292240", "2000", ""),
    (2021, "BE", "22292240", "1000", ""),
    (2021, "DE", "22292240", "500", ""),
    (2021, "FR", "22292240", "480", ""),
    (2021, "EU27_2020", "17291120", "20", ""),
    (2021, "DE", "17291120", "0", ""),
    (2021, "FR", "17291120", "0", ""),
    (2022, "EU27_2020", "22292240", "900", "e"),
    (2022, "BE", "22292240", "1000", ""),
    (2022, "DE", "22292240", "500", ""),
    (2022, "EU27_2020", "17291120", "20", ""),
    (2022, "BE", "17291120", "0", ""),
];

/// Ingests cells as Eurostat writes them.
fn ingested(workspace: &Path, cells: &[Cell]) {
    let mut csv = String::from(
        "DATAFLOW,LAST UPDATE,freq,reporter,product,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n",
    );
    for (year, geo, heading, value, flag) in cells {
        let line = format!(
            "ESTAT:DS-059358(1.0),16/01/26 11:00:00,A,{geo},{heading},PRODVAL,{year},{value},{flag}"
        );
        writeln!(csv, "{line}").unwrap();
    }
    let file = workspace.join("ESTAT_DS-059358.csv");
    fs::write(&file, csv).unwrap();
    ok(workspace, &["ingest", "prodcom", file.to_str().unwrap()]);
}

#[test]
fn a_confidential_cell_is_an_interval_and_never_zero() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path();
    with_headings(workspace, &[("film", &["22292240", "17291120"])]);
    ingested(workspace, &EXAMPLE);
    ok(workspace, &["build"]);
    let value = |geo: &str, year: &str| cell(workspace, "production-value", geo, "film", year);
    let share = |geo: &str, year: &str| cell(workspace, "production-eu-share", geo, "film", year);

    // Belgium keeps its labels to itself: at most what the others leave of 80, which is 30.
    let belgium = value("BE", "2020");
    assert_eq!((&*belgium["value"], &*belgium["status"]), ("", "confidential"));
    assert_eq!((number(&belgium, "lower"), number(&belgium, "upper")), (100.0, 130.0));
    let belgium = share("BE", "2020");
    assert_eq!(belgium["value"], "");
    assert_eq!(number(&belgium, "lower"), 100.0 * 100.0 / 1080.0);
    assert_eq!(number(&belgium, "upper"), 100.0 * 130.0 / 1080.0);
    assert_eq!(belgium["rank"], "", "what has no value has no rank");

    // Germany has published both.
    let germany = share("DE", "2020");
    assert_eq!(number(&germany, "value"), 100.0 * 350.0 / 1080.0);
    assert_eq!((&*germany["lower"], &*germany["upper"]), ("", ""));
    assert_eq!((&*germany["rank"], &*germany["ranked_of"]), ("1", "1"));

    // France has no row for film at all, which is as hidden as a marked cell; its zero of
    // labels is a zero.
    let france = value("FR", "2020");
    assert_eq!((number(&france, "lower"), number(&france, "upper")), (0.0, 600.0));
    assert_eq!((&*france["value"], &*france["n"]), ("", "1"));

    // What Belgium hides in 2021 can be 20 of 1,020 at most.
    let belgium = value("BE", "2021");
    assert_eq!(belgium["status"], "confidential-part");
    assert_eq!((number(&belgium, "value"), number(&belgium, "upper")), (1000.0, 1020.0));
    assert_eq!((&*share("BE", "2021")["rank"], &*share("BE", "2021")["ranked_of"]), ("1", "3"));
}

#[test]
fn a_total_below_its_parts_gives_no_share_and_no_bound() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path();
    with_headings(workspace, &[("film", &["22292240", "17291120"])]);
    ingested(workspace, &EXAMPLE);
    let built = ok(workspace, &["build"]);
    assert!(!built.is_empty());
    let belgium = cell(workspace, "production-eu-share", "BE", "film", "2022");
    assert_eq!((&*belgium["value"], &*belgium["status"]), ("", "eu-total-below-sum"));
    let germany = cell(workspace, "production-value", "DE", "film", "2022");
    assert_eq!((number(&germany, "lower"), number(&germany, "upper")), (500.0, 520.0));
    let checks = ok(workspace, &["check"]);
    let of_total = checks.lines().find(|line| line.contains("production-eu-total-differs"));
    assert!(of_total.is_some_and(|line| line.contains("warning")), "{checks}");

    // Two divisions of 26 are no total of anything.
    let shares = ok(workspace, &["observations", "--indicator", "production-country-share"]);
    assert!(lines(&shares).is_empty(), "{shares}");
}

#[test]
fn explain_lists_headings_with_what_is_left_for_hidden_ones() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path();
    with_headings(workspace, &[("film", &["22292240", "17291120"])]);
    ingested(workspace, &EXAMPLE);
    ok(workspace, &["build"]);
    let question = [
        "explain",
        "--indicator",
        "production-value",
        "--geo",
        "BE",
        "--subject",
        "film",
        "--period",
        "2020",
        "--format",
        "json",
    ];
    let explained: serde_json::Value = serde_json::from_str(&ok(workspace, &question)).unwrap();
    assert_eq!(explained["definition"]["codes"], serde_json::json!(["17291120", "22292240"]));
    let rows = explained["parts"]["rows"].as_array().unwrap();
    let text = |row: usize, column: usize| rows[row][column].as_str().unwrap().to_owned();
    assert_eq!((text(0, 0), text(0, 3)), ("22292240".into(), "100.000".into()));
    assert_eq!(
        (text(1, 0), text(1, 4), text(1, 6)),
        ("17291120".into(), "30.000".into(), "c".into())
    );
}

#[test]
fn electric_cars_start_in_2017_and_lithium_cells_in_2019() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path();
    let cars = ["29102410", "29102430", "29102450"];
    with_headings(workspace, &[("electric-cars", &cars), ("lithium-cells", &["27202350"])]);
    let mut cells: Vec<Cell> = Vec::new();
    for year in 2015..=2021 {
        for geo in ["EU27_2020", "BE"] {
            cells.push((year, geo, "22292240", "1", ""));
            let cars = cars.iter().filter(|_| year >= 2017);
            cells.extend(cars.map(|car| (year, geo, *car, "100", "")));
            if year >= 2019 {
                cells.push((year, geo, "27202350", "7", ""));
            }
        }
    }
    ingested(workspace, &cells);
    ok(workspace, &["build"]);
    for (subject, start) in [("electric-cars", "2017"), ("lithium-cells", "2019")] {
        let arguments = [
            "observations",
            "--indicator",
            "production-value",
            "--geo",
            "BE",
            "--subject",
            subject,
        ];
        let found = lines(&ok(workspace, &arguments));
        assert_eq!(found[0]["period"], start, "nothing before there is a heading");
        assert_eq!(found[0]["status"], "break");
        assert!(found[1..].iter().all(|line| line["status"].is_empty()), "{found:?}");
        let shown = ok(workspace, &["definitions", "show", subject]);
        assert!(shown.contains(&format!("{start}: 2")) && shown.contains("starts"), "{shown}");
    }
}
