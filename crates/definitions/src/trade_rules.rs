//! Thresholds of the trade indicators.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Names;

/// The file `rules/trade.toml`: when a trade figure is published, with which flag,
/// and from which source. The file says why each threshold stands where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TradeRules {
    /// Version of these rules.
    pub version: String,
    /// HS chapters that a source-year needs before its total counts as all products.
    pub full_coverage_chapters: u32,
    /// Reporting geographies that a source-year needs before their sum counts as
    /// the world.
    pub world_reporters: u32,
    /// Share of a subject's codes, 0 to 1, from which a figure is complete.
    pub code_coverage_full: f64,
    /// Share of a subject's codes, 0 to 1, below which no figure is given.
    pub code_coverage_published: f64,
    /// Step of a series that may be a break: the absolute difference between its
    /// own change of natural logarithm from one year to the next and the median
    /// change of all geographies.
    pub break_log_step: f64,
    /// The same step in units of the series' own usual steps (median absolute
    /// deviation times 1.4826); both thresholds must be passed.
    pub break_deviations: f64,
    /// Year-to-year changes that a series needs before any is called a break.
    pub break_min_changes: u32,
    /// Both years must reach this value, in US dollars.
    pub break_min_value_usd: f64,
    /// Sources in order of preference where several can give the same cell.
    pub source_order: Vec<String>,
    /// Names of the subject `all-products`.
    pub all_products: Names,
}
