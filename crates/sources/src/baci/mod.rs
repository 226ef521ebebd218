//! CEPII BACI: bilateral trade by product, reconciled from both declarations.
//!
//! Columns `t,i,j,k,v,q` (year, exporter, importer, HS6, thousand USD, tonnes) or
//! the same under names and with ISO3 codes. The HS vintage stands in the file name
//! only. The table of product codes that comes with it is read as official titles;
//! the table of country codes is not data.

mod error;
mod file_name;
mod flows;
mod titles;

use sextant_definitions::Geographies;

pub use error::BaciError;
use flows::FlowReader;
use titles::TitleReader;

use crate::read::{ByPart, Collector, Head, Job, Part, Table, run_rows};
use crate::{Redistribution, Rows, SourceError, SourceInfo};

const INFO: SourceInfo = SourceInfo {
    id: "baci",
    title: "BACI: International Trade Database at the Product-Level",
    publisher: "CEPII",
    licence: "Etalab Open Licence 2.0 (Licence Ouverte 2.0)",
    citation: "Gaulier, G. and Zignago, S. (2010), BACI: International Trade Database at the Product-Level. The 1994-2007 Version, CEPII Working Paper 2010-23",
    url: "https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37",
    redistribution: Redistribution::Allowed,
    published_unit: Some(("thousand USD", 1000)),
};

/// The source `baci`.
pub(crate) static BACI: ByPart = ByPart::new(&INFO, recognise, read_part);

/// Trade flows by name or header, product codes by name.
fn recognise(head: &Head<'_>) -> bool {
    is_product_codes(head.name)
        || head.name.starts_with("BACI_HS")
        || head.has(&["t", "i", "j", "k", "v"])
        || head.has(&["year", "exporter", "importer", "productcode", "value"])
}

fn is_product_codes(name: &str) -> bool {
    name.starts_with("product_codes_HS")
}

fn read_part(
    job: &Job<'_>,
    geographies: &Geographies,
    part: Part<'_>,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    let table = Table::open(part)?;
    collector.edition(file_name::edition(&table.name));
    if is_product_codes(&table.name) {
        let reader = TitleReader::new(&table, file_name::vintage(job, &table)?)?;
        return run_rows(table, &reader, job.options, collector, Rows::Codes);
    }
    // Columns before vintage: a file of another source should be told as such.
    let columns = flows::columns(&table)?;
    let vintage = file_name::vintage(job, &table)?;
    let reader = FlowReader::new(columns, vintage, geographies);
    run_rows(table, &reader, job.options, collector, Rows::TradeFlows)
}

#[cfg(test)]
mod tests;
