//! Rows that could not be understood, kept with where they stood and why.

use std::fs::File;
use std::path::{Path, PathBuf};

use sextant_sources::Quarantined;

use crate::LakeError;

/// Writes `line,reason,detail,raw` once there is a first row.
pub(crate) struct QuarantineWriter {
    path: PathBuf,
    writer: Option<csv::Writer<File>>,
    first: Option<Quarantined>,
}

impl QuarantineWriter {
    pub(crate) fn new(path: PathBuf) -> Self {
        Self { path, writer: None, first: None }
    }

    pub(crate) fn write(&mut self, row: Quarantined) -> Result<(), LakeError> {
        let writer = match &mut self.writer {
            Some(writer) => writer,
            None => self.writer.insert(open(&self.path)?),
        };
        writer
            .write_record([&row.line.to_string(), row.reason, &row.detail, &row.raw])
            .map_err(|error| failed(&self.path, error))?;
        self.first.get_or_insert(row);
        Ok(())
    }

    /// The path written, if any row was, and the first row.
    pub(crate) fn finish(self) -> Result<Option<(PathBuf, Quarantined)>, LakeError> {
        let Some(mut writer) = self.writer else { return Ok(None) };
        writer.flush().map_err(LakeError::io("write", &self.path))?;
        Ok(self.first.map(|first| (self.path, first)))
    }
}

fn open(path: &Path) -> Result<csv::Writer<File>, LakeError> {
    let mut writer = csv::Writer::from_path(path).map_err(|error| failed(path, error))?;
    writer
        .write_record(["line", "reason", "detail", "raw"])
        .map_err(|error| failed(path, error))?;
    Ok(writer)
}

fn failed(path: &Path, error: csv::Error) -> LakeError {
    LakeError::io("write", path)(error.into())
}
