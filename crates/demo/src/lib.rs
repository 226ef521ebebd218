//! Demo data: invented trade of an invented year, in the formats of the real sources.
//!
//! [`generate`] writes raw files as BACI, the IMF, UN Comtrade and Eurostat would
//! publish them, with real country and product codes and with the traps of the real
//! files in them, and beside them the truth: what every trade indicator must come
//! out as. The numbers are a pure function of seed, scale and definitions.
//!
//! ```text
//! DIR/README.txt                        says that all of it is invented
//! DIR/baci/BACI_HS07_Y2010_VDEMO.csv    to Y2023
//! DIR/imf-lct/Trade_in_Low_Carbon_Technology_Products_DEMO.csv
//! DIR/comtrade/Comtrade_C_A_DEMO_1998.csv  and later years
//! DIR/comext/ESTAT_DS-045409_DEMO.csv
//! DIR/truth/observations.csv            the cube
//! DIR/truth/alternatives.csv            exports and imports of sources not chosen
//! DIR/truth/planted.json                the break, the spike, the missing codes
//! ```
//!
//! ```
//! use sextant_definitions::Definitions;
//! use sextant_demo::{Options, generate};
//!
//! let folder = tempfile::tempdir()?;
//! let options = Options { scale: 0.001, seed: 1 };
//! let report = generate(&options, &Definitions::builtin()?, folder.path())?;
//! assert!(report.file("baci/BACI_HS07_Y2020_VDEMO.csv").is_some_and(|file| file.rows > 0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod anchors;
mod baci;
mod comext;
mod comtrade;
mod countries;
mod decimal;
mod draws;
mod economy;
mod error;
mod imf;
mod ledger;
mod missing;
mod notes;
mod output;
mod places;
mod plan;
mod planted;
mod products;
mod retold;
mod shortest;
mod subjects;
mod truth;
mod world;
mod years;

use std::path::Path;

use sextant_definitions::Definitions;

pub use error::Error;
pub use output::WrittenFile;

use world::World;

/// The largest scale: ten billion rows of BACI.
const MOST: f64 = 10_000.0;

/// What to generate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// 1 gives about a million rows of BACI, and rows grow in proportion; below 0.02
    /// there are only the EU27 and 15 others, too few for world figures.
    pub scale: f64,
    /// Another seed gives another world of the same shape.
    pub seed: u64,
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
/// [`Error::Definitions`] when the definitions lack the EU27 or any HS 2007 code,
/// [`Error::Write`] when a file cannot be written.
pub fn generate(options: &Options, defs: &Definitions, out: &Path) -> Result<Report, Error> {
    if !(options.scale > 0.0 && options.scale <= MOST) {
        return Err(Error::Scale { scale: options.scale, most: MOST });
    }
    let world = World::new(defs, *options)?;
    let mut files = vec![notes::readme(&world, out)?];
    let baci = baci::write(&world, out)?;
    let imf = imf::write(&world, &baci.underlying, out)?;
    let comtrade = comtrade::write(&world, &baci.underlying, out)?;
    let comext = comext::write(&world, &baci.underlying, out)?;
    files.extend(baci.files);
    files.push(imf.file);
    files.extend(comtrade.files);
    files.push(comext.file);
    let mut sources = baci.years;
    sources.extend(imf.years);
    sources.extend(comtrade.years);
    sources.extend(comext.years);
    files.extend(truth::write(&world, &sources, out)?);
    files.push(notes::planted(&world, &comtrade.left_out, out)?);
    Ok(Report { files })
}
