//! Sectors from statistical tables, in the formats in which offices publish them. The
//! numbers are invented, in the size of the published ones.

// What cannot be unwrapped in a test fails the test.
#![allow(clippy::unwrap_used, clippy::panic, clippy::float_cmp)]

mod support;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use support::{Line, cell, lines, number, ok};

/// Jobs as JSON-stat, exports as SDMX-CSV, research as TSV, investment as SDMX-CSV 2.0.
fn built(workspace: &Path) {
    let jobs = r#"{"version":"2.0","class":"dataset","label":"Employment by A*64","source":"ESTAT",
        "id":["freq","unit","nace_r2","na_item","geo","time"],"size":[1,1,1,1,1,3],
        "dimension":{"freq":{"category":{"index":{"A":0}}},"unit":{"category":{"index":{"THS_PER":0}}},
        "nace_r2":{"category":{"index":{"C21":0}}},"na_item":{"category":{"index":{"EMP_DC":0}}},
        "geo":{"category":{"index":{"BE":0}}},"time":{"category":{"index":{"2010":0,"2015":1,"2020":2}}}},
        "value":{"0":25.0,"1":29.0,"2":35.5},"status":{"1":"b","2":"p"},
        "extension":{"id":"NAMA_10_A64_E","agencyId":"ESTAT"}}"#;
    let mut exports = String::from(
        "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n",
    );
    for (partner, product, year, value) in [
        ("WORLD", "30", 2010, "27000000000"),
        ("WORLD", "30", 2020, "53500000000"),
        ("FR", "30", 2020, "9000000000"),
        ("WORLD", "29", 2020, "1"),
    ] {
        writeln!(
            exports,
            "ESTAT:DS-045409(1.0),,A,BE,{partner},{product},2,VALUE_IN_EUROS,{year},{value}"
        )
        .unwrap();
    }
    let research = "freq,unit,nace_r2,geo\\TIME_PERIOD\t2010 \t2020 \n\
                    A,MIO_EUR,C21,BE\t2600.5 \t5100 e\nA,MIO_EUR,C21,LU\t: c\t: \n";
    let mut investment = String::from(
        "STRUCTURE,STRUCTURE_ID,ACTION,freq,unit,asset10,na_item,nace_r2,geo,TIME_PERIOD,OBS_VALUE\n",
    );
    for year in 2011..=2020 {
        writeln!(
            investment,
            "dataflow,ESTAT:NAMA_10_A64_P5(1.0),I,A,CP_MEUR,N11G,P51G,C21,BE,{year},550.5"
        )
        .unwrap();
    }
    let files = [
        ("jobs.json", jobs),
        ("exports.csv", &exports),
        ("estat_rd_e_berdindr2.tsv", research),
        ("investment.csv", &investment),
    ];
    for (name, text) in files {
        let file = workspace.join(name);
        fs::write(&file, text).unwrap();
        ok(workspace, &["ingest", "sdmx", file.to_str().unwrap()]);
    }
    ok(workspace, &["build"]);
}

fn belgium(workspace: &Path, indicator: &str, period: &str) -> Line {
    cell(workspace, indicator, "BE", "biopharma", period)
}

#[test]
fn a_sector_has_levels_changes_and_growth_factors() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path();
    built(workspace);
    let value =
        |indicator: &str, period: &str| number(&belgium(workspace, indicator, period), "value");
    assert_eq!(value("sector-jobs", "2020"), 35_500.0);
    assert_eq!(value("sector-jobs-change", "2020"), 10_500.0);
    assert_eq!(value("sector-jobs-factor", "2020"), 35_500.0 / 25_000.0);
    assert_eq!(value("sector-exports", "2020"), 53.5e9, "all partners together, pharmacy alone");
    assert_eq!(value("sector-exports-factor", "2020"), 53.5 / 27.0);
    assert_eq!(value("sector-research-change", "2020"), 2_499.5e6);
    assert_eq!(value("sector-investment-sum", "2011-2020"), 5_505.0e6);
}

