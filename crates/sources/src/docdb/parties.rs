//! Applicants and inventors, of which documents have several lists.

use sextant_definitions::Geographies;

use crate::SourceError;
use crate::patent_xml::{Notes, Party, Xml, collapsed, residence};

/// Spellings of names, the best first.
const FORMATS: [&str; 4] = ["docdb", "epodoc", "docdba", "original"];

/// The best list met so far.
pub(super) struct Parties {
    format: usize,
    pub(super) list: Vec<Party>,
}

impl Default for Parties {
    fn default() -> Self {
        Self { format: usize::MAX, list: Vec::new() }
    }
}

impl Parties {
    /// Reads the `applicants` or `inventors` opened last.
    ///
    /// # Errors
    /// When the file is not well-formed.
    pub(super) fn read(
        &mut self,
        xml: &mut Xml<'_>,
        geographies: &Geographies,
        notes: &mut Notes,
    ) -> Result<(), SourceError> {
        while xml.child()?.is_some() {
            let format = xml.attribute("data-format");
            let rank = format.map_or(0, |format| {
                FORMATS.iter().position(|known| *known == format).unwrap_or(FORMATS.len())
            });
            if rank > self.format || xml.says("status", "D") {
                xml.skip()?;
                continue;
            }
            let party = party(xml, geographies, notes)?;
            if rank < self.format {
                self.list.clear();
                self.format = rank;
            }
            self.list.push(party);
        }
        Ok(())
    }
}

/// Reads an `applicant` or `inventor`: a name, and perhaps the country of a residence.
fn party(
    xml: &mut Xml<'_>,
    geographies: &Geographies,
    notes: &mut Notes,
) -> Result<Party, SourceError> {
    let (mut name, mut country) = (String::new(), String::new());
    while let Some(child) = xml.child()? {
        match child {
            "applicant-name" | "inventor-name" => name = collapsed(xml.text()?),
            "residence" => xml.text()?.trim().clone_into(&mut country),
            _ => xml.skip()?,
        }
    }
    let country = residence(&country, geographies, notes);
    Ok(Party { name, country })
}
