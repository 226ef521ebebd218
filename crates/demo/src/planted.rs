//! What is hidden in the data on purpose, for a build to find.

use crate::economy::{Path, per_mille};
use crate::years;

/// A step in a country's exports.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Event {
    /// Whose exports.
    pub(crate) geo: &'static str,
    /// First year.
    pub(crate) first: u16,
    /// Last year.
    pub(crate) last: u16,
    /// What is left of all exports in these years, per mille.
    pub(crate) factor: u64,
}

/// A break: all exports fall by 35 percent, for good, while those of others do not.
pub(crate) const BREAK: Event = Event { geo: "NL", first: 2015, last: years::LAST, factor: 650 };

/// Not a break: one year stands out and the series returns.
pub(crate) const SPIKE: Event = Event { geo: "AT", first: 2018, last: 2018, factor: 1600 };

/// Year in which BACI lacks some codes of a subject, so that it is incomplete there
/// while Comtrade has them all.
pub(crate) const PARTIAL_YEAR: u16 = 2019;

/// Year in which BACI lacks most codes of a subject, so that there is no figure.
pub(crate) const ABSENT_YEAR: u16 = 2012;

/// A growth path with the events of its country in it.
pub(crate) fn apply(geo: &str, smooth: Path) -> Path {
    let mut path = smooth;
    for event in [BREAK, SPIKE].iter().filter(|event| event.geo == geo) {
        for (index, year) in years::baci().enumerate() {
            if (event.first..=event.last).contains(&year) {
                path[index] *= per_mille(event.factor);
            }
        }
    }
    path
}
