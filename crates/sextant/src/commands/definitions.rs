//! `sextant definitions`: what counts as what.

use std::process::ExitCode;

use serde::Serialize;
use sextant_definitions::bridge::{self, Proposal};
use sextant_definitions::{
    Definitions, HeadingBreak, HeadingRow, HsVintage, Subject, SubjectKind, check, expand,
    expand_prodcom,
};
use sextant_lake::Workspace;

use crate::cli::{self, Printed};
use crate::output::{Failure, print, say, show, table};

pub(crate) fn run(workspace: &Workspace, asked: cli::Definitions) -> Result<ExitCode, Failure> {
    let definitions = sextant_monitor::definitions(workspace)?;
    match asked {
        cli::Definitions::List(printed) => list(&definitions, printed),
        cli::Definitions::Show { id, printed } => show_one(&definitions, &id, printed),
        cli::Definitions::Check(printed) => checked(workspace, &definitions, printed),
        cli::Definitions::Try { file, sample, printed } => {
            super::trial::run(workspace, &definitions, &file, sample, printed)
        }
        cli::Definitions::Expand { what } => expanded(workspace, &definitions, what),
        cli::Definitions::Bridge { id, from, to, printed } => {
            bridged(workspace, &definitions, &id, (from.parse()?, to.parse()?), printed)
        }
    }
}

/// One line of the list.
#[derive(Serialize)]
struct Line {
    kind: &'static str,
    id: String,
    parent: Option<String>,
    name: String,
    version: String,
    hs2017_codes: usize,
    hs2022_codes: usize,
}

fn list(definitions: &Definitions, printed: Printed) -> Result<ExitCode, Failure> {
    let lines: Vec<Line> =
        definitions.subjects().into_iter().map(|subject| line(definitions, subject)).collect();
    show(printed.format, &lines, || {
        let rows: Vec<Vec<String>> = lines.iter().map(row).collect();
        let header = ["kind", "id", "name", "version", "hs2017", "hs2022"];
        table(&header, &[4, 5], &rows)
    })?;
    Ok(ExitCode::SUCCESS)
}

fn line(definitions: &Definitions, subject: Subject) -> Line {
    let codes = |vintage| definitions.hs_codes(&subject.id, vintage).len();
    Line {
        kind: subject.kind.as_str(),
        hs2017_codes: codes(HsVintage::Hs2017),
        hs2022_codes: codes(HsVintage::Hs2022),
        id: subject.id,
        parent: subject.parent,
        name: subject.names.en,
        version: subject.version,
    }
}

fn row(line: &Line) -> Vec<String> {
    let indent = if line.parent.is_some() { "  " } else { "" };
    let counted = line.kind == SubjectKind::Technology.as_str()
        || line.kind == SubjectKind::Ecosystem.as_str();
    let count = |codes: usize| if counted { codes.to_string() } else { String::new() };
    vec![
        line.kind.into(),
        format!("{indent}{}", line.id),
        line.name.clone(),
        line.version.clone(),
        count(line.hs2017_codes),
        count(line.hs2022_codes),
    ]
}

/// A definition as text is the file itself, which says more than any summary.
fn show_one(definitions: &Definitions, id: &str, printed: Printed) -> Result<ExitCode, Failure> {
    let Some((path, text)) = definitions.source_of(id) else {
        return Err(unknown(definitions, id));
    };
    let codes: std::collections::BTreeMap<&str, _> = HsVintage::ALL
        .into_iter()
        .map(|vintage| (vintage.as_str(), definitions.hs_codes(id, vintage)))
        .collect();
    let headings: Vec<Heading> = definitions.heading_rows(id).iter().map(heading).collect();
    let whole = serde_json::json!({
        "id": id, "file": path, "hs": codes, "prodcom": headings, "toml": text,
    });
    show(printed.format, &whole, || {
        format!("# definitions/{path}\n{text}{}", heading_lines(definitions, id))
    })?;
    Ok(ExitCode::SUCCESS)
}

/// A heading of the Prodcom list through the years.
#[derive(Serialize)]
struct Heading {
    heading: String,
    technology: String,
    list: u16,
    weight: f64,
    spans: Vec<HeadingSpan>,
    breaks: Vec<String>,
}

#[derive(Serialize)]
struct HeadingSpan {
    first: u16,
    last: u16,
    codes: Vec<String>,
}

fn heading(row: &HeadingRow) -> Heading {
    let spans = row.chain.spans.iter().map(|span| HeadingSpan {
        first: span.first,
        last: span.last,
        codes: span.codes.clone(),
    });
    Heading {
        heading: row.chain.heading.clone(),
        technology: row.technology.clone(),
        list: row.list_year,
        weight: f64::from(row.weight_e4) / 10_000.0,
        spans: spans.collect(),
        breaks: row.chain.breaks.iter().map(HeadingBreak::words).collect(),
    }
}

/// The headings as comments below the file's text, which stays valid.
fn heading_lines(definitions: &Definitions, id: &str) -> String {
    let lines = definitions.headings_text(id);
    if lines.is_empty() {
        return String::new();
    }
    let comments: String = lines.lines().map(|line| format!("#   {line}\n")).collect();
    format!("\n# Prodcom headings through the years, with their breaks:\n{comments}")
}

