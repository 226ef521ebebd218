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
//! fields/*.toml           the 35 fields of technology
//! investment/*.toml       which categories of companies belong to what
//! sectors/*.toml          which statistical tables describe a sector of industry
//! rules/*.toml            how everything is counted, exchange rates
//! alternatives/*.toml     what published sets of definitions say that the technologies are
//! expansions/*.toml       what lies below the patent symbols that the others name, and how
//!                         the Prodcom headings that they name changed
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

mod alternative;
pub mod bridge;
mod category_map;
pub mod check;
mod definitions;
mod document;
mod ecosystem;
mod error;
mod expand;
mod expansions;
mod folder;
mod geographies;
mod geography;
mod hs;
mod inside;
mod investment;
mod investment_rules;
mod ipc_scheme;
mod names;
mod official;
mod patent_query;
mod patent_rules;
mod product_group;
mod production;
mod production_rules;
mod provenance;
mod rates;
pub mod schemas;
mod sector;
mod subject;
mod symbols_of;
mod technology;
mod trade_rules;
mod under;
mod validate;
mod vintage;
mod wipo_field;

pub use alternative::{
    Alternative, AlternativeGap, AlternativeReading, AlternativeTopic, OWN_DEFINITIONS,
};
pub use category_map::{CategoryMap, InvestmentCategory, UnmappedCategories};
pub use definitions::{DefinitionFile, Definitions};
pub use ecosystem::{DirectIpc, Ecosystem, NaceKind, NaceWeight, NaceWeights};
pub use error::{Error, Problem};
pub use expand::{NotInScheme, expand};
pub use expansions::Expansions;
pub use geographies::Geographies;
pub use geography::{GeoCode, GeoKind, Geography};
pub use hs::{Decision, DirectHs, HsException, HsLists, VintageCodes};
pub use investment_rules::{InvestmentRules, ROUND_KINDS};
pub use ipc_scheme::IpcScheme;
pub use names::{Lang, Names, UnknownLang};
pub use official::{Correspondence, OfficialLists};
pub use patent_query::PatentQuery;
pub use patent_rules::{
    Counting, PatentRules, Residence, Route, RouteNames, Scope, Span, Unit, YearOf,
};
pub use product_group::ProductGroup;
pub use production::{
    ChainSpan, HeadingBreak, HeadingBreakKind, HeadingChain, HeadingRow, HeadingWeight,
    MissingChanges, ProdcomChanges, expand_prodcom,
};
pub use production_rules::ProductionRules;
pub use provenance::{Confidence, Provenance, Status};
pub use rates::ExchangeRates;
pub use sector::{Relation, Sector, SectorSeries, SeriesId, Statement, StatementOf};
pub use subject::{
    ALL_INVESTMENT, ALL_PATENTS, ALL_PRODUCTION, ALL_PRODUCTS, Subject, SubjectKind,
};
pub use technology::{Family, PatentRule, Patents, Production, SharedHeading, Technology};
pub use trade_rules::TradeRules;
pub use vintage::{HsVintage, UnknownVintage};
pub use wipo_field::{FieldSector, WipoField};
