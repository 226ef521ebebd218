//! The language in which patents are searched: parse, print, import, match.

mod ast;
mod error;
pub mod fold;
mod hierarchy;
pub mod import;
mod lex;
mod parse;
mod print;
pub mod reference;
mod symbol;
mod symbols;
pub mod tagger;
mod token;
mod word;
mod words;

pub use ast::{Classes, Field, Query, Scheme, SymbolSet, Text, Word};
pub use error::ParseError;
pub use hierarchy::{Hierarchy, NoHierarchy};
pub use parse::{parse, parse_classes};
pub use symbol::{Depth, Symbol, SymbolError};
