//! Every example draws the picture that a person has looked at.
//!
//! `tests/golden.txt` holds a checksum for each. After a change that is meant to show:
//! `SEXTANT_UPDATE=1 cargo test -p sextant-charts --test golden`, then look at the PNGs in the
//! folder it names before committing the new checksums.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use sextant_charts::{ChartSpec, Renderer};
use sha2::{Digest, Sha256};

#[test]
fn pictures_are_as_looked_at() {
    let renderer = Renderer::new().expect("the fonts are there");
    let drawn: Vec<(ChartSpec, String)> = common::all()
        .into_iter()
        .map(|spec| {
            let svg = renderer.svg(&spec).expect("every example can be drawn");
            (spec, svg)
        })
        .collect();
    let found: String = drawn.iter().map(|(spec, svg)| line(spec, svg)).collect();
    let golden = common::folder().join("golden.txt");
    let wanted = fs::read_to_string(&golden).unwrap_or_default();
    let changed: Vec<_> =
        drawn.iter().filter(|(spec, svg)| !wanted.contains(&line(spec, svg))).collect();
    if changed.is_empty() && found == wanted {
        return;
    }
    let folder = pictures(&renderer, changed.iter().map(|(spec, svg)| (spec, svg.as_str())));
    if std::env::var_os("SEXTANT_UPDATE").is_some() {
        fs::write(&golden, found).expect("the checksums can be written");
        println!("look at the pictures in {}", folder.display());
        return;
    }
    let names: Vec<&str> = changed.iter().map(|(spec, _)| spec.id.as_str()).collect();
    panic!(
        "these pictures are not the ones in tests/golden.txt: {}. Look at them in {}, and if they \
         are right run the test again with SEXTANT_UPDATE=1.",
        names.join(", "),
        folder.display()
    );
}

fn line(spec: &ChartSpec, svg: &str) -> String {
    let sum = Sha256::digest(svg.as_bytes());
    let hex: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{hex} {} {}\n", svg.len(), spec.id)
}

/// Writes SVGs and PNGs to a folder that stays.
fn pictures<'a>(
    renderer: &Renderer,
    charts: impl Iterator<Item = (&'a ChartSpec, &'a str)>,
) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("charts");
    fs::create_dir_all(&folder).expect("the folder can be made");
    for (spec, svg) in charts {
        let png = renderer.png(spec, 2.0).expect("every example can be drawn");
        fs::write(folder.join(format!("{}.svg", spec.id)), svg).expect("written");
        fs::write(folder.join(format!("{}.png", spec.id)), png).expect("written");
    }
    folder
}
