//! Dates, codes and texts as patent documents write them.

use sextant_definitions::{GeoCode, Geographies};

use super::document::Notes;
use crate::ShortCode;
use crate::read::{Fault, unknown};

/// The first and last year that a patent may have.
const YEARS: std::ops::RangeInclusive<u16> = 1700..=2100;

/// A text on one line, without repeated blanks.
pub(crate) fn collapsed(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The year of a date `YYYYMMDD`; None for the dates that mean that none is known: all
/// zeroes, and the year 9999. Month and day may be zero, as they are in old documents.
///
/// # Errors
/// `bad-date`, naming `what`.
pub(crate) fn year(date: &str, what: &str) -> Result<Option<u16>, Fault> {
    let date = date.trim();
    let number = |range: std::ops::Range<usize>| date.get(range)?.parse::<u16>().ok();
    let digits = date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit());
    match (digits, number(0..4), number(4..6), number(6..8)) {
        (true, Some(0 | 9999), _, _) => Ok(None),
        (true, Some(year), Some(0..=12), Some(0..=31)) if YEARS.contains(&year) => Ok(Some(year)),
        _ => {
            let detail = format!("The date of {what} is `{date}`, where YYYYMMDD was expected.");
            Err(Fault::bad("bad-date", detail))
        }
    }
}

/// An office or a kind.
///
/// # Errors
/// `bad-code`, naming `what`.
pub(crate) fn short_code(text: &str, what: &str) -> Result<ShortCode, Fault> {
    let text = text.trim();
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    ShortCode::from(text).ok().filter(|_| plain).ok_or_else(|| {
        let detail = format!("The {what} is `{text}`, where up to four letters were expected.");
        Fault::bad("bad-code", detail)
    })
}

/// The country of a residence, `ZZ` where there is none or one that nobody knows, which
/// is noted.
pub(crate) fn residence(text: &str, geographies: &Geographies, notes: &mut Notes) -> GeoCode {
    let text = text.trim();
    match geographies.by_iso2(text) {
        Some(found) => found.code,
        None => {
            if !matches!(text, "" | "XX") {
                notes.note("unknown-country");
            }
            unknown()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::geographies;

    #[test]
    fn dates_and_dates_that_are_none() {
        for (date, expected) in [
            ("19980804", Some(1998)),
            (" 19980800 ", Some(1998)),
            ("19280000", Some(1928)),
            ("00000000", None),
            ("99991231", None),
        ] {
            assert_eq!(year(date, "x").unwrap(), expected, "{date}");
        }
        for date in ["", "1998", "1998-08-04", "19981304", "19980832", "32010101", "+1998080"] {
            let Err(Fault::Bad { reason, detail }) = year(date, "filing") else {
                panic!("{date} was taken");
            };
            assert_eq!(reason, "bad-date");
            assert!(detail.contains(&format!("`{date}`")), "{detail}");
        }
    }

    #[test]
    fn namibia_is_a_country() {
        let mut notes = Notes::default();
        let mut known = |text| residence(text, geographies(), &mut notes);
        assert_eq!(
            ["NA", " US", "", "@@", "75"].map(|t| known(t).to_string()),
            ["NA", "US", "ZZ", "ZZ", "ZZ"]
        );
        assert_eq!(notes.noted, ["unknown-country"; 2]);
    }

    #[test]
    fn texts_on_one_line() {
        assert_eq!(collapsed("\n  A \t text\u{a0} of\nlines "), "A text of lines");
    }
}
