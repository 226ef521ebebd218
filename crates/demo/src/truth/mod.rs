//! The truth: what every indicator must come out as.
//!
//! Computed from the sums kept while the rows were drawn, by plain loops and
//! without SQL, so that it checks the engine and not itself. The rules are those of
//! the method and of `definitions/rules`.

mod flags;
mod indicator;
mod investment;
mod measure;
mod patents;
mod placed;
mod production;
mod sectors;
mod source_year;
mod told;
mod trade;
mod write;

pub(crate) use source_year::{Shares, SourceYear};
pub(crate) use write::{Everything, write};
