//! Sections, figures, and the tables below them.

use serde::{Deserialize, Serialize};

/// A heading and what stands below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// "Patents".
    pub title: String,
    /// Figures, in order. Two that are not wide and follow each other share a row.
    pub panels: Vec<Panel>,
}

/// A figure, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Panel {
    /// A figure with its table.
    Figure(Box<Figure>),
    /// A figure that could not be drawn.
    Missing(Missing),
}

/// A figure that could not be drawn. It takes a row of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// "Figure 3".
    pub number: Option<String>,
    /// "Investment by ecosystem".
    pub name: String,
    /// Why, and what would mend it.
    pub why: String,
}

/// A chart, the words around it and its numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// "Figure 2".
    pub number: Option<String>,
    /// "Trade balance of ecosystems": the heading and the bookmark.
    pub name: String,
    /// What is shown; empty where the picture carries its own title.
    pub title: String,
    /// Where and when; empty where the picture carries it.
    pub subtitle: String,
    /// What the numbers are; empty where the picture carries it.
    pub unit: String,
    /// The chart without notes and source line. It is scaled to the width it has on paper:
    /// 178 mm for a wide figure, 87 mm for another.
    pub svg: String,
    /// The chart in words.
    pub alt: String,
    /// Notes, each with its marker in front where it has one.
    pub notes: Vec<String>,
    /// "Source: ...".
    pub source: String,
    /// The numbers.
    pub table: Option<Table>,
    /// Whether the figure takes the whole width.
    pub wide: bool,
}

/// A table. The first column is the name of the row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What the table is of, for readers who do not see it.
    pub caption: String,
    /// Heads of all columns, that of the names first. A column whose cells are all alike is
    /// printed once, below the table.
    pub head: Vec<Head>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// Head of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Its text.
    pub text: String,
    /// Whether the column holds numbers, which stand to the right.
    pub number: bool,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The first column.
    pub name: String,
    /// Whether it is the sheet's own country, to stand out.
    pub own: bool,
    /// Whether it is part of the row above.
    pub part: bool,
    /// The other columns.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Its text, or a dash where there is no value.
    pub text: String,
    /// Markers of notes.
    pub marks: Option<String>,
    /// A quiet second text: "6 of 27".
    pub below: Option<String>,
}
