//! Files being written, with a count of what went into them.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::Error;

/// A file of the data set as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenFile {
    /// Path below the output folder, with `/` between its parts.
    pub path: String,
    /// Data rows: lines without the header. For text and JSON files 0.
    pub rows: u64,
    /// Size in bytes.
    pub bytes: u64,
}

/// A file being written.
#[derive(Debug)]
pub(crate) struct Output {
    name: String,
    path: PathBuf,
    writer: BufWriter<File>,
    rows: u64,
    bytes: u64,
}

impl Output {
    /// Creates `name` below `folder`, and the folders between.
    pub(crate) fn create(folder: &Path, name: &str) -> Result<Self, Error> {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|source| Error::write(parent, source))?;
        }
        let file = File::create(&path).map_err(|source| Error::write(&path, source))?;
        let writer = BufWriter::with_capacity(1 << 18, file);
        Ok(Self { name: name.to_owned(), path, writer, rows: 0, bytes: 0 })
    }

    /// Writes text that is not a data row: a header, a sentence.
    pub(crate) fn text(&mut self, text: &str) -> Result<(), Error> {
        self.write(text.as_bytes())
    }

    /// Writes one data row, its line break included.
    pub(crate) fn row(&mut self, line: &[u8]) -> Result<(), Error> {
        self.rows += 1;
        self.write(line)
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.bytes += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.writer.write_all(bytes).map_err(|source| Error::write(&self.path, source))
    }

    /// Writes what is still in memory and tells what the file holds.
    pub(crate) fn finish(mut self) -> Result<WrittenFile, Error> {
        self.writer.flush().map_err(|source| Error::write(&self.path, source))?;
        Ok(WrittenFile { path: self.name, rows: self.rows, bytes: self.bytes })
    }
}

/// A field of a CSV file, quoted where it must be.
pub(crate) fn csv_field(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
