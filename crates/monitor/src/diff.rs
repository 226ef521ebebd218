//! What changed from one edition to another.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::MonitorError;
use crate::edition::{Edition, Input};
use crate::observation::{Filter, Observation};

/// A cell that is in both editions with different values.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// The cell in the first edition.
    pub before: Observation,
    /// The cell in the second edition.
    pub after: Observation,
    /// Second minus first, where both have a value.
    pub difference: Option<f64>,
}

/// What changed from one edition to another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// Name of the first edition.
    pub before: String,
    /// Name of the second edition.
    pub after: String,
    /// Whether the definitions differ.
    pub definitions_changed: bool,
    /// Whether the SQL differs.
    pub method_changed: bool,
    /// Whether the settings differ.
    pub settings_changed: bool,
    /// Raw files only the second rests on.
    pub inputs_added: Vec<Input>,
    /// Raw files only the first rests on.
    pub inputs_removed: Vec<Input>,
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

/// Compares two editions cell by cell.
///
/// # Errors
/// When a cube cannot be read.
pub fn diff(before: &Edition, after: &Edition) -> Result<Difference, MonitorError> {
    let (first, second) = (&before.record, &after.record);
    let mut difference = Difference {
        before: first.name.clone(),
        after: second.name.clone(),
        definitions_changed: first.definitions != second.definitions,
        method_changed: first.method != second.method,
        settings_changed: first.settings != second.settings,
        inputs_added: missing_in(&second.inputs, &first.inputs),
        inputs_removed: missing_in(&first.inputs, &second.inputs),
        unchanged: 0,
        added: Vec::new(),
        removed: Vec::new(),
        changed: Vec::new(),
    };
    let mut old = cells(before)?;
    for (cell, after) in cells(after)? {
        match old.remove(&cell) {
            None => difference.added.push(after),
            Some(before) if before == after => difference.unchanged += 1,
            Some(before) => difference.changed.push(change(before, after)),
        }
    }
    difference.removed = old.into_values().collect();
    difference.changed.sort_by(|a, b| {
        let size = |change: &Change| change.difference.map_or(0.0, f64::abs);
        a.after.indicator.cmp(&b.after.indicator).then(size(b).total_cmp(&size(a)))
    });
    Ok(difference)
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
    let difference = after.value.zip(before.value).map(|(after, before)| after - before);
    Change { before, after, difference }
}
