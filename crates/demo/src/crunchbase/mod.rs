//! Crunchbase as its bulk export since 2019: organisations and their funding rounds.
//!
//! Amounts are undisclosed, or in a local currency alone, or in one without a rate;
//! companies have several categories or no country; grants and loans do not count; some
//! dates are impossible.

mod companies;
mod money;
mod rounds;
mod sums;
mod tables;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use crate::Error;
use crate::output::WrittenFile;
use crate::world::World;

use companies::Companies;
use rounds::Rounds;
use tables::Tables;

pub(crate) use money::{In, Sum};
pub(crate) use sums::Sums;

/// First year with rounds.
pub(crate) const FIRST: u16 = 2010;
/// Last year with rounds.
pub(crate) const LAST: u16 = 2023;
/// Number of years.
pub(crate) const YEARS: usize = 14;

/// Rounds at scale 1.
const ROUNDS_AT_ONE: f64 = 100_000.0;
/// The least there are.
const LEAST: u64 = 400;

/// What was written, and the sums of it.
#[derive(Debug)]
pub(crate) struct Crunchbase {
    /// The files.
    pub(crate) files: Vec<WrittenFile>,
    /// The truth.
    pub(crate) sums: Sums,
    /// What was hidden.
    pub(crate) planted: Value,
}

/// Writes both tables, company by company.
pub(crate) fn write(world: &World<'_>, out: &Path) -> Result<Crunchbase, Error> {
    let companies = Companies::new(world)?;
    let rounds = Rounds::new(world);
    let mut tables = Tables::create(out)?;
    let mut sums = Sums::new(world);
    let mut noted: BTreeMap<&'static str, u64> = BTreeMap::new();
    let wanted = wanted(world.options.scale);
    let (mut written, mut number) = (0, 0);
    while written < wanted {
        let company = companies.at(number);
        for round in rounds.of(&company, written) {
            round.note(&company, &mut noted);
            tables.round(&round, &company)?;
            if let Some(counted) = rounds.counted(&round) {
                sums.add(&company, &counted);
                *noted.entry("counted").or_default() += 1;
            }
            written += 1;
        }
        tables.company(&company)?;
        number += 1;
    }
    let planted = json!({
        "rounds": written,
        "noted": noted,
        "last_month": format!("{LAST}-{:02}", sums.last_month),
        "impossible_date": rounds::IMPOSSIBLE,
    });
    Ok(Crunchbase { files: tables.finish()?, sums, planted })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count of rounds, far below 2^53 and not negative"
)]
fn wanted(scale: f64) -> u64 {
    ((ROUNDS_AT_ONE * scale).round() as u64).max(LEAST)
}
