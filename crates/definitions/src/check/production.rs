//! Whether every Prodcom heading of the definitions exists, and what it was and became is
//! written down.

use super::Finding;
use crate::document::{Document, Step};
use crate::production::touched;
use crate::{Definitions, OfficialLists, Production, validate};

/// Every heading that the list of its year does not have, and every change that is missing
/// from `expansions/prodcom.toml` or is not one of the changes at hand. What is not at hand
/// is passed over.
pub(super) fn headings(definitions: &Definitions, lists: &OfficialLists) -> Vec<Finding> {
    let mut findings = Vec::new();
    for technology in &definitions.technologies {
        let document = definitions.document(&format!("technologies/{}.toml", technology.id));
        let (Some(production), Some(document)) = (&technology.production, document) else {
            continue;
        };
        let search = Search { document, subject: &technology.id, production, lists };
        findings.extend(search.unknown());
    }
    findings.extend(stale(definitions, lists));
    findings
}

/// Looks through one technology.
struct Search<'a> {
    document: &'a Document,
    subject: &'a str,
    production: &'a Production,
    lists: &'a OfficialLists,
}

impl Search<'_> {
    fn unknown(&self) -> Vec<Finding> {
        let year = self.production.prodcom_year;
        let Some(list) = self.lists.prodcom.get(&year) else {
            return Vec::new();
        };
        let whole = self.production.headings.len();
        let named = self.production.heading_weights().map(|named| named.heading);
        named
            .enumerate()
            .filter(|(_, heading)| !list.contains(heading))
            .map(|(index, heading)| {
                let steps = if index < whole {
                    [Step::Key("production"), "headings".into(), index.into()]
                } else {
                    [Step::Key("production"), "shared".into(), (index - whole).into()]
                };
                let what = format!("`{heading}` is not in the Prodcom list of {year}.");
                let way_out = self.way_out(&heading);
                Finding::at(self.document, &steps, (self.subject, &heading), what, way_out)
            })
            .collect()
    }

    fn way_out(&self, heading: &str) -> String {
        let years: Vec<String> = self
            .lists
            .prodcom
            .iter()
            .filter(|(_, list)| list.contains(heading))
            .map(|(year, _)| year.to_string())
            .collect();
        if years.is_empty() {
            "No list at hand knows it; check the digits.".into()
        } else {
            format!(
                "It is in {}. Name what it was or became, or take all headings from one of those \
                 lists.",
                years.join(", ")
            )
        }
    }
}

/// Changes that are not those at hand.
fn stale(definitions: &Definitions, lists: &OfficialLists) -> Vec<Finding> {
    let Some(document) = definitions.document(validate::PRODCOM) else {
        return Vec::new();
    };
    let official = touched(definitions, &lists.prodcom_changes);
    if official.span().is_none() {
        return Vec::new();
    }
    let written = definitions.prodcom_changes();
    let way_out = "Write the file again with `sextant definitions expand prodcom`.";
    let mut findings = Vec::new();
    if official.span() != written.span() {
        let (first, last) = official.span().unwrap_or_default();
        let what = format!("The lists at hand are those from {first} to {last}.");
        let steps = ["first_year".into()];
        findings.push(Finding::at(document, &steps, ("", ""), what, way_out.into()));
    }
    for (there, here, missing) in [(&official, written, true), (written, &official, false)] {
        for change in there.links().difference(&here.links()) {
            let what = if missing {
                format!("{} is not written down.", change.words())
            } else {
                format!("{} is not in the lists at hand, or no heading needs it.", change.words())
            };
            let year = change.year.to_string();
            let steps = [Step::Key(change.table()), year.as_str().into()];
            let code = change.code();
            findings.push(Finding::at(document, &steps, ("", code), what, way_out.into()));
        }
    }
    findings
}
