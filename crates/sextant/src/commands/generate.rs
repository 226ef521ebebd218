//! `sextant generate`: demo data as raw files.

use std::process::ExitCode;

use sextant_definitions::Definitions;

use crate::cli::Generate;
use crate::output::{Failure, print};

pub(crate) fn run(asked: &Generate) -> Result<ExitCode, Failure> {
    let options = sextant_demo::Options { scale: asked.scale, seed: asked.seed };
    let report = sextant_demo::generate(&options, &Definitions::builtin()?, &asked.out)?;
    print(&report.to_string())?;
    Ok(ExitCode::SUCCESS)
}
