//! The truth is what a careful reader of the printed files finds.
//!
//! Everything is read back from the files here, so that the sums that the generator
//! kept on the way are checked against the decimals it printed.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::{Demo, Row, number, thousandths};
use sextant_definitions::HsVintage;

type Sums = BTreeMap<(String, String), (i64, i64)>;

/// Exports and imports by geography and product, in thousandths of a dollar, with
/// the number of rows.
fn baci(demo: &Demo, year: u16) -> [Sums; 2] {
    let mut sums = [Sums::new(), Sums::new()];
    for row in demo.rows(&format!("baci/BACI_HS07_Y{year}_VDEMO.csv")) {
        for (flow, column) in ["i", "j"].into_iter().enumerate() {
            let code = row[column].parse().expect("a code of BACI");
            let geo =
                demo.definitions.geographies.by_baci(code).expect("a country").code.to_string();
            let cell = sums[flow].entry((geo, row["k"].clone())).or_default();
            cell.0 += thousandths(&row["v"]) * 1000;
            cell.1 += 1;
        }
    }
    sums
}

fn subject(demo: &Demo, sums: &Sums, geo: &str, subject: &str) -> (i64, i64) {
    let codes = demo.definitions.hs_codes(subject, HsVintage::Hs2007);
    let belongs = |product: &str| {
        subject == "all-products" || codes.iter().any(|code| product.starts_with(code))
    };
    sums.iter()
        .filter(|((g, product), _)| (geo == "*" || g == geo) && belongs(product))
        .fold((0, 0), |sum, (_, cell)| (sum.0 + cell.0, sum.1 + cell.1))
}

#[expect(clippy::cast_precision_loss, reason = "as the rule says")]
fn units(milli: i64) -> f64 {
    milli as f64 / 1000.0
}

#[test]
fn exports_and_imports_of_baci_are_the_sums_of_its_rows() {
    let demo = Demo::new(0.001, 4);
    let truth = demo.truth("baci");
    for year in [2010, 2019, 2023] {
        let sums = baci(&demo, year);
        let mut checked = 0;
        for ([indicator, geo, id, period], row) in &truth {
            let Some(flow) = ["trade-exports", "trade-imports"].iter().position(|i| i == indicator)
            else {
                continue;
            };
            if *period != year.to_string() || geo == "EU27" || geo == "WORLD" {
                continue;
            }
            let (milli, rows) = subject(&demo, &sums[flow], geo, id);
            assert_eq!(row["value"], units(milli).to_string(), "{row:?}");
            assert_eq!(
                (row["n"].as_str(), row["denominator"].as_str()),
                (rows.to_string().as_str(), "")
            );
            assert_eq!(row["value"], row["numerator"]);
            checked += 1;
        }
        assert!(checked > 500, "{checked} cells in {year}");
    }
}

#[test]
fn the_world_and_the_union_are_sums() {
    let demo = Demo::new(0.02, 4);
    let truth = demo.truth("baci");
    let sums = baci(&demo, 2020);
    let value = |indicator: &str, geo: &str| {
        let key = [indicator, geo, "all-products", "2020"].map(str::to_owned);
        number(&truth[&key], "value")
    };
    let (all, _) = subject(&demo, &sums[0], "*", "all-products");
    let from_file: i64 = demo
        .rows("baci/BACI_HS07_Y2020_VDEMO.csv")
        .iter()
        .map(|row| thousandths(&row["v"]) * 1000)
        .sum();
    assert_eq!(all, from_file);
    assert_eq!(value("trade-exports", "WORLD").to_string(), units(all).to_string());
    assert_eq!(value("trade-imports", "WORLD").to_string(), units(all).to_string());
    let members = demo.definitions.geographies.eu27();
    let union = members.iter().map(|m| subject(&demo, &sums[0], m, "all-products").0).sum();
    assert_eq!(value("trade-exports", "EU27").to_string(), units(union).to_string());
}

#[test]
fn below_a_hundred_countries_there_is_no_world() {
    let demo = Demo::new(0.001, 1);
    let truth = demo.truth("baci");
    assert!(truth.keys().all(|[indicator, geo, ..]| geo != "WORLD" && indicator != "trade-rca"));
    assert!(truth.keys().any(|[_, geo, ..]| geo == "EU27"));
}

