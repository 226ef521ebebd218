//! Demo data: invented trade, inventions, production, investment and sectors, in the
//! formats of the real sources.
//!
//! [`generate`] writes raw files as BACI, the IMF, UN Comtrade, Eurostat, the EPO and
//! Crunchbase would publish them, with real country codes, product codes and patent
//! classes and with the traps of the real files in them, and beside them the truth: what
//! every indicator must come out as. The numbers are a pure function of seed, scale and definitions.
//!
//! ```text
//! DIR/README.txt                        says that all of it is invented
//! DIR/baci/BACI_HS07_Y2010_VDEMO.csv    to Y2023
//! DIR/imf-lct/Trade_in_Low_Carbon_Technology_Products_DEMO.csv
//! DIR/comtrade/Comtrade_C_A_DEMO_1998.csv  and later years
//! DIR/comext/ESTAT_DS-045409_DEMO.csv
//! DIR/patstat/tls201_appln_DEMO_part01.csv   and seven more tables of PATSTAT, in parts
//! DIR/prodcom/ESTAT_DS-059358_DEMO.csv
//! DIR/crunchbase/organizations_DEMO.csv and funding_rounds_DEMO.csv
//! DIR/sdmx/ESTAT_NAMA_10_A64_E_DEMO.csv and whatever other tables sectors are made of
//! DIR/truth/observations.csv            the cube
//! DIR/truth/alternatives.csv            exports and imports of sources not chosen
//! DIR/truth/planted.json                the break, the spike, the missing codes, the
//!                                       families with fixed numbers, what is confidential
//! ```
//!
//! ```
//! use sextant_definitions::Definitions;
//! use sextant_demo::{Options, generate};
//!
//! let folder = tempfile::tempdir()?;
//! let options = Options { scale: 0.001, seed: 1, ..Options::default() };
//! let report = generate(&options, &Definitions::builtin()?, folder.path())?;
//! assert!(report.file("baci/BACI_HS07_Y2020_VDEMO.csv").is_some_and(|file| file.rows > 0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod anchors;
mod baci;
mod comext;
mod comtrade;
mod countries;
mod crunchbase;
mod decimal;
mod draws;
mod economy;
mod error;
mod imf;
mod ledger;
mod missing;
mod notes;
mod output;
mod patstat;
mod places;
mod plan;
mod planted;
mod prodcom;
mod products;
mod retold;
mod sdmx;
mod shortest;
mod subjects;
mod truth;
mod world;
mod years;

use std::collections::BTreeMap;
use std::path::Path;

use sextant_definitions::Definitions;

pub use error::Error;
pub use output::WrittenFile;

use truth::SourceYear;
use world::World;

/// The largest scale: ten billion rows of BACI.
const MOST: f64 = 10_000.0;

/// The largest scale of patents: PATSTAT numbers no application above 900 million.
const MOST_PATENTS: f64 = 1_000.0;

/// What to generate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// 1 gives about a million rows of BACI, and rows grow in proportion; below 0.02
    /// there are only the EU27 and 15 others, too few for world figures. Rounds of
    /// investment are 100,000 at 1. Cells of production are some 80,000 up to 0.1, as
    /// every heading is declared by everybody, and five million at 10.
    pub scale: f64,
    /// Another seed gives another world of the same shape.
    pub seed: u64,
    /// 1 gives 100,000 transnational patent families and as many national ones; none
    /// gives patents of the same scale as trade.
    pub patent_scale: Option<f64>,
    /// Which data to write.
    pub parts: Parts,
}

/// Which data to write. The truth is that of the parts written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Parts {
    /// Everything.
    #[default]
    All,
    /// BACI, the IMF, Comtrade and Comext.
    Trade,
    /// PATSTAT.
    Patents,
    /// Prodcom, and the tables of sectors.
    Production,
    /// Crunchbase.
    Investment,
}

impl Parts {
    /// Whether a part is among these.
    fn has(self, part: Self) -> bool {
        self == Self::All || self == part
    }
}

impl Default for Options {
    /// Everything at scale 1.
    fn default() -> Self {
        Self { scale: 1.0, seed: 1, patent_scale: None, parts: Parts::All }
    }
}

impl Options {
    /// Scale of the patents.
    pub(crate) fn patent_scale(&self) -> f64 {
        self.patent_scale.unwrap_or(self.scale)
    }
}

/// What was generated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Every file, in the order written.
    pub files: Vec<WrittenFile>,
}

impl Report {
    /// The file of a path below the output folder.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&WrittenFile> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Data rows of all files of a folder: `baci`, `truth`.
    #[must_use]
    pub fn rows(&self, folder: &str) -> u64 {
        let inside = |file: &&WrittenFile| file.path.split('/').next() == Some(folder);
        self.files.iter().filter(inside).map(|file| file.rows).sum()
    }
}

