use std::collections::BTreeMap;

use sextant_definitions::HsVintage;

use crate::testing::{Kept, failure, read_file, read_text, shared, written};
use crate::{Classification, Concept, Flow, source};

const HEADER: &str = "typeCode\tfreqCode\trefPeriodId\trefYear\trefMonth\tperiod\treporterCode\tflowCode\tpartnerCode\tpartner2Code\tclassificationCode\tcmdCode\tcustomsCode\tmosCode\tmotCode\tnetWgt\tprimaryValue\n";
const BULK: &str = "COMTRADE-FINAL-CA056202001H5[2023-01-03].txt";

/// One line of a bulk file with given cells changed.
fn line(changes: &[(&str, &str)]) -> String {
    let mut cells = BTreeMap::from([
        ("typeCode", "C"),
        ("freqCode", "A"),
        ("refPeriodId", "20200101"),
        ("refYear", "2020"),
        ("refMonth", "52"),
        ("period", "2020"),
        ("reporterCode", "56"),
        ("flowCode", "X"),
        ("partnerCode", "0"),
        ("partner2Code", "0"),
        ("classificationCode", "H5"),
        ("cmdCode", "TOTAL"),
        ("customsCode", "C00"),
        ("mosCode", "0 "),
        ("motCode", "0"),
        ("netWgt", "12.5"),
        ("primaryValue", "1000.25"),
    ]);
    cells.extend(changes.iter().copied());
    let row: Vec<&str> = HEADER.trim_end().split('\t').map(|name| cells[name]).collect();
    format!("{}\n", row.join("\t"))
}

fn read(lines: &[String]) -> (crate::FileReport, Kept) {
    read_text("comtrade", BULK, &format!("{HEADER}{}", lines.concat())).unwrap()
}

#[test]
fn a_bulk_row() {
    let (report, kept) = read(&[line(&[])]);
    assert_eq!(report.edition.as_deref(), Some("2023-01-03"));
    let flow = &kept.flows[0];
    assert_eq!((flow.reporter.as_str(), flow.partner.as_str()), ("BE", "WORLD"));
    assert_eq!((flow.flow, flow.concept), (Flow::Export, Concept::Reported));
    assert_eq!((flow.period.year, flow.period.month), (2020, 0));
    assert_eq!(flow.classification, Classification::Hs(HsVintage::Hs2017));
    assert_eq!(flow.product.as_str(), "TOTAL");
    assert_eq!((flow.value_milli, flow.weight_grams), (1_000_250, Some(12_500)));
}

#[test]
fn only_totals_of_imports_and_exports_are_kept() {
    let (report, kept) = read(&[
        line(&[("customsCode", "C01")]),
        line(&[("motCode", "1000")]),
        line(&[("partner2Code", "156")]),
        line(&[("mosCode", "Mode 1")]),
        line(&[("flowCode", "RX")]),
        line(&[("flowCode", "RM")]),
        line(&[("flowCode", "XIP")]),
        line(&[("classificationCode", "S4"), ("cmdCode", "0011")]),
        line(&[("classificationCode", "B5"), ("cmdCode", "111")]),
        line(&[("typeCode", "S"), ("cmdCode", "EB2")]),
        line(&[("primaryValue", "")]),
        line(&[("freqCode", "Q")]),
        line(&[("flowCode", "M")]),
    ]);
    assert_eq!(kept.bad, []);
    assert_eq!(kept.flows.len(), 1);
    let left_out: Vec<(&str, u64)> =
        report.rows_left_out.iter().map(|(reason, count)| (reason.as_str(), *count)).collect();
    assert_eq!(
        left_out,
        [
            ("no-value", 1),
            ("other-classification", 2),
            ("other-customs-procedure", 1),
            ("other-flow", 1),
            ("other-frequency", 1),
            ("other-mode-of-supply", 1),
            ("other-mode-of-transport", 1),
            ("re-export-flow", 1),
            ("re-import-flow", 1),
            ("second-partner", 1),
            ("services", 1),
        ]
    );
}

