//! Lists of Harmonised System codes.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{HsVintage, Provenance};

/// Form of an HS code, for the schemas.
const HS_CODE: &str = "^[0-9]{2}([0-9]{2}){0,2}$";

/// A list for every vintage of the Harmonised System. A code has 2, 4 or 6 digits
/// and stands for everything that begins with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names of the vintages say it")]
pub struct VintageCodes {
    #[schemars(inner(regex(pattern = HS_CODE)))]
    pub hs1992: Vec<String>,
    #[schemars(inner(regex(pattern = HS_CODE)))]
    pub hs1996: Vec<String>,
    #[schemars(inner(regex(pattern = HS_CODE)))]
    pub hs2002: Vec<String>,
    #[schemars(inner(regex(pattern = HS_CODE)))]
    pub hs2007: Vec<String>,
    #[schemars(inner(regex(pattern = HS_CODE)))]
    pub hs2012: Vec<String>,
    #[schemars(inner(regex(pattern = HS_CODE)))]
    pub hs2017: Vec<String>,
    #[schemars(inner(regex(pattern = HS_CODE)))]
    pub hs2022: Vec<String>,
}

impl VintageCodes {
    /// The list of one vintage.
    #[must_use]
    pub fn get(&self, vintage: HsVintage) -> &[String] {
        match vintage {
            HsVintage::Hs1992 => &self.hs1992,
            HsVintage::Hs1996 => &self.hs1996,
            HsVintage::Hs2002 => &self.hs2002,
            HsVintage::Hs2007 => &self.hs2007,
            HsVintage::Hs2012 => &self.hs2012,
            HsVintage::Hs2017 => &self.hs2017,
            HsVintage::Hs2022 => &self.hs2022,
        }
    }
}

/// What was decided where a code of one vintage has no single counterpart in
/// another: a line with a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Vintage of `code`.
    pub from: HsVintage,
    /// Neighbouring vintage of the codes chosen and left out.
    pub to: HsVintage,
    /// The code that splits, or that is one of several merged into another.
    pub code: String,
    /// Its counterparts that are in the list of `to`.
    pub chosen: Vec<String>,
    /// Its counterparts that are not; a heading or chapter stands for all of them that
    /// begin with it.
    pub left_out: Vec<String>,
    /// Why.
    pub reason: String,
}

/// The HS codes of a technology.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HsLists {
    /// Why the lists are empty, where they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub none_because: Option<String>,
    /// One list for every vintage.
    #[serde(default)]
    pub codes: VintageCodes,
    /// The many-to-many steps between vintages.
    #[serde(default)]
    pub decisions: Vec<Decision>,
    /// Where the lists come from.
    pub provenance: Provenance,
}

/// A change to a direct list in some vintages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HsException {
    /// The vintages in which the list differs.
    pub vintages: Vec<HsVintage>,
    /// Codes that are in the list in these vintages only.
    #[serde(default)]
    #[schemars(inner(regex(pattern = HS_CODE)))]
    pub add: Vec<String>,
    /// Codes of the list that do not belong in these vintages.
    #[serde(default)]
    #[schemars(inner(regex(pattern = HS_CODE)))]
    pub drop: Vec<String>,
    /// Why.
    pub reason: String,
}

/// A list of chapters, headings and subheadings that anyone can read, valid in
/// every vintage but for the exceptions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DirectHs {
    /// Why the list is empty, where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub none_because: Option<String>,
    /// Codes of 2, 4 or 6 digits, in every vintage without an exception.
    #[serde(default)]
    #[schemars(inner(regex(pattern = HS_CODE)))]
    pub codes: Vec<String>,
    /// Where a vintage differs.
    #[serde(default)]
    pub exceptions: Vec<HsException>,
    /// Where the list comes from.
    pub provenance: Provenance,
}

impl DirectHs {
    /// The list of one vintage.
    #[must_use]
    pub fn get(&self, vintage: HsVintage) -> BTreeSet<String> {
        let mut codes: BTreeSet<String> = self.codes.iter().cloned().collect();
        for exception in self.exceptions.iter().filter(|e| e.vintages.contains(&vintage)) {
            for code in &exception.drop {
                codes.remove(code);
            }
            codes.extend(exception.add.iter().cloned());
        }
        codes
    }
}
