//! Numbers of applications as whole numbers.
//!
//! The two letters of the office, read as a number of base 27 (A = 1), times 10^12, plus
//! the digits: `EP01963450.0` becomes 151,000,001,963,450 (E = 5, P = 16; 5 × 27 + 16 =
//! 151; the check digit behind the point is left out). European numbers have eight
//! digits, international ones ten, with the year in full, so that no two applications
//! share a number, nor one with DOCDB or PATSTAT, whose numbers are below 10^12.

use crate::read::Fault;

const OFFICE: i64 = 1_000_000_000_000;

/// The number of a European application, from B210: `01963450.0`.
///
/// # Errors
/// `no-application` where it is not eight digits.
pub(super) fn european(text: &str) -> Result<i64, Fault> {
    let text = text.trim();
    let digits = text.split_once('.').map_or(text, |(digits, _)| digits);
    let number = numeric(digits).filter(|_| digits.len() == 8);
    let number = number.and_then(|number| numbered("EP", number));
    number.ok_or_else(|| {
        let detail = format!(
            "The application number (B210) is `{text}`, where eight digits and a check digit were expected."
        );
        Fault::bad("no-application", detail)
    })
}

/// The number of an international application, from B861: `JP0107711` until 2003, with
/// two digits of the year and five more; `CA2004001757` since, with four and six.
///
/// # Errors
/// `bad-number` where it is none of both.
pub(super) fn international(text: &str) -> Result<i64, Fault> {
    let plain: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    let plain = plain.strip_prefix("PCT").unwrap_or(&plain);
    let number = plain.get(2..).and_then(|digits| {
        let year = |width: usize| numeric(digits.get(..width)?);
        let rest = |width: usize| numeric(digits.get(width..)?);
        match digits.len() {
            // The treaty has been in force since 1978.
            7 => Some((year(2)? + if year(2)? < 78 { 2000 } else { 1900 }, rest(2)?)),
            10 => Some((year(4)?, rest(4)?)),
            _ => None,
        }
    });
    let number = number.and_then(|(year, rest)| numbered(plain.get(..2)?, year * 1_000_000 + rest));
    number.ok_or_else(|| {
        let detail = format!(
            "The number of the international application (B861) is `{}`, where an office, a year and five or six digits were expected.",
            text.trim()
        );
        Fault::bad("bad-number", detail)
    })
}

fn numbered(office: &str, number: i64) -> Option<i64> {
    let letters = office.bytes().all(|byte| byte.is_ascii_uppercase());
    let place = |byte: u8| i64::from(byte - b'A' + 1);
    let office = office.bytes().fold(0, |sum, byte| sum * 27 + place(byte.max(b'A')));
    letters.then_some(office * OFFICE + number)
}

fn numeric(digits: &str) -> Option<i64> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_applications() {
        assert_eq!(european("01963450.0").unwrap(), 151_000_001_963_450);
        assert_eq!(european(" 78100007 ").unwrap(), 151_000_078_100_007);
        assert_eq!(international("EP1996005057").unwrap(), 151_001_996_005_057);
        assert_eq!(international("JP0107711").unwrap(), 286_002_001_007_711);
        assert_eq!(international("PCT/US98/16128").unwrap(), 586_001_998_016_128);
        assert_eq!(
            international("PCT/JP2001/007711").unwrap(),
            international("JP0107711").unwrap()
        );
    }

    #[test]
    fn what_is_no_number() {
        for text in ["", "1963450.0", "EP01963450", "0196345a.0", "019634500", "é1963450"] {
            assert!(european(text).is_err(), "{text}");
        }
        for text in
            ["", "JP", "JP107711", "jp0107711", "0107711", "JP01077112", "é0107711", "JPé10771"]
        {
            assert!(international(text).is_err(), "{text}");
        }
    }
}
