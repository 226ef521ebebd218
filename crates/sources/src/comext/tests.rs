use sextant_definitions::Geographies;

use crate::testing::{
    Kept, failure, geographies, read_file, read_text, read_with, shared, written,
};
use crate::{Classification, Concept, Currency, FileReport, Flow, ReadOptions, source};

const HEADER: &str = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n";

fn line(cells: &str) -> String {
    format!("ESTAT:DS-045409(1.0),13/02/26 11:00:00,{cells}\n")
}

fn read(lines: &[&str]) -> (FileReport, Kept) {
    let lines: String = lines.iter().map(|cells| line(cells)).collect();
    read_text("comext", "x.csv", &format!("{HEADER}{lines}")).unwrap()
}

fn known(geographies: &Geographies, code: &str) -> bool {
    geographies.by_code(code).is_some()
}

#[test]
fn value_and_quantity_become_one_flow() {
    let (report, kept) = read(&[
        "M,AT,CN,35069110,1,QUANTITY_IN_100KG,2023-01,49.34,",
        "M,AT,CN,35069110,1,QUANTITY_IN_100KG,2023-03,1.5,",
        "M,AT,CN,35069110,1,VALUE_IN_EUROS,2023-01,2503.0,",
        "M,AT,CN,35069110,1,VALUE_IN_EUROS,2023-02,7,p",
        "M,AT,CN,35069110,2,VALUE_IN_EUROS,2023-01,8.125,",
    ]);
    assert_eq!(report.edition.as_deref(), Some("2026-02-13"));
    assert_eq!((report.rows_read, report.rows_kept), (5, 3));
    assert_eq!(report.rows_left_out.get("quantity-indicator"), Some(&1));
    assert_eq!(report.rows_left_out.get("quantity-without-value"), Some(&1));
    let flow = &kept.flows[0];
    assert_eq!((flow.reporter.as_str(), flow.partner.as_str()), ("AT", "CN"));
    assert_eq!(
        (flow.flow, flow.concept, flow.currency),
        (Flow::Import, Concept::Reported, Currency::Eur)
    );
    assert_eq!(flow.classification, Classification::Cn(2023));
    assert_eq!((flow.period.year, flow.period.month), (2023, 1));
    assert_eq!((flow.value_milli, flow.weight_grams), (2_503_000, Some(4_934_000)));
    assert_eq!((kept.flows[1].period.month, kept.flows[1].weight_grams), (2, None));
    assert_eq!((kept.flows[2].flow, kept.flows[2].value_milli), (Flow::Export, 8_125));
}

#[test]
fn confidential_and_missing_are_never_zero() {
    let (report, kept) = read(&[
        "A,BE,WORLD,TOTAL,1,VALUE_IN_EUR,2017,:,",
        "A,BE,WORLD,TOTAL,1,VALUE_IN_EUR,2018,,c",
        "A,BE,WORLD,TOTAL,1,VALUE_IN_EUR,2019,,",
        "A,BE,WORLD,TOTAL,1,VALUE_IN_EUR,2020,0,",
        "A,BE,WORLD,TOTAL,1,SUPPLEMENTARY_QUANTITY,2020,5,",
        "Q,BE,WORLD,TOTAL,1,VALUE_IN_EUR,2020-Q1,5,",
    ]);
    assert_eq!((kept.flows.len(), kept.flows[0].value_milli), (1, 0));
    assert_eq!((kept.flows[0].period.year, kept.flows[0].period.month), (2020, 0));
    let left_out: Vec<(&str, u64)> =
        report.rows_left_out.iter().map(|(reason, count)| (reason.as_str(), *count)).collect();
    let expected = [
        ("confidential", 1),
        ("no-value", 2),
        ("other-frequency", 1),
        ("supplementary-quantity", 1),
    ];
    assert_eq!(left_out, expected);
}

#[test]
fn eurostat_spells_greece_twice() {
    let (_, kept) = read(&[
        "A,GR,GB,44,2,VALUE_IN_EUROS,2020,1,",
        "A,EL,UK,44,2,VALUE_IN_EUROS,2021,1,",
        "A,XK,EXT_EU27_2020,44,2,VALUE_IN_EUROS,2021,1,",
    ]);
    let pair = |i: usize| (kept.flows[i].reporter.as_str(), kept.flows[i].partner.as_str());
    assert_eq!((pair(0), pair(1)), (("GR", "GB"), ("GR", "GB")));
    assert_eq!(pair(2).0, "XK");
    assert!(known(geographies(), pair(2).1));
}

