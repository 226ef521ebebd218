//! The seven vintages of the Harmonised System.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A vintage of the Harmonised System. The same six digits can mean another thing
/// in another vintage, so a product code never travels without its vintage.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum HsVintage {
    /// HS 1988/92, in Comtrade H0.
    Hs1992,
    /// HS 1996, in Comtrade H1.
    Hs1996,
    /// HS 2002, in Comtrade H2.
    Hs2002,
    /// HS 2007, in Comtrade H3.
    Hs2007,
    /// HS 2012, in Comtrade H4.
    Hs2012,
    /// HS 2017, in Comtrade H5.
    Hs2017,
    /// HS 2022, in Comtrade H6.
    Hs2022,
}

impl HsVintage {
    /// All seven, oldest first.
    pub const ALL: [Self; 7] = [
        Self::Hs1992,
        Self::Hs1996,
        Self::Hs2002,
        Self::Hs2007,
        Self::Hs2012,
        Self::Hs2017,
        Self::Hs2022,
    ];

    /// Name in definitions and in the lake: `hs1992` to `hs2022`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hs1992 => "hs1992",
            Self::Hs1996 => "hs1996",
            Self::Hs2002 => "hs2002",
            Self::Hs2007 => "hs2007",
            Self::Hs2012 => "hs2012",
            Self::Hs2017 => "hs2017",
            Self::Hs2022 => "hs2022",
        }
    }

    /// Classification code in UN Comtrade: `H0` to `H6`.
    #[must_use]
    pub fn comtrade_code(self) -> &'static str {
        match self {
            Self::Hs1992 => "H0",
            Self::Hs1996 => "H1",
            Self::Hs2002 => "H2",
            Self::Hs2007 => "H3",
            Self::Hs2012 => "H4",
            Self::Hs2017 => "H5",
            Self::Hs2022 => "H6",
        }
    }

    /// The vintage of a Comtrade classification code, `H0` to `H6`.
    #[must_use]
    pub fn from_comtrade_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|vintage| vintage.comtrade_code() == code)
    }

    /// First calendar year in which the vintage was in force.
    #[must_use]
    pub fn first_year(self) -> u16 {
        match self {
            Self::Hs1992 => 1988,
            Self::Hs1996 => 1996,
            Self::Hs2002 => 2002,
            Self::Hs2007 => 2007,
            Self::Hs2012 => 2012,
            Self::Hs2017 => 2017,
            Self::Hs2022 => 2022,
        }
    }

    /// The vintage in force in a calendar year, none before 1988. The European
    /// Union changed its Combined Nomenclature in these very years.
    #[must_use]
    pub fn in_force(year: u16) -> Option<Self> {
        Self::ALL.into_iter().rev().find(|vintage| vintage.first_year() <= year)
    }
}

impl fmt::Display for HsVintage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A text that names no vintage.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a vintage of the Harmonised System. Use hs1992, hs1996, hs2002, hs2007, hs2012, hs2017 or hs2022."
)]
pub struct UnknownVintage(pub String);

impl FromStr for HsVintage {
    type Err = UnknownVintage;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|vintage| vintage.as_str() == text)
            .ok_or_else(|| UnknownVintage(text.to_owned()))
    }
}
