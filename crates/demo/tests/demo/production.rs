//! The truth of production is what a careful reader of the printed file finds.

use std::collections::{BTreeMap, BTreeSet};

use sextant_definitions::{Subject, SubjectKind};
use sextant_demo::{Options, Parts};

use crate::common::{Demo, Row, number};

const FILE: &str = "prodcom/ESTAT_DS-059358_DEMO.csv";

fn demo(scale: f64, seed: u64) -> Demo {
    Demo::of(Options { scale, seed, parts: Parts::Production, ..Options::default() })
}

/// Published euros by year, heading and reporter; none for cells that say nothing.
type Cells = BTreeMap<u16, BTreeMap<String, BTreeMap<String, Option<u64>>>>;

fn cells(demo: &Demo) -> Cells {
    let mut cells = Cells::new();
    for row in demo.rows(FILE).iter().filter(|row| row["indicators"] == "PRODVAL") {
        let (year, heading) = (row["TIME_PERIOD"].parse().expect("a year"), row["product"].clone());
        let value =
            (!row["OBS_VALUE"].is_empty()).then(|| row["OBS_VALUE"].parse().expect("whole euros"));
        let reporters = cells.entry(year).or_default().entry(heading).or_default();
        assert_eq!(reporters.insert(row["reporter"].clone(), value), None, "{row:?}");
    }
    cells
}

fn eu27(demo: &Demo) -> Vec<String> {
    demo.definitions.geographies.eu27().iter().map(ToString::to_string).collect()
}

/// Weights of the headings present, in ten-thousandths.
fn weights(
    demo: &Demo,
    subject: &Subject,
    year: u16,
    present: &BTreeSet<&String>,
) -> BTreeMap<String, u32> {
    let defs = &demo.definitions;
    let all = present.iter().map(|heading| (*heading).clone());
    match subject.kind {
        SubjectKind::Technology => {
            let mut list = defs.production_headings(&subject.id, year);
            list.retain(|heading, _| present.contains(heading));
            list
        }
        SubjectKind::Ecosystem => all
            .map(|heading| (heading.clone(), defs.production_weight(&subject.id, &heading)))
            .filter(|(_, weight)| *weight > 0)
            .collect(),
        _ if subject.id == "all-production" => all.map(|heading| (heading, 10_000)).collect(),
        _ => BTreeMap::new(),
    }
}

/// Ten-thousandths of a euro: least, most, and cells published and hidden.
type Found = (u128, Option<u128>, u64, u64);

fn found(
    cells: &BTreeMap<String, BTreeMap<String, Option<u64>>>,
    weights: &BTreeMap<String, u32>,
    members: &[String],
    geo: &str,
) -> Found {
    let (mut least, mut most, mut published, mut hidden) = (0, Some(0), 0, 0);
    for (heading, weight) in weights {
        let of = |geo: &str| cells[heading].get(geo).copied().flatten();
        let told: Vec<u64> = members.iter().filter_map(|member| of(member)).collect();
        let (sum, total) = (told.iter().sum::<u64>(), of("EU27_2020"));
        let weight = u128::from(*weight);
        let (low, high, behind) = if geo == "EU27" {
            match total {
                Some(total) => (total, Some(total), 1),
                None => (sum, (told.len() == 27).then_some(sum), told.len() as u64),
            }
        } else if let Some(value) = of(geo) {
            (value, Some(value), 1)
        } else {
            let member = members.iter().any(|member| member == geo);
            (0, total.and_then(|total| total.checked_sub(sum)).filter(|_| member), 0)
        };
        let exact = if geo == "EU27" { high == Some(low) } else { behind == 1 };
        hidden += u64::from(!exact);
        published += behind;
        least += u128::from(low) * weight;
        most = most.zip(high).map(|(most, high)| most + u128::from(high) * weight);
    }
    (least, most, published, hidden)
}

#[expect(clippy::cast_precision_loss, reason = "demo values are exact")]
fn euro(tenthousandths: u128) -> String {
    (tenthousandths as f64 / 10_000.0).to_string()
}

