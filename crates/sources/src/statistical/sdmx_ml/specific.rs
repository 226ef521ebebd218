//! Structure-specific figures: components are attributes of `Series` and `Obs`.

use super::super::cell::{CellReader, Gathered, is_time};
use super::super::names::is_attribute;
use super::dataset::{DataSet, Observation};
use super::local;
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
                observation(xml, dataset, None, to)?;
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
    let key = dimensions(xml);
    let mut count = 0;
    while let Some(name) = xml.child()? {
        if name == "Obs" {
            observation(xml, dataset, Some(&key), to)?;
            count += 1;
        } else {
            xml.skip()?;
        }
    }
    Ok(count)
}

/// The attributes of the element opened last that are no known attribute of SDMX. Those
/// with a prefix are of XML.
fn dimensions(xml: &Xml<'_>) -> Vec<(String, String)> {
    let plain = xml.attributes().filter(|(name, _)| !name.contains(':'));
    plain
        .filter(|(name, _)| !is_attribute(&name.to_ascii_lowercase()))
        .map(|(name, value)| (name.to_owned(), value.into_owned()))
        .collect()
}

fn observation<R: CellReader>(
    xml: &mut Xml<'_>,
    dataset: &DataSet,
    series: Option<&[(String, String)]>,
    to: &mut Gathered<'_, '_, '_, R>,
) -> Result<(), SourceError> {
    xml.start_document();
    let mut read = Observation { line: xml.line(), ..Observation::default() };
    if series.is_none() {
        read.dimensions = dimensions(xml);
    }
    for (name, value) in xml.attributes() {
        let in_series = series.is_some();
        if name == "OBS_VALUE" {
            read.value = Some(value.into_owned());
        } else if in_series && (name == dataset.across || is_time(name)) {
            read.dimensions.push((name.to_owned(), value.into_owned()));
        } else if in_series && name.ends_with(":type") && !is_time(&dataset.across) {
            // With explicit measures the type of the observation is the code.
            read.dimensions.push((dataset.across.clone(), local(&value).to_owned()));
        } else {
            read.flags.take(name, &value);
        }
    }
    xml.skip()?;
    dataset.hand_on(series.unwrap_or_default(), &read, to)
}
