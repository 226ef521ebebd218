//! Walks through the parts of a raw file.

use super::collect::Collector;
use super::look_alike;
use super::open::{Packing, Part, file_name, open_parts};
use super::sniff::Head;
use crate::{FileReport, RawFile, ReadOptions, Sink, SourceError};

/// One file to be read by one source.
pub(crate) struct Job<'a> {
    pub(crate) source: &'static str,
    pub(crate) file: &'a RawFile,
    pub(crate) options: &'a ReadOptions,
}

/// Reads a plain or gzip file, or those members of a zip archive that `wanted`
/// recognises, each with `each`.
///
/// # Errors
/// Those of `each`, and those of opening.
pub(crate) fn read_parts(
    job: &Job<'_>,
    sink: &mut dyn Sink,
    wanted: fn(&Head<'_>) -> bool,
    each: &mut dyn FnMut(Part<'_>, &mut Collector<'_>) -> Result<(), SourceError>,
) -> Result<FileReport, SourceError> {
    let path = &job.file.path;
    let mut collector = Collector::new(sink, file_name(path).contains("DEMO"));
    let mut passed_over = Vec::new();
    let mut taken = 0;
    open_parts(path, &collector.bytes_read(), |part| {
        let is_member = part.packing == Packing::Zip;
        if is_member && !wanted(&Head::of(&part)) {
            passed_over.push(part.name);
            return Ok(());
        }
        taken += 1;
        collector.enter(is_member.then(|| part.name.clone()));
        each(part, &mut collector)
    })?;
    if taken == 0 {
        return Err(SourceError::NothingInArchive {
            file: path.display().to_string(),
            source_id: job.source,
            members: look_alike::list(&passed_over),
        });
    }
    Ok(collector.finish())
}
