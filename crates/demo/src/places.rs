//! The geographies that report in any source of the data set.

use sextant_definitions::{Definitions, GeoCode};

use crate::countries::Country;

/// Comtrade's code of Belgium-Luxembourg, one reporter until 1998.
pub(crate) const BELGIUM_LUXEMBOURG: u16 = 58;

/// Reporting geographies, sorted by code.
#[derive(Clone, Debug)]
pub(crate) struct Places {
    /// Codes in the definitions.
    pub(crate) codes: Vec<GeoCode>,
    /// Whether each is a Member State of the EU27.
    pub(crate) member: Vec<bool>,
}

impl Places {
    pub(crate) fn new(definitions: &Definitions, countries: &[Country]) -> Self {
        let union = definitions.geographies.by_comtrade(BELGIUM_LUXEMBOURG).map(|g| g.code);
        let mut codes: Vec<GeoCode> = countries.iter().map(|c| c.code).chain(union).collect();
        codes.sort_unstable();
        codes.dedup();
        let eu27 = definitions.geographies.eu27();
        let member = codes.iter().map(|code| eu27.contains(code)).collect();
        Self { codes, member }
    }

    /// Number of places.
    pub(crate) fn len(&self) -> usize {
        self.codes.len()
    }

    /// Place of a code.
    pub(crate) fn position(&self, code: &str) -> Option<usize> {
        self.codes.binary_search_by(|place| place.as_str().cmp(code)).ok()
    }

    /// The Member States of the EU27.
    pub(crate) fn members(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.len()).filter(|place| self.member[*place])
    }
}
