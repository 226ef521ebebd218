//! `sextant factsheet`: a country's sheet, or everybody's.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sextant_definitions::Lang;
use sextant_lake::Workspace;
use sextant_monitor::Edition;
use sextant_report::{Format, Place, Sheet, SheetContext, Wanted, Written, sheet_file, write_all};

use crate::cli::{Factsheet, SheetFormat};
use crate::output::{Failure, print, say};
use crate::progress::count_bar;

pub(crate) fn run(workspace: &Workspace, asked: &Factsheet) -> Result<ExitCode, Failure> {
    let edition = Edition::open(workspace, asked.edition.as_deref())?;
    let context = SheetContext::open(&edition, edition.definitions()?)?;
    let folder = || sheets(workspace, &edition);
    let paths = match &asked.country {
        Some(country) => {
            let country = context.place(country)?;
            of_one(&context, country, asked, &folder())?
        }
        None => {
            let out = asked.out.clone().unwrap_or_else(folder);
            let written = all(&context, &out, &wanted(asked, Wanted::all()))?;
            say(&told(&written));
            written.paths
        }
    };
    print(&paths.iter().map(|path| format!("{}\n", path.display())).collect::<String>())?;
    Ok(ExitCode::SUCCESS)
}

/// What is asked for, and where nothing is, the usual.
fn wanted(asked: &Factsheet, usual: Wanted) -> Wanted {
    let formats = asked.format.iter().map(|format| format.made()).collect();
    Wanted {
        langs: if asked.lang.is_empty() { usual.langs } else { distinct(asked.lang.clone()) },
        formats: if asked.format.is_empty() { usual.formats } else { distinct(formats) },
    }
}

fn distinct<T: PartialEq>(given: Vec<T>) -> Vec<T> {
    given.into_iter().fold(Vec::new(), |mut once, one| {
        if !once.contains(&one) {
            once.push(one);
        }
        once
    })
}

impl SheetFormat {
    fn made(self) -> Format {
        match self {
            Self::Html => Format::Html,
            Self::Pdf => Format::Pdf,
            Self::Xlsx => Format::Xlsx,
        }
    }
}

/// The sheets of one country: a file by itself, or in a folder.
fn of_one(
    context: &SheetContext,
    country: &str,
    asked: &Factsheet,
    folder: &Path,
) -> Result<Vec<PathBuf>, Failure> {
    let usual = Wanted { langs: vec![Lang::En], formats: vec![Format::Html] };
    let Wanted { langs, formats } = wanted(asked, usual);
    let single = langs.len() * formats.len() == 1;
    let mut paths = Vec::new();
    for lang in langs {
        let sheet = Sheet::new(context, country, lang)?;
        for format in &formats {
            let name = sheet_file(country, lang, *format);
            let path = match &asked.out {
                Some(file) if single && !file.is_dir() => file.clone(),
                Some(folder) => folder.join(name),
                None => folder.join(name),
            };
            write(&path, &sheet.file(*format, &Place::Alone)?)?;
            paths.push(path);
        }
    }
    Ok(paths)
}

/// "108 files, of which 27 were as they would become".
fn told(written: &Written) -> String {
    match written.kept {
        0 => format!("{} files", written.paths.len()),
        kept => format!("{} files, of which {kept} were up to date", written.paths.len()),
    }
}

/// Where fact sheets go: beside the editions, since an edition never changes.
pub(crate) fn sheets(workspace: &Workspace, edition: &Edition) -> PathBuf {
    workspace.root().join("factsheets").join(&edition.record.name)
}

/// Writes the sheets of all Member States and a list of them.
pub(crate) fn all(
    context: &SheetContext,
    folder: &Path,
    wanted: &Wanted,
) -> Result<Written, Failure> {
    let bar = count_bar("fact sheets");
    let written = write_all(context, folder, wanted, &|done, of| {
        bar.set_length(of as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    Ok(written?)
}

/// Writes a file and the folders above it.
pub(crate) fn write(path: &Path, content: &[u8]) -> Result<(), Failure> {
    let failed = |error| format!("cannot write {}: {error}", path.display());
    path.parent().map_or(Ok(()), fs::create_dir_all).map_err(failed)?;
    Ok(fs::write(path, content).map_err(failed)?)
}
