//! All sheets of an edition as files.

// What cannot be unwrapped in a test fails the test.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use sextant_definitions::Lang;
use sextant_report::write_all;

/// Every file by name.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    let file = |entry: std::fs::DirEntry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, std::fs::read(entry.path()).unwrap())
    };
    entries.map(file).collect()
}

#[test]
fn twenty_seven_sheets_and_a_list_twice_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let context = support::context(true);
    let calls = AtomicUsize::new(0);
    let progress = |done: usize, of: usize| {
        assert!(done <= of && of == 28);
        calls.fetch_add(1, Ordering::Relaxed);
    };
    let (first, second) = (folder.path().join("a"), folder.path().join("b"));
    let written = write_all(context, &first, &[Lang::Nl], &progress).unwrap();
    assert_eq!(calls.load(Ordering::Relaxed), 28);
    assert_eq!(written[0], first.join("index.html"));
    write_all(context, &second, &[Lang::Nl], &progress).unwrap();
    let (first, second) = (files(&first), files(&second));
    assert_eq!(first.len(), 28);
    assert!(first == second, "the same edition gives the same bytes");
    let index = String::from_utf8(first["index.html"].clone()).unwrap();
    for name in first.keys().filter(|name| *name != "index.html") {
        assert!(index.contains(&format!("href=\"{name}\"")), "the list links to {name}");
    }
    let sheet = String::from_utf8(first["BE-nl.html"].clone()).unwrap();
    assert!(sheet.contains("href=\"index.html\""));
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let context = support::with(false, &[]);
    let error = write_all(&context, &file, &[Lang::En], &|_, _| {}).unwrap_err().to_string();
    assert!(error.contains("could not be written"), "{error}");
}
