//! The values, in whole euros.

use crate::baci::Underlying;
use crate::comext::goods::{Good, Telling};
use crate::draws::Topic;
use crate::ledger::Cell;
use crate::retold::{self, Side};
use crate::world::World;
use crate::years;

/// A partner and its part of the world, per mille. `QX` is trade inside and outside
/// the Union that is not told by country.
pub(super) const PARTNERS: [(&str, u64); 5] =
    [("CH", 250), ("CN", 200), ("GB", 50), ("QX", 400), ("US", 100)];
/// The part of all EU members, which is no country.
pub(super) const UNION_SHARE: u64 = 400;
/// Values are multiples of this many euros, so that every part is a whole number.
const GRAIN: u64 = 20;

/// Values of products, by year and month.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amounts<'a> {
    pub(super) world: &'a World<'a>,
    pub(super) underlying: &'a Underlying,
}

impl Amounts<'_> {
    /// Euros of a year, over all partners.
    pub(super) fn year(&self, country: usize, good: &Good, flow: usize, year: u16) -> u64 {
        let countries = [country];
        let key = self.world.countries[country].key;
        let side = Side { countries: &countries, key, flow, like: year };
        let usd = retold::dollars(self.world, self.underlying, &side, &good.hs);
        let error = self.world.draws.between(Topic::Comext, &side.key(&good.hs), 970, 1030);
        // Near the exchange rate of these years; the truth converts with the real one.
        usd * error / 1070 / GRAIN * GRAIN
    }

    /// Euros of a month, from 1; the twelve of a year add up to it exactly.
    pub(super) fn month(&self, year: u64, key: [u64; 3], month: u64) -> u64 {
        let part = |month| {
            let [a, b, c] = key;
            let share = self.world.draws.between(Topic::Month, &[a, b, c, month], 500, 1050);
            year / 12 * share / 1000 / GRAIN * GRAIN
        };
        if month < 12 { part(month) } else { year - (1..12).map(part).sum::<u64>() }
    }

    /// What the rows of a product and year amount to for a reader who adds nothing
    /// twice, with the number of rows, in thousandths of a euro.
    pub(super) fn told(&self, country: usize, good: &Good, flow: usize, year: u16) -> Cell {
        let euros = self.year(country, good, flow, year);
        let last = year == years::COMEXT[1];
        let values: Vec<u64> = match good.telling {
            Telling::Year => vec![euros],
            Telling::MonthsAndYear if last => vec![euros],
            Telling::MonthsAndYear | Telling::Months => {
                let key = self.month_key(country, good, flow, year);
                (1..=12).map(|month| self.month(euros, key, month)).collect()
            }
            Telling::YearByPartner => {
                PARTNERS.iter().map(|(_, share)| part(euros, *share)).collect()
            }
        };
        let rows = values.into_iter().filter(|euros| *euros > 0);
        rows.fold(Cell::default(), |mut sum, euros| {
            sum.add(Cell::one(i64::try_from(euros * 1000).unwrap_or(i64::MAX)));
            sum
        })
    }

    /// A key for the draws of months.
    pub(super) fn month_key(
        &self,
        country: usize,
        good: &Good,
        flow: usize,
        year: u16,
    ) -> [u64; 3] {
        let flow = u64::try_from(flow).unwrap_or(0);
        let product: u64 = good.hs.parse().unwrap_or(0);
        [self.world.countries[country].key, product * 2 + flow, u64::from(year)]
    }
}

/// A part of a value, per mille.
pub(super) fn part(euros: u64, share: u64) -> u64 {
    euros * share / 1000
}
