//! Who and what is behind the numbers: what contributors have adds up to the cube.

// What cannot be unwrapped in a test fails the test.
#![allow(clippy::unwrap_used, clippy::panic, clippy::float_cmp)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use sextant_lake::Workspace;
use sextant_monitor::{Contributor, Edition, Filter, Observation};
use support::patstat::{Application, write};
use support::{ok, run};

fn edition(workspace: &Path, name: Option<&str>) -> Edition {
    Edition::open(&Workspace::at(workspace), name).unwrap()
}

/// The indicators that say how much there is of each topic, the preferred first.
const TOTALS: [(&str, &str); 6] = [
    ("patents", "patent-families"),
    ("exports", "trade-exports"),
    ("imports", "trade-imports"),
    ("production", "production-value"),
    ("investment", "investment-raised-eur"),
    ("investment", "investment-raised"),
];

type Cell = (String, String, String, String);

/// What there is of every cell that has something.
fn totals(edition: &Edition) -> BTreeMap<Cell, Observation> {
    let mut totals = BTreeMap::new();
    for (topic, indicator) in TOTALS {
        let filter = Filter { indicator: Some(indicator.into()), ..Filter::default() };
        for cell in edition.observations(&filter).unwrap() {
            let key =
                (topic.to_owned(), cell.geo.clone(), cell.subject.clone(), cell.period.clone());
            if total(&cell) > 0.0 {
                totals.entry(key).or_insert(cell);
            }
        }
    }
    totals
}

/// The value, or what is published of it.
fn total(cell: &Observation) -> f64 {
    cell.value.or(cell.lower).unwrap_or(0.0)
}

fn by_cell(contributors: Vec<Contributor>) -> BTreeMap<Cell, Vec<Contributor>> {
    let mut cells: BTreeMap<Cell, Vec<Contributor>> = BTreeMap::new();
    for c in contributors {
        let cell = (c.topic.clone(), c.geo.clone(), c.subject.clone(), c.period.clone());
        cells.entry(cell).or_default().push(c);
    }
    cells
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

/// The largest of a cell, beside what there is of it.
fn check(cell: &Cell, listed: &[Contributor], of: &Observation) {
    let topic = cell.0.as_str();
    assert!(close(listed[0].total, total(of)), "{cell:?}: {} of {}", listed[0].total, total(of));
    let places: Vec<i32> = listed.iter().map(|c| c.place).collect();
    assert_eq!(places, (1..).take(listed.len()).collect::<Vec<i32>>(), "{cell:?}");
    let all = usize::try_from(listed[0].contributors).unwrap();
    // Of production and investment some are counted whose part nobody knows.
    let partly_hidden = matches!(topic, "production" | "investment");
    assert!(listed.len() == all.min(5) || (partly_hidden && listed.len() < all.min(5)), "{cell:?}");
    for pair in listed.windows(2) {
        assert!(pair[0].value >= pair[1].value, "{cell:?}");
    }
    for c in listed {
        assert_eq!((&c.unit, &c.source, c.withheld), (&of.unit, &of.sources, false), "{cell:?}");
        assert!(close(c.share_pct, 100.0 * c.value.unwrap() / c.total), "{cell:?}");
    }
    let together: f64 = listed.iter().filter_map(|c| c.value).sum();
    if listed.len() == all {
        assert!(close(together, total(of)), "{cell:?}: {together} of {}", total(of));
    } else {
        assert!(together <= total(of) * (1.0 + 1e-9), "{cell:?}");
    }
}

#[test]
fn contributors_of_the_demo_add_up_to_the_cube_with_any_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    let (raw, workspace) = (folder.path().join("raw"), folder.path().join("workspace"));
    let generate = ["generate", "--scale", "0.01", "--patent-scale", "0.02", "--seed", "3"];
    ok(folder.path(), &[&generate[..], &["--out", raw.to_str().unwrap()]].concat());
    for source in ["baci", "imf-lct", "comtrade", "comext", "patstat", "prodcom", "crunchbase"] {
        ok(&workspace, &["ingest", source, raw.join(source).to_str().unwrap()]);
    }
    ok(&workspace, &["build", "--threads", "1", "--edition", "one"]);
    ok(&workspace, &["build", "--threads", "2", "--edition", "two"]);
    let (one, two) = (edition(&workspace, Some("one")), edition(&workspace, Some("two")));
    let bytes = |edition: &Edition| fs::read(edition.contributors_file()).unwrap();
    assert!(bytes(&one) == bytes(&two), "the number of threads shows");
    assert_eq!(one.record.contributors_sha256, two.record.contributors_sha256);

    let contributors = one.contributors().unwrap();
    assert_eq!(contributors.len(), one.record.contributors);
    let cells = by_cell(contributors);
    let periods: BTreeSet<(&str, &str)> =
        cells.keys().map(|(topic, _, _, period)| (topic.as_str(), period.as_str())).collect();
    let topics: Vec<&str> = periods.iter().map(|(topic, _)| *topic).collect();
    assert_eq!(topics, ["exports", "imports", "investment", "patents", "production"]);
    assert!(periods.contains(&("investment", "2015-2023")), "{periods:?}");
    let complete = one.record.patents[0].truncated_from.unwrap() - 1;
    assert!(periods.contains(&("patents", &complete.to_string())), "{periods:?}");

    let totals = totals(&one);
    for (cell, listed) in &cells {
        check(cell, listed, &totals[cell]);
    }
    let is_place = |geo: &str| geo == "EU27" || (geo.len() == 2 && geo != "ZZ");
    for cell in totals.keys().filter(|(topic, geo, _, period)| {
        periods.contains(&(topic.as_str(), period.as_str())) && is_place(geo)
    }) {
        assert!(cells.contains_key(cell), "nobody is behind {cell:?}");
    }
    explained_like_kept(&workspace, &cells);
}

