//! Why a file could not be read as a whole.
//!
//! Every message names the file, where in it, which value, and what to do.

use std::io;

use crate::SinkError;
use crate::baci::BaciError;
use crate::cn_cpa_nace::CnCpaNaceError;
use crate::comtrade::ComtradeError;
use crate::hs_correlation::HsCorrelationError;
use crate::patent_xml::XmlError;
use crate::prodcom_list::ProdcomListError;
use crate::read::HeaderError;
use crate::statistical::StatisticalError;

/// A raw file that could not be read as a whole. Rows handed to the sink before
/// it are void.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SourceError {
    /// The file is not there or may not be read.
    #[error("{file} cannot be opened: {source}. Check its name and the right to read it.")]
    Open {
        /// The file.
        file: String,
        /// What the operating system said.
        source: io::Error,
    },
    /// The disk failed while reading.
    #[error("{file} could not be read to its end: {source}. Copy it again and retry.")]
    Read {
        /// The file, with the member of an archive.
        file: String,
        /// What the operating system said.
        source: io::Error,
    },
    /// A file of no bytes.
    #[error("{file} is empty (0 bytes). Download it again.")]
    Empty {
        /// The file, with the member of an archive.
        file: String,
    },
    /// A header and nothing below it.
    #[error(
        "{file} has a header on line 1 and no row below it. Download it again, or leave it out."
    )]
    NoRows {
        /// The file, with the member of an archive.
        file: String,
    },
    /// A gzip or zip file that ends early.
    #[error(
        "{file} is cut short: the {kind} stream ends {place}before its end mark. Download it again; `{test}` shows whether it is whole."
    )]
    Cut {
        /// The file, with the member of an archive.
        file: String,
        /// `gzip` or `zip`.
        kind: &'static str,
        /// How far it could be read, `in or after line 1200, `; empty where not known.
        place: String,
        /// A command that tests it.
        test: &'static str,
    },
    /// A gzip or zip file with damaged content.
    #[error("{file} is a damaged {kind} file: {detail}. Download it again.")]
    Damaged {
        /// The file, with the member of an archive.
        file: String,
        /// `gzip` or `zip`.
        kind: &'static str,
        /// What the decompressor said.
        detail: String,
    },
    /// A zip in which nothing can be read by this source.
    #[error(
        "{file} holds no data file of {source_id}; its members are {members}. Name the file that holds the data."
    )]
    NothingInArchive {
        /// The archive.
        file: String,
        /// The source that was asked.
        source_id: &'static str,
        /// Its members, shortened.
        members: String,
    },
    /// Bytes that are not UTF-8, Latin-1 for the most part.
    #[error(
        "{file}, line {line}, column {column} (byte within the line): byte 0x{byte:02X} is not UTF-8, so the file is probably in Latin-1. Convert it with `iconv -f latin1 -t utf8 IN > OUT` and ingest the result."
    )]
    NotUtf8 {
        /// The file, with the member of an archive.
        file: String,
        /// Line from 1.
        line: u64,
        /// Byte within the line, from 1.
        column: usize,
        /// The offending byte.
        byte: u8,
    },
    /// A UTF-16 byte order mark.
    #[error(
        "{file}, line 1: starts with a UTF-16 byte order mark, UTF-8 was expected. Convert it with `iconv -f utf-16 -t utf8 IN > OUT` and ingest the result."
    )]
    Utf16 {
        /// The file, with the member of an archive.
        file: String,
    },
    /// An Excel workbook where a text table was expected.
    #[error(
        "{file} is an Excel workbook, a text table was expected. Take the file as published, or export the sheet as CSV in UTF-8 with all codes as text."
    )]
    Workbook {
        /// The file, with the member of an archive.
        file: String,
    },
    /// A line of many megabytes, so not a table.
    #[error(
        "{file}, line {line}: no end of line within {mebibytes} MiB, so this is not a table of rows. Check what was downloaded."
    )]
    LineTooLong {
        /// The file, with the member of an archive.
        file: String,
        /// Line from 1.
        line: u64,
        /// How far was searched.
        mebibytes: usize,
    },
    /// Columns other than those expected.
    #[error(transparent)]
    Header(#[from] Box<HeaderError>),
    /// A file that BACI's reader cannot take.
    #[error(transparent)]
    Baci(#[from] BaciError),
    /// A file that Comtrade's reader cannot take.
    #[error(transparent)]
    Comtrade(#[from] ComtradeError),
    /// A file that the reader of HS correlations cannot take.
    #[error(transparent)]
    HsCorrelation(#[from] HsCorrelationError),
    /// A file that the reader of European nomenclatures cannot take.
    #[error(transparent)]
    CnCpaNace(#[from] CnCpaNaceError),
    /// A file that the reader of patent documents in XML cannot take.
    #[error(transparent)]
    Xml(#[from] XmlError),
    /// A Prodcom list that cannot be read.
    #[error(transparent)]
    ProdcomList(#[from] ProdcomListError),
    /// A statistical table that cannot be read.
    #[error(transparent)]
    Statistical(#[from] StatisticalError),
    /// The receiver of rows failed.
    #[error(transparent)]
    Sink(#[from] SinkError),
}

impl SourceError {
    /// Adds how far a cut or damaged file could be read.
    pub(crate) fn behind_line(mut self, line: u64) -> Self {
        match &mut self {
            Self::Cut { place, .. } => *place = format!("in or after line {line}, "),
            Self::Damaged { detail, .. } => *detail = format!("{detail}, in or after line {line}"),
            _ => {}
        }
        self
    }
}
