//! `sextant diff`: what changed from one edition to another.

use std::fmt::Write;
use std::process::ExitCode;

use sextant_lake::Workspace;
use sextant_monitor::{Difference, Edition, diff};
use sextant_report::difference_page;

use crate::cli::Diff;
use crate::commands::told::tell;
use crate::output::{Failure, table};

const SHOWN: usize = 20;

pub(crate) fn run(workspace: &Workspace, asked: &Diff) -> Result<ExitCode, Failure> {
    let before = Edition::open(workspace, Some(&asked.before))?;
    let after = Edition::open(workspace, Some(&asked.after))?;
    let difference = diff(&before, &after)?;
    let page = || {
        let definitions = after.definitions()?;
        Ok(difference_page(&difference, &after.record, &definitions, asked.told.lang)?)
    };
    tell(&asked.told, &difference, || text(&difference), page)?;
    Ok(ExitCode::SUCCESS)
}

fn text(d: &Difference) -> String {
    let mut text = format!("from {} to {}\n", d.before, d.after);
    let mut line = |content: String| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{content}");
    };
    for (what, changed) in [
        ("definitions", d.definitions_changed),
        ("method", d.method_changed),
        ("settings", d.settings_changed),
    ] {
        line(format!("{what}: {}", if changed { "changed" } else { "the same" }));
    }
    for input in &d.inputs_added {
        line(format!("input added: {} {}", input.source, input.file));
    }
    for input in &d.inputs_removed {
        line(format!("input gone: {} {}", input.source, input.file));
    }
    line(format!(
        "observations: {} the same, {} changed, {} added, {} gone",
        d.unchanged,
        d.changed.len(),
        d.added.len(),
        d.removed.len()
    ));
    if !d.changed.is_empty() {
        text.push_str(&changes(d));
    }
    text
}

fn changes(d: &Difference) -> String {
    let number = |value: Option<f64>| value.map_or("missing".into(), |value| value.to_string());
    let rows: Vec<Vec<String>> = d
        .changed
        .iter()
        .take(SHOWN)
        .map(|change| {
            let o = &change.after;
            vec![
                o.indicator.clone(),
                o.geo.clone(),
                o.subject.clone(),
                o.period.clone(),
                number(change.before.value),
                number(o.value),
                number(change.difference),
                change.before.sources.clone(),
                o.sources.clone(),
            ]
        })
        .collect();
    let header = [
        "indicator",
        "geo",
        "subject",
        "period",
        "before",
        "after",
        "difference",
        "source before",
        "source after",
    ];
    let mut text = table(&header, &[4, 5, 6], &rows);
    if d.changed.len() > SHOWN {
        let _ = writeln!(text, "and {} more: --format json has all", d.changed.len() - SHOWN);
    }
    text
}
