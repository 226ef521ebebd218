//! Trend panels: a row of two small line charts for each subject.

use serde::{Deserialize, Serialize};

/// A subject with two trends, such as its share in a country's and in the Union's production.
///
/// Each panel has a value axis of its own from zero: subjects differ by orders of magnitude, and
/// what the panels are compared by is their course. The number at the end says the level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PanelRow {
    /// Unique within the chart.
    pub id: String,
    /// Its name, left of the panels; long names take several lines.
    pub label: String,
    /// The left panel by year, ascending. A year left out is a gap; without points the panel
    /// says that there are no data.
    #[serde(default)]
    pub left: Vec<PanelPoint>,
    /// The right panel.
    #[serde(default)]
    pub right: Vec<PanelPoint>,
    /// First years of new series in the left panel: line and band are cut before them. Within
    /// the years of all left panels together.
    #[serde(default)]
    pub left_breaks: Vec<i32>,
    /// First years of new series in the right panel.
    #[serde(default)]
    pub right_breaks: Vec<i32>,
}

/// What is known of one year: a value, an interval, both or neither. All numbers are zero or more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PanelPoint {
    /// The year.
    pub year: i32,
    /// `None` where there is no value; the line has a gap.
    pub value: Option<f64>,
    /// The lower end of the interval. `None` where there is no interval.
    #[serde(default)]
    pub lower: Option<f64>,
    /// The upper end of the interval. With a lower end and no upper one the interval is open:
    /// it is drawn fading towards the top of the panel, without an end.
    #[serde(default)]
    pub upper: Option<f64>,
    /// The value is drawn hollow: it stands under a reservation.
    #[serde(default)]
    pub flagged: bool,
    /// Lines of the tooltip below subject and year, separated by line feeds; without it, the
    /// value and the interval.
    #[serde(default)]
    pub tooltip: Option<String>,
}

/// What the marks of the panels mean, in the chart's language. Only those that occur are drawn;
/// they must not be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PanelLegend {
    /// The line.
    #[serde(default)]
    pub value: String,
    /// The band between two known ends.
    #[serde(default)]
    pub interval: String,
    /// The band whose upper end is not known.
    #[serde(default)]
    pub open_interval: String,
    /// The hollow point.
    #[serde(default)]
    pub flagged: String,
    /// The dashed rule, also said in the tooltip of its year.
    #[serde(default)]
    pub broken: String,
}

impl PanelRow {
    /// A row without breaks.
    #[must_use]
    pub fn new(id: &str, label: &str, left: Vec<PanelPoint>, right: Vec<PanelPoint>) -> Self {
        Self {
            id: id.to_owned(),
            label: label.to_owned(),
            left,
            right,
            left_breaks: Vec::new(),
            right_breaks: Vec::new(),
        }
    }
}

impl PanelPoint {
    /// A value without an interval, or a gap.
    #[must_use]
    pub fn new(year: i32, value: Option<f64>) -> Self {
        Self { year, value, lower: None, upper: None, flagged: false, tooltip: None }
    }

    /// An interval without a value; open where the upper end is not known.
    #[must_use]
    pub fn interval(year: i32, lower: f64, upper: Option<f64>) -> Self {
        Self { lower: Some(lower), upper, ..Self::new(year, None) }
    }
}
