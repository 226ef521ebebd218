//! `sextant definitions`: what counts as what.

use std::process::ExitCode;

use serde::Serialize;
use sextant_definitions::{Definitions, HsVintage, Subject, SubjectKind};
use sextant_lake::Workspace;

use crate::cli::{self, Printed};
use crate::output::{Failure, show, table};

pub(crate) fn run(workspace: &Workspace, asked: cli::Definitions) -> Result<ExitCode, Failure> {
    let definitions = sextant_monitor::definitions(workspace)?;
    match asked {
        cli::Definitions::List(printed) => list(&definitions, printed),
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
