//! What counts as solar power, as agri-food, as EU27, as a break in a series.
//!
//! Definitions are files that analysts edit, never code. They lie in
//! `definitions/` at the root of the repository, are embedded in the binary, and can
//! be read from any folder of the same layout:
//!
//! ```text
//! technologies/*.toml     one technology a file: names, HS, Prodcom and patent lists
//! ecosystems/*.toml       one industrial ecosystem a file
//! product-groups/*.toml   groups of products that a publisher has already summed
//! geographies/*.toml      countries, former countries, groups, with every spelling
//! rules/*.toml            thresholds of the trade indicators, exchange rates
//! schemas/*.json          JSON Schemas of the above, written from the types here
//! ```
//!
//! ```
//! use sextant_definitions::{Definitions, HsVintage};
//!
//! let definitions = Definitions::builtin()?;
//! let codes = definitions.hs_codes("wind-power", HsVintage::Hs2017);
//! assert!(codes.contains("850231"));
//! assert_eq!(definitions.geographies.by_comtrade(251).map(|g| g.code.as_str()), Some("FR"));
//! # Ok::<(), sextant_definitions::Error>(())
//! ```

pub mod bridge;
pub mod check;
mod definitions;
mod document;
mod ecosystem;
mod error;
mod folder;
mod geographies;
mod geography;
mod hs;
mod names;
mod official;
mod product_group;
mod provenance;
mod rates;
pub mod schemas;
mod subject;
mod technology;
mod trade_rules;
mod validate;
mod vintage;

pub use definitions::{DefinitionFile, Definitions};
pub use ecosystem::{Ecosystem, Investment, NaceKind, NaceWeight, NaceWeights};
pub use error::{Error, Problem};
pub use geographies::Geographies;
pub use geography::{GeoCode, GeoKind, Geography};
pub use hs::{Decision, DirectHs, HsException, HsLists, VintageCodes};
pub use names::{Lang, Names, UnknownLang};
pub use official::{Correspondence, OfficialLists};
pub use product_group::ProductGroup;
pub use provenance::{Confidence, Provenance, Status};
pub use rates::ExchangeRates;
pub use subject::{ALL_PRODUCTS, Subject, SubjectKind};
pub use technology::{Family, PatentRule, Patents, Production, SharedHeading, Technology};
pub use trade_rules::TradeRules;
pub use vintage::{HsVintage, UnknownVintage};
