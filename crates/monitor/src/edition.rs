//! The immutable result of one build.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sextant_definitions::Definitions;
use sextant_lake::disk::make_folder;
use sextant_lake::snapshot::IngestedFile;
use sextant_lake::{LakeError, Workspace};
use sextant_sources::Redistribution;

use crate::contributors::{self, Contributor};
use crate::observation::{self, Filter, Observation};
use crate::patents::PatentReport;
use crate::{MonitorError, Settings};

/// A raw file that an edition rests on. Holds nothing that differs between two
/// machines with the same file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Input {
    /// Id of the source.
    pub source: String,
    /// Name of the raw file.
    pub file: String,
    /// SHA-256 of the raw file.
    pub sha256: String,
    /// Size of the raw file in bytes.
    pub bytes: u64,
    /// Edition of the data, as far as the file tells it.
    pub edition: Option<String>,
    /// Canonical rows kept.
    pub rows_kept: u64,
    /// Rows in quarantine.
    pub rows_quarantined: u64,
    /// Title, publisher, licence and how to cite it.
    pub title: String,
    /// Publisher.
    pub publisher: String,
    /// Licence, in the publisher's words.
    pub licence: String,
    /// How to cite it.
    pub citation: String,
    /// Generated demo data?
    pub demo: bool,
}

impl Input {
    pub(crate) fn new(file: &IngestedFile) -> Self {
        let manifest = file.manifest.clone();
        Self {
            rows_quarantined: manifest.quarantined(),
            source: manifest.source,
            file: manifest.file,
            sha256: manifest.sha256,
            bytes: manifest.bytes,
            edition: manifest.edition,
            rows_kept: manifest.rows_kept,
            title: manifest.title,
            publisher: manifest.publisher,
            licence: manifest.licence,
            citation: manifest.citation,
            demo: manifest.demo,
        }
    }

    /// Whether rows of this source may be handed on.
    #[must_use]
    pub fn rows_may_be_shown(&self) -> bool {
        sextant_sources::source(&self.source)
            .is_some_and(|source| source.info().redistribution == Redistribution::Allowed)
    }
}

/// What one check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckResult {
    /// Id of the check.
    pub check: String,
    /// `error` or `warning`.
    pub severity: String,
    /// What it is about.
    pub about: String,
    /// Rows that failed; none is good.
    pub failing: usize,
    /// The first few of them, as text.
    pub examples: Vec<String>,
}

/// `edition.json`: what an edition was made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionRecord {
    /// Name of the edition, which is its folder's.
    pub name: String,
    /// SHA-256 over inputs, definitions, settings and method.
    pub id: String,
    /// Whether it rests on generated demo data.
    pub demo: bool,
    /// Version of Sextant that built it.
    pub engine: String,
    /// SHA-256 over all definitions.
    pub definitions: String,
    /// SHA-256 over all SQL.
    pub method: String,
    /// SHA-256 of every SQL file, by its path below `indicators/`; empty in editions that
    /// were built before it was kept.
    #[serde(default)]
    pub statements: BTreeMap<String, String>,
    /// Settings that applied.
    pub settings: Settings,
    /// Raw files it rests on.
    pub inputs: Vec<Input>,
    /// Observations in the cube.
    pub observations: usize,
    /// First and last year of the cube.
    pub years: Option<(i32, i32)>,
    /// SHA-256 of `observations.parquet`.
    pub observations_sha256: String,
    /// Rows of `contributors.parquet`.
    #[serde(default)]
    pub contributors: usize,
    /// SHA-256 of `contributors.parquet`; empty in editions that have none.
    #[serde(default)]
    pub contributors_sha256: String,
    /// What there is to know of the patents of each source.
    pub patents: Vec<PatentReport>,
    /// What the checks found.
    pub checks: Vec<CheckResult>,
}

/// An edition on disk.
#[derive(Clone, Debug)]
pub struct Edition {
    folder: PathBuf,
    /// What it was made of.
    pub record: EditionRecord,
}

const RECORD: &str = "edition.json";
const LATEST: &str = "LATEST";
const DEFINITIONS: &str = "definitions";

impl Edition {
    /// Opens an edition by name, or the one built last.
    ///
    /// # Errors
    /// When there is none of that name, or its files are damaged.
    pub fn open(workspace: &Workspace, name: Option<&str>) -> Result<Self, MonitorError> {
        let name = match name {
            Some(name) => name.to_owned(),
            None => latest(workspace)?,
        };
        let folder = workspace.editions().join(&name);
        if !is_valid_name(&name) || !folder.join(RECORD).is_file() {
            let known = names(workspace)?.join(", ");
            let known = if known.is_empty() { "none".into() } else { known };
            let workspace = workspace.root().to_path_buf();
            return Err(MonitorError::UnknownEdition { name, workspace, known });
        }
        Self::read(folder)
    }

