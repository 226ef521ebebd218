//! Published sets of definitions.

use std::collections::BTreeSet;

use sextant_query::{Classes, Query, Scheme, Symbol, SymbolSet};

use super::report::stem;
use super::{Report, common, of_folder, patents};
use crate::definitions::split;
use crate::document::{Document, Step};
use crate::{Alternative, AlternativeReading, Problem, Technology};

/// Reads and checks all sets, sorted by id.
pub(super) fn read(
    documents: &[Document],
    technologies: &[Technology],
    problems: &mut Vec<Problem>,
) -> Vec<Alternative> {
    let parsed = of_folder(documents, "alternatives")
        .map(|document| document.parse::<Alternative>().map(|read| (document, read)));
    let (read, unread) = split(parsed);
    problems.extend(unread);
    let known = Known::new(documents, technologies);
    for (document, alternative) in &read {
        check(&mut Report::new(document, problems), alternative, &known);
    }
    let mut alternatives: Vec<Alternative> = read.into_iter().map(|(_, read)| read).collect();
    alternatives.sort_by(|a, b| a.id.cmp(&b.id));
    alternatives
}

fn check(report: &mut Report<'_>, alternative: &Alternative, known: &Known<'_>) {
    common::id(report, &alternative.id);
    common::version(report, &alternative.version);
    common::names(report, &["names".into()], &alternative.names);
    common::origin(report, &["provenance".into()], &alternative.provenance);
    let Alternative { publisher, edition, citation, licence, .. } = alternative;
    let told = [
        ("publisher", publisher, "Say who publishes the set."),
        ("edition", edition, "Say which edition of the set was read."),
        ("citation", citation, "Say how the set is cited."),
        ("licence", licence, "Name the licence; where none is stated, say that."),
    ];
    for (key, value, way_out) in told {
        filled(report, &[key.into()], key, value, way_out);
    }
    for (index, reading) in alternative.readings.iter().enumerate() {
        self::reading(report, [Step::Key("readings"), index.into()], reading);
    }
    for (index, gap) in alternative.gaps.iter().enumerate() {
        let at = [Step::Key("gaps"), index.into(), "because".into()];
        let way_out = "Say why the set does not know the technology.";
        filled(report, &at, "because", &gap.because, way_out);
    }
    named(report, alternative, known);
}

/// A text that is there.
fn filled(report: &mut Report<'_>, at: &[Step<'_>], key: &str, value: &str, way_out: &str) {
    if value.trim().is_empty() {
        report.add(at, value, format!("`{key}` is empty."), way_out);
    }
}

/// A technology has topics, each with words and a query that can be read.
fn reading(report: &mut Report<'_>, [list, place]: [Step<'_>; 2], reading: &AlternativeReading) {
    if reading.topics.is_empty() {
        let what = format!("`{}` has no topic.", reading.technology);
        let way_out = "Add [[readings.topics]], or move the technology to [[gaps]] and say why.";
        report.add(&[list, place, "topics".into()], &reading.technology, what, way_out);
    }
    for (index, topic) in reading.topics.iter().enumerate() {
        let at = |key| [list, place, "topics".into(), index.into(), Step::Key(key)];
        filled(report, &at("about"), "about", &topic.about, "Say what the topic is about.");
        patents::query(report, &at("query"), &topic.query);
        let Ok(query) = sextant_query::parse(&topic.query) else { continue };
        if let Some(symbol) = cpc_low(&query) {
            let what = format!("What lies below `{symbol}` in the CPC is not written down.");
            let way_out = "Write a range from the subgroup to the last below it, or leave `/low` \
                out to mean it alone.";
            report.add(&at("query"), &topic.query, what, way_out);
        }
    }
}

/// A subgroup of the CPC that stands for what is below it: the expansions are of the IPC.
fn cpc_low(query: &Query) -> Option<Symbol> {
    match query {
        Query::Class(Scheme::Cpc, classes) => low(classes),
        Query::Text(..) | Query::Class(..) => None,
        Query::And(parts) | Query::Or(parts) => parts.iter().find_map(cpc_low),
        Query::Not(wanted, unwanted) => cpc_low(wanted).or_else(|| cpc_low(unwanted)),
    }
}

fn low(classes: &Classes) -> Option<Symbol> {
    match classes {
        Classes::Set(SymbolSet::Low(symbol)) => Some(*symbol),
        Classes::Set(_) => None,
        Classes::And(parts) | Classes::Or(parts) => parts.iter().find_map(low),
        Classes::Not(wanted, unwanted) => low(wanted).or_else(|| low(unwanted)),
    }
}

/// Every technology named is one without parts, and named once.
fn named(report: &mut Report<'_>, alternative: &Alternative, known: &Known<'_>) {
    let readings = alternative.readings.iter().map(|reading| reading.technology.as_str());
    let gaps = alternative.gaps.iter().map(|gap| gap.technology.as_str());
    let all = readings.enumerate().map(|(at, id)| ("readings", at, id));
    let all: Vec<_> = all.chain(gaps.enumerate().map(|(at, id)| ("gaps", at, id))).collect();
    for (before, (list, index, id)) in all.iter().enumerate() {
        let at = [Step::Key(list), (*index).into(), "technology".into()];
        let parts: Vec<&str> = known.parts(id).collect();
        if !known.ids.contains(id) {
            let what = format!("`{id}` is not a technology.");
            let leaves: Vec<&str> =
                known.ids.iter().copied().filter(|id| known.parts(id).next().is_none()).collect();
            report.add(&at, id, what, &format!("Use one of these: {}.", leaves.join(", ")));
        } else if !parts.is_empty() {
            let what = format!("`{id}` is the union of its parts.");
            report.add(&at, id, what, &format!("Name these instead: {}.", parts.join(", ")));
        } else if let Some((first, ..)) = all[..before].iter().find(|(_, _, other)| other == id) {
            let what = format!("`{id}` is in `{first}` already.");
            report.add(&at, id, what, "Keep one of them: a set knows a technology or it does not.");
        }
    }
}

/// The technologies, by the names of their files: one that cannot be read is reported
/// itself, and not again wherever it is named.
struct Known<'a> {
    ids: BTreeSet<&'a str>,
    /// Part and parent.
    parents: Vec<(&'a str, &'a str)>,
}

impl<'a> Known<'a> {
    fn new(documents: &'a [Document], technologies: &'a [Technology]) -> Self {
        let files = of_folder(documents, "technologies");
        let parent = |t: &'a Technology| Some((t.id.as_str(), t.parent.as_deref()?));
        Self {
            ids: files.map(|document| stem(&document.path)).collect(),
            parents: technologies.iter().filter_map(parent).collect(),
        }
    }

    fn parts(&self, id: &str) -> impl Iterator<Item = &'a str> {
        self.parents.iter().filter(move |(_, parent)| *parent == id).map(|(part, _)| *part)
    }
}
