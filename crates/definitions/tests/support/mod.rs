//! Real files, where they are at hand.
#![allow(dead_code, reason = "each test uses a part of this")]

pub(crate) mod copy;
pub(crate) mod inventory;

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use calamine::{Data, Reader};
use sextant_definitions::{Correspondence, HsVintage, IpcScheme, OfficialLists};

/// The folder of real data, or a message and none.
#[allow(clippy::print_stdout, reason = "says in the test's output why it tested nothing")]
pub(crate) fn shared() -> Option<PathBuf> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data"));
    if path.is_dir() {
        Some(path)
    } else {
        println!("skipped: ../shared/data is not here");
        None
    }
}

/// The records of a comma-separated file, also gzipped, with their header.
pub(crate) fn records(path: &std::path::Path) -> (csv::StringRecord, Vec<csv::StringRecord>) {
    let mut bytes = Vec::new();
    let file = File::open(path).expect("the file can be opened");
    if path.extension().is_some_and(|extension| extension == "gz") {
        flate2::read::MultiGzDecoder::new(file).read_to_end(&mut bytes)
    } else {
        { file }.read_to_end(&mut bytes)
    }
    .expect("the file can be read");
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let mut reader = csv::Reader::from_reader(text);
    let header = reader.headers().expect("there is a header").clone();
    (header, reader.records().map(|record| record.expect("a record")).collect())
}

/// The distinct values of some columns together, in order.
pub(crate) fn distinct(path: &std::path::Path, columns: &[&str]) -> BTreeSet<Vec<String>> {
    let (header, records) = records(path);
    let places: Vec<usize> = columns
        .iter()
        .map(|name| header.iter().position(|h| h == *name).expect("the column is there"))
        .collect();
    records
        .iter()
        .map(|record| places.iter().map(|place| record[*place].to_owned()).collect())
        .collect()
}

/// The correlation tables of the United Nations, newest first, with the vintages.
const TABLES: [(&str, HsVintage, HsVintage); 6] = [
    ("HS2022_to_HS2017.xlsx", HsVintage::Hs2022, HsVintage::Hs2017),
    ("HS2017_to_HS2012.xlsx", HsVintage::Hs2017, HsVintage::Hs2012),
    ("HS2012_to_HS2007.xls", HsVintage::Hs2012, HsVintage::Hs2007),
    ("HS2007_to_HS2002.xls", HsVintage::Hs2007, HsVintage::Hs2002),
    ("HS2002_to_HS1996.xls", HsVintage::Hs2002, HsVintage::Hs1996),
    ("HS1996_to_HS1992.xls", HsVintage::Hs1996, HsVintage::Hs1992),
];

/// The official lists and correlation tables, or a message and none.
pub(crate) fn official() -> Option<OfficialLists> {
    let shared = shared()?;
    let mut lists = OfficialLists::default();
    for (name, from, to) in TABLES {
        let path = shared.join("classifications/hs").join(name);
        let mut book = calamine::open_workbook_auto(&path).expect("the workbook can be opened");
        let sheet = book.worksheet_range("Correlation Tables").expect("the sheet is there");
        for row in sheet.rows() {
            if let (Some(from_code), Some(to_code)) = (code(&row[0]), code(&row[1])) {
                lists.codes.entry(from).or_default().insert(from_code.clone());
                lists.codes.entry(to).or_default().insert(to_code.clone());
                lists.correspondences.push(Correspondence { from, from_code, to, to_code });
            }
        }
    }
    lists.ipc = ipc_scheme()?;
    Some(lists)
}

/// A code of six digits; one cell of the tables holds a number instead of a text.
fn code(cell: &Data) -> Option<String> {
    let text = cell.to_string();
    let text = text.trim();
    (text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.to_owned())
}

/// The scheme of the International Patent Classification, or a message and none.
pub(crate) fn ipc_scheme() -> Option<IpcScheme> {
    let path = shared()?.join("classifications/ipc/ipc_hierarchy.csv");
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').from_path(path).expect("a file");
    let mut scheme = IpcScheme::new("2016.01");
    for record in reader.records() {
        let record = record.expect("a record");
        let (code, parent) = (&record[0], spaced(&record[1]));
        // Six indexing schemes stand there as subclasses.
        assert!(scheme.add(code), "{code}");
        scheme.add_below(code, &parent);
    }
    Some(scheme)
}

/// `A01B0001020000` as `A01B 1/02`; what has another form stays as it is.
fn spaced(fixed: &str) -> String {
    let (Some(group), Some(sub)) = (fixed.get(4..8), fixed.get(8..14)) else {
        return fixed.to_owned();
    };
    let (main, sub) = (group.trim_start_matches('0'), sub.trim_end_matches('0'));
    format!("{} {main}/{sub:0<2}", &fixed[..4])
}

/// The changes of the Prodcom list, and its headings of 2021, or a message and none.
pub(crate) fn prodcom() -> Option<OfficialLists> {
    let folder = shared()?.join("classifications/prodcom");
    let mut lists = OfficialLists::default();
    let (_, changes) = records(&folder.join("prodcom_changes_2008_2021.csv"));
    for change in &changes {
        let name = |place: usize| format!("prodcom{}", &change[place]);
        assert!(lists.prodcom_changes.add(&name(0), &change[2], &name(1), &change[3]));
    }
    let (_, headings) = records(&folder.join("prodcom2021.csv"));
    for heading in &headings {
        assert!(lists.add_heading("prodcom2021", &heading[0]));
    }
    Some(lists)
}
