//! From the lake to an edition.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use sextant_definitions::Definitions;
use sextant_engine::Engine;
use sextant_engine::arrow::array::RecordBatch;
use sextant_engine::parquet::arrow::ArrowWriter;
use sextant_engine::parquet::basic::Compression;
use sextant_engine::parquet::file::properties::WriterProperties;
use sextant_lake::disk::{checksum, checksum_of, make_folder, write_atomically};
use sextant_lake::scratch::Scratch;
use sextant_lake::{LakeError, Snapshot, Workspace};

use crate::edition::{Edition, EditionRecord, Input, is_valid_name, keep_definitions, set_latest};
use crate::observation::Columns;
use crate::ranking::{self, Ranked};
use crate::statements::{checksums, fingerprint};
use crate::{
    MonitorError, Settings, candidates, checks, contributors, investment, lake_tables, patents,
    production, sectors, tables, trade,
};

/// What a user may say about a build.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Name of the edition; by default made of its last year and its id.
    pub name: Option<String>,
    /// Threads to use; by default as many as the machine has. The bytes of an
    /// edition do not depend on it.
    pub threads: Option<usize>,
}

/// What a build did.
#[derive(Clone, Debug)]
pub struct Built {
    /// The edition, new or already there.
    pub edition: Edition,
    /// False when the same inputs, definitions and method had been built before.
    pub new: bool,
}

/// Builds an edition from everything in the lake.
///
/// # Errors
/// When the lake is empty or damaged, a statement or a check fails, or an edition
/// of that name exists with other contents. No edition is made then.
pub async fn build(
    workspace: &Workspace,
    definitions: &Definitions,
    options: &Options,
) -> Result<Built, MonitorError> {
    let snapshot = workspace.snapshot()?;
    if snapshot.files.is_empty() {
        return Err(MonitorError::EmptyLake { workspace: workspace.root().to_path_buf() });
    }
    let settings = Settings::read(workspace)?;
    let mut record = draft(&snapshot, definitions, settings)?;
    if let Some(edition) = already_built(workspace, &record, options)? {
        set_latest(workspace, &edition.record.name)?;
        return Ok(Built { edition, new: false });
    }
    let scratch = Scratch::begin(workspace)?;
    let folder = scratch.folder().join("edition");
    make_folder(&folder)?;
    let engine = Engine::new(options.threads);
    let threads =
        options.threads.or_else(|| std::thread::available_parallelism().ok().map(usize::from));
    let lake = (workspace, &snapshot);
    fill(&engine, lake, definitions, threads.unwrap_or(1), (&folder, &mut record)).await?;
    keep_definitions(&folder, definitions)?;
    record.name = options.name.clone().unwrap_or_else(|| default_name(&record));
    publish(workspace, &folder, &record)
}

/// Computes an edition into its folder and its record.
async fn fill(
    engine: &Engine,
    lake: (&Workspace, &Snapshot),
    definitions: &Definitions,
    threads: usize,
    (folder, record): (&Path, &mut EditionRecord),
) -> Result<(), MonitorError> {
    lake_tables::register(engine, lake.0, lake.1).await?;
    trade::compute(engine, definitions).await?;
    let settings = &record.settings;
    let patents = patents::compute(engine, lake, definitions, settings, threads).await?;
    record.patents = patents.reports;
    production::compute(engine, definitions).await?;
    investment::compute(engine, definitions).await?;
    sectors::compute(engine, definitions).await?;
    let order = record.settings.source_order(definitions);
    tables::register_source_order(engine, &order)?;
    candidates::compute(engine).await?;
    let Ranked { candidates, observations: cube } =
        ranking::compute(engine, definitions, &order).await?;
    record.checks = checks::run(engine).await?;
    checks::refuse(&record.checks)?;
    let (applicants, inputs) = (patents.applicants, &record.inputs);
    let behind = contributors::compute(engine, definitions, &cube, applicants, inputs).await?;
    let path = |name: &str| folder.join(name);
    write(&cube, &path("observations.parquet"))?;
    write(&candidates, &path("candidates.parquet"))?;
    let rows = contributors::batch(&behind).map_err(LakeError::from)?;
    write(&rows, &path("contributors.parquet"))?;
    record.observations = cube.num_rows();
    record.years = years(folder, &cube)?;
    record.observations_sha256 = checksum(&path("observations.parquet"))?.0;
    record.contributors = behind.len();
    record.contributors_sha256 = checksum(&path("contributors.parquet"))?.0;
    Ok(())
}

