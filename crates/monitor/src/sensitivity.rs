//! The same edition under other definitions: how much they matter.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Serialize;
use sextant_definitions::{Alternative, Definitions, Names, OWN_DEFINITIONS};
use sextant_engine::Engine;
use sextant_lake::{Snapshot, Workspace};
use sextant_query::Scheme;

use crate::edition::{Edition, Input};
use crate::observation::{Filter, Observation, Rows};
use crate::patents::{Set, Shared};
use crate::ranking::{self, Ranked};
use crate::statements::Statement;
use crate::{MonitorError, candidates, lake_tables, patents, tables};

/// The indicators that are compared.
pub const COMPARED: [&str; 3] = ["patent-world-share", "patent-country-share", "patent-families"];

/// An edition's green patents under several sets of definitions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sensitivity {
    /// Name of the edition.
    pub edition: String,
    /// Its id.
    pub edition_id: String,
    /// Demo data?
    pub demo: bool,
    /// The last year that is complete.
    pub period: String,
    /// The sets: the edition's own, then the others by id.
    pub sets: Vec<SetUsed>,
    /// One row an indicator, technology and geography, in that order.
    pub rows: Vec<SensitivityRow>,
    /// Whether the sets find the same families: one a technology.
    pub overlaps: Vec<Overlap>,
}

/// A set of definitions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SetUsed {
    /// `own`, or the id of a file in `definitions/alternatives`.
    pub id: String,
    /// Its name; none of the edition's own.
    pub names: Option<Names>,
    /// Version of the reading; empty of the edition's own, whose definitions have one each.
    pub version: String,
    /// Where the set comes from and how far to trust it.
    pub origin: String,
    /// Why it finds nothing in this lake, where that is so.
    pub unusable: Option<Unusable>,
}

/// Why a set says nothing about a lake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unusable {
    /// It is written in symbols of the Cooperative Patent Classification, and the lake has
    /// none.
    NoCpc,
}

/// Families of one technology, of any country, in the year compared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Overlap {
    /// Technology id.
    pub subject: String,
    /// For each set a row: how many families it and each of the sets both find; with
    /// itself, all that it finds. None where one of them does not know the technology or
    /// is unusable.
    pub families: Vec<Vec<Option<u64>>>,
}

/// One cell of the cube under every set.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SensitivityRow {
    /// Indicator id.
    pub indicator: String,
    /// Technology id.
    pub subject: String,
    /// Geography code.
    pub geo: String,
    /// One a set; none where the set does not know the technology, or has no value.
    pub values: Vec<Option<SensitivityValue>>,
    /// From the lowest to the highest of the values.
    pub spread: Option<Spread>,
}

/// A value under one set.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SensitivityValue {
    /// The value, in the unit of the indicator.
    pub value: f64,
    /// Families behind it.
    pub n: Option<i64>,
    /// Of a share in the world's patents: families of the whole world.
    pub denominator: Option<f64>,
    /// Rank among the Member States.
    pub rank: Option<i32>,
    /// How many were ranked.
    pub ranked_of: Option<i32>,
    /// Flags.
    pub status: String,
}

/// How far values and ranks lie apart.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// The lowest value.
    pub lowest: f64,
    /// The highest value.
    pub highest: f64,
    /// The best rank.
    pub best_rank: Option<i32>,
    /// The worst rank.
    pub worst_rank: Option<i32>,
}

/// Indicator, technology and geography.
type Key = (String, String, String);

/// Computes the patents of an edition under each set of definitions that the edition
/// keeps beside its own. The lake must still hold the edition's raw files.
///
/// # Errors
/// [`MonitorError::OtherLake`] when it does not, [`MonitorError::NothingToCompare`] when
/// the edition has no patents of green technologies, or when a statement fails.
pub async fn sensitivity(
    workspace: &Workspace,
    edition: &Edition,
    threads: Option<usize>,
) -> Result<Sensitivity, MonitorError> {
    let definitions = edition.definitions()?;
    let snapshot = patents_of(workspace, edition)?;
    let technologies = compared(&definitions);
    let (period, own) = own(edition, &technologies)?;
    let has_cpc = has_cpc(workspace, &snapshot).await?;
    let mut used = vec![own_definitions()];
    let mut columns = vec![own];
    let own_set = Set { definitions: definitions.clone(), technologies: technologies.clone() };
    let mut sets = vec![own_set];
    for alternative in &definitions.alternatives {
        let unusable = (alternative.uses(Scheme::Cpc) && !has_cpc).then_some(Unusable::NoCpc);
        let known = if unusable.is_none() { alternative.technologies() } else { &[] };
        let under = definitions.under(&alternative.id)?;
        let set = Set { definitions: under, technologies: known.to_vec() };
        columns.push(under_other((workspace, &snapshot), edition, &set, &period, threads).await?);
        used.push(set_used(alternative, unusable));
        sets.push(set);
    }
    let overlaps = overlaps((workspace, &snapshot), edition, &sets, &period, threads).await?;
    let record = &edition.record;
    Ok(Sensitivity {
        edition: record.name.clone(),
        edition_id: record.id.clone(),
        demo: record.demo,
        period,
        sets: used,
        rows: rows(&columns, &technologies),
        overlaps,
    })
}

