use std::collections::{BTreeMap, BTreeSet};

use crate::testing::{Kept, failure, gzip, read_file, read_text, read_with, shared, written, zip};
use crate::{FileReport, ProductionCell, ReadOptions, source};

const NEW: &str = "DATAFLOW,LAST UPDATE,freq,reporter,product,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n";
const OLD: &str = "decl,prccode,indicators,time,OBS_VALUE,OBS_FLAG\n";

fn text(lines: &[&str]) -> String {
    let start = "ESTAT:DS-059358(1.0),16/01/26 11:00:00,";
    let lines: String = lines.iter().map(|cells| format!("{start}{cells}\n")).collect();
    format!("{NEW}{lines}")
}

fn read(lines: &[&str]) -> (FileReport, Kept) {
    read_text("prodcom", "x.csv", &text(lines)).unwrap()
}

/// Cells as `geo heading year value flags`, in order.
fn shown(kept: &Kept) -> Vec<String> {
    let show = |cell: &ProductionCell| {
        let value = cell.value_milli.map_or("-".to_owned(), |milli| milli.to_string());
        let ProductionCell { year, geo, heading, flags, .. } = cell;
        format!("{geo} {heading} {year} {value} {flags}").trim_end().to_owned()
    };
    kept.cells.iter().map(show).collect()
}

fn left_out(report: &FileReport) -> Vec<(&str, u64)> {
    report.rows_left_out.iter().map(|(reason, count)| (reason.as_str(), *count)).collect()
}

#[test]
fn only_the_value_of_production_becomes_cells() {
    let (report, kept) = read(&[
        "A,BE,22292240,EXPVAL,2023,5,,",
        "A,BE,22292240,PRODQNT,2023,5.5,,",
        "A,BE,22292240,PRODVAL,2022,0,,",
        "A,BE,22292240,PRODVAL,2023,160687000.0625,,",
        "A,BE,22292240,QNTUNIT,2023,KG,,",
        "A,EU27_2020,22.29.22.40,PRODVAL,2023,2500000000,e,",
        "A,EU28,22292240,PRODVAL,2019,1,,",
        "A,BE,TOTAL,PRODVAL,2019,1,,",
        "A,BE,2229,PRODVAL,2019,1,,",
        "A,BE,101200Z1,PRODVAL,2019,1,,",
    ]);
    assert_eq!(
        shown(&kept),
        [
            "BE 22292240 2022 0",
            "BE 22292240 2023 160687000062",
            "EU27 22292240 2023 2500000000000 e",
        ]
    );
    assert_eq!(
        left_out(&report),
        [("no-heading", 3), ("other-aggregate", 1), ("other-indicator", 3)]
    );
    assert_eq!((report.rows_read, report.edition.as_deref()), (10, Some("2026-01-16")));
}

#[test]
fn what_is_hidden_is_never_zero() {
    let (report, kept) = read(&[
        "A,BE,17127733,PRODVAL,2015,,,",
        "A,BE,17127733,PRODVAL,2016,:,,",
        "A,BE,17127733,PRODVAL,2017,:c,,",
        "A,BE,17127733,PRODVAL,2018,,c,",
        "A,BE,17127733,PRODVAL,2019,,,C",
        "A,BE,17127733,PRODVAL,2020,0,c,",
        "A,BE,17127733,PRODVAL,2021,0,,N",
        "A,BE,17127733,PRODVAL,2022,0,A,F",
        "A,BE,17127733,PRODVAL,2023,7,\"p,B\",",
    ]);
    assert_eq!((report.rows_read, report.rows_kept), (9, 9));
    let cells: Vec<String> = shown(&kept).iter().map(|cell| cell[12..].to_owned()).collect();
    assert_eq!(
        cells,
        [
            "2015 -",
            "2016 -",
            "2017 - c",
            "2018 - c",
            "2019 - c",
            "2020 - c",
            "2021 - c",
            "2022 0",
            "2023 7000 bp",
        ]
    );
}

