//! A country's fact sheet as a PDF: tagged for screen readers, fit for archives, laid out by Typst.
//!
//! A [`Document`] holds every word of a sheet, ready to show. [`render`] lays it out by the
//! templates in `reports/` and returns the bytes of a PDF/UA-1 and PDF/A-2a file. Nothing is read
//! from disk, network or clock: the same document gives the same bytes, on every thread.

mod check;
mod diagnostics;
mod error;
mod model;
mod renderer;
mod templates;
mod world;

pub use error::{PdfError, Problem};
pub use model::{
    Cell, Change, Dashboard, DashboardColumn, DashboardGroup, DashboardRow, Definition, Demo,
    Direction, Document, FactColumn, FactGroup, FactRow, FactTable, FactValue, Figure, Head,
    Indicator, Mark, Method, Missing, Panel, Row, Section, Sentence, Source, Table, Words,
};
pub use renderer::{Renderer, render};

/// What this crate returns.
pub type Result<T> = std::result::Result<T, PdfError>;
