//! Which products belong to which subject, in one vintage of the Harmonised System.

use std::collections::BTreeSet;

use sextant_definitions::{ALL_PRODUCTS, Definitions, HsVintage, Subject};

/// The codes of every subject in one vintage, in the order of
/// `Definitions::subjects()`.
#[derive(Clone, Debug)]
pub(crate) struct SubjectCodes {
    codes: Vec<Vec<String>>,
    total: usize,
}

impl SubjectCodes {
    /// The lists of one vintage. A code that lies within another code of the same
    /// subject is dropped: a product belongs to a subject once.
    pub(crate) fn new(definitions: &Definitions, subjects: &[Subject], vintage: HsVintage) -> Self {
        let codes =
            subjects.iter().map(|s| outermost(&definitions.hs_codes(&s.id, vintage))).collect();
        let total = subjects.iter().position(|s| s.id == ALL_PRODUCTS).unwrap_or(0);
        Self { codes, total }
    }

    /// The codes of a subject, none for what has no goods and for the total.
    pub(crate) fn of(&self, subject: usize) -> &[String] {
        &self.codes[subject]
    }

    /// Place of the total `all-products`.
    pub(crate) fn total(&self) -> usize {
        self.total
    }

    /// Number of subjects.
    pub(crate) fn len(&self) -> usize {
        self.codes.len()
    }

    /// The subjects that a product belongs to, the total included.
    pub(crate) fn of_product(&self, product: &str) -> Vec<usize> {
        (0..self.codes.len())
            .filter(|s| *s == self.total || self.codes[*s].iter().any(|c| product.starts_with(c)))
            .collect()
    }

    /// For every subject the share, 0 to 1, of its codes for which there is a
    /// product; none for subjects without codes.
    pub(crate) fn coverage(&self, products: &BTreeSet<String>) -> Vec<Option<f64>> {
        self.codes.iter().map(|codes| share_covered(codes, products)).collect()
    }
}

/// The products that begin with a code.
pub(crate) fn within<'a>(
    products: &'a BTreeSet<String>,
    code: &'a str,
) -> impl Iterator<Item = &'a String> {
    products.range(code.to_owned()..).take_while(move |product| product.starts_with(code))
}

/// HS chapters that products lie in, `TOTAL` left aside.
pub(crate) fn chapters(products: &BTreeSet<String>) -> u32 {
    let chapters: BTreeSet<&str> =
        products.iter().filter(|p| *p != "TOTAL").filter_map(|p| p.get(..2)).collect();
    u32::try_from(chapters.len()).unwrap_or(u32::MAX)
}

fn outermost(codes: &BTreeSet<String>) -> Vec<String> {
    let inside = |code: &&String| (2..code.len()).any(|n| codes.contains(&code[..n]));
    codes.iter().filter(|code| !inside(code)).cloned().collect()
}

fn share_covered(codes: &[String], products: &BTreeSet<String>) -> Option<f64> {
    if codes.is_empty() {
        return None;
    }
    let covered = codes.iter().filter(|code| within(products, code).next().is_some()).count();
    let count = |n: usize| u32::try_from(n).map_or(0.0, f64::from);
    Some(count(covered) / count(codes.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(codes: &[&str]) -> BTreeSet<String> {
        codes.iter().map(|code| (*code).to_owned()).collect()
    }

    #[test]
    fn a_code_within_another_is_dropped() {
        assert_eq!(outermost(&set(&["8541", "854140", "85", "44"])), ["44", "85"]);
    }

    #[test]
    fn coverage_counts_codes_with_any_product() {
        let codes = ["8541".to_owned(), "850231".to_owned()];
        let products = set(&["854140", "854190", "8502", "TOTAL"]);
        assert_eq!(share_covered(&codes, &products), Some(0.5));
        assert_eq!(share_covered(&[], &products), None);
        assert_eq!(chapters(&products), 1);
    }
}
