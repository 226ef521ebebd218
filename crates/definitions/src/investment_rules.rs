//! Which rounds of investment are counted.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Names, Provenance, Span, Status};

/// The file `rules/investment.toml`: which rounds count as private equity or venture
/// capital, and over which years they are summed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InvestmentRules {
    /// Version of these rules.
    pub version: String,
    /// Whether the choice is an official one.
    pub status: Status,
    /// Kinds of rounds that count.
    pub counted: Vec<String>,
    /// Kinds that do not count, and that a reader may well count: whoever does moves
    /// them to `counted`.
    pub optional: Vec<String>,
    /// Kinds that are no private equity or venture capital.
    pub not_counted: Vec<String>,
    /// The period that is summed besides the single years.
    pub span: Span,
    /// Sources in order of preference where several can give the same cell.
    pub source_order: Vec<String>,
    /// Names of the subject `all-investment`.
    pub all_investment: Names,
    /// Where the choice comes from.
    pub provenance: Provenance,
}

impl InvestmentRules {
    /// Whether a kind of round counts. A kind that the rules do not know does not.
    #[must_use]
    pub fn counts(&self, kind: &str) -> bool {
        self.counted.iter().any(|counted| counted == kind)
    }
}

/// Every kind of round there can be, in the words of the rows.
pub const ROUND_KINDS: [&str; 32] = [
    "pre-seed",
    "angel",
    "seed",
    "post-seed",
    "bridge",
    "series-a",
    "series-b",
    "series-c",
    "series-d",
    "series-e",
    "series-f",
    "series-g",
    "series-h",
    "series-i",
    "series-j",
    "series-unknown",
    "private-equity",
    "corporate-round",
    "convertible-note",
    "equity-crowdfunding",
    "grant",
    "debt-financing",
    "post-ipo-equity",
    "post-ipo-debt",
    "post-ipo-secondary",
    "non-equity-assistance",
    "initial-coin-offering",
    "product-crowdfunding",
    "secondary-market",
    "acquisition",
    "undisclosed",
    "unknown",
];
