//! The definition files, from the binary or from disk.

use std::path::Path;

use rust_embed::RustEmbed;

use crate::Error;

/// The repository's `definitions/`, inside the binary in every profile.
#[derive(RustEmbed)]
#[folder = "../../definitions"]
struct Builtin;

/// The folders that hold definitions; everything else beside them is left alone.
pub(crate) const FOLDERS: [&str; 10] = [
    "alternatives",
    "ecosystems",
    "expansions",
    "fields",
    "geographies",
    "investment",
    "product-groups",
    "rules",
    "sectors",
    "technologies",
];

/// A definition file as it lies there.
#[derive(Clone, Debug)]
pub(crate) struct RawFile {
    /// Path below the definitions folder, with `/` between the parts.
    pub(crate) path: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// The embedded definition files, sorted by path.
pub(crate) fn builtin() -> Vec<RawFile> {
    let mut files: Vec<RawFile> = Builtin::iter()
        .filter(|path| is_definition(path))
        .filter_map(|path| {
            let bytes = Builtin::get(&path)?.data.into_owned();
            Some(RawFile { path: path.into_owned(), bytes })
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// The definition files of a folder on disk, sorted by path.
pub(crate) fn on_disk(root: &Path) -> Result<Vec<RawFile>, Error> {
    let unreadable = |path: &Path, source| Error::Read { path: path.to_owned(), source };
    std::fs::metadata(root).map_err(|source| unreadable(root, source))?;
    let mut files = Vec::new();
    for folder in FOLDERS {
        let directory = root.join(folder);
        if !directory.is_dir() {
            continue;
        }
        let entries =
            std::fs::read_dir(&directory).map_err(|source| unreadable(&directory, source))?;
        for entry in entries {
            let entry = entry.map_err(|source| unreadable(&directory, source))?;
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if is_definition(&path) {
                let bytes = std::fs::read(entry.path())
                    .map_err(|source| unreadable(&entry.path(), source))?;
                files.push(RawFile { path, bytes });
            }
        }
    }
    if files.is_empty() {
        return Err(Error::Empty { path: root.to_owned() });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// One definition file, wherever it lies.
pub(crate) fn single(file: &Path) -> Result<RawFile, Error> {
    let bytes =
        std::fs::read(file).map_err(|source| Error::Read { path: file.to_owned(), source })?;
    let parent = file.parent().and_then(Path::file_name).and_then(|name| name.to_str());
    let unknown = || Error::UnknownKind { path: file.to_owned() };
    let folder = FOLDERS
        .into_iter()
        .find(|folder| parent == Some(folder))
        .or_else(|| folder_by_content(&bytes))
        .ok_or_else(unknown)?;
    let name = file.file_name().and_then(|name| name.to_str()).ok_or_else(unknown)?;
    Ok(RawFile { path: format!("{folder}/{name}"), bytes })
}

/// The folder that a file belongs in, by a key that only its kind has.
fn folder_by_content(bytes: &[u8]) -> Option<&'static str> {
    let text = std::str::from_utf8(bytes).ok()?;
    let has = |key: &str| {
        text.lines().any(|line| {
            line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='))
        })
    };
    if has("family") {
        Some("technologies")
    } else if has("trade_expected") {
        Some("ecosystems")
    } else if text.lines().any(|line| line == "[[readings]]") {
        Some("alternatives")
    } else if text.lines().any(|line| line == "[[series]]") {
        Some("sectors")
    } else if text.lines().any(|line| line == "[mapped]") {
        Some("investment")
    } else if has("citation") && has("id") {
        Some("product-groups")
    } else {
        None
    }
}

/// Whether a path below the definitions folder is one of ours. Hidden files are
/// what editors leave behind.
fn is_definition(path: &str) -> bool {
    path.split_once('/').is_some_and(|(folder, name)| {
        FOLDERS.contains(&folder)
            && !name.contains('/')
            && !name.starts_with('.')
            && Path::new(name).extension().is_some_and(|extension| extension == "toml")
    })
}
