//! SDMX-CSV, 1.0 and 2.0, with the dimensions of either data set.

use sextant_definitions::Geographies;

use super::INFO;
use super::observations::{Observation, Raw};
use super::places;
use crate::HeaderError;
use crate::read::{Column, Fault, GeoCache, Out, Record, RowReader, Table};

const COLUMNS: [Column; 10] = [
    Column::optional("LAST UPDATE", &[]),
    Column::optional("ACTION", &[]),
    Column::optional("freq", &[]),
    Column::required("reporter", &["decl"]),
    Column::required("product", &["prccode"]),
    Column::required("indicators", &["indicator", "indic"]),
    Column::required("TIME_PERIOD", &["time"]),
    Column::required("OBS_VALUE", &[]),
    Column::optional("OBS_FLAG", &["OBS_STATUS"]),
    Column::optional("CONF_STATUS", &[]),
];

/// Reads observations, one a line.
pub(super) struct LineReader<'g> {
    columns: [usize; 10],
    geographies: &'g Geographies,
}

impl<'g> LineReader<'g> {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(
        table: &Table<'_>,
        geographies: &'g Geographies,
    ) -> Result<Self, Box<HeaderError>> {
        Ok(Self { columns: table.places(INFO.id, &COLUMNS)?, geographies })
    }

    /// The column that tells when Eurostat last changed the data.
    pub(super) fn updated(&self) -> usize {
        self.columns[0]
    }
}

impl RowReader for LineReader<'_> {
    type Row = Observation;
    type Scratch<'r>
        = GeoCache<'r>
    where
        Self: 'r;

    fn scratch(&self) -> GeoCache<'_> {
        places::cache(self.geographies)
    }

    fn row<'r>(
        &'r self,
        record: &Record<'_>,
        places: &mut GeoCache<'r>,
        out: &mut Out<Observation>,
    ) -> Result<(), Fault> {
        let [_, action, freq, reporter, product, indicator, period, value, flag, confidentiality] =
            self.columns.map(|column| record.field(column));
        // SDMX-CSV 2.0 can carry rows that take figures back.
        if action.first().is_some_and(|first| first.eq_ignore_ascii_case(&b'D')) {
            return Err(Fault::LeftOut("deletion"));
        }
        let line = record.line;
        let raw =
            Raw { freq, reporter, product, indicator, period, value, flag, confidentiality, line };
        out.rows.push(raw.read(places)?);
        Ok(())
    }
}
