//! Every fact sheet of an edition, as files.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use sextant_definitions::Lang;

use crate::context::SheetContext;
use crate::format::{Format, Wanted};
use crate::place::{Place, index_file, sheet_file};
use crate::sheet::Sheet;
use crate::stamps::{Stamp, Stamps};
use crate::{ReportError, index};

/// What was written, and what could stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Every file, lists first, then by language and country.
    pub paths: Vec<PathBuf>,
    /// How many of them are as they were: the same edition, made by the same program.
    pub kept: usize,
}

/// Files that are made together: the formats of a sheet share their charts.
enum Job {
    Index(Lang),
    Sheet(String, Lang),
}

/// Writes the fact sheets of the 27 Member States and a list of them, in the wanted
/// languages and formats: `index.html`, `BE-en.html`, `BE-en.pdf` and so on. Draws on
/// all cores; the files do not depend on how many there are. A file that is still as this
/// program wrote it from the same edition is left alone, which `sheets.json` in the
/// folder knows. `progress` hears how many files are done, and how many there will be.
///
/// # Errors
/// The first file that cannot be made or written, in the order of the paths.
pub fn write_all(
    context: &SheetContext,
    folder: &Path,
    wanted: &Wanted,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Written, ReportError> {
    let failed = |source| ReportError::Write { path: folder.to_owned(), source };
    std::fs::create_dir_all(folder).map_err(failed)?;
    let jobs = jobs(context, wanted);
    let writer = Writer {
        context,
        folder,
        place: Place::Folder(wanted.clone()),
        before: Stamps::read(folder),
        origin: Stamps::origin(context, wanted)?,
        wanted,
    };
    let results: Mutex<Vec<(usize, Made)>> = Mutex::new(Vec::new());
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let of = jobs.iter().map(|job| writer.files(job).len()).sum();
    let work = || {
        while let Some((at, job)) = take(&jobs, &next) {
            let made = writer.make(job, &|| {
                progress(done.fetch_add(1, Ordering::Relaxed) + 1, of);
            });
            let Ok(mut results) = results.lock() else { return };
            results.push((at, made));
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
    writer.finish(results.into_iter().map(|(_, result)| result))
}

fn jobs(context: &SheetContext, wanted: &Wanted) -> Vec<Job> {
    let mut jobs: Vec<Job> = Vec::new();
    if wanted.formats.contains(&Format::Html) {
        jobs.extend(wanted.langs.iter().copied().map(Job::Index));
    }
    for lang in &wanted.langs {
        jobs.extend(context.members().map(|member| Job::Sheet(member.to_owned(), *lang)));
    }
    jobs
}

fn take<'j>(jobs: &'j [Job], next: &AtomicUsize) -> Option<(usize, &'j Job)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    jobs.get(at).map(|job| (at, job))
}

/// The files of a job.
type Made = Result<Vec<File>, ReportError>;

/// A file that is there now.
struct File {
    name: String,
    stamp: Stamp,
    kept: bool,
}

struct Writer<'a> {
    context: &'a SheetContext,
    folder: &'a Path,
    place: Place,
    before: Stamps,
    /// What all files are made from.
    origin: String,
    wanted: &'a Wanted,
}

impl Writer<'_> {
    /// Names of the files of a job, with what each is.
    fn files(&self, job: &Job) -> Vec<(String, Format)> {
        match job {
            Job::Index(lang) => vec![(index_file(&self.wanted.langs, *lang), Format::Html)],
            Job::Sheet(code, lang) => {
                let file = |format: &Format| (sheet_file(code, *lang, *format), *format);
                self.wanted.formats.iter().map(file).collect()
            }
        }
    }

    fn make(&self, job: &Job, done: &dyn Fn()) -> Made {
        let mut sheet: Option<Sheet<'_>> = None;
        let mut files = Vec::new();
        for (name, format) in self.files(job) {
            let of = Stamps::origin_of(&self.origin, &name);
            let file = match self.before.valid(self.folder, &name, &of) {
                Some(stamp) => File { name, stamp, kept: true },
                None => {
                    let bytes = self.bytes(job, format, &mut sheet)?;
                    let stamp = Stamp::of(of, &bytes);
                    let path = self.folder.join(&name);
                    let written = std::fs::write(&path, bytes);
                    written.map_err(|source| ReportError::Write { path, source })?;
                    File { name, stamp, kept: false }
                }
            };
            files.push(file);
            done();
        }
        Ok(files)
    }

    fn bytes<'s>(
        &'s self,
        job: &Job,
        format: Format,
        sheet: &mut Option<Sheet<'s>>,
    ) -> Result<Vec<u8>, ReportError> {
        let (code, lang) = match job {
            Job::Index(lang) => return Ok(index(self.context, *lang, &self.place)?.into_bytes()),
            Job::Sheet(code, lang) => (code, *lang),
        };
        let sheet = match sheet {
            Some(sheet) => sheet,
            None => sheet.insert(Sheet::new(self.context, code, lang)?),
        };
        sheet.file(format, &self.place)
    }

    /// Keeps note of what is there, also of a part where another part failed.
    fn finish(&self, results: impl Iterator<Item = Made>) -> Result<Written, ReportError> {
        let mut stamps = self.before.clone();
        let mut written = Written::default();
        let mut first_error = None;
        for result in results {
            match result {
                Ok(files) => {
                    for File { name, stamp, kept } in files {
                        written.paths.push(self.folder.join(&name));
                        written.kept += usize::from(kept);
                        stamps.set(name, stamp);
                    }
                }
                Err(error) => first_error = first_error.or(Some(error)),
            }
        }
        stamps.write(self.folder)?;
        first_error.map_or(Ok(written), Err)
    }
}