    fn read(folder: PathBuf) -> Result<Self, MonitorError> {
        let path = folder.join(RECORD);
        let text = fs::read_to_string(&path).map_err(LakeError::io("read", &path))?;
        let record =
            serde_json::from_str(&text).map_err(|error| MonitorError::damaged(&path, error))?;
        Ok(Self { folder, record })
    }

    /// Every edition of a workspace, by name.
    ///
    /// # Errors
    /// When a folder cannot be read or an edition is damaged.
    pub fn all(workspace: &Workspace) -> Result<Vec<Self>, MonitorError> {
        let folder = workspace.editions();
        names(workspace)?.iter().map(|name| Self::read(folder.join(name))).collect()
    }

    /// Its folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The cube as a file.
    #[must_use]
    pub fn observations_file(&self) -> PathBuf {
        self.folder.join("observations.parquet")
    }

    /// What every source says of every cell, as a file.
    #[must_use]
    pub fn candidates_file(&self) -> PathBuf {
        self.folder.join("candidates.parquet")
    }

    /// The largest contributors to its latest numbers, as a file.
    #[must_use]
    pub fn contributors_file(&self) -> PathBuf {
        self.folder.join("contributors.parquet")
    }

    /// The folder of its copy of the definitions.
    #[must_use]
    pub fn definitions_folder(&self) -> PathBuf {
        self.folder.join(DEFINITIONS)
    }

    /// The definitions it was built with, which it keeps a copy of.
    ///
    /// # Errors
    /// When the copy is damaged.
    pub fn definitions(&self) -> Result<Definitions, MonitorError> {
        Ok(Definitions::load(&self.definitions_folder())?)
    }

    /// The wanted observations, ordered by indicator, subject, geography and period.
    ///
    /// # Errors
    /// When the cube cannot be read.
    pub fn observations(&self, filter: &Filter) -> Result<Vec<Observation>, MonitorError> {
        observation::read(&self.observations_file(), filter)
    }

    /// Shows all observations one after the other, in the same order.
    ///
    /// # Errors
    /// When the cube cannot be read.
    pub fn each_observation(&self, show: impl FnMut(&Observation)) -> Result<(), MonitorError> {
        observation::each(&self.observations_file(), &Filter::default(), show)
    }

    /// What every source says of the wanted cells, the chosen one first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn candidates(&self, filter: &Filter) -> Result<Vec<Observation>, MonitorError> {
        observation::read(&self.candidates_file(), filter)
    }

    /// The largest contributors to its latest numbers, sorted by topic, geography,
    /// subject, period and place; none in an edition that was built before they were
    /// kept.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn contributors(&self) -> Result<Vec<Contributor>, MonitorError> {
        contributors::read(&self.contributors_file())
    }
}

/// Writes a copy of the definitions into the folder of an edition.
pub(crate) fn keep_definitions(
    folder: &Path,
    definitions: &Definitions,
) -> Result<(), MonitorError> {
    for (path, text) in definitions.texts() {
        let path = folder.join(DEFINITIONS).join(path);
        path.parent().map_or(Ok(()), make_folder)?;
        fs::write(&path, text).map_err(LakeError::io("write", &path))?;
    }
    Ok(())
}

/// Whether a name can be a folder's on every system, and no way out of the folder.
#[must_use]
pub fn is_valid_name(name: &str) -> bool {
    let good = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
    name != LATEST
        && name.bytes().next().is_some_and(|first| first.is_ascii_alphanumeric())
        && name.bytes().all(good)
}

fn latest(workspace: &Workspace) -> Result<String, MonitorError> {
    let path = workspace.editions().join(LATEST);
    match fs::read_to_string(&path) {
        Ok(name) => Ok(name.trim().to_owned()),
        Err(_) => Err(MonitorError::NoEdition { workspace: workspace.root().to_path_buf() }),
    }
}

/// Makes an edition the one that is meant when none is named.
pub(crate) fn set_latest(workspace: &Workspace, name: &str) -> Result<(), MonitorError> {
    let path = workspace.editions().join(LATEST);
    Ok(sextant_lake::disk::write_atomically(&path, name.as_bytes())?)
}

fn names(workspace: &Workspace) -> Result<Vec<String>, MonitorError> {
    let folder = workspace.editions();
    let Ok(entries) = fs::read_dir(&folder) else { return Ok(Vec::new()) };
    let mut names = Vec::new();
    for entry in entries {
        let path = entry.map_err(LakeError::io("read", &folder))?.path();
        if path.join(RECORD).is_file() {
            names.extend(path.file_name().map(|name| name.to_string_lossy().into_owned()));
        }
    }
    names.sort();
    Ok(names)
}