/// What `explain` finds of a cell begins with what the edition keeps.
fn explained_like_kept(workspace: &Path, cells: &BTreeMap<Cell, Vec<Contributor>>) {
    for (topic, indicator) in &TOTALS[..5] {
        let of_topic = |geo: &str| {
            let mut of = cells.iter().filter(|(cell, _)| cell.0 == *topic && cell.1 == geo);
            of.next().unwrap()
        };
        for geo in ["DE", "EU27"] {
            let ((_, _, subject, period), kept) = of_topic(geo);
            let found = explained(workspace, indicator, geo, subject, period);
            assert!(found.len() >= kept.len() && found.len() <= 10, "{topic} {geo}");
            for (kept, found) in kept.iter().zip(found) {
                assert!(same(kept, &found), "{kept:?}, {found:?}");
            }
        }
    }
}

/// The same but for the last digit, which reading JSON may cost.
fn same(kept: &Contributor, found: &Contributor) -> bool {
    let (a, b) = (kept.clone(), found.clone());
    close(a.share_pct, b.share_pct)
        && close(a.total, b.total)
        && close(a.value.unwrap(), b.value.unwrap())
        && Contributor { share_pct: 0.0, total: 0.0, value: None, ..a }
            == Contributor { share_pct: 0.0, total: 0.0, value: None, ..b }
}

fn explained(
    workspace: &Path,
    indicator: &str,
    geo: &str,
    subject: &str,
    period: &str,
) -> Vec<Contributor> {
    let question = ["--indicator", indicator, "--geo", geo, "--subject", subject];
    let rest = ["--period", period, "--edition", "one", "--format", "json"];
    let json = ok(workspace, &[&["explain"], &question[..], &rest[..]].concat());
    let explanation: serde_json::Value = serde_json::from_str(&json).unwrap();
    serde_json::from_value(explanation["contributors"].clone()).unwrap()
}

/// Four applicants, two of which are one: of three families of 2006 in solar power.
fn patents(folder: &Path) {
    let application = |id: u32, applicants: Vec<(&'static str, &'static str)>| Application {
        id,
        office: "EP",
        kind: "A",
        filed: 2007,
        earliest: 2006,
        docdb: id,
        inpadoc: id,
        applicants,
        ipc: vec!["H02S  20/00"],
        title: "Module",
        abstract_: "A module.",
        ..Application::default()
    };
    let mut late = application(4, vec![("BE", "")]);
    (late.filed, late.earliest) = (2009, 2009);
    let all = [
        application(1, vec![("BE", ""), ("BE", ""), ("FR", "")]),
        application(2, vec![("BE", "")]),
        application(3, vec![("BE", ""), ("FR", "")]),
        late,
    ];
    write(folder, &all);
    let names = ["Beta", "ALPHA  NV", "Gamma", "Alpha nv", "Alpha nv", "Gamma", "Delta"];
    let mut persons =
        "person_id,person_name,person_ctry_code,nuts,nuts_level,psn_name,psn_sector\n".to_owned();
    for (person, (name, country)) in
        (1..).zip(names.iter().zip(["BE", "BE", "FR", "BE", "BE", "FR", "BE"]))
    {
        writeln!(persons, "{person},{name},{country},,0,,COMPANY").unwrap();
    }
    fs::write(folder.join("tls206_person_part01.csv"), persons).unwrap();
}

