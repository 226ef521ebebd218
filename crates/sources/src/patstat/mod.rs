//! EPO PATSTAT Global, as its CSV export comes.
//!
//! A folder of parts, zipped (`tls201_part01.zip`), gzip or plain. Which table a part
//! is, its columns tell, in whatever order; names such as `tls201_appln_part01.csv`
//! are only a hint. Read are tls201, 202, 203, 206, 207, 209, 224 and 229, and of
//! them only the columns that are needed; other tables of the folder are passed over.
//!
//! | table | rows | left out | kept, but noted |
//! |---|---|---|---|
//! | 201 | applications | `not-a-patent` (ipr_type other than PI), `no-family` | |
//! | 202, 203 | English titles, abstracts | `other-language`, `no-text` | |
//! | 206 | persons | | `unknown-country`, `unknown-region` |
//! | 207 | applicants and inventors | | |
//! | 209, 224 | IPC, CPC symbols | | |
//! | 229 | industries | | |
//!
//! In all of them an application numbered 0 or above 900,000,000 is one that PATSTAT
//! made up to stand for a missing one, and is left out (`artificial-application`).
//! Year 9999 and date 9999-12-31 mean a missing one.
//!
//! A country is that of `person_ctry_code`. What is no country there (`--`, `75`, but
//! also the organisations `EP` and `WO`) becomes `ZZ`; `NA` is Namibia; `CS` is
//! Czechoslovakia, as in the standard that patent offices follow. A region keeps the
//! letters of the NUTS, where Greece is EL and the United Kingdom UK.

mod applications;
mod cells;
mod classes;
mod edition;
mod industries;
mod parties;
mod persons;
mod tables;
mod texts;

use sextant_definitions::Geographies;
use sextant_query::Scheme;

use crate::read::{ByPart, Collector, Head, Job, Part, Table, run_rows};
use crate::{Redistribution, Rows, SourceError, SourceInfo, TextPart};
use applications::ApplicationReader;
use classes::ClassReader;
use industries::IndustryReader;
use parties::PartyReader;
use persons::PersonReader;
use tables::Tls;
use texts::TextReader;

const INFO: SourceInfo = SourceInfo {
    id: "patstat",
    title: "PATSTAT Global",
    publisher: "European Patent Office",
    licence: "EPO terms for bulk data sets: for the licensee's own use; raw data may not be handed on, statistics made from it may",
    citation: "European Patent Office, PATSTAT Global",
    url: "https://www.epo.org/en/searching-for-patents/business/patstat",
    redistribution: Redistribution::AggregatesOnly,
    published_unit: None,
};

/// The source `patstat`.
pub(crate) static PATSTAT: ByPart = ByPart::new(&INFO, recognise, read_part).file_by_file();

fn recognise(head: &Head<'_>) -> bool {
    Tls::by_columns(head.keys()).is_some() || Tls::by_name(head.name).is_some()
}

fn read_part(
    job: &Job<'_>,
    geographies: &Geographies,
    part: Part<'_>,
    to: &mut Collector<'_>,
) -> Result<(), SourceError> {
    to.edition(edition::edition(&job.file.path));
    let table = Table::open(part)?;
    match Tls::of(&table)? {
        Tls::Applications => {
            let reader = ApplicationReader::new(&table)?;
            run_rows(table, &reader, job.options, to, Rows::PatentApplications)
        }
        Tls::Titles => {
            let reader = TextReader::new(&table, TextPart::Title)?;
            run_rows(table, &reader, job.options, to, Rows::PatentTexts)
        }
        Tls::Abstracts => {
            let reader = TextReader::new(&table, TextPart::Abstract)?;
            run_rows(table, &reader, job.options, to, Rows::PatentTexts)
        }
        Tls::Persons => {
            let reader = PersonReader::new(&table, geographies)?;
            run_rows(table, &reader, job.options, to, Rows::PatentPersons)
        }
        Tls::Parties => {
            let reader = PartyReader::new(&table)?;
            run_rows(table, &reader, job.options, to, Rows::PatentParties)
        }
        Tls::Ipc => {
            let reader = ClassReader::new(&table, Scheme::Ipc)?;
            run_rows(table, &reader, job.options, to, Rows::PatentClasses)
        }
        Tls::Cpc => {
            let reader = ClassReader::new(&table, Scheme::Cpc)?;
            run_rows(table, &reader, job.options, to, Rows::PatentClasses)
        }
        Tls::Industries => {
            let reader = IndustryReader::new(&table)?;
            run_rows(table, &reader, job.options, to, Rows::PatentIndustries)
        }
    }
}

#[cfg(test)]
mod tests;
