//! Joins the value and the quantity of a key and period into one flow.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::observations::{Key, Measure, Observation};
use crate::read::Collector;
use crate::{Classification, Concept, Currency, Period, Quarantined, SourceError, TradeFlow};

/// The observations of the key being read.
#[derive(Default)]
pub(super) struct Join {
    key: Option<Key>,
    group: BTreeMap<(Period, Measure), i64>,
}

impl Join {
    /// Takes observations in file order and gives the flows of every key that is
    /// complete, each key's by period.
    ///
    /// # Errors
    /// When the sink fails.
    pub(super) fn take(
        &mut self,
        observations: Vec<Observation>,
        to: &mut Collector<'_>,
    ) -> Result<Vec<TradeFlow>, SourceError> {
        let mut flows = Vec::with_capacity(observations.len() / 2 + 1);
        for observation in observations {
            if self.key != Some(observation.key) {
                self.close(&mut flows, to);
                self.key = Some(observation.key);
            }
            let place = (observation.period, observation.measure);
            match self.group.entry(place) {
                Entry::Vacant(free) => _ = free.insert(observation.amount),
                Entry::Occupied(_) => to.quarantine(repeated(&observation))?,
            }
        }
        Ok(flows)
    }

    /// The flows of the last key.
    pub(super) fn finish(mut self, to: &mut Collector<'_>) -> Vec<TradeFlow> {
        let mut flows = Vec::new();
        self.close(&mut flows, to);
        flows
    }

    fn close(&mut self, flows: &mut Vec<TradeFlow>, to: &mut Collector<'_>) {
        let (Some(key), group) = (self.key, std::mem::take(&mut self.group)) else {
            return;
        };
        let before = flows.len();
        let mut weights = 0;
        for (&(period, measure), &amount) in &group {
            if measure == Measure::Value {
                let weight = group.get(&(period, Measure::Weight)).copied();
                weights += u64::from(weight.is_some());
                flows.push(flow(key, period, amount, weight));
            }
        }
        let without_value = group.len() - (flows.len() - before);
        to.leave_out("quantity-indicator", weights);
        to.leave_out("quantity-without-value", (without_value as u64).saturating_sub(weights));
    }
}

fn flow(key: Key, period: Period, value_milli: i64, weight_grams: Option<i64>) -> TradeFlow {
    TradeFlow {
        period,
        concept: Concept::Reported,
        reporter: key.reporter,
        partner: key.partner,
        flow: key.flow,
        classification: Classification::Cn(period.year),
        product: key.product,
        value_milli,
        currency: Currency::Eur,
        weight_grams,
    }
}

/// A second figure for the same cell; which one is right nobody can tell.
fn repeated(observation: &Observation) -> Quarantined {
    let Observation { key, period, measure, amount, line } = observation;
    let what = if *measure == Measure::Value { "value" } else { "quantity" };
    let flow = key.flow.as_str();
    Quarantined {
        line: *line,
        reason: "repeated-cell",
        detail: format!(
            "The {what} of {flow} {} of {} with {} in {}-{:02} stands in the file twice; the first is kept.",
            key.product, key.reporter, key.partner, period.year, period.month
        ),
        raw: format!("{},{},{},{flow},{what},{amount}", key.reporter, key.partner, key.product),
    }
}
