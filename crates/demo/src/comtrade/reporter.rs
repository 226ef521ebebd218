//! Who declares to UN Comtrade.

use sextant_definitions::{GeoKind, Geographies, Geography};

use crate::places::BELGIUM_LUXEMBOURG;
use crate::world::World;

/// Reporters beside the EU27, fewer in the smallest data set.
const OTHERS: [&str; 6] = ["CN", "US", "GB", "JP", "CH", "NO"];

/// A country or former union as Comtrade writes it.
#[derive(Clone, Debug)]
pub(super) struct Reporter {
    /// Comtrade's code.
    pub(super) code: u16,
    /// Comtrade's three letters. Belgium-Luxembourg says BEL, as Belgium does.
    pub(super) iso3: String,
    /// Name in English.
    pub(super) name: String,
    /// Place among the geographies of the truth.
    pub(super) place: usize,
    /// The countries behind it.
    pub(super) countries: Vec<usize>,
    /// The code as a number, for draws.
    pub(super) key: u64,
    /// Whether it declares at least something of every product.
    pub(super) complete: bool,
}

/// The reporters of a year, by code.
pub(super) fn all(world: &World<'_>, year: u16) -> Vec<Reporter> {
    let geographies = &world.definitions.geographies;
    let others = if world.options.scale < 0.02 { 1 } else { OTHERS.len() };
    let wanted = |at: &usize| {
        let country = &world.countries[*at];
        country.member || OTHERS[..others].contains(&country.code.as_str())
    };
    let mut reporters: Vec<Reporter> = (0..world.countries.len())
        .filter(wanted)
        .filter(|at| world.countries[*at].trades_in(year))
        .filter_map(|at| {
            let geography = geographies.by_code(&world.countries[at].code)?;
            reporter(world, geography, comtrade_code(geographies, geography)?, vec![at])
        })
        .collect();
    reporters.extend(belgium_luxembourg(world, year));
    reporters.sort_by_key(|reporter| reporter.code);
    reporters
}

fn reporter(
    world: &World<'_>,
    geography: &Geography,
    code: u16,
    countries: Vec<usize>,
) -> Option<Reporter> {
    Some(Reporter {
        code,
        iso3: geography.iso3.clone().unwrap_or_default(),
        name: geography.names.en.clone(),
        place: world.places.position(&geography.code)?,
        countries,
        key: u64::from(code),
        complete: ["DE", "CN"].contains(&geography.code.as_str()),
    })
}

/// Belgium and Luxembourg were one reporter until 1998.
fn belgium_luxembourg(world: &World<'_>, year: u16) -> Option<Reporter> {
    let geography = world.definitions.geographies.by_comtrade(BELGIUM_LUXEMBOURG)?;
    if geography.kind != GeoKind::Historical || geography.to.is_some_and(|last| year > last) {
        return None;
    }
    let parts =
        ["BE", "LU"].map(|code| world.countries.iter().position(|c| c.code.as_str() == code));
    let union =
        reporter(world, geography, BELGIUM_LUXEMBOURG, parts.into_iter().flatten().collect())?;
    let name = "Belgium-Luxembourg (...1998)".to_owned();
    Some(Reporter { iso3: "BEL".to_owned(), name, ..union })
}

/// The first of its Comtrade codes by which a geography is found again.
pub(super) fn comtrade_code(geographies: &Geographies, geography: &Geography) -> Option<u16> {
    let found =
        |code: &u16| geographies.by_comtrade(*code).is_some_and(|g| g.code == geography.code);
    geography.comtrade.iter().copied().find(found)
}
