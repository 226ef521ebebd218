//! `sextant observations`: cells of the cube.

use std::fs;
use std::io::Write;
use std::process::ExitCode;

use sextant_lake::Workspace;
use sextant_monitor::observation::{write_csv, write_parquet};
use sextant_monitor::{Edition, Filter, Observation};

use crate::cli::{Observations, TableFormat};
use crate::output::{Failure, emit};

pub(crate) fn run(workspace: &Workspace, asked: Observations) -> Result<ExitCode, Failure> {
    let edition = Edition::open(workspace, asked.edition.as_deref())?;
    let filter = Filter {
        indicator: asked.indicator,
        geo: asked.geo.map(|geo| geo.to_ascii_uppercase()),
        subject: asked.subject,
        period: asked.period,
    };
    let found = edition.observations(&filter)?;
    let bytes = bytes(&found, asked.format)?;
    match &asked.out {
        Some(path) => fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()))?,
        None => emit(&bytes)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn bytes(found: &[Observation], format: TableFormat) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    match format {
        TableFormat::Csv => write_csv(found, &mut bytes)?,
        TableFormat::Parquet => write_parquet(found, &mut bytes)?,
        TableFormat::Json => {
            serde_json::to_writer_pretty(&mut bytes, found)?;
            bytes.write_all(b"\n")?;
        }
    }
    Ok(bytes)
}
