//! How sizes, tastes and years make a flow of goods.

use crate::countries::Country;
use crate::draws::{Draws, Topic};
use crate::planted;
use crate::products::Products;
use crate::years::{self, BACI_YEARS};

/// Factors for each year of BACI.
pub(crate) type Path = [f64; BACI_YEARS];

/// The world's change of trade on the year before, per mille. Invented; common to
/// all, so that no country departs from its peers by it.
const CYCLE: [u64; BACI_YEARS] =
    [1000, 1140, 1010, 1020, 1010, 910, 980, 1080, 1070, 980, 940, 1200, 1090, 980];

/// Powers of the fourth root of two from a half to two, per mille.
const SKILLS: [u64; 9] = [500, 595, 707, 841, 1000, 1189, 1414, 1682, 2000];

/// The thousandth of this part of what two sizes suggest is traded, which makes world
/// trade about a quarter of all sizes together.
const PART: u128 = 12_000;

/// Growth of countries and products.
#[derive(Clone, Debug)]
pub(crate) struct Economy {
    /// Per country, of what it exports; planted events included.
    pub(crate) exports: Vec<Path>,
    /// Per country, of what it imports.
    pub(crate) imports: Vec<Path>,
    /// Per product.
    pub(crate) products: Vec<Path>,
}

impl Economy {
    pub(crate) fn new(countries: &[Country], products: &Products, draws: Draws) -> Self {
        let exports = countries
            .iter()
            .map(|c| {
                let smooth = country_path(draws, c.key, 0);
                planted::apply(&c.code, smooth)
            })
            .collect();
        let imports = countries.iter().map(|c| country_path(draws, c.key, 1)).collect();
        let products = products.all.iter().map(|p| product_path(draws, p.key)).collect();
        Self { exports, imports, products }
    }
}

fn country_path(draws: Draws, key: u64, side: u64) -> Path {
    let trend = draws.between(Topic::CountryTrend, &[key, side], 990, 1020);
    path(|year| {
        let noise = draws.between(Topic::CountryNoise, &[key, side, year], 985, 1015);
        // The cycle belongs to the flow, so only one side carries it.
        let cycle = if side == 0 { CYCLE[usize::try_from(year).unwrap_or(0)] } else { 1000 };
        [trend, noise, cycle]
    })
}

fn product_path(draws: Draws, key: u64) -> Path {
    let trend = draws.between(Topic::ProductTrend, &[key], 990, 1025);
    path(|year| [trend, draws.between(Topic::ProductNoise, &[key, year], 990, 1010), 1000])
}

/// Multiplies yearly factors, given per mille, into a path that starts at 1.
fn path(factors: impl Fn(u64) -> [u64; 3]) -> Path {
    let mut path = [1.0; BACI_YEARS];
    for (year, _) in years::baci().enumerate().skip(1) {
        let factors = factors(u64::try_from(year).unwrap_or(0));
        path[year] = factors.iter().fold(path[year - 1], |level, f| level * per_mille(*f));
    }
    path
}

/// A whole number of thousandths as a factor.
pub(crate) fn per_mille(value: u64) -> f64 {
    u32::try_from(value).map_or(0.0, f64::from) / 1000.0
}

/// How good a country is at a product, or how much it wants of it, per million.
pub(crate) fn skill(draws: Draws, topics: [Topic; 2], country: u64, product: u64) -> u64 {
    let pick = |topic, key| SKILLS[draws.index(topic, &[country, key], SKILLS.len())];
    pick(topics[0], product / 10_000) * pick(topics[1], product)
}

/// What one country sells to another in the first year, in dollars: sizes over
/// distance, as in a gravity equation, with invented openness and distances.
pub(crate) fn pair_value(draws: Draws, from: &Country, to: &Country, world: u64) -> u64 {
    let openness = draws.between(Topic::Openness, &[from.key], 600, 1600);
    let appetite = draws.between(Topic::Appetite, &[to.key], 600, 1600);
    let (low, high) = (from.key.min(to.key), from.key.max(to.key));
    let nearness = draws.between(Topic::Distance, &[low, high], 400, 1600);
    let union = if from.member && to.member { 3 } else { 1 };
    let sizes = u128::from(from.size) * u128::from(to.size) * 1_000_000_000 / u128::from(world);
    let value = sizes * u128::from(openness * appetite) / 1_000_000 * u128::from(nearness) / PART;
    u64::try_from(value * union).unwrap_or(u64::MAX)
}
