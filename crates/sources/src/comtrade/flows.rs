//! One Comtrade record to one trade flow, or the reason why not.

use sextant_definitions::{GeoCode, Geographies, HsVintage};

use super::cells::{Cell, Cells};
use crate::read::{
    Eras, Fault, GeoCache, decimal, hs_code, is_missing, period_year, shown, unknown_country, whole,
};
use crate::{Classification, Concept, Currency, Flow, Period, TradeFlow};

/// Dollars to thousandths, kilograms to grams.
const THOUSANDTHS: usize = 3;

/// Comtrade's flows: code, text, what becomes of them.
const FLOWS: [(&str, &str, Result<Flow, &str>); 10] = [
    ("M", "Import", Ok(Flow::Import)),
    ("X", "Export", Ok(Flow::Export)),
    ("RX", "Re-export", Err("re-export-flow")),
    ("RM", "Re-import", Err("re-import-flow")),
    ("DX", "Domestic Export", Err("other-flow")),
    ("FM", "Foreign Import", Err("other-flow")),
    ("MIP", "Import of goods for inward processing", Err("other-flow")),
    ("MOP", "Import of goods after outward processing", Err("other-flow")),
    ("XIP", "Export of goods after inward processing", Err("other-flow")),
    ("XOP", "Export of goods for outward processing", Err("other-flow")),
];

/// Remembered country spellings of one thread.
pub(super) struct Caches<'r> {
    by_number: GeoCache<'r>,
    by_iso3: GeoCache<'r>,
}

/// How records become flows.
pub(super) struct FlowRule<'g> {
    geographies: &'g Geographies,
    eras: Eras,
}

impl<'g> FlowRule<'g> {
    pub(super) fn new(geographies: &'g Geographies) -> Self {
        Self { geographies, eras: Eras::new(geographies) }
    }

    /// Fresh caches.
    pub(super) fn caches(&self) -> Caches<'_> {
        Caches {
            by_number: GeoCache::new(|text| {
                let number = u16::try_from(whole(text.as_bytes())?).ok()?;
                self.geographies.by_comtrade(number).map(|geography| geography.code)
            }),
            by_iso3: GeoCache::new(|text| {
                self.geographies.by_iso3(text).map(|geography| geography.code)
            }),
        }
    }

    /// The flow that a record states.
    ///
    /// # Errors
    /// A [`Fault`] when it is left out or not understood.
    pub(super) fn flow(
        &self,
        cells: &Cells<'_>,
        caches: &mut Caches<'_>,
    ) -> Result<TradeFlow, Fault> {
        let flow = flow(cells)?;
        totals_only(cells)?;
        let period = period(cells)?;
        let classification = Classification::Hs(vintage(cells, period.year)?);
        let code = cells.get(Cell::Product);
        let product =
            hs_code(code).map_err(|fault| fault.into_fault(code, "cmdCode", "2, 4 or 6 digits"))?;
        let reporter =
            self.place(cells, [Cell::Reporter, Cell::ReporterIso], "reporter", period, caches)?;
        let partner =
            self.place(cells, [Cell::Partner, Cell::PartnerIso], "partner", period, caches)?;
        let value = cells.get(Cell::Value);
        if is_missing(value) {
            return Err(Fault::LeftOut("no-value"));
        }
        let value_milli = decimal(value, "primaryValue", THOUSANDTHS)?;
        Ok(TradeFlow {
            period,
            concept: Concept::Reported,
            reporter,
            partner,
            flow,
            classification,
            product,
            value_milli,
            currency: Currency::Usd,
            weight_grams: weight(cells, value_milli)?,
        })
    }

    /// A place by Comtrade's number, else by ISO3 letters and the year.
    fn place(
        &self,
        cells: &Cells<'_>,
        [number, iso3]: [Cell; 2],
        who: &str,
        period: Period,
        caches: &mut Caches<'_>,
    ) -> Result<GeoCode, Fault> {
        let code = cells.code(number);
        if !code.is_empty() {
            return caches.by_number.get(code).ok_or_else(|| {
                unknown_country(code, &format!("{who}Code"), "a country number of Comtrade")
            });
        }
        let letters = cells.get(iso3);
        let found = caches.by_iso3.get(letters);
        found.map(|code| self.eras.in_year(code, period.year)).ok_or_else(|| {
            unknown_country(letters, &format!("{who}ISO"), "an ISO3 country code of Comtrade")
        })
    }
}

