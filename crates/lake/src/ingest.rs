//! From raw files to a committed snapshot.

use std::path::{Path, PathBuf};

use serde::Serialize;
use sextant_definitions::Geographies;
use sextant_sources::{RawFile, Source};

use crate::disk::checksum;
use crate::find::find;
use crate::snapshot::IngestedFile;
use crate::staging::{Staging, refuse_mix};
use crate::{LakeError, Manifest, Workspace};

/// Hears how an ingest gets on.
pub trait Progress {
    /// So many bytes lie ahead, in all files together.
    fn total(&mut self, bytes: u64);
    /// A file is about to be read.
    fn file(&mut self, path: &Path, bytes: u64);
    /// So many more bytes of it have been read.
    fn advance(&mut self, bytes: u64);
}

/// Hears nothing.
impl Progress for () {
    fn total(&mut self, _bytes: u64) {}
    fn file(&mut self, _path: &Path, _bytes: u64) {}
    fn advance(&mut self, _bytes: u64) {}
}

/// What became of one raw file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Its rows are in the lake now.
    Ingested,
    /// The same bytes had been ingested before; nothing changed.
    AlreadyThere,
}

/// One raw file and what became of it.
#[derive(Clone, Debug, Serialize)]
pub struct FileOutcome {
    /// What became of it.
    pub outcome: Outcome,
    /// What is known of it.
    pub manifest: Manifest,
}

/// What an ingest did.
#[derive(Clone, Debug, Serialize)]
pub struct IngestReport {
    /// The snapshot that is current now.
    pub snapshot: u64,
    /// Every file, in the order read.
    pub files: Vec<FileOutcome>,
}

/// Reads raw files, or the source's files in folders, into the lake, and commits
/// them all or none; of a source that comes in many large parts, each part by itself,
/// so that a second run goes on where the first was stopped.
///
/// # Errors
/// When a file cannot be read as a whole, or the workspace cannot be written. The
/// lake is then as it was, or as the last finished part left it.
pub fn ingest(
    workspace: &Workspace,
    source: &dyn Source,
    paths: &[PathBuf],
    geographies: &Geographies,
    progress: &mut dyn Progress,
) -> Result<IngestReport, LakeError> {
    let files = find(source, paths)?;
    let mut staging = Staging::begin(workspace)?;
    let mut before = workspace.snapshot()?;
    let mut staged: Vec<IngestedFile> = Vec::new();
    let mut outcomes = Vec::new();
    // A file that cannot be looked at is an error when its turn comes.
    let sizes = files.iter().filter_map(|path| std::fs::metadata(path).ok());
    progress.total(sizes.map(|file| file.len()).sum());
    for path in files {
        let (sha256, bytes) = checksum(&path)?;
        progress.file(&path, bytes);
        let known = before.find(source.info().id, &sha256);
        let known = known.or_else(|| staged.iter().find(|file| file.manifest.sha256 == sha256));
        if let Some(known) = known {
            let manifest = known.manifest.clone();
            outcomes.push(FileOutcome { outcome: Outcome::AlreadyThere, manifest });
            continue;
        }
        let raw = RawFile { path, sha256, bytes };
        let file = staging.read(source, &raw, geographies, progress)?;
        refuse_mix(before.files.iter().chain(&staged), &file.manifest, &raw.path)?;
        outcomes.push(FileOutcome { outcome: Outcome::Ingested, manifest: file.manifest.clone() });
        staged.push(file);
        if source.commits_each_file() {
            staging.commit(std::mem::take(&mut staged))?;
            staging = Staging::begin(workspace)?;
            before = workspace.snapshot()?;
        }
    }
    Ok(IngestReport { snapshot: staging.commit(staged)?, files: outcomes })
}
