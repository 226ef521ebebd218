//! Joins the values of a key with the flags that stand in rows of their own.

use super::flags::Flags;
use super::observations::{Content, Key, Observation, shown_value};
use crate::read::Collector;
use crate::{ProductionCell, Quarantined, SourceError};

/// What is known of one year of a key.
struct Year {
    year: u16,
    /// None where only flags are there.
    value: Option<Option<i64>>,
    /// Whether a row of flags has been met.
    flagged: bool,
    flags: Flags,
}

/// The observations of the key being read.
#[derive(Default)]
pub(super) struct Join {
    key: Option<Key>,
    years: Vec<Year>,
}

impl Join {
    /// Takes observations in file order and gives the cells of every key that is
    /// complete, each key's in file order.
    ///
    /// # Errors
    /// When the sink fails.
    pub(super) fn take(
        &mut self,
        observations: Vec<Observation>,
        to: &mut Collector<'_>,
    ) -> Result<Vec<ProductionCell>, SourceError> {
        let mut cells = Vec::with_capacity(observations.len());
        for observation in observations {
            if self.key != Some(observation.key) {
                self.close(&mut cells, to);
                self.key = Some(observation.key);
            }
            if !self.add(&observation) {
                to.quarantine(repeated(&observation))?;
            }
        }
        Ok(cells)
    }

    /// The cells of the last key.
    pub(super) fn finish(mut self, to: &mut Collector<'_>) -> Vec<ProductionCell> {
        let mut cells = Vec::new();
        self.close(&mut cells, to);
        cells
    }

    /// Whether the observation is the first of its kind for its year.
    fn add(&mut self, observation: &Observation) -> bool {
        let year = observation.year;
        let at = self.years.iter().position(|known| known.year == year).unwrap_or_else(|| {
            self.years.push(Year { year, value: None, flagged: false, flags: Flags::default() });
            self.years.len() - 1
        });
        let Some(known) = self.years.get_mut(at) else {
            return false;
        };
        match observation.content {
            Content::Value(value) if known.value.is_none() => known.value = Some(value),
            Content::Flags if !known.flagged => known.flagged = true,
            _ => return false,
        }
        known.flags.merge(observation.flags);
        true
    }

    fn close(&mut self, cells: &mut Vec<ProductionCell>, to: &mut Collector<'_>) {
        let Some(key) = self.key else {
            return;
        };
        let mut flag_rows = 0;
        for known in self.years.drain(..) {
            // A row of flags alone says that there is something confidential.
            let alone = known.value.is_none() && !known.flags.is_empty();
            flag_rows += u64::from(known.flagged && !alone);
            if known.value.is_some() || alone {
                cells.push(cell(key, &known));
            }
        }
        to.leave_out("flag-row", flag_rows);
    }
}

fn cell(key: Key, known: &Year) -> ProductionCell {
    let value = known.value.flatten();
    ProductionCell {
        year: known.year,
        geo: key.geo,
        heading: key.heading,
        value_milli: value.and_then(|value| shown_value(value, known.flags)),
        flags: known.flags.text(),
    }
}

/// A second figure for the same cell; which one is right nobody can tell.
fn repeated(observation: &Observation) -> Quarantined {
    let Observation { key, year, content, flags, line } = observation;
    let (what, content) = match content {
        Content::Value(value) => ("value", value.map_or(String::new(), |milli| milli.to_string())),
        Content::Flags => ("flags", String::new()),
    };
    let Key { geo, heading } = key;
    Quarantined {
        line: *line,
        reason: "repeated-cell",
        detail: format!(
            "The {what} of {heading} in {geo} in {year} stands in the file twice; the first is kept."
        ),
        raw: format!("{geo},{heading},{year},{what},{content},{}", flags.text()),
    }
}
