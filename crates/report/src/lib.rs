//! Country fact sheets of an edition: figures, tables and words in four languages.
//!
//! A [`SheetContext`] holds an edition's cube in memory. From it come a [`Sheet`] as HTML,
//! PDF or workbook, all of them with a list ([`write_all`]), the list as a page of a
//! server ([`index`]), and single figures as chart, JSON or CSV ([`figure()`]). What a figure shows stands in `figures/*.toml`, every word in
//! `reports/messages/*.ftl`. The same edition gives the same bytes.
//!
//! ```no_run
//! use sextant_definitions::{Definitions, Lang};
//! use sextant_lake::Workspace;
//! use sextant_monitor::Edition;
//! use sextant_report::{SheetContext, country_sheet};
//!
//! let workspace = Workspace::at("sextant-workspace");
//! let edition = Edition::open(&workspace, None)?;
//! let context = SheetContext::open(&edition, Definitions::builtin()?)?;
//! std::fs::write("BE-nl.html", country_sheet(&context, "BE", Lang::Nl)?)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod assets;
mod citations;
mod context;
mod cube;
mod dashboard;
mod difference;
mod draw;
mod error;
mod figures;
mod format;
mod index;
mod observations;
mod page;
mod pdf;
mod place;
mod problem;
mod sensitivity;
mod sheet;
mod stamps;
mod status;
mod texts;
mod words;
mod workbook;
mod write_all;

pub use assets::{Asset, assets};
pub use context::SheetContext;
pub use cube::{Cube, View};
pub use difference::difference_page;
pub use draw::{Figure, Shown, figure};
pub use error::ReportError;
pub use figures::{FigureInfo, figures};
pub use format::{Format, Wanted};
pub use index::index;
pub use observations::observations_csv;
pub use place::{Place, sheet_file};
pub use problem::{Problem, problem};
pub use sensitivity::sensitivity_page;
pub use sextant_highlights::Numbers;
pub use sheet::{Sheet, country_sheet};
pub use write_all::{Written, write_all};
