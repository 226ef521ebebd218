//! Cells that several tables have.

use crate::Day;
use crate::read::{Fault, Table, is_missing, shown, whole};

/// Crunchbase has rounds of the 1960s; an earlier year than this is a typing error,
/// such as 1201.
const FIRST_YEAR: u16 = 1900;
/// A later year is a typing error, such as 3201.
const LAST_YEAR: u16 = 2100;

/// A column that faults speak of.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// Where it stands; past the end where there is none.
    pub(super) at: usize,
    /// Its name in this file.
    pub(super) name: String,
}

impl Place {
    /// The column that stands at `at`.
    pub(super) fn new(table: &Table<'_>, at: usize) -> Self {
        Self { at, name: table.header.get(at).cloned().unwrap_or_default() }
    }
}

/// Whether a cell says nothing.
pub(super) fn is_blank(cell: &[u8]) -> bool {
    cell.trim_ascii().is_empty()
}

/// A day such as `2014-01-07`. A time of day after it is not read.
///
/// # Errors
/// `no-date`, `bad-date` or `bad-year`, naming `column`.
pub(super) fn day(cell: &[u8], column: &str) -> Result<Day, Fault> {
    if is_missing(cell) {
        let detail =
            format!("Column {column} is empty, where a day such as 2014-01-07 was expected.");
        return Err(Fault::bad("no-date", detail));
    }
    let Some((year, month, day)) = parts(cell) else {
        return Err(bad_date(cell, column));
    };
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        let detail = format!(
            "Column {column} holds `{}`, whose year is outside {FIRST_YEAR} to {LAST_YEAR}.",
            shown(cell)
        );
        return Err(Fault::bad("bad-year", detail));
    }
    if day == 0 || day > days_of(year, month) {
        return Err(bad_date(cell, column));
    }
    Ok(Day { year, month, day })
}

fn bad_date(cell: &[u8], column: &str) -> Fault {
    let detail = format!(
        "Column {column} holds `{}`, where a day such as 2014-01-07 was expected.",
        shown(cell)
    );
    Fault::bad("bad-date", detail)
}

fn parts(cell: &[u8]) -> Option<(u16, u8, u8)> {
    let date = cell.split(|byte| matches!(byte, b' ' | b'T')).next()?;
    let [year @ .., b'-', m1, m2, b'-', d1, d2] = date else {
        return None;
    };
    if year.len() != 4 {
        return None;
    }
    let two = |digits: [u8; 2]| whole(&digits).and_then(|number| u8::try_from(number).ok());
    let year = u16::try_from(whole(year)?).ok()?;
    Some((year, two([*m1, *m2])?, two([*d1, *d2])?))
}

/// Days of a month of the Gregorian calendar; 0 for what is no month.
fn days_of(year: u16, month: u8) -> u8 {
    let by = |number| year.is_multiple_of(number);
    let leap = by(4) && (!by(100) || by(400));
    match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(cell: &str) -> &'static str {
        match day(cell.as_bytes(), "acquired_at").unwrap_err() {
            Fault::Bad { reason, .. } | Fault::LeftOut(reason) => reason,
        }
    }

    #[test]
    fn days_are_read_with_or_without_a_time() {
        let expected = Day { year: 2012, month: 2, day: 29 };
        for cell in ["2012-02-29", "2012-02-29 00:00:00", "2012-02-29T10:00:00Z"] {
            assert_eq!(day(cell.as_bytes(), "x").unwrap(), expected, "{cell}");
        }
        assert_eq!(day(b"1900-01-01", "x").unwrap().year, 1900);
        assert_eq!(day(b"2100-12-31", "x").unwrap().year, 2100);
    }

    #[test]
    fn impossible_days_are_refused() {
        for cell in ["3201-06-14", "1201-01-01", "1899-12-31", "2101-01-01", "0000-00-00"] {
            assert_eq!(reason(cell), "bad-year", "{cell}");
        }
        for cell in ["2013-02-29", "2012-13-01", "2012-00-01", "2012-01-00", "05-01-2015", "2015"] {
            assert_eq!(reason(cell), "bad-date", "{cell}");
        }
        assert_eq!(reason(""), "no-date");
        assert_eq!(reason("20123-01-01"), "bad-date");
    }
}
