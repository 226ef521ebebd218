//! Eurostat Prodcom: sold production by heading of the Prodcom list.
//!
//! Data set DS-059358 (dimensions `freq, reporter, product, indicators`, places in
//! letters) and its predecessor DS-056120 (`decl, prccode, indicators`, places as
//! numbers of the Geonomenclature, see `places`), each as
//! - SDMX-CSV, 1.0 or 2.0, one row an observation;
//! - Eurostat's TSV, periods side by side;
//! - JSON-stat 2.0.
//!
//! Only `PRODVAL`, the value in euro, becomes cells; quantities, trade and units are left
//! out (`other-indicator`). A row that says nothing, or is flagged confidential, is a
//! cell without a value, never zero; in the two wide formats only with a flag (see
//! `wide`). A confidential zero says nothing either.
//!
//! `PVALFLAG` rows hold the flags of the value (`:C`, `:E`). They stand near the value in
//! files as Eurostat sorts them, so the rows of a place and heading are joined as they
//! come and only one key is held in memory (`flag-row`, left out as rows of their own).
//! Where the value has no row, the flag alone makes a cell without a value. In a file
//! sorted otherwise values and flags come apart: a cell may then come twice.
//!
//! What sums several headings, in the list (`no-heading`) or over countries
//! (`other-aggregate`), is left out; of the groups of countries only the EU27 of 2020
//! is kept, as `EU27`. Places that nobody knows and periods other than years are
//! quarantined.

mod csv;
mod flags;
mod headings;
mod join;
mod observations;
mod places;
mod wide;

use memchr::memmem;
use sextant_definitions::Geographies;

use crate::comext::edition;
use crate::read::{ByPart, Collector, Head, Job, Part, Table, run};
use crate::statistical::{is_json_stat, is_tsv, tsv_dimensions};
use crate::{Redistribution, Rows, SourceError, SourceInfo};
use csv::LineReader;
use join::Join;

const INFO: SourceInfo = SourceInfo {
    id: "prodcom",
    title: "Sold production, exports and imports by Prodcom list, NACE Rev. 2, annual data (DS-059358)",
    publisher: "Eurostat",
    licence: "Eurostat copyright notice: reuse authorised with acknowledgement of the source (Commission Decision 2011/833/EU, CC BY 4.0)",
    citation: "Eurostat, Sold production, exports and imports (DS-059358)",
    url: "https://ec.europa.eu/eurostat/databrowser/product/view/DS-059358",
    redistribution: Redistribution::Allowed,
    published_unit: Some(("EUR", 1)),
};

/// The data sets: that of today, and that before it.
const DATA_SETS: [&str; 2] = ["DS-059358", "DS-056120"];

/// The source `prodcom`.
pub(crate) static PRODCOM: ByPart = ByPart::new(&INFO, recognise, read_part);

/// By the dimensions; a table that names its data set must name one of the two.
fn recognise(head: &Head<'_>) -> bool {
    if is_json_stat(head.bytes) {
        return is_production_json(head);
    }
    if let Some(names) = tsv_dimensions(head.bytes) {
        return wide::is_production(&names);
    }
    let other = holds(head.bytes, "DS-") && !DATA_SETS.iter().any(|id| holds(head.bytes, id));
    head.has(&["obsvalue"]) && wide::is_production(head.keys()) && !other
}

/// A JSON-stat document may name its dimensions far behind its values.
fn is_production_json(head: &Head<'_>) -> bool {
    let name = head.name.to_ascii_uppercase();
    let named = |id: &str| name.contains(id) || holds(head.bytes, id);
    let all = |names: &[&str]| names.iter().all(|name| holds(head.bytes, name));
    DATA_SETS.iter().any(|id| named(id))
        || all(&["\"decl\"", "\"prccode\""])
        || (all(&["\"reporter\"", "\"product\"", "\"indicators\""])
            && !holds(head.bytes, "\"partner\""))
}

fn holds(bytes: &[u8], text: &str) -> bool {
    memmem::find(bytes, text.as_bytes()).is_some()
}

fn read_part(
    job: &Job<'_>,
    geographies: &Geographies,
    part: Part<'_>,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    // Any JSON: what is no JSON-stat is told as such.
    let head = part.head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&part.head);
    if head.trim_ascii_start().first() == Some(&b'{') {
        return wide::json_stat(part, geographies, collector);
    }
    if is_tsv(&part.head) {
        return wide::tsv(part, geographies, collector);
    }
    let table = Table::open(part)?;
    let reader = LineReader::new(&table, geographies)?;
    collector.edition(table.first_cell(reader.updated()).as_deref().and_then(edition));
    let mut join = Join::default();
    run(table, &reader, job.options, collector, |to, observations| {
        let cells = join.take(observations, to)?;
        to.rows(Rows::ProductionCells(cells))
    })?;
    let cells = join.finish(collector);
    collector.rows(Rows::ProductionCells(cells))
}

#[cfg(test)]
mod tests;
