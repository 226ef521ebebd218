//! What the sources of patent documents in XML share.
//!
//! ```text
//! stream (bytes, lines) → xml (elements, texts) → document (one publication) → emitter (rows)
//! ```
//!
//! Elements are known by their local names, since single documents are handed around
//! without the declaration of their prefix. A DTD is passed over and nothing is ever
//! fetched: entities that it declares are not expanded.

mod document;
mod emitter;
mod entity;
mod error;
mod fields;
mod run;
mod stream;
mod symbols;
mod texts;
mod xml;

pub use error::XmlError;

pub(crate) use document::{Document, Notes, Party};
pub(crate) use fields::{collapsed, residence, short_code, year};
pub(crate) use run::{Publication, read_file, root};
pub(crate) use symbols::{cpc_symbol, ipc_symbol, old_ipc_symbol};
pub(crate) use texts::{first_english, language};
pub(crate) use xml::Xml;
