//! Which products of which nomenclature belong to which subject.

use std::collections::BTreeSet;

use sextant_definitions::{Definitions, HsVintage, Subject, SubjectKind};

/// One product in one subject.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Member {
    /// `hs2017`, `cn2023` or `group`.
    pub classification: String,
    /// Product code as in the source.
    pub product: String,
    /// Kind of subject.
    pub kind: SubjectKind,
    /// Subject id.
    pub subject: String,
    /// The code of the definition through which it belongs; empty for the total.
    pub code: String,
    /// Level of detail: the number of digits; 0 for a TOTAL row or a group.
    pub level: usize,
}

/// The HS vintage whose codes begin a product of this nomenclature. A code of the
/// Combined Nomenclature begins with the six digits in force in its year.
#[must_use]
pub fn vintage_of(classification: &str) -> Option<HsVintage> {
    if let Some(year) = classification.strip_prefix("cn") {
        return HsVintage::in_force(year.parse().ok()?);
    }
    classification.parse().ok()
}

/// The codes through which a product can belong to a subject: those with no shorter
/// listed code in front of them, so that a product belongs through one code only.
#[must_use]
pub fn codes(definitions: &Definitions, subject: &str, classification: &str) -> BTreeSet<String> {
    let Some(vintage) = vintage_of(classification) else { return BTreeSet::new() };
    let listed = definitions.hs_codes(subject, vintage);
    let covered = |code: &String| (1..code.len()).any(|digits| listed.contains(&code[..digits]));
    listed.iter().filter(|code| !covered(code)).cloned().collect()
}

/// What the products of one nomenclature belong to.
pub struct Membership {
    classification: String,
    subjects: Vec<(Subject, BTreeSet<String>)>,
}

impl Membership {
    /// Looks up every subject's codes in a nomenclature.
    #[must_use]
    pub fn new(definitions: &Definitions, classification: &str) -> Self {
        let subjects = definitions.subjects().into_iter().map(|subject| {
            let codes = codes(definitions, &subject.id, classification);
            (subject, codes)
        });
        Self { classification: classification.into(), subjects: subjects.collect() }
    }

    /// Positions, in the order of [`Definitions::subjects`], of the subjects a
    /// product belongs to, each with the code through which it does.
    pub fn subjects_of(&self, product: &str) -> impl Iterator<Item = (usize, String)> {
        let code = move |(subject, codes): &(Subject, BTreeSet<String>)| match subject.kind {
            SubjectKind::Technology | SubjectKind::Ecosystem => through(codes, product),
            SubjectKind::ProductGroup => (subject.id == product).then(|| product.to_owned()),
            SubjectKind::Field | SubjectKind::Sector => None,
            SubjectKind::Total => {
                (subject.is_traded() && self.classification != "group").then(String::new)
            }
        };
        let all = self.subjects.iter().enumerate();
        all.filter_map(move |(position, subject)| Some((position, code(subject)?)))
    }

    /// The same as rows, for SQL.
    #[must_use]
    pub fn members(&self, product: &str) -> Vec<Member> {
        self.subjects_of(product)
            .map(|(position, code)| Member {
                classification: self.classification.clone(),
                product: product.to_owned(),
                kind: self.subjects[position].0.kind,
                subject: self.subjects[position].0.id.clone(),
                code,
                level: level(product),
            })
            .collect()
    }
}

fn through(codes: &BTreeSet<String>, product: &str) -> Option<String> {
    (1..=product.len())
        .filter_map(|digits| product.get(..digits))
        .find(|start| codes.contains(*start))
        .map(str::to_owned)
}

fn level(product: &str) -> usize {
    if product.bytes().all(|byte| byte.is_ascii_digit()) { product.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cn_code_follows_the_harmonised_system_of_its_year() {
        assert_eq!(vintage_of("cn2021"), Some(HsVintage::Hs2017));
        assert_eq!(vintage_of("cn2022"), Some(HsVintage::Hs2022));
        assert_eq!(vintage_of("hs2002"), Some(HsVintage::Hs2002));
        assert_eq!(vintage_of("group"), None);
    }

    #[test]
    fn a_product_belongs_through_the_shortest_listed_code() {
        let codes = BTreeSet::from(["44".to_owned(), "940360".to_owned()]);
        assert_eq!(through(&codes, "440131"), Some("44".into()));
        assert_eq!(through(&codes, "940360"), Some("940360".into()));
        assert_eq!(through(&codes, "940350"), None);
        assert_eq!(through(&codes, "94036090"), Some("940360".into()));
    }

    #[test]
    fn only_digits_have_a_level() {
        assert_eq!(level("TOTAL"), 0);
        assert_eq!(level("44"), 2);
        assert_eq!(level("35069110"), 8);
    }
}
