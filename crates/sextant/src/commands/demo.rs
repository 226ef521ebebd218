//! `sextant demo`: the whole way, on invented data.

use std::process::ExitCode;

use sextant_definitions::{Definitions, Lang};
use sextant_demo::Options;
use sextant_lake::Workspace;
use sextant_monitor::Edition;
use sextant_report::{Format, SheetContext, Wanted};

use crate::cli::Demo;
use crate::commands::{build, factsheet, ingest, serve, wait};
use crate::output::{Failure, say};
use crate::progress::ByteBar;

/// The sources that demo data is made for.
const SOURCES: [&str; 8] =
    ["baci", "imf-lct", "comtrade", "comext", "patstat", "prodcom", "crunchbase", "sdmx"];

/// So much larger are the patents, for small countries to have some in every year.
const PATENTS: f64 = 5.0;

pub(crate) fn run(workspace: &Workspace, asked: &Demo) -> Result<ExitCode, Failure> {
    say("Everything here is DEMO DATA: invented numbers in the shape of the real sources.");
    let definitions = sextant_monitor::definitions(workspace)?;
    refuse_real_data(workspace)?;
    let raw = workspace.root().join("raw/demo");
    say(&format!("1/4  making demo data in {}", raw.display()));
    let patent_scale = Some(asked.scale * PATENTS);
    let (scale, seed) = (asked.scale, asked.seed);
    let options = Options { scale, seed, patent_scale, ..Options::default() };
    sextant_demo::generate(&options, &definitions, &raw)?;
    say("2/4  reading it into the lake");
    for source in SOURCES {
        let source_read = ingest::source(source)?;
        let mut bar = ByteBar::default();
        let paths = [raw.join(source)];
        let geographies = &definitions.geographies;
        let read = sextant_lake::ingest(workspace, source_read, &paths, geographies, &mut bar);
        bar.finish();
        read?;
    }
    say("3/4  building an edition");
    let edition = built(workspace, &definitions)?;
    let folder = factsheet::sheets(workspace, &edition);
    say(&format!("4/4  writing the fact sheets of 27 Member States to {}", folder.display()));
    let context = SheetContext::open(&edition, edition.definitions()?)?;
    let wanted = Wanted { langs: vec![Lang::En], formats: vec![Format::Html] };
    factsheet::all(&context, &folder, &wanted)?;
    if !asked.no_serve {
        wait(serve::serve(context, asked.addr))??;
    }
    Ok(ExitCode::SUCCESS)
}

fn built(workspace: &Workspace, definitions: &Definitions) -> Result<Edition, Failure> {
    let options = sextant_monitor::Options::default();
    let built = wait(sextant_monitor::build(workspace, definitions, &options))??;
    build::warn(&built);
    say(&format!("     {}", build::text(&built).trim_end()));
    Ok(built.edition)
}

/// Better told now than after the demo data has been made.
fn refuse_real_data(workspace: &Workspace) -> Result<(), Failure> {
    let snapshot = workspace.snapshot()?;
    let figures = |file: &&sextant_lake::snapshot::IngestedFile| {
        file.segments.iter().any(|segment| !segment.table.is_nomenclature())
    };
    match snapshot.files.iter().find(figures) {
        Some(file) if !file.manifest.demo => Err(format!(
            "{} holds real data: run the demo in another workspace, `sextant demo --workspace DIR`",
            workspace.root().display()
        )
        .into()),
        _ => Ok(()),
    }
}
