//! Flows as reporters declare them: near the underlying ones, never equal.

use crate::baci::Underlying;
use crate::draws::Topic;
use crate::world::World;

/// A reporter and direction, in the year of BACI that the declaration resembles.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Side<'a> {
    /// The countries behind the reporter, as places in `World::countries`.
    pub(crate) countries: &'a [usize],
    /// The reporter as a number, for draws.
    pub(crate) key: u64,
    /// 0 exports, 1 imports.
    pub(crate) flow: usize,
    /// Year of BACI.
    pub(crate) like: u16,
}

impl Side<'_> {
    /// A key for draws about a product.
    pub(crate) fn key(&self, product: &str) -> [u64; 4] {
        let flow = u64::try_from(self.flow).unwrap_or(0);
        [self.key, flow, product.parse().unwrap_or(0), u64::from(self.like)]
    }

    /// Dollars of all goods.
    fn all(&self, underlying: &Underlying) -> u64 {
        let year = crate::years::baci_index(self.like);
        self.countries.iter().map(|country| underlying.all(*country)[year][self.flow]).sum()
    }
}

/// What was traded of a product of six digits, in dollars. Codes of other vintages
/// than BACI's have no flow behind them; theirs is drawn, and sometimes missing.
pub(crate) fn dollars(
    world: &World<'_>,
    underlying: &Underlying,
    side: &Side<'_>,
    product: &str,
) -> u64 {
    match world.products.position(product) {
        Some(at) => {
            let of = |country: &usize| underlying.product(side.like, *country, at, side.flow);
            side.countries.iter().map(of).sum()
        }
        None if world.draws.one_in(Topic::Unknown, &side.key(product), 8) => 0,
        None => invented(world, underlying, side, product),
    }
}

/// A value of the usual size of one product of this reporter, never zero.
pub(crate) fn invented(
    world: &World<'_>,
    underlying: &Underlying,
    side: &Side<'_>,
    product: &str,
) -> u64 {
    let products = u64::try_from(world.products.all.len()).unwrap_or(1);
    let usual = side.all(underlying) / products;
    usual
        * world.draws.between(
            Topic::Unknown,
            &[side.key(product)[0], side.key(product)[2]],
            200,
            1800,
        )
        / 1000
        + 1
}
