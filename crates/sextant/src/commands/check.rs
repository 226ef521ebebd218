//! `sextant check`: what the checks of an edition found.

use std::process::ExitCode;

use sextant_lake::Workspace;
use sextant_monitor::Edition;

use crate::cli::InEdition;
use crate::output::{Failure, show, table};

pub(crate) fn run(workspace: &Workspace, asked: &InEdition) -> Result<ExitCode, Failure> {
    let edition = Edition::open(workspace, asked.edition.as_deref())?;
    let checks = &edition.record.checks;
    show(asked.printed.format, checks, || {
        let rows: Vec<Vec<String>> = checks
            .iter()
            .map(|c| {
                let first = c.examples.first().cloned().unwrap_or_default();
                vec![c.check.clone(), c.severity.clone(), c.failing.to_string(), first]
            })
            .collect();
        table(&["check", "severity", "failing", "first failing row"], &[2], &rows)
    })?;
    // Errors stop a build, so an edition has none unless its files were tampered with.
    let failed = checks.iter().any(|check| check.severity == "error" && check.failing > 0);
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
