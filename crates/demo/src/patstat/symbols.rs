//! Symbols to file inventions under.

use std::collections::BTreeSet;

use sextant_definitions::{Alternative, Definitions, Expansions, Technology};
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
    /// For every technology by id, the symbols of the CPC that definitions name for it.
    cpc: Vec<(String, Vec<Symbol>)>,
    /// Those of them that say how an invention is good for the climate: class Y02.
    tags: Vec<Symbol>,
}

impl Known {
    pub(super) fn new(definitions: &Definitions) -> Self {
        let others: Vec<Symbol> = OTHERS
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.parse().ok())
            .collect();
        let mut all: BTreeSet<Symbol> = others.iter().copied().collect();
        let mut low = BTreeSet::new();
        for query in definitions.patent_queries() {
            each_set(&query.query, &mut |_, set| {
                all.extend(named(set));
                low.extend(Some(set).filter(|set| matches!(set, SymbolSet::Low(_))));
            });
        }
        // What published sets of definitions expand besides has no place here: inventions
        // are made for our own definitions, and would change with every set that is read.
        let expanded = definitions.expansions().all();
        let expanded = expanded.filter(|(symbol, _)| low.contains(&SymbolSet::Low(*symbol)));
        all.extend(expanded.flat_map(|(_, below)| below).copied());
        let cpc: Vec<(String, Vec<Symbol>)> = definitions
            .technologies
            .iter()
            .filter_map(|technology| Some((technology.id.clone(), cpc(definitions, technology)?)))
            .collect();
        let tags: BTreeSet<Symbol> = cpc.iter().flat_map(|(_, symbols)| symbols).copied().collect();
        let tags =
            tags.into_iter().filter(|symbol| symbol.to_string().starts_with("Y02")).collect();
        Self { all: all.into_iter().map(whole).collect(), others, cpc, tags }
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

    /// The symbol of the CPC that an invention of a technology mostly has.
    pub(super) fn cpc_of(&self, technology: &str, stream: &mut Stream) -> Option<Symbol> {
        let (_, symbols) = self.cpc.iter().find(|(id, _)| id == technology)?;
        if stream.one_in(5) { None } else { stream.pick(symbols).copied() }
    }

    /// A tag that an invention now and then has and does not deserve.
    pub(super) fn stray(&self, stream: &mut Stream) -> Option<Symbol> {
        if stream.one_in(24) { stream.pick(&self.tags).copied() } else { None }
    }

    /// Whether anything in the CPC is known of a subject.
    pub(super) fn has_cpc(&self, subject: &str) -> bool {
        self.cpc.iter().any(|(id, _)| id == subject)
    }
}

/// The symbols of the CPC that a technology lists, and those that published sets name for
/// it. None where it has no rules about patents.
fn cpc(definitions: &Definitions, technology: &Technology) -> Option<Vec<Symbol>> {
    let lines = &technology.patents.as_ref()?.cpc;
    let first = |line: &String| Symbol::read(line.split(" - ").next()?.as_bytes());
    let mut symbols: BTreeSet<Symbol> = lines.iter().filter_map(first).map(whole).collect();
    let readings = definitions.alternatives.iter().flat_map(Alternative::patent_queries);
    for reading in readings.filter(|reading| reading.subject == technology.id) {
        each_set(&reading.query, &mut |scheme, set| {
            if scheme == Scheme::Cpc {
                symbols.extend(named(set));
            }
        });
    }
    Some(symbols.into_iter().collect())
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

fn each_set(query: &Query, visit: &mut impl FnMut(Scheme, SymbolSet)) {
    match query {
        Query::Text(..) => {}
        Query::Class(scheme, classes) => each_class(*scheme, classes, visit),
        Query::And(parts) | Query::Or(parts) => parts.iter().for_each(|p| each_set(p, visit)),
        Query::Not(left, right) => {
            each_set(left, visit);
            each_set(right, visit);
        }
    }
}

fn each_class(scheme: Scheme, classes: &Classes, visit: &mut impl FnMut(Scheme, SymbolSet)) {
    match classes {
        Classes::Set(set) => visit(scheme, *set),
        Classes::And(parts) | Classes::Or(parts) => {
            parts.iter().for_each(|part| each_class(scheme, part, visit));
        }
        Classes::Not(left, right) => {
            each_class(scheme, left, visit);
            each_class(scheme, right, visit);
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
    fn what_only_published_sets_expand_is_not_drawn() {
        let definitions = Definitions::builtin().unwrap();
        let symbol: Symbol = "C12N 9/26".parse().unwrap();
        assert!(definitions.expansions().all().any(|(_, below)| below.contains(&symbol)));
        assert!(!Known::new(&definitions).all.contains(&symbol));
    }

    #[test]
    fn the_tags_of_a_technology_are_those_of_its_definitions() {
        let definitions = Definitions::builtin().unwrap();
        let known = Known::new(&definitions);
        assert!(known.tags.len() > 50 && known.tags.iter().all(|t| t.depth() == Depth::Subgroup));
        let mut stream = Draws::new(1).stream(Topic::PatentTemplate, &[]);
        let of_wind: Vec<Symbol> =
            (0..2000).filter_map(|_| known.cpc_of("wind-power", &mut stream)).collect();
        assert!((1500..1700).contains(&of_wind.len()), "{} of 2000", of_wind.len());
        assert!(of_wind.iter().any(|symbol| symbol.to_string() == "Y02E 10/766"));
        assert!(!of_wind.iter().any(|symbol| symbol.to_string().starts_with("Y02E 10/4")));
        let strays = (0..2000).filter(|_| known.stray(&mut stream).is_some()).count();
        assert!((50..120).contains(&strays), "{strays} of 2000");
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
