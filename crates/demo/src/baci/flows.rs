//! The rows.

use crate::Error;
use crate::baci::{Sums, Underlying};
use crate::decimal::{push_thousandths, push_whole};
use crate::draws::Topic;
use crate::economy::{self, per_mille};
use crate::ledger::Cell;
use crate::output::Output;
use crate::plan::Plan;
use crate::products::Product;
use crate::world::World;
use crate::years;

/// Rows below this value, in dollars, are missing in some years.
const SMALL_ROW: f64 = 2_000_000.0;

/// Writes rows and keeps their sums.
pub(super) struct Writer<'a> {
    world: &'a World<'a>,
    outputs: Vec<Output>,
    sums: Vec<Sums>,
    underlying: Underlying,
    /// How much each country wants of each product: country, then product.
    tastes: Vec<Vec<u64>>,
    line: Vec<u8>,
}

/// What one country sells to another.
struct Pair {
    from: usize,
    to: usize,
    /// Dollars of all goods in the first year, spread over `rows` rows.
    value: u64,
    rows: u64,
}

/// A flow of one product between two countries, over the years.
struct Flow<'a> {
    from: usize,
    to: usize,
    at: usize,
    product: &'a Product,
    /// Dollars in the first year, before noise.
    base: f64,
    usd_per_tonne: u64,
    /// The flow as a number, for draws.
    key: u64,
}

