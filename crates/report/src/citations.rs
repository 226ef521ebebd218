//! Sources by the names under which readers know them.

use std::collections::BTreeSet;

use sextant_monitor::Observation;
use sextant_monitor::edition::EditionRecord;

use crate::ReportError;
use crate::words::Words;

/// Editions of a source beyond this number say less than they cost in a line.
const EDITIONS_NAMED: usize = 2;

/// Ids of the sources behind observations, sorted.
pub(crate) fn behind<'a>(observations: impl Iterator<Item = &'a Observation>) -> BTreeSet<&'a str> {
    let of = |observation: &'a Observation| observation.sources.split(';');
    observations.flat_map(of).filter(|source| !source.is_empty()).collect()
}

/// A source's short name.
pub(crate) fn name(words: &Words, record: &EditionRecord, id: &str) -> Result<String, ReportError> {
    let key = format!("source-{id}");
    if words.has(&key) {
        return words.say(&key);
    }
    let input = record.inputs.iter().find(|input| input.source == id);
    Ok(input.map_or_else(|| id.to_owned(), |input| format!("{}, {}", input.publisher, input.title)))
}

/// A source's name for the column of a table.
pub(crate) fn short_name(words: &Words, id: &str) -> Result<String, ReportError> {
    let key = format!("short-source-{id}");
    if words.has(&key) { words.say(&key) } else { Ok(id.to_owned()) }
}

/// "Source: CEPII BACI (V202501). Calculations: Sextant, edition 2023-0a1b2c3d."
pub(crate) fn line(
    words: &Words,
    record: &EditionRecord,
    sources: &BTreeSet<&str>,
) -> Result<String, ReportError> {
    let named: Result<Vec<String>, ReportError> =
        sources.iter().map(|id| with_editions(words, record, id)).collect();
    let key = if record.demo { "source-line-demo" } else { "source-line" };
    let arguments =
        [("sources", words.list(named?).into()), ("edition", record.name.as_str().into())];
    words.tell(key, arguments)
}

/// "Licence of the data: CEPII BACI: Etalab Open Licence 2.0; ...": what those who hand a
/// figure on must know.
pub(crate) fn licence(
    words: &Words,
    record: &EditionRecord,
    sources: &BTreeSet<&str>,
) -> Result<String, ReportError> {
    let mut named: Vec<String> = Vec::new();
    for id in sources {
        let Some(input) = record.inputs.iter().find(|input| input.source == *id) else { continue };
        named.push(format!("{}, {}", name(words, record, id)?, input.licence));
    }
    words.tell("licence-line", [("licences", named.join("; ").into())])
}

fn with_editions(words: &Words, record: &EditionRecord, id: &str) -> Result<String, ReportError> {
    let name = name(words, record, id)?;
    let inputs = record.inputs.iter().filter(|input| input.source == id);
    let editions: BTreeSet<&str> = inputs.filter_map(|input| input.edition.as_deref()).collect();
    if editions.is_empty() || editions.len() > EDITIONS_NAMED {
        return Ok(name);
    }
    let editions = words.list(editions.into_iter().map(str::to_owned));
    words.tell("source-with-edition", [("name", name.into()), ("edition", editions.into())])
}
