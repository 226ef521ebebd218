//! The scheme of the International Patent Classification, once ingested.

use std::collections::{BTreeMap, BTreeSet};

use sextant_query::{Depth, Hierarchy, Scheme, Symbol};

/// The symbols of an edition of the International Patent Classification, and which is
/// indented below which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IpcScheme {
    edition: String,
    symbols: BTreeSet<Symbol>,
    children: BTreeMap<Symbol, BTreeSet<Symbol>>,
    parents: BTreeMap<Symbol, Symbol>,
    /// Subgroups that a list gives as their own parent: their place is not known.
    loose: BTreeSet<Symbol>,
}

impl IpcScheme {
    /// A scheme without symbols yet, of an edition such as `2016.01`.
    #[must_use]
    pub fn new(edition: &str) -> Self {
        Self { edition: edition.to_owned(), ..Self::default() }
    }

    /// Adds a symbol of the nomenclature, with the class, subclass and main group above
    /// it. False where the text is no symbol; sections (`A`) are none.
    pub fn add(&mut self, symbol: &str) -> bool {
        let read = symbol.parse().ok();
        let mut next = read;
        while let Some(symbol) = next.take_if(|symbol| self.symbols.insert(*symbol)) {
            next = symbol.above();
        }
        read.is_some()
    }

    /// Adds that a subgroup is indented directly below another, in the place of what was
    /// known of it. False where either is no subgroup, because what lies in a main group
    /// is told by its number, or where both are the same, as published lists have it for
    /// some.
    pub fn add_below(&mut self, child: &str, parent: &str) -> bool {
        let subgroup = |text: &str| {
            text.parse().ok().filter(|symbol: &Symbol| symbol.depth() == Depth::Subgroup)
        };
        let (Some(child), Some(parent)) = (subgroup(child), subgroup(parent)) else {
            return false;
        };
        if child == parent {
            self.loose.insert(child);
            return false;
        }
        if let Some(former) = self.parents.insert(child, parent)
            && let Some(children) = self.children.get_mut(&former)
        {
            children.remove(&child);
        }
        self.children.entry(parent).or_default().insert(child)
    }

    /// Whether it is known what a subgroup is indented below.
    #[must_use]
    pub fn places(&self, symbol: Symbol) -> bool {
        self.parents.contains_key(&symbol)
    }

    /// The edition that the symbols are of.
    #[must_use]
    pub fn edition(&self) -> &str {
        &self.edition
    }

    /// All its symbols, in the order of the scheme.
    pub fn symbols(&self) -> impl Iterator<Item = Symbol> {
        self.symbols.iter().copied()
    }

    /// Whether no symbol was added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.symbols.is_empty()
    }

    /// Whether the edition has a symbol: as such, or something in it.
    #[must_use]
    pub fn has(&self, symbol: Symbol) -> bool {
        self.symbols.contains(&symbol)
    }
}

impl Hierarchy for IpcScheme {
    /// None also for a subgroup that only a list of titles has: what it is indented below
    /// is not known, and so what is indented below it is not either.
    fn below(&self, scheme: Scheme, symbol: Symbol) -> Option<Vec<Symbol>> {
        let in_tree = self.places(symbol)
            || self.loose.contains(&symbol)
            || self.children.contains_key(&symbol);
        if scheme != Scheme::Ipc || !self.has(symbol) || !in_tree {
            return None;
        }
        let mut found = BTreeSet::new();
        let mut open = vec![symbol];
        while let Some(symbol) = open.pop() {
            let children = self.children.get(&symbol).into_iter().flatten().copied();
            open.extend(children.filter(|child| found.insert(*child)));
        }
        found.remove(&symbol);
        Some(found.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scheme() -> IpcScheme {
        let mut scheme = IpcScheme::new("2016.01");
        for symbol in ["H01M 4/00", "H01M 4/58", "H01M 4/583", "H01M 4/587", "H01M 4/60"] {
            assert!(scheme.add(symbol));
        }
        assert!(scheme.add_below("H01M 4/58", "H01M 4/00"));
        assert!(scheme.add_below("H01M 4/583", "H01M 4/58"));
        assert!(scheme.add_below("H01M 4/587", "H01M 4/583"));
        assert!(scheme.add_below("H01M 4/60", "H01M 4/00"));
        assert!(scheme.add("H01M 4/64"));
        scheme
    }

    fn below(scheme: &IpcScheme, symbol: &str) -> Option<Vec<String>> {
        let symbol = symbol.parse().ok()?;
        let below = scheme.below(Scheme::Ipc, symbol)?;
        Some(below.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn what_is_indented_deeper_lies_below_too() {
        let scheme = scheme();
        let both = vec!["H01M 4/583".to_owned(), "H01M 4/587".to_owned()];
        assert_eq!(below(&scheme, "H01M 4/58"), Some(both));
        assert_eq!(below(&scheme, "H01M 4/60"), Some(Vec::new()));
        assert_eq!(below(&scheme, "H01M 4/00").map(|all| all.len()), Some(4));
    }

    #[test]
    fn what_the_scheme_does_not_have() {
        let scheme = scheme();
        assert_eq!(below(&scheme, "H01M 4/62"), None);
        // Without its place in the tree.
        assert_eq!(below(&scheme, "H01M 4/64"), None);
        assert!("H01M 4".parse().is_ok_and(|symbol| scheme.has(symbol)));
        assert!("H01".parse().is_ok_and(|symbol| scheme.has(symbol)));
        assert!("H02".parse().is_ok_and(|symbol| !scheme.has(symbol)));
    }

    #[test]
    fn what_is_its_own_parent_has_no_place_but_children() {
        let mut scheme = scheme();
        assert!(scheme.add("H01M 4/70") && scheme.add("H01M 4/72"));
        assert!(!scheme.add_below("H01M 4/70", "H01M 4/70"));
        assert!(scheme.add_below("H01M 4/72", "H01M 4/70"));
        assert_eq!(below(&scheme, "H01M 4/70"), Some(vec!["H01M 4/72".to_owned()]));
        assert!("H01M 4/70".parse().is_ok_and(|symbol| !scheme.places(symbol)));
        assert!("H01M 4/72".parse().is_ok_and(|symbol| scheme.places(symbol)));
    }

    #[test]
    fn a_place_can_be_corrected() {
        let mut scheme = scheme();
        assert!(scheme.add_below("H01M 4/587", "H01M 4/60"));
        assert_eq!(below(&scheme, "H01M 4/58"), Some(vec!["H01M 4/583".to_owned()]));
        assert_eq!(below(&scheme, "H01M 4/60"), Some(vec!["H01M 4/587".to_owned()]));
    }

    #[test]
    fn sections_are_no_symbols_and_groups_have_no_places() {
        let mut scheme = IpcScheme::new("2016.01");
        assert!(!scheme.add("H"));
        assert!(!scheme.add_below("H01M 4/58", "H01M"));
        assert!(scheme.is_empty());
    }
}
