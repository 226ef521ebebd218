//! Makes Cargo notice files that are added or removed, and takes a fingerprint of all
//! that fact sheets are made by, so that a sheet made by another program is made anew.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::Hasher;
use std::io;
use std::path::{Path, PathBuf};

/// What has a part in how a sheet looks, beside the edition that it shows.
const MADE_BY: [&str; 12] = [
    "../../figures",
    "../../reports",
    "../../web/src",
    "../../web/build",
    "../../web/package-lock.json",
    "../../Cargo.lock",
    "../charts/src",
    "../highlights/src",
    "../pdf/src",
    "../workbook/src",
    "src",
    "templates",
];

fn main() -> io::Result<()> {
    let mut files = Vec::new();
    for place in MADE_BY {
        println!("cargo::rerun-if-changed={place}");
        collect(Path::new(place), &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        hasher.write(file.to_string_lossy().as_bytes());
        hasher.write(&fs::read(file)?);
    }
    println!("cargo::rustc-env=SEXTANT_SHEET_MAKER={:016x}", hasher.finish());
    Ok(())
}

fn collect(place: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if place.is_file() {
        files.push(place.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(place)? {
        collect(&entry?.path(), files)?;
    }
    Ok(())
}
