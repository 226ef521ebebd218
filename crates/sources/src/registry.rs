//! All sources.

use crate::Source;
use crate::baci::BACI;
use crate::cn_cpa_nace::CN_CPA_NACE;
use crate::comext::COMEXT;
use crate::comtrade::COMTRADE;
use crate::crunchbase::CRUNCHBASE;
use crate::docdb::Docdb;
use crate::ep_xml::EpXml;
use crate::hs_correlation::HS_CORRELATION;
use crate::imf_lct::IMF_LCT;
use crate::ipc::IPC;
use crate::ipc_nace::IPC_NACE;
use crate::patent_counts::PatentCounts;
use crate::patstat::PATSTAT;
use crate::prodcom::PRODCOM;
use crate::prodcom_list::PRODCOM_LIST;
use crate::sdmx::SDMX;
use crate::wipo_fields::WIPO_FIELDS;

static SOURCES: [&dyn Source; 17] = [
    &IMF_LCT,
    &BACI,
    &COMTRADE,
    &COMEXT,
    &HS_CORRELATION,
    &CN_CPA_NACE,
    &PATSTAT,
    &Docdb,
    &EpXml,
    &PatentCounts,
    &IPC,
    &WIPO_FIELDS,
    &IPC_NACE,
    &PRODCOM,
    &PRODCOM_LIST,
    &CRUNCHBASE,
    &SDMX,
];

/// Every source, trade first, then patents, then the economy, in a fixed order.
#[must_use]
pub fn sources() -> &'static [&'static dyn Source] {
    &SOURCES
}

/// The source with this id.
#[must_use]
pub fn source(id: &str) -> Option<&'static dyn Source> {
    SOURCES.iter().copied().find(|source| source.info().id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_is_found_by_its_id() {
        for expected in sources() {
            let id = expected.info().id;
            assert_eq!(source(id).map(|found| found.info().title), Some(expected.info().title));
        }
        assert!(source("orbis").is_none());
    }
}
