//! SDMX-ML 2.1 (and what 3.0 left as it was): figures and code lists.
//!
//! Read are `GenericData` and `StructureSpecificData`, by series, flat or across another
//! dimension than time, and of `Structure` the code lists. The dataset is the dataflow
//! that the header refers to, else the structure without `DSD_`, else the id of the
//! data set. Attributes of series cannot be told from dimensions in structure-specific
//! data without the structure; those of usual names are left aside.

mod codes;
mod dataset;
mod generic;
mod header;
mod specific;

use memchr::memmem;

use super::cell::{CellReader, Gathered};
use super::error::StatisticalError;
use crate::SourceError;
use crate::patent_xml::{Xml, XmlError};
use crate::read::{Collector, Part};
use header::{Footer, Header};

/// Messages of SDMX that hold neither figures nor codes.
const OTHERS: &[&str] = &[
    "GenericMetadata",
    "StructureSpecificMetadata",
    "MetadataSet",
    "CompactData",
    "CrossSectionalData",
    "UtilityData",
    "MessageGroup",
    "RegistryInterface",
    "QueryMessage",
];

/// Whether the first bytes are those of figures or a structure in SDMX-ML.
pub(crate) fn is_sdmx_ml(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let has = |text: &str| memmem::find(head, text.as_bytes()).is_some();
    head.first() == Some(&b'<')
        && has("sdmx.org/resources/sdmxml/schemas/v")
        && ["GenericData", "StructureSpecificData", "GenericTimeSeriesData"]
            .into_iter()
            .chain(["StructureSpecificTimeSeriesData", "Structure"])
            .any(|root| has(&format!(":{root} ")) || has(&format!("<{root} ")))
}

/// Which form of figures.
#[derive(Clone, Copy)]
enum Form {
    Generic,
    Specific,
}

/// Reads a message: figures cell by cell, codes straight to the collector.
///
/// # Errors
/// When it is cut, not well-formed, another message, or holds nothing; when the sink
/// fails.
pub(crate) fn read_sdmx_ml<R: CellReader>(
    part: Part<'_>,
    collector: &mut Collector<'_>,
    reader: &mut R,
) -> Result<(), SourceError> {
    const EXPECTED: &str = "an SDMX-ML message";
    let mut xml = Xml::open(part)?;
    let Some(root) = xml.root()?.map(str::to_owned) else {
        return Err(
            XmlError::NoDocument { file: xml.label().to_owned(), expected: EXPECTED }.into()
        );
    };
    let old = xml.attributes().any(|(_, value)| {
        value.contains("schemas/v2_0/message") || value.contains("schemas/v1_0/message")
    });
    match root.as_str() {
        "Structure" if !old => codes::read(&mut xml, collector),
        "GenericData" | "GenericTimeSeriesData" if !old => {
            figures(&mut xml, Form::Generic, &mut Gathered::new(reader, collector))
        }
        "StructureSpecificData" | "StructureSpecificTimeSeriesData" if !old => {
            figures(&mut xml, Form::Specific, &mut Gathered::new(reader, collector))
        }
        "Error" => {
            let message = Footer::read_error(&mut xml)?;
            Err(message_only(&xml, message))
        }
        _ if old || OTHERS.contains(&root.as_str()) => {
            let (file, line) = (xml.label().to_owned(), xml.line());
            Err(StatisticalError::OtherMessage { file, line, found: root }.into())
        }
        _ => Err(xml.wrong_root(EXPECTED)),
    }
}

fn figures<R: CellReader>(
    xml: &mut Xml<'_>,
    form: Form,
    to: &mut Gathered<'_, '_, '_, R>,
) -> Result<(), SourceError> {
    let mut header = Header::default();
    let mut footer = Footer::default();
    let mut cells = 0_u64;
    while let Some(name) = xml.child()? {
        match name {
            "Header" => header = Header::read(xml)?,
            "DataSet" => {
                let dataset = header.dataset(xml);
                cells += match form {
                    Form::Generic => generic::read(xml, &dataset, to)?,
                    Form::Specific => specific::read(xml, &dataset, to)?,
                };
            }
            "Footer" => footer.take(xml)?,
            _ => xml.skip()?,
        }
    }
    to.hand_on()?;
    if cells > 0 {
        return Ok(());
    }
    if let Some(message) = footer.message() {
        return Err(message_only(xml, message));
    }
    let (file, expected) = (xml.label().to_owned(), "data set with observations");
    Err(XmlError::NoDocument { file, expected }.into())
}

fn message_only(xml: &Xml<'_>, message: String) -> SourceError {
    StatisticalError::MessageOnly { file: xml.label().to_owned(), message }.into()
}

/// The name of an attribute without its prefix.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// The attribute with this local name, of the element opened last.
fn attribute(xml: &Xml<'_>, name: &str) -> Option<String> {
    let mut attributes = xml.attributes();
    attributes.find(|(found, _)| local(found) == name).map(|(_, value)| value.into_owned())
}
