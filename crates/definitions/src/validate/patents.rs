//! Checks on patent symbols and on the words that go with them.

use sextant_query::Symbol;

use super::Report;
use crate::document::Step;
use crate::patent_query::{exact, symbols};
use crate::{DirectIpc, Patents};

/// Every symbol of a technology, and both ends of every range, has the form of one;
/// every query can be read.
pub(super) fn technology(report: &mut Report<'_>, patents: &Patents) {
    list(report, &["patents".into(), "cpc".into()], &patents.cpc);
    if let Some(text) = &patents.keyword_query {
        query(report, &["patents".into(), "keyword_query".into()], text);
    }
    for (index, rule) in patents.rules.iter().enumerate() {
        let at = [Step::Key("patents"), "rules".into(), index.into()];
        for (key, symbols) in [("any", &rule.any), ("and", &rule.and), ("not", &rule.not)] {
            list(report, &[at[0], at[1], at[2], key.into()], symbols);
        }
        if let Some(text) = &rule.keywords {
            query(report, &[at[0], at[1], at[2], "keywords".into()], text);
        }
        if rule.any.is_empty() && rule.keywords.is_none() {
            let what = "The rule has neither symbols nor words to look for.".into();
            report.add(&at, "", what, "Give it `any` or `keywords`.");
        }
    }
}

/// The list of an ecosystem has the form of one, and says why it is empty where it is.
pub(super) fn ecosystem(report: &mut Report<'_>, patents: &DirectIpc) {
    list(report, &["patents".into(), "ipc".into()], &patents.ipc);
    match patents.none_because.as_deref() {
        None if patents.ipc.is_empty() => {
            let what = "There is not a single IPC symbol.".into();
            let way_out = "Add symbols, or say in `none_because` why there are none.";
            report.add(&["patents".into()], "", what, way_out);
        }
        Some(reason) if !patents.ipc.is_empty() => {
            let what = "There are IPC symbols beside a reason for having none.".into();
            let at = ["patents".into(), "none_because".into()];
            report.add(&at, reason, what, "Remove the symbols or the reason.");
        }
        _ => {}
    }
}

fn list(report: &mut Report<'_>, steps: &[Step<'_>], lines: &[String]) {
    for (index, line) in lines.iter().enumerate() {
        let at: Vec<Step<'_>> = steps.iter().copied().chain([index.into()]).collect();
        symbol(report, &at, line);
        if lines[..index].contains(line) {
            let what = format!("`{line}` is in the list already.");
            report.add(&at, line, what, "Remove one of them.");
        }
    }
}

/// One symbol, or a range of them.
fn symbol(report: &mut Report<'_>, steps: &[Step<'_>], line: &str) {
    if symbols(line).is_some() {
        return;
    }
    let ends: Vec<&str> = line.split(" - ").collect();
    let read: Vec<Symbol> = ends.iter().filter_map(|end| end.parse().ok()).collect();
    let misspelt = ends.iter().zip(&read).find(|(end, _)| exact(end).is_none());
    if read.len() != ends.len() || ends.len() > 2 {
        let what = format!("`{line}` is not an IPC or CPC symbol.");
        let way_out = "Write B25J, G02B 5, G01D 5/26, or a range as H01L 31/00 - H01L 31/078.";
        report.add(steps, line, what, way_out);
    } else if let Some((end, symbol)) = misspelt {
        let what = format!("`{end}` is not written as symbols are here.");
        report.add(steps, line, what, &format!("Write `{symbol}`."));
    } else {
        let what = format!("The range `{line}` ends before it begins.");
        report.add(steps, line, what, "Write the smaller symbol first.");
    }
}

/// A query, or at which of its characters it cannot be read.
pub(super) fn query(report: &mut Report<'_>, steps: &[Step<'_>], text: &str) {
    if let Err(error) = sextant_query::parse(text) {
        let what = format!("The query cannot be read here: {}.", error.message());
        let way_out = sentence(error.expected());
        report.add_inside(steps, (text, error.span().start), what, &way_out);
    }
}

/// With a capital and a full stop.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}
