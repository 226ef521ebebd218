//! The folder a user works in.

use std::path::{Path, PathBuf};

use crate::LakeError;
use crate::disk::make_folder;
use crate::lock::WriteLock;
use crate::snapshot::Snapshot;

/// A workspace: `lake/`, `editions/`, `quarantine/`, `raw/` and an optional
/// `sextant.toml`.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// Names a workspace; nothing is made on disk.
    #[must_use]
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The folder itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The user's settings.
    #[must_use]
    pub fn settings_file(&self) -> PathBuf {
        self.root.join("sextant.toml")
    }

    /// The user's own definitions, used instead of the built-in ones when present.
    #[must_use]
    pub fn definitions(&self) -> PathBuf {
        self.root.join("definitions")
    }

    /// Where editions lie.
    #[must_use]
    pub fn editions(&self) -> PathBuf {
        self.root.join("editions")
    }

    /// Where rows lie that could not be understood.
    #[must_use]
    pub fn quarantine(&self) -> PathBuf {
        self.root.join("quarantine")
    }

    /// Where the tables lie.
    #[must_use]
    pub fn lake(&self) -> PathBuf {
        self.root.join("lake")
    }

    pub(crate) fn head(&self) -> PathBuf {
        self.lake().join("HEAD")
    }

    pub(crate) fn snapshots(&self) -> PathBuf {
        self.lake().join("snapshots")
    }

    /// Where the tables' immutable parts lie.
    #[must_use]
    pub fn segments(&self) -> PathBuf {
        self.lake().join("segments")
    }

    pub(crate) fn temporary(&self) -> PathBuf {
        self.lake().join("tmp")
    }

    /// Makes the folders that are not there yet.
    ///
    /// # Errors
    /// When a folder cannot be made.
    pub fn prepare(&self) -> Result<(), LakeError> {
        for folder in [
            self.root.join("raw"),
            self.editions(),
            self.quarantine(),
            self.snapshots(),
            self.segments(),
            self.temporary(),
        ] {
            make_folder(&folder)?;
        }
        Ok(())
    }

    /// Waits until this process alone may change the workspace.
    ///
    /// # Errors
    /// When the lock file cannot be made.
    pub fn lock(&self) -> Result<WriteLock, LakeError> {
        WriteLock::wait(&self.lake().join("lock"))
    }

    /// The current state of the tables; empty for a new workspace.
    ///
    /// # Errors
    /// When a file of the lake cannot be read or understood.
    pub fn snapshot(&self) -> Result<Snapshot, LakeError> {
        Snapshot::current(self)
    }
}
