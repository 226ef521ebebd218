//! The codes in the demo files are those of the official lists.

use std::collections::BTreeSet;

use crate::common::{Demo, real, rows};

fn codes(path: &std::path::Path, column: &str) -> BTreeSet<String> {
    rows(path).into_iter().map(|row| row[column].clone()).collect()
}

#[test]
fn products_of_baci_are_subheadings_of_hs_2007() {
    let Some(list) = real("trade/comtrade/cmd_h3.csv") else { return };
    let official = codes(&list, "id");
    let demo = Demo::new(0.5, 1);
    let mut used = BTreeSet::new();
    for row in demo.rows("baci/BACI_HS07_Y2023_VDEMO.csv") {
        used.insert(row["k"].clone());
    }
    let unknown: Vec<&String> = used.difference(&official).collect();
    assert!(unknown.is_empty(), "not in HS 2007: {unknown:?}");
    let chapters: BTreeSet<&str> = used.iter().map(|code| &code[..2]).collect();
    assert_eq!(chapters.len(), 96);
}

#[test]
fn products_of_comtrade_are_codes_of_their_vintage() {
    let demo = Demo::new(0.1, 1);
    for (year, vintage) in [(1998, "h1"), (2010, "h3"), (2014, "h4"), (2019, "h5")] {
        let Some(list) = real(&format!("trade/comtrade/cmd_{vintage}.csv")) else { return };
        let official = codes(&list, "id");
        let used = codes(&demo.path(&format!("comtrade/Comtrade_C_A_DEMO_{year}.csv")), "cmdCode");
        let unknown: Vec<&String> = used.difference(&official).collect();
        assert!(unknown.is_empty(), "not in {vintage}: {unknown:?}");
    }
}

#[test]
fn countries_of_baci_are_in_its_list() {
    let Some(list) = real("trade/baci/country_codes_V202501.csv") else { return };
    let official = codes(&list, "country_code");
    let demo = Demo::new(0.5, 1);
    let used = codes(&demo.path("baci/BACI_HS07_Y2010_VDEMO.csv"), "i");
    let unknown: Vec<&String> = used.difference(&official).collect();
    assert!(unknown.is_empty(), "not in BACI: {unknown:?}");
    assert!(used.len() > 200, "{} exporters", used.len());
}

#[test]
fn the_subjects_of_the_definitions_are_all_traded() {
    let demo = Demo::new(0.1, 1);
    let truth = demo.rows("truth/observations.csv");
    let baci: BTreeSet<&str> = truth
        .iter()
        .filter(|row| row["sources"] == "baci" && row["period"] == "2020")
        .filter(|row| !row["status"].contains("partial"))
        .map(|row| row["subject"].as_str())
        .collect();
    let of_codes = |id: &str| id != "low-carbon-technology-products";
    let expected = demo.definitions.subjects().into_iter().filter(|s| s.trade_expected);
    let lacking: Vec<String> =
        expected.map(|s| s.id).filter(|id| of_codes(id) && !baci.contains(id.as_str())).collect();
    assert!(lacking.is_empty(), "without complete codes in BACI: {lacking:?}");
}
