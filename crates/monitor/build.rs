//! Makes Cargo notice new and removed files in `indicators/`, which are embedded.

fn main() {
    println!("cargo::rerun-if-changed=../../indicators");
}
