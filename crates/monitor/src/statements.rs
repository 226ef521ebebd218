//! The SQL files of `indicators/`, and what their headers say.

use std::collections::BTreeMap;

use rust_embed::RustEmbed;
use sextant_engine::Engine;

use crate::MonitorError;

#[derive(RustEmbed)]
#[folder = "../../indicators"]
#[include = "*.sql"]
struct Files;

/// The folders that hold indicators.
pub(crate) const FOLDERS: [&str; 6] =
    ["trade", "patents", "production", "investment", "sectors", COMBINED];

/// The folder of indicators that are made of others.
pub(crate) const COMBINED: &str = "combined";

/// One SQL file: its text, and the `-- key: value` lines it begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Path below `indicators/`.
    pub path: String,
    /// The whole file, comments included.
    pub sql: String,
    header: BTreeMap<String, String>,
}

impl Statement {
    /// Reads an embedded file.
    ///
    /// # Errors
    /// When there is no such file.
    pub fn embedded(path: &str) -> Result<Self, MonitorError> {
        let file =
            Files::get(path).ok_or_else(|| MonitorError::NoStatement { path: path.into() })?;
        let sql = String::from_utf8_lossy(&file.data).into_owned();
        Ok(Self { path: path.into(), header: header(&sql), sql })
    }

    /// A value of the header, or nothing.
    #[must_use]
    pub fn header(&self, key: &str) -> &str {
        self.header.get(key).map_or("", String::as_str)
    }

    /// The folder that it lies in: `trade`, `patents`.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.path.split_once('/').map_or("", |(folder, _)| folder)
    }

    /// Every indicator, by subject area and name; those made of others come last.
    ///
    /// # Errors
    /// Never in practice: every listed file can be read.
    pub fn indicators() -> Result<Vec<Self>, MonitorError> {
        let mut all = Vec::new();
        for folder in FOLDERS {
            all.extend(Self::in_folder(folder)?);
        }
        Ok(all)
    }

    /// The statement of an indicator.
    ///
    /// # Errors
    /// When there is no such indicator.
    pub fn indicator(id: &str) -> Result<Self, MonitorError> {
        let path = |folder: &&str| format!("{folder}/{id}.sql");
        let found = FOLDERS.iter().map(path).find(|path| Files::get(path).is_some());
        Self::embedded(&found.unwrap_or_else(|| format!("{id}.sql")))
    }

    /// All embedded files directly in a folder, sorted by name.
    ///
    /// # Errors
    /// Never in practice: every listed file can be read.
    pub fn in_folder(folder: &str) -> Result<Vec<Self>, MonitorError> {
        let mut paths: Vec<String> = Files::iter().map(std::borrow::Cow::into_owned).collect();
        paths.retain(|path| path.rsplit_once('/').is_some_and(|(parent, _)| parent == folder));
        paths.sort();
        paths.iter().map(|path| Self::embedded(path)).collect()
    }
}

/// Computes a stage, `FOLDER/stages/NAME.sql`, as a table of its name.
pub(crate) async fn stage(engine: &Engine, folder: &str, name: &str) -> Result<(), MonitorError> {
    let statement = Statement::embedded(&format!("{folder}/stages/{name}.sql"))?;
    Ok(engine.materialise(name, &statement.sql).await?)
}

/// SHA-256 of every SQL file, by its path.
pub(crate) fn checksums() -> BTreeMap<String, String> {
    let sum = |path: std::borrow::Cow<'static, str>| {
        let file = Files::get(&path)?;
        Some((path.into_owned(), sextant_lake::disk::checksum_of(&file.data)))
    };
    Files::iter().filter_map(sum).collect()
}

/// SHA-256 over all SQL, which is the method of an edition.
///
/// # Errors
/// Never in practice: every listed file can be read.
pub fn fingerprint() -> Result<String, MonitorError> {
    let mut paths: Vec<String> = Files::iter().map(std::borrow::Cow::into_owned).collect();
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        let statement = Statement::embedded(&path)?;
        all.extend_from_slice(path.as_bytes());
        all.push(0);
        all.extend_from_slice(statement.sql.as_bytes());
        all.push(0);
    }
    Ok(sextant_lake::disk::checksum_of(&all))
}

fn header(sql: &str) -> BTreeMap<String, String> {
    sql.lines()
        .map_while(|line| line.strip_prefix("-- "))
        .filter_map(|line| line.split_once(": "))
        .map(|(key, value)| (key.into(), value.trim().into()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_indicator_says_what_it_is() {
        let indicators = Statement::indicators().unwrap();
        assert_eq!(indicators.len(), 6 + 5 + 3 + 6 + 11 + 1);
        for indicator in indicators {
            for key in ["id", "unit", "formula", "figure", "valid"] {
                assert!(!indicator.header(key).is_empty(), "{}: no {key}", indicator.path);
            }
            let again = Statement::indicator(indicator.header("id")).unwrap();
            assert_eq!(again.path, indicator.path, "the id is the name of the file");
        }
    }
}
