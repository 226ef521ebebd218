//! References to documents: office, number, kind, date.

use crate::SourceError;
use crate::patent_xml::Xml;

/// A `document-id`, and the number that DOCDB gives it.
#[derive(Default)]
pub(super) struct Reference {
    /// Surrogate number, on the reference or on its `document-id`.
    pub(super) doc_id: Option<String>,
    pub(super) country: String,
    pub(super) kind: String,
    pub(super) date: String,
}

impl Reference {
    /// Reads the element opened last, which holds a `document-id` or is one.
    ///
    /// # Errors
    /// When the file is not well-formed.
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, SourceError> {
        let mut reference = Self { doc_id: doc_id(xml), ..Self::default() };
        let mut within = 0_u8;
        loop {
            match xml.child()? {
                None if within == 0 => return Ok(reference),
                None => within -= 1,
                Some("document-id") if within == 0 => {
                    within = 1;
                    reference.doc_id = reference.doc_id.or_else(|| doc_id(xml));
                }
                Some("country") => reference.country = xml.text()?.trim().to_owned(),
                Some("kind") => reference.kind = xml.text()?.trim().to_owned(),
                Some("date") => reference.date = xml.text()?.trim().to_owned(),
                Some(_) => xml.skip()?,
            }
        }
    }

    /// The surrogate number; None where there is none or it is no number above zero.
    pub(super) fn number(&self) -> Option<i64> {
        number(self.doc_id.as_deref()?)
    }
}

fn doc_id(xml: &Xml<'_>) -> Option<String> {
    xml.attribute("doc-id").map(|id| id.trim().to_owned())
}

/// A whole number above zero.
pub(super) fn number(text: &str) -> Option<i64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| digits && *number > 0)
}
