//! Hands rows to the sink and keeps count.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::batch::{Batch, Out};
use super::split::Block;
use crate::{FileReport, Quarantined, Rows, Sink, SourceError};

/// Between the reader and the sink.
pub(crate) struct Collector<'s> {
    sink: &'s mut dyn Sink,
    report: FileReport,
    bytes_read: Arc<AtomicU64>,
    bytes_told: u64,
    /// Member of an archive being read, for messages.
    member: Option<String>,
}

impl<'s> Collector<'s> {
    pub(crate) fn new(sink: &'s mut dyn Sink, demo: bool) -> Self {
        let report = FileReport { demo, ..FileReport::default() };
        Self { sink, report, bytes_read: Arc::default(), bytes_told: 0, member: None }
    }

    /// The counter of raw bytes read, shared with the open file.
    pub(crate) fn bytes_read(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.bytes_read)
    }

    /// Notes raw bytes that were read at once.
    pub(crate) fn count_bytes(&self, bytes: usize) {
        self.bytes_read.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    /// Names the member of an archive that following rows come from.
    pub(crate) fn enter(&mut self, member: Option<String>) {
        self.member = member;
    }

    /// Data rows seen so far.
    pub(crate) fn rows_read(&self) -> u64 {
        self.report.rows_read
    }

    /// Notes the edition; the latest wins where files of several are in one archive.
    pub(crate) fn edition(&mut self, edition: Option<String>) {
        if edition > self.report.edition {
            self.report.edition = edition;
        }
    }

    /// Takes a batch: counts, quarantine, then rows through `emit`. Gives the
    /// block back.
    ///
    /// # Errors
    /// When the sink fails.
    pub(crate) fn take<T>(
        &mut self,
        batch: Batch<T>,
        emit: &mut impl FnMut(&mut Self, Vec<T>) -> Result<(), SourceError>,
    ) -> Result<Block, SourceError> {
        let rows = self.take_faults(batch.read, batch.out)?;
        emit(self, rows)?;
        self.tell_progress();
        Ok(batch.block)
    }

    /// Takes the counts and the quarantine of `read` records that were not read
    /// through the pipeline. Gives their rows back.
    ///
    /// # Errors
    /// When the sink fails.
    pub(crate) fn take_faults<T>(
        &mut self,
        read: usize,
        out: Out<T>,
    ) -> Result<Vec<T>, SourceError> {
        self.report.rows_read += read as u64;
        for (reason, count) in out.left_out {
            self.leave_out(reason, count);
        }
        for (reason, count) in out.noted {
            self.note(reason, count);
        }
        for row in out.bad {
            self.quarantine(row)?;
        }
        Ok(out.rows)
    }

    /// Counts rows rightly left out.
    pub(crate) fn leave_out(&mut self, reason: &str, count: u64) {
        if count > 0 {
            *self.report.rows_left_out.entry(reason.to_owned()).or_default() += count;
        }
    }

    /// Counts rows kept although something about them is not as it should be.
    pub(crate) fn note(&mut self, reason: &str, count: u64) {
        if count > 0 {
            *self.report.rows_noted.entry(reason.to_owned()).or_default() += count;
        }
    }

    /// Hands on a row that could not be understood.
    ///
    /// # Errors
    /// When the sink fails.
    pub(crate) fn quarantine(&mut self, mut row: Quarantined) -> Result<(), SourceError> {
        *self.report.rows_quarantined.entry(row.reason.to_owned()).or_default() += 1;
        if let Some(member) = &self.member {
            row.detail = format!("In {member}: {}", row.detail);
        }
        Ok(self.sink.quarantine(row)?)
    }

    /// Hands on rows.
    ///
    /// # Errors
    /// When the sink fails.
    pub(crate) fn rows(&mut self, rows: Rows) -> Result<(), SourceError> {
        let count = rows.len();
        if count == 0 {
            return Ok(());
        }
        self.report.rows_kept += count as u64;
        Ok(self.sink.rows(rows)?)
    }

    /// Tells the sink how many raw bytes have been read since it was last told.
    pub(crate) fn tell_progress(&mut self) {
        let now = self.bytes_read.load(Ordering::Relaxed);
        if now > self.bytes_told {
            self.sink.progress(now - self.bytes_told);
            self.bytes_told = now;
        }
    }

    /// What was read.
    pub(crate) fn finish(mut self) -> FileReport {
        self.tell_progress();
        self.report
    }
}
