//! Writes what a source reads into segments.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sextant_sources::{Quarantined, RawFile, Rows, Sink, SinkError};

use crate::columns::table_of;
use crate::ingest::Progress;
use crate::quarantine::QuarantineWriter;
use crate::segment::SegmentWriter;
use crate::{LakeError, Segment, Table};

/// Takes the rows of one raw file into a folder.
pub(crate) struct SegmentSink<'a> {
    folder: &'a Path,
    source: &'static str,
    /// What all files of this raw file are called: `baci-0123456789abcdef`.
    stem: String,
    writers: BTreeMap<Table, SegmentWriter>,
    quarantine: QuarantineWriter,
    progress: &'a mut dyn Progress,
}

/// What lies in the folder after a raw file was read.
pub(crate) struct Taken {
    pub(crate) segments: Vec<Segment>,
    /// Name of the quarantine file and the first row in it.
    pub(crate) quarantine: Option<(PathBuf, Quarantined)>,
}

impl<'a> SegmentSink<'a> {
    pub(crate) fn new(
        folder: &'a Path,
        source: &'static str,
        raw: &RawFile,
        progress: &'a mut dyn Progress,
    ) -> Self {
        let stem = format!("{source}-{}", &raw.sha256[..16]);
        let quarantine = QuarantineWriter::new(folder.join(format!("{stem}.csv")));
        Self { folder, source, stem, writers: BTreeMap::new(), quarantine, progress }
    }

    fn take(&mut self, rows: &Rows) -> Result<(), LakeError> {
        let table = table_of(rows);
        if let Some(writer) = self.writers.get_mut(&table) {
            return writer.write(self.source, rows);
        }
        let path = self.folder.join(self.file(table));
        let mut writer = SegmentWriter::create(&path, table)?;
        writer.write(self.source, rows)?;
        self.writers.insert(table, writer);
        Ok(())
    }

    fn file(&self, table: Table) -> String {
        format!("{}-{}.parquet", self.stem, table.name())
    }

    pub(crate) fn finish(mut self) -> Result<Taken, LakeError> {
        let mut segments = Vec::new();
        for (table, writer) in std::mem::take(&mut self.writers) {
            let written = writer.finish()?;
            segments.push(Segment {
                table,
                file: self.file(table),
                rows: written.rows,
                slices: written.slices,
                sorted: written.sorted,
            });
        }
        Ok(Taken { segments, quarantine: self.quarantine.finish()? })
    }
}

impl Sink for SegmentSink<'_> {
    fn rows(&mut self, rows: Rows) -> Result<(), SinkError> {
        self.take(&rows).map_err(|error| SinkError(error.into()))
    }

    fn quarantine(&mut self, row: Quarantined) -> Result<(), SinkError> {
        self.quarantine.write(row).map_err(|error| SinkError(error.into()))
    }

    fn progress(&mut self, bytes: u64) {
        self.progress.advance(bytes);
    }
}