#[test]
fn values_and_intervals_are_what_the_file_says() {
    let demo = demo(0.01, 3);
    let (cells, members) = (cells(&demo), eu27(&demo));
    let truth = demo.truth("prodcom");
    let mut checked = BTreeMap::<&str, u32>::new();
    for subject in demo.definitions.subjects() {
        for (year, of_year) in &cells {
            let present: BTreeSet<&String> = of_year.keys().collect();
            let weights = weights(&demo, &subject, *year, &present);
            for geo in members.iter().map(String::as_str).chain(["EU27", "NO"]) {
                let key = ["production-value", geo, &subject.id, &year.to_string()];
                let Some(row) = truth.get(&key.map(str::to_owned)) else { continue };
                let (least, most, published, hidden) = found(of_year, &weights, &members, geo);
                assert_eq!(row["n"], published.to_string(), "{row:?}");
                let little = most.is_some_and(|most| (most - least) * 20 <= most);
                let status = match (hidden, little) {
                    (0, _) => "",
                    (_, true) => "confidential-part",
                    (_, false) => "confidential",
                };
                let flags: Vec<&str> = row["status"].split(';').collect();
                let of_hiding: Vec<&&str> =
                    flags.iter().filter(|flag| flag.starts_with("confid")).collect();
                assert_eq!(of_hiding.first().map_or("", |flag| **flag), status, "{row:?}");
                let value = if status == "confidential" { String::new() } else { euro(least) };
                assert_eq!((&row["value"], &row["numerator"]), (&value, &value), "{row:?}");
                let interval = if hidden == 0 {
                    [String::new(), String::new()]
                } else {
                    [euro(least), most.map_or_else(String::new, euro)]
                };
                assert_eq!([&row["lower"], &row["upper"]], [&interval[0], &interval[1]]);
                *checked.entry(status).or_default() += 1;
            }
        }
    }
    assert!(checked.len() == 3 && checked.values().all(|count| *count > 200), "{checked:?}");
    let told = truth.keys().filter(|key| key[0] == "production-value").count();
    assert_eq!(usize::try_from(checked.values().sum::<u32>()).unwrap(), told);
}

#[test]
fn shares_lie_in_their_intervals_and_add_up() {
    let demo = demo(0.01, 4);
    let truth = demo.truth("prodcom");
    let mut sums: BTreeMap<(&String, &String), (f64, u32)> = BTreeMap::new();
    let mut values = 0;
    for (key, row) in &truth {
        let end = |column: &str| (!row[column].is_empty()).then(|| number(row, column));
        let (value, lower, upper) = (end("value"), end("lower"), end("upper"));
        let in_order = |a: Option<f64>, b: Option<f64>| a.zip(b).is_none_or(|(a, b)| a <= b);
        assert!(in_order(lower, value) && in_order(value, upper), "{row:?}");
        assert!(in_order(lower, upper), "{row:?}");
        if key[0] == "production-value" {
            continue;
        }
        let all = [value, lower, upper];
        assert!(all.iter().flatten().all(|share| (0.0..=100.0).contains(share)), "{row:?}");
        if let Some(value) = value {
            let (part, whole) = (number(row, "numerator"), number(row, "denominator"));
            assert_eq!(value.to_bits(), (100.0 * part / whole).to_bits());
            values += 1;
        }
        if key[0] == "production-eu-share" && row["status"].is_empty() {
            let sum = sums.entry((&key[2], &key[3])).or_default();
            *sum = (sum.0 + value.unwrap(), sum.1 + 1);
        }
    }
    assert!(values > 5_000, "{values}");
    let whole: Vec<_> = sums.values().filter(|(_, members)| *members == 27).collect();
    assert!(whole.len() > 10, "{}", whole.len());
    // A total of the union is what its members make, or more.
    assert!(whole.iter().all(|(sum, _)| *sum < 100.000_001), "{whole:?}");
    assert!(whole.iter().any(|(sum, _)| *sum > 99.999_999));
}

