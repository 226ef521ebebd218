//! How many inventions each year has.

/// First priority year.
pub(crate) const FIRST: u16 = 2000;
/// Number of priority years.
pub(crate) const YEARS: usize = 24;
/// Last priority year and last filing year.
pub(crate) const LAST: u16 = 2023;

/// Growth of the world on the year before, per mille.
const GROWTH: u64 = 1035;

/// What an edition made in 2024 knows of its last years, per mille: applications are
/// published 18 months after their priority, and translations enter later still.
const KNOWN: [u64; 3] = [850, 450, 80];

/// Of `total` families, how many have their priority in each year.
pub(super) fn counts(total: u64) -> [u64; YEARS] {
    let weights = weights();
    let sum: u128 = weights.iter().copied().map(u128::from).sum();
    let mut counts = [0; YEARS];
    let (mut before, mut reached) = (0_u64, 0_u128);
    for (count, weight) in counts.iter_mut().zip(weights) {
        reached += u128::from(weight);
        let until = u64::try_from(u128::from(total) * reached / sum).unwrap_or(u64::MAX);
        *count = until - before;
        before = until;
    }
    counts
}

fn weights() -> [u64; YEARS] {
    let mut weights = [0; YEARS];
    let mut level = 1_000_000_u64;
    for (at, weight) in weights.iter_mut().enumerate() {
        let known = (at + KNOWN.len()).checked_sub(YEARS).map_or(1000, |late| KNOWN[late]);
        *weight = level * known / 1000;
        level = level * GROWTH / 1000;
    }
    weights
}

/// The priority years in order.
pub(crate) fn years() -> impl Iterator<Item = u16> {
    FIRST..=LAST
}

/// Place of a year among them.
pub(crate) fn index(year: u16) -> usize {
    usize::from(year.saturating_sub(FIRST)).min(YEARS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_has_a_year_and_the_last_three_are_thin() {
        let counts = counts(100_000);
        assert_eq!(counts.iter().sum::<u64>(), 100_000);
        assert!(counts[..21].is_sorted());
        let known = |at: usize| counts[at] * 100 / counts[20];
        assert_eq!([known(21), known(22), known(23)], [87, 48, 8], "with growth of 3.5 percent");
        assert_eq!(usize::from(LAST - FIRST) + 1, YEARS);
    }
}
