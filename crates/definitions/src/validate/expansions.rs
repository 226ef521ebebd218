//! Expansions of patent symbols.

use sextant_query::{Depth, Symbol};

use super::{EXPANSIONS, Report, rules};
use crate::Problem;
use crate::document::{Document, Step};
use crate::expansions::{Expansions, ExpansionsFile};
use crate::patent_query::exact;

/// Reads and checks the expansions.
pub(super) fn read(documents: &[Document], problems: &mut Vec<Problem>) -> Option<Expansions> {
    let (document, file) = rules::parse::<ExpansionsFile>(documents, EXPANSIONS, problems)?;
    let mut report = Report::new(document, problems);
    for (symbol, below) in &file.below {
        let at = [Step::Key("below"), symbol.as_str().into()];
        check(&mut report, &at, symbol, below);
        if exact(symbol).is_some_and(|symbol| symbol.depth() != Depth::Subgroup) {
            let what = format!("`{symbol}` is no subgroup.");
            report.add(&at, symbol, what, "Remove it: its number tells what lies in it.");
        }
    }
    for (symbol, entry) in &file.absent {
        let at = [Step::Key("absent"), symbol.as_str().into()];
        check(&mut report, &at, symbol, &entry.below);
        if entry.because.trim().is_empty() {
            let what = format!("`because` is empty for `{symbol}`.");
            let way_out = "Say why the edition of the scheme does not have the symbol.";
            report.add(&[at[0], at[1], "because".into()], "", what, way_out);
        }
    }
    for (child, parent) in &file.parents {
        let at = [Step::Key("parents"), child.as_str().into()];
        check(&mut report, &at, child, std::slice::from_ref(parent));
        let group = |text: &str| exact(text)?.above().filter(|s| s.depth() == Depth::MainGroup);
        if group(child) != group(parent) || child == parent {
            let what = format!("`{child}` cannot be indented below `{parent}`.");
            report.add(&at, parent, what, "Write a subgroup of the same main group.");
        }
    }
    Some(file.read())
}

/// A symbol, and what lies below it, has the form of one.
fn check(report: &mut Report<'_>, at: &[Step<'_>], symbol: &str, below: &[String]) {
    for text in below.iter().map(String::as_str).chain([symbol]) {
        if exact(text).is_none() {
            let what = match text.parse::<Symbol>() {
                Ok(symbol) => format!("`{text}` is not written as `{symbol}`."),
                Err(error) => format!("{error}."),
            };
            report.add(at, text, what, "Write it again with `sextant definitions expand`.");
        }
    }
}
