//! What is wrong with the sentences.

/// A file in `reports/sentences/` that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Something is wrong at one place of a file.
    #[error("{file}, line {line}, column {column}: {what} {way_out}")]
    File {
        /// Path below the root of the repository.
        file: String,
        /// Line from 1.
        line: usize,
        /// Column from 1, counted in characters.
        column: usize,
        /// What is wrong, a full sentence.
        what: String,
        /// What to do, a full sentence.
        way_out: String,
    },
    /// The program was built without a file.
    #[error("{file} is not in the program. Put it back into the repository and build again.")]
    Missing {
        /// Path below the root of the repository.
        file: String,
    },
}

/// The same at a byte offset of the file's text.
pub(crate) fn at(file: &str, text: &str, offset: usize, what: String, way_out: &str) -> Error {
    let (line, column) = position(text, offset);
    let file = format!("reports/sentences/{file}");
    Error::File { file, line, column, what, way_out: way_out.to_owned() }
}

/// What the TOML reader found.
pub(crate) fn syntax(file: &str, text: &str, error: &toml::de::Error) -> Error {
    let offset = error.span().map_or(0, |span| span.start);
    let what = format!("It cannot be read: {}.", error.message().trim_end_matches('.'));
    at(file, text, offset, what, "Correct it there, in the form of its neighbours.")
}

fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (line, before.get(start..).unwrap_or_default().chars().count() + 1)
}