#[test]
fn numbers_are_comtrades_own() {
    let places = [
        ("58", "BLEU"),
        ("56", "BE"),
        ("251", "FR"),
        ("757", "CH"),
        ("842", "US"),
        ("699", "IN"),
        ("579", "NO"),
        ("490", "TW"),
        ("156", "CN"),
        ("344", "HK"),
        ("0", "WORLD"),
        ("56.0", "BE"),
    ];
    let lines: Vec<String> =
        places.iter().map(|(number, _)| line(&[("partnerCode", number)])).collect();
    let (_, kept) = read(&lines);
    let found: Vec<&str> = kept.flows.iter().map(|flow| flow.partner.as_str()).collect();
    assert_eq!(found, places.map(|(_, code)| code));
}

#[test]
fn vintages_months_and_weights() {
    let (_, kept) = read(&[
        line(&[("classificationCode", "H0"), ("refYear", "1994")]),
        line(&[
            ("classificationCode", "H6"),
            ("refYear", "2023"),
            ("freqCode", "M"),
            ("refMonth", "7"),
        ]),
        line(&[("netWgt", "0.0")]),
        line(&[("netWgt", "0"), ("primaryValue", "0")]),
        line(&[("cmdCode", "010121"), ("netWgt", "")]),
    ]);
    let vintage = |i: usize| kept.flows[i].classification;
    assert_eq!(vintage(0), Classification::Hs(HsVintage::Hs1992));
    assert_eq!(vintage(1), Classification::Hs(HsVintage::Hs2022));
    assert_eq!((kept.flows[1].period.year, kept.flows[1].period.month), (2023, 7));
    let weights: Vec<Option<i64>> = kept.flows.iter().map(|flow| flow.weight_grams).collect();
    assert_eq!(weights, [Some(12_500), Some(12_500), None, Some(0), None]);
    assert_eq!(kept.flows[4].product.as_str(), "010121");
}

#[test]
fn bad_rows() {
    let (report, kept) = read(&[
        line(&[("refYear", "3201")]),
        line(&[("cmdCode", "10121")]),
        line(&[("cmdCode", "AG6")]),
        line(&[("partnerCode", "9999")]),
        line(&[("primaryValue", "n.a.")]),
        line(&[("primaryValue", "-3")]),
        line(&[("flowCode", "Z")]),
        line(&[("classificationCode", "X1")]),
        line(&[("freqCode", "M"), ("refMonth", "13")]),
    ]);
    let reasons: Vec<&str> = kept.bad.iter().map(|bad| bad.reason).collect();
    assert_eq!(
        reasons,
        [
            "bad-year",
            "lost-zero",
            "bad-product-code",
            "unknown-country",
            "bad-number",
            "negative-value",
            "unknown-flow",
            "unknown-classification",
            "bad-month",
        ]
    );
    assert_eq!((report.rows_read, report.rows_kept), (9, 0));
}

#[test]
fn extracts_with_letters_only() {
    let text = "reporter_iso,reporter_desc,flow_desc,partner_iso,partner_desc,cmd_code,cmd_desc,primary_value,ref_year\n\
        BEL,Belgium,Import,S19,\"Other Asia, nes\",4401,\"Wood, \"\"in logs\"\"\",7.087,2021\n\
        BEL,Belgium,Import,_X ,Areas nes,4401,Wood,1,2022\n\
        BEL,Belgium,Re-export,FRA,France,4401,Wood,1,2022\n\
        BEL,Belgium,Export,FRA,France,4401,Wood,1,1998\n";
    let (report, kept) = read_text("comtrade", "wood.csv", text).unwrap();
    let rows: Vec<(&str, &str, Classification)> = kept
        .flows
        .iter()
        .map(|flow| (flow.reporter.as_str(), flow.partner.as_str(), flow.classification))
        .collect();
    assert_eq!(
        rows,
        [
            ("BE", "TW", Classification::Hs(HsVintage::Hs2017)),
            ("BE", "ZZ", Classification::Hs(HsVintage::Hs2022)),
            ("BLEU", "FR", Classification::Hs(HsVintage::Hs1996)),
        ]
    );
    assert_eq!(kept.flows[0].value_milli, 7_087);
    assert_eq!(report.rows_left_out.get("re-export-flow"), Some(&1));
}

