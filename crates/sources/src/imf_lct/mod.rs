//! IMF Climate Change Dashboard, "Trade in Low Carbon Technology Products".
//!
//! One series a line, one column a year (`F1994` to `F2023`), eleven indicators.
//! Exports and imports become trade flows of the product group with the world;
//! every indicator is also kept as the publisher computed it. In the report a row
//! is a series, and `no-value` counts empty years.

mod indicators;
mod series;

use sextant_definitions::Geographies;

use crate::read::{ByPart, Collector, Head, Job, Part, Table, run};
use crate::{Redistribution, Rows, SourceError, SourceInfo};
use series::{ImfRow, SeriesReader};

const INFO: SourceInfo = SourceInfo {
    id: "imf-lct",
    title: "Trade in Low Carbon Technology Products",
    publisher: "International Monetary Fund",
    licence: "IMF copyright and usage: reuse with attribution to the International Monetary Fund",
    citation: "International Monetary Fund, Climate Change Dashboard, Trade in Low Carbon Technology Products; United Nations Comtrade; IMF Direction of Trade Statistics; IMF World Economic Outlook; IMF staff calculations",
    url: "https://climatedata.imf.org",
    redistribution: Redistribution::Allowed,
    published_unit: Some(("USD", 1)),
};

/// The source `imf-lct`.
pub(crate) static IMF_LCT: ByPart = ByPart::new(&INFO, recognise, read_part);

fn recognise(head: &Head<'_>) -> bool {
    head.has(&["country", "indicator", "unit"])
        && (head.name.contains("Low_Carbon") || head.has(&["ctscode", "tradeflow"]))
}

fn read_part(
    job: &Job<'_>,
    geographies: &Geographies,
    part: Part<'_>,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    let table = Table::open(part)?;
    let reader = SeriesReader::new(&table, geographies)?;
    run(table, &reader, job.options, collector, |to, rows| {
        let (mut flows, mut values) = (Vec::new(), Vec::new());
        for row in rows {
            match row {
                ImfRow::Flow(flow) => flows.push(flow),
                ImfRow::Value(value) => values.push(value),
            }
        }
        to.rows(Rows::TradeFlows(flows))?;
        to.rows(Rows::PublishedValues(values))
    })
}

#[cfg(test)]
mod tests;