#[test]
fn flags_in_rows_of_their_own() {
    let lines = "017,29102410,PRODVAL,2019,0,\n017,29102410,PRODVAL,2020,5,\n\
        017,29102410,PRODVAL,2021,6,b\n017,29102410,PVALFLAG,2018,:C,\n\
        017,29102410,PVALFLAG,2019,:C,\n017,29102410,PVALFLAG,2021,:E,\n\
        017,29102410,PVALFLAG,2022,,\n2027,29102410,PRODVAL,2020,8,\n";
    let (report, kept) = read_text("prodcom", "x.csv", &format!("{OLD}{lines}")).unwrap();
    assert_eq!(
        shown(&kept),
        [
            "BE 29102410 2019 - c",
            "BE 29102410 2020 5000",
            "BE 29102410 2021 6000 be",
            "BE 29102410 2018 - c",
            "EU27 29102410 2020 8000",
        ]
    );
    assert_eq!(left_out(&report), [("flag-row", 3)]);
    assert_eq!(report.rows_read, report.rows_kept + 3);
}

#[test]
fn bad_rows() {
    let (report, kept) = read(&[
        "A,QQ,22292240,PRODVAL,2023,1,,",
        "A,BE,2229224,PRODVAL,2023,1,,",
        "A,BE,222922401,PRODVAL,2023,1,,",
        "A,BE,22292240,,2023,1,,",
        "M,BE,22292240,PRODVAL,2023,1,,",
        "A,BE,22292240,PRODVAL,2023-01,1,,",
        "A,BE,22292240,PRODVAL,3201,1,,",
        "A,BE,22292240,PRODVAL,2023,one,,",
        "A,BE,22292240,PRODVAL,2023,-1,,",
        "A,BE,22292240,PRODVAL,2023,1,?,",
        "A,BE,22292240,PRODVAL,2023,1,,",
        "A,BE,22292240,PRODVAL,2023,2,,",
        "A,BE,22292240,PRODVAL,202252,3,,",
    ]);
    let mut reasons: Vec<(u64, &str)> = kept.bad.iter().map(|bad| (bad.line, bad.reason)).collect();
    reasons.sort_unstable();
    assert_eq!(
        reasons,
        [
            (2, "unknown-country"),
            (3, "lost-zero"),
            (4, "bad-product-code"),
            (5, "no-indicator"),
            (6, "bad-period"),
            (7, "bad-period"),
            (8, "bad-year"),
            (9, "bad-number"),
            (10, "negative-value"),
            (11, "bad-flag"),
            (13, "repeated-cell"),
        ]
    );
    assert_eq!(shown(&kept), ["BE 22292240 2023 1000", "BE 22292240 2022 3000"]);
    let quarantined: u64 = report.rows_quarantined.values().sum();
    assert_eq!(report.rows_read, report.rows_kept + quarantined);
}

#[test]
fn sdmx_csv_2_and_its_deletions() {
    let text = "STRUCTURE;STRUCTURE_ID;ACTION;CONF_STATUS;OBS_VALUE;TIME_PERIOD;indicators;product;reporter;freq\n\
        dataflow;ESTAT:DS-059358(1.0);I;;3;2023;PRODVAL;22292240;EL;A\n\
        dataflow;ESTAT:DS-059358(1.0);D;;3;2023;PRODVAL;22292241;EL;A\n\
        dataflow;ESTAT:DS-059358(1.0);I;C;;2023;PVALFLAG;22292250;EL;A\n";
    let (report, kept) = read_text("prodcom", "x.csv", text).unwrap();
    assert_eq!(shown(&kept), ["GR 22292240 2023 3000", "GR 22292250 2023 - c"]);
    assert_eq!((left_out(&report), &report.edition), (vec![("deletion", 1)], &None));
}

#[test]
fn tsv() {
    let text = "freq,reporter,product,indicators\\TIME_PERIOD\t2019 \t2020 \t2021 \t2022 \n\
        A,BE,29102410,PRODQNT\t1 \t: \t1 \t1 \n\
        A,BE,29102410,PRODVAL\t: \t123.4 e\t: c\t0 c\n\
        A,EL,29102410,PRODVAL\t: \t0 \t: \t7\n";
    let (report, kept) = read_text("prodcom", "estat_ds-059358.tsv", text).unwrap();
    assert_eq!(
        shown(&kept),
        [
            "BE 29102410 2020 123400 e",
            "BE 29102410 2021 - c",
            "BE 29102410 2022 - c",
            "GR 29102410 2020 0",
            "GR 29102410 2022 7000",
        ]
    );
    assert_eq!(left_out(&report), [("no-value", 3), ("other-indicator", 4)]);
    let old = "decl,prccode,indicators\\time\t2010\n017,22292240,PRODVAL\t5 \n";
    let (_, kept) = read_text("prodcom", "x.tsv", old).unwrap();
    assert_eq!(shown(&kept), ["BE 22292240 2010 5000"]);
    let text = failure("prodcom", "x.tsv", b"freq,unit,geo\\TIME_PERIOD\t2020\nA,EUR,BE\t1\n");
    assert!(text.contains("reporter, product and indicators"), "{text}");
}

