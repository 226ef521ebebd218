//! Which categories of companies belong to which subjects.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Provenance, Status};

/// The file `investment/crunchbase-categories.toml`: every category is either assigned
/// to ecosystems and technologies, or knowingly to none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CategoryMap {
    /// Version of this map.
    pub version: String,
    /// Whether the map is an official one.
    pub status: Status,
    /// Where the map comes from.
    pub provenance: Provenance,
    /// Categories that say nothing of an ecosystem or a technology, by why they do not.
    pub unmapped: Vec<UnmappedCategories>,
    /// Category to ids of ecosystems and technologies. A technology stands for those
    /// it is a part of, too.
    pub mapped: BTreeMap<String, Vec<String>>,
}

/// Categories that belong nowhere for the same reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnmappedCategories {
    /// Short name of the reason, such as `finance`.
    pub class: String,
    /// Why they belong nowhere, a full sentence.
    pub because: String,
    /// The categories.
    pub categories: Vec<String>,
}

/// What the map says of one category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvestmentCategory<'a> {
    /// The category as the map writes it.
    pub name: &'a str,
    /// Ids of the subjects it belongs to, technologies with all that they are a part
    /// of, in reading order; empty where it belongs nowhere.
    pub subjects: &'a [String],
    /// The class of reasons why it belongs nowhere.
    pub unmapped: Option<&'a UnmappedCategories>,
}

/// A category as it is looked up: in lower case, without blanks around it.
pub(crate) fn folded(category: &str) -> String {
    category.trim().to_lowercase()
}

/// The subjects of every category, by its folded name. `reading_order` lists the id of
/// every subject with those that contain it, itself first.
pub(crate) fn closure(
    map: &CategoryMap,
    reading_order: &[(String, Vec<String>)],
) -> BTreeMap<String, Vec<String>> {
    let subjects = |ids: &[String]| -> Vec<String> {
        let implied: Vec<&String> = reading_order
            .iter()
            .filter(|(id, _)| ids.contains(id))
            .flat_map(|(_, containing)| containing)
            .collect();
        let ids = reading_order.iter().map(|(id, _)| id);
        ids.filter(|id| implied.contains(id)).cloned().collect()
    };
    map.mapped.iter().map(|(name, ids)| (folded(name), subjects(ids))).collect()
}
