//! The lake's tables, made known to the engine.

use std::collections::BTreeMap;
use std::path::PathBuf;

use sextant_engine::Engine;
use sextant_lake::columns::schema;
use sextant_lake::{Segment, Snapshot, Table, Workspace};

use crate::MonitorError;

/// What says which cell a row of `trade_flows` is.
const FLOW_KEY: [&str; 8] =
    ["source", "year", "month", "reporter", "partner", "flow", "classification", "product"];

/// What says which table of counts a row of `patent_counts` is of. A year is taken whole
/// from one file: totals of one publisher do not go with the fields of another.
const COUNT_KEY: [&str; 3] = ["source", "concept", "year"];

/// The columns that say which cell a row of a table is.
fn key(table: Table) -> &'static [&'static str] {
    match table {
        Table::PatentCounts => &COUNT_KEY,
        Table::ProductionCells => &["source", "year", "geo", "heading"],
        Table::InvestmentRounds => &["source", "round"],
        Table::InvestmentCompanies => &["source", "company"],
        Table::StatisticalValues => &["source", "dataset", "key", "geo", "period"],
        _ => &FLOW_KEY,
    }
}

/// Makes every table of a snapshot known. Of a cell that two raw files of a source
/// hold, the rows of the file ingested later count.
pub(crate) async fn register(
    engine: &Engine,
    workspace: &Workspace,
    snapshot: &Snapshot,
) -> Result<(), MonitorError> {
    for table in Table::ALL {
        let (alone, overlapping) = split(workspace, snapshot, table);
        let name = table.name();
        if overlapping.is_empty() {
            engine.register_files(name, schema(table), &alone).await?;
        } else {
            engine.register_layers(name, schema(table), &alone, &overlapping, key(table)).await?;
        }
    }
    let unsorted: Vec<PathBuf> = snapshot
        .segments(Table::TradeFlows)
        .filter(|(_, segment)| !segment.sorted)
        .map(|(_, segment)| Snapshot::path(workspace, segment))
        .collect();
    let flows = schema(Table::TradeFlows);
    Ok(engine.register_files("trade_flows_unsorted", flows, &unsorted).await?)
}

/// Makes the tables of patents known with the rows of one source alone.
pub(crate) async fn register_source(
    engine: &Engine,
    workspace: &Workspace,
    snapshot: &Snapshot,
    source: &str,
) -> Result<(), MonitorError> {
    for table in Table::ALL.into_iter().filter(|table| table.is_micro_data()) {
        let of_source = snapshot.segments(table).filter(|(file, _)| file.manifest.source == source);
        let mut files: Vec<PathBuf> =
            of_source.map(|(_, segment)| Snapshot::path(workspace, segment)).collect();
        files.sort();
        engine.register_files(table.name(), schema(table), &files).await?;
    }
    Ok(())
}

/// The files of a table that share nothing with others, sorted by name, and those
/// that do, in the order they were ingested.
fn split(workspace: &Workspace, snapshot: &Snapshot, table: Table) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let mut holders: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (file, segment) in snapshot.segments(table) {
        for slice in &segment.slices {
            *holders.entry((&file.manifest.source, slice)).or_default() += 1;
        }
    }
    let shares = |source: &str, segment: &Segment| {
        segment.slices.iter().any(|slice| holders.get(&(source, slice)).is_some_and(|n| *n > 1))
    };
    let (mut alone, mut overlapping) = (Vec::new(), Vec::new());
    for (file, segment) in snapshot.segments(table) {
        let path = Snapshot::path(workspace, segment);
        if shares(&file.manifest.source, segment) {
            overlapping.push(path);
        } else {
            alone.push(path);
        }
    }
    alone.sort();
    (alone, overlapping)
}
