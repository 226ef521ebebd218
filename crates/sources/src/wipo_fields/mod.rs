//! The 35 fields of technology of WIPO, by IPC symbols.
//!
//! `techn_field_nr, techn_sector, techn_field, ipc_prefix`, one line for each symbol
//! of a field; PATSTAT's tls901 calls the last column `ipc_maingroup_symbol`. Symbols
//! are subclasses (`H01M`) or, where a subclass is divided between fields, main groups
//! (`G01N  33` belongs to field 11, the other main groups of G01N to field 10), so that
//! no symbol lies in two fields.
//!
//! Fields are codes `01` to `35` of `wipo-fields`, sectors such as
//! `electrical-engineering` are codes of `wipo-sectors`, and links say which symbol
//! belongs to which field and, as `below`, which field to which sector.

mod fields;

use sextant_definitions::Geographies;

use crate::read::{ByPart, Collector, Head, Job, Part, Table, run};
use crate::{Redistribution, Rows, SourceError, SourceInfo};
use fields::{FieldReader, Fields};

pub(crate) use fields::field_code;

const INFO: SourceInfo = SourceInfo {
    id: "wipo-fields",
    title: "IPC and technology concordance table",
    publisher: "World Intellectual Property Organization",
    licence: "WIPO terms of use: free to use with acknowledgement of the source",
    citation: "Schmoch, U. (2008), Concept of a Technology Classification for Country Comparisons, Final Report to the World Intellectual Property Organization, as updated",
    url: "https://www.wipo.int/ipstats/en/statistics/technology_concordance.html",
    redistribution: Redistribution::Allowed,
    published_unit: None,
};

/// Id of the nomenclature.
pub(crate) const NOMENCLATURE: &str = "wipo-fields";

/// The source `wipo-fields`.
pub(crate) static WIPO_FIELDS: ByPart = ByPart::new(&INFO, recognise, read_part);

fn recognise(head: &Head<'_>) -> bool {
    head.has(&["technfieldnr", "technfield"])
        && (head.has(&["ipcprefix"]) || head.has(&["ipcmaingroupsymbol"]))
}

fn read_part(
    job: &Job<'_>,
    _geographies: &Geographies,
    part: Part<'_>,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    let table = Table::open(part)?;
    let reader = FieldReader::new(&table)?;
    let mut fields = Fields::default();
    run(table, &reader, job.options, collector, |to, lines| {
        let links = fields.add(lines);
        to.rows(Rows::Links(links))
    })?;
    let (codes, links) = fields.into_rows();
    collector.rows(codes)?;
    collector.rows(links)
}

#[cfg(test)]
mod tests;
