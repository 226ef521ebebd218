//! Files that are either wholly there or not at all.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::LakeError;

/// Writes a file so that after a crash either the old or the new content is there:
/// a temporary neighbour is written, synced and renamed over it.
///
/// # Errors
/// When the folder is not writable or the disk is full.
pub fn write_atomically(path: &Path, content: &[u8]) -> Result<(), LakeError> {
    let temporary = path.with_extension("tmp");
    let mut file = File::create(&temporary).map_err(LakeError::io("write", &temporary))?;
    file.write_all(content).map_err(LakeError::io("write", &temporary))?;
    file.sync_all().map_err(LakeError::io("write", &temporary))?;
    fs::rename(&temporary, path).map_err(LakeError::io("write", path))?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Makes the names in a folder durable. Windows has no such call and needs none.
///
/// # Errors
/// When the folder cannot be opened.
pub fn sync_folder(folder: &Path) -> Result<(), LakeError> {
    if cfg!(unix) {
        let handle = File::open(folder).map_err(LakeError::io("open", folder))?;
        handle.sync_all().map_err(LakeError::io("write", folder))?;
    }
    Ok(())
}

/// Makes a folder and its parents.
///
/// # Errors
/// When it cannot be made.
pub fn make_folder(folder: &Path) -> Result<(), LakeError> {
    fs::create_dir_all(folder).map_err(LakeError::io("make folder", folder))
}

/// SHA-256 of a file's bytes, in hexadecimal, and its size.
///
/// # Errors
/// When it cannot be read.
pub fn checksum(path: &Path) -> Result<(String, u64), LakeError> {
    let mut file = File::open(path).map_err(LakeError::io("read", path))?;
    let mut hasher = Sha256::new();
    let mut block = vec![0; 1 << 18];
    let mut bytes = 0;
    loop {
        let read = file.read(&mut block).map_err(LakeError::io("read", path))?;
        if read == 0 {
            return Ok((hexadecimal(&hasher.finalize()), bytes));
        }
        hasher.update(&block[..read]);
        bytes += read as u64;
    }
}

/// SHA-256 of some bytes, in hexadecimal.
#[must_use]
pub fn checksum_of(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn hexadecimal(digest: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    digest
        .iter()
        .flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]])
        .map(char::from)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksum_is_the_one_sha256sum_prints() {
        assert_eq!(
            checksum_of(b"sextant\n"),
            "b9b81e8d81b4dc4347d940ae3906d6409e2ae68a13d0f8e9aa92f1e425d0b4c4"
        );
    }

    #[test]
    fn the_new_content_replaces_the_old_and_leaves_no_neighbour() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("HEAD");
        write_atomically(&path, b"1").unwrap();
        write_atomically(&path, b"2").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"2");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
