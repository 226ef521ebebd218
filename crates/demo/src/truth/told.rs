//! One row of the truth.

use std::fmt::Write as _;

use crate::truth::flags::Flags;
use crate::truth::indicator::Observation;

/// One cell of the cube, whatever it is about.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Told {
    pub(super) value: Option<f64>,
    /// Ends of the interval, where the value is one or is not known.
    pub(super) interval: [Option<f64>; 2],
    pub(super) numerator: Option<f64>,
    pub(super) denominator: Option<f64>,
    /// Source rows behind the numerator.
    pub(super) rows: Option<i64>,
    pub(super) flags: Flags,
    /// Rank among the EU27, and how many were ranked.
    pub(super) rank: Option<(usize, usize)>,
    pub(super) sources: &'static str,
}

impl From<&Observation> for Told {
    fn from(observation: &Observation) -> Self {
        let Observation { value, numerator, denominator, rows, flags, rank, source } = *observation;
        Self {
            value: Some(value),
            interval: [None, None],
            numerator: Some(numerator),
            denominator,
            rows: Some(rows),
            flags,
            rank,
            sources: source,
        }
    }
}

impl Told {
    /// A value that is its own numerator.
    pub(super) fn plain(value: Option<f64>) -> Self {
        Self { value, numerator: value, ..Self::default() }
    }

    /// A value of two parts.
    pub(super) fn of_parts(value: f64, [numerator, denominator]: [f64; 2]) -> Self {
        let (numerator, denominator) = (Some(numerator), Some(denominator));
        Self { value: Some(value), numerator, denominator, ..Self::default() }
    }

    /// As a line of `truth/observations.csv`, after what it is about.
    pub(super) fn line(&self, indicator: &str, geo: &str, subject: &str, period: &str) -> String {
        let number = |value: Option<f64>| value.map_or_else(String::new, |v| v.to_string());
        let [lower, upper] = self.interval.map(number);
        let unit = unit(indicator);
        let rows = self.rows.map_or_else(String::new, |rows| rows.to_string());
        let (rank, of) =
            self.rank.map_or_else(Default::default, |(r, of)| (r.to_string(), of.to_string()));
        let mut line = format!("{indicator},{geo},{subject},{period},{},", number(self.value));
        // Writing to a string cannot fail.
        let _ = writeln!(
            line,
            "{lower},{upper},{unit},{},{},{rows},{},{rank},{of},{}",
            number(self.numerator),
            number(self.denominator),
            self.flags.text(),
            self.sources
        );
        line
    }
}

/// Gives members of the EU27 with a value their rank: 1 + the number of members with a
/// strictly greater value.
pub(super) fn rank(told: &mut [(usize, Told)], member: impl Fn(usize) -> bool) {
    let values: Vec<f64> =
        told.iter().filter(|(geo, _)| member(*geo)).filter_map(|(_, cell)| cell.value).collect();
    for (_, cell) in told.iter_mut().filter(|(geo, _)| member(*geo)) {
        let place = |value| 1 + values.iter().filter(|other| **other > value).count();
        cell.rank = cell.value.map(|value| (place(value), values.len()));
    }
}

/// Unit of an indicator.
fn unit(indicator: &str) -> &'static str {
    match indicator {
        "trade-exports"
        | "trade-imports"
        | "investment-raised"
        | "investment-raised-without-largest" => "USD",
        "trade-rca"
        | "patent-rta"
        | "sector-jobs-factor"
        | "sector-exports-factor"
        | "sector-research-factor" => "ratio",
        "patent-families" => "families",
        "patent-rpa" => "index",
        "investment-rounds" | "investment-undisclosed" => "rounds",
        "sector-jobs" | "sector-jobs-change" => "persons",
        "invented-versus-made" => "places",
        money if money == "production-value" || money.starts_with("sector-") => "EUR",
        money if money.ends_with("-eur") => "EUR",
        _ => "percent",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_prints_what_is_known() {
        let told = Told { interval: [Some(1.5), None], sources: "prodcom", ..Told::default() };
        let line = told.line("production-value", "BE", "solar-power", "2020");
        assert_eq!(line, "production-value,BE,solar-power,2020,,1.5,,EUR,,,,,,,prodcom\n");
    }

    #[test]
    fn ties_share_a_rank_and_nothing_has_none() {
        let values = [Some(1.0), Some(3.0), None, Some(3.0), Some(9.0)];
        let mut told: Vec<(usize, Told)> =
            values.map(Told::plain).into_iter().enumerate().collect();
        rank(&mut told, |geo| geo < 4);
        let ranks: Vec<_> = told.iter().map(|(_, told)| told.rank).collect();
        assert_eq!(ranks, [Some((3, 3)), Some((1, 3)), None, Some((1, 3)), None]);
    }
}
