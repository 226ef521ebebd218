//! Industrial ecosystems.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::patent_query::SYMBOLS;
use crate::{DirectHs, Names, Provenance, Status};

/// One of the industrial ecosystems of the European Union's industrial strategy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ecosystem {
    /// Stable id, the name of the file.
    pub id: String,
    /// Version of this definition.
    pub version: String,
    /// Whether the definition is an official one.
    pub status: Status,
    /// Whether trade indicators are meant to exist.
    pub trade_expected: bool,
    /// What a careful reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Name in every language.
    pub names: Names,
    /// What it covers, in a line.
    pub scope: Names,
    /// Traded goods, by HS code.
    pub hs: DirectHs,
    /// Shares of industries, for the concordance routes.
    pub nace: NaceWeights,
    /// Inventions, by IPC symbol.
    pub patents: DirectIpc,
}

/// A list of patent symbols that anyone can read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DirectIpc {
    /// Why the list is empty, where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub none_because: Option<String>,
    /// IPC symbols of which an invention has at least one, read as in the rules of
    /// technologies.
    #[serde(default)]
    #[schemars(inner(regex(pattern = SYMBOLS)))]
    pub ipc: Vec<String>,
    /// Where the list comes from.
    pub provenance: Provenance,
}

/// Shares of NACE Rev. 2 industries that belong to an ecosystem.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NaceWeights {
    /// The finest level at which the share is known.
    pub weights: Vec<NaceWeight>,
    /// Shares of whole two-digit divisions, for data that stop there.
    pub divisions: Vec<NaceWeight>,
    /// Where the shares come from.
    pub provenance: Provenance,
}

/// The share of an industry that belongs to an ecosystem.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NaceWeight {
    /// Division, group or class: `30`, `30.3`, `33.16`.
    pub code: String,
    /// Share, above 0 and at most 1, of at most four decimals.
    pub weight: f64,
    /// Whether the industry is what the ecosystem is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<NaceKind>,
}

/// Whether an industry is what an ecosystem is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum NaceKind {
    /// It is.
    Core,
    /// It serves other ecosystems too.
    Partial,
}
