//! Every file of the shared SDMX examples against a table of what is to become of it:
//! `tests/data/sdmx-conformance.toml`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use memchr::memmem::find_iter;
use serde::Deserialize;

use crate::SourceError;
use crate::testing::{Kept, read_file, shared};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    file: Vec<Entry>,
}

/// What is to become of a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    path: String,
    outcome: Outcome,
    #[serde(default)]
    cells: usize,
    #[serde(default)]
    codes: usize,
    #[serde(default)]
    left_out: BTreeMap<String, u64>,
    reason: Option<String>,
    why: String,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Outcome {
    Read,
    Refused,
}

fn table() -> Vec<Entry> {
    let text =
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/sdmx-conformance.toml"));
    toml::from_str::<Table>(text).unwrap().file
}

/// All files below `folder`, as paths relative to `root`.
fn files(root: &Path, folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        if path.is_dir() {
            files(root, &path, found);
        } else {
            found.push(path.strip_prefix(root).unwrap().display().to_string());
        }
    }
}

#[test]
fn every_file_is_listed_and_explained() {
    let Some(root) = shared("sdmx") else { return };
    let mut found = Vec::new();
    files(&root, &root, &mut found);
    found.sort();
    let mut listed: Vec<String> = table().into_iter().map(|entry| entry.path).collect();
    listed.sort();
    assert_eq!(found, listed);
    for entry in table() {
        assert!(entry.why.len() > 10, "{}", entry.path);
        assert_eq!(entry.reason.is_some(), entry.outcome == Outcome::Refused, "{}", entry.path);
    }
}

#[test]
fn every_file_does_as_listed() {
    let Some(root) = shared("sdmx") else { return };
    for entry in table() {
        let name = &entry.path;
        match read_file("sdmx", &root.join(name)) {
            Ok((report, kept)) => {
                assert!(entry.outcome == Outcome::Read, "{name} was read: {report:?}");
                assert_eq!(kept.bad, [], "{name}");
                assert_eq!(kept.statistics.len(), entry.cells, "{name}");
                assert_eq!(kept.codes.len(), entry.codes, "{name}");
                assert_eq!(report.rows_left_out, entry.left_out, "{name}");
                let left_out: u64 = report.rows_left_out.values().sum();
                assert_eq!(report.rows_read, report.rows_kept + left_out, "{name}");
            }
            Err(SourceError::Statistical(error)) => {
                assert_eq!(Some(error.reason()), entry.reason.as_deref(), "{error}");
            }
            Err(error) => panic!("{name}: {error}"),
        }
    }
}

/// The numbers of the table, counted again by other means.
#[test]
fn numbers_agree_with_a_plain_count() {
    let Some(root) = shared("sdmx") else { return };
    for entry in table().iter().filter(|entry| entry.outcome == Outcome::Read) {
        let path = root.join(&entry.path);
        let counted = match path.extension().and_then(|ending| ending.to_str()) {
            Some("csv") => rows(&path),
            Some("xml") if entry.codes > 0 => starts(&path, "Code "),
            Some("xml") => starts(&path, "Obs "),
            _ => continue,
        };
        let left_out: u64 = entry.left_out.values().sum();
        let listed = entry.cells + entry.codes + usize::try_from(left_out).unwrap();
        assert_eq!(counted, listed, "{}", entry.path);
    }
}

fn rows(path: &Path) -> usize {
    let text = std::fs::read_to_string(path).unwrap();
    let semicolons = text.starts_with("STRUCTURE[|];");
    let delimiter = if semicolons { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    reader.records().map(Result::unwrap).count()
}

/// Start tags whose local name and blank are `tag`.
fn starts(path: &Path, tag: &str) -> usize {
    let text = std::fs::read(path).unwrap();
    let opens = |at: &usize| {
        let before = &text[..*at];
        let prefix =
            before.iter().rev().take_while(|byte| byte.is_ascii_alphabetic() || **byte == b':');
        before[..at - prefix.count()].ends_with(b"<")
    };
    find_iter(&text, tag).filter(opens).count()
}

fn read(name: &str) -> Option<Kept> {
    Some(read_file("sdmx", &shared("sdmx")?.join(name)).unwrap().1)
}

/// Every value and flag of a real answer of Eurostat, by its number.
#[test]
fn the_json_stat_answer_is_whole() {
    let name = "eurostat-jsonstat-nrg_pc_205.json";
    let Some(kept) = read(name) else { return };
    let text = std::fs::read_to_string(shared("sdmx").unwrap().join(name)).unwrap();
    let answer: serde_json::Value = serde_json::from_str(&text).unwrap();
    let count = |name: &str| answer[name].as_object().unwrap().len();
    assert_eq!((count("value"), count("status")), (1_380, 31));
    let rows = &kept.statistics;
    assert_eq!(rows.iter().filter(|row| row.value.is_some()).count(), 1_380);
    assert_eq!(rows.iter().filter(|row| !row.flags.is_empty()).count(), 31);
    let codes = |name: &str| answer["dimension"][name]["category"]["index"].as_object().unwrap();
    for row in rows {
        let place = if row.key.contains("geo=EA") { "EA" } else { eurostat(row.geo.as_str()) };
        let at = |name: &str, code: &str| codes(name)[code].as_u64().unwrap();
        let number = at("geo", place) * codes("time").len() as u64 + at("time", &row.period);
        let number = number.to_string();
        assert_eq!(row.value, answer["value"][&number].as_f64(), "{number}");
        // Eurostat puts the flag of confidentiality behind a bar: `|C`.
        let flag = answer["status"][&number].as_str().unwrap_or_default().replace('|', "");
        assert_eq!(row.flags, flag.to_ascii_lowercase(), "{number}");
        assert_eq!((row.dataset.as_str(), row.year), ("NRG_PC_205", None));
    }
}

fn eurostat(code: &str) -> &str {
    match code {
        "EU27" => "EU27_2020",
        "GR" => "EL",
        "GB" => "UK",
        other => other,
    }
}

#[test]
fn figures_of_the_examples() {
    let Some(kept) = read("ESTAT/NAMA_10_GDP-ss.xml") else { return };
    let row = &kept.statistics[3];
    assert_eq!((row.dataset.as_str(), row.geo.as_str()), ("NAMA_10_GDP", "LU"));
    assert_eq!(row.key, "na_item=B1GQ;unit=CP_MEUR");
    assert_eq!((row.year, row.value), (Some(2015), Some(54_142.3)));
    let kept = read("ESTAT/footer2.zip").unwrap();
    let row = &kept.statistics[0];
    assert_eq!((row.dataset.as_str(), row.geo.as_str()), ("NAMA_10_GDP", "AL"));
    assert_eq!((row.year, row.value, row.flags.as_str()), (Some(2017), Some(9_820.6), "e"));
    let missing = kept.statistics.iter().find(|row| row.year == Some(1996)).unwrap();
    assert_eq!((missing.value, missing.flags.as_str()), (None, "na"));
    let kept = read("v3/csv/example-04.csv").unwrap();
    assert_eq!(kept.statistics[1].value, Some(10.8));
    let kept = read("ESTAT/demography-xs.xml").unwrap();
    assert_eq!(kept.statistics[0].key, "country=BE;demo=TFRNSI;sex=T");
    assert!(kept.statistics.iter().any(|row| row.value.is_none() && row.flags == "m"));
}
