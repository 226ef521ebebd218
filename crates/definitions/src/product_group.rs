//! Groups of products that a publisher has already summed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Names, Status};

/// A group of products that a publisher has already summed. It has no codes here:
/// its rows arrive under its id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductGroup {
    /// Stable id, the name of the file.
    pub id: String,
    /// Version of this definition.
    pub version: String,
    /// Whether the definition is an official one.
    pub status: Status,
    /// Id of the source that carries it.
    pub source: String,
    /// How the publisher asks to be cited.
    pub citation: String,
    /// What a careful reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Name in every language.
    pub names: Names,
}
