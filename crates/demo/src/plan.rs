//! Which country sells which products to which other.
//!
//! The choice does not depend on the year, so series run smoothly; large pairs
//! trade many products and small pairs few or none.

use std::collections::BTreeSet;

use crate::anchors::{self, Flows};
use crate::draws::{Draws, Topic};
use crate::products::Products;
use crate::world::World;

/// Rows of BACI at scale 1, all years together.
const ROWS_AT_ONE: f64 = 1_000_000.0;

/// The plan of who trades what.
#[derive(Debug)]
pub(crate) struct Plan {
    /// Rows of each pair, in 65536ths: `reach[from] * reach[to] * density >> 32`.
    reach: Vec<u64>,
    density: u64,
    most: u64,
    anchors: Flows,
    draws: Draws,
}

impl Plan {
    pub(crate) fn new(world: &World<'_>) -> Self {
        let anchors = anchors::flows(world);
        let fixed: usize = anchors.values().map(BTreeSet::len).sum();
        let per_year = whole(ROWS_AT_ONE * world.options.scale / 14.0);
        let wanted = per_year.saturating_sub(u64::try_from(fixed).unwrap_or(0));
        let reach = world.countries.iter().map(|c| (c.size * 1_000_000).isqrt()).collect();
        // No pair trades more than three quarters of all products.
        let most = u64::try_from(world.products.all.len() * 3 / 4).unwrap_or(0) << 16;
        let mut plan = Self { reach, density: 0, most, anchors, draws: world.draws };
        plan.density = plan.density_for(wanted << 16);
        plan
    }

    /// The products of a pair, in order, as places in `products.all`.
    pub(crate) fn products(
        &self,
        (from, to): (usize, usize),
        keys: (u64, u64),
        products: &Products,
        skills: &[u64],
    ) -> Vec<usize> {
        let rounding = self.draws.at(Topic::Rounding, &[keys.0, keys.1]) & 0xffff;
        let count = usize::try_from((self.rows(from, to) + rounding) >> 16).unwrap_or(0);
        let all = products.all.len();
        let mut chosen: Vec<usize> = (0..count)
            .map(|part| {
                let (low, high) = (part * all / count, (part + 1) * all / count);
                self.better_of_two(low, high - low, keys, products, skills)
            })
            .collect();
        if let Some(anchors) = self.anchors.get(&(from, to)) {
            chosen.extend(anchors);
            chosen.sort_unstable();
            chosen.dedup();
        }
        chosen
    }

    /// Of two products drawn from a part of the list, the one that the exporter is
    /// better at and the world wants more.
    fn better_of_two(
        &self,
        low: usize,
        width: usize,
        keys: (u64, u64),
        products: &Products,
        skills: &[u64],
    ) -> usize {
        let key = [keys.0, keys.1, u64::try_from(low).unwrap_or(0)];
        let first = low + self.draws.index(Topic::FirstChoice, &key, width);
        let second = low + self.draws.index(Topic::SecondChoice, &key, width);
        let score = |at: usize| products.all[at].weight * skills[at];
        if score(second) > score(first) { second } else { first }
    }

    fn rows(&self, from: usize, to: usize) -> u64 {
        let reach = u128::from(self.reach[from] * self.reach[to]);
        let rows = (reach * u128::from(self.density)) >> 32;
        u64::try_from(rows).unwrap_or(u64::MAX).min(self.most)
    }

    /// The density at which all pairs together have the rows wanted, by halving.
    fn density_for(&mut self, wanted: u64) -> u64 {
        let (mut low, mut high) = (0_u64, 1 << 48);
        while low < high {
            self.density = low + (high - low) / 2;
            if self.all_rows() < wanted { low = self.density + 1 } else { high = self.density }
        }
        low
    }

    fn all_rows(&self) -> u64 {
        let places = 0..self.reach.len();
        let pairs = places.clone().flat_map(|from| places.clone().map(move |to| (from, to)));
        pairs.filter(|(from, to)| from != to).map(|(from, to)| self.rows(from, to)).sum()
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count of rows, far below 2^53 and not negative"
)]
fn whole(value: f64) -> u64 {
    value as u64
}
