//! CEPII BACI: one file a year, `t,i,j,k,v,q` sorted in this order, numeric country
//! codes, thousand dollars with three decimals, tonnes.

mod flows;
mod underlying;

use std::collections::BTreeSet;
use std::path::Path;

use sextant_definitions::HsVintage;

use crate::Error;
use crate::ledger::Ledger;
use crate::output::{Output, WrittenFile};
use crate::plan::Plan;
use crate::truth::SourceYear;
use crate::world::World;
use crate::years;

pub(crate) use underlying::Underlying;

/// What was written, and the sums kept on the way.
#[derive(Debug)]
pub(crate) struct Baci {
    /// The files.
    pub(crate) files: Vec<WrittenFile>,
    /// The truth of each year.
    pub(crate) years: Vec<SourceYear>,
    /// What the other sources tell again in their own way.
    pub(crate) underlying: Underlying,
}

/// The sums of one year.
#[derive(Debug)]
struct Sums {
    exports: Ledger,
    imports: Ledger,
    seen: Vec<bool>,
}

/// Writes the files, pair after pair, all years at once: the rows of a year come out
/// sorted and nothing but sums stays in memory.
pub(crate) fn write(world: &World<'_>, out: &Path) -> Result<Baci, Error> {
    let plan = Plan::new(world);
    let mut outputs = Vec::new();
    for year in years::baci() {
        let mut output = Output::create(out, &format!("baci/BACI_HS07_Y{year}_VDEMO.csv"))?;
        output.text("t,i,j,k,v,q\n")?;
        outputs.push(output);
    }
    let sums = years::baci().map(|_| Sums {
        exports: world.ledger(),
        imports: world.ledger(),
        seen: vec![false; world.products.all.len()],
    });
    let underlying = Underlying::new(world);
    let mut writer = flows::Writer::new(world, outputs, sums.collect(), underlying);
    for from in 0..world.countries.len() {
        writer.exporter(&plan, from)?;
    }
    let (outputs, sums, underlying) = writer.into_parts();
    let files = outputs.into_iter().map(Output::finish).collect::<Result<_, _>>()?;
    let years = years::baci().zip(sums).map(|(year, sums)| truth(world, year, sums)).collect();
    Ok(Baci { files, years, underlying })
}

fn truth(world: &World<'_>, year: u16, sums: Sums) -> SourceYear {
    let all = world.products.all.iter().zip(&sums.seen);
    let products: BTreeSet<String> =
        all.filter(|(_, seen)| **seen).map(|(product, _)| product.code.clone()).collect();
    let codes = world.codes(HsVintage::Hs2007);
    SourceYear::reported("baci", year, [sums.exports, sums.imports], &codes, &products)
}
