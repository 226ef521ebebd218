//! All sources.

use crate::Source;
use crate::baci::Baci;
use crate::cn_cpa_nace::CnCpaNace;
use crate::comext::Comext;
use crate::comtrade::Comtrade;
use crate::crunchbase::Crunchbase;
use crate::docdb::Docdb;
use crate::ep_xml::EpXml;
use crate::hs_correlation::HsCorrelation;
use crate::imf_lct::ImfLct;
use crate::ipc::Ipc;
use crate::ipc_nace::IpcNace;
use crate::patent_counts::PatentCounts;
use crate::patstat::Patstat;
use crate::prodcom::Prodcom;
use crate::prodcom_list::ProdcomList;
use crate::sdmx::Sdmx;
use crate::wipo_fields::WipoFields;

static SOURCES: [&dyn Source; 17] = [
    &ImfLct,
    &Baci,
    &Comtrade,
    &Comext,
    &HsCorrelation,
    &CnCpaNace,
    &Patstat,
    &Docdb,
    &EpXml,
    &PatentCounts,
    &Ipc,
    &WipoFields,
    &IpcNace,
    &Prodcom,
    &ProdcomList,
    &Crunchbase,
    &Sdmx,
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
