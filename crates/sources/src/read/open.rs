//! Opens raw files: plain, gzip or zip, told by their first bytes.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::read::MultiGzDecoder;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::SourceError;

/// How the bytes of a file lie on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Packing {
    Plain,
    Gzip,
    Zip,
}

impl Packing {
    fn of(first: &[u8]) -> Self {
        match first {
            [0x1f, 0x8b, ..] => Self::Gzip,
            [b'P', b'K', 3 | 5 | 7, ..] => Self::Zip,
            _ => Self::Plain,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Gzip => "gzip",
            Self::Zip => "zip",
        }
    }
}

/// How much of a part is read to see what it is. A header fits.
const HEAD_BYTES: u64 = 64 << 10;

/// One table-like file: a raw file, or a member of a zip archive.
pub(crate) struct Part<'a> {
    /// File or member name, without folders and without `.gz`.
    pub(crate) name: String,
    /// How messages call it: the path, with the member where there is one.
    pub(crate) label: String,
    pub(crate) packing: Packing,
    /// The first bytes, decompressed.
    pub(crate) head: Vec<u8>,
    /// What comes after the head.
    pub(crate) stream: Box<dyn Read + Send + 'a>,
}

impl<'a> Part<'a> {
    fn open(
        name: String,
        label: String,
        packing: Packing,
        mut stream: Box<dyn Read + Send + 'a>,
    ) -> Result<Self, SourceError> {
        let mut head = Vec::new();
        let read = stream.by_ref().take(HEAD_BYTES).read_to_end(&mut head);
        read.map_err(|e| Self::read_error(&label, packing, e))?;
        Ok(Self { name, label, packing, head, stream })
    }

    /// Everything, in memory.
    ///
    /// # Errors
    /// When the stream fails, or there is nothing.
    pub(crate) fn read_all(mut self) -> Result<Vec<u8>, SourceError> {
        let read = self.stream.read_to_end(&mut self.head);
        read.map_err(|e| Self::read_error(&self.label, self.packing, e))?;
        Ok(self.head)
    }

    /// Turns a failure while reading into a sentence with the way out.
    pub(crate) fn read_error(label: &str, packing: Packing, source: io::Error) -> SourceError {
        let file = label.to_owned();
        let kind = packing.name();
        match (packing, source.kind()) {
            (Packing::Plain, _) => SourceError::Read { file, source },
            (_, io::ErrorKind::UnexpectedEof) => {
                SourceError::Cut { file, kind, place: String::new(), test: test(packing) }
            }
            (_, io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData) => {
                SourceError::Damaged { file, kind, detail: source.to_string() }
            }
            _ => SourceError::Read { file, source },
        }
    }
}

fn test(packing: Packing) -> &'static str {
    if packing == Packing::Zip { "unzip -t FILE" } else { "gzip -t FILE" }
}

/// The last part of a path as text.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// Counts the raw bytes taken from disk.
struct Counting<R> {
    inner: R,
    bytes: Arc<AtomicU64>,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.bytes.fetch_add(n as u64, Ordering::Relaxed);
        Ok(n)
    }
}

impl<R: Seek> Seek for Counting<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

/// Opens `path` and hands each part to `each`, which says whether it took it.
///
/// # Errors
/// When the file cannot be opened, is no whole archive, or `each` fails.
pub(crate) fn open_parts(
    path: &Path,
    bytes_read: &Arc<AtomicU64>,
    mut each: impl FnMut(Part<'_>) -> Result<(), SourceError>,
) -> Result<(), SourceError> {
    let label = path.display().to_string();
    let opened = File::open(path).and_then(|file| Ok((first_bytes(path)?, file)));
    let (first, file) =
        opened.map_err(|source| SourceError::Open { file: label.clone(), source })?;
    let packing = Packing::of(&first);
    let counted = Counting { inner: file, bytes: Arc::clone(bytes_read) };
    if packing == Packing::Zip {
        return open_members(&label, counted, &mut each);
    }
    let stream: Box<dyn Read + Send> = match packing {
        Packing::Gzip => Box::new(MultiGzDecoder::new(BufReader::with_capacity(1 << 16, counted))),
        _ => Box::new(counted),
    };
    each(Part::open(plain_name(&file_name(path)), label, packing, stream)?)
}

fn first_bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut first = Vec::with_capacity(4);
    File::open(path)?.take(4).read_to_end(&mut first)?;
    Ok(first)
}

/// The name of what is inside `x.csv.gz`.
fn plain_name(name: &str) -> String {
    name.strip_suffix(".gz").unwrap_or(name).to_owned()
}

fn open_members(
    label: &str,
    file: Counting<File>,
    each: &mut dyn FnMut(Part<'_>) -> Result<(), SourceError>,
) -> Result<(), SourceError> {
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|e| zip_error(label, e))?;
    for index in 0..archive.len() {
        let member = archive.by_index(index).map_err(|e| zip_error(label, e))?;
        if member.is_dir() {
            continue;
        }
        let path = member.name().map_err(|e| zip_error(label, e))?.into_owned();
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        let label = format!("{label}, member {path}");
        each(Part::open(name, label, Packing::Zip, Box::new(member))?)?;
    }
    Ok(())
}

/// A zip file keeps its directory at the end, so a missing one means a cut file.
fn zip_error(label: &str, error: ZipError) -> SourceError {
    let file = label.to_owned();
    match error {
        ZipError::Io(source) => Part::read_error(label, Packing::Zip, source),
        ZipError::InvalidArchive(_) => {
            // The directory is written last, so no member can be found at all.
            let place = String::from("without a directory of its members and ");
            SourceError::Cut { file, kind: "zip", place, test: test(Packing::Zip) }
        }
        other => SourceError::Damaged { file, kind: "zip", detail: other.to_string() },
    }
}
