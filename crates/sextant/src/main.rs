//! `sextant`: the command line.
//!
//! Exit codes: 0 done, 1 failed, 2 wrong usage. Results go to standard output,
//! everything else to standard error.

mod cli;
mod commands;
mod output;
mod progress;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::Arguments;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match commands::run(arguments) {
        Ok(code) => code,
        Err(error) => {
            output::error(error.as_ref());
            ExitCode::FAILURE
        }
    }
}
