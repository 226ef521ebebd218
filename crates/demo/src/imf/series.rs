//! The numbers behind the lines of one country.

use crate::baci::Underlying;
use crate::draws::Topic;
use crate::economy::Path;
use crate::world::World;
use crate::years;

/// Number of years in the table.
pub(super) const YEARS: usize = (years::LAST - years::IMF_FIRST + 1) as usize;
/// Years before the first of BACI.
const BEFORE: usize = (years::BACI_FIRST - years::IMF_FIRST) as usize;

/// A value for each year, where there is one, in thousandths of a dollar.
pub(super) type Values = [Option<i64>; YEARS];

/// Trade of one country or the world, exports and imports.
#[derive(Clone, Debug)]
pub(super) struct Series {
    /// Low-carbon technology products.
    pub(super) trade: [Values; 2],
    /// All products. Not printed; the shares are.
    all: [Values; 2],
    /// Gross domestic product. Not printed; the percentages are.
    gdp: Values,
}

impl Series {
    /// The series of a country: from 2010 the green goods behind BACI, up to three
    /// percent off, as compilers never agree; before, a steady way back.
    pub(super) fn of(world: &World<'_>, underlying: &Underlying, country: usize) -> Self {
        let missing = missing(world, country);
        let green = |flow: usize| flow_values(world, country, flow, underlying.green(country));
        let all = |flow: usize| flow_values(world, country, flow + 2, underlying.all(country));
        let keep = |values: Values| {
            let mut kept = values;
            kept.iter_mut().zip(&missing).filter(|(_, gone)| **gone).for_each(|(v, _)| *v = None);
            kept
        };
        Self {
            trade: [keep(green(0)), keep(green(1))],
            all: [keep(all(0)), keep(all(1))],
            gdp: gdp(world, country),
        }
    }

    /// The world: the sum of what the countries publish.
    pub(super) fn sum<'a>(series: impl Iterator<Item = &'a Self>) -> Self {
        let nothing = [None; YEARS];
        let mut sum = Self { trade: [nothing; 2], all: [nothing; 2], gdp: nothing };
        for one in series {
            for flow in 0..2 {
                add(&mut sum.trade[flow], &one.trade[flow]);
                add(&mut sum.all[flow], &one.all[flow]);
            }
        }
        sum
    }

    /// Share in all exports (flow 0) or imports (flow 1), in percent.
    pub(super) fn share(&self, flow: usize, year: usize) -> Option<f64> {
        percent(self.trade[flow][year]?, self.all[flow][year]?)
    }

    /// Trade, balance or the sum of both as a percentage of gross domestic product.
    pub(super) fn of_gdp(&self, milli: i64, year: usize) -> Option<f64> {
        percent(milli, self.gdp[year]?)
    }
}

#[expect(clippy::cast_precision_loss, reason = "a published share is a float anyway")]
fn percent(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| 100.0 * (part as f64) / (whole as f64))
}

fn add(sum: &mut Values, values: &Values) {
    for (sum, value) in sum.iter_mut().zip(values) {
        if let Some(value) = value {
            *sum = Some(sum.unwrap_or(0) + value);
        }
    }
}

/// Thousandths of dollars by year. Kinds 0 and 1 are the group, 2 and 3 everything.
fn flow_values(world: &World<'_>, country: usize, kind: usize, usd: &[[u64; 2]]) -> Values {
    let (who, what) = (world.countries[country].key, u64::try_from(kind).unwrap_or(0));
    let draw =
        |topic, at: usize| world.draws.at(topic, &[who, what, u64::try_from(at).unwrap_or(0)]);
    let mut values = [None; YEARS];
    for (at, both) in usd.iter().enumerate().filter(|(_, both)| both[kind % 2] > 0) {
        let draw = draw(Topic::Imf, at);
        let told = both[kind % 2] * (970 + draw % 61) + (draw >> 32) % 1000;
        values[BEFORE + at] = i64::try_from(told).ok();
    }
    for at in (0..BEFORE).rev() {
        let left = i64::try_from(925 + draw(Topic::ImfPast, at) % 50).unwrap_or(950);
        values[at] = values[at + 1].map(|next| next / 1000 * left + next % 1000);
    }
    values
}

/// Gross domestic product, for nine countries in ten.
fn gdp(world: &World<'_>, country: usize) -> Values {
    let mut values = [None; YEARS];
    let one = &world.countries[country];
    if world.draws.one_in(Topic::Gdp, &[one.key], 10) {
        return values;
    }
    let path: &Path = &world.economy.imports[country];
    for (at, value) in values.iter_mut().enumerate() {
        let level = path[at.saturating_sub(BEFORE)];
        *value = Some(scaled(one.size, level));
    }
    values
}

/// Billions of dollars times a level, in thousandths of a dollar.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "sizes are below 2^20 and levels near 1"
)]
fn scaled(billions: u64, level: f64) -> i64 {
    (billions as f64 * level * 1_000_000.0) as i64 * 1_000_000
}

/// Years for which a country publishes nothing: small ones now and then, Croatia
/// before 1996, so that the sum of the Member States is incomplete there.
fn missing(world: &World<'_>, country: usize) -> [bool; YEARS] {
    let one = &world.countries[country];
    let mut missing = [false; YEARS];
    for (at, gone) in missing.iter_mut().enumerate() {
        let small = one.size < 30 && !one.member;
        let key = [one.key, u64::try_from(at).unwrap_or(0)];
        *gone = (small && world.draws.one_in(Topic::ImfMissing, &key, 16))
            || (one.code.as_str() == "HR" && at < 2);
    }
    missing
}
