//! Values of single cells, each refused with a sentence.

use super::batch::Fault;
use super::decimal::{NotNumber, scaled};

/// First year of Comtrade's annual data, the longest of our series.
const FIRST_YEAR: u16 = 1962;
/// A later year is a typing error, such as 3201.
const LAST_YEAR: u16 = 2100;
/// No patent office has data before the eighteenth century.
const FIRST_PATENT_YEAR: u16 = 1700;

/// Whether a cell holds no value. `NA` is R's and pandas' word for it in files
/// that passed through them, `:` Eurostat's.
pub(crate) fn is_missing(cell: &[u8]) -> bool {
    match cell {
        [] | b":" => true,
        [b'0'..=b'9', ..] => false,
        _ if cell.len() <= 4 => [&b"na"[..], b"n/a", b"nan", b"null", b"none"]
            .iter()
            .any(|word| cell.eq_ignore_ascii_case(word)),
        _ => false,
    }
}

/// A cell as text for a message, shortened.
pub(crate) fn shown(cell: &[u8]) -> String {
    let text = String::from_utf8_lossy(cell);
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push_str("...");
    }
    short
}

/// A decimal number of at least zero times ten to the power `decimals`.
///
/// # Errors
/// `bad-number` or `negative-value`, naming `column`.
pub(crate) fn decimal(cell: &[u8], column: &str, decimals: usize) -> Result<i64, Fault> {
    match scaled(cell, decimals) {
        Ok(value) if value >= 0 => Ok(value),
        Ok(_) => Err(Fault::bad(
            "negative-value",
            format!("Column {column} holds {}, and an amount cannot be negative.", shown(cell)),
        )),
        Err(NotNumber::Syntax) => Err(Fault::bad(
            "bad-number",
            format!("Column {column} holds `{}`, where a number was expected.", shown(cell)),
        )),
        Err(NotNumber::TooLarge) => Err(Fault::bad(
            "bad-number",
            format!(
                "Column {column} holds {}, which is more than can be kept exactly.",
                shown(cell)
            ),
        )),
    }
}

/// A whole number without sign, of at most nine digits.
pub(crate) fn whole(cell: &[u8]) -> Option<u32> {
    if cell.is_empty() || cell.len() > 9 {
        return None;
    }
    cell.iter().try_fold(0_u32, |sum, byte| {
        byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0'))
    })
}

/// A number of the publisher's own: digits, at most eighteen of them.
pub(crate) fn number(cell: &[u8]) -> Option<i64> {
    if cell.is_empty() || cell.len() > 18 {
        return None;
    }
    cell.iter().try_fold(0_i64, |sum, byte| {
        byte.is_ascii_digit().then(|| sum * 10 + i64::from(byte - b'0'))
    })
}

/// A number from 0 to 1 that is not 0: how much of one thing belongs to another.
///
/// # Errors
/// `bad-number`, naming `column`.
pub(crate) fn share(cell: &[u8], column: &str) -> Result<f64, Fault> {
    let parsed = std::str::from_utf8(cell).ok().and_then(|text| text.parse::<f64>().ok());
    parsed.filter(|share| *share > 0.0 && *share <= 1.0).ok_or_else(|| {
        let shown = shown(cell);
        let detail = format!(
            "Column {column} holds `{shown}`, where a share above 0 and at most 1 was expected."
        );
        Fault::bad("bad-number", detail)
    })
}

/// A year from 1962 to 2100.
///
/// # Errors
/// `bad-number` or `bad-year`, naming `column`.
pub(crate) fn period_year(cell: &[u8], column: &str) -> Result<u16, Fault> {
    year_from(FIRST_YEAR, cell, column)
}

/// A year from 1700 to 2100: patents are older than trade statistics.
///
/// # Errors
/// `bad-number` or `bad-year`, naming `column`.
pub(crate) fn patent_year(cell: &[u8], column: &str) -> Result<u16, Fault> {
    year_from(FIRST_PATENT_YEAR, cell, column)
}

fn year_from(first: u16, cell: &[u8], column: &str) -> Result<u16, Fault> {
    let Some(number) = whole(cell) else {
        let detail = format!("Column {column} holds `{}`, where a year was expected.", shown(cell));
        return Err(Fault::bad("bad-number", detail));
    };
    match u16::try_from(number) {
        Ok(year) if (first..=LAST_YEAR).contains(&year) => Ok(year),
        _ => Err(Fault::bad(
            "bad-year",
            format!("Column {column} holds the year {number}, outside {first} to {LAST_YEAR}."),
        )),
    }
}

/// The fault of a country that nobody knows.
pub(crate) fn unknown_country(cell: &[u8], column: &str, spelling: &str) -> Fault {
    let detail = if cell.is_empty() {
        format!("Column {column} is empty, where {spelling} was expected.")
    } else {
        format!(
            "Column {column} holds `{}`, which is not {spelling} known to definitions/geographies; add the spelling there if it is right.",
            shown(cell)
        )
    };
    Fault::bad("unknown-country", detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason<T: std::fmt::Debug>(result: Result<T, Fault>) -> &'static str {
        match result.unwrap_err() {
            Fault::Bad { reason, .. } | Fault::LeftOut(reason) => reason,
        }
    }

    #[test]
    fn missing_is_told_from_zero() {
        for cell in ["", ":", "NA", "NaN", "null", "N/A"] {
            assert!(is_missing(cell.as_bytes()), "{cell}");
        }
        for cell in ["0", "0.0", "-1", "NAM", "nothing"] {
            assert!(!is_missing(cell.as_bytes()), "{cell}");
        }
    }

    #[test]
    fn years_outside_reason_are_refused() {
        assert_eq!(period_year(b"2002", "t").unwrap(), 2002);
        assert_eq!(reason(period_year(b"3201", "t")), "bad-year");
        assert_eq!(reason(period_year(b"1961", "t")), "bad-year");
        assert_eq!(reason(period_year(b"99999999", "t")), "bad-year");
        assert_eq!(reason(period_year(b"2002a", "t")), "bad-number");
        assert_eq!(reason(period_year(b"", "t")), "bad-number");
    }

    #[test]
    fn text_and_negative_numbers_are_refused_with_the_value() {
        assert_eq!(reason(decimal(b"-1.5", "v", 3)), "negative-value");
        let Err(Fault::Bad { reason, detail }) = decimal(b"1,234", "v", 3) else {
            panic!("accepted");
        };
        assert_eq!(reason, "bad-number");
        assert_eq!(detail, "Column v holds `1,234`, where a number was expected.");
    }
}
