//! What a source is, and what it tells while reading.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use sextant_definitions::Geographies;

use crate::{ReadOptions, Rows, SourceError};

/// Whether rows may be handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Redistribution {
    /// Rows may be handed on with attribution.
    Allowed,
    /// Only aggregates may be handed on; row downloads are refused.
    AggregatesOnly,
}

/// What everybody must know of a source.
#[derive(Clone, Copy, Debug)]
pub struct SourceInfo {
    /// Id on the command line: `baci`, `comtrade` and so on.
    pub id: &'static str,
    /// Title as the publisher writes it.
    pub title: &'static str,
    /// Who publishes it.
    pub publisher: &'static str,
    /// Licence in the publisher's words.
    pub licence: &'static str,
    /// How to cite it.
    pub citation: &'static str,
    /// Where a user gets it.
    pub url: &'static str,
    /// What the licence allows.
    pub redistribution: Redistribution,
    /// The unit in which the publisher prints values, and how many currency
    /// units it stands for: `("thousand USD", 1000)`. None where there is no money.
    pub published_unit: Option<(&'static str, u32)>,
}

/// One raw file, found and checksummed.
#[derive(Clone, Debug)]
pub struct RawFile {
    /// Where it lies.
    pub path: PathBuf,
    /// SHA-256 of its bytes as they lie there, in hexadecimal.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
}

/// A row that could not be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// Line in the (decompressed) file, from 1.
    pub line: u64,
    /// Stable reason id, for counting: `unknown-country`, `bad-number`.
    pub reason: &'static str,
    /// A full sentence: which column, which value, what was expected.
    pub detail: String,
    /// The row as it stood.
    pub raw: String,
}

/// Why a sink could not take a row, in the receiver's own words.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct SinkError(pub Box<dyn std::error::Error + Send + Sync>);

/// Takes what a source reads, in file order.
pub trait Sink {
    /// Takes a batch of rows.
    ///
    /// # Errors
    /// When the receiver cannot store them; reading stops.
    fn rows(&mut self, rows: Rows) -> Result<(), SinkError>;

    /// Takes a row that could not be understood.
    ///
    /// # Errors
    /// When the receiver cannot store it; reading stops.
    fn quarantine(&mut self, row: Quarantined) -> Result<(), SinkError>;

    /// Hears how many bytes of the raw file have been read since the last call.
    fn progress(&mut self, _bytes: u64) {}
}

/// What was read from one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileReport {
    /// Edition as far as the file or its name tells it, for example `V202501`.
    pub edition: Option<String>,
    /// Whether the file is generated demo data.
    pub demo: bool,
    /// Data rows seen.
    pub rows_read: u64,
    /// Canonical rows yielded (a wide row yields several).
    pub rows_kept: u64,
    /// Rows rightly left out, by reason, for example other customs procedures.
    pub rows_left_out: BTreeMap<String, u64>,
    /// Rows kept although something about them is not as it should be, by reason, for
    /// example a country code that is none. A row may be counted under several.
    #[serde(default)]
    pub rows_noted: BTreeMap<String, u64>,
    /// Rows in quarantine, by reason.
    pub rows_quarantined: BTreeMap<String, u64>,
}

/// One published data set.
pub trait Source: Sync {
    /// What everybody must know of it.
    fn info(&self) -> &'static SourceInfo;

    /// Whether a file found in a folder belongs to this source, by its name and,
    /// where the name does not tell, its first bytes. A file named by the user is
    /// always read.
    fn wants(&self, file: &std::path::Path) -> bool;

    /// Whether files are parts of something so large that each is committed by
    /// itself, and an ingest that was stopped goes on behind the last finished one.
    fn commits_each_file(&self) -> bool {
        false
    }

    /// Reads one file into the sink, on as many threads as the machine offers.
    ///
    /// # Errors
    /// When the file as a whole cannot be read: a wrong header, a wrong encoding,
    /// a cut archive, a file of another source. Rows yielded before are void.
    fn read(
        &self,
        file: &RawFile,
        geographies: &Geographies,
        sink: &mut dyn Sink,
    ) -> Result<FileReport, SourceError> {
        self.read_with(file, geographies, sink, &ReadOptions::default())
    }

    /// Reads one file into the sink. The options change the speed and the size of
    /// the batches, never the rows or their order.
    ///
    /// # Errors
    /// As [`Source::read`].
    fn read_with(
        &self,
        file: &RawFile,
        geographies: &Geographies,
        sink: &mut dyn Sink,
        options: &ReadOptions,
    ) -> Result<FileReport, SourceError>;
}
