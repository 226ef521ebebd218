//! Which table a file is, by its columns.

use sextant_definitions::HsVintage;

use super::error::CnCpaNaceError;
use crate::read::{Table, column_key, list, whole};

/// A list of codes with titles.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct List {
    pub(super) nomenclature: String,
    pub(super) code: usize,
    /// Columns of titles; the first that is not empty is taken.
    pub(super) titles: Vec<usize>,
    /// Whether it has columns `Level` and `Parent`, as the long form of NACE has.
    long: bool,
}

/// Pairs of codes of two lists.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Links {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) from_code: usize,
    pub(super) to_code: usize,
    pub(super) relationship: Option<usize>,
    pub(super) weight: Option<usize>,
}

/// What a file holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Layout {
    List(List),
    Links(Links),
}

impl Layout {
    /// The layout of a file of this name with these column keys.
    pub(super) fn of(name: &str, keys: &[String]) -> Option<Self> {
        let at = |wanted: &str| keys.iter().position(|key| key == wanted);
        if let (Some(from_code), Some(to_code), Some(weight)) =
            (at("hs6"), at("nace4"), at("shareofcn8lines"))
        {
            let (from, to) = (hs_of_year(name)?, String::from("nace2"));
            let weight = Some(weight);
            return Some(Self::Links(Links {
                from,
                to,
                from_code,
                to_code,
                relationship: None,
                weight,
            }));
        }
        let first = nomenclature(keys.first()?)?;
        if let Some(to) = keys.get(1).and_then(|key| nomenclature(key)) {
            let relationship = at("type");
            return Some(Self::Links(Links {
                from: first,
                to,
                from_code: 0,
                to_code: 1,
                relationship,
                weight: None,
            }));
        }
        let titles: Vec<usize> = ["suptext", "name"].into_iter().filter_map(at).collect();
        let long = at("level").is_some() && at("parent").is_some();
        if titles.is_empty() {
            return None;
        }
        Some(Self::List(List { nomenclature: first, code: 0, titles, long }))
    }

    /// Whether the same rows come with another file of the collection: CPA to CN is
    /// CN to CPA turned round, the long form of NACE is NACE.
    pub(super) fn repeats_another(&self) -> bool {
        match self {
            Self::List(list) => list.long,
            Self::Links(links) => links.from.starts_with("cpa") && links.to.starts_with("cn"),
        }
    }
}

/// The layout of an opened table.
///
/// # Errors
/// When its columns are unknown, or its name lacks a year that matters.
pub(super) fn known(table: &Table<'_>) -> Result<Layout, CnCpaNaceError> {
    let keys: Vec<String> = table.header.iter().map(|name| column_key(name)).collect();
    let file = table.label.clone();
    Layout::of(&table.name, &keys).ok_or_else(|| {
        if keys.iter().any(|key| key == "shareofcn8lines") {
            CnCpaNaceError::NoYear { file }
        } else {
            CnCpaNaceError::UnknownTable { file, found: list(&table.header) }
        }
    })
}

/// The id of a nomenclature by the key of its column: `CN 2021` is `cn2021`,
/// `CPA 2.1` is `cpa2.1`, `NACE Rev. 2` is `nace2`.
fn nomenclature(key: &str) -> Option<String> {
    if let Some(year) = key.strip_prefix("cn").filter(|year| year.len() == 4) {
        return whole(year.as_bytes()).map(|year| format!("cn{year}"));
    }
    let (id, version) = match key.strip_prefix("cpa") {
        Some(version) => ("cpa", version),
        None => ("nace", key.strip_prefix("nacerev").or_else(|| key.strip_prefix("nace"))?),
    };
    match version {
        "2" => Some(format!("{id}2")),
        "21" => Some(format!("{id}2.1")),
        "22" => Some(format!("{id}2.2")),
        _ => None,
    }
}

/// The HS vintage in force in the CN year that the file name carries.
fn hs_of_year(name: &str) -> Option<String> {
    let key = column_key(name);
    let (_, after) = key.split_once("cn")?;
    let year = u16::try_from(whole(after.get(..4)?.as_bytes())?).ok()?;
    HsVintage::in_force(year).map(|vintage| vintage.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_name_nomenclatures() {
        let id = |column: &str| nomenclature(&column_key(column));
        assert_eq!(id("CN 2021").as_deref(), Some("cn2021"));
        assert_eq!(id("CPA2.1").as_deref(), Some("cpa2.1"));
        assert_eq!(id("NACE Rev. 2").as_deref(), Some("nace2"));
        assert_eq!(id("NACE Rev 2.").as_deref(), Some("nace2"));
        assert_eq!(id("nace2").as_deref(), Some("nace2"));
        for other in ["SITC4", "NACE21code", "CNKEY", "Name", "CN2021_Deleted codes"] {
            assert_eq!(id(other), None, "{other}");
        }
    }

    #[test]
    fn the_year_of_shares_is_in_the_name() {
        assert_eq!(hs_of_year("hs6_to_nace4_cn2021.csv").as_deref(), Some("hs2017"));
        assert_eq!(hs_of_year("hs6_to_nace4_cn2022.csv").as_deref(), Some("hs2022"));
        assert_eq!(hs_of_year("hs6_to_nace4.csv"), None);
    }
}