/// Everything about an edition that is known before it is computed.
fn draft(
    snapshot: &Snapshot,
    definitions: &Definitions,
    settings: Settings,
) -> Result<EditionRecord, MonitorError> {
    let inputs: BTreeSet<Input> = snapshot.files.iter().map(Input::new).collect();
    let mut record = EditionRecord {
        demo: snapshot.demo().unwrap_or(false),
        engine: env!("CARGO_PKG_VERSION").into(),
        definitions: definitions.fingerprint(),
        method: fingerprint()?,
        statements: checksums(),
        settings,
        inputs: inputs.into_iter().collect(),
        ..EditionRecord::default()
    };
    let ingredients = serde_json::to_vec(&record)
        .map_err(|error| MonitorError::damaged(Path::new("edition.json"), error))?;
    record.id = checksum_of(&ingredients);
    Ok(record)
}

/// The edition asked for, when it holds exactly this already.
fn already_built(
    workspace: &Workspace,
    record: &EditionRecord,
    options: &Options,
) -> Result<Option<Edition>, MonitorError> {
    if let Some(name) = &options.name
        && !is_valid_name(name)
    {
        return Err(MonitorError::BadEditionName { name: name.clone() });
    }
    for edition in Edition::all(workspace)? {
        let same = edition.record.id == record.id;
        match &options.name {
            Some(name) if *name == edition.record.name && !same => {
                return Err(MonitorError::EditionExists { name: name.clone() });
            }
            Some(name) if *name != edition.record.name => {}
            _ if same => return Ok(Some(edition)),
            _ => {}
        }
    }
    Ok(None)
}

fn default_name(record: &EditionRecord) -> String {
    let short = &record.id[..8];
    match record.years {
        Some((_, last)) => format!("{last}-{short}"),
        None => format!("empty-{short}"),
    }
}

/// Writes rows so that the same rows give the same bytes: cut at fixed places.
pub(crate) fn write(rows: &RecordBatch, path: &Path) -> Result<(), MonitorError> {
    let failed = |error: String| MonitorError::damaged(path, error);
    let out = fs::File::create(path).map_err(LakeError::io("write", path))?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::LZ4_RAW)
        .set_created_by("sextant".into())
        .build();
    let mut writer = ArrowWriter::try_new(out, rows.schema(), Some(properties))
        .map_err(|e| failed(e.to_string()))?;
    for start in (0..rows.num_rows()).step_by(ROWS_AT_ONCE) {
        let length = ROWS_AT_ONCE.min(rows.num_rows() - start);
        writer.write(&rows.slice(start, length)).map_err(|e| failed(e.to_string()))?;
    }
    writer.close().map(drop).map_err(|e| failed(e.to_string()))
}

const ROWS_AT_ONCE: usize = 8192;

fn years(folder: &Path, cube: &RecordBatch) -> Result<Option<(i32, i32)>, MonitorError> {
    let columns = Columns::of(folder, cube)?;
    let years: BTreeSet<i32> =
        (0..cube.num_rows()).filter_map(|row| columns.text("period", row).parse().ok()).collect();
    Ok(years.first().copied().zip(years.last().copied()))
}

/// Moves a finished edition into place, and makes it the latest.
fn publish(
    workspace: &Workspace,
    folder: &Path,
    record: &EditionRecord,
) -> Result<Built, MonitorError> {
    let path = folder.join("edition.json");
    let text =
        serde_json::to_vec_pretty(record).map_err(|error| MonitorError::damaged(&path, error))?;
    write_atomically(&path, &text)?;
    let place = workspace.editions().join(&record.name);
    let _lock = workspace.lock()?;
    let new = !place.exists();
    if new {
        fs::rename(folder, &place).map_err(LakeError::io("write", &place))?;
    }
    set_latest(workspace, &record.name)?;
    let edition = Edition::open(workspace, Some(&record.name))?;
    if edition.record.id != record.id {
        return Err(MonitorError::EditionExists { name: record.name.clone() });
    }
    Ok(Built { edition, new })
}
