//! The flows as they happened, before any source tells them in its own way.

use crate::comtrade;
use crate::world::World;
use crate::years::{self, BACI_YEARS};

/// Exports and imports in dollars.
pub(crate) type Both = [u64; 2];

/// Sums of the flows behind BACI: by product for the years that Comtrade and Comext
/// tell again, by green goods and all goods for every year.
#[derive(Clone, Debug)]
pub(crate) struct Underlying {
    years: Vec<u16>,
    products: usize,
    by_product: Vec<Both>,
    green: Vec<[Both; BACI_YEARS]>,
    all: Vec<[Both; BACI_YEARS]>,
}

impl Underlying {
    pub(super) fn new(world: &World<'_>) -> Self {
        let mut years: Vec<u16> = years::COMEXT.to_vec();
        years.extend(comtrade::YEARS.iter().map(|edition| edition.like));
        let (countries, products) = (world.countries.len(), world.products.all.len());
        Self {
            by_product: vec![[0; 2]; years.len() * countries * products],
            years,
            products,
            green: vec![[[0; 2]; BACI_YEARS]; countries],
            all: vec![[[0; 2]; BACI_YEARS]; countries],
        }
    }

    /// Notes one flow.
    pub(super) fn add(&mut self, year: usize, pair: [usize; 2], product: (usize, bool), usd: u64) {
        let number = years::BACI_FIRST + u16::try_from(year).unwrap_or(0);
        let slot = self.years.iter().position(|kept| *kept == number);
        for (flow, country) in pair.into_iter().enumerate() {
            self.all[country][year][flow] += usd;
            if product.1 {
                self.green[country][year][flow] += usd;
            }
            if let Some(slot) = slot {
                let at = self.at(slot, country, product.0);
                self.by_product[at][flow] += usd;
            }
        }
    }

    /// What a country sold or bought of a product in a year, in dollars.
    pub(crate) fn product(&self, year: u16, country: usize, product: usize, flow: usize) -> u64 {
        let slot = self.years.iter().position(|kept| *kept == year);
        slot.map_or(0, |slot| self.by_product[self.at(slot, country, product)][flow])
    }

    /// What a country sold and bought of green goods, by year.
    pub(crate) fn green(&self, country: usize) -> &[Both; BACI_YEARS] {
        &self.green[country]
    }

    /// What a country sold and bought of all goods, by year.
    pub(crate) fn all(&self, country: usize) -> &[Both; BACI_YEARS] {
        &self.all[country]
    }

    fn at(&self, slot: usize, country: usize, product: usize) -> usize {
        let countries = self.green.len();
        (slot * countries + country) * self.products + product
    }
}
