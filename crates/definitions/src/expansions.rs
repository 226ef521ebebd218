//! What lies below the subgroups that definitions name.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use sextant_query::{Hierarchy, Scheme, Symbol};

use crate::IpcScheme;

/// What lies below every subgroup that a definition names, so that a build needs no
/// scheme: the file `expansions/ipc.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expansions {
    pub(crate) edition: String,
    below: BTreeMap<Symbol, Vec<Symbol>>,
    /// Symbols that the edition does not have.
    pub(crate) absent: BTreeMap<Symbol, Absent>,
    /// Subgroups that the edition gives no place or a wrong one, and what they are
    /// indented below.
    pub(crate) parents: BTreeMap<Symbol, Symbol>,
}

impl Expansions {
    /// Edition of the scheme that they were taken from: `2016.01`.
    #[must_use]
    pub fn edition(&self) -> &str {
        &self.edition
    }

    /// Why a symbol is not in that edition, where it is listed as absent from it.
    #[must_use]
    pub fn absent(&self, symbol: Symbol) -> Option<&str> {
        self.absent.get(&symbol).map(|absent| absent.because.as_str())
    }

    /// A scheme as ingested, with the places that were written down by hand.
    pub(crate) fn completed(&self, scheme: &IpcScheme) -> IpcScheme {
        let mut completed = scheme.clone();
        for (child, parent) in self.parents.iter().filter(|(child, _)| scheme.has(**child)) {
            completed.add_below(&child.to_string(), &parent.to_string());
        }
        completed
    }

    /// The subgroups with an expansion, in the order of the scheme, each with what lies
    /// below it.
    pub fn all(&self) -> impl Iterator<Item = (Symbol, &[Symbol])> {
        self.below.iter().map(|(symbol, below)| (*symbol, below.as_slice()))
    }
}

impl Hierarchy for Expansions {
    fn below(&self, scheme: Scheme, symbol: Symbol) -> Option<Vec<Symbol>> {
        if scheme != Scheme::Ipc {
            return None;
        }
        let listed = self.below.get(&symbol).cloned();
        listed.or_else(|| self.absent.get(&symbol).map(|absent| absent.below.clone()))
    }
}

/// A symbol that the edition does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Absent {
    pub(crate) because: String,
    pub(crate) below: Vec<Symbol>,
}

/// The file `expansions/ipc.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Expansions")]
pub(crate) struct ExpansionsFile {
    /// Edition of the scheme that `below` was taken from.
    pub(crate) edition: String,
    /// Symbols that the edition does not have; edited by hand.
    #[serde(default)]
    pub(crate) absent: BTreeMap<String, AbsentEntry>,
    /// Subgroups that the list of the edition gives no place or a wrong one, and the
    /// subgroup that each is indented below; edited by hand.
    #[serde(default)]
    pub(crate) parents: BTreeMap<String, String>,
    /// Every subgroup that a definition names, and the subgroups indented below it;
    /// written by `sextant definitions expand`.
    #[serde(default)]
    pub(crate) below: BTreeMap<String, Vec<String>>,
}

/// A symbol that the edition does not have.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Absent")]
pub(crate) struct AbsentEntry {
    /// Since or until when it is in force, or why it is listed anyway.
    pub(crate) because: String,
    /// For a subgroup: those indented below it.
    #[serde(default)]
    pub(crate) below: Vec<String>,
}

impl ExpansionsFile {
    /// With symbols read; what is no symbol is left out, after validation has named it.
    pub(crate) fn read(self) -> Expansions {
        let symbols = |texts: Vec<String>| texts.iter().filter_map(|t| t.parse().ok()).collect();
        let below = self.below.into_iter();
        let absent = self.absent.into_iter();
        let parents = self.parents.into_iter();
        Expansions {
            edition: self.edition,
            below: below.filter_map(|(s, below)| Some((s.parse().ok()?, symbols(below)))).collect(),
            absent: absent
                .filter_map(|(symbol, entry)| {
                    let AbsentEntry { because, below } = entry;
                    Some((symbol.parse().ok()?, Absent { because, below: symbols(below) }))
                })
                .collect(),
            parents: parents
                .filter_map(|(child, parent)| Some((child.parse().ok()?, parent.parse().ok()?)))
                .collect(),
        }
    }
}
