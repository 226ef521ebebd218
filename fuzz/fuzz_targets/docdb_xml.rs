//! Whatever a file of patent documents in XML holds, it is read or refused.
#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sextant_fuzz::{file, read};
use sextant_sources::ReadOptions;

static FILE: LazyLock<PathBuf> = LazyLock::new(|| file("documents.xml"));

fuzz_target!(|bytes: &[u8]| {
    std::fs::write(&*FILE, bytes).expect("a folder for temporary files");
    for id in ["docdb", "ep-xml"] {
        let _ = read(id, &FILE, &ReadOptions::default());
    }
});
