//! Typst's messages with file, line and column.

use typst::diag::SourceDiagnostic;
use typst::syntax::FileId;
use typst::{World, WorldExt};

use crate::error::{PdfError, Problem};
use crate::world::SheetWorld;

/// The error of a sheet that Typst refuses.
pub(crate) fn refused(
    title: &str,
    world: &SheetWorld<'_>,
    diagnostics: &[SourceDiagnostic],
) -> PdfError {
    let problems = diagnostics.iter().map(|diagnostic| problem(world, diagnostic)).collect();
    PdfError::Typst { title: title.to_owned(), problems }
}

fn problem(world: &SheetWorld<'_>, diagnostic: &SourceDiagnostic) -> Problem {
    let file = diagnostic.span.id();
    Problem {
        file: file.map(|id| id.vpath().get_without_slash().to_owned()).unwrap_or_default(),
        position: file.and_then(|id| position(world, id, diagnostic)),
        message: diagnostic.message.to_string(),
        hints: diagnostic.hints.iter().map(|hint| hint.v.to_string()).collect(),
    }
}

fn position(
    world: &SheetWorld<'_>,
    id: FileId,
    diagnostic: &SourceDiagnostic,
) -> Option<(usize, usize)> {
    let start = world.range(diagnostic.span)?.start;
    let source = world.source(id).ok()?;
    let (line, column) = source.lines().byte_to_line_column(start)?;
    Some((line + 1, column + 1))
}
