//! Gathers what is wrong with one document.

use crate::Problem;
use crate::document::{Document, Step};

/// What is wrong with one document.
pub(super) struct Report<'a> {
    document: &'a Document,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Report<'a> {
    pub(super) fn new(document: &'a Document, problems: &'a mut Vec<Problem>) -> Self {
        Self { document, problems }
    }

    /// Adds a problem with the value that the steps lead to.
    pub(super) fn add(&mut self, steps: &[Step<'_>], value: &str, what: String, way_out: &str) {
        self.problems.push(self.document.problem(steps, Some(value), what, way_out));
    }

    /// Adds a problem inside the text that the steps lead to, at one of its bytes.
    pub(super) fn add_inside(
        &mut self,
        steps: &[Step<'_>],
        place: (&str, usize),
        what: String,
        way_out: &str,
    ) {
        self.problems.push(self.document.problem_inside(steps, place, what, way_out));
    }

    /// Name of the file without folder and extension, which is the id.
    pub(super) fn stem(&self) -> &'a str {
        stem(&self.document.path)
    }
}

/// Name of a file without folder and extension.
pub(super) fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".toml").unwrap_or(name)
}
