//! Which files a user means.

use std::fs;
use std::path::PathBuf;

use sextant_sources::Source;

use crate::LakeError;

/// The files meant by paths: a file is itself, a folder those of its files that
/// the source wants, sorted by name.
pub(crate) fn find(source: &dyn Source, paths: &[PathBuf]) -> Result<Vec<PathBuf>, LakeError> {
    let mut found = Vec::new();
    for path in paths {
        if !path.is_dir() {
            found.push(path.clone());
            continue;
        }
        let mut inside = Vec::new();
        for entry in fs::read_dir(path).map_err(LakeError::io("read", path))? {
            inside.push(entry.map_err(LakeError::io("read", path))?.path());
        }
        inside.retain(|file| file.is_file() && source.wants(file));
        if inside.is_empty() {
            let source_id = source.info().id.into();
            return Err(LakeError::NothingToRead { source_id, path: path.clone() });
        }
        inside.sort();
        found.append(&mut inside);
    }
    Ok(found)
}
