//! Weights, exact to the ten-thousandth.

use crate::{NaceWeights, Production, SharedHeading};

/// The weight of what belongs to a subject wholly, in ten-thousandths.
pub(crate) const WHOLE: u32 = 10_000;

/// A heading of a technology and how much of it belongs there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingWeight {
    /// Heading of eight digits.
    pub heading: String,
    /// Weight in ten-thousandths; 10000 is the whole.
    pub weight_e4: u32,
}

impl Production {
    /// Every heading named, the whole ones first, with its weight.
    pub fn heading_weights(&self) -> impl Iterator<Item = HeadingWeight> + '_ {
        let whole = |heading: &String| HeadingWeight { heading: heading.clone(), weight_e4: WHOLE };
        let part = |shared: &SharedHeading| HeadingWeight {
            heading: shared.heading.clone(),
            weight_e4: ten_thousandths(shared.weight),
        };
        self.headings.iter().map(whole).chain(self.shared.iter().map(part))
    }
}

/// A weight from 0 to 1 in ten-thousandths.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 0 and 10000, as the weight is between 0 and 1"
)]
pub(crate) fn ten_thousandths(weight: f64) -> u32 {
    (weight.clamp(0.0, 1.0) * f64::from(WHOLE)).round() as u32
}

/// Whether a weight has no more than four decimals.
pub(crate) fn is_exact(weight: f64) -> bool {
    let scaled = weight * f64::from(WHOLE);
    (scaled - scaled.round()).abs() < 1e-6
}

/// Whether Prodcom is about a division of NACE: mining of metals, other mining, and all of
/// manufacturing. The few headings elsewhere are sums and scrap.
pub(crate) fn is_covered(division: &str) -> bool {
    matches!(division, "07" | "08")
        || (division.len() == 2 && division.parse().is_ok_and(|d: u8| (10..=33).contains(&d)))
}

/// Share of an industry's headings that belongs to an ecosystem: that of the finest
/// industry listed that holds the heading. The shares of whole divisions are for data that
/// stop there: a heading of a class that an ecosystem leaves out is not in it.
pub(crate) fn of_industry(nace: &NaceWeights, heading: &str) -> u32 {
    let class = heading.get(..4).unwrap_or(heading);
    let holding = nace.weights.iter().filter(|industry| holds(&industry.code, class));
    let finest = holding.max_by_key(|industry| industry.code.len());
    finest.map_or(0, |industry| ten_thousandths(industry.weight))
}

/// Whether an industry, `27.2`, holds a class, `2720`.
fn holds(industry: &str, class: &str) -> bool {
    let mut rest = class.bytes();
    industry.bytes().filter(|byte| *byte != b'.').all(|byte| rest.next() == Some(byte))
}
