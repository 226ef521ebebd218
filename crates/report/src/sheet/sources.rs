//! The sources of an edition, with what is needed to find and cite them.

use std::collections::{BTreeMap, BTreeSet};

use sextant_monitor::edition::Input;

use super::method::short;
use crate::ReportError;
use crate::context::SheetContext;
use crate::words::Words;

/// A source, and the files of it that the edition rests on.
pub(crate) struct Cited {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) publisher: String,
    pub(crate) licence: String,
    pub(crate) citation: String,
    pub(crate) editions: String,
    pub(crate) demo: bool,
    /// "3 files, 12,345 rows, 2 in quarantine".
    pub(crate) extent: String,
    pub(crate) files: Vec<CitedFile>,
}

pub(crate) struct CitedFile {
    pub(crate) name: String,
    pub(crate) sha256_short: String,
}

pub(crate) fn cited(context: &SheetContext, words: &Words) -> Result<Vec<Cited>, ReportError> {
    let mut by_source: BTreeMap<&str, Vec<&Input>> = BTreeMap::new();
    for input in &context.record.inputs {
        by_source.entry(&input.source).or_default().push(input);
    }
    by_source.into_values().filter_map(|inputs| source(words, &inputs).transpose()).collect()
}

fn source(words: &Words, inputs: &[&Input]) -> Result<Option<Cited>, ReportError> {
    let Some(first) = inputs.first() else { return Ok(None) };
    let editions: BTreeSet<&str> = inputs.iter().filter_map(|i| i.edition.as_deref()).collect();
    let rows = |of: fn(&Input) -> u64| {
        let sum: u64 = inputs.iter().map(|input| of(input)).sum();
        words.numbers.whole(usize::try_from(sum).unwrap_or(usize::MAX))
    };
    let extent = words.tell(
        "source-extent",
        [
            ("count", inputs.len().into()),
            ("files", words.numbers.whole(inputs.len()).into()),
            ("rows", rows(|input| input.rows_kept).into()),
            ("quarantined", rows(|input| input.rows_quarantined).into()),
        ],
    )?;
    Ok(Some(Cited {
        id: first.source.clone(),
        title: first.title.clone(),
        publisher: first.publisher.clone(),
        licence: first.licence.clone(),
        citation: first.citation.clone(),
        editions: words.list(editions.into_iter().map(str::to_owned)),
        demo: inputs.iter().any(|input| input.demo),
        extent,
        files: inputs
            .iter()
            .map(|input| CitedFile { name: input.file.clone(), sha256_short: short(&input.sha256) })
            .collect(),
    }))
}
