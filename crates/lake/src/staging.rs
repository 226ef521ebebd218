//! What is not committed yet lies in a folder of the process's own.

use std::fs;
use std::path::Path;

use sextant_definitions::Geographies;
use sextant_sources::{RawFile, Source};

use crate::disk::sync_folder;
use crate::ingest::Progress;
use crate::scratch::Scratch;
use crate::sink::{SegmentSink, Taken};
use crate::snapshot::IngestedFile;
use crate::{LakeError, Manifest, Snapshot, Workspace};

/// An ingest that is not committed yet.
pub(crate) struct Staging<'a> {
    workspace: &'a Workspace,
    scratch: Scratch,
}

impl<'a> Staging<'a> {
    pub(crate) fn begin(workspace: &'a Workspace) -> Result<Self, LakeError> {
        Ok(Self { workspace, scratch: Scratch::begin(workspace)? })
    }

    /// Reads one raw file into this folder.
    pub(crate) fn read(
        &self,
        source: &dyn Source,
        raw: &RawFile,
        geographies: &Geographies,
        progress: &mut dyn Progress,
    ) -> Result<IngestedFile, LakeError> {
        let mut sink = SegmentSink::new(self.scratch.folder(), source.info().id, raw, progress);
        let report = source.read(raw, geographies, &mut sink)?;
        let Taken { segments, quarantine } = sink.finish()?;
        let mut manifest = Manifest::new(source.info(), raw, report);
        if let Some((path, first)) = quarantine {
            if segments.is_empty() {
                return Err(LakeError::AllQuarantined {
                    path: raw.path.clone(),
                    rows: manifest.rows_read,
                    line: first.line,
                    detail: first.detail,
                });
            }
            manifest.quarantine = Some(quarantine_name(&path));
        }
        Ok(IngestedFile { manifest, segments })
    }

    /// Moves everything into place under the lock, all files or none. What another
    /// process committed in the meantime stays.
    pub(crate) fn commit(self, staged: Vec<IngestedFile>) -> Result<u64, LakeError> {
        let _lock = self.workspace.lock()?;
        let mut snapshot = self.workspace.snapshot()?;
        let before = snapshot.files.len();
        for file in staged {
            let known = snapshot.find(&file.manifest.source, &file.manifest.sha256).is_some();
            if !known {
                refuse_mix(&snapshot.files, &file.manifest, Path::new(&file.manifest.file))?;
                snapshot.files.push(file);
            }
        }
        if snapshot.files.len() == before {
            return Ok(snapshot.version);
        }
        for file in &snapshot.files[before..] {
            self.publish(file)?;
        }
        sync_folder(&self.workspace.segments())?;
        Ok(snapshot.commit(self.workspace)?.version)
    }

    fn publish(&self, file: &IngestedFile) -> Result<(), LakeError> {
        for segment in &file.segments {
            let to = Snapshot::path(self.workspace, segment);
            fs::rename(self.scratch.folder().join(&segment.file), &to)
                .map_err(LakeError::io("write", &to))?;
        }
        if let Some(name) = &file.manifest.quarantine {
            let to = self.workspace.root().join(name);
            let from = self.scratch.folder().join(to.file_name().unwrap_or_default());
            fs::rename(from, &to).map_err(LakeError::io("write", &to))?;
        }
        Ok(())
    }
}

/// Invented and real figures never share a lake. Nomenclatures go with both.
pub(crate) fn refuse_mix<'a>(
    held: impl IntoIterator<Item = &'a IngestedFile>,
    new: &Manifest,
    path: &Path,
) -> Result<(), LakeError> {
    let name = |demo| if demo { "demo" } else { "real" };
    let differs = |file: &&IngestedFile| {
        let figures = file.segments.iter().any(|segment| !segment.table.is_nomenclature());
        figures && file.manifest.demo != new.demo
    };
    match held.into_iter().find(differs) {
        None => Ok(()),
        Some(other) => Err(LakeError::MixedDemo {
            path: path.to_path_buf(),
            new: name(new.demo),
            held: name(other.manifest.demo),
        }),
    }
}

fn quarantine_name(path: &Path) -> String {
    format!("quarantine/{}", path.file_name().unwrap_or_default().to_string_lossy())
}
