//! `sextant sensitivity`: green patents under other definitions.

use std::fmt::Write;
use std::process::ExitCode;

use sextant_lake::Workspace;
use sextant_monitor::sensitivity::{Sensitivity, SensitivityRow, SensitivityValue, Unusable};
use sextant_monitor::{Edition, sensitivity};
use sextant_report::sensitivity_page;

use crate::cli;
use crate::commands::told::tell;
use crate::output::{Failure, table};

/// What the text shows; the data have more.
const SHOWN: &str = "patent-world-share";

const NO_CPC: &str = "the lake has no symbols of the Cooperative Patent Classification, in which this set is written; ingest tls224_appln_cpc of PATSTAT";

pub(crate) fn run(workspace: &Workspace, asked: &cli::Sensitivity) -> Result<ExitCode, Failure> {
    let edition = Edition::open(workspace, asked.edition.as_deref())?;
    let found = super::wait(sensitivity(workspace, &edition, None))??;
    let page = || {
        let definitions = edition.definitions()?;
        Ok(sensitivity_page(&found, &edition.record, &definitions, asked.told.lang)?)
    };
    let geo = asked.geo.as_deref().map_or_else(|| "EU27".to_owned(), str::to_ascii_uppercase);
    tell(&asked.told, &found, || text(&found, &geo), page)?;
    Ok(ExitCode::SUCCESS)
}

fn text(found: &Sensitivity, geo: &str) -> String {
    let demo = if found.demo { "DEMO DATA: invented numbers\n" } else { "" };
    let mut text = format!(
        "{demo}share in world patents of {geo} in {}, edition {}, percent and EU27 rank\n",
        found.period, found.edition
    );
    let mut header = vec!["technology"];
    header.extend(found.sets.iter().map(|set| set.id.as_str()));
    header.push("ranks");
    let shown = found.rows.iter().filter(|row| row.indicator == SHOWN && row.geo == geo);
    let rows: Vec<Vec<String>> = shown.map(row).collect();
    let right: Vec<usize> = (1..header.len()).collect();
    text.push_str(&table(&header, &right, &rows));
    for set in &found.sets {
        if let Some(Unusable::NoCpc) = set.unusable {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{}: {NO_CPC}", set.id);
        }
    }
    text
}

fn row(row: &SensitivityRow) -> Vec<String> {
    let mut cells = vec![row.subject.clone()];
    cells.extend(row.values.iter().map(|value| cell(value.as_ref())));
    let spread = row.spread.as_ref().and_then(|s| s.best_rank.zip(s.worst_rank));
    cells.push(spread.map_or_else(String::new, |(best, worst)| format!("{best}-{worst}")));
    cells
}

fn cell(value: Option<&SensitivityValue>) -> String {
    let Some(value) = value else { return "-".into() };
    match value.rank.zip(value.ranked_of) {
        Some((rank, of)) => format!("{:.3} ({rank} of {of})", value.value),
        None => format!("{:.3}", value.value),
    }
}