#[test]
fn applicants_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let (raw, workspace) = (folder.path().join("patstat"), folder.path().join("workspace"));
    patents(&raw);
    ok(&workspace, &["ingest", "patstat", raw.to_str().unwrap()]);
    ok(&workspace, &["build", "--edition", "one"]);
    let edition = edition(&workspace, None);
    // The data are of 2010, and 2007 to 2009 are not complete.
    let cells = by_cell(edition.contributors().unwrap());
    let told = |geo: &str, subject: &str| -> Vec<(String, String, f64, i64)> {
        let cell = ("patents".into(), geo.into(), subject.into(), "2006".into());
        let row =
            |c: &Contributor| (c.name.clone(), c.code.clone(), c.value.unwrap(), c.contributors);
        cells[&cell].iter().map(row).collect()
    };
    let third = 1.0 / 3.0;
    let alpha = 77_597_520.0 + 232_792_560.0 + 116_396_280.0;
    let expected = [
        ("Alpha nv".to_owned(), "4".to_owned(), alpha / 232_792_560.0, 2),
        ("Beta".to_owned(), "1".to_owned(), third, 2),
    ];
    assert_eq!(told("BE", "solar-power"), expected);
    assert_eq!(told("BE", "renewable-energy"), expected);
    assert_eq!(told("EU27", "all-patents").len(), 3);
    assert_eq!(told("FR", "all-patents"), [("Gamma".into(), "3".into(), 5.0 / 6.0, 1)]);
    // Any other year is found in the lake.
    let late = explained(&workspace, "patent-world-share", "BE", "solar-power", "2009");
    assert_eq!((late.len(), late[0].name.as_str(), late[0].value), (1, "Delta", Some(1.0)));
    let world = explained(&workspace, "patent-families", "WORLD", "all-patents", "2006-2010");
    assert_eq!((world.len(), world[0].total), (4, 4.0));
}

#[test]
fn inventors_are_counted_and_not_named() {
    let folder = tempfile::tempdir().unwrap();
    let (raw, workspace) = (folder.path().join("patstat"), folder.path().join("workspace"));
    fs::create_dir(&workspace).unwrap();
    support::patstat::rules(
        &workspace,
        &[("residence = \"applicant\"", "residence = \"inventor\"")],
    );
    let invented = Application {
        id: 1,
        office: "EP",
        kind: "A",
        filed: 2007,
        earliest: 2006,
        docdb: 1,
        inpadoc: 1,
        inventors: vec![("BE", ""), ("BE", "")],
        ipc: vec!["H02S  20/00"],
        title: "Module",
        abstract_: "A module.",
        ..Application::default()
    };
    write(&raw, &[invented]);
    ok(&workspace, &["ingest", "patstat", raw.to_str().unwrap()]);
    fs::write(workspace.join("sextant.toml"), "[patents]\nedition_year = 2015\n").unwrap();
    ok(&workspace, &["build", "--edition", "one"]);
    let found = explained(&workspace, "patent-families", "BE", "solar-power", "2006");
    // Both are called Someone, and are one to whoever sees only the name.
    assert_eq!((found.len(), found[0].share_pct, found[0].withheld), (1, 100.0, true));
    assert_eq!((found[0].name.as_str(), found[0].code.as_str(), found[0].value), ("", "", None));
}

