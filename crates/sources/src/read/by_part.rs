//! A source that is read part by part, each by itself.

use std::path::Path;

use sextant_definitions::Geographies;

use super::collect::Collector;
use super::files::{Job, read_parts};
use super::open::Part;
use super::sniff::{Head, wants};
use crate::{FileReport, RawFile, ReadOptions, Sink, Source, SourceError, SourceInfo};

/// Whether a part is one that the source reads.
type Recognise = fn(&Head<'_>) -> bool;

/// Reads one part.
type ReadPart = fn(&Job<'_>, &Geographies, Part<'_>, &mut Collector<'_>) -> Result<(), SourceError>;

/// A source whose parts say nothing of one another: all that it remembers from row to
/// row begins anew with the next member of an archive.
pub(crate) struct ByPart {
    info: &'static SourceInfo,
    recognise: Recognise,
    found: Recognise,
    each: ReadPart,
    commits_each_file: bool,
}

impl ByPart {
    /// Takes from an archive the members that `recognise` knows, and from a folder the
    /// files; reads each part with `each`.
    pub(crate) const fn new(
        info: &'static SourceInfo,
        recognise: Recognise,
        each: ReadPart,
    ) -> Self {
        Self { info, recognise, found: recognise, each, commits_each_file: false }
    }

    /// Takes from a folder only what `found` knows, for a source that reads more when
    /// it is named.
    pub(crate) const fn found_by(mut self, found: Recognise) -> Self {
        self.found = found;
        self
    }

    /// Commits each file by itself, see [`Source::commits_each_file`].
    pub(crate) const fn file_by_file(mut self) -> Self {
        self.commits_each_file = true;
        self
    }
}

impl Source for ByPart {
    fn info(&self) -> &'static SourceInfo {
        self.info
    }

    fn wants(&self, file: &Path) -> bool {
        wants(file, self.found)
    }

    fn commits_each_file(&self) -> bool {
        self.commits_each_file
    }

    fn read_with(
        &self,
        file: &RawFile,
        geographies: &Geographies,
        sink: &mut dyn Sink,
        options: &ReadOptions,
    ) -> Result<FileReport, SourceError> {
        let job = Job { source: self.info.id, file, options };
        read_parts(&job, sink, self.recognise, &mut |part, collector| {
            (self.each)(&job, geographies, part, collector)
        })
    }
}
