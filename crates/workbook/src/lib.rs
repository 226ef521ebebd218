//! A fact sheet as an XLSX workbook: one sheet a figure, real numbers, notes and sources.
//!
//! A [`Workbook`] says what stands on every sheet; [`write()`] turns it into the bytes of a file
//! that spreadsheet programs open. Numbers stay numbers at full precision and only their format
//! rounds them; a missing value is an empty cell; a text that looks like a formula stays a text.
//! A first sheet lists all others. The same workbook gives the same bytes.
//!
//! ```
//! use sextant_workbook::{Column, ColumnKind, CreationDate, Sheet, Table, Value, Workbook};
//!
//! let columns = vec![
//!     Column::new("Technology", ColumnKind::Text),
//!     Column::new("Relative trade balance", ColumnKind::Percent { decimals: 1 }),
//! ];
//! let rows = vec![
//!     vec![Value::Text("Agri-food".into()), Value::Number(12.5)],
//!     vec![Value::Text("Health".into()), Value::Missing],
//! ];
//! let sheet = Sheet::new("Figure 2", "Relative trade balance")
//!     .table(Table::new("Belgium, 2020", columns, rows))
//!     .source("Source: BACI.");
//! let date = CreationDate { year: 2024, month: 5, day: 1 };
//! let bytes = sextant_workbook::write(&Workbook::new("Belgium", "en", date).sheet(sheet))?;
//! assert!(bytes.starts_with(b"PK"));
//! # Ok::<(), sextant_workbook::WorkbookError>(())
//! ```

mod build;
mod contents;
mod error;
mod grid;
mod model;
mod names;
mod page;
mod print;
mod properties;
mod sheet;
mod style;
mod text;
mod validate;
mod widths;
mod words;
mod write;

pub use error::WorkbookError;
pub use model::{Column, ColumnKind, CreationDate, Properties, Sheet, Table, Value, Workbook};
pub use write::write;

/// What this crate returns.
pub type Result<T> = std::result::Result<T, WorkbookError>;
