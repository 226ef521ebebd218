//! Symbols to file inventions under.

use std::collections::BTreeSet;

use sextant_definitions::{Definitions, Expansions};
use sextant_query::{Classes, Depth, Hierarchy, Query, Scheme, Symbol, SymbolSet};

use crate::draws::Stream;

/// Symbols besides those that definitions name.
const OTHERS: &str = include_str!("../../data/patent-symbols.txt");

/// Subgroups and heads of main groups, in the order of the scheme.
#[derive(Clone, Debug)]
pub(super) struct Known {
    all: Vec<Symbol>,
    /// Those that no definition names.
    pub(super) others: Vec<Symbol>,
    /// For every technology by id, the symbols of its list for the CPC.
    cpc: Vec<(String, Vec<Symbol>)>,
}

impl Known {
    pub(super) fn new(definitions: &Definitions) -> Self {
        let others: Vec<Symbol> = OTHERS
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.parse().ok())
            .collect();
        let mut all: BTreeSet<Symbol> = others.iter().copied().collect();
        for query in definitions.patent_queries() {
            each_set(&query.query, &mut |set| all.extend(named(set)));
        }
        all.extend(definitions.expansions().all().flat_map(|(_, below)| below).copied());
        let cpc = definitions.technologies.iter().filter_map(|technology| {
            let lines = &technology.patents.as_ref()?.cpc;
            let first = |line: &String| Symbol::read(line.split(" - ").next()?.as_bytes());
            let symbols = lines.iter().filter_map(first).map(whole).collect();
            Some((technology.id.clone(), symbols))
        });
        Self { all: all.into_iter().map(whole).collect(), others, cpc: cpc.collect() }
    }

    /// A symbol that a set holds.
    pub(super) fn choose(
        &self,
        set: SymbolSet,
        scheme: Scheme,
        expansions: &Expansions,
        stream: &mut Stream,
    ) -> Symbol {
        let (first, last) = match set {
            SymbolSet::Low(symbol) => {
                let below = expansions.below(scheme, symbol).unwrap_or_default();
                let lower = below.get(stream.index(below.len() + 1));
                return lower.copied().unwrap_or(symbol);
            }
            SymbolSet::Named(symbol) => (symbol, symbol.last()),
            SymbolSet::Range(first, last) => (first, last.last()),
        };
        let from = self.all.partition_point(|symbol| *symbol < first);
        let until = self.all.partition_point(|symbol| *symbol <= last);
        let inside = self.all.get(from..until).unwrap_or(&[]);
        stream.pick(inside).copied().unwrap_or_else(|| whole(first))
    }

    /// A symbol of the CPC that a technology lists.
    pub(super) fn cpc_of(&self, technology: &str, stream: &mut Stream) -> Option<Symbol> {
        let (_, symbols) = self.cpc.iter().find(|(id, _)| id == technology)?;
        stream.pick(symbols).copied()
    }
}

/// A symbol that an application can be filed under: the head of a main group for the
/// group, the first group of a subclass, the first subclass of a class.
fn whole(symbol: Symbol) -> Symbol {
    let ending = match symbol.depth() {
        Depth::Class => "B 1/00",
        Depth::Subclass => " 1/00",
        Depth::MainGroup => "/00",
        Depth::Subgroup => "",
    };
    format!("{symbol}{ending}").parse().unwrap_or(symbol)
}

/// The symbols that a set is written with, classes without subclass left out: their
/// content is known better from the others.
fn named(set: SymbolSet) -> Vec<Symbol> {
    let symbols = match set {
        SymbolSet::Named(symbol) | SymbolSet::Low(symbol) => vec![symbol],
        SymbolSet::Range(first, last) => vec![first, last],
    };
    symbols.into_iter().filter(|symbol| symbol.depth() > Depth::Class).map(whole).collect()
}

fn each_set(query: &Query, visit: &mut impl FnMut(SymbolSet)) {
    match query {
        Query::Text(..) => {}
        Query::Class(_, classes) => each_class(classes, visit),
        Query::And(parts) | Query::Or(parts) => parts.iter().for_each(|p| each_set(p, visit)),
        Query::Not(left, right) => {
            each_set(left, visit);
            each_set(right, visit);
        }
    }
}

fn each_class(classes: &Classes, visit: &mut impl FnMut(SymbolSet)) {
    match classes {
        Classes::Set(set) => visit(*set),
        Classes::And(parts) | Classes::Or(parts) => {
            parts.iter().for_each(|part| each_class(part, visit));
        }
        Classes::Not(left, right) => {
            each_class(left, visit);
            each_class(right, visit);
        }
    }
}

/// Appends a symbol as published: the main group right in four places.
pub(super) fn push_symbol(line: &mut Vec<u8>, symbol: Symbol) {
    let text = symbol.to_string();
    let (subclass, group) = text.split_once(' ').unwrap_or((&text, ""));
    let main = group.find('/').unwrap_or(group.len());
    line.extend_from_slice(subclass.as_bytes());
    line.extend(std::iter::repeat_n(b' ', 4_usize.saturating_sub(main)));
    line.extend_from_slice(group.as_bytes());
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "what cannot be unwrapped in a test fails it")]

    use super::*;
    use crate::draws::{Draws, Topic};

    #[test]
    fn symbols_are_printed_as_published() {
        for (symbol, printed) in [("H01M 4/583", "H01M   4/583"), ("C12N 2015/00", "C12N2015/00")] {
            let mut line = Vec::new();
            push_symbol(&mut line, symbol.parse().unwrap());
            assert_eq!(String::from_utf8(line).unwrap(), printed);
        }
    }

    #[test]
    fn every_line_of_the_list_is_a_symbol_of_a_subgroup() {
        for line in OTHERS.lines().filter(|line| !line.starts_with('#')) {
            let symbol: Symbol = line.parse().unwrap();
            assert_eq!((symbol.depth(), symbol.to_string().as_str()), (Depth::Subgroup, line));
        }
    }

    #[test]
    fn a_chosen_symbol_is_in_its_set() {
        let definitions = Definitions::builtin().unwrap();
        let known = Known::new(&definitions);
        let mut stream = Draws::new(1).stream(Topic::PatentTemplate, &[]);
        for text in ["G06", "A01", "B25J", "G02B 5", "H01L 31/00"] {
            let symbol: Symbol = text.parse().unwrap();
            let set = SymbolSet::Named(symbol);
            let chosen = known.choose(set, Scheme::Ipc, definitions.expansions(), &mut stream);
            assert!(symbol.contains(chosen) && chosen.depth() == Depth::Subgroup, "{chosen}");
        }
    }
}
