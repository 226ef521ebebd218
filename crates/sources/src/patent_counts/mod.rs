//! Patents that somebody else has counted, by country, subject and year.
//!
//! Three tables, told by their columns:
//! - `title, path, entity, year, value`: the tables of the US National Center for
//!   Science and Engineering Statistics. "International patent families granted in
//!   optics, by region, ..." are `families` of the field `wipo-field-09`; without a field
//!   they are of `all-patents`, and those that fit no field of
//!   `unassigned-under-the-wipo-classification`. "USPTO utility patents granted in
//!   sustainable ocean economy, ..." are `grants` of a subject named after the title:
//!   `sustainable-ocean-economy`. Regions and groups of countries are left out
//!   (`region`); `Unclassified` is the unknown country `ZZ`.
//! - `priority_year, ctry_code, techn_field_nr, n_tech_reg`: `families` counted from
//!   PATSTAT in fractions, by country code and WIPO field. Codes that are no country
//!   are noted (`unknown-country`) and added together as `ZZ`, which then stands at the
//!   end; up to 1992 `CS` is Czechoslovakia.
//! - `year, geo, subject, count` and perhaps `concept`: a table of your own, with our
//!   codes of places and ids of subjects. The concept is `families` where none is given.
//!
//! A figure that is given twice is not known: the second goes to quarantine
//! (`duplicate-row`).

mod distinct;
mod ncses;
mod own;
mod patstat_counts;
mod places;
mod subjects;

use std::path::Path;

use sextant_definitions::Geographies;

use crate::read::{
    Collector, Fault, Head, Job, Part, ReadOptions, Record, RowReader, Table, column_key,
    is_missing, read_parts, run, shown, wants,
};
use crate::{FileReport, RawFile, Redistribution, Sink, Source, SourceError, SourceInfo};
use distinct::{Counted, Distinct};
use ncses::NcsesReader;
use own::OwnReader;
use patstat_counts::PatstatCountReader;

const INFO: SourceInfo = SourceInfo {
    id: "patent-counts",
    title: "Counted patents by country, subject and year",
    publisher: "National Center for Science and Engineering Statistics, or whoever counted",
    licence: "NCSES: public domain in the United States; counts made from PATSTAT: use with citation; tables of your own: yours to know",
    citation: "National Center for Science and Engineering Statistics, Science and Engineering Indicators, patent tables; or the source of the counts",
    url: "https://ncses.nsf.gov/indicators",
    redistribution: Redistribution::Allowed,
    published_unit: None,
};

/// What families are counted as.
const FAMILIES: &str = "families";

/// The source `patent-counts`.
pub(crate) struct PatentCounts;

impl Source for PatentCounts {
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
        let mut distinct = Distinct::default();
        read_parts(&job, sink, recognise, &mut |part, collector| {
            read_part(&job, geographies, part, &mut distinct, collector)
        })
    }
}

fn recognise(head: &Head<'_>) -> bool {
    Form::of(head.keys()).is_some()
}

/// Which table a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Ncses,
    Patstat,
    Own,
}

impl Form {
    fn of(keys: &[String]) -> Option<Self> {
        let has = |wanted: &[&str]| wanted.iter().all(|key| keys.iter().any(|k| k == key));
        if has(&["title", "entity", "year", "value"]) {
            Some(Self::Ncses)
        } else if has(&["priorityyear", "technfieldnr"]) {
            Some(Self::Patstat)
        } else if has(&["year", "geo", "subject", "count"]) {
            Some(Self::Own)
        } else {
            None
        }
    }
}

fn read_part(
    job: &Job<'_>,
    geographies: &Geographies,
    part: Part<'_>,
    distinct: &mut Distinct,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    let table = Table::open(part)?;
    let keys: Vec<String> = table.header.iter().map(|name| column_key(name)).collect();
    match Form::of(&keys) {
        Some(Form::Ncses) => {
            let reader = NcsesReader::new(&table, geographies)?;
            counts(table, &reader, job, distinct, collector)
        }
        Some(Form::Patstat) => {
            let reader = PatstatCountReader::new(&table, geographies)?;
            counts(table, &reader, job, distinct, collector)
        }
        // Whoever writes a table of his own is told what it needs.
        Some(Form::Own) | None => {
            let reader = OwnReader::new(&table, geographies)?;
            counts(table, &reader, job, distinct, collector)
        }
    }
}

fn counts<R: RowReader<Row = Counted>>(
    table: Table<'_>,
    reader: &R,
    job: &Job<'_>,
    distinct: &mut Distinct,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    run(table, reader, job.options, collector, |to, rows| distinct.take(rows, to))?;
    distinct.finish(collector)
}

/// How many patents a cell counts.
///
/// # Errors
/// `bad-number` or `negative-value`, naming `column`; left out as `no-value`.
fn count(record: &Record<'_>, at: usize, column: &str) -> Result<f64, Fault> {
    let cell = record.field(at);
    if is_missing(cell) {
        return Err(Fault::LeftOut("no-value"));
    }
    let parsed = std::str::from_utf8(cell).ok().and_then(|text| text.parse::<f64>().ok());
    let shown = || shown(cell);
    match parsed.filter(|value| value.is_finite()) {
        Some(value) if value >= 0.0 => Ok(value),
        Some(_) => {
            let detail =
                format!("Column {column} holds {}, and nothing is counted below 0.", shown());
            Err(Fault::bad("negative-value", detail))
        }
        None => {
            let detail =
                format!("Column {column} holds `{}`, where a number was expected.", shown());
            Err(Fault::bad("bad-number", detail))
        }
    }
}

#[cfg(test)]
mod tests;
