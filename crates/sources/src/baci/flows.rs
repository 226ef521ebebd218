//! One BACI line to one trade flow.

use sextant_definitions::{GeoCode, Geographies, HsVintage};

use super::INFO;
use crate::read::{
    Column, Eras, Fault, GeoCache, Out, ProductFault, Record, RowReader, Table, decimal, hs_code,
    is_missing, period_year, resolve, unknown_country, whole,
};
use crate::{Classification, Concept, Currency, Flow, HeaderError, Period, ProductCode, TradeFlow};

/// `v` is in thousand USD: six decimals on are thousandths of a dollar.
const MILLI_PER_THOUSAND: usize = 6;
/// `q` is in tonnes: six decimals on are grams.
const GRAMS_PER_TONNE: usize = 6;

const COLUMNS: [Column; 6] = [
    Column::required("t", &["year"]),
    Column::required("i", &["exporter"]),
    Column::required("j", &["importer"]),
    Column::required("k", &["product_code", "product", "hs6"]),
    Column::required("v", &["value"]),
    Column::optional("q", &["quantity"]),
];

/// Where the columns stand.
pub(super) struct Columns {
    year: usize,
    exporter: usize,
    importer: usize,
    product: usize,
    value: usize,
    quantity: Option<usize>,
}

/// Finds the columns.
///
/// # Errors
/// When one is missing.
pub(super) fn columns(table: &Table<'_>) -> Result<Columns, Box<HeaderError>> {
    let [t, i, j, k, v, q] = resolve(&table.label, INFO.id, &table.header, &COLUMNS)?;
    let at = |place: Option<usize>| place.unwrap_or(usize::MAX);
    Ok(Columns {
        year: at(t),
        exporter: at(i),
        importer: at(j),
        product: at(k),
        value: at(v),
        quantity: q,
    })
}

/// Reads trade flows of one vintage.
pub(super) struct FlowReader<'g> {
    columns: Columns,
    vintage: HsVintage,
    geographies: &'g Geographies,
    eras: Eras,
}

impl<'g> FlowReader<'g> {
    pub(super) fn new(columns: Columns, vintage: HsVintage, geographies: &'g Geographies) -> Self {
        Self { columns, vintage, geographies, eras: Eras::new(geographies) }
    }

    /// A country by BACI's number, or by ISO3 letters and year.
    fn country(
        &self,
        cell: &[u8],
        year: u16,
        column: &str,
        cache: &mut GeoCache<'_>,
    ) -> Result<GeoCode, Fault> {
        let Some(code) = cache.get(cell) else {
            return Err(unknown_country(cell, column, "a BACI or ISO3 country code"));
        };
        let by_number = cell.first().is_some_and(u8::is_ascii_digit);
        Ok(if by_number { code } else { self.eras.in_year(code, year) })
    }
}

impl RowReader for FlowReader<'_> {
    type Row = TradeFlow;
    type Scratch<'r>
        = GeoCache<'r>
    where
        Self: 'r;

    fn scratch(&self) -> GeoCache<'_> {
        GeoCache::new(|text| {
            let number = whole(text.as_bytes()).and_then(|number| u16::try_from(number).ok());
            let found = match number {
                Some(number) => self.geographies.by_baci(number),
                None => self.geographies.by_iso3(text),
            };
            found.map(|geography| geography.code)
        })
    }

    fn row<'r>(
        &'r self,
        record: &Record<'_>,
        cache: &mut GeoCache<'r>,
        out: &mut Out<TradeFlow>,
    ) -> Result<(), Fault> {
        let columns = &self.columns;
        let year = period_year(record.field(columns.year), "t")?;
        let exporter = self.country(record.field(columns.exporter), year, "i", cache)?;
        let importer = self.country(record.field(columns.importer), year, "j", cache)?;
        let product = six_digits(record.field(columns.product))?;
        let value = record.field(columns.value);
        if is_missing(value) {
            return Err(Fault::LeftOut("no-value"));
        }
        let value_milli = decimal(value, "v", MILLI_PER_THOUSAND)?;
        let weight_grams = weight(columns.quantity.map_or(&[], |at| record.field(at)))?;
        out.rows.push(TradeFlow {
            period: Period { year, month: 0 },
            concept: Concept::Reconciled,
            reporter: exporter,
            partner: importer,
            flow: Flow::Export,
            classification: Classification::Hs(self.vintage),
            product,
            value_milli,
            currency: Currency::Usd,
            weight_grams,
        });
        Ok(())
    }
}

/// BACI has six-digit codes only.
fn six_digits(cell: &[u8]) -> Result<ProductCode, Fault> {
    let code = match hs_code(cell) {
        Ok(code) if code.len() == 6 => Ok(code),
        Ok(_) => Err(ProductFault::Syntax),
        Err(fault) => Err(fault),
    };
    code.map_err(|fault| fault.into_fault(cell, "k", "6 digits"))
}

/// Grams; None where the quantity is blank or `NA`.
fn weight(cell: &[u8]) -> Result<Option<i64>, Fault> {
    if is_missing(cell) { Ok(None) } else { decimal(cell, "q", GRAMS_PER_TONNE).map(Some) }
}
