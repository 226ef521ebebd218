//! `sextant ingest`: raw files into the lake.

use std::fmt::Write;
use std::process::ExitCode;

use sextant_lake::{FileOutcome, IngestReport, Outcome, Workspace};
use sextant_sources::Source;

use crate::cli::Ingest;
use crate::output::{Failure, show};
use crate::progress::ByteBar;

pub(crate) fn run(workspace: &Workspace, asked: &Ingest) -> Result<ExitCode, Failure> {
    let source = source(&asked.source)?;
    let definitions = sextant_monitor::definitions(workspace)?;
    let mut bar = ByteBar::default();
    let geographies = &definitions.geographies;
    let report = sextant_lake::ingest(workspace, source, &asked.paths, geographies, &mut bar);
    bar.finish();
    let report = report?;
    show(asked.printed.format, &report, || text(&report))?;
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn source(id: &str) -> Result<&'static dyn Source, Failure> {
    sextant_sources::source(id).ok_or_else(|| {
        let known: Vec<&str> = sextant_sources::sources().iter().map(|s| s.info().id).collect();
        format!("there is no source `{id}`; there are: {}", known.join(", ")).into()
    })
}

pub(crate) fn text(report: &IngestReport) -> String {
    report.files.iter().map(file).collect()
}

fn file(FileOutcome { outcome, manifest }: &FileOutcome) -> String {
    let name = &manifest.file;
    if *outcome == Outcome::AlreadyThere {
        return format!("{name}: already in the lake, nothing changed\n");
    }
    let mut text = format!(
        "{name}: {} rows read, {} kept, {} quarantined{}\n",
        manifest.rows_read,
        manifest.rows_kept,
        manifest.quarantined(),
        if manifest.demo { " (demo data)" } else { "" }
    );
    for (reason, count) in &manifest.rows_left_out {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  left out: {count} {reason}");
    }
    for (what, count) in &manifest.rows_noted {
        let _ = writeln!(text, "  kept, but noted: {count} {what}");
    }
    for (reason, count) in &manifest.rows_quarantined {
        let _ = writeln!(text, "  quarantined: {count} {reason}");
    }
    if manifest.rows_kept == 0 {
        text.push_str("  nothing was kept: is this the right source?\n");
    }
    if let Some(path) = &manifest.quarantine {
        let _ = writeln!(text, "  see {path} in the workspace");
    }
    text
}
