//! `docs/cli.md` is what `sextant --help` prints, for every command.
//!
//! After a change: `SEXTANT_UPDATE=1 cargo test -p sextant --test cli_reference`.

// What cannot be unwrapped in a test fails the test.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::fmt::Write;
use std::path::Path;

use support::sextant;

fn help(command: &[String]) -> String {
    let output = sextant().args(command).arg("--help").output().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// Names of the commands below one, as its help lists them.
fn below(help: &str) -> Vec<String> {
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let names = listed.take_while(|line| line.starts_with("  "));
    let names = names.filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

fn describe(command: &[String], reference: &mut String) {
    let text = help(command);
    let title = ["sextant".to_owned()].iter().chain(command).cloned().collect::<Vec<_>>().join(" ");
    write!(reference, "## {title}\n\n```text\n{text}```\n\n").unwrap();
    for name in below(&text) {
        describe(&[command, &[name]].concat(), reference);
    }
}

#[test]
fn the_reference_is_what_the_program_says() {
    let mut reference = String::from("# Command line\n\nWritten by the program itself.\n\n");
    describe(&[], &mut reference);
    let reference = format!("{}\n", reference.trim_end());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/cli.md");
    if std::env::var_os("SEXTANT_UPDATE").is_some() {
        std::fs::write(&path, &reference).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == reference,
        "docs/cli.md is stale: run SEXTANT_UPDATE=1 cargo test -p sextant --test cli_reference"
    );
}
