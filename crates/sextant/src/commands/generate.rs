//! `sextant generate`: demo data as raw files.

use std::process::ExitCode;

use sextant_definitions::Definitions;
use sextant_demo::{Options, Parts, Report, generate};

use crate::cli::{Generate, Only};
use crate::output::{Failure, print, table};

pub(crate) fn run(asked: &Generate) -> Result<ExitCode, Failure> {
    let parts = match asked.only {
        None => Parts::All,
        Some(Only::Trade) => Parts::Trade,
        Some(Only::Patents) => Parts::Patents,
        Some(Only::Production) => Parts::Production,
        Some(Only::Investment) => Parts::Investment,
    };
    let options =
        Options { scale: asked.scale, seed: asked.seed, patent_scale: asked.patent_scale, parts };
    let report = generate(&options, &Definitions::builtin()?, &asked.out)?;
    print(&text(&report))?;
    Ok(ExitCode::SUCCESS)
}

fn text(report: &Report) -> String {
    let rows: Vec<Vec<String>> = report
        .files
        .iter()
        .map(|file| vec![file.path.clone(), file.rows.to_string(), file.bytes.to_string()])
        .collect();
    table(&["demo file", "rows", "bytes"], &[1, 2], &rows)
}
