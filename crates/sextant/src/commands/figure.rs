//! `sextant figure`: one figure as a picture or as data.

use std::process::ExitCode;

use sextant_lake::Workspace;
use sextant_monitor::Edition;
use sextant_report::{SheetContext, figure, figures};

use super::factsheet::write;
use crate::cli::{Figure, FigureFormat};
use crate::output::{Failure, emit, print, table};

/// Points per unit of the picture: sharp on a slide.
const PNG_SCALE: f32 = 2.0;

pub(crate) fn run(workspace: &Workspace, asked: &Figure) -> Result<ExitCode, Failure> {
    let Some(country) = &asked.country else {
        return list(&asked.figure);
    };
    let edition = Edition::open(workspace, asked.edition.as_deref())?;
    let context = SheetContext::open(&edition, edition.definitions()?)?;
    let drawn = figure(&context, &asked.figure, country, asked.lang)?;
    let bytes = match asked.format {
        FigureFormat::Svg => context.svg(&drawn)?.into_bytes(),
        FigureFormat::Png => context.png(&drawn, PNG_SCALE)?,
        FigureFormat::Json => drawn.json()?.into_bytes(),
        FigureFormat::Csv => drawn.csv()?.into_bytes(),
    };
    match &asked.out {
        Some(path) => write(path, &bytes)?,
        None => emit(&bytes)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn list(word: &str) -> Result<ExitCode, Failure> {
    if word != "list" {
        let error = format!(
            "say which country: `sextant figure {word} BE`; `sextant figure list` names the figures"
        );
        return Err(error.into());
    }
    let rows: Vec<Vec<String>> = figures()?
        .into_iter()
        .map(|figure| vec![figure.id, figure.names.en, figure.indicators.join(", ")])
        .collect();
    print(&table(&["figure", "name", "indicators"], &[], &rows))?;
    Ok(ExitCode::SUCCESS)
}