const ROUNDS: &str = "\
uuid,name,type,country_code,investment_type,announced_on,raised_amount_usd,raised_amount,raised_amount_currency_code,org_uuid,org_name
1b000001-0000-4000-8000-000000000001,Seed,funding_round,BEL,seed,2020-03-01,1142200,1000000,EUR,0a000001-0000-4000-8000-000000000001,Alpha
1b000002-0000-4000-8000-000000000002,A,funding_round,BEL,series_a,2020-06-01,,2000000,EUR,0a000001-0000-4000-8000-000000000001,Alpha
1b000003-0000-4000-8000-000000000003,B,funding_round,BEL,series_b,2020-12-01,,1000000,EUR,0a000002-0000-4000-8000-000000000002,Beta
1b000004-0000-4000-8000-000000000004,C,funding_round,BEL,series_c,2020-11-30,,,,0a000003-0000-4000-8000-000000000003,Gamma
";

/// Of companies the licence lets only the concentration be kept.
#[test]
fn companies_are_withheld() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path();
    let file = workspace.join("funding_rounds.csv");
    fs::write(&file, ROUNDS).unwrap();
    ok(workspace, &["ingest", "crunchbase", file.to_str().unwrap()]);
    ok(workspace, &["build", "--edition", "one"]);
    let edition = edition(workspace, None);
    let kept = edition.contributors().unwrap();
    let belgium: Vec<&Contributor> = kept.iter().filter(|c| c.geo == "BE").collect();
    let told: Vec<(i32, f64, f64, i64)> =
        belgium.iter().map(|c| (c.place, c.share_pct, c.total, c.contributors)).collect();
    assert_eq!(told, [(1, 75.0, 4_000_000.0, 3), (2, 25.0, 4_000_000.0, 3)]);
    for c in &kept {
        assert_eq!((c.code.as_str(), c.name.as_str(), c.value), ("", "", None));
        assert!(c.withheld);
    }
    let bytes = fs::read(edition.contributors_file()).unwrap();
    assert!(!String::from_utf8_lossy(&bytes).contains("Alpha"), "the name is in the file");
    let question =
        ["--indicator", "investment-rounds", "--geo", "BE", "--subject", "all-investment"];
    let text = ok(workspace, &[&["explain"], &question[..], &["--period", "2020"]].concat());
    assert!(text.contains("largest companies, 2 of 3; together 4,000,000 EUR"), "{text}");
    assert!(text.contains("the licence of the source forbids to show them"), "{text}");
    assert!(!text.contains("Alpha"), "{text}");
}

const COMTRADE: &str = "typeCode\tfreqCode\trefPeriodId\trefYear\trefMonth\tperiod\treporterCode\tflowCode\tpartnerCode\tpartner2Code\tclassificationCode\tcmdCode\tcustomsCode\tmosCode\tmotCode\tnetWgt\tprimaryValue\n";

/// A chapter, a heading in it and two subheadings, of which one has no heading: the finest
/// are listed, in percent of the total that is published.
#[test]
fn of_products_at_several_levels_the_finest_are_listed() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("workspace");
    let mut text = COMTRADE.to_owned();
    let products =
        [("TOTAL", 1000), ("84", 400), ("85", 600), ("8541", 300), ("854140", 200), ("850131", 50)];
    for (product, value) in products {
        writeln!(
            text,
            "C\tA\t20200101\t2020\t52\t2020\t56\tX\t0\t0\tH5\t{product}\tC00\t0\t0\t\t{value}"
        )
        .unwrap();
    }
    let file = folder.path().join("COMTRADE-FINAL-CA056202001H5[2023-01-03].txt");
    fs::write(&file, text).unwrap();
    ok(&workspace, &["ingest", "comtrade", file.to_str().unwrap()]);
    let built = run(&workspace, &["build", "--edition", "one"]);
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let cells = by_cell(edition(&workspace, None).contributors().unwrap());
    let cell = ("exports".into(), "BE".into(), "all-products".into(), "2020".into());
    let told: Vec<(&str, Option<f64>, f64)> =
        cells[&cell].iter().map(|c| (c.code.as_str(), c.value, c.share_pct)).collect();
    let expected =
        [("84", Some(400.0), 40.0), ("854140", Some(200.0), 20.0), ("850131", Some(50.0), 5.0)];
    assert_eq!(told, expected);
    let found = explained(&workspace, "trade-exports", "BE", "all-products", "2020");
    assert_eq!(found, cells[&cell]);
}
