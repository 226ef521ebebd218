//! Whether every step of a technology between vintages that loses trade, or takes
//! trade in, has been decided by someone.

use std::collections::BTreeSet;

use super::Finding;
use crate::document::{Document, Step};
use crate::official::Links;
use crate::{Decision, Definitions, HsLists, HsVintage, OfficialLists};

/// Every pair of counterparts in neighbouring vintages of which a technology lists one
/// and not the other, without a decision that says why. Tables that are not at hand
/// are passed over.
#[must_use]
pub fn decisions(definitions: &Definitions, lists: &OfficialLists) -> Vec<Finding> {
    let links = Links::new(&lists.correspondences);
    let mut findings = Vec::new();
    for technology in &definitions.technologies {
        let path = format!("technologies/{}.toml", technology.id);
        let (Some(hs), Some(document)) = (&technology.hs, definitions.document(&path)) else {
            continue;
        };
        let subject = Subject { id: &technology.id, hs, document };
        for pair in HsVintage::ALL.windows(2) {
            subject.open_links(&links, pair[0], pair[1], &mut findings);
            subject.open_links(&links, pair[1], pair[0], &mut findings);
        }
    }
    findings
}

/// One technology's lists.
struct Subject<'a> {
    id: &'a str,
    hs: &'a HsLists,
    document: &'a Document,
}

impl Subject<'_> {
    /// Links from a listed code to an unlisted one that no decision covers.
    fn open_links(
        &self,
        links: &Links,
        from: HsVintage,
        to: HsVintage,
        findings: &mut Vec<Finding>,
    ) {
        let Some(table) = links.between(from, to) else {
            return;
        };
        let listed: BTreeSet<&String> = self.hs.codes.get(to).iter().collect();
        for (index, code) in self.hs.codes.get(from).iter().enumerate() {
            let open: Vec<&String> = table
                .get(code)
                .into_iter()
                .flatten()
                .filter(|other| !listed.contains(other) && !self.covered(from, to, code, other))
                .collect();
            if !open.is_empty() {
                findings.push(self.finding(from, to, index, code, &open));
            }
        }
    }

    /// Whether a decision explains why `code` is listed and `other` is not.
    fn covered(&self, from: HsVintage, to: HsVintage, code: &str, other: &str) -> bool {
        self.hs.decisions.iter().any(|decision| {
            left_out(decision, from, to, code, other) || taken_in(decision, from, to, code)
        })
    }

    fn finding(
        &self,
        from: HsVintage,
        to: HsVintage,
        index: usize,
        code: &str,
        open: &[&String],
    ) -> Finding {
        let steps = [Step::Key("hs"), "codes".into(), from.as_str().into(), index.into()];
        let (line, column) = self.document.locate(&steps);
        let shown: Vec<&str> = open.iter().take(5).map(|code| code.as_str()).collect();
        let more = if open.len() > 5 { " and others" } else { "" };
        Finding {
            file: self.document.path.clone(),
            line,
            column,
            subject: self.id.to_owned(),
            vintage: Some(from),
            code: code.to_owned(),
            what: format!(
                "`{code}` of {from} is also {}{more} in {to}, not listed there.",
                shown.join(", ")
            ),
            way_out: "List them, or add a decision that leaves them out and says why.".into(),
        }
    }
}

/// Whether a decision on `code` leaves `other` out.
fn left_out(decision: &Decision, from: HsVintage, to: HsVintage, code: &str, other: &str) -> bool {
    decision.from == from
        && decision.to == to
        && decision.code == code
        && decision.left_out.iter().any(|prefix| other.starts_with(prefix.as_str()))
}

/// Whether a decision the other way chose `code`, knowing what else it holds.
fn taken_in(decision: &Decision, from: HsVintage, to: HsVintage, code: &str) -> bool {
    decision.from == to && decision.to == from && decision.chosen.iter().any(|c| c == code)
}
