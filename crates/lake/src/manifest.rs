//! What is known of every raw file that was ingested.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sextant_sources::{FileReport, RawFile, Redistribution, SourceInfo};

/// The paper that travels with the rows of one raw file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Id of the source.
    pub source: String,
    /// Title of the data set as its publisher writes it.
    pub title: String,
    /// Publisher.
    pub publisher: String,
    /// Licence, in the publisher's words.
    pub licence: String,
    /// Whether rows may be handed on.
    pub redistribution: Redistribution,
    /// How to cite it.
    pub citation: String,
    /// Where it can be had.
    pub url: String,
    /// Name of the raw file, without its folder.
    pub file: String,
    /// Size of the raw file in bytes.
    pub bytes: u64,
    /// SHA-256 of the raw file, in hexadecimal.
    pub sha256: String,
    /// When the raw file was last written, in seconds since 1970 (UTC): the time of
    /// retrieval, as far as the file tells it. Never part of an edition.
    pub retrieved_unix: Option<u64>,
    /// Edition, as far as the file tells it.
    pub edition: Option<String>,
    /// Generated demo data?
    pub demo: bool,
    /// Data rows read.
    pub rows_read: u64,
    /// Canonical rows kept.
    pub rows_kept: u64,
    /// Rows rightly left out, by reason.
    pub rows_left_out: BTreeMap<String, u64>,
    /// Rows in quarantine, by reason.
    pub rows_quarantined: BTreeMap<String, u64>,
    /// Rows kept although something about them is off, by what it is.
    #[serde(default)]
    pub rows_noted: BTreeMap<String, u64>,
    /// Quarantine file, relative to the workspace, when there is one.
    pub quarantine: Option<String>,
}

impl Manifest {
    /// Puts together what the source says of itself, what the disk says of the
    /// file, and what reading it told.
    #[must_use]
    pub fn new(info: &SourceInfo, raw: &RawFile, report: FileReport) -> Self {
        Self {
            source: info.id.into(),
            title: info.title.into(),
            publisher: info.publisher.into(),
            licence: info.licence.into(),
            redistribution: info.redistribution,
            citation: info.citation.into(),
            url: info.url.into(),
            file: file_name(raw),
            bytes: raw.bytes,
            sha256: raw.sha256.clone(),
            retrieved_unix: modified(raw),
            edition: report.edition,
            demo: report.demo,
            rows_read: report.rows_read,
            rows_kept: report.rows_kept,
            rows_left_out: report.rows_left_out,
            rows_quarantined: report.rows_quarantined,
            rows_noted: report.rows_noted,
            quarantine: None,
        }
    }

    /// Rows in quarantine, of all reasons.
    #[must_use]
    pub fn quarantined(&self) -> u64 {
        self.rows_quarantined.values().sum()
    }
}

fn file_name(raw: &RawFile) -> String {
    raw.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn modified(raw: &RawFile) -> Option<u64> {
    let time = std::fs::metadata(&raw.path).ok()?.modified().ok()?;
    Some(time.duration_since(std::time::UNIX_EPOCH).ok()?.as_secs())
}