#[test]
fn every_trap_is_in_the_file() {
    let demo = demo(0.1, 1);
    let rows = demo.rows(FILE);
    let has = |test: &dyn Fn(&Row) -> bool| rows.iter().any(test);
    assert!(has(&|row| row["OBS_FLAG"] == "c" && row["OBS_VALUE"].is_empty()));
    assert!(has(&|row| row["indicators"] == "PRODQNT"));
    assert!(has(&|row| row["OBS_VALUE"] == "0" && row["OBS_FLAG"].is_empty()));
    let reporters: BTreeSet<&str> = rows.iter().map(|row| row["reporter"].as_str()).collect();
    assert_eq!(reporters.len(), 29, "27, the union, and one that is no member");
    assert!(reporters.contains("GR") && !reporters.contains("EL") && reporters.contains("NO"));
    let first = |heading: &str| {
        let of = rows.iter().filter(|row| row["product"] == heading);
        of.map(|row| row["TIME_PERIOD"].clone()).min()
    };
    assert_eq!(first("29102410").as_deref(), Some("2017"));
    assert_eq!(first("27202350").as_deref(), Some("2019"));
    let divisions: BTreeSet<&str> = rows.iter().map(|row| &row["product"][..2]).collect();
    assert_eq!(divisions.len(), 26, "{divisions:?}");
    let statuses: BTreeSet<String> = demo
        .truth("prodcom")
        .into_values()
        .flat_map(|row| row["status"].split(';').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let expected =
        ["", "break", "confidential", "confidential-part", "eu-total-below-sum", "partial-codes"];
    assert_eq!(statuses, expected.map(str::to_owned).into());
    let planted: serde_json::Value =
        serde_json::from_slice(&demo.bytes("truth/planted.json")).unwrap();
    let published = rows.iter().filter(|row| {
        row["indicators"] == "PRODVAL" && row["reporter"] != "EU27_2020" && row["OBS_FLAG"] != "c"
    });
    assert_eq!(planted["production"]["cells"]["published"], published.count());
}

#[test]
fn missing_headings_withhold_figures() {
    let demo = demo(0.01, 1);
    let truth = demo.truth("prodcom");
    let has = |subject: &str, year: &str| {
        truth.keys().any(|key| key[2] == subject && key[3] == year && key[1] == "EU27")
    };
    assert!(!has("all-production", "2010") && has("all-production", "2011"));
    let planted: serde_json::Value =
        serde_json::from_slice(&demo.bytes("truth/planted.json")).unwrap();
    let traps = planted["production"]["traps"].as_array().unwrap();
    let absent = traps.iter().find(|trap| trap["year"] == 2013).unwrap();
    let subject = absent["subject"].as_str().unwrap();
    assert!(!has(subject, "2013") && has(subject, "2014"), "{subject}");
}

#[test]
fn large_data_sets_have_more_headings() {
    let definitions = sextant_definitions::Definitions::builtin().unwrap();
    let rows = |scale| {
        let folder = tempfile::tempdir().unwrap();
        let options = Options { scale, parts: Parts::Production, ..Options::default() };
        sextant_demo::generate(&options, &definitions, folder.path()).unwrap().rows("prodcom")
    };
    let (small, large) = (rows(0.1), rows(0.3));
    assert!((70_000..90_000).contains(&small), "{small}");
    assert!((170_000..200_000).contains(&large), "{large}");
}

#[test]
fn making_and_inventing_are_compared_by_their_ranks() {
    let parts = Parts::All;
    let demo = Demo::of(Options { scale: 0.02, parts, ..Options::default() });
    let rows = demo.rows("truth/observations.csv");
    let ranks: BTreeMap<_, _> = rows
        .iter()
        .filter(|row| !row["rank"].is_empty())
        .map(|row| {
            let key = ["indicator", "geo", "subject", "period"].map(|c| row[c].as_str());
            (key, number(row, "rank"))
        })
        .collect();
    let mut checked = 0;
    for row in rows.iter().filter(|row| row["indicator"] == "invented-versus-made") {
        let [geo, subject, period] = ["geo", "subject", "period"].map(|c| row[c].as_str());
        let of = |indicator: &str| ranks[&[indicator, geo, subject, period]];
        let (invented, made) = (of("patent-world-share"), of("production-eu-share"));
        assert_eq!(number(row, "value").to_bits(), (invented - made).to_bits());
        let parts = [number(row, "numerator"), number(row, "denominator")];
        assert_eq!(parts.map(f64::to_bits), [invented, made].map(f64::to_bits));
        assert_eq!([&row["sources"], &row["n"], &row["unit"]], ["patstat;prodcom", "", "places"]);
        checked += 1;
    }
    assert!(checked > 1_000, "{checked}");
}
