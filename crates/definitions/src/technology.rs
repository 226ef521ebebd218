//! Green and digital technologies.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::patent_query::SYMBOLS;
use crate::{HsLists, Names, Provenance, Status};

/// The transition that a technology serves.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Family {
    /// Green technologies, Figures 4 to 6.
    Green,
    /// Digital technologies, Figures 7 to 9.
    Digital,
}

impl Family {
    /// `green` or `digital`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Digital => "digital",
        }
    }
}

impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A technology. One that others name as their parent is the union of those and has
/// no lists of its own: a patent or product counts once in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Technology {
    /// Stable id, the name of the file.
    pub id: String,
    /// Green or digital.
    pub family: Family,
    /// The technology it is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Place among its siblings, smallest first; last where not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<u32>,
    /// Version of this definition.
    pub version: String,
    /// Whether the definition is an official one.
    pub status: Status,
    /// What a careful reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Name in every language.
    pub names: Names,
    /// Traded goods, by HS code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hs: Option<HsLists>,
    /// Produced goods, by Prodcom heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub production: Option<Production>,
    /// Inventions, by IPC and CPC symbol and by words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patents: Option<Patents>,
}

/// Produced goods.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Production {
    /// Year of the Prodcom list that the headings are taken from; each is followed to the
    /// lists of other years.
    pub prodcom_year: u16,
    /// Headings of eight digits that belong wholly to the technology.
    pub headings: Vec<String>,
    /// Headings of which a part belongs to it.
    #[serde(default)]
    pub shared: Vec<SharedHeading>,
    /// Where the list comes from.
    pub provenance: Provenance,
}

/// A Prodcom heading that belongs to a technology in part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SharedHeading {
    /// Heading of eight digits.
    pub heading: String,
    /// The part that belongs to the technology, above 0 and below 1, of at most four
    /// decimals.
    pub weight: f64,
}

/// Inventions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Patents {
    /// A patent belongs to the technology if any of these rules holds.
    pub rules: Vec<PatentRule>,
    /// A query over title and abstract that stands alone, for a broad variant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keyword_query: Option<String>,
    /// CPC symbols for a variant by CPC.
    #[serde(default)]
    #[schemars(inner(regex(pattern = SYMBOLS)))]
    pub cpc: Vec<String>,
    /// Where the rules come from.
    pub provenance: Provenance,
}

/// A rule holds if the patent has one of `any`, one of `and` where given, none of
/// `not`, and matches `keywords` where given.
///
/// `B25J` is a subclass, `G02B 5` a main group with all its subgroups, and so is its
/// head `G02B 5/00`; `G01D 5/26` is a subgroup with those indented below it in the
/// scheme, `H01L 31/00 - H01L 31/078` everything from the first to the last by number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PatentRule {
    /// IPC symbols of which the patent has at least one.
    #[serde(default)]
    #[schemars(inner(regex(pattern = SYMBOLS)))]
    pub any: Vec<String>,
    /// IPC symbols of which it must have one besides.
    #[serde(default)]
    #[schemars(inner(regex(pattern = SYMBOLS)))]
    pub and: Vec<String>,
    /// IPC symbols of which it must have none.
    #[serde(default)]
    #[schemars(inner(regex(pattern = SYMBOLS)))]
    pub not: Vec<String>,
    /// Query that its title or abstract must match.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keywords: Option<String>,
    /// What the rule is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
