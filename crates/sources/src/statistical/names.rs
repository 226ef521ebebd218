//! What the names of components say, in SDMX-CSV and SDMX-ML alike.

use super::cell::flags;

/// Attributes that publishers attach to series or figures: names that are no dimension
/// wherever they stand. `UNIT`, `CURRENCY` and the like are dimensions at Eurostat.
const ATTRIBUTES: &[&str] = &[
    "base_per",
    "collection",
    "collection_detail",
    "compilation",
    "conf_status",
    "coverage",
    "decimals",
    "embargo_date",
    "embargo_time",
    "obs_com",
    "obs_conf",
    "obs_flag",
    "obs_pre_break",
    "obs_status",
    "obs_value",
    "pre_break_value",
    "publ_ecb",
    "publ_mu",
    "publ_public",
    "ref_period_detail",
    "source_agency",
    "source_pub",
    "time_format",
    "time_per_collect",
    "title",
    "title_compl",
    "unit_index_base",
    "unit_mult",
    "unit_price_base",
];

/// Whether a component, in lower case, is known to be an attribute or the figure.
pub(super) fn is_attribute(name: &str) -> bool {
    ATTRIBUTES.contains(&name) || name.starts_with("comment")
}

/// Flags gathered from the components that carry them.
#[derive(Default)]
pub(super) struct Flags(String);

impl Flags {
    /// Takes the code of a component, if it is one that carries flags: `OBS_FLAG`,
    /// `OBS_STATUS`, `CONF_STATUS` or `OBS_CONF`. `A` of a status says that the figure is
    /// normal, `F` of a confidentiality that it is free: neither is a flag.
    pub(super) fn take(&mut self, name: &str, code: &str) {
        let code = code.trim();
        let says_something = match () {
            () if name.eq_ignore_ascii_case("OBS_FLAG") => true,
            () if name.eq_ignore_ascii_case("OBS_STATUS") => code != "A",
            () if ["CONF_STATUS", "OBS_CONF"].iter().any(|n| name.eq_ignore_ascii_case(n)) => {
                code != "F"
            }
            () => false,
        };
        if says_something {
            self.0.push_str(code);
        }
    }

    /// As [`flags`].
    pub(super) fn stored(&self) -> String {
        flags(&self.0)
    }
}

/// The id of an artefact without agency and version: `NAMA_10_GDP` of
/// `ESTAT:NAMA_10_GDP(1.0)` and of
/// `urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=ESTAT:NAMA_10_GDP(1.0)`.
pub(super) fn artefact_id(text: &str) -> &str {
    let behind_class = text.rsplit_once('=').map_or(text, |(_, after)| after);
    let behind_agency = behind_class.split_once(':').map_or(behind_class, |(_, after)| after);
    behind_agency.split('(').next().unwrap_or_default().trim()
}

/// The code before a label: `A` of `A: Annual`.
pub(super) fn before_label(cell: &str) -> &str {
    cell.split_once(": ").map_or(cell, |(code, _)| code).trim_end_matches(':').trim_end()
}

/// Whether a code can be nothing but a period: a year, a hyphen and more. A year by
/// itself may be any code.
pub(super) fn is_unmistakable_period(code: &str) -> bool {
    let bytes = code.as_bytes();
    let Some((year, rest)) = bytes.split_at_checked(4) else {
        return false;
    };
    let digit = |at: usize| rest.get(at).is_some_and(u8::is_ascii_digit);
    let letter = rest.get(1).is_some_and(|b| b"QSMWHTD".contains(b));
    year.iter().all(u8::is_ascii_digit)
        && rest.first() == Some(&b'-')
        && ((digit(1) && digit(2)) || (letter && digit(2)))
}

/// The day of `2026-04-23T23:00:00+0200` or of `16/01/26 11:00:00`, as Eurostat writes
/// updates, as `2026-04-23`.
pub(super) fn day(text: &str) -> Option<String> {
    let word = text.trim().split([' ', 'T']).next()?;
    let digits = |text: &str, length: usize| {
        text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let parts: Vec<&str> = word.split(['/', '-']).collect();
    let &[first, month, last] = parts.as_slice() else {
        return None;
    };
    if !digits(month, 2) {
        return None;
    }
    if digits(first, 4) && digits(last, 2) {
        return Some(format!("{first}-{month}-{last}"));
    }
    (digits(first, 2) && digits(last, 2)).then(|| format!("20{last}-{month}-{first}"))
}
