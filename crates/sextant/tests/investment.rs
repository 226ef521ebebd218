//! Investment: what counts, what is converted, and what is said of the rest.

// What cannot be unwrapped in a test fails the test.
#![allow(clippy::unwrap_used, clippy::panic, clippy::float_cmp)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use support::{Line, lines, number, ok, real_data};

const COMPANIES: &str = "\
uuid,name,type,permalink,cb_url,roles,country_code,category_list,category_groups_list
0a000001-0000-4000-8000-000000000001,Alpha,organization,alpha,,company,BEL,\"Biotechnology,Solar\",
0a000002-0000-4000-8000-000000000002,Beta,organization,beta,,company,FRA,Robotics,
0a000003-0000-4000-8000-000000000003,Gamma,organization,gamma,,company,,Biotechnology,
0a000004-0000-4000-8000-000000000004,Delta,organization,delta,,company,USA,Robotics,
";

const ROUNDS: &str = "\
uuid,name,type,country_code,investment_type,announced_on,raised_amount_usd,raised_amount,raised_amount_currency_code,org_uuid,org_name
1b000001-0000-4000-8000-000000000001,Seed,funding_round,BEL,seed,2015-03-01,1200000,1000000,EUR,0a000001-0000-4000-8000-000000000001,Alpha
1b000002-0000-4000-8000-000000000002,A,funding_round,BEL,series_a,2020-06-01,,2000000,EUR,0a000001-0000-4000-8000-000000000001,Alpha
1b000003-0000-4000-8000-000000000003,B,funding_round,BEL,series_b,2020-07-01,500000,500000,USD,0a000001-0000-4000-8000-000000000001,Alpha
1b000004-0000-4000-8000-000000000004,C,funding_round,BEL,series_c,2023-11-30,,,,0a000001-0000-4000-8000-000000000001,Alpha
1b000005-0000-4000-8000-000000000005,Grant,funding_round,BEL,grant,2020-02-02,9000000,9000000,USD,0a000001-0000-4000-8000-000000000001,Alpha
1b000006-0000-4000-8000-000000000006,Seed,funding_round,FRA,seed,2020-09-01,,300000,XAF,0a000002-0000-4000-8000-000000000002,Beta
1b000007-0000-4000-8000-000000000007,Seed,funding_round,,seed,2020-10-01,100000,100000,USD,0a000003-0000-4000-8000-000000000003,Gamma
1b000010-0000-4000-8000-000000000010,Seed,funding_round,USA,seed,2016-05-05,1000000,1000000,USD,0a000004-0000-4000-8000-000000000004,Delta
1b000011-0000-4000-8000-000000000011,Seed,funding_round,USA,seed,2017-05-05,1000000,1000000,USD,0a000004-0000-4000-8000-000000000004,Delta
1b000012-0000-4000-8000-000000000012,Seed,funding_round,USA,seed,2018-05-05,1000000,1000000,USD,0a000004-0000-4000-8000-000000000004,Delta
1b000013-0000-4000-8000-000000000013,Seed,funding_round,USA,seed,2019-05-05,1000000,1000000,USD,0a000004-0000-4000-8000-000000000004,Delta
1b000014-0000-4000-8000-000000000014,Seed,funding_round,USA,seed,2021-05-05,1000000,1000000,USD,0a000004-0000-4000-8000-000000000004,Delta
1b000015-0000-4000-8000-000000000015,Seed,funding_round,USA,seed,2022-05-05,1000000,1000000,USD,0a000004-0000-4000-8000-000000000004,Delta
1b000008-0000-4000-8000-000000000008,Seed,funding_round,BEL,seed,3201-01-01,100000,100000,USD,0a000001-0000-4000-8000-000000000001,Alpha
";

fn built(workspace: &Path) {
    for (name, text) in [("organizations.csv", COMPANIES), ("funding_rounds.csv", ROUNDS)] {
        let file = workspace.join(name);
        fs::write(&file, text).unwrap();
        ok(workspace, &["ingest", "crunchbase", file.to_str().unwrap()]);
    }
    ok(workspace, &["build"]);
}

/// The values of a cell by indicator, without `investment-`.
fn cell(workspace: &Path, geo: &str, subject: &str, period: &str) -> BTreeMap<String, Line> {
    let arguments = ["observations", "--geo", geo, "--subject", subject, "--period", period];
    let found = lines(&ok(workspace, &arguments)).into_iter();
    let named =
        found.map(|line| (line["indicator"].trim_start_matches("investment-").into(), line));
    named.collect()
}

