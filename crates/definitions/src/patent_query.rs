//! The queries that say which inventions belong to which subject.

use sextant_query::{Classes, Depth, Query, Scheme, Symbol, SymbolSet};

use crate::{Ecosystem, PatentRule, Technology};

/// Form of a line of symbols, for the schemas.
pub(crate) const SYMBOLS: &str = "^[A-HY][0-9]{2}([A-Z]( [0-9]{1,4}(/[0-9]{2,6})?)?)?( - [A-HY][0-9]{2}([A-Z]( [0-9]{1,4}(/[0-9]{2,6})?)?)?)?$";

/// Which inventions belong to a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatentQuery {
    /// Id of the technology or ecosystem.
    pub subject: String,
    /// What an invention must match.
    pub query: Query,
}

/// The symbols that a line of a list stands for: a subgroup with all that is indented
/// below it, a main group, subclass or class with all that is in it, a range. A head
/// such as `E04B 2/00` is its main group. None where the line is not written so.
pub(crate) fn symbols(line: &str) -> Option<SymbolSet> {
    if let Some((first, last)) = line.split_once(" - ") {
        let (first, last) = (exact(first)?, exact(last)?);
        return (first <= last).then_some(SymbolSet::Range(first, last));
    }
    let symbol = exact(line)?;
    Some(match symbol.depth() {
        Depth::Subgroup if line.ends_with("/00") => SymbolSet::Named(symbol.above()?),
        Depth::Subgroup => SymbolSet::Low(symbol),
        _ => SymbolSet::Named(symbol),
    })
}

/// A symbol as it is printed.
pub(crate) fn exact(text: &str) -> Option<Symbol> {
    let symbol: Symbol = text.parse().ok()?;
    (symbol.to_string() == text).then_some(symbol)
}

/// The query of a technology: any of its rules. None where it has no rules.
pub(crate) fn of_technology(technology: &Technology) -> Option<PatentQuery> {
    let rules = technology.patents.iter().flat_map(|patents| &patents.rules);
    let query = joined(rules.filter_map(of_rule).collect(), Query::Or)?;
    Some(PatentQuery { subject: technology.id.clone(), query })
}

/// The query of an ecosystem: any symbol of its list. None where the list is empty.
pub(crate) fn of_ecosystem(ecosystem: &Ecosystem) -> Option<PatentQuery> {
    let classes = set(&ecosystem.patents.ipc)?;
    Some(PatentQuery { subject: ecosystem.id.clone(), query: Query::Class(Scheme::Ipc, classes) })
}

/// What a rule asks for.
fn of_rule(rule: &PatentRule) -> Option<Query> {
    let wanted: Vec<Classes> = [&rule.any, &rule.and].into_iter().filter_map(|l| set(l)).collect();
    let wanted = joined(wanted, Classes::And);
    let unwanted = set(&rule.not);
    let words = rule.keywords.as_deref().and_then(|text| sextant_query::parse(text).ok());
    let ipc = |classes| Query::Class(Scheme::Ipc, classes);
    let (classes, left) = match (wanted, unwanted) {
        (Some(wanted), Some(not)) => {
            (Some(ipc(Classes::Not(Box::new(wanted), Box::new(not)))), None)
        }
        (wanted, left) => (wanted.map(ipc), left.map(ipc)),
    };
    let query = joined([classes, words].into_iter().flatten().collect(), Query::And)?;
    Some(match left {
        Some(not) => Query::Not(Box::new(query), Box::new(not)),
        None => query,
    })
}

/// A list of symbols, of which one is enough.
fn set(lines: &[String]) -> Option<Classes> {
    joined(lines.iter().filter_map(|line| symbols(line)).map(Classes::Set).collect(), Classes::Or)
}

/// Several joined, one as it is.
pub(crate) fn joined<T>(mut parts: Vec<T>, join: impl Fn(Vec<T>) -> T) -> Option<T> {
    if parts.len() > 1 { Some(join(parts)) } else { parts.pop() }
}
