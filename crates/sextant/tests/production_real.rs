//! Prodcom as Eurostat publishes it, five products of it.

// What cannot be unwrapped in a test fails the test.
#![allow(clippy::unwrap_used, clippy::panic, clippy::float_cmp)]

mod support;

use support::definitions::with_headings;
use support::{Line, cell, number, ok, real_data};

/// A workspace with the real files, and each product as a subject of its own.
fn built() -> Option<tempfile::TempDir> {
    let data = real_data()?;
    let folder = tempfile::tempdir().unwrap();
    let products: [(&str, &[&str]); 5] = [
        ("adhesive-film", &["22292240"]),
        ("adhesive-paper", &["17127733"]),
        ("labels", &["17291120"]),
        ("polyester-film", &["22213065"]),
        ("polypropylene-film", &["22213021"]),
    ];
    with_headings(folder.path(), &products);
    let production = data.join("production");
    ok(folder.path(), &["ingest", "prodcom", production.to_str().unwrap()]);
    ok(folder.path(), &["build"]);
    Some(folder)
}

#[test]
fn belgian_shares_are_those_of_the_published_cells() {
    let Some(workspace) = built() else { return };
    for (subject, year, belgium, union) in [
        ("adhesive-film", "2023", 160_687_000.0, 2_500_000_000.0),
        ("labels", "2024", 198_918_000.0, 5_727_971_029.0),
    ] {
        let share = cell(workspace.path(), "production-eu-share", "BE", subject, year);
        assert_eq!(number(&share, "numerator"), belgium);
        assert_eq!(number(&share, "denominator"), union);
        assert_eq!(number(&share, "value"), 100.0 * belgium / union);
    }
}

#[test]
fn cells_that_are_not_published_are_missing_with_an_interval() {
    let Some(workspace) = built() else { return };
    let hidden = [
        ("adhesive-paper", &["2019", "2020", "2024"][..]),
        ("polyester-film", &["2016", "2017", "2018"]),
    ];
    for (subject, years) in hidden {
        for year in years {
            let value = cell(workspace.path(), "production-value", "BE", subject, year);
            assert_eq!((&*value["value"], &*value["n"]), ("", "0"), "{subject} {year}");
            assert_eq!(value["status"], "confidential", "{subject} {year}");
            let (lower, upper) = (number(&value, "lower"), number(&value, "upper"));
            let rest = rest(subject, year);
            assert_eq!((lower, upper), (0.0, rest), "{subject} {year}");
            assert!(rest > 0.0, "{subject} {year}");
        }
    }
}

/// The total of EU27 less what members publish, read without Sextant.
fn rest(subject: &str, year: &str) -> f64 {
    let file = match subject {
        "adhesive-paper" => "02_prodcom_sa_paper.csv",
        _ => "04_prodcom_pet_film.csv",
    };
    let path = real_data().unwrap().join("production").join(file);
    let mut rest = 0;
    for line in csv::Reader::from_path(path).unwrap().deserialize() {
        let line: Line = line.unwrap();
        if line["indicators"] == "PRODVAL" && line["TIME_PERIOD"] == year {
            let value: i32 = line["OBS_VALUE"].parse().unwrap();
            rest += if line["reporter"] == "EU27_2020" { value } else { -value };
        }
    }
    f64::from(rest)
}

#[test]
fn totals_of_the_union_that_differ_from_their_parts_are_reported() {
    let Some(workspace) = built() else { return };
    let checks = ok(workspace.path(), &["check", "--format", "json"]);
    let checks: serde_json::Value = serde_json::from_str(&checks).unwrap();
    let checks = checks.as_array().unwrap_or_else(|| checks["checks"].as_array().unwrap());
    let found =
        checks.iter().find(|check| check["check"] == "production-eu-total-differs").unwrap();
    assert!(found["failing"].as_u64().unwrap() > 0, "{found}");
}

#[test]
fn a_selection_of_products_that_no_definition_names_is_no_edition() {
    let Some(data) = real_data() else { return };
    let folder = tempfile::tempdir().unwrap();
    ok(folder.path(), &["ingest", "prodcom", data.join("production").to_str().unwrap()]);
    let error = support::fails(folder.path(), &["build"]);
    assert!(error.contains("no indicator can be computed"), "{error}");
}
