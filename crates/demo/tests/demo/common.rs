//! What the tests share: a generated folder, and plain readers of its files.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Index;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use sextant_definitions::Definitions;
use sextant_demo::{Options, Parts, Report, generate};

/// A generated data set in a folder of its own.
pub(crate) struct Demo {
    folder: tempfile::TempDir,
    pub(crate) report: Report,
    pub(crate) definitions: Definitions,
}

impl Demo {
    /// Trade alone.
    pub(crate) fn new(scale: f64, seed: u64) -> Self {
        Self::of(Options { scale, seed, parts: Parts::Trade, ..Options::default() })
    }

    /// Patents alone.
    pub(crate) fn patents(scale: f64, seed: u64) -> Self {
        Self::of(Options { scale, seed, parts: Parts::Patents, ..Options::default() })
    }

    pub(crate) fn of(options: Options) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let definitions = Definitions::builtin().expect("valid definitions");
        let report = generate(&options, &definitions, folder.path()).expect("a writable folder");
        Self { folder, report, definitions }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).expect(name)
    }

    /// Rows of a CSV file, as maps from column to text.
    pub(crate) fn rows(&self, name: &str) -> Vec<Row> {
        rows(&self.path(name))
    }

    /// Names of the files of a folder, in order.
    pub(crate) fn files(&self, folder: &str) -> Vec<String> {
        let inside = |path: &&String| path.starts_with(&format!("{folder}/"));
        let mut names: Vec<String> =
            self.report.files.iter().map(|f| &f.path).filter(inside).cloned().collect();
        names.sort();
        names
    }

    /// The truth of one source, from indicator, geography, subject, period.
    pub(crate) fn truth(&self, source: &str) -> BTreeMap<[String; 4], Row> {
        self.rows("truth/observations.csv")
            .into_iter()
            .filter(|row| row["sources"] == source)
            .map(|row| (["indicator", "geo", "subject", "period"].map(|c| row[c].clone()), row))
            .collect()
    }
}

/// A row of a CSV file; `row["geo"]` is its field in the column `geo`.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    header: Rc<Vec<String>>,
    fields: Vec<String>,
}

impl Row {
    /// Columns and fields.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&String, &String)> {
        self.header.iter().zip(&self.fields)
    }

    pub(crate) fn len(&self) -> usize {
        self.fields.len()
    }
}

impl Index<&str> for Row {
    type Output = String;

    fn index(&self, column: &str) -> &String {
        let at = self.header.iter().position(|name| name == column);
        &self.fields[at.expect("a column of that name")]
    }
}

/// Rows of a CSV file, a byte order mark ignored.
pub(crate) fn rows(path: &Path) -> Vec<Row> {
    let text = fs::read_to_string(path).expect("UTF-8");
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let columns = reader.headers().expect("a header").iter().map(str::to_owned).collect();
    let header: Rc<Vec<String>> = Rc::new(columns);
    reader
        .records()
        .map(|record| {
            let record = record.expect("a row as long as the header");
            Row { header: Rc::clone(&header), fields: record.iter().map(str::to_owned).collect() }
        })
        .collect()
}

/// A decimal of up to three places as thousandths, without floating point.
pub(crate) fn thousandths(text: &str) -> i64 {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    assert!(rest.len() <= 3, "`{text}` has more than three decimals");
    let sign = if whole.starts_with('-') { -1 } else { 1 };
    let whole: i64 = whole.parse().expect("digits");
    let rest: i64 = format!("{rest:0<3}").parse().expect("digits");
    whole * 1000 + sign * rest
}

/// A figure of the truth.
pub(crate) fn number(row: &Row, column: &str) -> f64 {
    row[column].parse().expect("a number in the truth")
}

/// A file of the real data, or none with a word why.
pub(crate) fn real(path: &str) -> Option<PathBuf> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data"));
    if !root.exists() {
        skipped();
        return None;
    }
    Some(root.join(path))
}

#[expect(clippy::print_stdout, reason = "whoever runs the tests must see what was not run")]
fn skipped() {
    println!("skipped: ../shared/data is not here");
}
