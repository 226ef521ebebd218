//! A cell to a row.

use sextant_definitions::Geographies;

use crate::read::{Collector, Fault, GeoCache, Out, Record, RowReader, shown, unknown};
use crate::statistical::{Cell, CellReader, SdmxCsv};
use crate::{Rows, SourceError, StatisticalValue};

/// Dimensions of places, the first that a table has counts.
const PLACES: [&str; 3] = ["geo", "reporter", "ref_area"];
/// Years that figures and projections are about.
const YEARS: std::ops::RangeInclusive<u16> = 1700..=2200;
/// Endings that download sites add to the code of a table.
const ENDINGS: [&str; 9] =
    ["_DEMO", "_en", "_de", "_fr", "_tabular", "_linear", "_filtered", "_sdmx", "_page"];

/// The table that a file is named after, in upper case: `NAMA_10_A64_E` of
/// `estat_nama_10_a64_e.tsv` and of `estat_nama_10_a64_e$defaultview_filtered_en.csv`.
pub(super) fn dataset_of(name: &str) -> String {
    let stem = name.split(['.', '$', ' ']).next().unwrap_or_default();
    let mut code = stem.strip_prefix("estat_").unwrap_or(stem);
    while let Some(shorter) = ENDINGS.iter().find_map(|ending| code.strip_suffix(ending)) {
        code = shorter;
    }
    code.to_ascii_uppercase()
}

/// A lookup of places as Eurostat writes them, or ISO.
fn places(geographies: &Geographies) -> GeoCache<'_> {
    GeoCache::new(|text| {
        // Three letters only: Comtrade's `S19` and `W00` are no places of other tables.
        let letters = || text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
        let found = geographies
            .by_eurostat(text)
            .or_else(|| geographies.by_iso2(text))
            .or_else(|| geographies.by_iso3(text).filter(|_| letters()));
        found.map(|geography| geography.code)
    })
}

/// The row of a cell; whether its place is not known.
///
/// # Errors
/// `bad-number`, `bad-period` or `bad-year`.
fn value(
    cell: &Cell<'_>,
    table_name: &str,
    places: &mut GeoCache<'_>,
) -> Result<(StatisticalValue, bool), Fault> {
    let dataset = if cell.dataset.is_empty() { table_name } else { cell.dataset };
    let year = year(cell)?;
    let figure = cell.value.map(number).transpose()?;
    let figure = figure.filter(|figure| !is_hidden(*figure, cell.flags));
    let place = PLACES.iter().find_map(|name| Some((*name, cell.code(name)?)));
    let geo = place.and_then(|(_, code)| places.get(code.as_bytes()));
    let row = StatisticalValue {
        dataset: dataset.to_ascii_uppercase(),
        key: key(cell, geo.and(place.map(|(name, _)| name))),
        geo: geo.unwrap_or_else(unknown),
        period: cell.period.to_owned(),
        year,
        value: figure,
        flags: cell.flags.to_owned(),
    };
    Ok((row, place.is_some() && geo.is_none()))
}

/// The dimensions but for `place`, by name: `nace_r2=C21;unit=THS_PER`. The annual
/// frequency is left out, since old files have no such dimension: the same cell has the
/// same key in every format.
fn key(cell: &Cell<'_>, place: Option<&str>) -> String {
    let told = cell.dimensions.iter().filter(|(name, code)| {
        Some(*name) != place && !(*name == "freq" && code.eq_ignore_ascii_case("A"))
    });
    let mut parts: Vec<String> = told.map(|(name, code)| format!("{name}={code}")).collect();
    parts.sort_unstable();
    parts.join(";")
}

/// A confidential zero says nothing.
fn is_hidden(figure: f64, flags: &str) -> bool {
    figure == 0.0 && flags.contains('c')
}

fn number(text: &str) -> Result<f64, Fault> {
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(number),
        _ => {
            let shown = shown(text.as_bytes());
            let detail = format!("The figure is `{shown}`, where a number was expected.");
            Err(Fault::bad("bad-number", detail))
        }
    }
}

