//! A table in several files, some of them zipped, as the publisher delivers it.

use std::fs::{self, File};
use std::io::{BufWriter, Seek, Write};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::Error;
use crate::output::WrittenFile;

/// Bytes gathered before they are handed on.
const BUFFER: usize = 1 << 18;

/// What a table is called and what stands in its first line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    /// `tls201_appln`.
    pub(super) name: &'static str,
    /// The columns, in the order of the publisher.
    pub(super) header: &'static str,
    /// Whether its files are zipped; these are named by the number alone: `tls209_DEMO_part01`.
    pub(super) zipped: bool,
}

/// A table being written.
#[derive(Debug)]
pub(super) struct Table {
    layout: Layout,
    folder: PathBuf,
    sheet: Sheet,
    done: Vec<WrittenFile>,
}

/// One file of it.
#[derive(Debug)]
struct Sheet {
    path: PathBuf,
    sink: Sink,
    buffer: Vec<u8>,
    written: WrittenFile,
}

#[derive(Debug)]
enum Sink {
    Plain(File),
    Zip(Box<ZipWriter<BufWriter<File>>>),
}

impl Table {
    /// The table with its first file open.
    pub(super) fn create(out: &Path, layout: Layout) -> Result<Self, Error> {
        let folder = out.join("patstat");
        fs::create_dir_all(&folder).map_err(|source| Error::write(&folder, source))?;
        let sheet = Sheet::create(&folder, layout, 1)?;
        Ok(Self { layout, folder, sheet, done: Vec::new() })
    }

    /// Writes one row, its line break included.
    pub(super) fn row(&mut self, line: &[u8]) -> Result<(), Error> {
        self.sheet.written.rows += 1;
        self.sheet.write(line)
    }

    /// Closes the open file and opens the next.
    pub(super) fn next(&mut self) -> Result<(), Error> {
        let number = self.done.len() + 2;
        let next = Sheet::create(&self.folder, self.layout, number)?;
        let full = std::mem::replace(&mut self.sheet, next);
        self.done.push(full.finish()?);
        Ok(())
    }

    /// Closes the table, and removes files of a larger one that was here before.
    pub(super) fn finish(mut self) -> Result<Vec<WrittenFile>, Error> {
        self.done.push(self.sheet.finish()?);
        for number in self.done.len() + 1.. {
            let left_over = self.folder.join(file_name(self.layout, number));
            if !left_over.exists() {
                break;
            }
            fs::remove_file(&left_over).map_err(|source| Error::write(&left_over, source))?;
        }
        Ok(self.done)
    }
}

impl Sheet {
    fn create(folder: &Path, layout: Layout, number: usize) -> Result<Self, Error> {
        let name = file_name(layout, number);
        let path = folder.join(&name);
        let failed = |source| Error::write(&path, source);
        let file = File::create(&path).map_err(failed)?;
        let inside = format!("{}_DEMO_part{number:02}.csv", layout.name);
        let sink = if layout.zipped {
            let mut zip = Box::new(ZipWriter::new(BufWriter::with_capacity(BUFFER, file)));
            zip.start_file(inside, options()).map_err(|error| failed(error.into()))?;
            Sink::Zip(zip)
        } else {
            Sink::Plain(file)
        };
        let written = WrittenFile { path: format!("patstat/{name}"), rows: 0, bytes: 0 };
        let mut sheet = Self { path, sink, buffer: Vec::with_capacity(BUFFER + 4096), written };
        sheet.write(layout.header.as_bytes())?;
        sheet.write(b"\n")?;
        Ok(sheet)
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() < BUFFER { Ok(()) } else { self.flush() }
    }

    fn flush(&mut self) -> Result<(), Error> {
        let Self { path, sink, buffer, written } = self;
        let done = match sink {
            Sink::Plain(file) => {
                written.bytes += u64::try_from(buffer.len()).unwrap_or(u64::MAX);
                file.write_all(buffer)
            }
            Sink::Zip(zip) => zip.write_all(buffer),
        };
        buffer.clear();
        done.map_err(|source| Error::write(path, source))
    }

    fn finish(mut self) -> Result<WrittenFile, Error> {
        self.flush()?;
        let Self { path, sink, mut written, .. } = self;
        if let Sink::Zip(zip) = sink {
            let closed = zip.finish().map_err(std::io::Error::from);
            let closed = closed.and_then(|mut file| {
                file.flush()?;
                file.stream_position()
            });
            written.bytes = closed.map_err(|source| Error::write(&path, source))?;
        }
        Ok(written)
    }
}

/// As the publisher names files, and a word by which readers know that it is no real data.
fn file_name(layout: Layout, number: usize) -> String {
    if layout.zipped {
        let short = layout.name.split('_').next().unwrap_or(layout.name);
        format!("{short}_DEMO_part{number:02}.zip")
    } else {
        format!("{}_DEMO_part{number:02}.csv", layout.name)
    }
}

/// The same on every machine: no clock, no permissions of the system it runs on.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(1))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .large_file(true)
}
