//! Tables of key facts: every technology and ecosystem with values and ranks.

use serde::{Deserialize, Serialize};

/// One table of key facts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FactTable {
    /// "Patent indicators and EU27 ranks".
    pub caption: String,
    /// What it shows; empty where the caption says all.
    pub about: String,
    /// Head of the names: "Technology or ecosystem".
    pub subject: String,
    /// The indicators. A strip with the rank follows the first.
    pub columns: Vec<FactColumn>,
    /// The rows, group by group.
    pub groups: Vec<FactGroup>,
    /// Notes below, each with its marker in front where it has one.
    pub notes: Vec<String>,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactColumn {
    /// "Share in world patents".
    pub title: String,
}

/// A group of rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FactGroup {
    /// "Green technologies".
    pub title: String,
    /// Its rows.
    pub rows: Vec<FactRow>,
}

/// A technology or ecosystem.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FactRow {
    /// Its name.
    pub name: String,
    /// Whether it is part of the row above.
    pub part: bool,
    /// Where the first value's rank lies between best and last, 0 to 1; none without a rank.
    pub position: Option<f64>,
    /// One for each column; none where there is no value.
    pub values: Vec<Option<FactValue>>,
}

/// A value with its rank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactValue {
    /// "0.73%".
    pub text: String,
    /// "7 of 24"; empty where there is none.
    pub rank: String,
    /// Markers of notes; empty where there are none.
    pub flags: String,
}