/// Reporters BE and EU27, indicators PRODVAL and PVALFLAG, 2022 and 2023.
const JSON: &str = r#"{"version":"2.0","class":"dataset","label":"Sold production",
"updated":"2026-01-16T11:00:00+0100",
"value":{"0":5,"4":0.5,"5":9},"status":{"1":":c","2":"e","3":"c","7":"p"},
"id":["freq","reporter","product","indicators","time"],"size":[1,2,1,2,2],
"dimension":{"freq":{"category":{"index":{"A":0}}},
"reporter":{"category":{"index":{"BE":0,"EU27_2020":1}}},
"product":{"category":{"index":{"22292240":0}}},
"indicators":{"category":{"index":{"PRODVAL":0,"PVALFLAG":1}}},
"time":{"category":{"index":{"2022":0,"2023":1}}}},
"extension":{"id":"DS-059358"}}"#;

#[test]
fn json_stat() {
    let (report, kept) = read_text("prodcom", "x.json", JSON).unwrap();
    assert_eq!(
        shown(&kept),
        [
            "BE 22292240 2022 5000 e",
            "BE 22292240 2023 - c",
            "EU27 22292240 2022 500",
            "EU27 22292240 2023 9000 p",
        ]
    );
    assert_eq!((report.rows_read, left_out(&report)), (7, vec![("flag-row", 3)]));
    assert_eq!(report.edition.as_deref().map(|edition| &edition[..10]), Some("2026-01-16"));
    let other = JSON.replace("indicators", "unit");
    let text = failure("prodcom", "x.json", other.as_bytes());
    assert!(text.contains("reporter, product and indicators"), "{text}");
    let text = failure("prodcom", "x.json", b"{\"error\":1");
    assert!(text.contains("line 1"), "{text}");
}

#[test]
fn wanted_by_content() {
    let production = text(&["A,BE,22292240,PRODVAL,2023,1,,"]);
    let trade = NEW.replace("product", "partner,product,flow");
    let total = production.replace("DS-059358", "DS-059359");
    let old = format!("{OLD}017,22292240,PRODVAL,2010,5,\n");
    let other_json = JSON.replace("\"product\"", "\"partner\"").replace("DS-059358", "DS-045409");
    let packed = gzip(production.as_bytes());
    let zipped = zip(&[("readme.txt", b"x"), ("a/data.csv", production.as_bytes())]);
    for (name, content, wanted) in [
        ("x.csv", production.as_bytes(), true),
        ("x.csv.gz", &packed[..], true),
        ("x.zip", &zipped[..], true),
        ("old.csv", old.as_bytes(), true),
        ("x.tsv", b"freq,reporter,product,indicators\\TIME_PERIOD\t2019\n".as_slice(), true),
        ("x.json", JSON.as_bytes(), true),
        ("trade.csv", trade.as_bytes(), false),
        ("total.csv", total.as_bytes(), false),
        ("x.tsv", b"freq,unit,geo\\TIME_PERIOD\t2019\n", false),
        ("x.json", other_json.as_bytes(), false),
        ("prodcom2021.csv", b"prodcom,name,hs6\n", false),
    ] {
        let (_folder, path) = written(name, content);
        assert_eq!(source("prodcom").unwrap().wants(&path), wanted, "{name}");
        let comext = source("comext").unwrap().wants(&path);
        assert!(!(comext && wanted), "{name}");
    }
    let (_folder, path) = written("x.zip", &zipped);
    let (report, kept) = read_file("prodcom", &path).unwrap();
    assert_eq!((report.rows_read, kept.cells.len()), (1, 1));
}

