//! Tells by name and first bytes whether a file belongs to a source.

use std::path::Path;
use std::sync::Arc;

use super::columns::column_key;
use super::open::{Part, file_name, open_parts};
use super::table::Header;

/// Name and first bytes of a part.
pub(crate) struct Head<'a> {
    /// File or member name, without `.gz`.
    pub(crate) name: &'a str,
    /// First bytes, decompressed.
    pub(crate) bytes: &'a [u8],
    keys: Vec<String>,
}

impl<'a> Head<'a> {
    /// Looks at an opened part.
    pub(crate) fn of(part: &'a Part<'_>) -> Self {
        let bytes = part.head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&part.head);
        let columns = Header::read("", bytes).map(|header| header.columns).unwrap_or_default();
        let keys = columns.iter().map(|name| column_key(name)).collect();
        Self { name: &part.name, bytes, keys }
    }

    /// Keys of the columns (see [`column_key`]) in the order of the header.
    pub(crate) fn keys(&self) -> &[String] {
        &self.keys
    }

    /// Whether the header has all these columns (see [`column_key`]).
    pub(crate) fn has(&self, keys: &[&str]) -> bool {
        keys.iter().all(|&wanted| self.keys.iter().any(|key| key == wanted))
    }
}

/// Whether `path`, or a member of it when it is a zip, is recognised.
///
/// A file that cannot be opened or is empty, but is named like data, is wanted,
/// so that reading it says what is wrong instead of passing it over in silence.
pub(crate) fn wants(path: &Path, recognise: fn(&Head<'_>) -> bool) -> bool {
    let mut found = false;
    let opened = open_parts(path, &Arc::default(), |part| {
        if !found {
            found = if part.head.is_empty() {
                named_like_data(&part.name)
            } else {
                recognise(&Head::of(&part))
            };
        }
        Ok(())
    });
    found || (opened.is_err() && named_like_data(&file_name(path)))
}

fn named_like_data(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".csv", ".tsv", ".json", ".gz", ".zip"].iter().any(|ending| name.ends_with(ending))
}
