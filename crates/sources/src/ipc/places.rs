//! Where each symbol stands: directly below which other.

use std::collections::{BTreeMap, BTreeSet};

use sextant_query::{Depth, Symbol};

use super::hierarchy::Entry;
use super::{NOMENCLATURE, symbols};
use crate::NomenclatureLink;

/// Links and what had to be done to get them.
#[derive(Debug, Default)]
pub(super) struct Placed {
    pub(super) links: Vec<NomenclatureLink>,
    pub(super) noted: BTreeMap<&'static str, u64>,
}

/// Places every symbol, in the order of the scheme.
pub(super) fn place(entries: &[Entry]) -> Placed {
    let mut scheme = Scheme::of(entries);
    scheme.infer();
    let mut links = Vec::with_capacity(scheme.symbols.len());
    for symbol in scheme.above_groups() {
        links.extend(symbol.above().map(|above| link(symbol, above)));
    }
    for (symbol, place) in &scheme.symbols {
        let above = match place {
            Place::Below(above) => Some(*above),
            Place::Unknown | Place::Former => None,
        };
        links.extend(above.or_else(|| by_number(*symbol)).map(|above| link(*symbol, above)));
    }
    links.sort_by_key(|link| link.0);
    Placed { links: links.into_iter().map(|link| link.1).collect(), noted: scheme.noted }
}

fn link(from: Symbol, to: Symbol) -> (Symbol, NomenclatureLink) {
    let link = NomenclatureLink {
        from_nomenclature: NOMENCLATURE.to_owned(),
        from_code: symbols::code(from),
        to_nomenclature: NOMENCLATURE.to_owned(),
        to_code: symbols::code(to),
        relationship: "below".to_owned(),
        weight: None,
    };
    (from, link)
}

/// What numbers alone tell: a subgroup stands below the head of its main group, the
/// head below its subclass, the subclass below its class.
fn by_number(symbol: Symbol) -> Option<Symbol> {
    match head(symbol) {
        Some(head) if head != symbol => Some(head),
        Some(_) => symbol.above()?.above(),
        None => symbol.above(),
    }
}

/// Where the head of a main group, or a subclass, stands whatever the file says.
fn certain(symbol: Symbol) -> Option<Symbol> {
    by_number(symbol).filter(|_| head(symbol).is_none_or(|head| head == symbol))
}

/// `H01M 4/00` of `H01M 4/583`; none for what is no subgroup.
fn head(symbol: Symbol) -> Option<Symbol> {
    let group = (symbol.depth() == Depth::Subgroup).then(|| symbol.above()).flatten()?;
    format!("{group}/00").parse().ok()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Below(Symbol),
    /// The file does not tell.
    Unknown,
    /// No longer in the scheme, so nowhere in particular.
    Former,
}

/// The symbols in their order.
struct Scheme {
    symbols: BTreeMap<Symbol, Place>,
    noted: BTreeMap<&'static str, u64>,
}

impl Scheme {
    fn of(entries: &[Entry]) -> Self {
        let mut scheme = Self { symbols: BTreeMap::new(), noted: BTreeMap::new() };
        for Entry { symbol, ancestor } in entries {
            let place = scheme.told(*symbol, *ancestor);
            scheme.symbols.insert(*symbol, place);
        }
        for ancestor in entries.iter().filter_map(|entry| entry.ancestor) {
            if !scheme.symbols.contains_key(&ancestor) {
                scheme.note("absent-ancestor");
                let place = certain(ancestor).map_or(Place::Unknown, Place::Below);
                scheme.symbols.insert(ancestor, place);
            }
        }
        scheme.add_heads();
        scheme
    }

    /// Groups of former symbols may have no line for their head.
    fn add_heads(&mut self) {
        let heads: BTreeSet<Symbol> = self.symbols.keys().filter_map(|s| head(*s)).collect();
        for head in heads {
            let place = certain(head).map_or(Place::Unknown, Place::Below);
            self.symbols.entry(head).or_insert(place);
        }
    }

    /// What the file says.
    fn told(&mut self, symbol: Symbol, ancestor: Option<Symbol>) -> Place {
        let certain = certain(symbol);
        let place = match ancestor {
            Some(ancestor) if ancestor == symbol => {
                self.note("own-ancestor");
                Place::Unknown
            }
            Some(ancestor) => Place::Below(ancestor),
            None if certain.is_none() => {
                self.note("former-symbol");
                Place::Former
            }
            None => Place::Unknown,
        };
        certain.map_or(place, Place::Below)
    }

    fn note(&mut self, reason: &'static str) {
        *self.noted.entry(reason).or_default() += 1;
    }

    /// Fills the gaps from the back: the place of the symbol behind is known then.
    fn infer(&mut self) {
        let gaps = self.symbols.iter().filter(|(_, place)| **place == Place::Unknown);
        let gaps: Vec<Symbol> = gaps.map(|(symbol, _)| *symbol).rev().collect();
        for symbol in gaps {
            self.note("inferred-place");
            if let Some(above) = self.beside_next(symbol).or_else(|| head(symbol)) {
                self.symbols.insert(symbol, Place::Below(above));
            }
        }
    }

    /// What the next symbol that is not below `symbol` stands below.
    fn beside_next(&self, symbol: Symbol) -> Option<Symbol> {
        let group = symbol.above()?;
        let mut below = BTreeSet::from([symbol]);
        for (next, place) in self.symbols.range(symbol..=group.last()).skip(1) {
            match place {
                Place::Below(above) if below.contains(above) => below.insert(*next),
                Place::Below(above) => return Some(*above),
                Place::Unknown | Place::Former => continue,
            };
        }
        None
    }

    /// Classes and subclasses of the symbols, which have no line of their own.
    fn above_groups(&self) -> BTreeSet<Symbol> {
        let groups = self.symbols.keys().filter(|symbol| symbol.depth() > Depth::Subclass);
        let subclasses = groups.filter_map(|symbol| symbol.above()?.above());
        subclasses.filter(|subclass| !self.symbols.contains_key(subclass)).collect()
    }
}
