//! Reports as text, as data or as a page.

use serde::Serialize;

use super::factsheet::write;
use crate::cli::{ReportFormat, Told};
use crate::output::{Failure, emit};

/// Writes a report where and how it is asked for.
pub(crate) fn tell<T: Serialize>(
    asked: &Told,
    value: &T,
    text: impl FnOnce() -> String,
    page: impl FnOnce() -> Result<String, Failure>,
) -> Result<(), Failure> {
    let told = match asked.format {
        ReportFormat::Text => text(),
        ReportFormat::Json => serde_json::to_string_pretty(value)? + "\n",
        ReportFormat::Html => page()?,
    };
    match &asked.out {
        Some(path) => write(path, told.as_bytes()),
        None => emit(told.as_bytes()),
    }
}
