//! One European publication.

use sextant_definitions::Geographies;

use super::bibliography::Bibliography;
use super::numbers::{european, international};
use crate::patent_xml::{
    Document, Notes, Publication, Xml, first_english, language, short_code, year,
};
use crate::read::Fault;
use crate::{PatentApplication, SourceError};

/// How European publications are read.
pub(super) struct EuropeanPublication<'g> {
    pub(super) geographies: &'g Geographies,
}

impl Publication for EuropeanPublication<'_> {
    const ELEMENT: &'static str = "ep-patent-document";
    const AROUND: &'static [&'static str] = &[];
    const EXPECTED: &'static str = "an EP full-text document (`ep-patent-document`)";

    fn read(
        &self,
        xml: &mut Xml<'_>,
        notes: &mut Notes,
    ) -> Result<Result<Document, Fault>, SourceError> {
        let deleted = xml.says("status", "D") || xml.says("status", "d");
        let mut bibliography = None;
        let mut abstract_ = None;
        while let Some(name) = xml.child()? {
            match name {
                "SDOBI" => {
                    bibliography = Some(Bibliography::read(xml, self.geographies, notes)?);
                }
                "abstract" => {
                    let language = language(xml);
                    first_english(xml, &mut abstract_, language.as_deref(), notes)?;
                }
                "description" | "claims" | "drawings" | "search-report-data"
                | "ep-reference-list" => {
                    xml.pass("</ep-patent-document>")?;
                    break;
                }
                _ => xml.skip()?,
            }
        }
        if deleted {
            return Ok(Err(Fault::LeftOut("deleted")));
        }
        Ok(document(bibliography, abstract_))
    }
}

fn document(found: Option<Bibliography>, abstract_: Option<String>) -> Result<Document, Fault> {
    let Some(found) = found else {
        let detail = "The document has no `SDOBI`, where its bibliographic data should stand.";
        return Err(Fault::bad("no-bibliographic-data", detail.to_owned()));
    };
    let application = application(&found)?;
    let applicants = if found.applicants.is_empty() { found.proprietors } else { found.applicants };
    Ok(Document {
        application,
        title: found.title,
        abstract_,
        applicants,
        inventors: found.inventors,
        classes: found.classes,
    })
}

fn application(found: &Bibliography) -> Result<PatentApplication, Fault> {
    let number = european(&found.number)?;
    let filing_year = year(&found.filed, "filing (B220)")?;
    let mut earliest = filing_year;
    for date in found.priorities.iter().filter(|date| !date.is_empty()) {
        let year = year(date, "a priority (B320)")?;
        earliest = [earliest, year].into_iter().flatten().min();
    }
    let entered_from = match found.international.as_str() {
        "" => 0,
        text => international(text)?,
    };
    Ok(PatentApplication {
        application: number,
        office: short_code("EP", "office")?,
        kind: short_code("A", "kind")?,
        pct: false,
        international: entered_from,
        filing_year,
        earliest_filing_year: earliest,
        docdb_family: number,
        inpadoc_family: 0,
        granted: found.kind.starts_with('B'),
    })
}
