//! The rows, in the order of the real files: reporter, product, indicator, time.

use crate::Error;
use crate::draws::{Draws, Topic};
use crate::output::Output;
use crate::prodcom::cells::{Cell, Cells, GRAIN};
use crate::prodcom::headings::{Heading, Headings};
use crate::prodcom::{YEARS, years};

/// Header of an SDMX-CSV file of this data set.
const HEADER: &str =
    "DATAFLOW,LAST UPDATE,freq,reporter,product,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n";

/// How the total of the European Union is called.
const UNION: &str = "EU27_2020";

/// One heading in so many has quantities too.
const QUANTITIES: u64 = 16;

/// Writes the rows.
#[derive(Debug)]
pub(super) struct Rows<'a> {
    pub(super) output: Output,
    /// Rows of quantities, which are not in euro.
    pub(super) quantities: u64,
    cells: &'a Cells<'a>,
    draws: Draws,
}

impl<'a> Rows<'a> {
    pub(super) fn new(output: Output, cells: &'a Cells<'a>, draws: Draws) -> Self {
        Self { output, quantities: 0, cells, draws }
    }

    /// Writes everything.
    pub(super) fn write(&mut self, headings: &Headings) -> Result<(), Error> {
        self.output.text(HEADER)?;
        let declarants = &self.cells.declarants;
        let mut reporters: Vec<(&str, Option<usize>)> =
            declarants.iter().enumerate().map(|(at, d)| (d.spelled.as_str(), Some(at))).collect();
        reporters.push((UNION, None));
        reporters.sort_unstable();
        for (reporter, place) in reporters {
            for at in 0..headings.len() {
                self.series(reporter, place, &headings.at(at))?;
            }
        }
        Ok(())
    }

    fn series(
        &mut self,
        reporter: &str,
        place: Option<usize>,
        heading: &Heading,
    ) -> Result<(), Error> {
        let cell = |year| match place {
            Some(place) => self.cells.one(place, heading, year),
            None => self.cells.of(heading, year).map(|told| told.total),
        };
        let mut series = [None; YEARS];
        for (year, of_year) in years().zip(&mut series) {
            *of_year = cell(year).filter(|cell| *cell != Cell::Absent);
        }
        let told = || years().zip(series).filter_map(|(year, cell)| Some((year, cell?)));
        if heading.key.is_multiple_of(QUANTITIES) {
            for (year, value) in told().filter_map(|(year, cell)| Some((year, cell.value()?))) {
                let price = self.draws.between(Topic::Quantity, &[heading.key, 2], 1, 90);
                let quantity = (value * GRAIN / price).to_string();
                self.row([reporter, &heading.code, "PRODQNT"], year, &quantity, "")?;
                self.quantities += 1;
            }
        }
        for (year, cell) in told() {
            let value = cell.value().map(|value| (value * GRAIN).to_string());
            let flag = match cell {
                Cell::Marked => "c",
                Cell::Estimate(_) => "e",
                Cell::Value(_) | Cell::Absent => "",
            };
            let value = value.unwrap_or_default();
            self.row([reporter, &heading.code, "PRODVAL"], year, &value, flag)?;
        }
        Ok(())
    }

    fn row(
        &mut self,
        [reporter, product, indicator]: [&str; 3],
        year: u16,
        value: &str,
        flag: &str,
    ) -> Result<(), Error> {
        let line = format!(
            "ESTAT:DS-059358(1.0),01/01/00 11:00:00,A,{reporter},{product},{indicator},{year},\
             {value},{flag}\n"
        );
        self.output.row(line.as_bytes())
    }
}
