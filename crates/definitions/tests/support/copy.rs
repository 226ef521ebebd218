//! A copy of the definitions that tests may spoil.

use std::path::{Path, PathBuf};

use sextant_definitions::Definitions;
use tempfile::TempDir;

/// The folders that hold definitions.
const FOLDERS: [&str; 10] = [
    "alternatives",
    "technologies",
    "ecosystems",
    "product-groups",
    "fields",
    "geographies",
    "investment",
    "sectors",
    "rules",
    "expansions",
];

/// A copy of the definitions that may be spoiled.
pub(crate) struct Copy(pub(crate) TempDir);

impl Copy {
    pub(crate) fn new() -> Self {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../definitions");
        let copy = Self(TempDir::new().expect("there is a temporary folder"));
        for folder in FOLDERS {
            std::fs::create_dir(copy.path(folder)).expect("a folder can be made");
            for entry in std::fs::read_dir(source.join(folder)).expect("the folder is there") {
                let entry = entry.expect("the entry can be read");
                let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
                std::fs::copy(entry.path(), copy.path(&name)).expect("the file can be copied");
            }
        }
        copy
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Replaces the first occurrence of a text in a file.
    pub(crate) fn replace(&self, file: &str, from: &str, to: &str) {
        let text = std::fs::read_to_string(self.path(file)).expect("the file can be read");
        assert!(text.contains(from), "{file} does not contain {from}");
        std::fs::write(self.path(file), text.replacen(from, to, 1)).expect("it can be written");
    }

    /// The message on loading, one problem a line.
    pub(crate) fn message(&self) -> String {
        match Definitions::load(self.0.path()) {
            Ok(_) => "no error".into(),
            Err(error) => error.to_string(),
        }
    }
}

/// Line and column, from 1, of a text in a file of the repository.
pub(crate) fn place(file: &str, needle: &str) -> (usize, usize) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../definitions").join(file);
    let text = std::fs::read_to_string(path).expect("the file can be read");
    let line = text.lines().position(|line| line.contains(needle)).expect("the text is there");
    let column = text.lines().nth(line).and_then(|l| l.find(needle)).expect("the text is there");
    (line + 1, column + 1)
}
