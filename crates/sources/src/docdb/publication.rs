//! One exchange document.

use std::mem;

use sextant_definitions::Geographies;

use super::claims::Claims;
use super::kinds::{other_protection, with_grant};
use super::parties::Parties;
use super::references::{Reference, number};
use super::symbols::Symbols;
use crate::patent_xml::{
    Document, Notes, Publication, Xml, first_english, language, short_code, year,
};
use crate::read::Fault;
use crate::{PatentApplication, SourceError};

const ELEMENT: &str = "exchange-document";
const AROUND: &[&str] = &["world-patent-data", "exchange-documents"];

/// Whether a file of this outermost element holds exchange documents.
pub(super) fn is_outermost(name: &str) -> bool {
    name == ELEMENT || AROUND.contains(&name)
}

/// How exchange documents are read.
pub(super) struct ExchangeDocument<'g> {
    pub(super) geographies: &'g Geographies,
}

impl Publication for ExchangeDocument<'_> {
    const ELEMENT: &'static str = ELEMENT;
    const AROUND: &'static [&'static str] = AROUND;
    const EXPECTED: &'static str =
        "DOCDB exchange XML (`exch:exchange-documents` or `exch:exchange-document`)";

    fn read(
        &self,
        xml: &mut Xml<'_>,
        notes: &mut Notes,
    ) -> Result<Result<Document, Fault>, SourceError> {
        if xml.says("status", "D") {
            xml.skip()?;
            return Ok(Err(Fault::LeftOut("deleted")));
        }
        let mut draft = Draft::of(xml);
        while let Some(name) = xml.child()? {
            match name {
                "bibliographic-data" => self.bibliographic(xml, &mut draft, notes)?,
                "abstract" => text(xml, &mut draft.abstract_, notes)?,
                _ => xml.skip()?,
            }
        }
        Ok(draft.finish())
    }

    fn edition(&self, xml: &Xml<'_>) -> Option<String> {
        let date = xml.attribute("date-of-exchange")?;
        Some(format!("{}-{}-{}", date.get(..4)?, date.get(4..6)?, date.get(6..8)?))
    }
}

impl ExchangeDocument<'_> {
    fn bibliographic(
        &self,
        xml: &mut Xml<'_>,
        draft: &mut Draft,
        notes: &mut Notes,
    ) -> Result<(), SourceError> {
        while let Some(name) = xml.child()? {
            match name {
                "application-reference" => draft.application_reference(xml)?,
                "priority-claims" => draft.priorities(xml)?,
                "classifications-ipcr" => draft.symbols.ipcr(xml, notes)?,
                "classification-ipc" => draft.symbols.early_ipc(xml, notes)?,
                "patent-classifications" => draft.symbols.patent_classifications(xml, notes)?,
                "parties" => self.parties(xml, draft, notes)?,
                "invention-title" => text(xml, &mut draft.title, notes)?,
                "dates-of-public-availability" => draft.availability(xml)?,
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    fn parties(
        &self,
        xml: &mut Xml<'_>,
        draft: &mut Draft,
        notes: &mut Notes,
    ) -> Result<(), SourceError> {
        while let Some(name) = xml.child()? {
            match name {
                "applicants" => draft.applicants.read(xml, self.geographies, notes)?,
                "inventors" => draft.inventors.read(xml, self.geographies, notes)?,
                _ => xml.skip()?,
            }
        }
        Ok(())
    }
}

/// Reads a title or an abstract.
fn text(
    xml: &mut Xml<'_>,
    kept: &mut Option<String>,
    notes: &mut Notes,
) -> Result<(), SourceError> {
    let language = language(xml);
    first_english(xml, kept, language.as_deref(), notes)
}

/// A document while it is read.
#[derive(Default)]
struct Draft {
    family: Option<String>,
    kind: String,
    filed: Option<Reference>,
    claims: Claims,
    granted: Option<bool>,
    symbols: Symbols,
    applicants: Parties,
    inventors: Parties,
    title: Option<String>,
    abstract_: Option<String>,
    fault: Option<Fault>,
}

impl Draft {
    /// What the tag of the document tells.
    fn of(xml: &Xml<'_>) -> Self {
        let text = |name| xml.attribute(name).map(|value| value.trim().to_owned());
        Self {
            family: text("family-id"),
            kind: text("kind").unwrap_or_default(),
            ..Self::default()
        }
    }

    fn application_reference(&mut self, xml: &mut Xml<'_>) -> Result<(), SourceError> {
        if !xml.says("data-format", "docdb") {
            return xml.skip();
        }
        self.filed = Some(Reference::read(xml)?);
        Ok(())
    }

    fn priorities(&mut self, xml: &mut Xml<'_>) -> Result<(), SourceError> {
        while let Some(name) = xml.child()? {
            if name != "priority-claim" {
                xml.skip()?;
            } else if let Err(fault) = self.claims.add(xml)? {
                self.fault.get_or_insert(fault);
            }
        }
        Ok(())
    }

    fn availability(&mut self, xml: &mut Xml<'_>) -> Result<(), SourceError> {
        while let Some(name) = xml.child()? {
            if let Some(granted) = with_grant(name) {
                self.granted = Some(granted || self.granted == Some(true));
            }
            xml.skip()?;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Document, Fault> {
        let filed = mem::take(&mut self.filed).unwrap_or_default();
        if let Some(reason) = other_protection(&filed.kind, &self.kind) {
            return Err(Fault::LeftOut(reason));
        }
        let application = self.application(&filed)?;
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        Ok(Document {
            application,
            title: self.title,
            abstract_: self.abstract_,
            applicants: self.applicants.list,
            inventors: self.inventors.list,
            classes: self.symbols.into_list(),
        })
    }

    fn application(&self, filed: &Reference) -> Result<PatentApplication, Fault> {
        let office = short_code(&filed.country, "office of the application")?;
        let kind = short_code(&filed.kind, "kind of the application")?;
        let filing_year = year(&filed.date, "filing")?;
        let years = [filing_year, self.claims.earliest];
        Ok(PatentApplication {
            application: filed.number().ok_or_else(|| no_number("application", &filed.doc_id))?,
            office,
            kind,
            pct: office.as_str() == "WO" || kind.starts_with('W'),
            international: self.claims.international,
            filing_year,
            earliest_filing_year: years.into_iter().flatten().min(),
            docdb_family: self
                .family
                .as_deref()
                .and_then(number)
                .ok_or_else(|| no_number("family", &self.family))?,
            inpadoc_family: 0,
            granted: self.granted.unwrap_or_else(|| self.kind.starts_with('B')),
        })
    }
}

fn no_number(what: &'static str, found: &Option<String>) -> Fault {
    let (reason, attribute) = match what {
        "family" => ("no-family", "family-id of the document"),
        _ => ("no-application", "doc-id of the application-reference in docdb format"),
    };
    let found = found.as_ref().map_or("missing".to_owned(), |text| format!("`{text}`"));
    let detail = format!("The {attribute} is {found}, where a whole number was expected.");
    Fault::bad(reason, detail)
}
