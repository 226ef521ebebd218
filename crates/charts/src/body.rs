//! The kinds of chart and what they are made of.

use serde::{Deserialize, Serialize};

use crate::paired::PairedBar;
use crate::panels::{PanelLegend, PanelRow};

/// What a chart shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ChartBody {
    /// Bars on both sides of zero: blue for positive, orange for negative values.
    DivergingBars {
        /// The bars.
        bars: Vec<Bar>,
        /// How they are ordered.
        #[serde(default)]
        order: Order,
        /// What lies left of zero, such as "deficit".
        #[serde(default)]
        negative_label: Option<String>,
        /// What lies right of zero, such as "surplus".
        #[serde(default)]
        positive_label: Option<String>,
    },
    /// Bars from zero.
    Bars {
        /// The bars.
        bars: Vec<Bar>,
        /// How they are ordered.
        #[serde(default)]
        order: Order,
        /// Id of a bar to draw in full colour while the others stand back.
        #[serde(default)]
        highlight: Option<String>,
    },
    /// Bars by value with their ranks, one of them highlighted.
    Ranking {
        /// The bars, each with its `rank`.
        bars: Vec<Bar>,
        /// Id of the highlighted bar.
        #[serde(default)]
        highlight: Option<String>,
        /// Written after the highlighted bar's value, such as "rank 18 of 27".
        #[serde(default)]
        highlight_text: Option<String>,
        /// A dashed line, such as the value of EU27.
        #[serde(default)]
        reference: Option<Reference>,
    },
    /// Two values of each subject in two panels of bars, each with an axis of its own from zero.
    PairedBars {
        /// The rows.
        bars: Vec<PairedBar>,
        /// Heading of the left panel, such as "Share in Belgium's patents".
        left_label: String,
        /// Heading of the right panel.
        right_label: String,
        /// What the left numbers are, below the heading. Empty where the heading or the
        /// specification's unit, which holds for both panels, says it.
        #[serde(default)]
        left_unit: String,
        /// What the right numbers are.
        #[serde(default)]
        right_unit: String,
        /// How the rows are ordered; by value means by the right one.
        #[serde(default)]
        order: Order,
    },
    /// Lines over years, named at their ends.
    Lines {
        /// The lines.
        series: Vec<Series>,
        /// Where series break.
        #[serde(default)]
        breaks: Vec<Break>,
        /// Whether the value axis must show zero.
        #[serde(default = "yes")]
        from_zero: bool,
        /// The first year whose data are not complete yet: from there on lines are dashed and
        /// the ground is shaded. Goes with `open_label`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        open_from: Option<i32>,
        /// A few words above the shaded years, such as "not complete yet".
        #[serde(default, skip_serializing_if = "Option::is_none")]
        open_label: Option<String>,
    },
    /// Two small trends of each subject side by side, with what is known only as an interval.
    /// Every panel has an axis of its own from zero; the years are common to a column.
    TrendPanels {
        /// The rows, in the order of reading.
        rows: Vec<PanelRow>,
        /// Heading of the left column, such as "Share in Belgium's production".
        left_label: String,
        /// Heading of the right column.
        right_label: String,
        /// What the left numbers are, below the heading. Empty where the heading or the
        /// specification's unit, which holds for both columns, says it.
        #[serde(default)]
        left_unit: String,
        /// What the right numbers are.
        #[serde(default)]
        right_unit: String,
        /// What the marks mean.
        legend: PanelLegend,
    },
    /// A map of the European Union with the ranked list beside it.
    EuMap {
        /// Values by ISO alpha-2 code; see [`crate::map_geographies`].
        values: Vec<MapValue>,
        /// Code of the country to outline.
        #[serde(default)]
        highlight: Option<String>,
        /// Class limits, ascending. Without them: fifths of the countries, or equal steps on both
        /// sides of zero where values lie on both sides.
        #[serde(default)]
        thresholds: Vec<f64>,
    },
}

fn yes() -> bool {
    true
}

impl ChartBody {
    /// Diverging bars by value, without words for the two sides.
    #[must_use]
    pub fn diverging(bars: Vec<Bar>) -> Self {
        Self::DivergingBars {
            bars,
            order: Order::ByValue,
            negative_label: None,
            positive_label: None,
        }
    }

    /// Plain bars by value.
    #[must_use]
    pub fn bars(bars: Vec<Bar>) -> Self {
        Self::Bars { bars, order: Order::ByValue, highlight: None }
    }

    /// A ranking with one bar highlighted.
    #[must_use]
    pub fn ranking(bars: Vec<Bar>, highlight: &str) -> Self {
        Self::Ranking {
            bars,
            highlight: Some(highlight.to_owned()),
            highlight_text: None,
            reference: None,
        }
    }

    /// Paired bars by their right value, their units left to headings and specification.
    #[must_use]
    pub fn paired_bars(bars: Vec<PairedBar>, left_label: &str, right_label: &str) -> Self {
        Self::PairedBars {
            bars,
            left_label: left_label.to_owned(),
            right_label: right_label.to_owned(),
            left_unit: String::new(),
            right_unit: String::new(),
            order: Order::ByValue,
        }
    }

