//! A place that trades.

use std::collections::BTreeMap;

use arrayvec::ArrayString;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Names;

/// Code of a geography: ISO 3166-1 alpha-2; `EU27`, `WORLD` and other groups; `ZZ`
/// for areas not specified; for former countries the four letters of ISO 3166-3
/// (`SUHH`) or the last year of what is today smaller or larger (`SD2011`).
pub type GeoCode = ArrayString<8>;

/// What kind of place it is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum GeoKind {
    /// A country or territory with its own trade statistics today.
    Country,
    /// A former country or customs union, never merged into a present one.
    Historical,
    /// Trade that cannot be attributed to a country: bunkers, free zones, "nes".
    Unspecified,
    /// A group of countries.
    Aggregate,
    /// All countries.
    World,
}

impl GeoKind {
    /// `country`, `historical`, `unspecified`, `aggregate` or `world`, as stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Historical => "historical",
            Self::Unspecified => "unspecified",
            Self::Aggregate => "aggregate",
            Self::World => "world",
        }
    }
}

/// A place that trades, with every spelling under which sources know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Geography {
    /// Code used throughout Sextant.
    pub code: GeoCode,
    /// What kind of place it is.
    pub kind: GeoKind,
    /// ISO 3166-1 (or former) alpha-3 code.
    pub iso3: Option<String>,
    /// Usual short name in every language.
    pub names: Names,
    /// Reporter and partner codes in UN Comtrade. Not ISO numeric codes.
    pub comtrade: Vec<u16>,
    /// Country codes in CEPII BACI.
    pub baci: Vec<u16>,
    /// Spellings in Eurostat's trade and production data.
    pub eurostat: Vec<String>,
    /// The two letters that NUTS codes begin with.
    pub nuts: Option<String>,
    /// Spellings in IMF tables.
    pub imf_names: Vec<String>,
    /// Other texts found in two-letter columns.
    pub iso2_variants: Vec<String>,
    /// Other texts found in three-letter columns, for example `S19`.
    pub iso3_variants: Vec<String>,
    /// Members, for groups whose members matter.
    pub members: Vec<GeoCode>,
    /// First calendar year in which it had its own statistics.
    pub from: Option<u16>,
    /// Last calendar year in which it had its own statistics.
    pub to: Option<u16>,
}

/// A file in `geographies/`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Geographies")]
pub(crate) struct GeographyFile {
    /// What kind of places the file holds.
    pub(crate) kind: GeoKind,
    /// The places by code.
    pub(crate) geography: BTreeMap<String, GeographyEntry>,
}

/// A place that trades, with every spelling under which sources know it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GeographyEntry {
    /// Usual short name in every language.
    pub(crate) names: Names,
    /// ISO 3166-1 (or former) alpha-3 code.
    pub(crate) iso3: Option<String>,
    /// Reporter and partner codes in UN Comtrade. Not ISO numeric codes.
    #[serde(default)]
    pub(crate) comtrade: Vec<u16>,
    /// Country codes in CEPII BACI.
    #[serde(default)]
    pub(crate) baci: Vec<u16>,
    /// Spellings in Eurostat's data where they are not just the code.
    #[serde(default)]
    pub(crate) eurostat: Vec<String>,
    /// The two letters that NUTS codes begin with.
    pub(crate) nuts: Option<String>,
    /// Spellings in IMF tables.
    #[serde(default)]
    pub(crate) imf: Vec<String>,
    /// Other texts found in two-letter columns.
    #[serde(default)]
    pub(crate) iso2_variants: Vec<String>,
    /// Other texts found in three-letter columns.
    #[serde(default)]
    pub(crate) iso3_variants: Vec<String>,
    /// Members, for groups whose members matter.
    #[serde(default)]
    pub(crate) members: Vec<String>,
    /// First calendar year in which it had its own statistics.
    pub(crate) from: Option<u16>,
    /// Last calendar year in which it had its own statistics.
    pub(crate) to: Option<u16>,
    /// What a careful reader should know.
    #[expect(dead_code, reason = "for the reader of the file")]
    pub(crate) note: Option<String>,
}

impl Geography {
    /// Every text that two-letter columns hold for it.
    pub(crate) fn iso2_spellings(&self) -> impl Iterator<Item = &str> {
        let own = (self.code.len() == 2).then_some(self.code.as_str());
        own.into_iter().chain(self.iso2_variants.iter().map(String::as_str))
    }

    /// Every text that three-letter columns hold for it.
    pub(crate) fn iso3_spellings(&self) -> impl Iterator<Item = &str> {
        self.iso3.iter().chain(&self.iso3_variants).map(String::as_str)
    }

    /// From its entry in a file; none where a code is longer than eight letters.
    pub(crate) fn from_entry(kind: GeoKind, code: &str, entry: &GeographyEntry) -> Option<Self> {
        let members: Option<Vec<GeoCode>> =
            entry.members.iter().map(|member| GeoCode::from(member).ok()).collect();
        let own_spelling = entry.eurostat.is_empty() && kind == GeoKind::Country;
        let eurostat = if own_spelling { vec![code.to_owned()] } else { entry.eurostat.clone() };
        Some(Self {
            code: GeoCode::from(code).ok()?,
            kind,
            iso3: entry.iso3.clone(),
            names: entry.names.clone(),
            comtrade: entry.comtrade.clone(),
            baci: entry.baci.clone(),
            eurostat,
            nuts: entry.nuts.clone(),
            imf_names: entry.imf.clone(),
            iso2_variants: entry.iso2_variants.clone(),
            iso3_variants: entry.iso3_variants.clone(),
            members: members?,
            from: entry.from,
            to: entry.to,
        })
    }
}
