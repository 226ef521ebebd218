//! What the definitions say of investment in companies.

use std::collections::BTreeSet;

use crate::category_map::folded;
use crate::{Definitions, InvestmentCategory};

impl Definitions {
    /// Ids of the ecosystems and technologies that a company of this category belongs
    /// to, technologies with all that they are a part of, in reading order. Capitals and
    /// blanks around the category do not matter. Empty for a category that belongs
    /// nowhere and for one that the map does not know.
    #[must_use]
    pub fn investment_subjects(&self, category: &str) -> &[String] {
        self.category_subjects.get(&folded(category)).map_or(&[], Vec::as_slice)
    }

    /// Every category that the map knows, mapped ones first, each with what it says.
    pub fn investment_categories(&self) -> impl Iterator<Item = InvestmentCategory<'_>> {
        let map = &self.category_map;
        let mapped = map.mapped.keys().map(|name| InvestmentCategory {
            name,
            subjects: self.investment_subjects(name),
            unmapped: None,
        });
        let unmapped = map.unmapped.iter().flat_map(|class| {
            class.categories.iter().map(move |name| InvestmentCategory {
                name,
                subjects: &[],
                unmapped: Some(class),
            })
        });
        mapped.chain(unmapped)
    }

    /// The categories among those seen that the map neither assigns nor leaves out,
    /// trimmed, in lower case, each once, sorted. An empty category is none.
    pub fn unknown_categories<'a>(&self, seen: impl IntoIterator<Item = &'a str>) -> Vec<String> {
        let known: BTreeSet<String> =
            self.investment_categories().map(|category| folded(category.name)).collect();
        let seen: BTreeSet<String> = seen.into_iter().map(folded).collect();
        seen.into_iter().filter(|name| !name.is_empty() && !known.contains(name)).collect()
    }
}