fn unknown(definitions: &Definitions, id: &str) -> Failure {
    let known: Vec<String> = definitions.subjects().into_iter().map(|s| s.id).collect();
    format!("there is no definition `{id}`; there are: {}", known.join(", ")).into()
}

fn checked(
    workspace: &Workspace,
    definitions: &Definitions,
    printed: Printed,
) -> Result<ExitCode, Failure> {
    let lists = super::wait(sextant_monitor::official_lists(workspace))??;
    if lists.codes.is_empty() && lists.ipc.is_empty() && lists.prodcom.is_empty() {
        return Err(
            "the lake has no official list to check against: ingest the tables of the United \
             Nations, `sextant ingest hs-correlation PATH`, the patent classification, \
             `sextant ingest ipc PATH`, or the Prodcom lists, `sextant ingest prodcom-list PATH`"
                .into(),
        );
    }
    let mut findings = check::codes(definitions, &lists);
    findings.extend(check::decisions(definitions, &lists));
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    let mut vintages: Vec<&str> = lists.codes.keys().map(|vintage| vintage.as_str()).collect();
    if !lists.ipc.is_empty() {
        vintages.push("ipc");
    }
    if !lists.prodcom.is_empty() {
        vintages.push("prodcom");
    }
    show(printed.format, &lines, || lines.iter().map(|line| format!("{line}\n")).collect())?;
    say(&format!("{} findings against the official lists {}", lines.len(), vintages.join(", ")));
    Ok(if lines.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What is indented below the subgroups that definitions name, or how the headings that
/// they name changed, as a file to put beside them.
fn expanded(
    workspace: &Workspace,
    definitions: &Definitions,
    what: cli::Expansion,
) -> Result<ExitCode, Failure> {
    let lists = super::wait(sextant_monitor::official_lists(workspace))??;
    if what == cli::Expansion::Prodcom {
        let text = expand_prodcom(definitions, &lists.prodcom_changes);
        print(&text.map_err(|error| error.to_string())?)?;
        return Ok(ExitCode::SUCCESS);
    }
    if lists.ipc.is_empty() {
        return Err("the lake has no patent classification: `sextant ingest ipc PATH`".into());
    }
    print(&expand(definitions, &lists.ipc).map_err(|error| error.to_string())?)?;
    Ok(ExitCode::SUCCESS)
}

/// One step of a bridge.
#[derive(Serialize)]
struct Step {
    from: &'static str,
    from_code: String,
    to: &'static str,
    to_code: String,
    relation: &'static str,
    proposed: bool,
    decided: Option<String>,
}

fn bridged(
    workspace: &Workspace,
    definitions: &Definitions,
    id: &str,
    (from, to): (HsVintage, HsVintage),
    printed: Printed,
) -> Result<ExitCode, Failure> {
    if !definitions.subjects().iter().any(|subject| subject.id == id) {
        return Err(unknown(definitions, id));
    }
    let lists = super::wait(sextant_monitor::official_lists(workspace))??;
    let decisions: Vec<_> = definitions
        .technologies
        .iter()
        .filter(|technology| technology.id == id)
        .filter_map(|technology| technology.hs.as_ref())
        .flat_map(|hs| hs.decisions.clone())
        .collect();
    let codes = definitions.hs_codes(id, from);
    let proposal = bridge::propose(&codes, from, to, &lists.correspondences, &decisions)?;
    let steps: Vec<Step> = proposal.links.iter().map(step).collect();
    let whole = serde_json::json!({ "codes": proposal.codes, "steps": steps });
    show(printed.format, &whole, || text(&proposal, &steps))?;
    let open = proposal.open().count();
    if open > 0 {
        say(&format!("{open} steps are not one to one and nobody has decided them yet"));
    }
    Ok(ExitCode::SUCCESS)
}

fn step(link: &bridge::Link) -> Step {
    Step {
        from: link.from.as_str(),
        from_code: link.from_code.clone(),
        to: link.to.as_str(),
        to_code: link.to_code.clone(),
        relation: link.relation.as_str(),
        proposed: link.proposed,
        decided: link.decided.clone(),
    }
}

/// The proposed list, and below it every step that a person should look at.
fn text(proposal: &Proposal, steps: &[Step]) -> String {
    let codes: Vec<&str> = proposal.codes.iter().map(String::as_str).collect();
    let rows: Vec<Vec<String>> = steps
        .iter()
        .filter(|step| step.relation != "1:1")
        .map(|step| {
            vec![
                format!("{} {}", step.from, step.from_code),
                format!("{} {}", step.to, step.to_code),
                step.relation.into(),
                if step.proposed { "in" } else { "out" }.into(),
                step.decided.clone().unwrap_or_else(|| "to be decided".into()),
            ]
        })
        .collect();
    let looked_at = table(&["from", "to", "relation", "list", "decision"], &[], &rows);
    let unknown: String = proposal
        .unknown
        .iter()
        .map(|(vintage, code)| format!("unknown to the table: {vintage} {code}\n"))
        .collect();
    format!("{} codes of {}\n{}\n\n{looked_at}{unknown}", codes.len(), proposal.to, codes.join(" "))
}
