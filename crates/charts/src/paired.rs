//! A row of paired bars.

use serde::{Deserialize, Serialize};

/// A subject with two values, such as its share in a country's and in the world's patents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PairedBar {
    /// Unique within the chart.
    pub id: String,
    /// Its name; long names take two lines.
    pub label: String,
    /// The value in the left panel, zero or more. `None` where there is none: the panel says so.
    pub left: Option<f64>,
    /// The left bar is drawn hollow: its value stands under a reservation.
    #[serde(default)]
    pub left_flagged: bool,
    /// The value in the right panel, zero or more. `None` where there is none.
    pub right: Option<f64>,
    /// The right bar is drawn hollow.
    #[serde(default)]
    pub right_flagged: bool,
    /// Set after the right value, such as the rank "6 of 27".
    #[serde(default)]
    pub right_text: Option<String>,
    /// Marker of a note on the whole row, such as "1", set after the name.
    #[serde(default)]
    pub note: Option<String>,
    /// Lines of the tooltip below the label, separated by line feeds; without it, both values.
    #[serde(default)]
    pub tooltip: Option<String>,
}

impl PairedBar {
    /// A row with neither flags nor texts.
    #[must_use]
    pub fn new(id: &str, label: &str, left: Option<f64>, right: Option<f64>) -> Self {
        Self {
            id: id.to_owned(),
            label: label.to_owned(),
            left,
            left_flagged: false,
            right,
            right_flagged: false,
            right_text: None,
            note: None,
            tooltip: None,
        }
    }
}