/// The year of an annual figure: `2020`, `2020-A1`, and `2020-01-01` or `2020-01` where
/// the frequency is annual.
fn year(cell: &Cell<'_>) -> Result<Option<u16>, Fault> {
    let (period, frequency) = (cell.period, cell.code("freq"));
    let digits = period.get(..4).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    let rest = period.get(4..).unwrap_or_default();
    let sound = |byte: u8| byte.is_ascii_alphanumeric() || b"-:/.+".contains(&byte);
    let goes_on = rest.bytes().next().is_none_or(|byte| !byte.is_ascii_digit());
    let Some(digits) = digits.filter(|_| goes_on && rest.bytes().all(sound)) else {
        let shown = shown(period.as_bytes());
        let detail = format!(
            "The period is `{shown}`, where one such as 2020, 2020-Q1 or 2020-01 was expected."
        );
        return Err(Fault::bad("bad-period", detail));
    };
    let year = digits.parse().ok().filter(|year| YEARS.contains(year)).ok_or_else(|| {
        let (first, last) = (YEARS.start(), YEARS.end());
        let detail = format!("The period is of the year {digits}, outside {first} to {last}.");
        Fault::bad("bad-year", detail)
    })?;
    let first_day = matches!(rest, "" | "-A1" | "-01" | "-01-01" | "-01-01T00:00:00");
    let annual = match frequency {
        Some("A") => first_day,
        Some(_) => false,
        None => matches!(rest, "" | "-A1"),
    };
    Ok(annual.then_some(year))
}

/// Reads cells that come one after the other.
pub(super) struct ValueReader<'g> {
    places: GeoCache<'g>,
    table_name: String,
    /// Whether the format has a cell for everything, so that most may say nothing.
    grid: bool,
}

impl<'g> ValueReader<'g> {
    pub(super) fn new(geographies: &'g Geographies, table_name: String) -> Self {
        Self { places: places(geographies), table_name, grid: false }
    }

    pub(super) fn of_grid(geographies: &'g Geographies, table_name: String) -> Self {
        Self { grid: true, ..Self::new(geographies, table_name) }
    }
}

impl CellReader for ValueReader<'_> {
    type Row = StatisticalValue;

    fn cell(&mut self, cell: &Cell<'_>, out: &mut Out<StatisticalValue>) -> Result<(), Fault> {
        if self.grid && cell.value.is_none() && cell.flags.is_empty() {
            return Err(Fault::LeftOut("no-value"));
        }
        let row = value(cell, &self.table_name, &mut self.places)?;
        push(row, out);
        Ok(())
    }

    fn rows(
        &mut self,
        rows: Vec<StatisticalValue>,
        to: &mut Collector<'_>,
    ) -> Result<(), SourceError> {
        to.rows(Rows::StatisticalValues(rows))
    }
}

fn push((row, unknown_place): (StatisticalValue, bool), out: &mut Out<StatisticalValue>) {
    if unknown_place {
        out.note("unknown-place");
    }
    out.rows.push(row);
}

/// Reads records of SDMX-CSV.
pub(super) struct CsvReader<'g> {
    layout: SdmxCsv,
    geographies: &'g Geographies,
    table_name: String,
}

impl<'g> CsvReader<'g> {
    pub(super) fn new(layout: SdmxCsv, geographies: &'g Geographies, table_name: String) -> Self {
        Self { layout, geographies, table_name }
    }
}

impl RowReader for CsvReader<'_> {
    type Row = StatisticalValue;
    type Scratch<'r>
        = GeoCache<'r>
    where
        Self: 'r;

    fn scratch(&self) -> GeoCache<'_> {
        places(self.geographies)
    }

    fn row<'r>(
        &'r self,
        record: &Record<'_>,
        known: &mut GeoCache<'r>,
        out: &mut Out<StatisticalValue>,
    ) -> Result<(), Fault> {
        self.layout.cell(record, |cell| {
            push(value(cell, &self.table_name, known)?, out);
            Ok(())
        })
    }
}
