//! Formats in which statistical offices publish tables of any dimensions.
//!
//! - [`read_tsv`]: Eurostat's tab separated files, periods side by side.
//! - [`read_json_stat`]: JSON-stat 2.0.
//! - [`SdmxCsv`]: SDMX-CSV 1.0 and 2.0, record by record on all threads.
//! - [`read_sdmx_ml`]: SDMX-ML 2.1, figures and code lists.
//!
//! Each gives cell after cell; what they are about is for the source to know.

mod cell;
mod error;
mod json_stat;
mod names;
mod sdmx_csv;
mod sdmx_ml;
mod tsv;

pub use error::StatisticalError;

pub(crate) use cell::{Cell, CellReader};
pub(crate) use json_stat::{is_json_stat, read_json_stat};
pub(crate) use sdmx_csv::{SdmxCsv, is_sdmx_csv};
pub(crate) use sdmx_ml::{is_sdmx_ml, read_sdmx_ml};
pub(crate) use tsv::{is_tsv, read_tsv, tsv_dimensions};

#[cfg(test)]
mod tests;