const RECORD: &str = r#"{"typeCode":"C","freqCode":"A","refYear":2010,"refMonth":52,"reporterCode":156,"flowCode":"M","partnerCode":32,"partner2Code":0,"classificationCode":"H3","cmdCode":"TOTAL","customsCode":"C00","mosCode":"0","motCode":0,"netWgt":null,"primaryValue":6804128143.125}"#;

fn answer(records: &[&str]) -> String {
    format!(
        "{{\n\"elapsedTime\": \"0.21 secs\",\n\"count\": {},\n\"data\": [\n{}\n],\n\"error\": \"\"\n}}",
        records.len(),
        records.join(",\n")
    )
}

#[test]
fn json_answers() {
    let bad = RECORD.replace("\"refYear\":2010", "\"refYear\":3201");
    let text = format!("\u{feff}{}", answer(&[RECORD, &bad, "7", RECORD]));
    let (report, kept) = read_text("comtrade", "a.json", &text).unwrap();
    assert_eq!((report.rows_read, report.rows_kept), (4, 2));
    let flow = &kept.flows[0];
    assert_eq!(
        (flow.reporter.as_str(), flow.partner.as_str(), flow.flow),
        ("CN", "AR", Flow::Import)
    );
    assert_eq!((flow.value_milli, flow.weight_grams), (6_804_128_143_125, None));
    let bad: Vec<(u64, &str)> = kept.bad.iter().map(|bad| (bad.line, bad.reason)).collect();
    assert_eq!(bad, [(6, "bad-year"), (7, "bad-record")]);
}

#[test]
fn answers_without_trade_are_errors() {
    let fails = |text: &str| failure("comtrade", "a.json", text.as_bytes());
    assert!(fails(&answer(&[])).contains("holds no record"));
    assert!(fails(&answer(&["{\"fileUrl\":\"x\"}"])).contains("lists bulk files"));
    assert!(fails("{\"args\":{},\"url\":\"x\"}").contains("JSON with the members args, url"));
    assert!(fails("[1]").contains("an array at the top"));
    assert!(fails("{\"data\":[],\"error\":\"quota exceeded\"}").contains("quota exceeded"));
    assert!(fails("{\"statusCode\":401,\"message\":\"Access denied\"}").contains("Access denied"));
    let whole = answer(&[RECORD, RECORD]);
    let cut = fails(&whole[..whole.len() - 40]);
    assert!(cut.contains("not valid JSON") && cut.contains("a.json, line 6"), "{cut}");
    let short = fails(&whole.replace("\"count\": 2", "\"count\": 5"));
    assert!(short.contains("announces 5 records and holds 2"), "{short}");
}

#[test]
fn headers_that_lack_something() {
    let text = failure(
        "comtrade",
        "a.csv",
        b"refYear,cmdCode,primaryValue,partnerISO,flowCode\n2020,44,1,FRA,M\n",
    );
    assert!(text.contains("both reporterCode and reporterISO are missing"), "{text}");
    let text = failure("comtrade", "flow.csv", b"id,text,last_modified\nM,Import,2023-01-23\n");
    assert!(text.contains("This looks like a Comtrade code table without trade"), "{text}");
}

#[test]
fn code_lists_become_titles() {
    let text = "id,text,parent,isLeaf,aggrlevel,standardUnitAbbr,last_modified\n\
        TOTAL,Total - All H5 commodities,#,0,0,n/a,2024-01-16\n\
        01,01 - Animals; live,TOTAL,0,2,n/a,2024-01-16\n\
        10121,x,01,1,6,n/a,2024-01-16\n";
    let (_, kept) = read_text("comtrade", "cmd_h5.csv", text).unwrap();
    assert_eq!(kept.codes.len(), 2);
    assert_eq!(kept.codes[1].nomenclature, "hs2017");
    assert_eq!(
        (kept.codes[1].code.as_str(), kept.codes[1].title.as_str()),
        ("01", "Animals; live")
    );
    assert_eq!(kept.bad[0].reason, "lost-zero");
}

