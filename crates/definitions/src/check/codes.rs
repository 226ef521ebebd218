//! Whether every HS code of the definitions exists in its vintage, every patent symbol in
//! the scheme and every Prodcom heading in its list.

use std::collections::BTreeSet;

use super::Finding;
use super::production::headings;
use super::symbols::symbols;
use crate::document::{Document, Step};
use crate::official::Links;
use crate::{Definitions, Ecosystem, HsVintage, OfficialLists, Technology};

/// Every HS code, IPC symbol and Prodcom heading of technologies and ecosystems that the
/// official list does not have, and every expansion of a symbol and change of a heading
/// that is missing or stale, in the order of files. Lists that are not at hand are passed over; [`OfficialLists`] tells which are.
#[must_use]
pub fn codes(definitions: &Definitions, lists: &OfficialLists) -> Vec<Finding> {
    let links = Links::new(&lists.correspondences);
    let mut findings = Vec::new();
    for ecosystem in &definitions.ecosystems {
        let path = format!("ecosystems/{}.toml", ecosystem.id);
        if let Some(document) = definitions.document(&path) {
            let search = Search { document, subject: &ecosystem.id, lists, links: &links };
            search.ecosystem(ecosystem, &mut findings);
        }
    }
    for technology in &definitions.technologies {
        let path = format!("technologies/{}.toml", technology.id);
        if let Some(document) = definitions.document(&path) {
            let search = Search { document, subject: &technology.id, lists, links: &links };
            search.technology(technology, &mut findings);
        }
    }
    findings.extend(symbols(definitions, lists));
    findings.extend(headings(definitions, lists));
    findings.sort_by(|a, b| {
        (&a.file, a.line, a.column, a.vintage).cmp(&(&b.file, b.line, b.column, b.vintage))
    });
    findings
}

/// Looks through one definition.
struct Search<'a> {
    document: &'a Document,
    subject: &'a str,
    lists: &'a OfficialLists,
    links: &'a Links,
}

impl Search<'_> {
    fn technology(&self, technology: &Technology, findings: &mut Vec<Finding>) {
        let Some(hs) = &technology.hs else {
            return;
        };
        for vintage in HsVintage::ALL {
            let steps = [Step::Key("hs"), "codes".into(), vintage.as_str().into()];
            self.list(&steps, hs.codes.get(vintage), vintage, findings);
        }
    }

    fn ecosystem(&self, ecosystem: &Ecosystem, findings: &mut Vec<Finding>) {
        for vintage in HsVintage::ALL {
            let exceptions = || ecosystem.hs.exceptions.iter().enumerate();
            let dropped: BTreeSet<&String> = exceptions()
                .filter(|(_, e)| e.vintages.contains(&vintage))
                .flat_map(|(_, e)| &e.drop)
                .collect();
            for (index, code) in ecosystem.hs.codes.iter().enumerate() {
                if !dropped.contains(code) {
                    let steps = [Step::Key("hs"), "codes".into(), index.into()];
                    findings.extend(self.code(&steps, code, vintage));
                }
            }
            for (index, exception) in exceptions().filter(|(_, e)| e.vintages.contains(&vintage)) {
                let steps = [Step::Key("hs"), "exceptions".into(), index.into(), "add".into()];
                self.list(&steps, &exception.add, vintage, findings);
            }
        }
    }

    fn list(
        &self,
        steps: &[Step<'_>],
        codes: &[String],
        vintage: HsVintage,
        findings: &mut Vec<Finding>,
    ) {
        for (index, code) in codes.iter().enumerate() {
            let steps: Vec<Step<'_>> = steps.iter().copied().chain([Step::At(index)]).collect();
            findings.extend(self.code(&steps, code, vintage));
        }
    }

    /// The finding on one code, if there is anything to find.
    fn code(&self, steps: &[Step<'_>], code: &str, vintage: HsVintage) -> Option<Finding> {
        if self.lists.has(vintage, code)? {
            return None;
        }
        let (line, column) = self.document.locate(steps);
        Some(Finding {
            file: self.document.path.clone(),
            line,
            column,
            subject: self.subject.to_owned(),
            vintage: Some(vintage),
            code: code.to_owned(),
            what: format!("`{code}` is not in {vintage}."),
            way_out: self.way_out(code, vintage),
        })
    }

    fn way_out(&self, code: &str, vintage: HsVintage) -> String {
        let known = self.lists.vintages_with(code);
        if known.is_empty() {
            return "No vintage at hand knows it; check the digits.".into();
        }
        let names: Vec<&str> = known.iter().map(|v| v.as_str()).collect();
        let counterparts = self.counterparts(code, vintage, &known);
        let known = format!("It is in {}.", names.join(", "));
        if counterparts.is_empty() {
            format!(
                "{known} Remove it from this vintage, with an exception if the list has one for all."
            )
        } else {
            let codes: Vec<String> = counterparts.into_iter().collect();
            format!(
                "{known} Its counterparts in {vintage} are {}; choose among them.",
                codes.join(", ")
            )
        }
    }

    /// Where a code went, from the nearest vintage that has it.
    fn counterparts(&self, code: &str, to: HsVintage, known: &[HsVintage]) -> BTreeSet<String> {
        let nearest = known.iter().min_by_key(|v| v.first_year().abs_diff(to.first_year()));
        let Some(table) = nearest.and_then(|from| self.links.between(*from, to)) else {
            return BTreeSet::new();
        };
        let below = table.range(code.to_owned()..).take_while(|(from, _)| from.starts_with(code));
        below.flat_map(|(_, to)| to.iter().cloned()).collect()
    }
}