/// Writes a demo data set into a folder, over one that is there. Memory does not
/// grow with the scale.
///
/// # Errors
/// [`Error::Scale`] for a scale that is not a number above 0 and at most 10,000,
/// [`Error::PatentScale`] for one of patents not above 0 and at most 1,000,
/// [`Error::Definitions`] when the definitions lack the EU27 or any HS 2007 code, or
/// look for every word there is, [`Error::Write`] when a file cannot be written.
pub fn generate(options: &Options, defs: &Definitions, out: &Path) -> Result<Report, Error> {
    check(options)?;
    let world = World::new(defs, *options)?;
    let mut files = vec![notes::readme(&world, out)?];
    let made = Made::of(&world, out)?;
    files.extend(made.files());
    files.extend(truth::write(&world, made.sums(), out)?);
    files.push(notes::planted(&world, &made.planted(), out)?);
    Ok(Report { files })
}

fn check(options: &Options) -> Result<(), Error> {
    let possible = |scale: f64, most: f64| scale > 0.0 && scale <= most;
    if !possible(options.scale, MOST) {
        return Err(Error::Scale { scale: options.scale, most: MOST });
    }
    let scale = options.patent_scale();
    if options.parts.has(Parts::Patents) && !possible(scale, MOST_PATENTS) {
        return Err(Error::PatentScale { scale, most: MOST_PATENTS });
    }
    Ok(())
}

/// Everything written but the truth.
struct Made {
    trade: Option<Trade>,
    patents: Option<patstat::Patents>,
    production: Option<prodcom::Prodcom>,
    sectors: Option<sdmx::Sdmx>,
    investment: Option<crunchbase::Crunchbase>,
}

impl Made {
    /// Writes the parts that are wanted.
    fn of(world: &World<'_>, out: &Path) -> Result<Self, Error> {
        let has = |part| world.options.parts.has(part);
        let trade = has(Parts::Trade).then(|| trade(world, out)).transpose()?;
        let patents = has(Parts::Patents).then(|| patstat::write(world, out)).transpose()?;
        let production = has(Parts::Production).then(|| prodcom::write(world, out)).transpose()?;
        let sectors = has(Parts::Production).then(|| sdmx::write(world, out)).transpose()?;
        let investment =
            has(Parts::Investment).then(|| crunchbase::write(world, out)).transpose()?;
        Ok(Self { trade, patents, production, sectors, investment })
    }

    fn files(&self) -> Vec<WrittenFile> {
        let mut files = Vec::new();
        files.extend(self.trade.iter().flat_map(|trade| trade.files.clone()));
        files.extend(self.patents.iter().flat_map(|patents| patents.files.clone()));
        files.extend(self.production.iter().map(|production| production.file.clone()));
        files.extend(self.sectors.iter().flat_map(|sectors| sectors.files.clone()));
        files.extend(self.investment.iter().flat_map(|investment| investment.files.clone()));
        files
    }

    fn sums(&self) -> truth::Everything<'_> {
        truth::Everything {
            trade: self.trade.as_ref().map_or(&[][..], |trade| &trade.years),
            patents: self.patents.as_ref().map(|patents| &patents.sums),
            production: self.production.as_ref().map(|production| &production.sums),
            investment: self.investment.as_ref().map(|investment| &investment.sums),
            sectors: self.sectors.as_ref().map(|sectors| &sectors.sums),
        }
    }

    fn planted(&self) -> notes::Planted<'_> {
        notes::Planted {
            left_out: self.trade.as_ref().map(|trade| &trade.left_out),
            patents: self.patents.as_ref().map(|patents| &patents.planted),
            others: [
                ("production", self.production.as_ref().map(|made| &made.planted)),
                ("sectors", self.sectors.as_ref().map(|made| &made.planted)),
                ("investment", self.investment.as_ref().map(|made| &made.planted)),
            ],
        }
    }
}

/// Everything written of trade.
struct Trade {
    files: Vec<WrittenFile>,
    years: Vec<SourceYear>,
    /// Rows of Comtrade that must not be counted, by reason.
    left_out: BTreeMap<&'static str, u64>,
}

fn trade(world: &World<'_>, out: &Path) -> Result<Trade, Error> {
    let baci = baci::write(world, out)?;
    let imf = imf::write(world, &baci.underlying, out)?;
    let comtrade = comtrade::write(world, &baci.underlying, out)?;
    let comext = comext::write(world, &baci.underlying, out)?;
    let mut files = baci.files;
    files.push(imf.file);
    files.extend(comtrade.files);
    files.push(comext.file);
    let mut years = baci.years;
    years.extend(imf.years);
    years.extend(comtrade.years);
    years.extend(comext.years);
    Ok(Trade { files, years, left_out: comtrade.left_out })
}
