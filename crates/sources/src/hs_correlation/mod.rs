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

use std::path::Path;

use sextant_definitions::Geographies;

pub use error::HsCorrelationError;

use crate::read::{Head, Job, ReadOptions, Table, file_name, read_parts, run, wants};
use crate::{FileReport, RawFile, Redistribution, Rows, Sink, Source, SourceError, SourceInfo};
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
pub(crate) struct HsCorrelation;

impl Source for HsCorrelation {
    fn info(&self) -> &'static SourceInfo {
        &INFO
    }

    fn wants(&self, file: &Path) -> bool {
        if is_workbook(file) {
            return workbook::named_like_correlation(&file_name(file));
        }
        wants(file, recognise)
    }

    fn read_with(
        &self,
        file: &RawFile,
        _geographies: &Geographies,
        sink: &mut dyn Sink,
        options: &ReadOptions,
    ) -> Result<FileReport, SourceError> {
        if is_workbook(&file.path) {
            return workbook::read(&file.path, sink);
        }
        let job = Job { source: INFO.id, file, options };
        read_parts(&job, sink, recognise, &mut |part, collector| {
            let table = Table::open(part)?;
            let reader = PairReader::new(&table)?;
            let mut codes = Distinct::default();
            run(table, &reader, options, collector, |to, links| {
                codes.add(&links);
                to.rows(Rows::Links(links))
            })?;
            collector.rows(codes.into_rows())
        })
    }
}

fn recognise(head: &Head<'_>) -> bool {
    head.has(&["codeafter", "codebefore", "relationship", "adjustment"])
}

fn is_workbook(path: &Path) -> bool {
    let name = file_name(path).to_ascii_lowercase();
    name.ends_with(".xls") || name.ends_with(".xlsx")
}

#[cfg(test)]
mod tests;
