//! Driving the real binary.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr
)]

pub mod definitions;
pub mod patstat;
pub mod truth;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub fn sextant() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sextant"));
    command.env_remove("SEXTANT_WORKSPACE").stdin(Stdio::null());
    command
}

/// Runs the binary in a workspace.
pub fn run(workspace: &Path, arguments: &[&str]) -> Output {
    sextant().arg("--workspace").arg(workspace).args(arguments).output().unwrap()
}

/// Runs the binary, which must succeed, and gives what it printed.
pub fn ok(workspace: &Path, arguments: &[&str]) -> String {
    let output = run(workspace, arguments);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "sextant {arguments:?} failed: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// Runs the binary, which must fail with code 1 and print nothing, and gives the
/// error.
pub fn fails(workspace: &Path, arguments: &[&str]) -> String {
    let output = run(workspace, arguments);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "sextant {arguments:?}: {errors}");
    assert!(output.stdout.is_empty(), "sextant {arguments:?} printed something");
    assert!(errors.starts_with("error: "), "{errors}");
    errors
}

/// The folder of real test data; says so when it is not here.
pub fn real_data() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    if !folder.is_dir() {
        eprintln!("skipped: ../shared/data is not here");
        return None;
    }
    Some(folder)
}

/// One line of `sextant observations`, by column.
pub type Line = BTreeMap<String, String>;

/// Reads CSV with a header.
pub fn lines(csv: &str) -> Vec<Line> {
    csv::Reader::from_reader(csv.as_bytes()).deserialize().map(|line| line.unwrap()).collect()
}

/// One observation of the latest edition; there must be exactly one.
pub fn cell(workspace: &Path, indicator: &str, geo: &str, subject: &str, period: &str) -> Line {
    let of = ["--indicator", indicator, "--geo", geo, "--subject", subject, "--period", period];
    let mut found = lines(&ok(workspace, &[&["observations"], &of[..]].concat()));
    assert_eq!(found.len(), 1, "{indicator} {geo} {subject} {period}");
    found.remove(0)
}

/// The number in a column.
pub fn number(line: &Line, column: &str) -> f64 {
    line[column].parse().unwrap_or_else(|_| panic!("{column} of {line:?}"))
}

/// Every file below a folder with its bytes, without the lock files, whose content
/// says nothing.
pub fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&next) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().is_some_and(|name| name != "lock") {
                let name = path.strip_prefix(folder).unwrap().to_path_buf();
                files.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    files
}
