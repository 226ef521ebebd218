//! What changed in the definitions that two editions keep.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::Serialize;
use sextant_lake::LakeError;

use super::Kind;
use super::lines::{LineChange, changes};
use crate::MonitorError;
use crate::edition::Edition;

/// So many lines of a file are told, and of the others how many they are.
const LINES: usize = 200;

/// Folders whose files are each about the subject of their name.
const SUBJECTS: [&str; 4] = ["technologies", "ecosystems", "product-groups", "sectors"];

/// A definition file that is not the same in both editions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DefinitionChange {
    /// Path below the definitions folder.
    pub file: String,
    /// What happened to it.
    pub kind: Kind,
    /// The subject that it defines, where it defines one.
    pub subject: Option<String>,
    /// `version` in the first edition, where the file says one.
    pub version_before: Option<String>,
    /// `version` in the second edition.
    pub version_after: Option<String>,
    /// The lines that differ, the first 200 of them.
    pub lines: Vec<LineChange>,
    /// How many more there are.
    pub more_lines: usize,
}

/// The files that differ, by path.
pub(super) fn compare(
    before: &Edition,
    after: &Edition,
) -> Result<Vec<DefinitionChange>, MonitorError> {
    // The files as they stand: definitions of another version need not be readable.
    let old = texts(&before.definitions_folder())?;
    let new = texts(&after.definitions_folder())?;
    let files: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let changes = files.into_iter().map(|file| change(file, old.get(file), new.get(file)));
    Ok(changes.flatten().collect())
}

fn change(file: &str, before: Option<&String>, after: Option<&String>) -> Option<DefinitionChange> {
    let kind = Kind::of(before, after)?;
    let text = |text: Option<&String>| text.cloned().unwrap_or_default();
    let mut lines = changes(&text(before), &text(after));
    let more_lines = lines.len().saturating_sub(LINES);
    lines.truncate(LINES);
    Some(DefinitionChange {
        file: file.to_owned(),
        kind,
        subject: subject(file),
        version_before: before.and_then(|text| version(text)),
        version_after: after.and_then(|text| version(text)),
        lines,
        more_lines,
    })
}

fn subject(file: &str) -> Option<String> {
    let (folder, name) = file.split_once('/')?;
    let id = name.strip_suffix(".toml")?;
    SUBJECTS.contains(&folder).then(|| id.to_owned())
}

fn version(text: &str) -> Option<String> {
    let table: toml::Table = text.parse().ok()?;
    table.get("version")?.as_str().map(str::to_owned)
}

/// The text of every file of a folder, by its path with `/`.
fn texts(folder: &Path) -> Result<BTreeMap<String, String>, MonitorError> {
    let mut texts = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).map_err(LakeError::io("read", &next))? {
            let path = entry.map_err(LakeError::io("read", &next))?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = fs::read(&path).map_err(LakeError::io("read", &path))?;
            let below = path.strip_prefix(folder).unwrap_or(&path);
            let parts = below.components().map(|part| part.as_os_str().to_string_lossy());
            let name = parts.collect::<Vec<_>>().join("/");
            texts.insert(name, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_says_which_subject_and_versions() {
        let before = "id = \"robotics\"\nversion = \"2026.1\"\n".to_owned();
        let after = "id = \"robotics\"\nversion = \"2026.2\"\n".to_owned();
        let change = change("technologies/robotics.toml", Some(&before), Some(&after)).unwrap();
        assert_eq!((change.kind, change.subject.as_deref()), (Kind::Changed, Some("robotics")));
        let versions = (change.version_before.as_deref(), change.version_after.as_deref());
        assert_eq!(versions, (Some("2026.1"), Some("2026.2")));
        assert_eq!((change.lines.len(), change.lines[0].line, change.more_lines), (2, 2, 0));
        assert_eq!(subject("rules/trade.toml"), None);
    }

    #[test]
    fn of_a_long_file_the_first_lines_are_told_and_the_others_counted() {
        let long = "x\n".repeat(LINES + 7);
        let change = change("expansions/ipc.toml", None, Some(&long)).unwrap();
        assert_eq!((change.kind, change.lines.len(), change.more_lines), (Kind::Added, LINES, 7));
    }

    #[test]
    fn what_is_the_same_is_no_change() {
        let text = "version = \"1\"".to_owned();
        assert_eq!(change("a.toml", Some(&text), Some(&text)), None);
    }
}
