//! Reading core shared by all sources.
//!
//! ```text
//! open (plain, gzip, zip by content) → table (BOM, delimiter, header) → split into
//! blocks at record boundaries → parse blocks side by side → collect in file order
//! ```

mod batch;
mod by_part;
mod cells;
mod collect;
mod columns;
mod decimal;
mod eras;
mod files;
mod geo;
mod look_alike;
mod open;
mod options;
mod pipeline;
mod product;
mod quotes;
mod record;
mod sniff;
mod split;
mod table;
mod with_workbooks;

pub use columns::HeaderError;
pub use options::ReadOptions;

pub(crate) use batch::{Fault, Out, RowReader};
pub(crate) use by_part::ByPart;
pub(crate) use cells::{
    decimal, is_missing, number, patent_year, period_year, share, shown, unknown_country, whole,
};
pub(crate) use collect::Collector;
pub(crate) use columns::{Column, column_key, lacking, resolve};
pub(crate) use eras::Eras;
pub(crate) use files::{Job, read_parts};
pub(crate) use geo::{GeoCache, unknown, world};
pub(crate) use look_alike::list;
pub(crate) use open::{Packing, Part, file_name};
pub(crate) use pipeline::{run, run_rows};
pub(crate) use product::{ProductFault, hs_code, product_code};
pub(crate) use record::{Record, count_lines};
pub(crate) use sniff::{Head, wants};
pub(crate) use table::{Table, check_utf8, head_start};
pub(crate) use with_workbooks::WithWorkbooks;
