//! Bad input: a clear error and an unchanged workspace, or a counted quarantine.
//!
//! The good files are written here, in the shape of BACI, from invented numbers.

// What cannot be unwrapped in a test fails the test.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use support::{fails, lines, ok, tree};
use tempfile::TempDir;

const GOOD: &str = "t,i,j,k,v,q\n\
    2012,56,156,854140,100.5,2\n\
    2012,156,56,854140,300.25,9\n";
const NAME: &str = "BACI_HS07_Y2012_V202501.csv";

struct Place {
    folder: TempDir,
    workspace: PathBuf,
}

impl Place {
    /// A workspace that holds one good file already.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let workspace = folder.path().join("workspace");
        let place = Self { folder, workspace };
        let first = place.file("BACI_HS07_Y2011_V202501.csv", GOOD.replace("2012,", "2011,"));
        ok(&place.workspace, &["ingest", "baci", &first]);
        place
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// The file is refused with these words, and the workspace stays as it was.
    fn refuses(&self, source: &str, path: &str, words: &[&str]) {
        let before = tree(&self.workspace);
        let error = fails(&self.workspace, &["ingest", source, path]);
        for word in words {
            assert!(error.contains(word), "no `{word}` in: {error}");
        }
        assert_eq!(tree(&self.workspace), before, "the workspace changed");
    }

    /// One row more is quarantined for this reason, and the good rows are kept.
    fn quarantines(&self, row: &str, reason: &str, words: &[&str]) {
        let path = self.file(NAME, format!("{GOOD}{row}\n"));
        let told = ok(&self.workspace, &["ingest", "baci", &path]);
        assert!(told.contains("3 rows read, 2 kept, 1 quarantined"), "{told}");
        assert!(told.contains(&format!("quarantined: 1 {reason}")), "{told}");
        let kept = quarantine(&self.workspace);
        assert_eq!(kept.len(), 1);
        assert_eq!((&*kept[0]["line"], &*kept[0]["raw"]), ("4", row));
        for word in words {
            assert!(kept[0]["detail"].contains(word), "no `{word}` in: {}", kept[0]["detail"]);
        }
    }
}

fn quarantine(workspace: &Path) -> Vec<support::Line> {
    let files = fs::read_dir(workspace.join("quarantine")).unwrap();
    files.flat_map(|file| lines(&fs::read_to_string(file.unwrap().path()).unwrap())).collect()
}

