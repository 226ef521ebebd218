//! Draws specifications: `cargo run -p sextant-charts --example draw -- OUT_DIR SPEC.json...`

#![allow(clippy::print_stdout, reason = "an example for the command line")]

use std::path::Path;
use std::time::Instant;

use sextant_charts::{ChartSpec, Renderer};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let out = arguments.next().ok_or("usage: draw OUT_DIR SPEC.json...")?;
    let renderer = Renderer::new()?;
    for path in arguments {
        let spec: ChartSpec = serde_json::from_str(&std::fs::read_to_string(&path)?)?;
        let begin = Instant::now();
        let svg = renderer.svg(&spec)?;
        let drawn = begin.elapsed();
        let png = renderer.png(&spec, 2.0)?;
        let both = begin.elapsed();
        println!(
            "{}: SVG {drawn:.1?}, {} bytes; then SVG and PNG {:.1?}, {} bytes",
            spec.id,
            svg.len(),
            both - drawn,
            png.len()
        );
        std::fs::write(Path::new(&out).join(format!("{}.svg", spec.id)), svg)?;
        std::fs::write(Path::new(&out).join(format!("{}.png", spec.id)), png)?;
    }
    Ok(())
}
