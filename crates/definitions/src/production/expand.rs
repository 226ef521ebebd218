//! Writes down the changes of the Prodcom list that definitions need.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::changes::ProdcomChanges;
use crate::Definitions;

/// The first list by NACE Rev. 2. Those before divide industry differently: they are not
/// followed.
const FIRST_LIST: u16 = 2008;

/// There is nothing to write the changes from.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "The changes of the Prodcom list are not at hand{}. Ingest them: sextant ingest prodcom-list PATH.",
    .wanted.map(|year| format!(" for the list of {year}")).unwrap_or_default()
)]
pub struct MissingChanges {
    /// The list that a definition names and that the changes do not reach; none where
    /// there are no changes at all.
    pub wanted: Option<u16>,
}

/// The text of `expansions/prodcom.toml` for these definitions: every change that touches a
/// heading that one of them names, directly or by way of what it was before and became
/// since.
///
/// # Errors
/// [`MissingChanges`] when there are none, or a definition names a list older than all.
pub fn expand_prodcom(
    definitions: &Definitions,
    changes: &ProdcomChanges,
) -> Result<String, MissingChanges> {
    let Some((first, last)) = span(changes) else {
        return Err(MissingChanges { wanted: None });
    };
    let productions = definitions.technologies.iter().filter_map(|t| t.production.as_ref());
    if let Some(older) = productions.map(|p| p.prodcom_year).find(|year| *year < first) {
        return Err(MissingChanges { wanted: Some(older) });
    }
    Ok(text(&touched(definitions, changes), first, last))
}

/// Years of the first list to follow headings to and of the last.
fn span(changes: &ProdcomChanges) -> Option<(u16, u16)> {
    let (first, last) = changes.span()?;
    (last > FIRST_LIST).then_some((first.max(FIRST_LIST), last))
}

/// The changes that touch a heading that a definition names, since the first list by NACE
/// Rev. 2.
pub(crate) fn touched(definitions: &Definitions, changes: &ProdcomChanges) -> ProdcomChanges {
    let mut found = ProdcomChanges::default();
    let Some((first, last)) = span(changes) else {
        return found;
    };
    found.cover(first, last);
    let years = || changes.all().map(|(year, _)| year).filter(|year| first < *year);
    for production in definitions.technologies.iter().filter_map(|t| t.production.as_ref()) {
        let named: BTreeSet<String> = production.heading_weights().map(|h| h.heading).collect();
        let mut older = named.clone();
        for year in years().rev().filter(|year| *year <= production.prodcom_year) {
            older = copy_before(changes, year, &older, &mut found);
        }
        let mut newer = named;
        for year in years().filter(|year| *year > production.prodcom_year) {
            newer = copy_after(changes, year, &newer, &mut found);
        }
    }
    found
}

/// Copies what leads to the headings of `year`, with all else that the same old headings
/// became; gives the old headings.
fn copy_before(
    changes: &ProdcomChanges,
    year: u16,
    headings: &BTreeSet<String>,
    found: &mut ProdcomChanges,
) -> BTreeSet<String> {
    let mut old = BTreeSet::new();
    for new in headings {
        let predecessors = changes.predecessors(year, new);
        if predecessors.is_empty() {
            found.note(year, "", new);
        }
        for code in &predecessors {
            copy_link(changes, year, code, new, found);
            for other in changes.successors(year, code) {
                copy_link(changes, year, code, &other, found);
            }
        }
        old.extend(predecessors);
    }
    old
}

/// Copies what the headings before `year` became, with all else that the same new
/// headings hold; gives the new headings.
fn copy_after(
    changes: &ProdcomChanges,
    year: u16,
    headings: &BTreeSet<String>,
    found: &mut ProdcomChanges,
) -> BTreeSet<String> {
    let mut new = BTreeSet::new();
    for old in headings {
        let successors = changes.successors(year, old);
        if successors.is_empty() {
            found.note(year, old, "");
        }
        for code in &successors {
            copy_link(changes, year, old, code, found);
            for other in changes.predecessors(year, code) {
                copy_link(changes, year, &other, code, found);
            }
        }
        new.extend(successors);
    }
    new
}

/// A heading that goes on unchanged needs no line.
fn copy_link(
    changes: &ProdcomChanges,
    year: u16,
    old: &str,
    new: &str,
    found: &mut ProdcomChanges,
) {
    let listed = changes.to(year).and_then(|changes| changes.becomes.get(old));
    if listed.is_some_and(|listed| listed.contains(new)) {
        found.note(year, old, new);
    }
}

const HEAD: &str = "\
#:schema ../schemas/prodcom-changes.json
# How the headings that a definition names came about and what became of them, so that a
# build needs no lists. Written by `sextant definitions expand prodcom` from the changes of
# the Prodcom list as ingested; nothing is by hand. A heading that is not here is the same
# in all lists from first_year to last_year. Each year is that of the newer list.
";

/// The text of the file.
fn text(changes: &ProdcomChanges, first: u16, last: u16) -> String {
    let mut text = format!("{HEAD}first_year = {first}\nlast_year = {last}\n");
    text.push_str("\n# Without a predecessor.\n[starts]\n");
    for (year, changes) in changes.all().filter(|(_, changes)| !changes.starts.is_empty()) {
        let _ = writeln!(text, "{year} = {}", array("2000", &changes.starts));
    }
    text.push_str("\n# Without a successor.\n[ends]\n");
    for (year, changes) in changes.all().filter(|(_, changes)| !changes.ends.is_empty()) {
        let _ = writeln!(text, "{year} = {}", array("2000", &changes.ends));
    }
    text.push_str("\n# An old heading, and all new ones that hold a part of it.\n");
    for (year, changes) in changes.all().filter(|(_, changes)| !changes.becomes.is_empty()) {
        table(&mut text, year, &changes.becomes);
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn table(text: &mut String, year: u16, becomes: &BTreeMap<String, BTreeSet<String>>) {
    let _ = writeln!(text, "[becomes.{year}]");
    for (old, new) in becomes {
        let _ = writeln!(text, "{old} = {}", array(old, new));
    }
    text.push('\n');
}

/// Width of a line of definitions.
const WIDTH: usize = 112;

/// An array behind a key, on one line or on as many as it takes.
fn array(key: &str, codes: &BTreeSet<String>) -> String {
    let quoted: Vec<String> = codes.iter().map(|code| format!("\"{code}\"")).collect();
    let line = format!("[{}]", quoted.join(", "));
    if key.len() + " = ".len() + line.len() <= WIDTH {
        return line;
    }
    // Twelve characters for each, with its comma and blank, behind a margin of three.
    let lines: Vec<String> =
        quoted.chunks((WIDTH - 3) / 12).map(|codes| format!("    {},", codes.join(", "))).collect();
    format!("[\n{}\n]", lines.join("\n"))
}