    /// Lines on an axis that shows zero, without breaks and with complete data.
    #[must_use]
    pub fn lines(series: Vec<Series>) -> Self {
        Self::Lines {
            series,
            breaks: Vec::new(),
            from_zero: true,
            open_from: None,
            open_label: None,
        }
    }

    /// Trend panels, their units left to headings and specification.
    #[must_use]
    pub fn trend_panels(
        rows: Vec<PanelRow>,
        left_label: &str,
        right_label: &str,
        legend: PanelLegend,
    ) -> Self {
        Self::TrendPanels {
            rows,
            left_label: left_label.to_owned(),
            right_label: right_label.to_owned(),
            left_unit: String::new(),
            right_unit: String::new(),
            legend,
        }
    }

    /// A map with one country outlined and classes of its own.
    #[must_use]
    pub fn eu_map(values: Vec<MapValue>, highlight: &str) -> Self {
        Self::EuMap { values, highlight: Some(highlight.to_owned()), thresholds: Vec::new() }
    }
}

/// How bars are ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Order {
    /// Largest first, missing values last, equal values as given.
    #[default]
    ByValue,
    /// As given.
    AsGiven,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Bar {
    /// Unique within the chart.
    pub id: String,
    /// Its name.
    pub label: String,
    /// `None` where there is no value: no bar is drawn and the chart says so.
    pub value: Option<f64>,
    /// Drawn hollow: the value stands under a reservation.
    #[serde(default)]
    pub flagged: bool,
    /// Marker of a note, such as "1", set after the value.
    #[serde(default)]
    pub note: Option<String>,
    /// Rank, written before the label.
    #[serde(default)]
    pub rank: Option<String>,
    /// A few words after the value, smaller and on two lines where they are long, such as "6th of
    /// 27, 47 rounds". Where the chart is too narrow for them they are in the tooltip only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Lines of the tooltip below the label, separated by line feeds; without it, value and text.
    #[serde(default)]
    pub tooltip: Option<String>,
}

/// A value marked by a dashed line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reference {
    /// Its name.
    pub label: String,
    /// Where it lies.
    pub value: f64,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Series {
    /// Unique within the chart.
    pub id: String,
    /// Its name, written at the end of the line.
    pub label: String,
    /// How it is drawn.
    #[serde(default)]
    pub role: SeriesRole,
    /// Its values by year, ascending. A year left out is a gap.
    pub points: Vec<Point>,
}

/// How strongly a line is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SeriesRole {
    /// Thick, with its name in bold.
    Main,
    /// In a colour of its own.
    #[default]
    Other,
    /// Thin and grey: a backdrop.
    Context,
}

/// A value in a year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Point {
    /// The year.
    pub year: i32,
    /// `None` is a gap, as is a year left out.
    pub value: Option<f64>,
    /// Drawn hollow.
    #[serde(default)]
    pub flagged: bool,
    /// One line of the tooltip; without it, label and value.
    #[serde(default)]
    pub tooltip: Option<String>,
}

/// A break in series: a dashed mark, and a gap in the lines.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Break {
    /// The first year of the new series.
    pub year: i32,
    /// A few words beside the mark.
    pub label: String,
    /// Id of the series that breaks; all of them without it.
    #[serde(default)]
    pub series: Option<String>,
}

/// A country's value on the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MapValue {
    /// ISO alpha-2 code.
    pub geo: String,
    /// The country's name.
    pub label: String,
    /// `None` where there is no value.
    pub value: Option<f64>,
    /// The value stands under a reservation: its mark in the list is hollow.
    #[serde(default)]
    pub flagged: bool,
    /// Marker of a note.
    #[serde(default)]
    pub note: Option<String>,
    /// Rank, written in the list.
    #[serde(default)]
    pub rank: Option<String>,
    /// Lines of the tooltip below the name; without it, the value.
    #[serde(default)]
    pub tooltip: Option<String>,
}

impl Bar {
    /// A bar with neither flag nor note.
    #[must_use]
    pub fn new(id: &str, label: &str, value: Option<f64>) -> Self {
        let (id, label) = (id.to_owned(), label.to_owned());
        Self { id, label, value, flagged: false, note: None, rank: None, text: None, tooltip: None }
    }
}

impl MapValue {
    /// A value with neither flag nor note.
    #[must_use]
    pub fn new(geo: &str, label: &str, value: Option<f64>) -> Self {
        let (geo, label) = (geo.to_owned(), label.to_owned());
        Self { geo, label, value, flagged: false, note: None, rank: None, tooltip: None }
    }
}

impl Series {
    /// A line in a colour of its own.
    #[must_use]
    pub fn new(id: &str, label: &str, points: Vec<Point>) -> Self {
        Self { id: id.to_owned(), label: label.to_owned(), role: SeriesRole::Other, points }
    }
}

impl Point {
    /// A point without a flag.
    #[must_use]
    pub fn new(year: i32, value: Option<f64>) -> Self {
        Self { year, value, flagged: false, tooltip: None }
    }
}
