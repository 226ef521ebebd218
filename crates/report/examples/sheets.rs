//! Writes fact sheets to look at: of a workspace's edition, or of a made-up cube.
//! `cargo run -p sextant-report --example sheets -- OUT_DIR [WORKSPACE]`

#![allow(clippy::print_stdout, reason = "an example for the command line")]

#[path = "../tests/support/mod.rs"]
mod support;

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use sextant_definitions::Lang;
use sextant_lake::Workspace;
use sextant_monitor::Edition;
use sextant_report::{SheetContext, Wanted, country_sheet, write_all};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let out = arguments.next().ok_or("usage: sheets OUT_DIR [WORKSPACE]")?;
    let out = Path::new(&out);
    let begin = Instant::now();
    let context = match arguments.next() {
        None => support::with(true, support::all()),
        Some(workspace) => {
            let edition = Edition::open(&Workspace::at(workspace), None)?;
            SheetContext::open(&edition, edition.definitions()?)?
        }
    };
    println!("read in {:.1?}", begin.elapsed());
    std::fs::create_dir_all(out)?;
    for lang in Lang::ALL {
        let sheet = country_sheet(&context, "BE", lang)?;
        std::fs::write(out.join(format!("alone-BE-{lang}.html")), sheet)?;
    }
    let begin = Instant::now();
    let written = write_all(&context, out, &Wanted::all(), &|_, _| {})?;
    println!("{} files in {:.1?}", written.paths.len(), begin.elapsed());
    Ok(())
}
