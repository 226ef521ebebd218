//! Published data sets and their quirks, read into canonical rows.
//!
//! One folder per source. A source knows the shape of its files, its country and
//! product codes and its traps; it knows nothing of indicators or of storage.
//! What all of them share, from opening a zip to exact decimals, is in `read`.
//!
//! ```
//! let ids: Vec<&str> = sextant_sources::sources().iter().map(|s| s.info().id).collect();
//! assert_eq!(ids, ["imf-lct", "baci", "comtrade", "comext", "hs-correlation", "cn-cpa-nace"]);
//! ```

mod baci;
mod cn_cpa_nace;
mod comext;
mod comtrade;
pub mod error;
mod hs_correlation;
mod imf_lct;
mod read;
mod registry;
pub mod row;
pub mod source;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use baci::BaciError;
pub use cn_cpa_nace::CnCpaNaceError;
pub use comtrade::ComtradeError;
pub use error::SourceError;
pub use hs_correlation::HsCorrelationError;
pub use read::{HeaderError, ReadOptions};
pub use registry::{source, sources};
pub use row::{
    Classification, CodeText, Concept, Currency, Flow, NomenclatureCode, NomenclatureLink, Period,
    ProductCode, PublishedValue, Rows, TradeFlow,
};
pub use source::{
    FileReport, Quarantined, RawFile, Redistribution, Sink, SinkError, Source, SourceInfo,
};
