//! `sextant factsheet`: a country's page, or everybody's.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sextant_definitions::Lang;
use sextant_lake::Workspace;
use sextant_monitor::Edition;
use sextant_report::{SheetContext, country_sheet, country_workbook, write_all};

use crate::cli::{Factsheet, SheetFormat};
use crate::output::{Failure, print};
use crate::progress::count_bar;

pub(crate) fn run(workspace: &Workspace, asked: &Factsheet) -> Result<ExitCode, Failure> {
    let edition = Edition::open(workspace, asked.edition.as_deref())?;
    let context = SheetContext::open(&edition, edition.definitions()?)?;
    let folder = || asked.out.clone().unwrap_or_else(|| sheets(workspace, &edition));
    let paths = match (&asked.country, asked.format) {
        (Some(country), _) => vec![one(&context, &edition, workspace, country, asked)?],
        (None, SheetFormat::Html) => all(&context, &folder(), &[asked.lang])?,
        (None, SheetFormat::Xlsx) => all_workbooks(&context, &folder(), asked.lang)?,
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
    let (sheet, ending) = match asked.format {
        SheetFormat::Html => (country_sheet(context, country, asked.lang)?.into_bytes(), "html"),
        SheetFormat::Xlsx => (country_workbook(context, country, asked.lang)?, "xlsx"),
    };
    let name = file_name(country, asked.lang, ending);
    let path = asked.out.clone().unwrap_or_else(|| sheets(workspace, edition).join(name));
    write(&path, &sheet)?;
    Ok(path)
}

fn file_name(country: &str, lang: Lang, ending: &str) -> String {
    format!("{}-{}.{ending}", country.to_ascii_uppercase(), lang.as_str())
}

/// Writes the workbooks of all Member States.
fn all_workbooks(
    context: &SheetContext,
    folder: &Path,
    lang: Lang,
) -> Result<Vec<PathBuf>, Failure> {
    let bar = count_bar("workbooks");
    let members: Vec<&str> = context.members().collect();
    bar.set_length(members.len() as u64);
    let mut paths = Vec::new();
    for country in members {
        let path = folder.join(file_name(country, lang, "xlsx"));
        write(&path, &country_workbook(context, country, lang)?)?;
        paths.push(path);
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(paths)
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
