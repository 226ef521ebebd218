//! The demo world: who trades what, how it grows, and what is hidden in it.

use sextant_definitions::{Definitions, Family, HsVintage, Subject};

use crate::countries::{self, Country};
use crate::draws::Draws;
use crate::economy::Economy;
use crate::ledger::Ledger;
use crate::missing::Missing;
use crate::places::Places;
use crate::products::Products;
use crate::subjects::SubjectCodes;
use crate::{Error, Options};

/// Everything that the sources of one data set have in common.
#[derive(Debug)]
pub(crate) struct World<'a> {
    /// The definitions whose subjects are traded.
    pub(crate) definitions: &'a Definitions,
    /// What was asked for.
    pub(crate) options: Options,
    /// All chance.
    pub(crate) draws: Draws,
    /// `definitions.subjects()`.
    pub(crate) subjects: Vec<Subject>,
    /// Who trades.
    pub(crate) countries: Vec<Country>,
    /// What is traded.
    pub(crate) products: Products,
    /// How it grows.
    pub(crate) economy: Economy,
    /// Every geography of the truth.
    pub(crate) places: Places,
    /// Codes that BACI lacks on purpose.
    pub(crate) missing: Missing,
    /// For every product, whether a green technology lists it.
    pub(crate) green: Vec<bool>,
    /// For every country, its place among the geographies of the truth.
    pub(crate) place: Vec<usize>,
    /// Sum of the sizes of all countries.
    pub(crate) size: u64,
}

impl<'a> World<'a> {
    pub(crate) fn new(definitions: &'a Definitions, options: Options) -> Result<Self, Error> {
        let draws = Draws::new(options.seed);
        let subjects = definitions.subjects();
        let countries = countries::choose(definitions, options.scale, draws)?;
        let codes = SubjectCodes::new(definitions, &subjects, HsVintage::Hs2007);
        let missing = Missing::choose(&subjects, &codes);
        let products = Products::choose(&codes, &missing, options.scale, draws)?;
        let economy = Economy::new(&countries, &products, draws);
        let places = Places::new(definitions, &countries);
        let is_green = |s: &usize| subjects[*s].family == Some(Family::Green);
        let green = products.all.iter().map(|p| p.subjects.iter().any(is_green)).collect();
        let place = countries.iter().map(|c| places.position(&c.code).unwrap_or(0)).collect();
        let size = countries.iter().map(|country| country.size).sum();
        Ok(Self {
            definitions,
            options,
            draws,
            subjects,
            countries,
            products,
            economy,
            places,
            missing,
            green,
            place,
            size,
        })
    }

    /// The codes of every subject in a vintage.
    pub(crate) fn codes(&self, vintage: HsVintage) -> SubjectCodes {
        SubjectCodes::new(self.definitions, &self.subjects, vintage)
    }

    /// An empty ledger for one direction of one source and year.
    pub(crate) fn ledger(&self) -> Ledger {
        Ledger::new(self.places.len(), self.subjects.len())
    }
}
