//! What changed from one edition to another: the inputs, the definitions, the method, the
//! settings, and the numbers that moved with them.

mod definitions;
mod inputs;
mod lines;
mod method;
mod numbers;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::MonitorError;
use crate::edition::{Edition, Input};
use crate::observation::{Filter, Observation};

pub use definitions::DefinitionChange;
pub use inputs::InputChange;
pub use lines::{LineChange, LineKind};
pub use method::{SettingChange, StatementChange};
pub use numbers::IndicatorChange;

/// What happened to something that one or both editions have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Only the second edition has it.
    Added,
    /// Only the first edition has it.
    Removed,
    /// Both have it, and it is not the same.
    Changed,
}

impl Kind {
    /// What happened; nothing where both have the same or neither has it.
    fn of<T: PartialEq>(before: Option<T>, after: Option<T>) -> Option<Self> {
        match (before, after) {
            (None, Some(_)) => Some(Self::Added),
            (Some(_), None) => Some(Self::Removed),
            (before, after) => (before != after).then_some(Self::Changed),
        }
    }
}

/// A cell that is in both editions with different values.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// The cell in the first edition.
    pub before: Observation,
    /// The cell in the second edition.
    pub after: Observation,
    /// Second minus first, where both have a value.
    pub difference: Option<f64>,
    /// The difference in percent of the first value, where that is not zero.
    pub difference_pct: Option<f64>,
}

/// What changed from one edition to another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// Name of the first edition.
    pub before: String,
    /// Name of the second edition.
    pub after: String,
    /// Id of the first edition.
    pub id_before: String,
    /// Id of the second edition.
    pub id_after: String,
    /// Version of Sextant that built the first edition.
    pub engine_before: String,
    /// Version of Sextant that built the second edition.
    pub engine_after: String,
    /// Whether the definitions differ.
    pub definitions_changed: bool,
    /// Whether the SQL differs.
    pub method_changed: bool,
    /// Whether the settings differ.
    pub settings_changed: bool,
    /// The definition files that differ, by path, with the lines that do.
    pub definitions: Vec<DefinitionChange>,
    /// The SQL files that differ, by path; none where one of the editions was built before
    /// their checksums were kept.
    pub method: Vec<StatementChange>,
    /// The settings that differ, by name.
    pub settings: Vec<SettingChange>,
    /// Raw files of the first edition with those in their place, by source.
    pub inputs: Vec<InputChange>,
    /// Raw files only the second rests on.
    pub inputs_added: Vec<Input>,
    /// Raw files only the first rests on.
    pub inputs_removed: Vec<Input>,
    /// Where the numbers moved and by how much, indicator by indicator.
    pub numbers: Vec<IndicatorChange>,
    /// Cells that are the same in both.
    pub unchanged: usize,
    /// Cells only the second has.
    pub added: Vec<Observation>,
    /// Cells only the first has.
    pub removed: Vec<Observation>,
    /// Cells in both whose value, rank, status or source differs, by indicator and
    /// then by the size of the difference, largest first.
    pub changed: Vec<Change>,
}

/// Compares two editions, their definitions line by line and their cubes cell by cell.
///
/// # Errors
/// When a cube or a definition cannot be read.
pub fn diff(before: &Edition, after: &Edition) -> Result<Difference, MonitorError> {
    let (first, second) = (&before.record, &after.record);
    let cells = Cells::compare(before, after)?;
    let inputs_added = missing_in(&second.inputs, &first.inputs);
    let inputs_removed = missing_in(&first.inputs, &second.inputs);
    Ok(Difference {
        before: first.name.clone(),
        after: second.name.clone(),
        id_before: first.id.clone(),
        id_after: second.id.clone(),
        engine_before: first.engine.clone(),
        engine_after: second.engine.clone(),
        definitions_changed: first.definitions != second.definitions,
        method_changed: first.method != second.method,
        settings_changed: first.settings != second.settings,
        definitions: definitions::compare(before, after)?,
        method: method::statements(&first.statements, &second.statements),
        settings: method::settings(&first.settings, &second.settings)?,
        inputs: inputs::pairs(&inputs_removed, &inputs_added),
        inputs_added,
        inputs_removed,
        unchanged: cells.same.values().sum(),
        numbers: numbers::summaries(cells.same, &cells.changed, &cells.added, &cells.removed),
        added: cells.added,
        removed: cells.removed,
        changed: cells.changed,
    })
}

/// The cells of two cubes, side by side.
#[derive(Default)]
struct Cells {
    /// Of each indicator, how many are the same.
    same: BTreeMap<String, usize>,
    added: Vec<Observation>,
    removed: Vec<Observation>,
    changed: Vec<Change>,
}

impl Cells {
    fn compare(before: &Edition, after: &Edition) -> Result<Self, MonitorError> {
        let mut compared = Self::default();
        let mut old = cells(before)?;
        for (cell, after) in cells(after)? {
            match old.remove(&cell) {
                None => compared.added.push(after),
                Some(before) if before == after => {
                    *compared.same.entry(after.indicator).or_default() += 1;
                }
                Some(before) => compared.changed.push(change(before, after)),
            }
        }
        compared.removed = old.into_values().collect();
        compared.changed.sort_by(|a, b| {
            let size = |change: &Change| change.difference.map_or(0.0, f64::abs);
            a.after.indicator.cmp(&b.after.indicator).then(size(b).total_cmp(&size(a)))
        });
        Ok(compared)
    }
}

type Cell = (String, String, String, String, String);

fn cells(edition: &Edition) -> Result<BTreeMap<Cell, Observation>, MonitorError> {
    let all = edition.observations(&Filter::default())?;
    Ok(all.into_iter().map(|o| (cell(&o), o)).collect())
}

fn cell(o: &Observation) -> Cell {
    let (indicator, geo, counterpart) = (o.indicator.clone(), o.geo.clone(), o.counterpart.clone());
    (indicator, o.subject.clone(), geo, counterpart, o.period.clone())
}

fn missing_in(inputs: &[Input], others: &[Input]) -> Vec<Input> {
    inputs.iter().filter(|input| !others.contains(input)).cloned().collect()
}

fn change(before: Observation, after: Observation) -> Change {
    let values = after.value.zip(before.value);
    let difference = values.map(|(after, before)| after - before);
    let difference_pct = values
        .filter(|(_, before)| *before != 0.0)
        .map(|(after, before)| 100.0 * (after - before) / before.abs());
    Change { before, after, difference, difference_pct }
}
