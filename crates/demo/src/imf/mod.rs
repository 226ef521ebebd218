//! The IMF's table of trade in low-carbon technology products: one line for a
//! country and indicator, one column for a year, byte order mark, a World row, and
//! published comparative advantages that are the quotient of two published shares.

mod series;
mod table;

use std::path::Path;

use crate::Error;
use crate::baci::Underlying;
use crate::ledger::Cell;
use crate::output::{Output, WrittenFile};
use crate::truth::{Shares, SourceYear};
use crate::world::World;
use crate::years;

use series::Series;

/// The subject whose rows the table holds.
const GROUP: &str = "low-carbon-technology-products";

/// What was written.
#[derive(Debug)]
pub(crate) struct Imf {
    /// The file.
    pub(crate) file: WrittenFile,
    /// The truth of each year; empty where the definitions do not know the group.
    pub(crate) years: Vec<SourceYear>,
}

/// A country of the table.
#[derive(Debug)]
struct Entry {
    /// Place among the geographies of the truth.
    place: usize,
    name: String,
    iso2: String,
    iso3: String,
    series: Series,
}

/// Writes the table.
pub(crate) fn write(world: &World<'_>, underlying: &Underlying, out: &Path) -> Result<Imf, Error> {
    let entries = entries(world, underlying);
    let everybody = Series::sum(entries.iter().map(|entry| &entry.series));
    let name = "imf-lct/Trade_in_Low_Carbon_Technology_Products_DEMO.csv";
    let mut table = table::Table::new(Output::create(out, name)?)?;
    for entry in &entries {
        table.country([&entry.name, &entry.iso2, &entry.iso3], &entry.series, Some(&everybody))?;
    }
    table.country(["World", "", ""], &everybody, None)?;
    let file = table.finish()?;
    let group = world.subjects.iter().position(|subject| subject.id == GROUP);
    let years = group.map_or_else(Vec::new, |group| {
        let years = years::IMF_FIRST..=years::LAST;
        years.map(|year| truth(world, year, group, &entries, &everybody)).collect()
    });
    Ok(Imf { file, years })
}

/// Countries in the order of their names, as published.
fn entries(world: &World<'_>, underlying: &Underlying) -> Vec<Entry> {
    let geographies = &world.definitions.geographies;
    let mut entries: Vec<Entry> = (0..world.countries.len())
        .filter(|at| world.countries[*at].lasting())
        .filter_map(|at| {
            let geography = geographies.by_code(&world.countries[at].code)?;
            let name = geography.imf_names.first()?.clone();
            Some(Entry {
                place: world.place[at],
                name,
                iso2: geography.code.to_string(),
                iso3: geography.iso3.clone()?,
                series: Series::of(world, underlying, at),
            })
        })
        .collect();
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    entries
}

fn truth(
    world: &World<'_>,
    year: u16,
    group: usize,
    entries: &[Entry],
    everybody: &Series,
) -> SourceYear {
    let at = usize::from(year - years::IMF_FIRST);
    let mut flows = [world.ledger(), world.ledger()];
    let mut shares = vec![None; world.places.len()];
    for entry in entries {
        for (flow, ledger) in flows.iter_mut().enumerate() {
            if let Some(milli) = entry.series.trade[flow][at] {
                ledger.add(entry.place, group, Cell::one(milli));
            }
        }
        shares[entry.place] = entry.series.share(0, at);
    }
    let own = [0, 1].map(|flow| {
        let mut row = vec![Cell::default(); world.subjects.len()];
        row[group] = everybody.trade[flow][at].map_or_else(Cell::default, Cell::one);
        row
    });
    let mut coverage = vec![None; world.subjects.len()];
    coverage[group] = Some(1.0);
    SourceYear {
        source: "imf-lct",
        year,
        flows,
        world: Some(own),
        coverage,
        chapters: 0,
        has_total: false,
        usd_per_unit: None,
        shares: Some(Shares { subject: group, of: shares, world: everybody.share(0, at) }),
    }
}
