//! Every file is as its publisher would write it.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::{Demo, Row, thousandths};
use sextant_demo::Options;

#[test]
fn baci_has_its_columns_and_order_and_codes_that_the_definitions_know() {
    let demo = Demo::new(0.001, 1);
    let files = demo.files("baci");
    assert_eq!(files.len(), 14);
    for (year, name) in (2010..).zip(&files) {
        assert_eq!(name, &format!("baci/BACI_HS07_Y{year}_VDEMO.csv"));
        let text = String::from_utf8(demo.bytes(name)).unwrap();
        assert!(text.starts_with("t,i,j,k,v,q\n"));
        let mut before = (0, 0, String::new());
        for row in demo.rows(name) {
            assert_eq!(row["t"], year.to_string());
            let key: (u16, u16, String) =
                (row["i"].parse().unwrap(), row["j"].parse().unwrap(), row["k"].clone());
            assert!(key > before, "{key:?} after {before:?}");
            assert!(key.0 != key.1 && key.2.len() == 6);
            assert!(
                [key.0, key.1].iter().all(|c| demo.definitions.geographies.by_baci(*c).is_some())
            );
            assert!(thousandths(&row["v"]) > 0 && row["v"].split_once('.').unwrap().1.len() == 3);
            assert!(row["q"] == "NA" || thousandths(&row["q"]) >= 0);
            before = key;
        }
    }
}

#[test]
fn some_quantities_of_baci_are_not_known() {
    let demo = Demo::new(0.001, 1);
    let rows = demo.rows("baci/BACI_HS07_Y2020_VDEMO.csv");
    let unknown = rows.iter().filter(|row| row["q"] == "NA").count();
    assert!(unknown > 0 && unknown * 20 < rows.len(), "{unknown} of {}", rows.len());
}

#[test]
fn the_table_of_the_imf_has_its_header_and_eleven_indicators() {
    let demo = Demo::new(0.001, 1);
    let name = "imf-lct/Trade_in_Low_Carbon_Technology_Products_DEMO.csv";
    assert!(
        demo.bytes(name).starts_with("\u{feff}ObjectId,Country,ISO2,ISO3,Indicator,".as_bytes())
    );
    let rows = demo.rows(name);
    let of = |country: &str| -> BTreeSet<&str> {
        rows.iter().filter(|r| r["Country"] == country).map(|r| r["Indicator"].as_str()).collect()
    };
    assert_eq!(of("World").len(), 6);
    let indicators: BTreeSet<&str> = rows.iter().map(|row| row["Indicator"].as_str()).collect();
    assert_eq!(indicators.len(), 11, "{indicators:?}");
    for row in rows.iter().filter(|row| row["Country"] != "World") {
        let by_name = demo.definitions.geographies.by_imf_name(&row["Country"]).unwrap();
        let by_code = demo.definitions.geographies.by_iso3(&row["ISO3"]).unwrap();
        assert_eq!(by_name.code, by_code.code);
        assert_eq!(by_name.code.as_str(), row["ISO2"]);
    }
}

#[test]
fn published_advantages_are_quotients_of_published_shares() {
    let demo = Demo::new(0.001, 1);
    let rows = demo.rows("imf-lct/Trade_in_Low_Carbon_Technology_Products_DEMO.csv");
    let find = |country: &str, ending: &str| {
        rows.iter().find(|r| r["Country"] == country && r["Indicator"].ends_with(ending)).unwrap()
    };
    let world = find("World", "share of total exports");
    let mut checked = 0;
    for row in rows.iter().filter(|row| row["Indicator"].starts_with("Comparative")) {
        let share = find(&row["Country"], "share of total exports");
        for (column, value) in row.iter().filter(|(c, v)| c.starts_with('F') && !v.is_empty()) {
            let [value, own, all]: [f64; 3] =
                [value, &share[column], &world[column]].map(|text| text.parse().unwrap());
            assert!((value / (own / all) - 1.0).abs() < 1e-12);
            checked += 1;
        }
    }
    assert!(checked > 400, "{checked}");
}

#[test]
fn comtrade_has_all_columns_and_every_trap() {
    let demo = Demo::new(0.001, 1);
    let files = demo.files("comtrade");
    let mut seen: BTreeSet<&'static str> = BTreeSet::new();
    for (name, vintage) in files.iter().zip(["H1", "H3", "H4", "H5"]) {
        for row in demo.rows(name) {
            assert_eq!(row.len(), 47);
            assert_eq!(row["classificationCode"], vintage);
            assert!(name.ends_with(&format!("{}.csv", row["refYear"])));
            thousandths(&row["primaryValue"]);
            let code: u16 = row["reporterCode"].parse().unwrap();
            assert!(demo.definitions.geographies.by_comtrade(code).is_some());
            seen.extend(traps(&row));
        }
    }
    let expected = [
        "Belgium-Luxembourg",
        "aggregate partner",
        "by partner",
        "chapter",
        "comma",
        "customs",
        "heading",
        "re-trade",
        "second partner",
        "subheading",
        "total",
        "transport",
    ];
    assert_eq!(seen, expected.into());
}

fn traps(row: &Row) -> Vec<&'static str> {
    let mut found = Vec::new();
    let mut note = |holds: bool, name| found.extend(holds.then_some(name));
    note(row["customsCode"] != "C00", "customs");
    note(row["motCode"] != "0", "transport");
    note(row["partner2Code"] != "0", "second partner");
    note(row["flowCode"] == "RX" || row["flowCode"] == "RM", "re-trade");
    note(row["reporterCode"] == "58" && row["refYear"] == "1998", "Belgium-Luxembourg");
    note(row["partnerCode"] == "97", "aggregate partner");
    note(row["partnerCode"] == "899", "by partner");
    note(row["cmdDesc"].contains(','), "comma");
    note(row["aggrLevel"] == "0" && row["cmdCode"] == "TOTAL", "total");
    note(row["aggrLevel"] == "2" && row["cmdCode"].len() == 2, "chapter");
    note(row["aggrLevel"] == "4" && row["cmdCode"].len() == 4, "heading");
    note(row["aggrLevel"] == "6" && row["cmdCode"].len() == 6, "subheading");
    found
}

