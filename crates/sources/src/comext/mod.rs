//! Eurostat Comext (DS-045409): trade of the Member States by CN8 product.
//!
//! SDMX-CSV, one row an indicator: `VALUE_IN_EUROS` rows become flows, the
//! `QUANTITY_IN_100KG` row of the same key gives their weight and is counted as
//! left out (`quantity-indicator`). Eurostat sorts its files by key, so the rows of
//! a key are joined as they come and only one key is held in memory. In a file
//! sorted otherwise the values are still right, but without weights
//! (`quantity-without-value`). Confidential and missing cells are left out, never
//! zero; a quantity of 0 is less than half of the published decimals and stays 0.

mod join;
mod observations;

use sextant_definitions::Geographies;

use crate::read::{ByPart, Collector, Head, Job, Part, Table, run};
use crate::{Redistribution, Rows, SourceError, SourceInfo};
use join::Join;
use observations::ObservationReader;

pub(crate) use observations::edition;

const INFO: SourceInfo = SourceInfo {
    id: "comext",
    title: "EU trade since 1988 by HS2-4-6 and CN8 (DS-045409)",
    publisher: "Eurostat",
    licence: "Eurostat copyright notice: reuse authorised with acknowledgement of the source (Commission Decision 2011/833/EU, CC BY 4.0)",
    citation: "Eurostat, EU trade since 1988 by HS2-4-6 and CN8 (DS-045409)",
    url: "https://ec.europa.eu/eurostat/databrowser/product/view/DS-045409",
    redistribution: Redistribution::Allowed,
    published_unit: Some(("EUR", 1)),
};

/// The source `comext`.
pub(crate) static COMEXT: ByPart = ByPart::new(&INFO, recognise, read_part);

fn recognise(head: &Head<'_>) -> bool {
    head.has(&["reporter", "partner", "product", "flow", "indicators", "timeperiod", "obsvalue"])
}

fn read_part(
    job: &Job<'_>,
    geographies: &Geographies,
    part: Part<'_>,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    let table = Table::open(part)?;
    let reader = ObservationReader::new(&table, geographies)?;
    collector.edition(reader.updated().and_then(|at| edition(&table.first_cell(at)?)));
    let mut join = Join::default();
    run(table, &reader, job.options, collector, |to, observations| {
        let flows = join.take(observations, to)?;
        to.rows(Rows::TradeFlows(flows))
    })?;
    let flows = join.finish(collector);
    collector.rows(Rows::TradeFlows(flows))
}

#[cfg(test)]
mod tests;
