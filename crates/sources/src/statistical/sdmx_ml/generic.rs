//! Generic figures: every component is an element of its own.

use super::super::cell::{CellReader, Gathered};
use super::attribute;
use super::dataset::{DataSet, Observation};
use crate::SourceError;
use crate::patent_xml::Xml;

/// Reads the data set opened last; gives the number of its observations.
pub(super) fn read<R: CellReader>(
    xml: &mut Xml<'_>,
    dataset: &DataSet,
    to: &mut Gathered<'_, '_, '_, R>,
) -> Result<u64, SourceError> {
    let mut count = 0;
    while let Some(name) = xml.child()? {
        match name {
            "Series" => count += series(xml, dataset, to)?,
            "Obs" => {
                let read = observation(xml, dataset)?;
                dataset.hand_on(&[], &read, to)?;
                count += 1;
            }
            _ => xml.skip()?,
        }
    }
    Ok(count)
}

fn series<R: CellReader>(
    xml: &mut Xml<'_>,
    dataset: &DataSet,
    to: &mut Gathered<'_, '_, '_, R>,
) -> Result<u64, SourceError> {
    xml.start_document();
    let mut key = Vec::new();
    let mut count = 0;
    while let Some(name) = xml.child()? {
        match name {
            "SeriesKey" => values(xml, |id, value| key.push((id, value)))?,
            "Obs" => {
                let read = observation(xml, dataset)?;
                dataset.hand_on(&key, &read, to)?;
                count += 1;
            }
            _ => xml.skip()?,
        }
    }
    Ok(count)
}

fn observation(xml: &mut Xml<'_>, dataset: &DataSet) -> Result<Observation, SourceError> {
    xml.start_document();
    let mut read = Observation { line: xml.line(), ..Observation::default() };
    while let Some(name) = xml.child()? {
        match name {
            "ObsDimension" => {
                let id = attribute(xml, "id").unwrap_or_else(|| dataset.across.clone());
                read.dimensions.push((id, attribute(xml, "value").unwrap_or_default()));
                xml.skip()?;
            }
            "ObsKey" => values(xml, |id, value| read.dimensions.push((id, value)))?,
            "ObsValue" => {
                read.value = attribute(xml, "value");
                xml.skip()?;
            }
            "Attributes" => values(xml, |id, value| read.flags.take(&id, &value))?,
            _ => xml.skip()?,
        }
    }
    Ok(read)
}

/// The `Value`s, with `id` and `value`, in the element opened last.
fn values(xml: &mut Xml<'_>, mut take: impl FnMut(String, String)) -> Result<(), SourceError> {
    while let Some(name) = xml.child()? {
        if name == "Value" {
            let id = attribute(xml, "id").unwrap_or_default();
            take(id, attribute(xml, "value").unwrap_or_default());
        }
        xml.skip()?;
    }
    Ok(())
}