fn gzip(content: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn a_wrong_header() {
    let place = Place::new();
    let path = place.file(NAME, GOOD.replace("t,i,j,k,v,q", "t,i,j,kk,v,q"));
    place.refuses("baci", &path, &[NAME, "line 1", "column k missing", "kk"]);
}

#[test]
fn a_cut_gzip() {
    let place = Place::new();
    let whole = gzip(&GOOD.repeat(2000));
    let path = place.file("BACI_HS07_Y2012_V202501.csv.gz", &whole[..whole.len() / 2]);
    place.refuses("baci", &path, &["BACI_HS07_Y2012_V202501.csv.gz", "again"]);
}

#[test]
fn a_whole_gzip_is_read() {
    let place = Place::new();
    let path = place.file("BACI_HS07_Y2012_V202501.csv.gz", gzip(GOOD));
    let told = ok(&place.workspace, &["ingest", "baci", &path]);
    assert!(told.contains("2 rows read, 2 kept, 0 quarantined"), "{told}");
}

#[test]
fn latin_1_bytes() {
    let place = Place::new();
    let mut content = GOOD.as_bytes().to_vec();
    content.extend_from_slice(b"2012,56,156,854140,\xe9,1\n");
    let path = place.file(NAME, content);
    place.refuses("baci", &path, &[NAME, "line 4", "UTF-8", "iconv"]);
}

#[test]
fn a_text_in_a_number_column() {
    Place::new().quarantines("2012,56,276,854140,many,1", "bad-number", &["Column v", "`many`"]);
}

#[test]
fn a_product_code_with_a_lost_zero() {
    let row = "2012,56,276,10111,5,1";
    Place::new().quarantines(row, "lost-zero", &["10111", "010111"]);
}

#[test]
fn an_unknown_country() {
    Place::new().quarantines("2012,56,9999,854140,5,1", "unknown-country", &["Column j", "`9999`"]);
}

#[test]
fn the_year_3201() {
    Place::new().quarantines("3201,56,276,854140,5,1", "bad-year", &["3201"]);
}

#[test]
fn an_empty_file() {
    let place = Place::new();
    let path = place.file(NAME, "");
    place.refuses("baci", &path, &[NAME, "empty"]);
}

#[test]
fn a_file_of_nothing_but_bad_rows() {
    let place = Place::new();
    let path = place.file(NAME, "t,i,j,k,v,q\n2012,56,156,854140,many,1\n");
    place.refuses("baci", &path, &["none of its 1 rows", "line 2", "many"]);
}

#[test]
fn the_same_file_under_another_name() {
    let place = Place::new();
    let path = place.file(NAME, GOOD);
    ok(&place.workspace, &["ingest", "baci", &path]);
    let copy = place.file("BACI_HS07_Y2012_V202501_copy.csv", GOOD);
    let before = tree(&place.workspace);
    let told = ok(&place.workspace, &["ingest", "baci", &copy]);
    assert!(told.contains("already in the lake, nothing changed"), "{told}");
    assert_eq!(tree(&place.workspace), before);
}

#[test]
fn a_file_of_another_source() {
    let place = Place::new();
    let header = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n";
    let row = "ESTAT:DS-045409(1.0),13/02/26 11:00:00,A,BE,CN,85414300,2,VALUE_IN_EUR,2022,10\n";
    let path = place.file(NAME, format!("{header}{row}"));
    place.refuses("baci", &path, &[NAME, "comext"]);
}

#[test]
fn a_path_that_is_not_there_and_a_source_that_is_not_one() {
    let place = Place::new();
    place.refuses("baci", "/nowhere/at/all.csv", &["/nowhere/at/all.csv"]);
    place.refuses("bacci", "/nowhere", &["bacci", "baci, comtrade, comext"]);
}

#[test]
fn one_bad_file_of_two_keeps_out_both() {
    let place = Place::new();
    let good = place.file(NAME, GOOD);
    let bad = place.file("BACI_HS07_Y2013_V202501.csv", "");
    let before = tree(&place.workspace);
    fails(&place.workspace, &["ingest", "baci", &good, &bad]);
    assert_eq!(tree(&place.workspace), before);
}

#[test]
fn demo_data_never_mixes_with_real_data() {
    let place = Place::new();
    let path = place.file("BACI_HS07_Y2012_VDEMO.csv", GOOD);
    place.refuses("baci", &path, &["demo data", "--workspace"]);
}

#[test]
fn the_same_flow_twice_in_a_file_stops_the_build() {
    let place = Place::new();
    let path = place.file(NAME, format!("{GOOD}2012,56,156,854140,100.5,2\n"));
    ok(&place.workspace, &["ingest", "baci", &path]);
    let error = fails(&place.workspace, &["build"]);
    assert!(error.contains("trade-duplicate-rows"), "{error}");
    assert!(error.contains("product=854140"), "{error}");
    assert!(fs::read_dir(place.workspace.join("editions")).unwrap().next().is_none());
}

#[test]
fn settings_with_an_unknown_key_or_source() {
    let place = Place::new();
    let settings = place.workspace.join("sextant.toml");
    fs::write(&settings, "[trade]\nsource_ordr = [\"baci\"]\n").unwrap();
    let error = fails(&place.workspace, &["build"]);
    assert!(error.contains("sextant.toml") && error.contains("source_ordr"), "{error}");
    fs::write(&settings, "[trade]\nsource_order = [\"bacci\"]\n").unwrap();
    assert!(fails(&place.workspace, &["build"]).contains("bacci"));
}

#[test]
fn wrong_usage_ends_with_code_2() {
    let place = Place::new();
    let output = support::run(&place.workspace, &["ingest"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_workspace_without_data_or_edition_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    assert!(fails(folder.path(), &["build"]).contains("sextant ingest"));
    assert!(fails(folder.path(), &["observations"]).contains("sextant build"));
}
