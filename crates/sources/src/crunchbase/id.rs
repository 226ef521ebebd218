//! Ids of rounds that are the same in every export.
//!
//! A round has a uuid. The exports of 2016 and since 2019 print it, that of 2014/15
//! prints its digits as a permalink, and the list export of 2026 prints only its first
//! eight digits at the end of an address. Those eight are all that the exports have in
//! common, so they are the id. Among a million rounds about a hundred pairs share them
//! by chance, and so the year of the announcement is added, which leaves a few. A round
//! whose year Crunchbase corrects between two exports becomes two.
//!
//! The export of 2014/15 has no uuids of acquisitions. What every export has of them
//! are the permalinks of both companies; with the year they are the id.
//!
//! Where there are none of these, all that the row names itself by is joined.

use super::cells::is_blank;
use crate::Day;
use crate::read::Fault;

/// The digits by which all exports know a round, in lower case.
const DIGITS: usize = 8;

/// The first digits of a uuid, written with or without hyphens.
pub(super) fn digits(uuid: &str) -> Option<String> {
    let hexadecimal = |byte: u8| byte.is_ascii_hexdigit();
    let first = uuid.get(..DIGITS)?;
    let plain = first.bytes().all(hexadecimal)
        && uuid.bytes().all(|byte| hexadecimal(byte) || byte == b'-');
    plain.then(|| first.to_ascii_lowercase())
}

/// The digits at the end of the address of a round:
/// `https://www.crunchbase.com/funding_round/acme-seed--9d3fc104`.
pub(super) fn digits_of_address(address: &str) -> Option<String> {
    let (_, name) = address.split_once("crunchbase.com/funding_round/")?;
    digits(name.rsplit_once("--")?.1)
}

/// What stands after the last slash of a permalink or an address.
pub(super) fn slug(text: &str) -> &str {
    text.rsplit('/').next().unwrap_or(text)
}

/// The id of a round: digits and year, or else what the row names itself by, joined
/// with the day.
///
/// # Errors
/// `no-name` where there is neither.
pub(super) fn round_id(
    digits: Option<String>,
    names: [&str; 2],
    day: Day,
) -> Result<String, Fault> {
    if let Some(digits) = digits {
        return Ok(format!("{digits}-{}", day.year));
    }
    if names.iter().all(|name| is_blank(name.as_bytes())) {
        let detail = "The row names neither the round nor the company, so it cannot be told from another; take the export as it came.";
        return Err(Fault::bad("no-name", detail.to_owned()));
    }
    let [first, second] = names;
    Ok(format!("{first}|{second}|{:04}-{:02}-{:02}", day.year, day.month, day.day))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Day = Day { year: 2014, month: 1, day: 7 };

    #[test]
    fn a_round_has_one_id_in_every_export() {
        let daily = digits("A6DD0DD6-b0bb-1be9-adf7-50abc6317d92");
        let permalink = digits(slug("/funding-round/a6dd0dd6b0bb1be9adf750abc6317d92"));
        let address = "https://www.crunchbase.com/funding_round/some-name--seed--a6dd0dd6";
        assert_eq!(daily.as_deref(), Some("a6dd0dd6"));
        assert_eq!(permalink, daily);
        assert_eq!(digits_of_address(address), daily);
        assert_eq!(round_id(daily, ["x", "y"], DAY).unwrap(), "a6dd0dd6-2014");
    }

    #[test]
    fn what_is_no_uuid_is_told() {
        for text in ["", "a6dd0dd", "acme-seed", "a6dd0dd6-series", "é6dd0dd6"] {
            assert_eq!(digits(text), None, "{text}");
        }
        for text in ["https://acme.ai", "https://acme--a6dd0dd6", "crunchbase.com/funding_round/x"]
        {
            assert_eq!(digits_of_address(text), None, "{text}");
        }
    }

    #[test]
    fn without_digits_everything_is_joined() {
        let id = round_id(None, ["https://acme.ai", "Acme"], DAY).unwrap();
        assert_eq!(id, "https://acme.ai|Acme|2014-01-07");
        assert!(round_id(None, ["", ""], DAY).is_err());
    }
}
