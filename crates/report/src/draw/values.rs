//! Values, and the sentences made of them.

use sextant_monitor::Observation;

use super::{Pick, Shown};
use crate::words::Words;
use crate::{ReportError, status};

/// Amounts of money are told in millions.
const MILLION: f64 = 1_000_000.0;

/// A value with its unit: `+12.3%`, `0.90`, for money in millions. Balances carry their
/// sign; of shares and ratios, what would round to nothing is `<0.01`. An interval is
/// told by its ends.
pub(crate) fn value_text(
    words: &Words,
    observation: &Observation,
    decimals: usize,
) -> Result<String, ReportError> {
    let end = |value: f64| one_end(words, observation, value, decimals);
    match (observation.value, observation.lower, observation.upper) {
        (Some(value), ..) => end(value),
        (None, Some(lower), Some(upper)) => {
            let ends = [("lower", end(lower)?.into()), ("upper", end(upper)?.into())];
            words.tell("interval", ends)
        }
        (None, Some(lower), None) => words.tell("interval-open", [("lower", end(lower)?.into())]),
        (None, None, _) => Ok("–".into()),
    }
}

/// Amounts are written in millions.
pub(crate) fn is_money(observation: &Observation) -> bool {
    matches!(observation.unit.as_str(), "EUR" | "USD")
}

fn one_end(
    words: &Words,
    observation: &Observation,
    value: f64,
    decimals: usize,
) -> Result<String, ReportError> {
    let value = if is_money(observation) { value / MILLION } else { value };
    let number = if is_signed(&observation.indicator) {
        words.numbers.signed(value, decimals)
    } else {
        words.numbers.at_least(value, decimals)
    };
    match observation.unit.as_str() {
        "percent" => words.tell("percent", [("number", number.into())]),
        _ => Ok(number),
    }
}

/// Whether values of the indicator lie on both sides of zero.
pub(crate) fn is_signed(indicator: &str) -> bool {
    matches!(indicator, "trade-relative-balance" | "invented-versus-made")
}

impl Pick<'_> {
    pub(crate) fn value_text(&self, observation: &Observation) -> Result<String, ReportError> {
        value_text(self.words, observation, usize::from(self.definition.decimals))
    }

    /// The lines of a tooltip below the name: value, rank, flags.
    pub(crate) fn tooltip(&self, observation: &Observation) -> Result<String, ReportError> {
        let mut lines = vec![self.value_text(observation)?];
        if let Some(rank) = observation.rank.zip(observation.ranked_of) {
            lines.push(self.words.tell("rank-line", [("rank", self.words.rank(rank)?.into())])?);
        }
        let flags = status::in_words(self.words, observation)?;
        if !flags.is_empty() {
            lines.push(flags);
        }
        Ok(lines.join("\n"))
    }

    /// "Health +12.3%, Electronics −20.1%" by the given names.
    pub(crate) fn listed<'s>(
        &self,
        shown: impl Iterator<Item = &'s Shown>,
        name: fn(&Shown) -> &str,
    ) -> Result<String, ReportError> {
        let mut items = Vec::new();
        for one in shown {
            if let Some(observation) = &one.observation {
                let value = self.value_text(observation)?;
                let arguments = [("name", name(one).into()), ("value", value.into())];
                items.push(self.words.tell("alt-item", arguments)?);
            }
        }
        Ok(self.words.list(items))
    }

    /// "No value for Textiles." or nothing.
    pub(crate) fn missing(
        &self,
        shown: &[Shown],
        name: fn(&Shown) -> &str,
    ) -> Result<Option<String>, ReportError> {
        let names: Vec<String> = shown
            .iter()
            .filter(|shown| shown.observation.is_none())
            .map(|shown| name(shown).to_owned())
            .collect();
        if names.is_empty() {
            return Ok(None);
        }
        self.words.tell("alt-missing", [("names", self.words.list(names).into())]).map(Some)
    }
}

/// Largest first, missing last, equal values as they came: the order of the charts.
pub(crate) fn by_value(shown: &mut [Shown]) {
    let key = |shown: &Shown| shown.value().unwrap_or(f64::NEG_INFINITY);
    shown.sort_by(|a, b| key(b).total_cmp(&key(a)));
}
