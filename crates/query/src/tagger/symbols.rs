//! Which symbol sets a symbol is in.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use crate::{Hierarchy, Scheme, Symbol, SymbolSet};

/// All sets of one scheme as disjoint intervals in the order of the scheme.
#[derive(Default)]
pub(super) struct Symbols {
    /// Where each interval begins; it ends where the next one does.
    begins: Vec<u64>,
    /// For each interval, where its atoms begin in `atoms`; one more at the end.
    heads: Vec<usize>,
    atoms: Vec<usize>,
    /// For each subclass, by the leading bits, the first interval that begins behind the
    /// beginning of the subclass; one more at the end.
    subclasses: Vec<usize>,
}

/// Bits of a packed symbol below the subclass.
const BELOW_SUBCLASS: u32 = 35;

impl Symbols {
    pub(super) fn new<'a>(
        sets: impl Iterator<Item = (&'a SymbolSet, usize)>,
        scheme: Scheme,
        hierarchy: &dyn Hierarchy,
    ) -> Self {
        let mut changes: BTreeMap<u64, Vec<(bool, usize)>> = BTreeMap::new();
        for (set, atom) in sets {
            for range in merged(set, scheme, hierarchy) {
                changes.entry(*range.start()).or_default().push((true, atom));
                changes.entry(range.end().saturating_add(1)).or_default().push((false, atom));
            }
        }
        let mut symbols = Self::default();
        let mut inside = BTreeSet::new();
        for (begin, changes) in changes {
            for (enters, atom) in changes {
                if enters {
                    inside.insert(atom)
                } else {
                    inside.remove(&atom)
                };
            }
            symbols.begins.push(begin);
            symbols.heads.push(symbols.atoms.len());
            symbols.atoms.extend(&inside);
        }
        symbols.heads.push(symbols.atoms.len());
        symbols.index();
        symbols
    }

    fn index(&mut self) {
        let last = self.begins.last().map_or(0, |begin| begin >> BELOW_SUBCLASS);
        let behind = |subclass: u64| {
            self.begins.partition_point(|begin| *begin <= subclass << BELOW_SUBCLASS)
        };
        self.subclasses = (0..=last + 1).map(behind).collect();
    }

    /// The atoms of the sets that hold a symbol.
    pub(super) fn atoms(&self, symbol: Symbol) -> &[usize] {
        let packed = symbol.packed();
        let subclass = usize::try_from(packed >> BELOW_SUBCLASS).unwrap_or(usize::MAX);
        let Some([from, to, ..]) = self.subclasses.get(subclass..) else { return &[] };
        let behind = from + self.begins[*from..*to].partition_point(|begin| *begin <= packed);
        match behind.checked_sub(1) {
            Some(at) => &self.atoms[self.heads[at]..self.heads[at + 1]],
            None => &[],
        }
    }
}

/// What a set covers, without overlaps and without neighbours that touch.
fn merged(set: &SymbolSet, scheme: Scheme, hierarchy: &dyn Hierarchy) -> Vec<RangeInclusive<u64>> {
    let whole = |symbol: Symbol| symbol.packed()..=symbol.last().packed();
    let mut ranges = match set {
        SymbolSet::Named(symbol) => vec![whole(*symbol)],
        SymbolSet::Range(first, last) => vec![first.packed()..=last.last().packed()],
        SymbolSet::Low(symbol) => {
            let below = hierarchy.below(scheme, *symbol).unwrap_or_default();
            let alone = |symbol: &Symbol| symbol.packed()..=symbol.packed();
            std::iter::once(whole(*symbol)).chain(below.iter().map(alone)).collect()
        }
    };
    ranges.retain(|range| !range.is_empty());
    ranges.sort_unstable_by_key(|range| *range.start());
    let mut merged: Vec<RangeInclusive<u64>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(before) if *range.start() <= before.end().saturating_add(1) => {
                *before = *before.start()..=*before.end().max(range.end());
            }
            _ => merged.push(range),
        }
    }
    merged
}
