//! Cells that several tables have.

use crate::ShortCode;
use crate::read::{Fault, number, patent_year, shown};

/// PATSTAT numbers the applications that it makes up for missing ones from here.
const ARTIFICIAL: i64 = 900_000_000;

/// A number that PATSTAT gave.
///
/// # Errors
/// `bad-number`, naming `column`.
pub(super) fn id(cell: &[u8], column: &str) -> Result<i64, Fault> {
    number(cell).ok_or_else(|| {
        let shown = shown(cell);
        let detail = format!("Column {column} holds `{shown}`, where a whole number was expected.");
        Fault::bad("bad-number", detail)
    })
}

/// A number that PATSTAT gave, or 0 where the cell is blank.
///
/// # Errors
/// `bad-number`, naming `column`.
pub(super) fn id_or_none(cell: &[u8], column: &str) -> Result<i64, Fault> {
    if cell.is_empty() { Ok(0) } else { id(cell, column) }
}

/// The number of a true application.
///
/// # Errors
/// `bad-number`; left out as `artificial-application`.
pub(super) fn application(cell: &[u8]) -> Result<i64, Fault> {
    match id(cell, "appln_id")? {
        application @ 1..=ARTIFICIAL => Ok(application),
        _ => Err(Fault::LeftOut("artificial-application")),
    }
}

/// The year of a year cell or of a date cell `2011-05-30`. 9999 means a missing one.
///
/// # Errors
/// `bad-number` or `bad-year`, naming `column`.
pub(super) fn year(cell: &[u8], column: &str) -> Result<Option<u16>, Fault> {
    let year = match cell {
        [year @ .., b'-', _, _, b'-', _, _] => year,
        _ => cell,
    };
    match year {
        [] | b"9999" | b"0" => Ok(None),
        _ => patent_year(year, column).map(Some),
    }
}

/// A code of one to four letters and digits.
///
/// # Errors
/// `bad-code`, naming `column`.
pub(super) fn short_code(cell: &[u8], column: &str) -> Result<ShortCode, Fault> {
    let plain = !cell.is_empty() && cell.iter().all(u8::is_ascii_alphanumeric);
    let text = std::str::from_utf8(cell).ok().filter(|_| plain);
    text.and_then(|text| ShortCode::from(text).ok()).ok_or_else(|| {
        let shown = shown(cell);
        let detail = format!(
            "Column {column} holds `{shown}`, where one to four letters or digits were expected."
        );
        Fault::bad("bad-code", detail)
    })
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
    fn made_up_applications_are_told() {
        assert_eq!(application(b"1").unwrap(), 1);
        assert_eq!(application(b"900000000").unwrap(), 900_000_000);
        assert_eq!(reason(application(b"900000001")), "artificial-application");
        assert_eq!(reason(application(b"0")), "artificial-application");
        assert_eq!(reason(application(b"-1")), "bad-number");
        assert_eq!(reason(application(b"")), "bad-number");
        assert_eq!(reason(application(b"9999999999999999999")), "bad-number");
    }

    #[test]
    fn years_and_dates() {
        assert_eq!(year(b"1782", "y").unwrap(), Some(1782));
        assert_eq!(year(b"2011-05-30", "y").unwrap(), Some(2011));
        for missing in ["9999", "9999-12-31", "", "0"] {
            assert_eq!(year(missing.as_bytes(), "y").unwrap(), None, "{missing}");
        }
        assert_eq!(reason(year(b"3201", "y")), "bad-year");
        assert_eq!(reason(year(b"20111", "y")), "bad-year");
        assert_eq!(reason(year(b"30.05.2011", "y")), "bad-number");
    }

    #[test]
    fn codes() {
        assert_eq!(short_code(b"D2", "appln_kind").unwrap().as_str(), "D2");
        assert_eq!(reason(short_code(b"", "appln_kind")), "bad-code");
        assert_eq!(reason(short_code(b"LONGER", "appln_kind")), "bad-code");
    }
}
