//! A folder of a process's own for what is not finished yet.

use std::fs;
use std::path::{Path, PathBuf};

use crate::disk::make_folder;
use crate::lock::WriteLock;
use crate::{LakeError, Workspace};

/// The folder, and a lock in it that tells others that its process still lives.
/// It is removed when dropped; what a killed process left is removed by the next.
#[derive(Debug)]
pub struct Scratch {
    folder: PathBuf,
    _alive: WriteLock,
}

impl Scratch {
    /// Makes the folder, and removes those of processes that ended without doing so.
    ///
    /// # Errors
    /// When the workspace cannot be written.
    pub fn begin(workspace: &Workspace) -> Result<Self, LakeError> {
        workspace.prepare()?;
        let _lock = workspace.lock()?;
        sweep(&workspace.temporary())?;
        let folder = workspace.temporary().join(std::process::id().to_string());
        make_folder(&folder)?;
        let alive = WriteLock::wait(&folder.join(ALIVE))?;
        Ok(Self { folder, _alive: alive })
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

const ALIVE: &str = "alive";

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left is of no use to anybody; if it cannot be removed now, the
        // next process sweeps it away.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn sweep(temporary: &Path) -> Result<(), LakeError> {
    for entry in fs::read_dir(temporary).map_err(LakeError::io("read", temporary))? {
        let folder = entry.map_err(LakeError::io("read", temporary))?.path();
        if WriteLock::attempt(&folder.join(ALIVE))?.is_some() {
            fs::remove_dir_all(&folder).map_err(LakeError::io("remove", &folder))?;
        }
    }
    Ok(())
}
