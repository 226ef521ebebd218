//! Code lists of structure messages.

use super::super::error::StatisticalError;
use super::attribute;
use crate::patent_xml::Xml;
use crate::read::{Collector, Fault, Out, list, shown};
use crate::{CodeText, NomenclatureCode, Rows, SourceError};

/// Reads the code lists of the message whose outermost element was opened last. Other
/// structures (hierarchies, concepts, data structures) are passed over.
pub(super) fn read(xml: &mut Xml<'_>, collector: &mut Collector<'_>) -> Result<(), SourceError> {
    let mut codes = Codes { out: Out::with_capacity(256), read: 0 };
    let mut others = Vec::new();
    while let Some(name) = xml.child()? {
        if name != "Structures" {
            xml.skip()?;
            continue;
        }
        while let Some(name) = xml.child()? {
            if name == "Codelists" || name == "CodeLists" {
                codes.lists(xml)?;
            } else {
                others.push(name.to_owned());
                xml.skip()?;
            }
        }
    }
    if codes.read == 0 {
        let (file, found) = (xml.label().to_owned(), list(&others));
        return Err(StatisticalError::NoCodeList { file, found }.into());
    }
    let rows = collector.take_faults(codes.read, codes.out)?;
    collector.rows(Rows::Codes(rows))
}

/// What was read so far.
struct Codes {
    out: Out<NomenclatureCode>,
    read: usize,
}

impl Codes {
    fn lists(&mut self, xml: &mut Xml<'_>) -> Result<(), SourceError> {
        while let Some(name) = xml.child()? {
            if name == "Codelist" { self.list(xml)? } else { xml.skip()? }
        }
        Ok(())
    }

    fn list(&mut self, xml: &mut Xml<'_>) -> Result<(), SourceError> {
        xml.start_document();
        let part = |name: &str| attribute(xml, name).unwrap_or_default();
        let nomenclature = format!("sdmx:{}:{}", part("agencyID"), part("id"));
        while let Some(name) = xml.child()? {
            if name == "Code" { self.code(xml, &nomenclature)? } else { xml.skip()? }
        }
        Ok(())
    }

    fn code(&mut self, xml: &mut Xml<'_>, nomenclature: &str) -> Result<(), SourceError> {
        xml.start_document();
        let (id, line) = (attribute(xml, "id").unwrap_or_default(), xml.line());
        let title = title(xml)?;
        self.read += 1;
        match CodeText::from(&id) {
            Ok(code) if !id.is_empty() => {
                let nomenclature = nomenclature.to_owned();
                self.out.rows.push(NomenclatureCode { nomenclature, code, title });
            }
            _ => {
                let shown = shown(id.as_bytes());
                let detail = format!(
                    "The code `{shown}` of {nomenclature} is empty or has more than {} bytes.",
                    CodeText::new().capacity()
                );
                self.out.fault(Fault::bad("bad-code", detail), line, id.as_bytes());
            }
        }
        Ok(())
    }
}

/// The English name of the element opened last, else its first one.
fn title(xml: &mut Xml<'_>) -> Result<String, SourceError> {
    let mut title = String::new();
    let mut english = false;
    while let Some(name) = xml.child()? {
        if name != "Name" {
            xml.skip()?;
            continue;
        }
        let is_english = attribute(xml, "lang").is_none_or(|lang| lang.starts_with("en"));
        let text = xml.text()?.split_whitespace().collect::<Vec<_>>().join(" ");
        if title.is_empty() || (is_english && !english) {
            title = text;
            english = is_english;
        }
    }
    Ok(title)
}
