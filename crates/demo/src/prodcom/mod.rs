//! Eurostat Prodcom as SDMX-CSV: sold production by heading, in euro, with Greece as GR
//! and the totals of the European Union beside its members.
//!
//! A producer of nothing says zero; what is confidential is absent, or a row without a
//! value. Totals of the union are sums, or rounded up, or far above them, or below, or
//! confidential themselves. Headings come and go with the lists of the years.

mod cells;
mod headings;
mod planted;
mod rows;
mod sums;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use crate::Error;
use crate::output::{Output, WrittenFile};
use crate::world::World;

use cells::Cells;
use headings::Headings;
use planted::Planted;
use rows::Rows;

pub(crate) use sums::Sums;

/// First year of the file.
pub(crate) const FIRST: u16 = 2010;
/// Last year of the file.
pub(crate) const LAST: u16 = 2023;
/// Number of years.
pub(crate) const YEARS: usize = 14;

/// The years in order.
pub(crate) fn years() -> impl Iterator<Item = u16> {
    FIRST..=LAST
}

/// Place of a year among them.
pub(crate) fn index(year: u16) -> usize {
    usize::from(year.saturating_sub(FIRST)).min(YEARS - 1)
}

/// What was written, and the sums of it.
#[derive(Debug)]
pub(crate) struct Prodcom {
    /// The file.
    pub(crate) file: WrittenFile,
    /// The truth.
    pub(crate) sums: Sums,
    /// What was hidden.
    pub(crate) planted: Value,
}

/// Writes the file: first the sums are made, heading by heading, then the rows, reporter
/// by reporter, from the same draws.
pub(crate) fn write(world: &World<'_>, out: &Path) -> Result<Prodcom, Error> {
    let headings = Headings::new(world)?;
    let planted = Planted::choose(world, &headings);
    let cells = Cells::new(world, &planted);
    let mut sums = Sums::new(&cells, world.subjects.len());
    let mut kinds: BTreeMap<&'static str, u64> = BTreeMap::new();
    for at in 0..headings.len() {
        let heading = headings.at(at);
        for year in years() {
            if let Some(told) = cells.of(&heading, year) {
                told.count(&mut kinds);
                sums.add(&heading.code, year, &told, &headings.subjects(world, &heading, year));
            }
        }
    }
    let output = Output::create(out, "prodcom/ESTAT_DS-059358_DEMO.csv")?;
    let mut rows = Rows::new(output, &cells, world.draws);
    rows.write(&headings)?;
    let quantities = rows.quantities;
    let planted = json!({
        "headings": headings.len(),
        "traps": planted.told(),
        "first_year_of_late_reporters": BTreeMap::from([cells::LATE]),
        "rows_of_quantities": quantities,
        "cells": kinds,
    });
    Ok(Prodcom { file: rows.output.finish()?, sums, planted })
}
