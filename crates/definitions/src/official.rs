//! Official lists and correspondences, handed in by whoever has ingested them.

use std::collections::{BTreeMap, BTreeSet};

use crate::production::list_year;
use crate::{HsVintage, IpcScheme, ProdcomChanges};

/// The official codes of the Harmonised System, symbols of the International Patent
/// Classification and headings of the Prodcom lists, as far as they are at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficialLists {
    /// Codes of each vintage at hand, of 6 digits and, where the list has them, 2 and 4.
    pub codes: BTreeMap<HsVintage, BTreeSet<String>>,
    /// Lines of the correlation tables at hand, in either direction.
    pub correspondences: Vec<Correspondence>,
    /// The scheme of the International Patent Classification; empty where it is not.
    pub ipc: IpcScheme,
    /// Headings of each yearly Prodcom list at hand, by its year.
    pub prodcom: BTreeMap<u16, BTreeSet<String>>,
    /// The changes between those lists; empty where they are not at hand.
    pub prodcom_changes: ProdcomChanges,
}

/// One line of an official correlation table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Correspondence {
    /// Vintage of `from_code`.
    pub from: HsVintage,
    /// Code of six digits.
    pub from_code: String,
    /// Vintage of `to_code`.
    pub to: HsVintage,
    /// Code of six digits.
    pub to_code: String,
}

impl OfficialLists {
    /// Notes a heading of a yearly Prodcom list, named as in the lake: `prodcom2021`.
    /// Whether the name is that of such a list. Changes are noted with
    /// [`ProdcomChanges::add`].
    pub fn add_heading(&mut self, nomenclature: &str, heading: &str) -> bool {
        let year = list_year(nomenclature);
        if let Some(year) = year {
            self.prodcom.entry(year).or_default().insert(heading.to_owned());
        }
        year.is_some()
    }

    /// Whether a vintage has a code, or anything below it. None where the list of
    /// the vintage is not at hand.
    #[must_use]
    pub fn has(&self, vintage: HsVintage, code: &str) -> Option<bool> {
        let list = self.codes.get(&vintage)?;
        let next = list.range(code.to_owned()..).next();
        Some(next.is_some_and(|found| found.starts_with(code)))
    }

    /// The vintages that have a code, of those at hand.
    #[must_use]
    pub fn vintages_with(&self, code: &str) -> Vec<HsVintage> {
        HsVintage::ALL.into_iter().filter(|v| self.has(*v, code) == Some(true)).collect()
    }
}

/// Counterparts of codes from one vintage to a neighbouring one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Links {
    pairs: BTreeMap<(HsVintage, HsVintage), BTreeMap<String, BTreeSet<String>>>,
}

impl Links {
    /// Every line, readable in both directions.
    pub(crate) fn new(correspondences: &[Correspondence]) -> Self {
        let mut links = Self::default();
        for line in correspondences {
            links.add((line.from, line.to), &line.from_code, &line.to_code);
            links.add((line.to, line.from), &line.to_code, &line.from_code);
        }
        links
    }

    fn add(&mut self, pair: (HsVintage, HsVintage), from: &str, to: &str) {
        let table = self.pairs.entry(pair).or_default();
        table.entry(from.to_owned()).or_default().insert(to.to_owned());
    }

    /// The table between two vintages, by code of the first.
    pub(crate) fn between(
        &self,
        from: HsVintage,
        to: HsVintage,
    ) -> Option<&BTreeMap<String, BTreeSet<String>>> {
        self.pairs.get(&(from, to))
    }
}
