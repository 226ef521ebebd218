//! Where a list comes from and how far to trust it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How far a list can be trusted.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// A guess that a specialist should replace.
    Low,
    /// A careful selection, not checked by a specialist.
    Medium,
    /// Follows a published list, or the code says exactly what is meant.
    High,
}

impl Confidence {
    /// `low`, `medium` or `high`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// Whether a definition is an official one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Read in a published source and copied faithfully.
    Official,
    /// Our own careful choice, to be shown to readers as such.
    Reconstruction,
}

impl Status {
    /// `official` or `reconstruction`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Reconstruction => "reconstruction",
        }
    }
}

/// Where a list comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// The sources the list was made from, and by whom.
    pub origin: String,
    /// How far to trust it.
    pub confidence: Confidence,
    /// Day of the last change, `YYYY-MM-DD`.
    pub date: String,
    /// What a careful reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
