#![allow(
    clippy::all,
    missing_docs,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used
)]
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let defs = sextant_definitions::Definitions::builtin().unwrap();
    let t = std::time::Instant::now();
    let r = sextant_demo::generate(
        &sextant_demo::Options { scale: a[1].parse().unwrap(), seed: 1 },
        &defs,
        std::path::Path::new(&a[2]),
    )
    .unwrap();
    println!("{:?}", t.elapsed());
    for f in ["baci", "imf-lct", "comtrade", "comext", "truth"] {
        let b: u64 = r.files.iter().filter(|x| x.path.starts_with(f)).map(|x| x.bytes).sum();
        println!("{f} rows {} MB {:.1}", r.rows(f), b as f64 / 1e6);
    }
}