#[test]
fn a_wrong_header_is_told() {
    let text = failure("prodcom", "x.csv", b"reporter,product,TIME_PERIOD,OBS_VALUE\na,b,2020,1\n");
    assert!(text.contains("x.csv, line 1: column indicators missing"), "{text}");
    let trade = format!("{OLD}\u{e9}").replace('\u{e9}', "017,2,PRODVAL,2020,1\n");
    let (_, kept) = read_text("prodcom", "x.csv", &trade).unwrap();
    assert_eq!(kept.bad[0].reason, "wrong-field-count");
    let text = failure("prodcom", "x.csv", b"from_year,to_year,old,new\n2008,2009,1,2\n");
    assert!(text.contains("sextant ingest prodcom-list"), "{text}");
}

#[test]
fn keys_are_joined_across_blocks() {
    let line = |decl: &str, year: i32, end: &str| {
        format!("{decl},22292240,{end}\n").replace("YEAR", &year.to_string())
    };
    let mut lines = String::from(OLD);
    for decl in ["001", "017", "2027"] {
        for end in ["PRODVAL,YEAR,7.5,", "PVALFLAG,YEAR,:E,"] {
            lines.extend((1995..=2023).map(|year| line(decl, year, end)));
        }
    }
    let (_folder, path) = written("x.csv", lines.as_bytes());
    let options = |threads, block_bytes| ReadOptions { threads, block_bytes };
    let whole = read_with("prodcom", &path, &options(1, 1 << 20)).unwrap();
    assert_eq!(whole.1.cells.len(), 3 * 29);
    assert!(whole.1.cells.iter().all(|cell| cell.flags.as_str() == "e"));
    for (threads, block_bytes) in [(1, 1), (2, 100), (3, 333), (4, 1000)] {
        assert_eq!(read_with("prodcom", &path, &options(threads, block_bytes)).unwrap(), whole);
    }
}

/// Every row of production in the real files, counted with another reader.
fn independent(path: &std::path::Path) -> BTreeMap<(String, String, u16), i64> {
    let mut table = csv::Reader::from_path(path).unwrap();
    let rows = table.deserialize::<BTreeMap<String, String>>();
    let rows = rows.map(Result::unwrap).filter(|row| row["indicators"] == "PRODVAL");
    rows.map(|row| {
        let euro: i64 = row["OBS_VALUE"].parse().unwrap();
        let geo = row["reporter"].replace("_2020", "");
        ((geo, row["product"].clone(), row["TIME_PERIOD"].parse().unwrap()), 1000 * euro)
    })
    .collect()
}

#[test]
fn real_files() {
    let Some(folder) = shared("production") else { return };
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        assert!(source("prodcom").unwrap().wants(&path));
        assert!(!source("comext").unwrap().wants(&path));
        let (report, kept) = read_file("prodcom", &path).unwrap();
        let expected = independent(&path);
        let cells = kept.cells.iter().map(|cell| {
            let key = (cell.geo.to_string(), cell.heading.to_string(), cell.year);
            (key, cell.value_milli.unwrap())
        });
        let cells: BTreeMap<_, _> = cells.collect();
        assert_eq!((&cells, kept.cells.len()), (&expected, expected.len()));
        assert_eq!((kept.bad, report.edition.as_deref()), (vec![], Some("2026-01-16")));
        let quantities = report.rows_read - report.rows_kept;
        assert_eq!(left_out(&report), [("other-indicator", quantities)]);
        all.extend(cells);
    }
    assert_eq!(all.len(), 1079);
    let value = |geo: &str, heading: &str, year| {
        all.get(&(geo.to_owned(), heading.to_owned(), year)).map(|milli| milli / 1000)
    };
    assert_eq!(value("BE", "22292240", 2023), Some(160_687_000));
    assert_eq!(value("EU27", "22292240", 2023), Some(2_500_000_000));
    assert_eq!(value("BE", "17291120", 2024), Some(198_918_000));
    assert_eq!(value("EU27", "17291120", 2024), Some(5_727_971_029));
    let missing: BTreeSet<u16> =
        (2015..=2024).filter(|year| value("BE", "17127733", *year).is_none()).collect();
    assert!([2019, 2020, 2024].iter().all(|year| missing.contains(year)), "{missing:?}");
}
