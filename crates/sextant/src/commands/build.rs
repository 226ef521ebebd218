//! `sextant build`: from the lake to an edition.

use std::process::ExitCode;

use sextant_lake::Workspace;
use sextant_monitor::patents::PatentReport;
use sextant_monitor::{Built, Options};

use crate::cli::Build;
use crate::output::{Failure, say, show};

pub(crate) fn run(workspace: &Workspace, asked: Build) -> Result<ExitCode, Failure> {
    let definitions = sextant_monitor::definitions(workspace)?;
    let options = Options { name: asked.edition, threads: asked.threads };
    let built = super::wait(sextant_monitor::build(workspace, &definitions, &options))??;
    warn(&built);
    show(asked.printed.format, &built.edition.record, || text(&built))?;
    Ok(ExitCode::SUCCESS)
}

/// One line that says what was made.
pub(crate) fn text(built: &Built) -> String {
    let record = &built.edition.record;
    let years = record.years.map(|(first, last)| format!(", {first} to {last}"));
    format!(
        "edition {}: {} observations{}{}{}\n",
        record.name,
        record.observations,
        years.unwrap_or_default(),
        if record.demo { ", demo data" } else { "" },
        if built.new { "" } else { " (built before, unchanged)" }
    ) + &record.patents.iter().map(patents).collect::<String>()
}

/// What has to be known of the patents of a source.
fn patents(report: &PatentReport) -> String {
    let PatentReport { source, families, unknown_country, without_year, .. } = report;
    let open = report.completeness_pct.iter().map(|(year, part)| format!("{year} {part} %"));
    let open: Vec<String> = open.collect();
    let open = match open.as_slice() {
        [] => String::new(),
        _ => format!("  in percent of the last complete year: {}\n", open.join(", ")),
    };
    format!(
        "patents of {source}: {families} families, {unknown_country} with an applicant of unknown country, {without_year} without a year left out\n{open}"
    )
}

/// Says which checks found something that does not stop an edition.
pub(crate) fn warn(built: &Built) {
    for check in built.edition.record.checks.iter().filter(|check| check.failing > 0) {
        say(&format!(
            "warning: check {}: {} rows. {} The first: {}",
            check.check,
            check.failing,
            check.about,
            check.examples.first().map_or("", String::as_str)
        ));
    }
}
