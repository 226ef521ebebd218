//! Whatever a part of PATSTAT holds, it is read or refused, its rows are counted, and
//! neither threads nor blocks change them.
#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sextant_definitions::{Definitions, Geographies};
use sextant_sources::{
    FileReport, Quarantined, RawFile, ReadOptions, Rows, Sink, SinkError, source,
};

static GEOGRAPHIES: LazyLock<Geographies> =
    LazyLock::new(|| Definitions::builtin().expect("valid definitions").geographies);

/// Sources read files, so each input becomes one.
static FILE: LazyLock<PathBuf> = LazyLock::new(|| {
    std::env::temp_dir().join(format!("sextant-fuzz-patstat-{}.csv", std::process::id()))
});

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

/// Reads the file; what was told must add up.
fn read(bytes: u64, options: ReadOptions) -> Option<FileReport> {
    let file = RawFile { path: FILE.clone(), sha256: String::new(), bytes };
    let source = source("patstat").expect("a registered source");
    let _ = source.wants(&FILE);
    let mut kept = Counting::default();
    match source.read_with(&file, &GEOGRAPHIES, &mut kept, &options) {
        Ok(report) => {
            let left_out: u64 = report.rows_left_out.values().sum();
            assert_eq!(report.rows_kept, kept.rows);
            assert_eq!(report.rows_quarantined.values().sum::<u64>(), kept.bad);
            assert_eq!(report.rows_kept + left_out + kept.bad, report.rows_read);
            Some(report)
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            None
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    std::fs::write(&*FILE, bytes).expect("a folder for temporary files");
    let size = bytes.len() as u64;
    let whole = read(size, ReadOptions { threads: 1, block_bytes: 1 << 20 });
    let pieces = read(size, ReadOptions { threads: 1, block_bytes: 64 });
    assert_eq!(whole.is_some(), pieces.is_some());
});
