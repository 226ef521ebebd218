//! `sextant definitions try`: what a definition matches, before it is one.

use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;

use sextant_definitions::Definitions;
use sextant_lake::Workspace;
use sextant_monitor::patents::{Sample, Trial, try_queries};
use sextant_query::Query;
use sextant_query::import::import;

use crate::cli::Printed;
use crate::output::{Failure, say, show, table};

pub(crate) fn run(
    workspace: &Workspace,
    definitions: &Definitions,
    file: &Path,
    sample: usize,
    printed: Printed,
) -> Result<ExitCode, Failure> {
    let tried = read(definitions, file)?;
    let before = tried.before.as_deref();
    let trial =
        super::wait(try_queries(workspace, &tried.definitions, &tried.queries, before, sample))??;
    show(printed.format, &trial, || text(&trial))?;
    Ok(ExitCode::SUCCESS)
}

/// What is tried, and what is in force.
struct Tried {
    definitions: Definitions,
    queries: Vec<Query>,
    before: Option<Vec<Query>>,
}

fn read(definitions: &Definitions, file: &Path) -> Result<Tried, Failure> {
    if file.extension().is_some_and(|extension| extension == "toml") {
        return definition(definitions, file);
    }
    let text = std::fs::read_to_string(file)
        .map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    let imported = import(None, text.trim_end()).map_err(|error| {
        let (line, column, what) = (error.line(), error.column(), error.message());
        let (expected, marked) = (error.expected(), error.marked(&text));
        format!("{}, line {line}, column {column}: {what}; {expected}\n{marked}", file.display())
    })?;
    imported.notes.iter().for_each(|note| say(note));
    say(&format!("query: {}", imported.query));
    Ok(Tried { definitions: definitions.clone(), queries: vec![imported.query], before: None })
}

/// The queries of the subject that the file defines, with and without it.
fn definition(definitions: &Definitions, file: &Path) -> Result<Tried, Failure> {
    let changed = definitions.with_file(file)?;
    let id = file.file_stem().unwrap_or_default().to_string_lossy();
    let of = |definitions: &Definitions| -> Vec<Query> {
        let all = definitions.patent_queries();
        let own = all.into_iter().filter(|q| definitions.is_within(&q.subject, &id));
        own.map(|q| q.query).collect()
    };
    let queries = of(&changed);
    if queries.is_empty() {
        return Err(format!(
            "{} says nothing about patents: give it a section [patents] with rules or symbols",
            file.display()
        )
        .into());
    }
    let known = definitions.subjects().iter().any(|subject| subject.id == id);
    Ok(Tried { before: known.then(|| of(definitions)), definitions: changed, queries })
}

fn text(trial: &Trial) -> String {
    let share = 100.0 * trial.matched as f64 / trial.families.max(1) as f64;
    let demo = if trial.demo { ", demo data" } else { "" };
    let mut text = format!(
        "{} of {} families matched ({share:.2} %), source {}{demo}\n",
        trial.matched, trial.families, trial.source
    );
    // Writing to a string cannot fail, here and below.
    if let Some(change) = &trial.change {
        let _ = writeln!(
            text,
            "the definition in force matches {}: {} gained, {} lost",
            change.before, change.gained, change.lost
        );
    }
    let _ = write!(text, "\nin {} of them, what contributes most\n", trial.read);
    let rows: Vec<Vec<String>> = (0..trial.symbols.len().max(trial.words.len()))
        .map(|at| {
            let cells = |list: &[(String, usize)]| {
                let (name, count) = list.get(at).cloned().unwrap_or_default();
                [name, if count > 0 { count.to_string() } else { String::new() }]
            };
            [cells(&trial.symbols), cells(&trial.words)].concat()
        })
        .collect();
    text.push_str(&table(&["symbol", "families", "word", "families"], &[1, 3], &rows));
    let lists = [("sample", &trial.sample), ("gained", &trial.gained), ("lost", &trial.lost)];
    for (name, samples) in lists.into_iter().filter(|(_, samples)| !samples.is_empty()) {
        let _ = write!(text, "\n{name}\n");
        samples.iter().for_each(|sample| family(&mut text, sample));
    }
    text
}

/// Letters of an abstract that are printed.
const SHOWN: usize = 400;

fn family(text: &mut String, sample: &Sample) {
    let title = if sample.title.is_empty() { "(no English title)" } else { &sample.title };
    let _ = writeln!(text, "  {}  {title}", sample.family);
    if !sample.abstract_.is_empty() {
        let start: String = sample.abstract_.chars().take(SHOWN).collect();
        let more = if start.len() < sample.abstract_.len() { " ..." } else { "" };
        let _ = writeln!(text, "    {start}{more}");
    }
    if !sample.symbols.is_empty() {
        let _ = writeln!(text, "    {}", sample.symbols.join(", "));
    }
}
