//! Symbols as other notations write them.

use std::ops::Range;

use super::Notes;
use crate::{Depth, ParseError, Symbol, SymbolSet};

/// Reads `H01M-004/58`, `H01M0004580000`, `H01M+` and all canonical forms.
pub(super) fn read(
    text: &str,
    span: Range<usize>,
    notes: &mut Notes,
) -> Result<SymbolSet, ParseError> {
    let written = text.get(span.clone()).unwrap_or_default().trim();
    let elsewhere = cut_off(written, notes).or_else(|| filled(written)).or_else(|| dashed(written));
    match elsewhere {
        Some(set) => Ok(set),
        None => crate::symbols::read(text, span),
    }
}

/// `H01M+`, `H01*`, `H01M 4/+`. Elsewhere cutting a symbol off at a digit would be
/// about numbers, not about the scheme: `C10L 5/4*` is not what is below `C10L 5/4`.
fn cut_off(written: &str, notes: &mut Notes) -> Option<SymbolSet> {
    let kept = written.strip_suffix(['+', '*', '$'])?;
    let group = kept.strip_suffix('/');
    let symbol = Symbol::read(group.unwrap_or(kept).to_ascii_uppercase().as_bytes())?;
    let whole = match symbol.depth() {
        Depth::Class | Depth::Subclass => group.is_none(),
        Depth::MainGroup => group.is_some(),
        Depth::Subgroup => false,
    };
    whole.then(|| {
        notes.add(format!("`{written}` was read as {symbol}, which is everything in it"));
        SymbolSet::Named(symbol)
    })
}

/// Four digits for the main group and six behind the stroke, filled with zeros.
fn filled(written: &str) -> Option<SymbolSet> {
    let (subclass, digits) = written.split_at_checked(4)?;
    if digits.len() != 10 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (group, sub) = digits.split_at_checked(4)?;
    let (sub, filling) = (sub.trim_end_matches('0'), "00");
    let sub =
        if sub.len() < 2 { format!("{sub}{}", filling.get(sub.len()..)?) } else { sub.into() };
    let symbol = format!("{subclass}{group}/{sub}").to_ascii_uppercase();
    Symbol::read(symbol.as_bytes()).map(SymbolSet::Named)
}

/// A hyphen between subclass and group, as Questel prints it.
fn dashed(written: &str) -> Option<SymbolSet> {
    let (subclass, rest) = written.split_at_checked(4)?;
    let group = rest.strip_prefix('-')?;
    group.starts_with(|digit: char| digit.is_ascii_digit()).then_some(())?;
    format!("{subclass} {group}").parse().ok()
}
