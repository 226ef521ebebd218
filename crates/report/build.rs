//! Makes Cargo notice figure, message and template files that are added or removed;
//! changes inside known files it notices by itself.

fn main() {
    for folder in ["../../figures", "../../reports", "templates"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
