//! What holds in every demo world, whatever the seed.

use std::collections::BTreeMap;

use crate::common::{Demo, Row, number};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

/// Values by geography, grouped by source, indicator, subject and period.
fn groups(rows: &[Row]) -> BTreeMap<[&str; 4], Vec<&Row>> {
    let mut groups: BTreeMap<[&str; 4], Vec<&Row>> = BTreeMap::new();
    for row in rows {
        let key = ["sources", "indicator", "subject", "period"].map(|c| row[c].as_str());
        groups.entry(key).or_default().push(row);
    }
    groups
}

fn is_bounded(row: &Row) -> bool {
    let value = number(row, "value");
    match row["indicator"].as_str() {
        "trade-relative-balance" => (-100.0..=100.0).contains(&value),
        "trade-world-share" | "trade-export-share-eu27" => (0.0..=100.0).contains(&value),
        _ => value >= 0.0,
    }
}

/// The value is what numerator and denominator make.
fn is_quotient(row: &Row) -> bool {
    let (value, numerator) = (number(row, "value"), number(row, "numerator"));
    let made = match row["indicator"].as_str() {
        "trade-exports" | "trade-imports" => numerator,
        "trade-rca" => numerator / number(row, "denominator"),
        _ => 100.0 * numerator / number(row, "denominator"),
    };
    made.to_bits() == value.to_bits()
}

/// Ranks are 1 + the number of members with a strictly greater value.
fn is_ranked(rows: &[&Row]) -> bool {
    let ranked: Vec<&&Row> = rows.iter().filter(|row| !row["rank"].is_empty()).collect();
    ranked.iter().all(|row| {
        let above = ranked.iter().filter(|o| number(o, "value") > number(row, "value")).count();
        row["rank"] == (above + 1).to_string() && row["ranked_of"] == ranked.len().to_string()
    })
}

fn sum(rows: &[&Row], of: impl Fn(&Row) -> bool) -> f64 {
    rows.iter().filter(|row| of(row)).map(|row| number(row, "value")).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shares_sum_bounds_hold_and_ranks_agree(seed: u64) {
        let demo = Demo::new(0.02, seed);
        let rows = demo.rows("truth/observations.csv");
        prop_assert!(rows.iter().all(is_bounded));
        prop_assert!(rows.iter().all(is_quotient));
        for ([source, indicator, ..], rows) in groups(&rows) {
            let whole = source == "baci" && rows.iter().all(|row| !row["status"].contains("codes"));
            if !whole {
                continue;
            }
            prop_assert!(is_ranked(&rows), "{rows:?}");
            let country = |row: &Row| row["geo"] != "EU27";
            let near = |value: f64| (value - 100.0).abs() < 1e-9;
            match indicator {
                "trade-world-share" => prop_assert!(near(sum(&rows, country))),
                "trade-export-share-eu27" => prop_assert!(near(sum(&rows, country))),
                _ => {}
            }
        }
    }

    #[test]
    fn reconciled_trade_has_two_equal_sides(seed: u64) {
        let demo = Demo::new(0.02, seed);
        let truth = demo.truth("baci");
        let mut compared = 0;
        for ([indicator, geo, subject, period], row) in &truth {
            if indicator == "trade-exports" && geo == "WORLD" {
                let other = ["trade-imports", "WORLD", subject, period].map(str::to_owned);
                prop_assert_eq!(&row["value"], &truth[&other]["value"]);
                prop_assert_eq!(&row["n"], &truth[&other]["n"]);
                compared += 1;
            }
        }
        prop_assert!(compared > 100);
    }

    #[test]
    fn the_break_stays_and_the_spike_returns(seed: u64) {
        let demo = Demo::new(0.02, seed);
        let truth = demo.truth("baci");
        // A country's share in the world's exports moves by what was planted, and
        // hardly by anything else.
        let share = |geo: &str, year: u16| {
            let key = ["trade-world-share", geo, "all-products", &year.to_string()].map(str::to_owned);
            number(&truth[&key], "value")
        };
        let step = |geo: &str, from: u16, to: u16| share(geo, to) / share(geo, from);
        prop_assert!((0.55..0.80).contains(&step("NL", 2014, 2015)));
        prop_assert!((0.80..1.25).contains(&step("NL", 2015, 2016)));
        prop_assert!((1.30..1.90).contains(&step("AT", 2017, 2018)));
        prop_assert!((0.50..0.77).contains(&step("AT", 2018, 2019)));
        for geo in ["BE", "DE", "CN", "US"] {
            for year in 2011..=2023 {
                prop_assert!((0.8..1.25).contains(&step(geo, year - 1, year)), "{} {}", geo, year);
            }
        }
    }
}
