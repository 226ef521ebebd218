//! The truth of sectors is what a careful reader of the printed tables finds.

use std::collections::BTreeMap;

use sextant_demo::{Options, Parts};

use crate::common::{Demo, Row, number};

fn demo() -> Demo {
    Demo::of(Options { scale: 0.001, seed: 3, parts: Parts::Production, ..Options::default() })
}

/// Values and flags by code of the place and year, of the rows that a series wants.
fn levels(demo: &Demo, series: &sextant_definitions::SectorSeries) -> BTreeMap<(String, u16), Row> {
    let geographies = &demo.definitions.geographies;
    let name = format!("sdmx/ESTAT_{}_DEMO.csv", series.dataset);
    let wanted = |row: &Row| series.filter.iter().all(|(name, codes)| codes.contains(&row[name]));
    let mut levels = BTreeMap::new();
    for row in demo.rows(&name).into_iter().filter(wanted) {
        let place = row.iter().find(|(name, _)| ["geo", "reporter"].contains(&name.as_str()));
        let known = geographies.by_eurostat(place.expect("a dimension of places").1);
        if let Some(known) = known.filter(|_| !row["OBS_VALUE"].is_empty()) {
            let key = (known.code.to_string(), row["TIME_PERIOD"].parse().expect("a year"));
            assert!(levels.insert(key, row).is_none(), "one cell a year: {series:?}");
        }
    }
    levels
}

#[test]
fn levels_changes_and_sums_are_what_the_tables_say() {
    let demo = demo();
    let truth = demo.truth("sdmx");
    let mut told = 0;
    for sector in &demo.definitions.sectors {
        for series in &sector.series {
            let levels = levels(&demo, series);
            let value = |geo: &str, year: u16| {
                let row = levels.get(&(geo.to_owned(), year))?;
                Some(number(row, "OBS_VALUE") * series.factor)
            };
            let find = |ending: &str, geo: &str, period: String| {
                let indicator = format!("sector-{}{ending}", series.id);
                truth.get(&[indicator, geo.to_owned(), sector.id.clone(), period])
            };
            let same = |row: Option<&Row>, expected: Option<f64>| {
                assert_eq!(row.map(|row| row["value"].clone()), expected.map(|v| v.to_string()));
            };
            for (geo, year) in levels.keys() {
                let now = value(geo, *year);
                same(find("", geo, year.to_string()), now);
                told += 1;
                let before = value(geo, year - 10);
                let of_two = now.zip(before);
                if series.id.as_str() == "investment" {
                    let years: Option<Vec<f64>> =
                        (year - 9..=*year).map(|year| value(geo, year)).collect();
                    let row = find("-sum", geo, format!("{}-{year}", year - 9));
                    same(row, years.map(|years| years.iter().sum()));
                    continue;
                }
                let change = find("-change", geo, year.to_string());
                same(change, of_two.map(|(now, before)| now - before));
                let factor = find("-factor", geo, year.to_string());
                same(factor, of_two.map(|(now, before)| now / before));
                let flag = |year: u16, flag: &str| {
                    let row = levels.get(&(geo.clone(), year));
                    row.is_some_and(|row| row["OBS_FLAG"] == flag)
                };
                if let Some(row) = change {
                    let broken = (year - 9..=*year).any(|year| flag(year, "b"));
                    assert_eq!(row["status"].contains("break"), broken, "{row:?}");
                    let estimated = flag(*year, "e") || flag(year - 10, "e");
                    assert_eq!(row["status"].contains("estimated"), estimated, "{row:?}");
                }
            }
        }
    }
    assert!(told > 1_500, "{told}");
    let levels = |key: &&[String; 4]| {
        ["jobs", "exports", "research", "investment"]
            .iter()
            .any(|series| key[0] == format!("sector-{series}"))
    };
    assert_eq!(truth.keys().filter(levels).count(), told, "nothing else is told");
}

#[test]
fn tables_have_flags_gaps_and_codes_of_others() {
    let demo = demo();
    let files = demo.files("sdmx");
    assert!(files.len() >= 3, "{files:?}");
    for name in &files {
        let rows = demo.rows(name);
        let flags = |flag: &str| rows.iter().filter(|row| row["OBS_FLAG"] == flag).count();
        assert!(["e", "p", "b"].iter().all(|flag| flags(flag) > 0), "{name}");
        assert!(rows.iter().any(|row| row["OBS_VALUE"].is_empty()), "{name}");
        assert!(rows.iter().any(|row| row.iter().any(|(_, code)| code == "X_OTHER")), "{name}");
        assert!(rows.iter().any(|row| row.iter().any(|(_, code)| code == "X_DEMO")), "{name}");
        assert!(rows.iter().any(|row| row.iter().any(|(_, code)| code == "EL")), "{name}");
    }
}
