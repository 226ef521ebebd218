//! What lies below a subgroup, which its number does not tell.

use crate::{Scheme, Symbol};

/// The tree of a scheme: `H01M 4/583` is indented below `H01M 4/58`.
pub trait Hierarchy {
    /// The symbols indented below a subgroup, at any depth, without itself, in order.
    /// None where the symbol is not in the scheme.
    fn below(&self, scheme: Scheme, symbol: Symbol) -> Option<Vec<Symbol>>;
}

/// No scheme at hand: it knows no symbol.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoHierarchy;

impl Hierarchy for NoHierarchy {
    fn below(&self, _: Scheme, _: Symbol) -> Option<Vec<Symbol>> {
        None
    }
}
