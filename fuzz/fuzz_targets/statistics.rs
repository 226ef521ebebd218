//! Whatever a statistical table holds, in whatever format, it is read or refused by each
//! source that reads such tables, whatever the size of the blocks.
#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sextant_fuzz::{file, read};
use sextant_sources::ReadOptions;

static FILE: LazyLock<PathBuf> = LazyLock::new(|| file("table"));

fuzz_target!(|bytes: &[u8]| {
    std::fs::write(&*FILE, bytes).expect("a folder for temporary files");
    for source in ["sdmx", "prodcom", "prodcom-list"] {
        let kept = |block_bytes| {
            let report = read(source, &FILE, &ReadOptions { threads: 1, block_bytes });
            report.map(|report| report.rows_kept)
        };
        assert_eq!(kept(1 << 20), kept(64), "{source}");
    }
});
