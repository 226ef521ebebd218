//! The 35 fields of technology of the World Intellectual Property Organization.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Names, Provenance, Status};

/// A field of technology. Its IPC symbols are not here: they come from the list that
/// the World Intellectual Property Organization publishes, once ingested.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WipoField {
    /// Number in the published list, 1 to 35.
    pub number: u8,
    /// Stable id, `wipo-field-01` to `wipo-field-35`.
    pub id: String,
    /// The sector it belongs to.
    pub sector: FieldSector,
    /// Name in every language.
    pub names: Names,
}

/// One of the five sectors that the fields are grouped in.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum FieldSector {
    /// Electrical engineering.
    ElectricalEngineering,
    /// Instruments.
    Instruments,
    /// Chemistry.
    Chemistry,
    /// Mechanical engineering.
    MechanicalEngineering,
    /// Other fields.
    OtherFields,
}

impl FieldSector {
    /// `electrical-engineering`, `instruments`, `chemistry`, `mechanical-engineering` or
    /// `other-fields`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ElectricalEngineering => "electrical-engineering",
            Self::Instruments => "instruments",
            Self::Chemistry => "chemistry",
            Self::MechanicalEngineering => "mechanical-engineering",
            Self::OtherFields => "other-fields",
        }
    }
}

/// The file `fields/wipo-fields.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "WipoFields")]
pub(crate) struct WipoFieldFile {
    /// Version of this list.
    pub(crate) version: String,
    /// Whether the list is an official one.
    #[allow(dead_code, reason = "read by people and by the schema")]
    pub(crate) status: Status,
    /// Where the list comes from.
    pub(crate) provenance: Provenance,
    /// The fields, by number.
    pub(crate) fields: Vec<WipoField>,
}
