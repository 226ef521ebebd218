//! What the tables of an export say of a company, in a row of its own or of its deals.

use std::borrow::Cow;

use sextant_definitions::Geographies;

use super::categories::categories;
use super::place::{by_code, country};
use crate::InvestmentCompany;
use crate::read::{Column, GeoCache, Out, Record};

/// Stands for what an export does not have.
pub(super) const NONE: Column = Column::optional("no such column", &[]);

/// Columns of a company.
pub(super) struct CompanyColumns<'g> {
    /// Id, or permalink.
    pub(super) id: usize,
    name: usize,
    country: usize,
    categories: [usize; 2],
    geographies: &'g Geographies,
}

impl<'g> CompanyColumns<'g> {
    /// Places of the id, the name, the country, the categories and the market.
    pub(super) fn new(
        [id, name, country, list, market]: [usize; 5],
        geographies: &'g Geographies,
    ) -> Self {
        Self { id, name, country, categories: [list, market], geographies }
    }

    /// A fresh cache of countries.
    pub(super) fn cache(&self) -> GeoCache<'_> {
        GeoCache::new(|text| by_code(self.geographies, text))
    }

    /// The name of the company.
    pub(super) fn name<'r>(&self, record: &'r Record<'_>) -> Cow<'r, str> {
        record.text(self.name)
    }

    /// The company of a record; a country that is none is noted.
    pub(super) fn read<T>(
        &self,
        record: &Record<'_>,
        cache: &mut GeoCache<'_>,
        out: &mut Out<T>,
    ) -> InvestmentCompany {
        let lists = self.categories.map(|at| record.text(at));
        InvestmentCompany {
            company: record.text(self.id).into_owned(),
            name: self.name(record).into_owned(),
            geo: country(cache, record.field(self.country), out),
            categories: categories(lists.iter().map(|list| &**list)),
        }
    }
}
