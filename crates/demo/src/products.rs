//! What is traded: HS 2007 codes of six digits.

use std::collections::BTreeSet;

use crate::Error;
use crate::draws::{Draws, Topic};
use crate::missing::Missing;
use crate::subjects::SubjectCodes;

/// Codes beside those that the definitions name, so that every chapter, and every
/// heading that an ecosystem lists, has goods in it.
const FILLERS: &str = include_str!("../data/fillers-hs2007.txt");

/// A product of the demo world.
#[derive(Clone, Debug)]
pub(crate) struct Product {
    /// HS 2007 code of six digits.
    pub(crate) code: String,
    /// The code as a number, for draws.
    pub(crate) key: u64,
    /// Share in world trade, in parts of [`Products::weight`].
    pub(crate) weight: u64,
    /// The subjects it belongs to, the total included.
    pub(crate) subjects: Vec<usize>,
}

/// All products, in the order of their codes.
#[derive(Clone, Debug)]
pub(crate) struct Products {
    /// The products.
    pub(crate) all: Vec<Product>,
    /// Sum of their weights.
    pub(crate) weight: u64,
}

impl Products {
    /// Products for a data set of some scale: every code of six digits that a
    /// definition names, and more fillers the larger the scale.
    pub(crate) fn choose(
        lists: &SubjectCodes,
        missing: &Missing,
        scale: f64,
        draws: Draws,
    ) -> Result<Self, Error> {
        let codes = codes(lists, if scale < 0.5 { 1 } else { usize::MAX });
        let all: Vec<Product> =
            codes.into_iter().filter_map(|code| product(code, lists, missing, draws)).collect();
        if all.is_empty() {
            return Err(Error::lacking("no subject lists a code of the Harmonised System 2007"));
        }
        let weight = all.iter().map(|product| product.weight).sum();
        Ok(Self { all, weight })
    }

    /// Place of a code.
    pub(crate) fn position(&self, code: &str) -> Option<usize> {
        self.all.binary_search_by(|product| product.code.as_str().cmp(code)).ok()
    }
}

fn codes(lists: &SubjectCodes, fillers_each: usize) -> BTreeSet<String> {
    let listed: BTreeSet<&String> = (0..lists.len()).flat_map(|s| lists.of(s)).collect();
    let mut codes: BTreeSet<String> =
        listed.iter().filter(|c| c.len() == 6).map(|c| (*c).clone()).collect();
    for code in listed.iter().filter(|code| code.len() < 6) {
        let within = fillers().filter(|filler| filler.starts_with(code.as_str()));
        codes.extend(within.take(fillers_each).map(str::to_owned));
    }
    for chapter in 1..=97_u32 {
        let chapter = format!("{chapter:02}");
        let within = fillers().filter(|filler| filler.starts_with(&chapter));
        codes.extend(within.take(fillers_each).map(str::to_owned));
    }
    codes
}

fn fillers() -> impl Iterator<Item = &'static str> {
    FILLERS.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

fn product(code: String, lists: &SubjectCodes, missing: &Missing, draws: Draws) -> Option<Product> {
    let key = code.parse().ok()?;
    // Weights over a range of 16, as trade in products is uneven. What BACI lacks in
    // some year is light, so that sums that lack it make no step.
    let ordinary = 16 << draws.between(Topic::ProductWeight, &[key], 0, 4);
    let weight = if missing.ever_lacks(&code) { 1 } else { ordinary };
    let subjects = lists.of_product(&code);
    Some(Product { code, key, weight, subjects })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fillers_cover_every_chapter_and_are_sorted() {
        let all: Vec<&str> = fillers().collect();
        assert!(all.is_sorted(), "out of order or with a duplicate");
        assert!(all.iter().all(|code| code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit())));
        let chapters: BTreeSet<&str> = all.iter().map(|code| &code[..2]).collect();
        assert_eq!(chapters.len(), 96);
        assert!(!chapters.contains("77"), "chapter 77 is reserved and empty");
    }
}
