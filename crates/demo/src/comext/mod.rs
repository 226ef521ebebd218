//! Eurostat Comext as SDMX-CSV: products of the Combined Nomenclature, euros and
//! hundreds of kilograms, years and months, Greece as GR, and partners of which
//! `WORLD` and `EU27_2020` are not countries.

mod amounts;
mod goods;
mod rows;

use std::collections::BTreeSet;
use std::path::Path;

use sextant_definitions::HsVintage;

use crate::baci::Underlying;
use crate::output::{Output, WrittenFile};
use crate::shortest::{self, Declared};
use crate::truth::SourceYear;
use crate::world::World;
use crate::{Error, years};

/// What was written.
#[derive(Debug)]
pub(crate) struct Comext {
    /// The file.
    pub(crate) file: WrittenFile,
    /// The truth of each year with an exchange rate.
    pub(crate) years: Vec<SourceYear>,
}

/// A member as Eurostat spells it.
#[derive(Debug)]
pub(super) struct Member {
    /// Place among the countries.
    country: usize,
    /// Place among the geographies of the truth.
    place: usize,
    code: String,
}

/// Writes the file.
pub(crate) fn write(
    world: &World<'_>,
    underlying: &Underlying,
    out: &Path,
) -> Result<Comext, Error> {
    let goods = goods::choose(world);
    let members = members(world);
    let amounts = amounts::Amounts { world, underlying };
    let mut output = Output::create(out, "comext/ESTAT_DS-045409_DEMO.csv")?;
    output.text(rows::HEADER)?;
    let mut rows = rows::Rows { output, amounts: &amounts, members: &members };
    rows.write(&goods)?;
    let file = rows.output.finish()?;
    let with_rate = years::COMEXT.into_iter().filter_map(|year| {
        let rate = world.definitions.rates.usd_per_eur(year)?;
        Some(truth(world, &amounts, (year, rate), &goods, &members))
    });
    Ok(Comext { file, years: with_rate.collect() })
}

/// The 27 Member States by their code. Greece is GR in this data set.
fn members(world: &World<'_>) -> Vec<Member> {
    let spelled = |at: &usize| {
        let geography = world.definitions.geographies.by_code(&world.countries[*at].code)?;
        let spellings = &geography.eurostat;
        let greek = spellings.iter().find(|text| *text == "GR");
        let code = greek.or(spellings.first()).cloned();
        Some(Member {
            country: *at,
            place: world.place[*at],
            code: code.unwrap_or_else(|| geography.code.to_string()),
        })
    };
    let mut members: Vec<Member> = (0..world.countries.len())
        .filter(|at| world.countries[*at].member)
        .filter_map(|at| spelled(&at))
        .collect();
    members.sort_by(|a, b| a.code.cmp(&b.code));
    members
}

fn truth(
    world: &World<'_>,
    amounts: &amounts::Amounts<'_>,
    (year, rate): (u16, f64),
    goods: &[goods::Good],
    members: &[Member],
) -> SourceYear {
    let codes = world.codes(HsVintage::Hs2022);
    let mut flows = [world.ledger(), world.ledger()];
    let mut products = BTreeSet::new();
    for member in members {
        for (flow, ledger) in flows.iter_mut().enumerate() {
            let told = |good: &goods::Good| {
                let cell = amounts.told(member.country, good, flow, year).given()?;
                Some((good.cn.clone(), cell))
            };
            let declared: Declared = goods.iter().filter_map(told).collect();
            for subject in 0..codes.len() {
                ledger.add(member.place, subject, shortest::sum(&declared, &codes, subject));
            }
            products.extend(declared.into_keys());
        }
    }
    let year = SourceYear::reported("comext", year, flows, &codes, &products);
    SourceYear { usd_per_unit: Some(rate), ..year }
}
