//! What a fact sheet says: every string ready to show, translated, and plain text.

mod dashboard;
mod facts;
mod figure;
mod method;
mod words;

use serde::{Deserialize, Serialize};

pub use dashboard::{
    Change, Dashboard, DashboardColumn, DashboardGroup, DashboardRow, Direction, Mark,
};
pub use facts::{FactColumn, FactGroup, FactRow, FactTable, FactValue};
pub use figure::{Cell, Figure, Head, Missing, Panel, Row, Section, Table};
pub use method::{Definition, Indicator, Method, Source};
pub use words::Words;

/// One country's fact sheet. No string is ever read as markup, whatever it holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// `en`, `nl`, `fr` or `zh`: hyphenation, line breaking, and the language readers announce.
    pub lang: String,
    /// Title in the window and in the metadata: "Belgium: country fact sheet".
    pub title: String,
    /// The country, the largest words of the first page.
    pub country: String,
    /// One sentence on what the sheet is about, below the country.
    pub lead: String,
    /// "Edition 2023-0a1b2c3d".
    pub edition: String,
    /// 64 hexadecimal digits. The document's identifier comes from it; the colophon prints it.
    pub edition_id: String,
    /// Year, month and day of the data: the document's creation date, in place of a clock.
    pub date: (i32, u8, u8),
    /// Words by which a catalogue finds the document.
    pub keywords: Vec<String>,
    /// Present where the numbers are made up.
    pub demo: Option<Demo>,
    /// That the numbers are a reconstruction of the method: foot of page 1, and the method.
    pub reconstruction: String,
    /// The fixed words of the sheet.
    pub words: Words,
    /// The sentences of page 1, at most twelve.
    pub highlights: Vec<Sentence>,
    /// Places in the EU27, on page 1.
    pub dashboard: Dashboard,
    /// The figures.
    pub sections: Vec<Section>,
    /// The tables of key facts.
    pub key_facts: Vec<FactTable>,
    /// How the numbers came about.
    pub method: Method,
    /// Where the data come from.
    pub sources: Vec<Source>,
}

/// The warning on every page of a sheet about made-up numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demo {
    /// "Demo data": head of every page, and the metadata.
    pub label: String,
    /// The sentence beside it on page 1.
    pub text: String,
}

/// A sentence and what it was written from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// The sentence.
    pub text: String,
    /// Identifiers of observations: "indicator/geo/subject/period".
    pub behind: Vec<String>,
}