/// Rows of Comtrade that count, by product: the world row or else the partners.
fn comtrade(demo: &Demo, year: u16, reporter: &str, flow: &str) -> BTreeMap<String, i64> {
    let rows = demo.rows(&format!("comtrade/Comtrade_C_A_DEMO_{year}.csv"));
    let counts = |row: &&Row| {
        let plain = [("customsCode", "C00"), ("motCode", "0"), ("partner2Code", "0")];
        row["reporterCode"] == reporter
            && row["flowCode"] == flow
            && row["partnerCode"] != "97"
            && plain.iter().all(|(column, value)| row[*column] == *value)
    };
    let mut products: BTreeMap<String, [Option<i64>; 2]> = BTreeMap::new();
    for row in rows.iter().filter(counts) {
        let cell = &mut products.entry(row["cmdCode"].clone()).or_default()
            [usize::from(row["partnerCode"] != "0")];
        *cell = Some(cell.unwrap_or(0) + thousandths(&row["primaryValue"]));
    }
    products
        .into_iter()
        .map(|(product, [world, sum])| (product, world.or(sum).unwrap_or(0)))
        .collect()
}

#[test]
fn comtrade_counts_once() {
    let demo = Demo::new(0.001, 4);
    let truth = demo.truth("comtrade");
    for (geo, code) in [("DE", "276"), ("FR", "251"), ("BLEU", "58")] {
        let exports = comtrade(&demo, 1998, code, "X");
        let of = |id: &str| truth.get(&["trade-exports", geo, id, "1998"].map(str::to_owned));
        assert_eq!(of("all-products").unwrap()["value"], units(exports["TOTAL"]).to_string());
        let textiles = demo.definitions.hs_codes("textiles", HsVintage::Hs1996);
        let sum: i64 = textiles
            .iter()
            .map(|code| {
                let within = || exports.iter().filter(|(p, _)| p.starts_with(code.as_str()));
                let shortest = within().map(|(product, _)| product.len()).min();
                let shortest = |(product, _): &(&String, &i64)| Some(product.len()) == shortest;
                within().filter(shortest).map(|(_, milli)| milli).sum::<i64>()
            })
            .sum();
        assert_eq!(of("textiles").unwrap()["value"], units(sum).to_string(), "{geo}");
    }
}

#[test]
fn the_union_of_1998_lacks_members() {
    let demo = Demo::new(0.001, 4);
    let key = ["trade-exports", "EU27", "all-products", "1998"].map(str::to_owned);
    assert_eq!(demo.truth("comtrade")[&key]["status"], "incomplete-members");
    let ranked = ["trade-exports", "DE", "all-products", "1998"].map(str::to_owned);
    assert_eq!(demo.truth("comtrade")[&ranked]["ranked_of"], "25");
}

#[test]
fn what_baci_lacks_is_partial_or_absent_and_never_zero() {
    let demo = Demo::new(0.02, 1);
    let planted: serde_json::Value =
        serde_json::from_slice(&demo.bytes("truth/planted.json")).unwrap();
    let [partial, absent] = [0, 1].map(|at| planted["missing_codes"][at].clone());
    let truth = demo.rows("truth/observations.csv");
    let of = |gap: &serde_json::Value, indicator: &str| -> Vec<&Row> {
        let (subject, year) = (gap["subject"].as_str().unwrap(), gap["year"].to_string());
        let rows = truth.iter().filter(|r| r["subject"] == subject && r["period"] == year);
        rows.filter(|row| row["indicator"] == indicator).collect()
    };
    assert!(of(&absent, "trade-exports").is_empty(), "most codes are missing, so no figure");
    let exports = of(&partial, "trade-exports");
    let from = |source: &str, row: &&&Row| row["sources"] == source;
    let told = exports.iter().filter(|row| from("comtrade", row)).count();
    assert!(told >= 27, "Comtrade has all codes and is chosen, {told} times");
    let rest: Vec<_> = exports.iter().filter(|row| from("baci", row)).collect();
    assert!(!rest.is_empty() && rest.iter().all(|row| row["status"].contains("partial-codes")));
    let alternatives = demo.rows("truth/alternatives.csv");
    assert!(alternatives.iter().any(|row| row["source"] == "baci" && row["geo"] == "DE"));
}

#[test]
fn every_source_is_an_alternative_somewhere_and_the_ten_ecosystems_are_there() {
    let demo = Demo::new(0.02, 1);
    let alternatives = demo.rows("truth/alternatives.csv");
    let sources: BTreeSet<&str> = alternatives.iter().map(|row| row["source"].as_str()).collect();
    assert_eq!(sources, ["baci", "comext", "comtrade"].into());
    let truth = demo.rows("truth/observations.csv");
    let missing = |indicator: &str| -> Vec<String> {
        let expected = demo.definitions.subjects().into_iter().filter(|s| s.trade_expected);
        let found = |id: &str| {
            truth.iter().any(|r| {
                r["subject"] == id
                    && r["period"] == "2020"
                    && r["geo"] == "BE"
                    && r["indicator"] == indicator
            })
        };
        expected.map(|subject| subject.id).filter(|id| !found(id)).collect()
    };
    assert_eq!(missing("trade-relative-balance"), Vec::<String>::new());
    assert_eq!(missing("trade-rca"), ["all-products"]);
}
