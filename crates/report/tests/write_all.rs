//! All sheets of an edition as files.

// What cannot be unwrapped in a test fails the test.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use sextant_definitions::Lang;
use sextant_report::{Format, Sheet, SheetContext, Wanted, write_all};

/// Every file by name.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    let file = |entry: std::fs::DirEntry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, std::fs::read(entry.path()).unwrap())
    };
    entries.map(file).collect()
}

const NUMBERS: [Format; 2] = [Format::Html, Format::Xlsx];

fn wanted(lang: Lang, formats: &[Format]) -> Wanted {
    Wanted { langs: vec![lang], formats: formats.to_vec() }
}

#[test]
fn twenty_seven_sheets_and_a_list_twice_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let context = support::context(true);
    let calls = AtomicUsize::new(0);
    let progress = |done: usize, of: usize| {
        assert!(done <= of && of == 55);
        calls.fetch_add(1, Ordering::Relaxed);
    };
    let (first, second) = (folder.path().join("a"), folder.path().join("b"));
    let written = write_all(context, &first, &wanted(Lang::Nl, &NUMBERS), &progress).unwrap();
    assert_eq!(calls.load(Ordering::Relaxed), 55);
    assert_eq!((written.paths[0].clone(), written.kept), (first.join("index.html"), 0));
    write_all(context, &second, &wanted(Lang::Nl, &NUMBERS), &progress).unwrap();
    let (first, second) = (files(&first), files(&second));
    assert_eq!(first.len(), 56, "and what they were made from");
    assert!(first == second, "the same edition gives the same bytes");
    let index = String::from_utf8(first["index.html"].clone()).unwrap();
    for name in first.keys().filter(|name| name.ends_with("-nl.html")) {
        assert!(index.contains(&format!("href=\"{name}\"")), "the list links to {name}");
    }
    let sheet = String::from_utf8(first["BE-nl.html"].clone()).unwrap();
    for link in ["index.html", "BE-nl.xlsx"] {
        assert!(sheet.contains(&format!("href=\"{link}\"")), "{link}");
    }
}

#[test]
fn what_would_become_the_same_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let write = |context| {
        let written = write_all(context, folder.path(), &wanted(Lang::En, &NUMBERS), &|_, _| {});
        let written = written.unwrap();
        (written.paths.len(), written.kept)
    };
    let context = support::context(true);
    assert_eq!(write(context), (55, 0));
    let before = files(folder.path());
    assert_eq!(write(context), (55, 55));
    std::fs::remove_file(folder.path().join("BE-en.html")).unwrap();
    std::fs::write(folder.path().join("CY-en.xlsx"), "spoilt").unwrap();
    assert_eq!(write(context), (55, 53), "one is gone and one is another");
    assert!(files(folder.path()) == before);
    let mut record = support::record(true, support::all().len());
    record.id = "f".repeat(64);
    let another = SheetContext::new(record, support::all(), support::definitions()).unwrap();
    assert_eq!(write(&another).1, 0, "another edition");
}

#[test]
fn a_pdf_is_the_same_twice() {
    for lang in [Lang::En, Lang::Zh] {
        let pdf = || Sheet::new(support::context(true), "BE", lang).unwrap().pdf().unwrap();
        let once = pdf();
        assert!(once.starts_with(b"%PDF-1.7") && once == pdf(), "{lang}");
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let context = support::with(false, &[]);
    let error = write_all(&context, &file, &wanted(Lang::En, &NUMBERS), &|_, _| {})
        .unwrap_err()
        .to_string();
    assert!(error.contains("could not be written"), "{error}");
}
