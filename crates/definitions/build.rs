//! Makes Cargo notice definition files that are added or removed; changes inside
//! known files it notices by itself.

fn main() {
    println!("cargo::rerun-if-changed=../../definitions");
}
