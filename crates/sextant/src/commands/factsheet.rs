//! `sextant factsheet`: a country's page, or everybody's.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sextant_definitions::Lang;
use sextant_lake::Workspace;
use sextant_monitor::Edition;
use sextant_report::{SheetContext, country_sheet, write_all};

use crate::cli::{Factsheet, SheetFormat};
use crate::output::{Failure, print};
use crate::progress::count_bar;

pub(crate) fn run(workspace: &Workspace, asked: &Factsheet) -> Result<ExitCode, Failure> {
    let edition = Edition::open(workspace, asked.edition.as_deref())?;
    let context = SheetContext::open(&edition, edition.definitions()?)?;
    let SheetFormat::Html = asked.format;
    let paths = match &asked.country {
        Some(country) => vec![one(&context, &edition, workspace, country, asked)?],
        None => {
            let folder = asked.out.clone().unwrap_or_else(|| sheets(workspace, &edition));
            all(&context, &folder, &[asked.lang])?
        }
    };
    print(&paths.iter().map(|path| format!("{}\n", path.display())).collect::<String>())?;
    Ok(ExitCode::SUCCESS)
}

fn one(
    context: &SheetContext,
    edition: &Edition,
    workspace: &Workspace,
    country: &str,
    asked: &Factsheet,
) -> Result<PathBuf, Failure> {
    let sheet = country_sheet(context, country, asked.lang)?;
    let name = format!("{}-{}.html", country.to_ascii_uppercase(), asked.lang.as_str());
    let path = asked.out.clone().unwrap_or_else(|| sheets(workspace, edition).join(name));
    write(&path, sheet.as_bytes())?;
    Ok(path)
}

/// Where fact sheets go: beside the editions, since an edition never changes.
pub(crate) fn sheets(workspace: &Workspace, edition: &Edition) -> PathBuf {
    workspace.root().join("factsheets").join(&edition.record.name)
}

/// Writes the sheets of all Member States and a list of them.
pub(crate) fn all(
    context: &SheetContext,
    folder: &Path,
    langs: &[Lang],
) -> Result<Vec<PathBuf>, Failure> {
    let bar = count_bar("fact sheets");
    let paths = write_all(context, folder, langs, &|done, of| {
        bar.set_length(of as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    Ok(paths?)
}

/// Writes a file and the folders above it.
pub(crate) fn write(path: &Path, content: &[u8]) -> Result<(), Failure> {
    let failed = |error| format!("cannot write {}: {error}", path.display());
    path.parent().map_or(Ok(()), fs::create_dir_all).map_err(failed)?;
    Ok(fs::write(path, content).map_err(failed)?)
}
