//! UN Comtrade: trade as reported, by partner and product.
//!
//! Read are bulk files and extracts (CSV or tab separated, `refYear` or `ref_year`),
//! v1 JSON answers, and the lists of commodity codes `cmd_h0.csv` to `cmd_h6.csv`.
//!
//! One flow comes in several rows: by customs procedure, mode of transport and
//! second partner, with totals among them. Only the totals are kept (`C00`, 0, 0),
//! and of the flows only imports and exports; the rest is counted as left out.
//! Codes of places are Comtrade's numbers where the file has them (58 is
//! Belgium-Luxembourg, 490 Taiwan), ISO3 letters and the year where it has not.

mod answer;
mod cells;
mod code_list;
mod error;
mod flows;
mod table;

use sextant_definitions::Geographies;

pub use error::ComtradeError;

use crate::read::{ByPart, Collector, Head, Job, Part, Table, run_rows};
use crate::{Redistribution, Rows, SourceError, SourceInfo};
use code_list::CodeListReader;
use flows::FlowRule;
use table::TableReader;

const INFO: SourceInfo = SourceInfo {
    id: "comtrade",
    title: "UN Comtrade Database",
    publisher: "United Nations Statistics Division",
    licence: "UN Comtrade: free for internal use with citation; data may not be re-disseminated without written permission of the United Nations Statistics Division",
    citation: "United Nations Statistics Division, UN Comtrade Database",
    url: "https://comtradeplus.un.org",
    redistribution: Redistribution::AggregatesOnly,
    published_unit: Some(("USD", 1)),
};

/// The source `comtrade`.
pub(crate) static COMTRADE: ByPart = ByPart::new(&INFO, recognise, read_part);

/// Trade by its columns, JSON answers that hold trade, and lists of HS codes.
fn recognise(head: &Head<'_>) -> bool {
    head.has(&["cmdcode", "primaryvalue"])
        || answer::holds_trade(head.bytes)
        || code_list::vintage_in(head.name).is_some()
}

fn read_part(
    job: &Job<'_>,
    geographies: &Geographies,
    part: Part<'_>,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    let rule = FlowRule::new(geographies);
    if answer::is_json(&part.head) {
        return answer::read(&rule, part, collector);
    }
    let table = Table::open(part)?;
    if let Some(vintage) = code_list::vintage_in(&table.name) {
        let reader = CodeListReader::new(&table, vintage)?;
        return run_rows(table, &reader, job.options, collector, Rows::Codes);
    }
    collector.edition(release(&table.name));
    let reader = TableReader::new(&table, &rule)?;
    run_rows(table, &reader, job.options, collector, Rows::TradeFlows)
}

/// The release date that bulk file names carry in brackets:
/// `COMTRADE-FINAL-CA056202001H5[2023-01-03].txt`.
fn release(name: &str) -> Option<String> {
    let (_, after) = name.split_once('[')?;
    let (date, _) = after.split_once(']')?;
    let digits = date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    (date.len() == 10 && digits).then(|| date.to_owned())
}

#[cfg(test)]
mod tests;
