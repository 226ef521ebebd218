//! The symbols that a query or a definition names, and where.

use sextant_query::{Classes, Query, Scheme, SymbolSet};

use crate::document::Step;
use crate::patent_query::symbols;
use crate::{Alternative, Ecosystem, Technology};

/// A value of a file and the IPC symbols that it names.
pub(crate) struct Naming<'a> {
    /// The way to the value.
    pub(crate) steps: Vec<Step<'a>>,
    /// What it names.
    pub(crate) set: SymbolSet,
}

/// What the file of a technology names.
pub(crate) fn technology(technology: &Technology) -> Vec<Naming<'static>> {
    let Some(patents) = &technology.patents else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (index, rule) in patents.rules.iter().enumerate() {
        let at = [Step::Key("patents"), "rules".into(), index.into()];
        for (key, lines) in [("any", &rule.any), ("and", &rule.and), ("not", &rule.not)] {
            list(&[at[0], at[1], at[2], key.into()], lines, &mut found);
        }
        let steps = [at[0], at[1], at[2], "keywords".into()];
        words(&steps, rule.keywords.as_deref(), &mut found);
    }
    let steps = ["patents".into(), "keyword_query".into()];
    words(&steps, patents.keyword_query.as_deref(), &mut found);
    found
}

/// What the file of an ecosystem names.
pub(crate) fn ecosystem(ecosystem: &Ecosystem) -> Vec<Naming<'static>> {
    let mut found = Vec::new();
    list(&["patents".into(), "ipc".into()], &ecosystem.patents.ipc, &mut found);
    found
}

/// What a published set names for each of its technologies, by id.
pub(crate) fn alternative(alternative: &Alternative) -> Vec<(&str, Vec<Naming<'static>>)> {
    let readings = alternative.readings.iter().enumerate();
    readings
        .map(|(index, reading)| {
            let mut found = Vec::new();
            for (topic, text) in reading.topics.iter().map(|topic| &topic.query).enumerate() {
                let steps = ["readings".into(), index.into(), "topics".into(), topic.into()];
                let steps: Vec<Step<'static>> = steps.into_iter().chain(["query".into()]).collect();
                words(&steps, Some(text), &mut found);
            }
            (reading.technology.as_str(), found)
        })
        .collect()
}

fn list(steps: &[Step<'static>], lines: &[String], found: &mut Vec<Naming<'static>>) {
    for (index, line) in lines.iter().enumerate() {
        if let Some(set) = symbols(line) {
            let steps = steps.iter().copied().chain([Step::At(index)]).collect();
            found.push(Naming { steps, set });
        }
    }
}

fn words(steps: &[Step<'static>], text: Option<&str>, found: &mut Vec<Naming<'static>>) {
    let Some(query) = text.and_then(|text| sextant_query::parse(text).ok()) else {
        return;
    };
    let mut sets = Vec::new();
    in_query(&query, &mut sets);
    found.extend(sets.into_iter().map(|set| Naming { steps: steps.to_vec(), set }));
}

fn in_query(query: &Query, sets: &mut Vec<SymbolSet>) {
    match query {
        Query::Class(Scheme::Ipc, classes) => in_classes(classes, sets),
        Query::Text(..) | Query::Class(..) => {}
        Query::And(parts) | Query::Or(parts) => {
            parts.iter().for_each(|part| in_query(part, sets));
        }
        Query::Not(wanted, unwanted) => {
            in_query(wanted, sets);
            in_query(unwanted, sets);
        }
    }
}

fn in_classes(classes: &Classes, sets: &mut Vec<SymbolSet>) {
    match classes {
        Classes::Set(set) => sets.push(*set),
        Classes::And(parts) | Classes::Or(parts) => {
            parts.iter().for_each(|part| in_classes(part, sets));
        }
        Classes::Not(wanted, unwanted) => {
            in_classes(wanted, sets);
            in_classes(unwanted, sets);
        }
    }
}
