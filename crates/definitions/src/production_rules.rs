//! Thresholds of the production indicators.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Names, Provenance, Status};

/// The file `rules/production.toml`: when a figure of production is published, with
/// which flag, and from which source. The file says why each threshold stands where it
/// stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductionRules {
    /// Version of these rules.
    pub version: String,
    /// Whether the rules are official ones.
    pub status: Status,
    /// Divisions of NACE, of the 25 to 28 that a Prodcom list has headings in, that a
    /// source-year needs before its sum counts as all production.
    pub full_coverage_divisions: u32,
    /// Share of a technology's headings, 0 to 1, from which a figure is complete.
    pub code_coverage_full: f64,
    /// Share of a technology's headings, 0 to 1, below which no figure is given.
    pub code_coverage_published: f64,
    /// Share of the upper bound, 0 to 1, that may be confidential in a figure which is
    /// given all the same, with its interval.
    pub hidden_part_published: f64,
    /// Sources in order of preference where several can give the same cell.
    pub source_order: Vec<String>,
    /// Names of the subject `all-production`.
    pub all_production: Names,
    /// Where the rules come from.
    pub provenance: Provenance,
}
