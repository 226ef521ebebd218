//! A source some of whose files are workbooks.

use std::path::Path;

use sextant_definitions::Geographies;

use super::by_part::ByPart;
use super::collect::Collector;
use super::open::file_name;
use crate::{FileReport, RawFile, ReadOptions, Sink, Source, SourceError, SourceInfo};

/// Reads one workbook, given how messages call it and its bytes.
type ReadWorkbook = fn(&str, Vec<u8>, &mut Collector<'_>) -> Result<(), SourceError>;

/// A source of tables and workbooks. A workbook is told by the ending of its name, and
/// held in memory as a whole; of workbooks in a folder the name alone says whose they
/// are, since all of them start alike.
pub(crate) struct WithWorkbooks {
    tables: ByPart,
    named_like: fn(&str) -> bool,
    each: ReadWorkbook,
}

impl WithWorkbooks {
    /// Reads `tables`, and with `each` the workbooks; takes those from a folder whose
    /// names `named_like` knows.
    pub(crate) const fn new(
        tables: ByPart,
        named_like: fn(&str) -> bool,
        each: ReadWorkbook,
    ) -> Self {
        Self { tables, named_like, each }
    }

    fn read_workbook(&self, path: &Path, sink: &mut dyn Sink) -> Result<FileReport, SourceError> {
        let file = path.display().to_string();
        let bytes = std::fs::read(path)
            .map_err(|source| SourceError::Open { file: file.clone(), source })?;
        if bytes.is_empty() {
            return Err(SourceError::Empty { file });
        }
        let mut collector = Collector::new(sink, file_name(path).contains("DEMO"));
        collector.count_bytes(bytes.len());
        (self.each)(&file, bytes, &mut collector)?;
        Ok(collector.finish())
    }
}

impl Source for WithWorkbooks {
    fn info(&self) -> &'static SourceInfo {
        self.tables.info()
    }

    fn wants(&self, file: &Path) -> bool {
        if is_workbook(file) {
            return (self.named_like)(&file_name(file));
        }
        self.tables.wants(file)
    }

    fn commits_each_file(&self) -> bool {
        self.tables.commits_each_file()
    }

    fn read_with(
        &self,
        file: &RawFile,
        geographies: &Geographies,
        sink: &mut dyn Sink,
        options: &ReadOptions,
    ) -> Result<FileReport, SourceError> {
        if is_workbook(&file.path) {
            return self.read_workbook(&file.path, sink);
        }
        self.tables.read_with(file, geographies, sink, options)
    }
}

fn is_workbook(path: &Path) -> bool {
    let name = file_name(path).to_ascii_lowercase();
    name.ends_with(".xls") || name.ends_with(".xlsx")
}
