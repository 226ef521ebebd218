//! The planted truth beside the cube.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::ok;

/// Columns that must be the same to the last bit.
const COMPARED: [&str; 9] =
    ["value", "lower", "upper", "numerator", "denominator", "n", "rank", "ranked_of", "sources"];

/// Indicator, geography, subject and period of every row, and the columns compared,
/// with the flags last.
fn cells(csv: &str) -> BTreeMap<String, Vec<String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let header = reader.headers().unwrap().clone();
    let at = |name: &str| header.iter().position(|column| column == name).unwrap();
    let key = ["indicator", "geo", "subject", "period"].map(at);
    let compared: Vec<usize> = COMPARED.iter().chain(&["status"]).map(|name| at(name)).collect();
    let row = |record: csv::StringRecord| {
        let cell = key.map(|at| record[at].to_owned()).join(" ");
        (cell, compared.iter().map(|at| record[*at].to_owned()).collect())
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

/// Every planted number is in the cube, exactly, and nothing else is. Breaks of trade
/// are found, not planted.
pub fn recovered(raw: &Path, workspace: &Path) {
    let mut truth = cells(&fs::read_to_string(raw.join("truth/observations.csv")).unwrap());
    assert!(truth.len() > 10_000, "{}", truth.len());
    for (cell, found) in cells(&ok(workspace, &["observations"])) {
        let planted = truth.remove(&cell);
        let planted = planted.unwrap_or_else(|| panic!("{cell} is not in the truth: {found:?}"));
        for (column, (planted, found)) in COMPARED.iter().zip(planted.iter().zip(&found)) {
            assert!(same(planted, found), "{cell}, {column}: {planted} and {found}");
        }
        assert_eq!(flags(&cell, &planted), flags(&cell, &found), "{cell}");
    }
    assert!(truth.is_empty(), "not in the cube: {:?}", truth.keys().take(5).collect::<Vec<_>>());
}

fn flags<'a>(cell: &str, row: &'a [String]) -> Vec<&'a str> {
    let flags = row.last().unwrap().split(';');
    let found = |flag: &&str| *flag == "break" && cell.starts_with("trade-");
    flags.filter(|flag| !flag.is_empty() && !found(flag)).collect()
}

/// Equal as text, or as numbers to the last bit.
fn same(planted: &str, found: &str) -> bool {
    planted == found
        || matches!((planted.parse::<f64>(), found.parse::<f64>()), (Ok(a), Ok(b)) if a.to_bits() == b.to_bits())
}
