//! Writes fact sheets of a made-up cube, to look at pages without an edition:
//! `cargo run -p sextant-report --example sheets -- OUT_DIR [demo]`

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "an example for the command line")]

#[path = "../tests/support/mod.rs"]
mod support;

use std::path::Path;

use sextant_definitions::Lang;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let out = arguments.next().unwrap_or_else(|| "sheets".into());
    let context = support::context(arguments.next().is_some());
    for lang in Lang::ALL {
        let sheet = sextant_report::country_sheet(&context, "BE", lang).unwrap();
        std::fs::create_dir_all(&out).unwrap();
        let path = Path::new(&out).join(format!("alone-BE-{lang}.html"));
        println!("{}: {} bytes", path.display(), sheet.len());
        std::fs::write(path, sheet).unwrap();
    }
    let begin = std::time::Instant::now();
    let written = sextant_report::write_all(&context, Path::new(&out), &[Lang::En], &|_, _| {});
    println!("{} files in {:.1?}", written.unwrap().len(), begin.elapsed());
}
