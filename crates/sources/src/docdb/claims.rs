//! Priority claims.

use super::references::Reference;
use crate::SourceError;
use crate::patent_xml::{Xml, year};
use crate::read::Fault;

/// What the priority claims of a document say.
#[derive(Default)]
pub(super) struct Claims {
    /// Earliest year of the active ones.
    pub(super) earliest: Option<u16>,
    /// The international application that this one entered from, 0 for none.
    pub(super) international: i64,
}

impl Claims {
    /// Reads a `priority-claim`.
    ///
    /// # Errors
    /// When the file is not well-formed. A [`Fault`] when its date is none.
    pub(super) fn add(&mut self, xml: &mut Xml<'_>) -> Result<Result<(), Fault>, SourceError> {
        if !xml.says("data-format", "docdb") {
            xml.skip()?;
            return Ok(Ok(()));
        }
        let mut claimed = Reference::default();
        let (mut linkage, mut active) = (String::new(), true);
        while let Some(name) = xml.child()? {
            match name {
                "document-id" => claimed = Reference::read(xml)?,
                "priority-linkage-type" => linkage = xml.text()?.trim().to_owned(),
                "priority-active-indicator" => active = xml.text()?.trim() != "N",
                _ => xml.skip()?,
            }
        }
        if linkage == "W" && claimed.kind == "W" {
            self.international = claimed.number().unwrap_or(self.international);
        }
        Ok(if active { self.earlier(&claimed.date) } else { Ok(()) })
    }

    fn earlier(&mut self, date: &str) -> Result<(), Fault> {
        let year = if date.is_empty() { None } else { year(date, "a priority claim")? };
        self.earliest = [self.earliest, year].into_iter().flatten().min();
        Ok(())
    }
}