#[test]
fn bad_rows() {
    let (report, kept) = read(&[
        "M,AT,QQQ,35069110,1,VALUE_IN_EUROS,2023-01,1,",
        "M,AT,CN,5069110,1,VALUE_IN_EUROS,2023-01,1,",
        "M,AT,CN,35069110,3,VALUE_IN_EUROS,2023-01,1,",
        "M,AT,CN,35069110,1,VALUE_IN_EUROS,2023-13,1,",
        "M,AT,CN,35069110,1,VALUE_IN_EUROS,3201-01,1,",
        "M,AT,CN,35069110,1,VALUE_IN_EUROS,2023-01,one,",
        "M,AT,CN,35069110,1,VALUE_IN_EUROS,2023-01,-1,",
        "M,AT,CN,35069110,1,VALUE_IN_EUROS,2023-01,1,",
        "M,AT,CN,35069110,1,VALUE_IN_EUROS,2023-01,2,",
    ]);
    let mut reasons: Vec<(u64, &str)> = kept.bad.iter().map(|bad| (bad.line, bad.reason)).collect();
    reasons.sort_unstable();
    assert_eq!(
        reasons,
        [
            (2, "unknown-country"),
            (3, "lost-zero"),
            (4, "unknown-flow"),
            (5, "bad-month"),
            (6, "bad-year"),
            (7, "bad-number"),
            (8, "negative-value"),
            (10, "repeated-cell"),
        ]
    );
    assert_eq!((report.rows_read, report.rows_kept, kept.flows[0].value_milli), (9, 1, 1_000));
}

#[test]
fn sdmx_csv_2_and_other_column_orders() {
    let text = "STRUCTURE,STRUCTURE_ID,OBS_VALUE,TIME_PERIOD,indicators,flow,product,partner,reporter,freq\n\
        dataflow,ESTAT:DS-045409(1.0),3,2023,VALUE_IN_EUROS,2,481141,WORLD,BE,A\n";
    let (report, kept) = read_text("comext", "x.csv", text).unwrap();
    assert_eq!(report.edition, None);
    assert_eq!((kept.flows[0].value_milli, kept.flows[0].product.as_str()), (3_000, "481141"));
}

#[test]
fn a_prodcom_file_is_told_as_such() {
    let text = failure("comext", "x.csv", b"DATAFLOW,LAST UPDATE,freq,reporter,product,indicators,TIME_PERIOD,OBS_VALUE\na,b,A,BE,1,x,2020,1\n");
    assert!(text.contains("columns partner, flow missing"), "{text}");
    assert!(text.contains("looks like a Eurostat Prodcom file"), "{text}");
}

#[test]
fn keys_are_joined_across_blocks() {
    let mut text = String::from(HEADER);
    for reporter in ["AT", "BE", "CZ"] {
        for indicator in ["QUANTITY_IN_100KG", "VALUE_IN_EUROS"] {
            for month in 1..=12 {
                text.push_str(&line(&format!(
                    "M,{reporter},CN,35069110,1,{indicator},2023-{month:02},{month}.5,"
                )));
            }
        }
    }
    let (_folder, path) = written("x.csv", text.as_bytes());
    let whole =
        read_with("comext", &path, &ReadOptions { threads: 1, block_bytes: 1 << 20 }).unwrap();
    assert_eq!(whole.1.flows.len(), 36);
    assert!(whole.1.flows.iter().all(|flow| flow.weight_grams.is_some()));
    for (threads, block_bytes) in [(1, 1), (2, 100), (3, 333), (4, 1000)] {
        let again = read_with("comext", &path, &ReadOptions { threads, block_bytes }).unwrap();
        assert_eq!(again, whole);
    }
}

/// Counts and sums made independently with Python's csv and decimal modules.
#[test]
fn real_files() {
    for (name, rows, milli_eur, grams) in [
        ("06_trade_sa_plastic.csv", 432, 68_832_808_597_000, 11_327_294_004_000),
        ("07_trade_sa_paper.csv", 538, 43_763_933_914_000, 16_454_379_349_000),
        ("CN_35069110.csv.gz", 16_591, 647_794_188_000, 237_430_809_000),
        ("CN_85235910.csv.gz", 14_276, 1_093_865_972_000, 13_345_127_000),
        ("CN_85235990.csv.gz", 17_011, 1_311_420_584_000, 33_106_535_000),
    ] {
        let Some(path) = shared(&format!("trade/comext/{name}")) else { return };
        assert!(source("comext").unwrap().wants(&path), "{name}");
        let (report, kept) = read_file("comext", &path).unwrap();
        assert_eq!(kept.bad, [], "{name}");
        assert_eq!((report.rows_read, report.rows_kept), (2 * rows, rows), "{name}");
        assert_eq!(report.rows_left_out.get("quantity-indicator"), Some(&rows), "{name}");
        assert_eq!(report.edition.as_deref(), Some("2026-02-13"));
        assert_eq!(
            kept.flows.iter().map(|flow| flow.value_milli).sum::<i64>(),
            milli_eur,
            "{name}"
        );
        let weight: i64 = kept.flows.iter().filter_map(|flow| flow.weight_grams).sum();
        assert_eq!(weight, grams, "{name}");
    }
}