#[test]
fn a_chapter_of_comtrade_is_more_than_its_headings() {
    let demo = Demo::new(0.001, 1);
    let rows = demo.rows("comtrade/Comtrade_C_A_DEMO_2019.csv");
    let exports = |level: &str| -> i64 {
        let whole =
            |r: &&Row| r["flowCode"] == "X" && r["aggrLevel"] == level && traps(r).len() < 3;
        let germany = rows.iter().filter(|r| r["reporterCode"] == "276" && r["partnerCode"] == "0");
        germany.filter(whole).map(|row| thousandths(&row["primaryValue"])).sum()
    };
    assert_eq!(exports("0"), exports("2"), "the total is the sum of the chapters");
    assert!(exports("2") > exports("4") && exports("4") > 0);
}

#[test]
fn belgium_and_luxembourg_do_not_report_in_1998() {
    let demo = Demo::new(0.001, 1);
    let rows = demo.rows("comtrade/Comtrade_C_A_DEMO_1998.csv");
    let reporters: BTreeSet<&str> = rows.iter().map(|row| row["reporterCode"].as_str()).collect();
    assert!(reporters.contains("58") && !reporters.contains("56") && !reporters.contains("442"));
}

#[test]
fn comext_has_months_and_years_euros_and_weights_and_spells_greece_gr() {
    let demo = Demo::new(0.001, 1);
    let rows = demo.rows("comext/ESTAT_DS-045409_DEMO.csv");
    let values =
        |column: &str| -> BTreeSet<&str> { rows.iter().map(|row| row[column].as_str()).collect() };
    assert_eq!(values("freq"), ["A", "M"].into());
    assert_eq!(values("indicators"), ["QUANTITY_IN_100KG", "VALUE_IN_EUROS"].into());
    assert_eq!(values("partner"), ["CH", "CN", "EU27_2020", "GB", "QX", "US", "WORLD"].into());
    assert_eq!(values("reporter").len(), 28, "27 and the union");
    assert!(values("reporter").contains("GR") && !values("reporter").contains("EL"));
    assert!(values("TIME_PERIOD").contains("2023-12") && values("TIME_PERIOD").contains("2023"));
    assert!(values("product").iter().all(|code| code.len() == 8));
}

#[test]
fn everybody_is_told_that_it_is_invented() {
    let demo = Demo::of(Options { scale: 0.001, seed: 5, ..Options::default() });
    let readme = String::from_utf8(demo.bytes("README.txt")).unwrap();
    assert!(readme.starts_with("DEMO DATA. EVERY NUMBER IN THIS FOLDER IS INVENTED."));
    assert!(readme.contains("--scale 0.001 --seed 5"));
    let data = demo.report.files.iter().filter(|file| !file.path.starts_with("truth/"));
    assert!(data.skip(1).all(|file| file.path.contains("DEMO")), "a file without DEMO in its name");
}

#[test]
fn the_report_tells_rows_and_sizes() {
    let demo = Demo::of(Options { scale: 0.001, ..Options::default() });
    for file in demo.report.files.iter().filter(|file| file.path.ends_with(".csv")) {
        assert_eq!(
            usize::try_from(file.rows).unwrap(),
            demo.rows(&file.path).len(),
            "{}",
            file.path
        );
        assert_eq!(usize::try_from(file.bytes).unwrap(), demo.bytes(&file.path).len());
    }
    let rows = |file: &String| demo.report.file(file).unwrap().rows;
    assert_eq!(demo.report.rows("baci"), demo.files("baci").iter().map(rows).sum::<u64>());
}

#[test]
fn partners_add_up_to_the_world_where_both_are_told() {
    let demo = Demo::new(0.001, 2);
    let mut sums: BTreeMap<Vec<String>, [i64; 2]> = BTreeMap::new();
    for row in demo.rows("comext/ESTAT_DS-045409_DEMO.csv") {
        if row["indicators"] == "VALUE_IN_EUROS" && row["partner"] != "EU27_2020" {
            let key = ["reporter", "product", "flow", "TIME_PERIOD"].map(|c| row[c].clone());
            let side = usize::from(row["partner"] == "WORLD");
            sums.entry(key.to_vec()).or_default()[side] += thousandths(&row["OBS_VALUE"]);
        }
    }
    for row in demo.rows("comtrade/Comtrade_C_A_DEMO_2014.csv") {
        if row["partnerCode"] != "97" && traps(&row).iter().all(|trap| !PARTS.contains(trap)) {
            let key = ["reporterCode", "cmdCode", "flowCode", "period"].map(|c| row[c].clone());
            let side = usize::from(row["partnerCode"] == "0");
            sums.entry(key.to_vec()).or_default()[side] += thousandths(&row["primaryValue"]);
        }
    }
    let both: Vec<_> = sums.iter().filter(|(_, [parts, world])| *parts > 0 && *world > 0).collect();
    assert!(both.len() > 1000, "{}", both.len());
    assert!(both.iter().all(|(_, [parts, world])| parts == world), "{both:?}");
}

/// Traps that are parts of other rows.
const PARTS: [&str; 4] = ["customs", "transport", "second partner", "re-trade"];
