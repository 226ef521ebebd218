//! What is wrong with an XML file as a whole.

/// An XML file that cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum XmlError {
    /// Not well-formed, or cut.
    #[error(
        "{file}, line {line}, column {column}: not well-formed XML ({detail}). Download it again; `xmllint --noout --nonet FILE` shows whether it is whole."
    )]
    NotWellFormed {
        /// The file, with the member of an archive.
        file: String,
        /// Line from 1.
        line: u64,
        /// Byte within the line, from 1.
        column: u64,
        /// What the parser said.
        detail: String,
    },
    /// XML, but of another kind.
    #[error(
        "{file}, line {line}, column {column}: the outermost element is `{found}`, where {expected} was expected. Name the file that holds the documents."
    )]
    WrongRoot {
        /// The file, with the member of an archive.
        file: String,
        /// Line from 1.
        line: u64,
        /// Byte within the line, from 1.
        column: u64,
        /// What stands there.
        found: String,
        /// What was expected.
        expected: &'static str,
    },
    /// No element at all, or none that is a document.
    #[error("{file}, line 1: holds no {expected}. Download it again, or leave it out.")]
    NoDocument {
        /// The file, with the member of an archive.
        file: String,
        /// What was expected.
        expected: &'static str,
    },
    /// A declared encoding that is not read.
    #[error(
        "{file}, line {line}: declares the encoding `{encoding}`, and only UTF-8 is read. Convert it with `iconv -f {encoding} -t utf8 IN > OUT`, change the declaration, and ingest the result."
    )]
    Encoding {
        /// The file, with the member of an archive.
        file: String,
        /// Line from 1.
        line: u64,
        /// As declared.
        encoding: String,
    },
    /// One document of hundreds of megabytes.
    #[error(
        "{file}, line {line}, column {column}: the document goes on for {mebibytes} MiB without an end. Check what was downloaded."
    )]
    DocumentTooLong {
        /// The file, with the member of an archive.
        file: String,
        /// Line from 1.
        line: u64,
        /// Byte within the line, from 1.
        column: u64,
        /// How far was read.
        mebibytes: u64,
    },
}
