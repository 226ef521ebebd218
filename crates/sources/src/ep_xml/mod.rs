//! European publications in full text: ST.36 XML of the EPO, versions 1.0 to 1.5.1.
//!
//! One document (`ep-patent-document`) is one publication of a European application.
//! Bibliographic data stand in `SDOBI` under the INID codes of WIPO ST.9; of the rest
//! only the abstract is read. From the description on a document is passed over unread:
//! copies saved from a browser are not well-formed there.
//!
//! - **Application**: its number (B210) as a number of its own, see `numbers`.
//! - **Family**: the files give none, so each application is a family of its own, with
//!   the number of the application. Counts by family are counts by application here.
//! - **Applicants** are those of B710; publications of granted patents name the
//!   proprietors (B730) instead, who are then taken.
//! - **International application that it entered from**: B860, a number that no other
//!   row of this source has, since international publications are not in it.
//! - **IPC** from B510EP, in older files B510; CPC from B520EP, since 2021.
//! - **Granted**: publications of kind B.
//!
//! Publications of one application in one raw file give one application; in different
//! raw files they give one each.

mod bibliography;
mod numbers;
mod publication;

use std::path::Path;

use sextant_definitions::Geographies;

use crate::patent_xml::{Publication, read_file, root};
use crate::read::{Head, Job, ReadOptions, wants};
use crate::{FileReport, RawFile, Redistribution, Sink, Source, SourceError, SourceInfo};
use publication::EuropeanPublication;

const INFO: SourceInfo = SourceInfo {
    id: "ep-xml",
    title: "EP full-text data, ST.36 XML",
    publisher: "European Patent Office",
    licence: "EPO terms for the licensing of its databases: data may be offered as part of one's own products, with the EPO named as the source; they may not be made available as such",
    citation: "European Patent Office, EP full-text data",
    url: "https://www.epo.org/en/searching-for-patents/data/bulk-data-sets",
    redistribution: Redistribution::AggregatesOnly,
    published_unit: None,
};

/// The source `ep-xml`.
pub(crate) struct EpXml;

impl Source for EpXml {
    fn info(&self) -> &'static SourceInfo {
        &INFO
    }

    fn wants(&self, file: &Path) -> bool {
        wants(file, recognise)
    }

    fn read_with(
        &self,
        file: &RawFile,
        geographies: &Geographies,
        sink: &mut dyn Sink,
        options: &ReadOptions,
    ) -> Result<FileReport, SourceError> {
        let job = Job { source: INFO.id, file, options };
        read_file(&job, sink, recognise, &EuropeanPublication { geographies })
    }
}

fn recognise(head: &Head<'_>) -> bool {
    root(head.bytes) == Some(EuropeanPublication::ELEMENT)
}

#[cfg(test)]
mod real_tests;
#[cfg(test)]
mod tests;
