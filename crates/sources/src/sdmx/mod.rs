//! Statistical tables of any dimensions, from any office.
//!
//! Read are SDMX-CSV 1.0 and 2.0, SDMX-ML 2.1 (generic and structure-specific figures,
//! and the code lists of structure messages), JSON-stat 2.0 and Eurostat's TSV. A cell
//! becomes a [`StatisticalValue`](crate::StatisticalValue):
//!
//! - Its table is the dataflow or structure that the file names, else Eurostat's
//!   `extension` of JSON-stat, else the name of the file
//!   (`estat_nama_10_a64_e.tsv.gz` is `NAMA_10_A64_E`).
//! - Its place is the code of the dimension `geo`, `reporter` or `ref_area` as Eurostat or
//!   ISO writes it. A code that is no place known to us (`EA`, `BE2`) stays in the key,
//!   the place is `ZZ`, and the row is noted (`unknown-place`).
//! - Its figure is as published, without `UNIT_MULT`; text such as `NaN` or `:` is no
//!   figure and never zero.
//!
//! Left out are empty places of a grid (`:` or `null` without a flag, `no-value`), rows
//! that delete (`deleted-row`), and rows that only carry attributes of a series
//! (`attribute-row`).
//!
//! Trade and production have sources of their own; found in a folder, their files are
//! left to those.

mod values;

use memchr::memmem;
use sextant_definitions::Geographies;

use crate::read::{ByPart, Collector, Head, Job, Part, Table, run_rows};
use crate::statistical::{
    SdmxCsv, is_json_stat, is_sdmx_csv, is_sdmx_ml, is_tsv, read_json_stat, read_sdmx_ml, read_tsv,
    tsv_dimensions,
};
use crate::{Redistribution, Rows, SourceError, SourceInfo};
use values::{CsvReader, ValueReader};

const INFO: SourceInfo = SourceInfo {
    id: "sdmx",
    title: "Statistical tables in SDMX, JSON-stat or Eurostat's TSV",
    publisher: "Eurostat, or the office that the table comes from",
    licence: "Eurostat copyright notice: reuse authorised with acknowledgement of the source (Commission Decision 2011/833/EU, CC BY 4.0); tables of other offices: theirs to say",
    citation: "Eurostat, with the code of the table; or the office that the table comes from",
    url: "https://ec.europa.eu/eurostat/data/database",
    redistribution: Redistribution::Allowed,
    published_unit: None,
};

/// Tables that have a source of their own: Prodcom, and Prodcom until 2022. Comext has
/// one too, but extracts of it are what exports of a sector are read from.
const TAKEN: [&str; 2] = ["DS-059358", "DS-056120"];

/// The source `sdmx`.
pub(crate) static SDMX: ByPart = ByPart::new(&INFO, recognise, read_part).found_by(found_in_folder);

fn recognise(head: &Head<'_>) -> bool {
    is_sdmx_ml(head.bytes)
        || is_json_stat(head.bytes)
        || is_tsv(head.bytes)
        || is_sdmx_csv(head.keys())
}

/// Whether a file that nobody named is ours and of no other source.
fn found_in_folder(head: &Head<'_>) -> bool {
    recognise(head) && !is_taken(head)
}

fn is_taken(head: &Head<'_>) -> bool {
    let named = |id: &&str| memmem::find(head.bytes, id.as_bytes()).is_some();
    let names = tsv_dimensions(head.bytes).unwrap_or_default();
    let has = |name: &str| head.has(&[name]) || names.iter().any(|known| known == name);
    // Production has no partners, trade has.
    let produced = (has("reporter") || has("decl")) && (has("product") || has("prccode"));
    TAKEN.iter().any(named) || (produced && !has("partner"))
}

fn read_part(
    job: &Job<'_>,
    geographies: &Geographies,
    part: Part<'_>,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    let table_name = values::dataset_of(&part.name);
    let head = part.head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&part.head);
    if is_tsv(head) {
        return read_tsv(part, collector, &mut ValueReader::of_grid(geographies, table_name));
    }
    match head.trim_ascii_start().first() {
        Some(b'{' | b'[') => {
            let mut reader = ValueReader::of_grid(geographies, table_name);
            read_json_stat(part, collector, &mut reader)
        }
        Some(b'<') => read_sdmx_ml(part, collector, &mut ValueReader::new(geographies, table_name)),
        _ => {
            let table = Table::open(part)?;
            let layout = SdmxCsv::of(INFO.id, &table)?;
            collector.edition(layout.updated(&table));
            let reader = CsvReader::new(layout, geographies, table_name);
            run_rows(table, &reader, job.options, collector, Rows::StatisticalValues)
        }
    }
}

#[cfg(test)]
mod conformance;
#[cfg(test)]
mod tests;
