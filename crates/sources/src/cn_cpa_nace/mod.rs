//! European nomenclatures: CN, CPA and NACE, their lists and correspondences.
//!
//! Which table a file is, its column names tell. Read from a folder are
//! - lists: `CN2021.csv`, `CN2022.csv` (any year), `CPA21.csv`, `NACE.csv`;
//! - correspondences: `CN2021_CN2022.csv`, `CN2021_CPA21.csv`, `CN2022_CPA21.csv`,
//!   `NACE_CPA21.csv`;
//! - `hs6_to_nace4_cn2021.csv` and `_cn2022.csv`: shares of the CN8 lines of an HS
//!   subheading by NACE class, as weights.
//!
//! Not read unless named: `CPA21_CN2022.csv` and `Nace2_long.csv`, which repeat the
//! above. Never read: SITC tables, the sample `NACE21.csv`, and the workbook of CN
//! changes since 1988.

mod codes;
mod error;
mod layout;
mod lists;
mod tables;

use sextant_definitions::Geographies;

pub use error::CnCpaNaceError;

use crate::read::{ByPart, Collector, Head, Job, Part, Table, run_rows};
use crate::{Redistribution, Rows, SourceError, SourceInfo};
use layout::Layout;
use lists::ListReader;
use tables::LinkReader;

const INFO: SourceInfo = SourceInfo {
    id: "cn-cpa-nace",
    title: "Combined Nomenclature, CPA 2.1, NACE Rev. 2 and their correspondences",
    publisher: "European Commission, Eurostat",
    licence: "Eurostat copyright notice: reuse authorised with acknowledgement of the source; the packaged tables are under EUPL 1.2",
    citation: "Eurostat, Reference and Management of Nomenclatures (RAMON): CN, CPA 2.1, NACE Rev. 2 and correspondence tables",
    url: "https://showvoc.op.europa.eu",
    redistribution: Redistribution::Allowed,
    published_unit: None,
};

/// The source `cn-cpa-nace`.
pub(crate) static CN_CPA_NACE: ByPart = ByPart::new(&INFO, recognise, read_part);

fn recognise(head: &Head<'_>) -> bool {
    Layout::of(head.name, head.keys()).is_some_and(|layout| !layout.repeats_another())
}

fn read_part(
    job: &Job<'_>,
    _geographies: &Geographies,
    part: Part<'_>,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    let table = Table::open(part)?;
    match layout::known(&table)? {
        Layout::List(list) => {
            let reader = ListReader::new(list);
            run_rows(table, &reader, job.options, collector, Rows::Codes)
        }
        Layout::Links(links) => {
            let reader = LinkReader::new(links);
            run_rows(table, &reader, job.options, collector, Rows::Links)
        }
    }
}

#[cfg(test)]
mod tests;