fn own_definitions() -> SetUsed {
    SetUsed {
        id: OWN_DEFINITIONS.into(),
        names: None,
        version: String::new(),
        origin: String::new(),
        unusable: None,
    }
}

fn set_used(alternative: &Alternative, unusable: Option<Unusable>) -> SetUsed {
    SetUsed {
        id: alternative.id.clone(),
        names: Some(alternative.names.clone()),
        version: alternative.version.clone(),
        origin: format!("{} {}.", alternative.provenance.origin, alternative.citation),
        unusable,
    }
}

/// Technologies that at least one set knows, in reading order.
fn compared(definitions: &Definitions) -> Vec<String> {
    let known: BTreeSet<&String> =
        definitions.alternatives.iter().flat_map(Alternative::technologies).collect();
    let all = definitions.subjects().into_iter().map(|subject| subject.id);
    all.filter(|id| known.contains(id)).collect()
}

/// The lake's patents, if the lake holds what the edition was made of.
fn patents_of(workspace: &Workspace, edition: &Edition) -> Result<Snapshot, MonitorError> {
    let mut snapshot = workspace.snapshot()?;
    let inputs: BTreeSet<Input> = snapshot.files.iter().map(Input::new).collect();
    let then: BTreeSet<Input> = edition.record.inputs.iter().cloned().collect();
    if let Some(other) = inputs.symmetric_difference(&then).next() {
        return Err(MonitorError::OtherLake {
            edition: edition.record.name.clone(),
            file: other.file.clone(),
        });
    }
    for file in &mut snapshot.files {
        file.segments.retain(|segment| segment.table.name().starts_with("patent"));
    }
    snapshot.files.retain(|file| !file.segments.is_empty());
    Ok(snapshot)
}

async fn has_cpc(workspace: &Workspace, snapshot: &Snapshot) -> Result<bool, MonitorError> {
    let engine = Engine::new(None);
    lake_tables::register(&engine, workspace, snapshot).await?;
    let statement = Statement::embedded("sensitivity/cpc.sql")?;
    let batches = engine.query(&statement.path, &statement.sql).await?;
    Ok(batches.iter().any(|batch| batch.num_rows() > 0))
}

/// The edition's own cells of the last complete year, and that year.
fn own(
    edition: &Edition,
    technologies: &[String],
) -> Result<(String, BTreeMap<Key, Observation>), MonitorError> {
    let mut all = Vec::new();
    for indicator in COMPARED {
        let filter = Filter { indicator: Some(indicator.into()), ..Filter::default() };
        all.extend(edition.observations(&filter)?);
    }
    all.retain(|o| technologies.contains(&o.subject));
    let complete = all.iter().filter(|o| !o.period.contains('-') && !o.has("truncated"));
    let last = complete.map(|o| o.period.clone()).max();
    let period = last
        .ok_or_else(|| MonitorError::NothingToCompare { edition: edition.record.name.clone() })?;
    all.retain(|o| o.period == period);
    Ok((period, all.into_iter().map(|o| (key(&o), o)).collect()))
}

fn key(o: &Observation) -> Key {
    (o.indicator.clone(), o.subject.clone(), o.geo.clone())
}

