//! The dashboard: where the country stands in the EU27, one row a technology or ecosystem.

use serde::{Deserialize, Serialize};

/// Places of the country, one column a view.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dashboard {
    /// Heading: "Place in the European Union".
    pub title: String,
    /// What is compared, and how to read a row.
    pub about: String,
    /// Head of the names: "Technology or ecosystem".
    pub subject: String,
    /// The views.
    pub columns: Vec<DashboardColumn>,
    /// The rows, group by group.
    pub groups: Vec<DashboardGroup>,
    /// Notes below, each with its marker in front where it has one.
    pub notes: Vec<String>,
    /// "Source: ...".
    pub source: String,
}

/// A view: patents, trade, production, investment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DashboardColumn {
    /// "Patents".
    pub title: String,
    /// What is measured, when, and since when it changed: "Share in world patents, 2020; since 2010".
    pub about: String,
}

/// A group of rows: "Green technologies".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DashboardGroup {
    /// Name of the group.
    pub title: String,
    /// Its rows.
    pub rows: Vec<DashboardRow>,
}

/// A technology or ecosystem.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DashboardRow {
    /// Its name.
    pub name: String,
    /// Whether it is part of the row above.
    pub part: bool,
    /// One for each column; none where there is no value.
    pub marks: Vec<Option<Mark>>,
}

/// A value and its place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// "6".
    pub rank: String,
    /// Of how many countries: "27".
    pub of: String,
    /// Where the rank lies between best and last: 0 to 1.
    pub position: f64,
    /// "2.41%".
    pub value: String,
    /// How the value changed.
    pub change: Option<Change>,
    /// Markers of notes: "n". Empty where there are none.
    pub flags: String,
}

/// A change since the start of the series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which sign stands before it.
    pub direction: Direction,
    /// "+0.4".
    pub text: String,
}

/// The way a value went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// A filled triangle on its base.
    Up,
    /// A hollow triangle on its tip.
    Down,
    /// A bar.
    Steady,
}
