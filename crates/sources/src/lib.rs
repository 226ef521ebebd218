//! Published data sets and their quirks, read into canonical rows.
//!
//! One folder per source. A source knows the shape of its files, its country and
//! product codes and its traps; it knows nothing of indicators or of storage.
//! What all of them share, from opening a zip to exact decimals, is in `read`.
//!
//! ```
//! let ids: Vec<&str> = sextant_sources::sources().iter().map(|s| s.info().id).collect();
//! let trade = ["imf-lct", "baci", "comtrade", "comext", "hs-correlation", "cn-cpa-nace"];
//! let patents = ["patstat", "docdb", "ep-xml", "patent-counts", "ipc", "wipo-fields", "ipc-nace"];
//! let economy = ["prodcom", "prodcom-list", "crunchbase", "sdmx"];
//! assert_eq!(ids, [&trade[..], &patents[..], &economy[..]].concat());
//! ```

mod baci;
mod cn_cpa_nace;
mod comext;
mod comtrade;
mod crunchbase;
mod docdb;
mod ep_xml;
pub mod error;
mod hs_correlation;
mod imf_lct;
mod ipc;
mod ipc_nace;
mod patent_counts;
mod patent_xml;
mod patstat;
mod prodcom;
mod prodcom_list;
mod read;
mod registry;
pub mod row;
mod sdmx;
pub mod source;
mod statistical;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod wipo_fields;

pub use baci::BaciError;
pub use cn_cpa_nace::CnCpaNaceError;
pub use comtrade::ComtradeError;
pub use error::SourceError;
pub use hs_correlation::HsCorrelationError;
pub use patent_xml::XmlError;
pub use prodcom_list::ProdcomListError;
pub use read::{HeaderError, ReadOptions};
pub use registry::{source, sources};
pub use row::{
    Classification, CodeText, Concept, Currency, Day, Flow, InvestmentCompany, InvestmentRound,
    NomenclatureCode, NomenclatureLink, NutsCode, PatentApplication, PatentClass, PatentCount,
    PatentIndustry, PatentParty, PatentPerson, PatentText, Period, ProductCode, ProductionCell,
    PublishedValue, Rows, ShortCode, StatisticalValue, TextPart, TradeFlow,
};
pub use source::{
    FileReport, Quarantined, RawFile, Redistribution, Sink, SinkError, Source, SourceInfo,
};
pub use statistical::StatisticalError;
