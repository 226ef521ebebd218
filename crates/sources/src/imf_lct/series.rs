//! One line of the table to the rows of its years.

use sextant_definitions::{GeoCode, Geographies};

use super::INFO;
use super::indicators::{Indicator, find};
use crate::read::{
    Column, Fault, Out, Record, RowReader, Table, decimal, is_missing, lacking, resolve, shown,
    whole, world,
};
use crate::{
    Classification, Concept, Currency, HeaderError, Period, ProductCode, PublishedValue, TradeFlow,
};

/// Subject id of the IMF's product group.
const GROUP: &str = "low-carbon-technology-products";
/// Whole dollars to thousandths.
const MILLI: usize = 3;

const COLUMNS: [Column; 5] = [
    Column::required("Country", &[]),
    Column::optional("ISO3", &[]),
    Column::required("Indicator", &[]),
    Column::required("Unit", &[]),
    Column::optional("Scale", &[]),
];

/// What a series yields.
#[derive(Debug)]
pub(super) enum ImfRow {
    Flow(TradeFlow),
    Value(PublishedValue),
}

/// Reads series.
pub(super) struct SeriesReader<'g> {
    country: usize,
    iso3: Option<usize>,
    indicator: usize,
    unit: usize,
    scale: Option<usize>,
    years: Vec<(usize, u16)>,
    group: ProductCode,
    world: GeoCode,
    geographies: &'g Geographies,
}

impl<'g> SeriesReader<'g> {
    /// Finds the columns and the years.
    ///
    /// # Errors
    /// When a column is missing, or no column is a year.
    pub(super) fn new(
        table: &Table<'_>,
        geographies: &'g Geographies,
    ) -> Result<Self, Box<HeaderError>> {
        let [country, iso3, indicator, unit, scale] =
            resolve(&table.label, INFO.id, &table.header, &COLUMNS)?;
        let years = years(&table.header);
        if years.is_empty() {
            let what = "the columns of years (F1994, F1995 and so on) are";
            return Err(lacking(&table.label, INFO.id, &table.header, what));
        }
        let at = |place: Option<usize>| place.unwrap_or(usize::MAX);
        Ok(Self {
            country: at(country),
            iso3,
            indicator: at(indicator),
            unit: at(unit),
            scale,
            years,
            group: ProductCode::from(GROUP).unwrap_or_default(),
            world: world(),
            geographies,
        })
    }

    /// By ISO3 where there is one; else by name, as for the world and for
    /// Belgium-Luxembourg.
    fn geo(&self, record: &Record<'_>) -> Result<GeoCode, Fault> {
        let iso3 = self.iso3.map(|at| record.text(at)).unwrap_or_default();
        let name = record.text(self.country);
        let by_iso3 = self.geographies.by_iso3(&iso3).filter(|_| !iso3.is_empty());
        let found = by_iso3.or_else(|| self.geographies.by_imf_name(&name));
        found.map(|geography| geography.code).ok_or_else(|| {
            let detail = format!(
                "Column Country holds `{name}` (ISO3 `{iso3}`), which is no country known to definitions/geographies; add the spelling there if it is right."
            );
            Fault::bad("unknown-country", detail)
        })
    }

    fn indicator(&self, record: &Record<'_>) -> Result<&'static Indicator, Fault> {
        let printed = record.text(self.indicator);
        let Some(indicator) = find(&printed) else {
            let detail =
                format!("Column Indicator holds `{printed}`, which is none of the table's eleven.");
            return Err(Fault::bad("unknown-indicator", detail));
        };
        let unit = record.text(self.unit);
        if unit != indicator.printed_unit {
            let detail = format!(
                "Column Unit holds `{unit}`, where {printed} are in {}.",
                indicator.printed_unit
            );
            return Err(Fault::bad("unexpected-unit", detail));
        }
        let scale = self.scale.map(|at| record.text(at)).unwrap_or_default();
        if !matches!(scale.as_ref(), "" | "Units") {
            let detail =
                format!("Column Scale holds `{scale}`, where all published values are in Units.");
            return Err(Fault::bad("unexpected-unit", detail));
        }
        Ok(indicator)
    }

    fn cell(
        &self,
        cell: &[u8],
        year: u16,
        geo: GeoCode,
        indicator: &Indicator,
        out: &mut Out<ImfRow>,
    ) -> Result<(), Fault> {
        if is_missing(cell) {
            return Err(Fault::LeftOut("no-value"));
        }
        let value = float(cell, year)?;
        if let Some(flow) = indicator.flow {
            let value_milli = decimal(cell, &format!("F{year}"), MILLI)?;
            out.rows.push(ImfRow::Flow(TradeFlow {
                period: Period { year, month: 0 },
                concept: Concept::Compiled,
                reporter: geo,
                partner: self.world,
                flow,
                classification: Classification::Group,
                product: self.group,
                value_milli,
                currency: Currency::Usd,
                weight_grams: None,
            }));
        }
        out.rows.push(ImfRow::Value(PublishedValue {
            indicator: indicator.id.to_owned(),
            geo,
            subject: self.group,
            year,
            value,
            unit: indicator.unit.to_owned(),
        }));
        Ok(())
    }
}

impl RowReader for SeriesReader<'_> {
    type Row = ImfRow;
    type Scratch<'r>
        = ()
    where
        Self: 'r;

    fn scratch(&self) {}

    fn row(&self, record: &Record<'_>, (): &mut (), out: &mut Out<ImfRow>) -> Result<(), Fault> {
        let indicator = self.indicator(record)?;
        let geo = self.geo(record)?;
        for &(column, year) in &self.years {
            if let Err(fault) = self.cell(record.field(column), year, geo, indicator, out) {
                out.fault(fault, record.line, record.raw);
            }
        }
        Ok(())
    }
}

/// Columns named `F` and a year.
fn years(header: &[String]) -> Vec<(usize, u16)> {
    let year = |name: &str| {
        let digits = name.trim().strip_prefix('F').filter(|digits| digits.len() == 4)?;
        u16::try_from(whole(digits.as_bytes())?).ok()
    };
    header.iter().enumerate().filter_map(|(at, name)| Some((at, year(name)?))).collect()
}

/// The figure as published.
fn float(cell: &[u8], year: u16) -> Result<f64, Fault> {
    let parsed = std::str::from_utf8(cell).ok().and_then(|text| text.parse::<f64>().ok());
    parsed.filter(|value| value.is_finite()).ok_or_else(|| {
        let detail =
            format!("Column F{year} holds `{}`, where a number was expected.", shown(cell));
        Fault::bad("bad-number", detail)
    })
}
