//! Whatever a file of patent documents in XML holds, it is read or refused.
#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sextant_definitions::{Definitions, Geographies};
use sextant_sources::{Quarantined, RawFile, Rows, Sink, SinkError, source};

static GEOGRAPHIES: LazyLock<Geographies> =
    LazyLock::new(|| Definitions::builtin().expect("valid definitions").geographies);

/// Sources read files, so each input becomes one.
static FILE: LazyLock<PathBuf> = LazyLock::new(|| {
    std::env::temp_dir().join(format!("sextant-fuzz-docdb-{}.xml", std::process::id()))
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

fuzz_target!(|bytes: &[u8]| {
    std::fs::write(&*FILE, bytes).expect("a folder for temporary files");
    let file = RawFile { path: FILE.clone(), sha256: String::new(), bytes: bytes.len() as u64 };
    for id in ["docdb", "ep-xml"] {
        let source = source(id).expect("a registered source");
        let _ = source.wants(&FILE);
        let mut kept = Counting::default();
        match source.read(&file, &GEOGRAPHIES, &mut kept) {
            Ok(report) => {
                assert_eq!(report.rows_kept, kept.rows);
                assert_eq!(report.rows_quarantined.values().sum::<u64>(), kept.bad);
            }
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
});