#[test]
fn what_is_not_trade_is_not_wanted() {
    let comtrade = source("comtrade").unwrap();
    for (name, content, wanted) in [
        ("a.json", answer(&[RECORD]), true),
        ("b.json", answer(&[]), false),
        ("c.json", answer(&["{\"fileUrl\":\"x\"}"]), false),
        ("x.txt", format!("{HEADER}{}", line(&[])), true),
        ("cmd_h4.csv", "id,text,parent\n".to_owned(), true),
        ("reporter.csv", "id,country,iso_3\n".to_owned(), false),
    ] {
        let (_folder, path) = written(name, content.as_bytes());
        assert_eq!(comtrade.wants(&path), wanted, "{name}");
    }
}

#[test]
fn real_folder() {
    let Some(folder) = shared("trade/comtrade") else { return };
    let comtrade = source("comtrade").unwrap();
    let list = |folder| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut wanted: Vec<String> = list(folder.clone())
        .chain(list(folder.join("api-responses")))
        .filter(|path| path.is_file() && comtrade.wants(path))
        .map(|path| crate::read::file_name(&path))
        .collect();
    wanted.sort();
    assert_eq!(wanted.len(), 10);
    assert_eq!(wanted[0], "cmd_h0.csv");
    assert!(wanted[7].starts_with("data__comtradeapi"));
    assert_eq!(
        wanted[8..],
        ["eu27_imports_wood_2018_2022.csv.gz", "eu27_imports_wood_world_2018_2022.csv.gz"]
    );
}

#[test]
fn real_code_lists() {
    let rows = [6_382, 6_475, 6_570, 6_374, 6_530, 6_709, 6_940];
    for (vintage, rows) in rows.into_iter().enumerate() {
        let Some(path) = shared(&format!("trade/comtrade/cmd_h{vintage}.csv")) else { return };
        let (report, kept) = read_file("comtrade", &path).unwrap();
        assert_eq!((report.rows_kept, kept.bad.len()), (rows, 0), "H{vintage}");
    }
}

#[test]
fn real_answers() {
    let folder = "trade/comtrade/api-responses";
    let Some(path) =
        shared(&format!("{folder}/data__comtradeapi.un.org__data__v1__get__C__A__HS-60a6ad.json"))
    else {
        return;
    };
    let (report, kept) = read_file("comtrade", &path).unwrap();
    assert_eq!((report.rows_read, kept.bad.len()), (4, 0));
    for (name, words) in [
        ("goods_bulk__comtradeapi.un.org__bulk__v1__get__C__A__HS-4f1d0f.json", "lists bulk files"),
        ("goods_bulk_error__comtradeapi.un.org__bulk__v1__get__C__A__HS-a503f3.json", "no record"),
        ("httpbin__httpbin.org__get.json", "JSON with the members args, headers, origin, url"),
    ] {
        let path = shared(&format!("{folder}/{name}")).unwrap();
        let text = read_file("comtrade", &path).unwrap_err().to_string();
        assert!(text.contains(words), "{text}");
    }
}

#[test]
fn real_wood_imports_sum_to_the_world_rows() {
    let Some(partners) = shared("trade/comtrade/eu27_imports_wood_2018_2022.csv.gz") else {
        return;
    };
    let world = shared("trade/comtrade/eu27_imports_wood_world_2018_2022.csv.gz").unwrap();
    let (report, partners) = read_file("comtrade", &partners).unwrap();
    assert_eq!((report.rows_read, report.rows_kept), (173_358, 173_358));
    let (report, world) = read_file("comtrade", &world).unwrap();
    assert_eq!((report.rows_read, report.rows_kept), (5_004, 5_004));
    assert!(partners.bad.is_empty() && world.bad.is_empty());
    let mut sums = BTreeMap::new();
    for flow in &partners.flows {
        let key =
            (flow.reporter, flow.product, flow.period.year, format!("{:?}", flow.classification));
        *sums.entry(key).or_insert(0_i64) += flow.value_milli;
    }
    assert_eq!(sums.len(), 5_004);
    let equal = world.flows.iter().filter(|flow| {
        let key =
            (flow.reporter, flow.product, flow.period.year, format!("{:?}", flow.classification));
        let sum = sums.get(&key).copied().unwrap_or(0);
        (sum - flow.value_milli).abs() * 10_000 <= flow.value_milli
    });
    // Vintages agree too: the extract without them is read in the vintage in force.
    assert_eq!(equal.count(), 5_004);
}