#[test]
fn flags_of_the_office_travel_and_breaks_in_between_are_marked() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path();
    built(workspace);
    let status =
        |indicator: &str, period: &str| belgium(workspace, indicator, period)["status"].clone();
    assert_eq!(status("sector-jobs", "2015"), "break");
    assert_eq!(status("sector-jobs", "2020"), "provisional");
    assert_eq!(status("sector-jobs-change", "2020"), "break;provisional");
    assert_eq!(status("sector-research", "2020"), "estimated");
    // What Luxembourg keeps to itself is no zero.
    let all = lines(&ok(workspace, &["observations", "--indicator", "sector-research"]));
    assert!(all.iter().all(|line| line["geo"] == "BE"), "{all:?}");
}

#[test]
fn a_cell_told_twice_is_no_figure_and_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path();
    built(workspace);
    // The same table again, by a dimension that the definition does not name.
    let twice = "DATAFLOW,LAST UPDATE,freq,sectperf,unit,nace_r2,geo,TIME_PERIOD,OBS_VALUE\n\
        ESTAT:RD_E_BERDINDR2(1.0),,A,BES,MIO_EUR,C21,BE,2021,1020\n\
        ESTAT:RD_E_BERDINDR2(1.0),,A,TOTAL,MIO_EUR,C21,BE,2021,1020\n";
    let file = workspace.join("twice.csv");
    fs::write(&file, twice).unwrap();
    ok(workspace, &["ingest", "sdmx", file.to_str().unwrap()]);
    ok(workspace, &["build"]);
    let found = lines(&ok(workspace, &["observations", "--indicator", "sector-research"]));
    assert!(found.iter().all(|line| line["period"] != "2021"), "{found:?}");
    let checks = ok(workspace, &["check"]);
    let ambiguous = checks.lines().find(|line| line.starts_with("sector-cells-ambiguous")).unwrap();
    assert!(ambiguous.contains("sectperf=BES") && ambiguous.contains("2021"), "{ambiguous}");
}

#[test]
fn the_same_cell_from_two_formats_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path();
    built(workspace);
    // Old files have no dimension of frequency, and another order.
    let old = "nace_r2,unit,geo\\time\t2010 \t2020 \nC21,MIO_EUR,BE\t2600.5 \t5200 \n";
    let file = workspace.join("rd_e_berdindr2.tsv");
    fs::write(&file, old).unwrap();
    ok(workspace, &["ingest", "sdmx", file.to_str().unwrap()]);
    ok(workspace, &["build"]);
    let research = belgium(workspace, "sector-research", "2020");
    assert_eq!(number(&research, "value"), 5_200.0e6, "the file ingested later counts");
}

#[test]
fn what_others_published_stands_with_its_source_beside_the_definition() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path();
    built(workspace);
    let shown = ok(workspace, &["definitions", "show", "biopharma"]);
    for figure in ["over 35,000 people", "10,000 more", "53 billion euro", "5.5 billion"] {
        assert!(shown.contains(figure), "{figure}");
    }
    let sheet = workspace.join("be.html");
    ok(workspace, &["factsheet", "BE", "--out", sheet.to_str().unwrap()]);
    let sheet = fs::read_to_string(sheet).unwrap();
    assert!(sheet.contains("35,500") && sheet.contains("53,500"), "computed from the tables");
    assert!(sheet.contains("Published by others: In 2020 the sector employed over 35,000 people"));
    let question = [
        "explain",
        "--indicator",
        "sector-jobs-change",
        "--geo",
        "BE",
        "--subject",
        "biopharma",
        "--period",
        "2020",
    ];
    let explained = ok(workspace, &question);
    assert!(explained.contains("NAMA_10_A64_E") && explained.contains("EMP_DC"), "{explained}");
}
