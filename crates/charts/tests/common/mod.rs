//! The example specifications in `tests/specs`, one of every kind and of every hard case.

use std::fs;
use std::path::{Path, PathBuf};

use sextant_charts::ChartSpec;

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

pub(crate) fn read(name: &str) -> ChartSpec {
    let path = folder().join("specs").join(format!("{name}.json"));
    let json = fs::read_to_string(&path).expect("the specification is there");
    serde_json::from_str(&json).expect("the specification is as ChartSpec says")
}

#[allow(dead_code, reason = "not every test needs them all")]
pub(crate) fn all() -> Vec<ChartSpec> {
    let mut names: Vec<String> = fs::read_dir(folder().join("specs"))
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
        .map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    names.sort();
    names.iter().map(|name| read(name)).collect()
}
