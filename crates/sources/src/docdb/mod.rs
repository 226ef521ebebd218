//! DOCDB: the EPO's master documentation of patents of all offices, as exchange XML.
//!
//! Read are bulk files (`exch:exchange-documents`, plain, gzip, or members of a zip),
//! single `exch:exchange-document`s, and answers of Open Patent Services, which hold the
//! same elements. One document is one publication; its application is known by the
//! `doc-id` of its `application-reference`.
//!
//! - **Office and kind** are those of the application: an international application is
//!   of kind `W` at its receiving office.
//! - **Patents of invention only.** The kind of the application tells: `U` is a utility
//!   model, `F` and `S` a design, `V` a plant, `P` a provisional application. Where it
//!   is another one, the kind of the publication does (WIPO ST.16): `U` and `Y` utility
//!   models, `S` designs, `P` plants. What is left out is counted.
//! - **Earliest filing year**: the smallest of its own and of the priority claims that
//!   are not marked inactive (`priority-active-indicator` `N`).
//! - **International application that it entered from**: the priority claim of kind `W`
//!   that is linked as such (`priority-linkage-type` `W`), where its `doc-id` is given.
//! - **Granted**: where dates of public availability are given, whether one is with
//!   grant; else whether the kind begins with `B`. A German `B` of 1968 is no grant.
//! - **Applicants and inventors** come in several spellings, one list for each: the
//!   first of docdb, epodoc, docdba and original that is there. Only docdb has residences.
//! - **Texts**: the first title and abstract in English; others are counted.
//! - **IPC** of the eighth edition; of earlier editions where there is none.
//!
//! Deleted documents (`status="D"`) are left out and counted; an earlier edition's
//! document is not taken back by them. Publications of one application within a raw
//! file give one application; in different raw files they give one each.

mod claims;
mod kinds;
mod parties;
mod publication;
mod references;
mod symbols;

use std::path::Path;

use sextant_definitions::Geographies;

use crate::patent_xml::{read_file, root};
use crate::read::{Head, Job, ReadOptions, wants};
use crate::{FileReport, RawFile, Redistribution, Sink, Source, SourceError, SourceInfo};
use publication::ExchangeDocument;

const INFO: SourceInfo = SourceInfo {
    id: "docdb",
    title: "DOCDB, EPO worldwide bibliographic data",
    publisher: "European Patent Office",
    licence: "EPO terms for the licensing of its databases: data may be offered as part of one's own products, with the EPO named as the source; they may not be made available as such",
    citation: "European Patent Office, DOCDB worldwide bibliographic data",
    url: "https://www.epo.org/en/searching-for-patents/data/bulk-data-sets",
    redistribution: Redistribution::AggregatesOnly,
    published_unit: None,
};

/// The source `docdb`.
pub(crate) struct Docdb;

impl Source for Docdb {
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
        read_file(&job, sink, recognise, &ExchangeDocument { geographies })
    }
}

fn recognise(head: &Head<'_>) -> bool {
    root(head.bytes).is_some_and(publication::is_outermost)
}

#[cfg(test)]
mod file_tests;
#[cfg(test)]
mod real_tests;
#[cfg(test)]
mod tests;
