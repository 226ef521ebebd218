//! UN Comtrade bulk CSV: one file a year with all 47 columns, and the traps of the
//! real files: rows of single customs procedures, means of transport and second
//! partners beside the totals, re-exports beside exports, several levels of detail,
//! partners beside the world, chapters larger than the sum of their headings.

mod columns;
mod declaration;
mod goods;
mod reporter;
mod rows;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use sextant_definitions::HsVintage;

use crate::Error;
use crate::baci::Underlying;
use crate::output::{Output, WrittenFile};
use crate::shortest;
use crate::subjects::SubjectCodes;
use crate::truth::SourceYear;
use crate::world::World;

/// One year of the data set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edition {
    /// Calendar year.
    pub(crate) year: u16,
    /// Vintage in which it is declared.
    pub(crate) vintage: HsVintage,
    /// The year of BACI that it resembles.
    pub(crate) like: u16,
    /// Its size beside that year, per mille.
    pub(crate) level: u64,
}

/// The years: one before BACI begins, with Belgium-Luxembourg as one reporter, then
/// one of each vintage.
pub(crate) const YEARS: [Edition; 4] = [
    Edition { year: 1998, vintage: HsVintage::Hs1996, like: 2010, level: 450 },
    Edition { year: 2010, vintage: HsVintage::Hs2007, like: 2010, level: 1000 },
    Edition { year: 2014, vintage: HsVintage::Hs2012, like: 2014, level: 1000 },
    Edition { year: 2019, vintage: HsVintage::Hs2017, like: 2019, level: 1000 },
];

/// What was written.
#[derive(Debug)]
pub(crate) struct Comtrade {
    /// The files.
    pub(crate) files: Vec<WrittenFile>,
    /// The truth of each year.
    pub(crate) years: Vec<SourceYear>,
    /// Rows that a reader must leave out, by reason.
    pub(crate) left_out: BTreeMap<&'static str, u64>,
}

/// Writes the files.
pub(crate) fn write(
    world: &World<'_>,
    underlying: &Underlying,
    out: &Path,
) -> Result<Comtrade, Error> {
    let mut written = Comtrade { files: Vec::new(), years: Vec::new(), left_out: BTreeMap::new() };
    for edition in &YEARS {
        let mut output =
            Output::create(out, &format!("comtrade/Comtrade_C_A_DEMO_{}.csv", edition.year))?;
        output.text(columns::HEADER)?;
        let mut rows = rows::Rows::new(world, edition, output);
        written.years.push(year(world, underlying, edition, &mut rows)?);
        let (output, left_out) = rows.into_parts();
        written.files.push(output.finish()?);
        for (reason, count) in left_out {
            *written.left_out.entry(reason).or_default() += count;
        }
    }
    Ok(written)
}

fn year(
    world: &World<'_>,
    underlying: &Underlying,
    edition: &Edition,
    rows: &mut rows::Rows<'_>,
) -> Result<SourceYear, Error> {
    let codes: SubjectCodes = world.codes(edition.vintage);
    let goods = goods::Goods::choose(world, &codes);
    let mut flows = [world.ledger(), world.ledger()];
    let mut products: BTreeSet<String> = BTreeSet::new();
    for reporter in reporter::all(world, edition.year) {
        for (flow, ledger) in flows.iter_mut().enumerate() {
            let lines = declaration::declare(world, underlying, edition, &goods, (&reporter, flow));
            let declared = rows.write(&reporter, flow, &lines)?;
            for subject in 0..codes.len() {
                ledger.add(reporter.place, subject, shortest::sum(&declared, &codes, subject));
            }
            products.extend(declared.into_keys());
        }
    }
    Ok(SourceYear::reported("comtrade", edition.year, flows, &codes, &products))
}