/// The cells of a year under another set, of the technologies that it knows.
async fn under_other(
    (workspace, snapshot): (&Workspace, &Snapshot),
    edition: &Edition,
    Set { definitions, technologies }: &Set,
    period: &str,
    threads: Option<usize>,
) -> Result<BTreeMap<Key, Observation>, MonitorError> {
    if technologies.is_empty() {
        return Ok(BTreeMap::new());
    }
    let engine = Engine::new(threads);
    let available = std::thread::available_parallelism().ok().map(usize::from);
    let settings = &edition.record.settings;
    lake_tables::register(&engine, workspace, snapshot).await?;
    tables::register_definitions(&engine, definitions)?;
    let lake = (workspace, snapshot);
    let threads = threads.or(available).unwrap_or(1);
    patents::compute(&engine, lake, definitions, settings, threads).await?;
    let order = settings.source_order(definitions);
    tables::register_source_order(&engine, &order)?;
    candidates::of_patents(&engine, &COMPARED).await?;
    let Ranked { observations, .. } = ranking::compute(&engine, definitions, &order).await?;
    let rows = Rows::of(Path::new("candidates"), &observations)?;
    let cells = (0..observations.num_rows()).map(|row| rows.observation(row));
    let wanted = cells.filter(|o| o.period == period && technologies.contains(&o.subject));
    Ok(wanted.map(|o| (key(&o), o)).collect())
}

/// Which families of the year the sets share, in the source that the edition prefers.
async fn overlaps(
    (workspace, snapshot): (&Workspace, &Snapshot),
    edition: &Edition,
    sets: &[Set],
    period: &str,
    threads: Option<usize>,
) -> Result<Vec<Overlap>, MonitorError> {
    let Set { definitions, technologies } = &sets[0];
    let order = edition.record.settings.source_order(definitions);
    let source = patents::preferred_source(&order, snapshot);
    let Some((source, year)) = source.zip(period.parse().ok()) else { return Ok(Vec::new()) };
    let lake = (workspace, snapshot, &*source);
    let shared = patents::shared(&Engine::new(threads), lake, sets, technologies, year).await?;
    Ok(technologies.iter().zip(&shared).map(|(id, shared)| overlap(id, sets, shared)).collect())
}

fn overlap(subject: &str, sets: &[Set], shared: &Shared) -> Overlap {
    let knows = |set: &Set| set.technologies.iter().any(|id| id == subject);
    let row = |(set, row): (&Set, &Vec<u64>)| {
        let both =
            |(other, families): (&Set, &u64)| (knows(set) && knows(other)).then_some(*families);
        sets.iter().zip(row).map(both).collect()
    };
    Overlap { subject: subject.to_owned(), families: sets.iter().zip(shared).map(row).collect() }
}

/// Every cell that any set has, by indicator, technology in reading order, and geography.
fn rows(columns: &[BTreeMap<Key, Observation>], subjects: &[String]) -> Vec<SensitivityRow> {
    let mut rows = Vec::new();
    for indicator in COMPARED {
        for subject in subjects {
            let is = |key: &&Key| key.0 == indicator && key.1 == *subject;
            let keys: BTreeSet<&Key> = columns.iter().flat_map(BTreeMap::keys).filter(is).collect();
            rows.extend(keys.into_iter().map(|key| row(columns, key)));
        }
    }
    rows
}

fn row(columns: &[BTreeMap<Key, Observation>], key: &Key) -> SensitivityRow {
    let values: Vec<Option<SensitivityValue>> =
        columns.iter().map(|cells| cells.get(key).and_then(value)).collect();
    let (indicator, subject, geo) = key.clone();
    SensitivityRow { indicator, subject, geo, spread: spread(&values), values }
}

fn value(o: &Observation) -> Option<SensitivityValue> {
    Some(SensitivityValue {
        value: o.value?,
        n: o.n,
        denominator: o.denominator,
        rank: o.rank,
        ranked_of: o.ranked_of,
        status: o.status.clone(),
    })
}

fn spread(values: &[Option<SensitivityValue>]) -> Option<Spread> {
    let known = || values.iter().flatten();
    let numbers = || known().map(|value| value.value);
    Some(Spread {
        lowest: numbers().min_by(f64::total_cmp)?,
        highest: numbers().max_by(f64::total_cmp)?,
        best_rank: known().filter_map(|value| value.rank).min(),
        worst_rank: known().filter_map(|value| value.rank).max(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(value: f64, rank: i32) -> SensitivityValue {
        let (rank, ranked_of) = (Some(rank), Some(27));
        let status = String::new();
        SensitivityValue { value, n: Some(12), denominator: None, rank, ranked_of, status }
    }

    #[test]
    fn the_spread_goes_from_the_lowest_to_the_highest() {
        let spread =
            spread(&[Some(told(2.0, 5)), None, Some(told(3.5, 4)), Some(told(1.5, 9))]).unwrap();
        assert!((spread.lowest - 1.5).abs() < 1e-12 && (spread.highest - 3.5).abs() < 1e-12);
        assert_eq!((spread.best_rank, spread.worst_rank), (Some(4), Some(9)));
        assert_eq!(super::spread(&[None, None]), None);
    }
}
