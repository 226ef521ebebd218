//! Correlations between vintages of the Harmonised System.
//!
//! The UN Statistics Division publishes one workbook for each pair of neighbouring
//! vintages, newer to older. Read is its correlation sheet, with every pair of codes
//! and the kind of relationship as published; the sheet that picks a single
//! successor for each code is a judgement of its own and not read. The same pairs
//! come in one CSV file for all vintages, made for Comtrade, whose codes lost their
//! leading zeros in a spreadsheet: there every code is padded to six digits, which
//! is safe because that file has no shorter HS codes.

mod codes;
mod consolidated;
mod error;
mod workbook;

use sextant_definitions::Geographies;

pub use error::HsCorrelationError;

use crate::read::{ByPart, Collector, Head, Job, Part, Table, WithWorkbooks, run};
use crate::{Redistribution, Rows, SourceError, SourceInfo};
use codes::Distinct;
use consolidated::PairReader;

const INFO: SourceInfo = SourceInfo {
    id: "hs-correlation",
    title: "HS correlation and conversion tables",
    publisher: "United Nations Statistics Division",
    licence: "United Nations Statistics Division: use with acknowledgement of the source",
    citation: "United Nations Statistics Division, Correlation and conversion tables used in UN Comtrade",
    url: "https://unstats.un.org/unsd/classifications/Econ",
    redistribution: Redistribution::Allowed,
    published_unit: None,
};

/// The source `hs-correlation`.
pub(crate) static HS_CORRELATION: WithWorkbooks = WithWorkbooks::new(
    ByPart::new(&INFO, recognise, read_part),
    workbook::named_like_correlation,
    workbook::read,
);

fn recognise(head: &Head<'_>) -> bool {
    head.has(&["codeafter", "codebefore", "relationship", "adjustment"])
}

fn read_part(
    job: &Job<'_>,
    _geographies: &Geographies,
    part: Part<'_>,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    let table = Table::open(part)?;
    let reader = PairReader::new(&table)?;
    let mut codes = Distinct::default();
    run(table, &reader, job.options, collector, |to, links| {
        codes.add(&links);
        to.rows(Rows::Links(links))
    })?;
    collector.rows(codes.into_rows())
}

#[cfg(test)]
mod tests;
