//! `sextant editions`: what has been built.

use std::process::ExitCode;

use sextant_lake::Workspace;
use sextant_monitor::Edition;

use crate::cli::Printed;
use crate::output::{Failure, show, table};

pub(crate) fn run(workspace: &Workspace, printed: Printed) -> Result<ExitCode, Failure> {
    let records: Vec<_> =
        Edition::all(workspace)?.into_iter().map(|edition| edition.record).collect();
    show(printed.format, &records, || {
        let rows: Vec<Vec<String>> = records
            .iter()
            .map(|record| {
                let years = record.years.map(|(first, last)| format!("{first}-{last}"));
                let mut sources: Vec<&str> =
                    record.inputs.iter().map(|input| input.source.as_str()).collect();
                sources.dedup();
                vec![
                    record.name.clone(),
                    record.observations.to_string(),
                    years.unwrap_or_default(),
                    if record.demo { "demo" } else { "real" }.into(),
                    sources.join(", "),
                ]
            })
            .collect();
        table(&["edition", "observations", "years", "data", "sources"], &[1], &rows)
    })?;
    Ok(ExitCode::SUCCESS)
}
