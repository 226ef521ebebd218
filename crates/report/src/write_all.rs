//! Every fact sheet of an edition, as files.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use sextant_definitions::Lang;

use crate::context::SheetContext;
use crate::place::{Place, index_file, sheet_file};
use crate::{ReportError, index, sheet_at};

/// A page that is to be written.
enum Job {
    Index(Lang),
    Sheet(String, Lang),
}

/// Writes the fact sheets of the 27 Member States and a list of them, in the given
/// languages: `index.html`, `BE-en.html` and so on. Draws on all cores; the files do
/// not depend on how many there are. `progress` hears how many files are done, and how
/// many there will be.
///
/// Returns the paths, lists first.
///
/// # Errors
/// The first page that cannot be made or written, in the order of the paths.
pub fn write_all(
    context: &SheetContext,
    folder: &Path,
    langs: &[Lang],
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Vec<PathBuf>, ReportError> {
    let failed = |source| ReportError::Write { path: folder.to_owned(), source };
    std::fs::create_dir_all(folder).map_err(failed)?;
    let jobs = jobs(context, langs);
    let results: Mutex<Vec<(usize, Result<PathBuf, ReportError>)>> = Mutex::new(Vec::new());
    let next = AtomicUsize::new(0);
    let work = || {
        let place = Place::Folder(langs.to_vec());
        while let Some((at, job)) = take(&jobs, &next) {
            let written = write(context, job, folder, langs, &place);
            let Ok(mut results) = results.lock() else { return };
            results.push((at, written));
            progress(results.len(), jobs.len());
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(jobs.len());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(work);
        }
    });
    let mut results = results.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, path)| path).collect()
}

fn jobs(context: &SheetContext, langs: &[Lang]) -> Vec<Job> {
    let mut jobs: Vec<Job> = langs.iter().copied().map(Job::Index).collect();
    for lang in langs {
        jobs.extend(context.members().map(|member| Job::Sheet(member.to_owned(), *lang)));
    }
    jobs
}

fn take<'j>(jobs: &'j [Job], next: &AtomicUsize) -> Option<(usize, &'j Job)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    jobs.get(at).map(|job| (at, job))
}

fn write(
    context: &SheetContext,
    job: &Job,
    folder: &Path,
    langs: &[Lang],
    place: &Place,
) -> Result<PathBuf, ReportError> {
    let (name, html) = match job {
        Job::Index(lang) => (index_file(langs, *lang), index(context, *lang, place)?),
        Job::Sheet(code, lang) => (sheet_file(code, *lang), sheet_at(context, code, *lang, place)?),
    };
    let path = folder.join(name);
    let written = std::fs::write(&path, html);
    written.map_err(|source| ReportError::Write { path: path.clone(), source })?;
    Ok(path)
}
