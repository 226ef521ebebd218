//! What the targets that read files share.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use sextant_definitions::{Definitions, Geographies};
use sextant_sources::{
    FileReport, Quarantined, RawFile, ReadOptions, Rows, Sink, SinkError, source,
};

static GEOGRAPHIES: LazyLock<Geographies> =
    LazyLock::new(|| Definitions::builtin().expect("valid definitions").geographies);

/// Sources read files, so each input becomes one, of a name of this process's own.
pub fn file(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("sextant-fuzz-{}-{name}", std::process::id()))
}

#[derive(Default)]
struct Counting {
    rows: u64,
    bad: u64,
}

impl Sink for Counting {
    fn rows(&mut self, rows: Rows) -> Result<(), SinkError> {
        self.rows += rows.len() as u64;
        Ok(())
    }

    fn quarantine(&mut self, _row: Quarantined) -> Result<(), SinkError> {
        self.bad += 1;
        Ok(())
    }
}

/// Reads a file by a source; what it tells must be what it gave. None where the file
/// is refused, which must come with a reason.
pub fn read(id: &str, path: &Path, options: &ReadOptions) -> Option<FileReport> {
    let bytes = std::fs::metadata(path).expect("the file just written").len();
    let file = RawFile { path: path.to_path_buf(), sha256: String::new(), bytes };
    let source = source(id).expect("a registered source");
    let _ = source.wants(path);
    let mut kept = Counting::default();
    match source.read_with(&file, &GEOGRAPHIES, &mut kept, options) {
        Ok(report) => {
            assert_eq!(report.rows_kept, kept.rows);
            assert_eq!(report.rows_quarantined.values().sum::<u64>(), kept.bad);
            Some(report)
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            None
        }
    }
}
