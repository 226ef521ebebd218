//! One line to one observation of a key: its value or its quantity.

use sextant_definitions::{GeoCode, Geographies};

use super::INFO;
use crate::read::{
    Column, Fault, GeoCache, Out, Record, RowReader, Table, decimal, is_missing, period_year,
    product_code, resolve, shown, unknown_country, whole,
};
use crate::{Flow, HeaderError, Period, ProductCode};

/// Euros to thousandths.
const MILLI: usize = 3;
/// Units of 100 kg to grams.
const GRAMS_PER_100_KG: usize = 5;

const COLUMNS: [Column; 10] = [
    Column::optional("LAST UPDATE", &[]),
    Column::optional("freq", &[]),
    Column::required("reporter", &[]),
    Column::required("partner", &[]),
    Column::required("product", &[]),
    Column::required("flow", &[]),
    Column::required("indicators", &["indicator"]),
    Column::required("TIME_PERIOD", &[]),
    Column::required("OBS_VALUE", &[]),
    Column::optional("OBS_FLAG", &["OBS_STATUS", "CONF_STATUS"]),
];

/// What a row is about, apart from the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) reporter: GeoCode,
    pub(super) partner: GeoCode,
    pub(super) product: ProductCode,
    pub(super) flow: Flow,
}

/// What was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Measure {
    /// Thousandths of a euro.
    Value,
    /// Grams.
    Weight,
}

/// One row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Observation {
    pub(super) key: Key,
    pub(super) period: Period,
    pub(super) measure: Measure,
    pub(super) amount: i64,
    pub(super) line: u64,
}

/// Reads observations.
pub(super) struct ObservationReader<'g> {
    places: [Option<usize>; 10],
    geographies: &'g Geographies,
}

impl<'g> ObservationReader<'g> {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(
        table: &Table<'_>,
        geographies: &'g Geographies,
    ) -> Result<Self, Box<HeaderError>> {
        let places = resolve(&table.label, INFO.id, &table.header, &COLUMNS)?;
        Ok(Self { places, geographies })
    }

    /// The column that tells when Eurostat last changed the data.
    pub(super) fn updated(&self) -> Option<usize> {
        self.places[0]
    }
}

impl RowReader for ObservationReader<'_> {
    type Row = Observation;
    type Scratch<'r>
        = GeoCache<'r>
    where
        Self: 'r;

    fn scratch(&self) -> GeoCache<'_> {
        GeoCache::new(|text| self.geographies.by_eurostat(text).map(|geography| geography.code))
    }

    fn row<'r>(
        &'r self,
        record: &Record<'_>,
        places: &mut GeoCache<'r>,
        out: &mut Out<Observation>,
    ) -> Result<(), Fault> {
        let [_, freq, reporter, partner, product, flow, indicator, period, value, flag] =
            self.places.map(|place| place.map_or(&[][..], |at| record.field(at)));
        let measure = measure(indicator)?;
        let period = time_period(freq, period)?;
        let code = product_code(product)
            .map_err(|fault| fault.into_fault(product, "product", "2, 4, 6 or 8 digits"))?;
        let mut place = |cell: &[u8], column: &str| {
            places
                .get(cell)
                .ok_or_else(|| unknown_country(cell, column, "a country code of Eurostat"))
        };
        let key = Key {
            reporter: place(reporter, "reporter")?,
            partner: place(partner, "partner")?,
            product: code,
            flow: direction(flow)?,
        };
        let amount = amount(value, flag, measure)?;
        out.rows.push(Observation { key, period, measure, amount, line: record.line });
        Ok(())
    }
}

fn measure(cell: &[u8]) -> Result<Measure, Fault> {
    match cell {
        b"VALUE_IN_EUROS" | b"VALUE_IN_EUR" => Ok(Measure::Value),
        b"QUANTITY_IN_100KG" => Ok(Measure::Weight),
        _ if cell.starts_with(b"SUP") => Err(Fault::LeftOut("supplementary-quantity")),
        _ => Err(Fault::LeftOut("other-indicator")),
    }
}

fn direction(cell: &[u8]) -> Result<Flow, Fault> {
    match cell {
        b"1" => Ok(Flow::Import),
        b"2" => Ok(Flow::Export),
        _ => Err(Fault::bad(
            "unknown-flow",
            format!(
                "Column flow holds `{}`, where 1 (import) or 2 (export) was expected.",
                shown(cell)
            ),
        )),
    }
}

/// `2023`, `2023-01` or `2023-M01`.
fn time_period(freq: &[u8], cell: &[u8]) -> Result<Period, Fault> {
    if !matches!(freq, b"" | b"A" | b"M") {
        return Err(Fault::LeftOut("other-frequency"));
    }
    let year = period_year(cell.get(..4).unwrap_or(cell), "TIME_PERIOD")?;
    let rest = cell.get(4..).unwrap_or_default();
    if rest.is_empty() {
        return Ok(Period { year, month: 0 });
    }
    let digits = rest.strip_prefix(b"-M").or_else(|| rest.strip_prefix(b"-"));
    let month = digits.and_then(whole).and_then(|month| u8::try_from(month).ok());
    match month {
        Some(month @ 1..=12) => Ok(Period { year, month }),
        _ => {
            let detail = format!(
                "Column TIME_PERIOD holds `{}`, where a year or a month such as 2023-01 was expected.",
                shown(cell)
            );
            Err(Fault::bad("bad-month", detail))
        }
    }
}

/// The figure, unless it is missing or kept confidential (`c` among the flags).
fn amount(cell: &[u8], flag: &[u8], measure: Measure) -> Result<i64, Fault> {
    let confidential = |text: &[u8]| text.iter().any(|byte| matches!(byte, b'c' | b'C'));
    if confidential(flag) || cell == b":c" || cell == b": c" {
        return Err(Fault::LeftOut("confidential"));
    }
    if is_missing(cell) {
        return Err(Fault::LeftOut("no-value"));
    }
    let decimals = if measure == Measure::Value { MILLI } else { GRAMS_PER_100_KG };
    decimal(cell, "OBS_VALUE", decimals)
}

/// Eurostat writes the last update as day, month and two-digit year.
pub(crate) fn edition(last_update: &str) -> Option<String> {
    let date = last_update.split_whitespace().next()?;
    let mut parts = date.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let two = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    (two(day) && two(month) && two(year)).then(|| format!("20{year}-{month}-{day}"))
}
