//! Printing for people and for programs.

use std::error::Error;
use std::io::{self, IsTerminal, Write};

use serde::Serialize;

use crate::cli::TextFormat;

pub(crate) type Failure = Box<dyn Error>;

/// Writes text to standard output.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    emit(text.as_bytes())
}

/// Writes bytes to standard output. A reader who has seen enough, such as `head`, ends
/// the program without complaint.
#[allow(clippy::exit)]
pub(crate) fn emit(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => std::process::exit(0),
        other => Ok(other?),
    }
}

/// Says something on standard error.
pub(crate) fn say(text: &str) {
    // Nothing can be done when standard error is closed.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// One clear block on standard error, causes below what they caused.
pub(crate) fn error(error: &dyn Error) {
    let mut text = format!("error: {error}");
    let mut cause = error.source();
    while let Some(inner) = cause {
        let line = inner.to_string();
        if !text.contains(&line) {
            text.push_str("\n  because: ");
            text.push_str(&line);
        }
        cause = inner.source();
    }
    say(&text);
}

/// Whether a person looks at standard error.
pub(crate) fn on_terminal() -> bool {
    io::stderr().is_terminal()
}

/// Prints a value as text or JSON.
pub(crate) fn show<T: Serialize>(
    format: TextFormat,
    value: &T,
    text: impl FnOnce() -> String,
) -> Result<(), Failure> {
    match format {
        TextFormat::Text => print(&text()),
        TextFormat::Json => print(&(serde_json::to_string_pretty(value)? + "\n")),
    }
}

/// Rows in columns, widths by what is in them. Columns named in `right` are set
/// flush right.
pub(crate) fn table(header: &[&str], right: &[usize], rows: &[Vec<String>]) -> String {
    let mut widths: Vec<usize> = header.iter().map(|cell| cell.chars().count()).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let header: Vec<String> = header.iter().map(|cell| (*cell).to_owned()).collect();
    let mut text = String::new();
    for row in std::iter::once(&header).chain(rows) {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
            if right.contains(&column) {
                format!("{cell:>width$}")
            } else {
                format!("{cell:<width$}")
            }
        });
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let rows = [vec!["baci".into(), "12".into()], vec!["comtrade".into(), "7".into()]];
        assert_eq!(
            table(&["source", "rows"], &[1], &rows),
            "source    rows\nbaci        12\ncomtrade     7\n"
        );
    }
}
