//! How long charts take: `cargo run -p sextant-charts --example time -- SPEC.json...`

#![allow(clippy::print_stdout, reason = "an example for the command line")]

use std::time::{Duration, Instant};

use sextant_charts::{ChartSpec, Renderer};

const RUNS: u32 = 10;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let renderer = Renderer::new()?;
    for path in std::env::args().skip(1) {
        let spec: ChartSpec = serde_json::from_str(&std::fs::read_to_string(&path)?)?;
        let svg = fastest(|| renderer.svg(&spec).map(drop))?;
        let png = fastest(|| renderer.png(&spec, 2.0).map(drop))?;
        println!("{}: SVG {svg:.1?}, SVG and PNG {png:.1?}", spec.id);
    }
    Ok(())
}

/// The best of several runs: what the work takes when nothing disturbs it.
fn fastest(
    mut work: impl FnMut() -> sextant_charts::Result<()>,
) -> sextant_charts::Result<Duration> {
    let mut best = Duration::MAX;
    for _ in 0..RUNS {
        let begin = Instant::now();
        work()?;
        best = best.min(begin.elapsed());
    }
    Ok(best)
}
