//! Eurostat's TSV and JSON-stat.
//!
//! Both fill a grid, so that a cell of nothing but `:` or `null` may be a year in which
//! the heading did not exist. It is left out (`no-value`); the same cell with a flag is
//! one that is hidden, and kept.

use sextant_definitions::Geographies;

use super::INFO;
use super::join::Join;
use super::observations::{Observation, Raw};
use super::places;
use crate::read::{Collector, Fault, GeoCache, Out, Part, lacking};
use crate::statistical::{Cell, CellReader, read_json_stat, read_tsv, tsv_dimensions};
use crate::{HeaderError, Rows, SourceError};

/// How the two data sets name a dimension.
const REPORTER: [&str; 2] = ["reporter", "decl"];
const PRODUCT: [&str; 2] = ["product", "prccode"];
const INDICATOR: [&str; 3] = ["indicators", "indicator", "indic"];

/// Whether these dimensions are those of production, and not those of trade.
pub(super) fn is_production(names: &[String]) -> bool {
    let any = |known: &[&str]| names.iter().any(|name| known.contains(&name.as_str()));
    any(&REPORTER) && any(&PRODUCT) && any(&INDICATOR) && !any(&["partner", "flow"])
}

/// Reads a TSV file.
///
/// # Errors
/// When its dimensions are others, or it cannot be read to its end.
pub(super) fn tsv(
    part: Part<'_>,
    geographies: &Geographies,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    if let Some(names) = tsv_dimensions(&part.head)
        && !is_production(&names)
    {
        return Err(other_dimensions(&part.label, &names).into());
    }
    let mut reader = WideReader::new(&part.label, geographies, false);
    read_tsv(part, collector, &mut reader)?;
    reader.finish(collector)
}

/// Reads a JSON-stat document.
///
/// # Errors
/// When its dimensions are others, or it is no whole document.
pub(super) fn json_stat(
    part: Part<'_>,
    geographies: &Geographies,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    let mut reader = WideReader::new(&part.label, geographies, true);
    read_json_stat(part, collector, &mut reader)?;
    reader.finish(collector)
}

fn other_dimensions(file: &str, names: &[String]) -> Box<HeaderError> {
    let what = "the dimensions reporter, product and indicators (or decl, prccode) are";
    lacking(file, INFO.id, names, what)
}

/// Reads cells.
struct WideReader<'g> {
    file: String,
    places: GeoCache<'g>,
    join: Join,
    /// JSON-stat gives the cells that only have a status at the end, far from the values
    /// of their key, so all of them are kept until then; the document is in memory anyway.
    kept: Option<Vec<Observation>>,
    /// The dimensions of a table that is another.
    others: Option<Vec<String>>,
}

impl<'g> WideReader<'g> {
    fn new(file: &str, geographies: &'g Geographies, keep: bool) -> Self {
        Self {
            file: file.to_owned(),
            places: places::cache(geographies),
            join: Join::default(),
            kept: keep.then(Vec::new),
            others: None,
        }
    }

    fn finish(mut self, to: &mut Collector<'_>) -> Result<(), SourceError> {
        if let Some(mut kept) = self.kept.take() {
            kept.sort_by_key(|observation| (observation.key.geo, observation.key.heading));
            let cells = self.join.take(kept, to)?;
            to.rows(Rows::ProductionCells(cells))?;
        }
        let cells = self.join.finish(to);
        to.rows(Rows::ProductionCells(cells))
    }
}

impl CellReader for WideReader<'_> {
    type Row = Observation;

    fn cell(&mut self, cell: &Cell<'_>, out: &mut Out<Observation>) -> Result<(), Fault> {
        let code = |known: &[&str]| known.iter().find_map(|name| cell.code(name));
        let codes = (code(&REPORTER), code(&PRODUCT), code(&INDICATOR));
        let (Some(reporter), Some(product), Some(indicator)) = codes else {
            let names = cell.dimensions.iter().map(|(name, _)| (*name).to_owned());
            self.others = Some(names.collect());
            return Err(Fault::LeftOut("other-table"));
        };
        if indicator == "PRODVAL" && cell.value.is_none() && cell.flags.is_empty() {
            return Err(Fault::LeftOut("no-value"));
        }
        let raw = Raw {
            freq: cell.code("freq").unwrap_or_default().as_bytes(),
            reporter: reporter.as_bytes(),
            product: product.as_bytes(),
            indicator: indicator.as_bytes(),
            period: cell.period.as_bytes(),
            value: cell.value.unwrap_or_default().as_bytes(),
            flag: cell.flags.as_bytes(),
            confidentiality: &[],
            line: cell.line,
        };
        out.rows.push(raw.read(&mut self.places)?);
        Ok(())
    }

    fn rows(&mut self, rows: Vec<Observation>, to: &mut Collector<'_>) -> Result<(), SourceError> {
        if let Some(names) = &self.others {
            return Err(other_dimensions(&self.file, names).into());
        }
        if let Some(kept) = &mut self.kept {
            kept.extend(rows);
            return Ok(());
        }
        let cells = self.join.take(rows, to)?;
        to.rows(Rows::ProductionCells(cells))
    }
}
