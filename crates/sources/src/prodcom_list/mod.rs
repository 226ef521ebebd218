//! The Prodcom list: its headings by year, its yearly changes, and what they are in HS
//! and CN.
//!
//! The list of a year is the nomenclature `prodcom2021`; its codes are headings of eight
//! digits without dots, some with a letter (`101200Z1`), and where a file has them the
//! classes and categories above. What each file gives:
//!
//! | file | columns | gives |
//! |---|---|---|
//! | `prodcom_changes_2008_2021.csv` | `from_year, to_year, old, new` | links from a list to that of the next year, changes only. An empty code stands for a heading that starts or ends |
//! | `prodcom_cn_history_2008_2021.csv` | `prodcom, year, hs6` | the headings of each year, without titles; links to the HS in force that year |
//! | `prodcom2021.csv` | `prodcom, name, hs6` | the headings of 2021 with titles; links to `hs2017` |
//! | `NACE2_PRODCOM2021_table.csv` | `NACE2, ..., PRODCOM2021, Label_PRODCOM2021` | titles of the classes and categories of 2021 |
//! | `pc_desc_2010.xlsx`, `_2012`, `_2014` | `year, pc8, desc` | codes of all levels with titles |
//! | `cn_pc_2010.xls` to `cn_pc_2014.xlsx` | `Year, PRCCode, CNCode` | links to the CN of the same year |
//! | `pc8_concord.tsv` | `year, lyear, pc8, lpc8, ...` | changes from 2001 to 2008 with their relationship; the headings of 2001 to 2009 |
//!
//! A link comes from one file only: changes from 2008 on from the first (`told-by-changes`
//! in the concordance), HS codes of 2021 from its list. A code may come from several, with
//! a title from those that have one; the years in which a heading was in force are the
//! lists that have it. The history holds 2008, 2009 and 2020 without headings that have
//! no HS code; the concordance fills the first two, nothing the last. Headings that the
//! history carries on after their end are left out (`ended-heading`).
//!
//! Leading zeros that a spreadsheet dropped are given back (`restored-zero`). Lists of
//! optional and of T codes (`B_lists.tsv`, `N_lists.tsv`, `T_lists.tsv`) and ready-made
//! chains in JSON are refused with a reason.

mod codes;
mod concordance;
mod error;
mod layout;
mod tables;
mod workbook;

use sextant_definitions::Geographies;
use std::collections::BTreeSet;

pub use error::ProdcomListError;

use crate::read::{ByPart, Collector, Head, Job, Part, RowReader, Table, WithWorkbooks, run};
use crate::{CodeText, NomenclatureCode, Redistribution, Rows, SourceError, SourceInfo};
use codes::Entry;
use concordance::ConcordanceReader;
use layout::Layout;
use tables::{ChangeReader, History, HistoryReader, LevelReader, ListReader};

const INFO: SourceInfo = SourceInfo {
    id: "prodcom-list",
    title: "Prodcom list, its yearly changes and its links to HS and CN",
    publisher: "European Commission, Eurostat",
    licence: "Eurostat copyright notice: reuse authorised with acknowledgement of the source; the packaged tables are under EUPL 1.2",
    citation: "Eurostat, Reference and Management of Nomenclatures (RAMON): Prodcom lists, correspondence tables and yearly changes",
    url: "https://showvoc.op.europa.eu",
    redistribution: Redistribution::Allowed,
    published_unit: None,
};

/// The source `prodcom-list`.
pub(crate) static PRODCOM_LIST: WithWorkbooks = WithWorkbooks::new(
    ByPart::new(&INFO, recognise, read_part),
    workbook::named_like_list,
    workbook::read,
);

fn recognise(head: &Head<'_>) -> bool {
    Layout::of(head.name, head.keys()).is_some()
}

fn read_part(
    job: &Job<'_>,
    _geographies: &Geographies,
    part: Part<'_>,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    if part.head.trim_ascii_start().first() == Some(&b'{') {
        return Err(ready_made_chains(part.label).into());
    }
    let table = Table::open(part)?;
    match Layout::known(&table)? {
        Layout::Changes(columns) => read(table, &ChangeReader(columns), job, collector),
        Layout::List { year, columns } => {
            read(table, &ListReader { year, columns }, job, collector)
        }
        Layout::Levels { year, columns } => {
            read(table, &LevelReader { year, columns }, job, collector)
        }
        Layout::Concordance(columns) => read_concordance(table, columns, job, collector),
        Layout::History(columns) => read_history(table, columns, job, collector),
    }
}

fn ready_made_chains(file: String) -> ProdcomListError {
    ProdcomListError::NotRead {
        file,
        what: "JSON holds chains of headings that somebody derived from the lists and changes",
        advice: "Take the lists and changes themselves, from which chains are made here.",
    }
}

fn read<R: RowReader<Row = Entry>>(
    table: Table<'_>,
    reader: &R,
    job: &Job<'_>,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    run(table, reader, job.options, collector, hand_on)
}

fn read_history(
    table: Table<'_>,
    columns: [usize; 3],
    job: &Job<'_>,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    let mut history = History::default();
    run(table, &HistoryReader(columns), job.options, collector, |to, rows| {
        let mut entries = Vec::with_capacity(2 * rows.len());
        for row in rows {
            match history.take(row) {
                Some(found) => entries.extend(found),
                None => to.leave_out("ended-heading", 1),
            }
        }
        hand_on(to, entries)
    })
}

/// Each heading stands in several lines of the concordance and is given once.
fn read_concordance(
    table: Table<'_>,
    columns: [usize; 9],
    job: &Job<'_>,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    let mut codes: BTreeSet<(String, CodeText)> = BTreeSet::new();
    run(table, &ConcordanceReader(columns), job.options, collector, |to, entries| {
        let (given, links) = split(entries);
        codes.extend(given.into_iter().map(|code| (code.nomenclature, code.code)));
        to.rows(Rows::Links(links))
    })?;
    let code = |(nomenclature, code)| NomenclatureCode { nomenclature, code, title: String::new() };
    collector.rows(Rows::Codes(codes.into_iter().map(code).collect()))
}

/// Hands on codes, then links.
fn hand_on(to: &mut Collector<'_>, entries: Vec<Entry>) -> Result<(), SourceError> {
    let (codes, links) = split(entries);
    to.rows(Rows::Codes(codes))?;
    to.rows(Rows::Links(links))
}

fn split(entries: Vec<Entry>) -> (Vec<NomenclatureCode>, Vec<crate::NomenclatureLink>) {
    let (mut codes, mut links) = (Vec::new(), Vec::new());
    for entry in entries {
        match entry {
            Entry::Code(code) => codes.push(code),
            Entry::Link(link) => links.push(link),
        }
    }
    (codes, links)
}

#[cfg(test)]
mod tests;
