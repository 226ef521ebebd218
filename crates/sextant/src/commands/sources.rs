//! `sextant sources`: which data can be read, and what the lake holds.

use std::process::ExitCode;

use serde::Serialize;
use sextant_lake::{Manifest, Workspace};

use crate::cli::Printed;
use crate::output::{Failure, show, table};

/// A source and what the lake holds of it.
#[derive(Serialize)]
struct Held {
    id: &'static str,
    title: &'static str,
    publisher: &'static str,
    licence: &'static str,
    citation: &'static str,
    url: &'static str,
    files: Vec<Manifest>,
}

pub(crate) fn run(workspace: &Workspace, printed: Printed) -> Result<ExitCode, Failure> {
    let snapshot = workspace.snapshot()?;
    let all: Vec<Held> = sextant_sources::sources()
        .iter()
        .map(|source| {
            let info = source.info();
            let files = snapshot.files.iter().map(|file| &file.manifest);
            Held {
                id: info.id,
                title: info.title,
                publisher: info.publisher,
                licence: info.licence,
                citation: info.citation,
                url: info.url,
                files: files.filter(|manifest| manifest.source == info.id).cloned().collect(),
            }
        })
        .collect();
    show(printed.format, &all, || {
        let rows: Vec<Vec<String>> = all.iter().map(row).collect();
        let header = ["source", "files", "rows", "quarantined", "title", "licence"];
        table(&header, &[1, 2, 3], &rows)
    })?;
    Ok(ExitCode::SUCCESS)
}

fn row(held: &Held) -> Vec<String> {
    let kept: u64 = held.files.iter().map(|manifest| manifest.rows_kept).sum();
    let quarantined: u64 = held.files.iter().map(Manifest::quarantined).sum();
    vec![
        held.id.into(),
        held.files.len().to_string(),
        kept.to_string(),
        quarantined.to_string(),
        held.title.into(),
        held.licence.into(),
    ]
}
