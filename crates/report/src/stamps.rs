//! What each file in a folder of fact sheets was made from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sextant_monitor::statements;
use sha2::{Digest, Sha256};

use crate::ReportError;
use crate::context::SheetContext;
use crate::format::Wanted;

/// The file in which a folder keeps them.
const FILE: &str = "sheets.json";

/// Changes with everything that sheets are made by: `build.rs` takes it from the sources.
const MAKER: &str = env!("SEXTANT_SHEET_MAKER");

/// What a file was made from, and what it was then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stamp {
    /// SHA-256 of everything the file depends on.
    origin: String,
    /// SHA-256 of the file.
    file: String,
}

impl Stamp {
    pub(crate) fn of(origin: String, bytes: &[u8]) -> Self {
        Self { origin, file: hex(Sha256::digest(bytes).as_slice()) }
    }
}

/// Stamps by name of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stamps(BTreeMap<String, Stamp>);

impl Stamps {
    /// Those of a folder. A file that cannot be read knows nothing, and costs no more
    /// than making the sheets again.
    pub(crate) fn read(folder: &Path) -> Self {
        let text = std::fs::read(folder.join(FILE)).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    pub(crate) fn write(&self, folder: &Path) -> Result<(), ReportError> {
        let path: PathBuf = folder.join(FILE);
        let text = serde_json::to_vec_pretty(self)
            .map_err(|error| ReportError::Page(error.to_string()))?;
        std::fs::write(&path, text).map_err(|source| ReportError::Write { path, source })
    }

    pub(crate) fn set(&mut self, name: String, stamp: Stamp) {
        self.0.insert(name, stamp);
    }

    /// What all files of a run are made from: the program, the edition, and which other
    /// files there are to link to.
    pub(crate) fn origin(context: &SheetContext, wanted: &Wanted) -> Result<String, ReportError> {
        let definitions = context.definitions.fingerprint();
        let (method, links) = (statements::fingerprint()?, format!("{wanted:?}"));
        Ok(of_parts(&[MAKER, &context.record.id, &definitions, &method, &links]))
    }

    /// What one of them would be made from now.
    pub(crate) fn origin_of(origin: &str, name: &str) -> String {
        of_parts(&[origin, name])
    }

    /// The stamp of a file that is what it would become.
    pub(crate) fn valid(&self, folder: &Path, name: &str, origin: &str) -> Option<Stamp> {
        let stamp = self.0.get(name).filter(|stamp| stamp.origin == origin)?;
        let bytes = std::fs::read(folder.join(name)).ok()?;
        (hex(Sha256::digest(bytes).as_slice()) == stamp.file).then(|| stamp.clone())
    }
}

fn of_parts(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
        hasher.update([0]);
    }
    hex(hasher.finalize().as_slice())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
