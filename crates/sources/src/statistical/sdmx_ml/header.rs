//! Header and footer of a message.

use super::super::names::artefact_id;
use super::{attribute, dataset::DataSet};
use crate::SourceError;
use crate::patent_xml::Xml;

/// What the header says.
#[derive(Default)]
pub(super) struct Header {
    structures: Vec<Structure>,
    dataset_id: Option<String>,
}

/// What a data set refers to.
#[derive(Clone, Default)]
struct Structure {
    id: String,
    dimension_at_observation: String,
    dataflow: Option<String>,
    structure: Option<String>,
}

impl Header {
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, SourceError> {
        let mut header = Self::default();
        while let Some(name) = xml.child()? {
            match name {
                "Structure" => header.structures.push(Structure::read(xml)?),
                "DataSetID" => header.dataset_id = Some(xml.text()?.trim().to_owned()),
                _ => xml.skip()?,
            }
        }
        Ok(header)
    }

    /// What is known of the data set opened last.
    pub(super) fn dataset(&self, xml: &Xml<'_>) -> DataSet {
        let wanted = attribute(xml, "structureRef");
        let named = self.structures.iter().find(|known| Some(&known.id) == wanted.as_ref());
        let structure = named.or(self.structures.first()).cloned().unwrap_or_default();
        let id = structure
            .dataflow
            .or(structure.structure)
            .or_else(|| self.dataset_id.clone())
            .unwrap_or_default();
        let across = match structure.dimension_at_observation.as_str() {
            "" => "TIME_PERIOD".to_owned(),
            other => other.to_owned(),
        };
        let deleted = attribute(xml, "action").is_some_and(|action| action == "Delete");
        DataSet { id, across, deleted }
    }
}

impl Structure {
    fn read(xml: &mut Xml<'_>) -> Result<Self, SourceError> {
        let mut read = Self {
            id: attribute(xml, "structureID").unwrap_or_default(),
            dimension_at_observation: attribute(xml, "dimensionAtObservation").unwrap_or_default(),
            ..Self::default()
        };
        while let Some(name) = xml.child()? {
            match name {
                "StructureUsage" => read.dataflow = reference(xml)?,
                "Structure" => {
                    let id = reference(xml)?;
                    let plain =
                        |id: String| id.strip_prefix("DSD_").map(str::to_owned).unwrap_or(id);
                    read.structure = id.map(plain);
                }
                _ => xml.skip()?,
            }
        }
        Ok(read)
    }
}

/// The id in the `Ref` or `URN` of the element opened last.
fn reference(xml: &mut Xml<'_>) -> Result<Option<String>, SourceError> {
    let mut found = None;
    while let Some(name) = xml.child()? {
        match name {
            "Ref" => {
                found = attribute(xml, "id");
                xml.skip()?;
            }
            "URN" => found = Some(artefact_id(xml.text()?).to_owned()),
            _ => xml.skip()?,
        }
    }
    Ok(found.filter(|id| !id.is_empty()))
}

/// Messages of the office below the data, or instead of them.
#[derive(Default)]
pub(super) struct Footer(Vec<String>);

impl Footer {
    /// Reads the footer opened last: `Message` of `Text`s.
    pub(super) fn take(&mut self, xml: &mut Xml<'_>) -> Result<(), SourceError> {
        while let Some(name) = xml.child()? {
            if name == "Message" { self.message_in(xml)? } else { xml.skip()? }
        }
        Ok(())
    }

    /// Reads an `Error` message: `ErrorMessage` of `Text`s.
    pub(super) fn read_error(xml: &mut Xml<'_>) -> Result<String, SourceError> {
        let mut footer = Self::default();
        while xml.child()?.is_some() {
            footer.message_in(xml)?;
        }
        Ok(footer.message().unwrap_or_else(|| "an error without words".to_owned()))
    }

    fn message_in(&mut self, xml: &mut Xml<'_>) -> Result<(), SourceError> {
        let code = attribute(xml, "code").unwrap_or_default();
        let before = self.0.len();
        while let Some(name) = xml.child()? {
            if name == "Text" {
                self.0.push(xml.text()?.trim().to_owned());
            } else {
                xml.skip()?;
            }
        }
        if let Some(first) = self.0.get_mut(before).filter(|_| !code.is_empty()) {
            *first = format!("({code}) {first}");
        }
        Ok(())
    }

    /// Everything said, in one line.
    pub(super) fn message(&self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.0.join(" ").trim_end_matches('.').to_owned())
    }
}