#[test]
fn local_amounts_are_converted_and_undisclosed_ones_counted() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path();
    built(workspace);
    // 2,000,000 euro at 1.1422 dollars, and 500,000 dollars; the grant does not count.
    let of_2020 = cell(workspace, "BE", "all-investment", "2020");
    assert_eq!(number(&of_2020["raised"], "value"), 2_284_400.0 + 500_000.0);
    assert_eq!(number(&of_2020["raised-without-largest"], "value"), 500_000.0);
    let dollars_in_euro = (500_000.0_f64 / 1.1422 * 1000.0).round() / 1000.0;
    assert_eq!(number(&of_2020["raised-eur"], "value"), 2_000_000.0 + dollars_in_euro);
    assert_eq!(number(&of_2020["rounds"], "value"), 2.0);
    assert_eq!(of_2020["raised"]["status"], "");

    // Nobody knows how much in 2023: the round counts, the sum is missing.
    let of_2023 = cell(workspace, "BE", "all-investment", "2023");
    assert_eq!(of_2023["raised"]["value"], "");
    assert_eq!(number(&of_2023["undisclosed"], "value"), 1.0);
    assert_eq!(of_2023["rounds"]["status"], "incomplete-year;undisclosed-amounts");

    // A currency without a rate is no dropped row, and no zero.
    let france = cell(workspace, "FR", "robotics", "2020");
    assert_eq!(france["raised"]["value"], "");
    assert_eq!(number(&france["rounds"], "value"), 1.0);
    assert_eq!(france["raised"]["status"], "unconverted-amounts");
}

#[test]
fn a_company_counts_fully_in_each_of_its_subjects_over_the_span_too() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path();
    built(workspace);
    let all = number(&cell(workspace, "BE", "all-investment", "2015-2023")["raised"], "value");
    assert_eq!(all, 1_200_000.0 + 2_284_400.0 + 500_000.0);
    for subject in ["health", "solar-power", "renewable-energy"] {
        let of_subject = cell(workspace, "BE", subject, "2015-2023");
        assert_eq!(number(&of_subject["raised"], "value"), all, "{subject}");
        assert_eq!(number(&of_subject["rounds"], "value"), 4.0, "{subject}");
    }
    // Gamma has no country: it is in the world only.
    let world = cell(workspace, "WORLD", "health", "2020");
    assert_eq!(number(&world["raised"], "value"), 2_284_400.0 + 500_000.0 + 100_000.0);
    let union = cell(workspace, "EU27", "health", "2020");
    assert_eq!(number(&union["raised"], "value"), 2_284_400.0 + 500_000.0);
    // France has rounds in 2020, but none in health.
    let france = cell(workspace, "FR", "health", "2020");
    assert_eq!(number(&france["raised"], "value"), 0.0);
    assert_eq!(&*france["raised"]["rank"], "2");
    let manifest = ok(workspace, &["sources", "--format", "json"]);
    assert!(manifest.contains("crunchbase"), "{manifest}");
    let quarantined = quarantine(workspace);
    assert!(quarantined.contains("3201-01-01"), "{quarantined}");
}

/// Every quarantined row of the workspace.
fn quarantine(workspace: &Path) -> String {
    let files = support::tree(&workspace.join("quarantine"));
    files.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect()
}

#[test]
fn rows_of_a_licensed_source_are_not_shown() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path();
    built(workspace);
    let question = [
        "explain",
        "--indicator",
        "investment-raised",
        "--geo",
        "BE",
        "--subject",
        "health",
        "--period",
        "2020",
    ];
    let explained = ok(workspace, &question);
    assert!(explained.contains("series-a") && explained.contains("2284400.000"), "{explained}");
    assert!(!explained.contains("Alpha"), "no company is named");
}

#[test]
fn the_real_list_exports_add_up() {
    let Some(data) = real_data() else { return };
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path();
    let files = ["startups_2026-01.csv", "startups_2026-02.csv"];
    let paths: Vec<String> = files
        .iter()
        .map(|file| data.join("investment/crunchbase-list-2026").join(file).display().to_string())
        .collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    ok(workspace, &[&["ingest", "crunchbase"], &paths[..]].concat());
    ok(workspace, &["build"]);
    // Counted without Sextant: all kinds of these files but "Funding Round" count.
    let (mut rounds, mut dollars, mut belgian) = (0, 0, 0);
    for path in paths {
        let mut reader = csv::Reader::from_path(path).unwrap();
        for line in reader.deserialize() {
            let line: Line = line.unwrap();
            if line["Funding Type"] != "Funding Round" {
                let amount: i64 = line["Money Raised (in USD)"].parse().unwrap();
                rounds += 1;
                dollars += amount;
                let is_belgian = line["Organization Location"].contains(", Belgium");
                belgian += if is_belgian { amount } else { 0 };
            }
        }
    }
    let world = cell(workspace, "WORLD", "all-investment", "2026");
    assert_eq!(number(&world["rounds"], "value"), f64::from(rounds));
    assert_eq!(number(&world["raised"], "value").to_string(), dollars.to_string());
    let belgium = cell(workspace, "BE", "all-investment", "2026");
    assert_eq!(number(&belgium["raised"], "value").to_string(), belgian.to_string());
    assert_eq!(belgium["raised"]["status"], "incomplete-year");
}
