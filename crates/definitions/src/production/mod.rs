//! Which headings of the Prodcom list belong to which subject, year by year.
//!
//! Headings change every year. A definition names those of one list, and each is
//! followed backwards and forwards as long as nothing is lost or taken in. Where that
//! ends, the series has a break: drawn through, it would show a growth that is none.

mod chain;
mod changes;
mod expand;
mod show;
#[cfg(test)]
mod tests;
mod weights;

use std::collections::BTreeMap;

pub use chain::{ChainSpan, HeadingBreak, HeadingBreakKind, HeadingChain};
pub use changes::ProdcomChanges;
pub use expand::{MissingChanges, expand_prodcom};
pub use show::HeadingRow;
pub use weights::HeadingWeight;

pub(crate) use changes::{ProdcomChangesFile, is_code, list_year};
pub(crate) use expand::touched;
pub(crate) use weights::{WHOLE, is_exact};

use crate::{Definitions, Ecosystem, Technology};
use chain::List;

impl Definitions {
    /// The headings of a technology in force in a year, with their weights in
    /// ten-thousandths. A parent is the union of its children, each heading with its
    /// largest weight. Empty for other subjects and before the first list; after the last
    /// list known its headings are taken to go on.
    ///
    /// ```
    /// let definitions = sextant_definitions::Definitions::builtin()?;
    /// assert_eq!(definitions.production_headings("wind-power", 2020)["27112670"], 3000);
    /// # Ok::<(), sextant_definitions::Error>(())
    /// ```
    #[must_use]
    pub fn production_headings(&self, subject: &str, year: u16) -> BTreeMap<String, u32> {
        let lists = self.production_lists(subject);
        let known = lists.range(..=year).next_back();
        let last = lists.keys().next_back().copied();
        match known {
            Some((found, list)) if *found == year || Some(*found) == last => list.clone(),
            _ => List::new(),
        }
    }

    /// Why a technology's headings of a year do not hold the same goods as those of the
    /// year before, by the first year of the new series. A split or merger between
    /// headings of the technology is no break.
    #[must_use]
    pub fn production_breaks(&self, subject: &str) -> BTreeMap<u16, Vec<HeadingBreak>> {
        chain::all_breaks(&self.prodcom, &self.production_lists(subject))
    }

    /// Share of a heading that belongs to an ecosystem, in ten-thousandths: that of the
    /// finest industry in `nace.weights` that the first four digits of the heading lie in,
    /// else 0.
    #[must_use]
    pub fn production_weight(&self, ecosystem: &str, heading: &str) -> u32 {
        let found = self.ecosystems.iter().find(|e| e.id == ecosystem);
        found.map_or(0, |ecosystem| weights::of_industry(&ecosystem.nace, heading))
    }

    /// What a heading of the list of a year was and became in the others.
    #[must_use]
    pub fn heading_chain(&self, heading: &str, list_year: u16) -> HeadingChain {
        chain::chain(&self.prodcom, heading, list_year)
    }

    /// The changes of the Prodcom list that the definitions need.
    #[must_use]
    pub fn prodcom_changes(&self) -> &ProdcomChanges {
        &self.prodcom
    }

    /// The headings of every year, from the first list to the last.
    fn production_lists(&self, subject: &str) -> BTreeMap<u16, List> {
        let mut lists: BTreeMap<u16, List> = BTreeMap::new();
        for technology in self.technologies.iter().filter(|t| self.is_within(&t.id, subject)) {
            for (year, list) in self.own_lists(technology) {
                let union = lists.entry(year).or_default();
                for (heading, weight) in list {
                    let largest = union.entry(heading).or_default();
                    *largest = weight.max(*largest);
                }
            }
        }
        lists
    }

    fn own_lists(&self, technology: &Technology) -> BTreeMap<u16, List> {
        let Some(production) = &technology.production else {
            return BTreeMap::new();
        };
        let named = production.heading_weights().map(|named| (named.heading, named.weight_e4));
        chain::follow(&self.prodcom, &named.collect(), production.prodcom_year)
    }
}

/// Whether a technology has headings of its own.
pub(crate) fn has_headings(technology: &Technology) -> bool {
    technology.production.as_ref().is_some_and(|p| p.heading_weights().next().is_some())
}

/// Whether an ecosystem has industries that Prodcom covers.
pub(crate) fn has_industries(ecosystem: &Ecosystem) -> bool {
    let mut listed = ecosystem.nace.weights.iter();
    listed.any(|weight| weight.code.get(..2).is_some_and(weights::is_covered))
}
