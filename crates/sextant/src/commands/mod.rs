//! One module a command.

mod build;
mod check;
mod definitions;
mod demo;
mod diff;
mod editions;
mod explain;
mod factsheet;
mod figure;
mod generate;
mod ingest;
mod observations;
mod sensitivity;
mod serve;
mod sources;
mod told;
mod trial;

use std::process::ExitCode;

use sextant_lake::Workspace;

use crate::cli::{Arguments, Command};
use crate::output::Failure;

/// Does what was asked for.
pub(crate) fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    let workspace = Workspace::at(arguments.workspace);
    match arguments.command {
        Command::Demo(asked) => demo::run(&workspace, &asked),
        Command::Generate(asked) => generate::run(&asked),
        Command::Ingest(asked) => ingest::run(&workspace, &asked),
        Command::Build(asked) => build::run(&workspace, asked),
        Command::Observations(asked) => observations::run(&workspace, asked),
        Command::Factsheet(asked) => factsheet::run(&workspace, &asked),
        Command::Figure(asked) => figure::run(&workspace, &asked),
        Command::Explain(asked) => explain::run(&workspace, asked),
        Command::Definitions(asked) => definitions::run(&workspace, asked),
        Command::Check(asked) => check::run(&workspace, &asked),
        Command::Diff(asked) => diff::run(&workspace, &asked),
        Command::Sensitivity(asked) => sensitivity::run(&workspace, &asked),
        Command::Editions(asked) => editions::run(&workspace, asked),
        Command::Sources(asked) => sources::run(&workspace, asked),
        Command::Serve(asked) => serve::run(&workspace, &asked),
    }
}

/// Runs asynchronous work to its end.
fn wait<T>(work: impl Future<Output = T>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    Ok(runtime.block_on(work))
}
