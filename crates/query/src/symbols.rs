//! Sets of symbols, read and printed.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use crate::{Depth, ParseError, Symbol, SymbolSet};

const EXAMPLES: &str = "write H01 (class), H01M (subclass), H01M 4 (main group), H01M 4/58 \
    (subgroup), H01M 4/58/low (with all below it) or H01L 31/00 - H01L 31/078";

/// Hyphen and the dashes that word processors make of it.
const DASHES: [char; 3] = ['-', '\u{2013}', '\u{2014}'];

/// Reads `H01M`, `H01M 4/58/low` or `H01L 31/00 - H01L 31/078`, in either case.
pub(crate) fn read(text: &str, span: Range<usize>) -> Result<SymbolSet, ParseError> {
    let written = text.get(span.clone()).unwrap_or_default();
    match written.split_once(DASHES) {
        Some((first, last)) => {
            let end = span.start + first.len();
            let start = span.end - last.len();
            range(text, span.start..end, start..span.end)
        }
        None => single(text, span),
    }
}

/// `low` says something for subgroups alone: the numbers tell the rest.
fn single(text: &str, span: Range<usize>) -> Result<SymbolSet, ParseError> {
    match without_low(text.get(span.clone()).unwrap_or_default()) {
        None => symbol(text, span).map(SymbolSet::Named),
        Some(named) => {
            let end = span.start + named.len();
            let symbol = symbol(text, span.start..end)?;
            let subgroup = symbol.depth() == Depth::Subgroup;
            Ok(if subgroup { SymbolSet::Low(symbol) } else { SymbolSet::Named(symbol) })
        }
    }
}

fn range(text: &str, first: Range<usize>, last: Range<usize>) -> Result<SymbolSet, ParseError> {
    let whole = first.start..last.end;
    for end in [&first, &last] {
        if without_low(text.get(end.clone()).unwrap_or_default()).is_some() {
            let message = "`low` cannot stand in a range";
            let way_out = "a range takes everything between its ends; leave `low` out";
            return Err(ParseError::new(text, trimmed(text, end.clone()), message, way_out));
        }
    }
    let (from, to) = (symbol(text, first)?, symbol(text, last)?);
    if from > to {
        let message = "this range runs backwards";
        let way_out = format!("write {to} - {from}");
        return Err(ParseError::new(text, whole, message, way_out));
    }
    Ok(if from == to { SymbolSet::Named(from) } else { SymbolSet::Range(from, to) })
}

fn symbol(text: &str, span: Range<usize>) -> Result<Symbol, ParseError> {
    let span = trimmed(text, span);
    let written = text.get(span.clone()).unwrap_or_default();
    Symbol::read(written.to_ascii_uppercase().as_bytes()).ok_or_else(|| {
        let message = match written {
            "" => "an end of this range is missing".into(),
            _ => format!("`{written}` is not an IPC or CPC symbol"),
        };
        ParseError::new(text, span, message, way_out(written))
    })
}

fn way_out(written: &str) -> String {
    let starred = written.ends_with(['*', '+', '$', '?', '#']);
    let words = written.split_whitespace().filter(|word| word.len() >= 3);
    let several = words.filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic())).count();
    if starred {
        "symbols are not cut off: a subclass (H01M) or main group (H01M 4) stands for \
         everything in it, and /low for what is below a subgroup"
            .into()
    } else if several > 1 || written.contains([',', ';']) {
        "write OR between symbols".into()
    } else {
        EXAMPLES.into()
    }
}

/// A symbol without its `/low`.
fn without_low(written: &str) -> Option<&str> {
    let (named, last) = written.rsplit_once('/')?;
    last.trim().eq_ignore_ascii_case("low").then_some(named)
}

fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let written = text.get(span.clone()).unwrap_or_default();
    let start = span.start + written.len() - written.trim_start().len();
    start..start + written.trim().len()
}

/// Reads one set.
impl FromStr for SymbolSet {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        read(text, trimmed(text, 0..text.len()))
    }
}

impl fmt::Display for SymbolSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Range(first, last) if first != last => write!(f, "{first} - {last}"),
            Self::Low(symbol) if symbol.depth() == Depth::Subgroup => write!(f, "{symbol}/low"),
            Self::Named(symbol) | Self::Range(symbol, _) | Self::Low(symbol) => {
                write!(f, "{symbol}")
            }
        }
    }
}
