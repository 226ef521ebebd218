//! One observation, whatever the format it is published in.

use sextant_definitions::GeoCode;

use super::flags::Flags;
use super::headings::heading;
use super::places::place;
use crate::CodeText;
use crate::read::{Fault, GeoCache, decimal, is_missing, period_year, shown};

/// Euros to thousandths.
const MILLI: usize = 3;

/// What a row is about, apart from the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) geo: GeoCode,
    pub(super) heading: CodeText,
}

/// What an observation says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// `PRODVAL`: thousandths of a euro; none where the cell says nothing.
    Value(Option<i64>),
    /// `PVALFLAG`: the flags of the value, in a row of their own.
    Flags,
}

/// One row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Observation {
    pub(super) key: Key,
    pub(super) year: u16,
    pub(super) content: Content,
    pub(super) flags: Flags,
    pub(super) line: u64,
}

/// The cells of one observation as published.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Raw<'a> {
    pub(super) freq: &'a [u8],
    pub(super) reporter: &'a [u8],
    pub(super) product: &'a [u8],
    pub(super) indicator: &'a [u8],
    pub(super) period: &'a [u8],
    pub(super) value: &'a [u8],
    pub(super) flag: &'a [u8],
    pub(super) confidentiality: &'a [u8],
    pub(super) line: u64,
}

impl Raw<'_> {
    /// Reads the cells.
    ///
    /// # Errors
    /// A [`Fault`] when the observation is none of production, or not understood.
    pub(super) fn read(&self, places: &mut GeoCache<'_>) -> Result<Observation, Fault> {
        let is_value = match self.indicator {
            b"PRODVAL" => true,
            b"PVALFLAG" => false,
            b"" => return Err(no_indicator()),
            _ => return Err(Fault::LeftOut("other-indicator")),
        };
        let year = year(self.freq, self.period)?;
        let heading = heading(self.product)?;
        let key = Key { geo: place(places, self.reporter)?, heading };
        let mut flags = Flags::default();
        flags.add(self.flag, "OBS_FLAG")?;
        flags.add_confidentiality(self.confidentiality);
        let content = if is_value {
            Content::Value(self.amount(&mut flags)?)
        } else {
            flags.add(self.value, "OBS_VALUE")?;
            Content::Flags
        };
        Ok(Observation { key, year, content, flags, line: self.line })
    }

    /// The figure; none where the cell is empty, a colon (whose flags may stand in the
    /// same cell, `:c`), or a zero that stands for something confidential.
    fn amount(&self, flags: &mut Flags) -> Result<Option<i64>, Fault> {
        if let Some(more) = self.value.strip_prefix(b":") {
            flags.add(more, "OBS_VALUE")?;
            return Ok(None);
        }
        if is_missing(self.value) {
            return Ok(None);
        }
        let value = decimal(self.value, "OBS_VALUE", MILLI)?;
        Ok(shown_value(value, *flags))
    }
}

/// The value of a cell, unless it is the zero of a confidential one.
pub(super) fn shown_value(value: i64, flags: Flags) -> Option<i64> {
    (value != 0 || !flags.confidential()).then_some(value)
}

fn no_indicator() -> Fault {
    let detail = "Column indicators is empty, where PRODVAL or another indicator was expected.";
    Fault::bad("no-indicator", detail.to_owned())
}

/// `2023`, or `202352` in which Comext's week 52 stands for the whole year.
fn year(freq: &[u8], cell: &[u8]) -> Result<u16, Fault> {
    if !matches!(freq, b"" | b"A" | b"a") {
        let detail = format!(
            "Column freq holds `{}`, where A was expected: Prodcom is annual.",
            shown(freq)
        );
        return Err(Fault::bad("bad-period", detail));
    }
    let year = match cell.len() {
        6 => cell.strip_suffix(b"52"),
        4 => Some(cell),
        _ => None,
    };
    let year = year.ok_or_else(|| {
        let detail = format!(
            "Column TIME_PERIOD holds `{}`, where a year such as 2023 was expected: Prodcom is annual.",
            shown(cell)
        );
        Fault::bad("bad-period", detail)
    })?;
    period_year(year, "TIME_PERIOD")
}
