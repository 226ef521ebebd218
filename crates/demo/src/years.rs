//! The years that each demo source covers.

/// First year of BACI.
pub(crate) const BACI_FIRST: u16 = 2010;
/// Number of years of BACI.
pub(crate) const BACI_YEARS: usize = 14;
/// First year of the IMF table.
pub(crate) const IMF_FIRST: u16 = 1994;
/// Last year of BACI and of the IMF table.
pub(crate) const LAST: u16 = 2023;
/// Years of Comext.
pub(crate) const COMEXT: [u16; 2] = [2022, 2023];

/// The years of BACI in order.
pub(crate) fn baci() -> impl DoubleEndedIterator<Item = u16> {
    BACI_FIRST..=LAST
}

/// Place of a year among those of BACI.
pub(crate) fn baci_index(year: u16) -> usize {
    usize::from(year.saturating_sub(BACI_FIRST)).min(BACI_YEARS - 1)
}
