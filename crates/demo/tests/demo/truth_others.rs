//! The truth of the IMF table and of Comext, read back from the files.

use std::collections::BTreeMap;

use sextant_definitions::HsVintage;

use crate::common::{Demo, Row, number, thousandths};

const IMF: &str = "imf-lct/Trade_in_Low_Carbon_Technology_Products_DEMO.csv";
const GROUP: &str = "low-carbon-technology-products";

#[expect(clippy::cast_precision_loss, reason = "as the rule says")]
fn units(milli: i64) -> f64 {
    milli as f64 / 1000.0
}

/// Lines of one indicator of the IMF table, by two-letter code; the world has none.
fn imf(demo: &Demo, ending: &str) -> BTreeMap<String, Row> {
    let lines = demo.rows(IMF).into_iter().filter(|row| row["Indicator"].ends_with(ending));
    lines.map(|row| (row["ISO2"].clone(), row)).collect()
}

fn key(indicator: &str, geo: &str, subject: &str, year: u16) -> [String; 4] {
    [indicator, geo, subject, &year.to_string()].map(str::to_owned)
}

#[test]
fn exports_of_the_imf_table_are_as_printed_and_the_union_is_their_sum() {
    let demo = Demo::new(0.001, 6);
    let (truth, lines) =
        (demo.truth("imf-lct"), imf(&demo, "Exports of low carbon technology products"));
    let members = demo.definitions.geographies.eu27();
    for year in 1994..=2023_u16 {
        let printed =
            |geo: &str| lines.get(geo).map_or("", |line| line[&format!("F{year}")].as_str());
        for (geo, _) in lines.iter().filter(|(geo, _)| !printed(geo).is_empty()) {
            let geo = if geo.is_empty() { "WORLD" } else { geo };
            let from = if geo == "WORLD" { "" } else { geo };
            let row = &truth[&key("trade-exports", geo, GROUP, year)];
            assert_eq!(row["value"], units(thousandths(printed(from))).to_string());
            assert_eq!(row["n"], "1");
        }
        let given: Vec<&str> =
            members.iter().map(|m| printed(m)).filter(|t| !t.is_empty()).collect();
        let row = &truth[&key("trade-exports", "EU27", GROUP, year)];
        let sum = given.iter().map(|text| thousandths(text)).sum();
        assert_eq!(row["value"], units(sum).to_string());
        let status = if given.len() < 27 { "incomplete-members" } else { "" };
        assert_eq!(
            (row["status"].as_str(), row["n"].as_str()),
            (status, given.len().to_string().as_str())
        );
    }
}

#[test]
fn advantages_come_from_the_published_shares() {
    let demo = Demo::new(0.02, 6);
    let (truth, shares) = (demo.truth("imf-lct"), imf(&demo, "share of total exports"));
    let share = |geo: &str| shares[geo]["F2020"].parse::<f64>().unwrap();
    let row = &truth[&key("trade-rca", "BE", GROUP, 2020)];
    assert_eq!(row["numerator"], (share("BE") / 100.0).to_string());
    assert_eq!(row["denominator"], (share("") / 100.0).to_string());
    assert_eq!(row["value"], ((share("BE") / 100.0) / (share("") / 100.0)).to_string());
}

#[test]
fn comext_counts_a_product_once_and_converts_the_sum() {
    let demo = Demo::new(0.02, 6);
    let mut told: BTreeMap<String, [i64; 4]> = BTreeMap::new();
    for row in demo.rows("comext/ESTAT_DS-045409_DEMO.csv") {
        let counts = row["reporter"] == "GR"
            && row["flow"] == "2"
            && row["indicators"] == "VALUE_IN_EUROS"
            && row["partner"] != "EU27_2020"
            && row["TIME_PERIOD"].starts_with("2023");
        if counts {
            // A year before its months, the world before its parts.
            let basis =
                2 * usize::from(row["freq"] == "M") + usize::from(row["partner"] != "WORLD");
            told.entry(row["product"].clone()).or_default()[basis] +=
                thousandths(&row["OBS_VALUE"]);
        }
    }
    let once = |values: &[i64; 4]| values.iter().copied().find(|milli| *milli > 0).unwrap();
    let rate = demo.definitions.rates.usd_per_eur(2023).unwrap();
    let alternatives = demo.rows("truth/alternatives.csv");
    let mut checked = 0;
    for row in alternatives.iter().filter(|row| row["source"] == "comext") {
        if row["geo"] != "GR" || row["indicator"] != "trade-exports" || row["period"] != "2023" {
            continue;
        }
        let codes = demo.definitions.hs_codes(&row["subject"], HsVintage::Hs2022);
        let within = |product: &str| {
            row["subject"] == "all-products" || codes.iter().any(|code| product.starts_with(code))
        };
        let sum = told.iter().filter(|(p, _)| within(p)).map(|(_, values)| once(values)).sum();
        assert_eq!(row["value"], (units(sum) * rate).to_string(), "{row:?}");
        checked += 1;
    }
    assert!(checked >= 2, "{checked} subjects");
    let greece =
        &alternatives.iter().find(|r| r["source"] == "comext" && r["geo"] == "GR").unwrap();
    assert!(number(greece, "value") > 0.0);
}
