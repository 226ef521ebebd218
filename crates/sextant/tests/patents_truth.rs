//! The planted truth of the patents at any scale. The everyday suite recovers it at a
//! small one, together with that of trade.

// What cannot be unwrapped in a test fails the test.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

mod support;

use std::path::Path;

use support::{ok, tree};

fn edition(raw: &Path, workspace: &Path, threads: &str) {
    ok(workspace, &["ingest", "patstat", raw.join("patstat").to_str().unwrap()]);
    ok(workspace, &["build", "--threads", threads]);
}

/// `SEXTANT_PATENT_SCALE=1` means 100,000 transnational families, 20 two million.
#[test]
fn every_number_is_recovered_with_any_number_of_threads() {
    let Ok(scale) = std::env::var("SEXTANT_PATENT_SCALE") else {
        eprintln!("skipped: set SEXTANT_PATENT_SCALE, 1 for 100,000 families, 20 for two million");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let raw = folder.path().join("raw");
    let generate =
        ["generate", "--only", "patents", "--patent-scale", &scale, "--seed", "3", "--out"];
    ok(folder.path(), &[&generate[..], &[raw.to_str().unwrap()]].concat());
    let one = folder.path().join("one");
    edition(&raw, &one, "1");
    support::truth::recovered(&raw, &one);
    let two = folder.path().join("two");
    edition(&raw, &two, "2");
    assert_eq!(tree(&one.join("editions")), tree(&two.join("editions")));
}
