//! Whatever an export of Crunchbase holds, it is read or refused, whatever the size of the
//! blocks, and every row is accounted for.
#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sextant_fuzz::{file, read};
use sextant_sources::ReadOptions;

static FILE: LazyLock<PathBuf> = LazyLock::new(|| file("export.csv"));

/// Whether the file is read; every row must be accounted for.
fn accepted(block_bytes: usize) -> bool {
    let report = read("crunchbase", &FILE, &ReadOptions { threads: 1, block_bytes });
    if let Some(report) = &report {
        let left_out: u64 = report.rows_left_out.values().sum();
        let bad: u64 = report.rows_quarantined.values().sum();
        assert_eq!(report.rows_kept + left_out + bad, report.rows_read);
    }
    report.is_some()
}

fuzz_target!(|bytes: &[u8]| {
    std::fs::write(&*FILE, bytes).expect("a folder for temporary files");
    assert_eq!(accepted(1 << 20), accepted(64));
});