/// One year of a flow.
struct Row {
    year: u16,
    usd: u64,
    /// Tonnes in thousandths, where known.
    weight: Option<u64>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        world: &'a World<'a>,
        outputs: Vec<Output>,
        sums: Vec<Sums>,
        underlying: Underlying,
    ) -> Self {
        let topics = [Topic::ChapterTaste, Topic::ImportTaste];
        let tastes = world.countries.iter().map(|c| skills(world, topics, c.key)).collect();
        Self { world, outputs, sums, underlying, tastes, line: Vec::with_capacity(64) }
    }

    pub(super) fn into_parts(self) -> (Vec<Output>, Vec<Sums>, Underlying) {
        (self.outputs, self.sums, self.underlying)
    }

    /// Writes everything that one country exports.
    pub(super) fn exporter(&mut self, plan: &Plan, from: usize) -> Result<(), Error> {
        let world = self.world;
        let seller = &world.countries[from];
        let skills = skills(world, [Topic::ChapterSkill, Topic::ExportSkill], seller.key);
        for to in (0..world.countries.len()).filter(|to| *to != from) {
            let buyer = &world.countries[to];
            let keys = (seller.key, buyer.key);
            let chosen = plan.products((from, to), keys, &world.products, &skills);
            let value = economy::pair_value(world.draws, seller, buyer, world.size);
            let rows = u64::try_from(chosen.len().max(1)).unwrap_or(1);
            let pair = Pair { from, to, value, rows };
            for at in chosen {
                let flow = self.start(&pair, at, skills[at]);
                self.flow(&flow)?;
            }
        }
        Ok(())
    }

    /// A flow in its first year: the pair's trade, spread over as many rows as it
    /// has, times how far the product, the exporter's skill and the importer's taste
    /// are from the ordinary.
    fn start(&self, pair: &Pair, at: usize, skill: u64) -> Flow<'a> {
        let world = self.world;
        let (product, taste) = (&world.products.all[at], self.tastes[pair.to][at]);
        let products = u128::try_from(world.products.all.len()).unwrap_or(1);
        // Skill and taste are per million each.
        let weighed = u128::from(pair.value) * u128::from(product.weight) * products
            / u128::from(world.products.weight * pair.rows);
        let base = weighed * u128::from(skill) / 1_000_000 * u128::from(taste) / 1_000_000;
        let base = float(u64::try_from(base).unwrap_or(u64::MAX).max(50));
        let (seller, buyer) = (world.countries[pair.from].key, world.countries[pair.to].key);
        let prices = [product.key, seller];
        let usd_per_tonne = world.draws.between(Topic::Quantity, &prices, 300, 60_000);
        let key = world.draws.at(Topic::Flow, &[seller, buyer, product.key]);
        Flow { from: pair.from, to: pair.to, at, product, base, usd_per_tonne, key }
    }

    fn flow(&mut self, flow: &Flow<'_>) -> Result<(), Error> {
        let (seller, buyer) = (&self.world.countries[flow.from], &self.world.countries[flow.to]);
        let active = |year: &u16| seller.trades_in(*year) && buyer.trades_in(*year);
        for year in years::baci().filter(active) {
            let Some(row) = self.draw(flow, year) else { continue };
            let index = years::baci_index(year);
            let green = self.world.green[flow.at];
            self.underlying.add(index, [flow.from, flow.to], (flow.at, green), row.usd);
            if !self.world.missing.lacks(year, &flow.product.code) {
                self.keep(flow, index, row.usd);
                self.row(flow, &row)?;
            }
        }
        Ok(())
    }

    /// One year of a flow. Small flows pause for a year now and then, never at the
    /// ends of the series, where a pause would look like a step.
    fn draw(&self, flow: &Flow<'_>, year: u16) -> Option<Row> {
        let draw = self.world.draws.at(Topic::Row, &[flow.key, u64::from(year)]);
        let inner = (years::BACI_FIRST + 2..=years::LAST - 2).contains(&year);
        if inner && flow.base < SMALL_ROW && (draw >> 48).is_multiple_of(40) {
            return None;
        }
        let (economy, index) = (&self.world.economy, years::baci_index(year));
        let noise = 960 + (draw & 0xffff) % 81;
        let growth = economy.exports[flow.from][index]
            * economy.imports[flow.to][index]
            * economy.products[flow.at][index];
        let usd = dollars(flow.base * growth * per_mille(noise));
        let known = !((draw >> 32) & 0xffff).is_multiple_of(60);
        let weight = known.then(|| usd.saturating_mul(1000) / flow.usd_per_tonne);
        Some(Row { year, usd, weight })
    }

    fn keep(&mut self, flow: &Flow<'_>, index: usize, usd: u64) {
        let cell = Cell::one(i64::try_from(usd).unwrap_or(i64::MAX / 1000) * 1000);
        let (from, to) = (self.world.place[flow.from], self.world.place[flow.to]);
        let sums = &mut self.sums[index];
        for subject in &flow.product.subjects {
            sums.exports.add(from, *subject, cell);
            sums.imports.add(to, *subject, cell);
        }
        sums.seen[flow.at] = true;
    }

    fn row(&mut self, flow: &Flow<'_>, row: &Row) -> Result<(), Error> {
        let mut line = std::mem::take(&mut self.line);
        line.clear();
        let countries = &self.world.countries;
        for number in [row.year, countries[flow.from].baci, countries[flow.to].baci] {
            push_whole(&mut line, u64::from(number));
            line.push(b',');
        }
        line.extend_from_slice(flow.product.code.as_bytes());
        line.push(b',');
        // Dollars are thousandths of the thousand dollars that BACI counts in.
        push_thousandths(&mut line, row.usd);
        line.push(b',');
        match row.weight {
            Some(weight) => push_thousandths(&mut line, weight),
            None => line.extend_from_slice(b"NA"),
        }
        line.push(b'\n');
        self.outputs[years::baci_index(row.year)].row(&line)?;
        self.line = line;
        Ok(())
    }
}

/// How good a country is at every product, or how much it wants of it, per million.
fn skills(world: &World<'_>, topics: [Topic; 2], country: u64) -> Vec<u64> {
    let skill = |p: &Product| economy::skill(world.draws, topics, country, p.key);
    world.products.all.iter().map(skill).collect()
}

/// A value in whole dollars; a row is never worth nothing.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "dollars of one row, positive and far below 2^53"
)]
fn dollars(value: f64) -> u64 {
    (value as u64).max(1)
}

#[expect(clippy::cast_precision_loss, reason = "dollars of one row, far below 2^53")]
fn float(value: u64) -> f64 {
    value as f64
}