/// Imports and exports, by code or by text.
fn flow(cells: &Cells<'_>) -> Result<Flow, Fault> {
    let (code, text) = (cells.get(Cell::Flow), cells.get(Cell::FlowText));
    let known = FLOWS.iter().find(|(known_code, known_text, _)| {
        if code.is_empty() {
            text.eq_ignore_ascii_case(known_text.as_bytes())
        } else {
            code == known_code.as_bytes()
        }
    });
    match known {
        Some((_, _, Ok(flow))) => Ok(*flow),
        Some((_, _, Err(reason))) => Err(Fault::LeftOut(reason)),
        None => {
            let cell = if code.is_empty() { text } else { code };
            let detail =
                format!("Column flowCode holds `{}`, which is no flow of Comtrade.", shown(cell));
            Err(Fault::bad("unknown-flow", detail))
        }
    }
}

/// Leaves out everything that a total in the same file already contains.
fn totals_only(cells: &Cells<'_>) -> Result<(), Fault> {
    let is_zero = |cell| matches!(cells.code(cell), b"" | b"0");
    let world = matches!(cells.get(Cell::Partner2Iso), b"" | b"W00");
    let reason = if !matches!(cells.get(Cell::Type), b"" | b"C") {
        "services"
    } else if !is_zero(Cell::Partner2) || (cells.get(Cell::Partner2).is_empty() && !world) {
        "second-partner"
    } else if !matches!(cells.get(Cell::Customs), b"" | b"C00") {
        "other-customs-procedure"
    } else if !is_zero(Cell::Transport) {
        "other-mode-of-transport"
    } else if !is_zero(Cell::Supply) {
        "other-mode-of-supply"
    } else {
        return Ok(());
    };
    Err(Fault::LeftOut(reason))
}

/// The year, and the month of monthly rows. Annual rows say month 52.
fn period(cells: &Cells<'_>) -> Result<Period, Fault> {
    let year = period_year(cells.code(Cell::Year), "refYear")?;
    let month = match cells.get(Cell::Frequency) {
        b"" | b"A" => 0,
        b"M" => match whole(cells.code(Cell::Month)).and_then(|month| u8::try_from(month).ok()) {
            Some(month @ 1..=12) => month,
            _ => {
                let month = shown(cells.get(Cell::Month));
                let detail = format!(
                    "Column refMonth holds `{month}`, where a month from 1 to 12 was expected."
                );
                return Err(Fault::bad("bad-month", detail));
            }
        },
        _ => return Err(Fault::LeftOut("other-frequency")),
    };
    Ok(Period { year, month })
}

/// The vintage of the product code. Extracts without `classificationCode` are taken
/// to be in the vintage in force that year, as reporters of the European Union are;
/// where that is doubtful, take a file that has the column.
fn vintage(cells: &Cells<'_>, year: u16) -> Result<HsVintage, Fault> {
    let cell = cells.get(Cell::Classification);
    let known = std::str::from_utf8(cell).ok().and_then(HsVintage::from_comtrade_code);
    match (known, cell) {
        (Some(vintage), _) => Ok(vintage),
        (None, b"" | b"HS") => HsVintage::in_force(year).ok_or_else(|| {
            let detail = format!("The row has no classificationCode, and no vintage of the Harmonised System was in force in {year}.");
            Fault::bad("unknown-classification", detail)
        }),
        (None, [b'S' | b'B' | b'E', ..]) => Err(Fault::LeftOut("other-classification")),
        _ => {
            let detail = format!(
                "Column classificationCode holds `{}`, where H0 to H6 was expected.",
                shown(cell)
            );
            Err(Fault::bad("unknown-classification", detail))
        }
    }
}

/// Net weight in grams. Comtrade writes 0 where a weight was neither reported nor
/// estimated, so 0 beside a value is none.
fn weight(cells: &Cells<'_>, value_milli: i64) -> Result<Option<i64>, Fault> {
    let cell = cells.get(Cell::NetWeight);
    if is_missing(cell) {
        return Ok(None);
    }
    let grams = decimal(cell, "netWgt", THOUSANDTHS)?;
    Ok((grams > 0 || value_milli == 0).then_some(grams))
}
