//! One writer at a time.

use std::fs::{File, OpenOptions};
use std::path::Path;

use crate::LakeError;

/// Held while a process changes the workspace. The operating system gives it
/// back when the process ends, however it ends.
#[derive(Debug)]
pub struct WriteLock {
    _file: File,
}

impl WriteLock {
    /// Waits for the lock.
    ///
    /// # Errors
    /// When the lock file cannot be made.
    pub fn wait(path: &Path) -> Result<Self, LakeError> {
        let file = open(path)?;
        file.lock().map_err(LakeError::io("lock", path))?;
        Ok(Self { _file: file })
    }

    /// Takes the lock when nobody else holds it.
    ///
    /// # Errors
    /// When the lock file cannot be made.
    pub fn attempt(path: &Path) -> Result<Option<Self>, LakeError> {
        let file = open(path)?;
        Ok(file.try_lock().is_ok().then_some(Self { _file: file }))
    }
}

fn open(path: &Path) -> Result<File, LakeError> {
    OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)
        .map_err(LakeError::io("open", path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_writer_does_not_get_it_until_the_first_lets_go() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let first = WriteLock::wait(&path).unwrap();
        assert!(WriteLock::attempt(&path).unwrap().is_none());
        drop(first);
        assert!(WriteLock::attempt(&path).unwrap().is_some());
    }
}
