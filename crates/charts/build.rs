//! Builds the charts' JavaScript, style sheet and fonts from `web/` with Node and npm.
//!
//! Everything lands in `OUT_DIR`; in the source tree only `web/node_modules` is written, and only
//! when the lock file has changed.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a build script talks to cargo and to the person building in no other way"
)]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

const OLDEST_NODE: u32 = 20;
/// What `node_modules` was installed from: a copy of the lock file.
const STAMP: &str = "node_modules/.sextant-installed";

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\n{problem}\n");
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), String> {
    let web = folder("CARGO_MANIFEST_DIR")?.join("../../web");
    for part in ["src", "build", "package.json", "package-lock.json"] {
        println!("cargo:rerun-if-changed={}", web.join(part).display());
    }
    let out = folder("OUT_DIR")?;
    check_node()?;
    install(&web)?;
    let mut node = Command::new("node");
    run(node.arg("build/bundle.mjs").arg(out).current_dir(&web), "the charts could not be bundled")
}

fn folder(variable: &str) -> Result<PathBuf, String> {
    let value =
        std::env::var_os(variable).ok_or_else(|| format!("cargo did not set {variable}"))?;
    Ok(PathBuf::from(value))
}

fn check_node() -> Result<(), String> {
    let found = version_of("node").ok_or_else(|| needs("`node` was not found"))?;
    let major = found.trim_start_matches('v').split('.').next().and_then(|text| text.parse().ok());
    if major.is_none_or(|major: u32| major < OLDEST_NODE) {
        return Err(needs(&format!("`node` is {found}")));
    }
    version_of(npm()).map(|_| ()).ok_or_else(|| needs("`npm` was not found"))
}

fn needs(what: &str) -> String {
    format!(
        "Sextant's charts are built with Node {OLDEST_NODE} or later and npm, but {what}. \
         Install Node {OLDEST_NODE} or later (npm comes with it; in Debian: `apt-get install nodejs npm`) \
         so that `node --version` answers, and build again."
    )
}

fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

fn version_of(program: &str) -> Option<String> {
    let output = Command::new(program).arg("--version").output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Installs what the lock file names. Two builds at once take turns: the lock file is locked.
fn install(web: &Path) -> Result<(), String> {
    let lock_path = web.join("package-lock.json");
    let unreadable = |error| format!("{} cannot be read: {error}.", lock_path.display());
    let lock_file = File::open(&lock_path).map_err(unreadable)?;
    lock_file.lock().map_err(unreadable)?;
    let wanted = fs::read(&lock_path).map_err(unreadable)?;
    let stamp = web.join(STAMP);
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    run(
        Command::new(npm()).arg("ci").current_dir(web),
        "the packages in web/package-lock.json could not be installed",
    )?;
    fs::write(&stamp, wanted)
        .map_err(|error| format!("{} cannot be written: {error}.", stamp.display()))
}

fn run(command: &mut Command, failure: &str) -> Result<(), String> {
    let shown = format!("{command:?}");
    let output = command.output().map_err(|error| format!("{failure}: {shown}: {error}."))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("{failure}: {shown} ended with {}. It said:\n{}", output.status, said.trim_end()))
}
