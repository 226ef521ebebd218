//! When a change is called one.

use serde::Serialize;

use crate::cell::Cell;
use crate::rule::{Limits, Rule, Write};

/// The way a value went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// It rose, by more than chance and the limits.
    Up,
    /// It fell, by more than chance and the limits.
    Down,
}

/// How a series went from the first of its years that can be compared to a later one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// Where it began.
    pub from: Cell,
    /// Where it was in the year asked for.
    pub to: Cell,
    /// None where the difference is no more than chance or the limits.
    pub way: Option<Way>,
}

/// The change of a series up to a year, from the first year after its latest break. By
/// the same limits as in a sentence, so that no arrow contradicts one.
///
/// `cells` are those of single years, in their order. None where the year has no value
/// that may be spoken of, or where the series is shorter than the limits ask.
#[must_use]
pub fn change(limits: &Limits, write: Write, cells: &[Cell], year: &str) -> Option<Change> {
    let year = year.parse().ok()?;
    let [from, .., to] = stretch(limits, cells, (year, year))? else { return None };
    Some(Change { from: from.clone(), to: to.clone(), way: way(limits, write, from, to) })
}

/// The cells from the first to the last that can be compared: nothing before the latest
/// break, and long enough.
pub(crate) fn stretch<'a>(
    limits: &Limits,
    cells: &'a [Cell],
    last: (i32, i32),
) -> Option<&'a [Cell]> {
    let end = cells.iter().position(|cell| cell.years() == Some(last) && cell.is_usable())?;
    let unbroken = cells[..=end].iter().rposition(Cell::breaks).unwrap_or(0);
    let first = unbroken + cells[unbroken..=end].iter().position(Cell::is_usable)?;
    let (from, _) = cells[first].years()?;
    (last.1 - from >= limits.years).then(|| &cells[first..=end])
}

/// The way from one cell to another, where it exceeds the noise of its counts and the
/// limits, and can be seen in the numbers as they are written.
pub(crate) fn way(limits: &Limits, write: Write, from: &Cell, to: &Cell) -> Option<Way> {
    let (a, b) = (from.usable_value()?, to.usable_value()?);
    let difference = b - a;
    let large = difference.abs() >= limits.change
        && difference.abs() >= limits.relative_change * a.abs()
        && limits.exceeds_noise(from, to, difference);
    if !large || write.alike(a, b) {
        return None;
    }
    Some(if difference > 0.0 { Way::Up } else { Way::Down })
}

/// Whether all cells, from the first to the last, are close to the first, and chance is
/// small enough to tell.
pub(crate) fn is_stable(rule: &Rule, cells: &[Cell]) -> bool {
    let [first, .., last] = cells else { return false };
    let Some(start) = first.usable_value().filter(|_| last.is_usable()) else { return false };
    let band = rule.limits.band.max(rule.limits.relative_band * start.abs());
    let quiet = rule.limits.standard_errors.is_none()
        || crate::noise::of_difference(first, last).is_some_and(|noise| noise <= band);
    let close = |cell: &Cell| cell.bound() - start <= band && start - cell.floor() <= band;
    band > 0.0 && quiet && cells.iter().all(close)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Rules;
    use crate::cell::tests::cell;

    fn rule(rules: &Rules) -> &Rule {
        rules.all().iter().find(|rule| rule.id == "patents-green-trend").unwrap()
    }

    #[test]
    fn a_change_exceeds_noise_and_limit() {
        let rules = Rules::builtin().unwrap();
        let way = |a: (f64, i64), b: (f64, i64)| {
            let rule = rule(&rules);
            let (from, to) = (cell("2010", a.0, a.1, ""), cell("2020", b.0, b.1, ""));
            way(&rule.limits, rule.write, &from, &to)
        };
        // Two standard errors: 2 x sqrt((1/30)^2 + (1.2/30)^2) = 0.104.
        assert_eq!(way((1.0, 900), (1.2, 900)), Some(Way::Up));
        assert_eq!(way((1.2, 900), (1.0, 900)), Some(Way::Down));
        // 2 x sqrt((1/10)^2 + (1.2/10)^2) = 0.31.
        assert_eq!(way((1.0, 100), (1.2, 100)), None);
        // Surely another, but by less than a tenth.
        assert_eq!(way((1.0, 1_000_000), (1.09, 1_000_000)), None);
        // A tenth more that cannot be seen in the numbers as they are written.
        assert_eq!(way((0.07, 1_000_000), (0.08, 1_000_000)), None);
        assert_eq!(way((1.0, 900), (1.2, 0)), None, "without counts nothing is known");
    }

    #[test]
    fn stable_is_more_than_no_change() {
        let rules = Rules::builtin().unwrap();
        let stable = |middle: f64, n: i64| {
            let cells = [("2010", 1.0), ("2015", middle), ("2020", 1.05)];
            is_stable(rule(&rules), &cells.map(|(year, value)| cell(year, value, n, "")))
        };
        assert!(stable(1.08, 900));
        assert!(!stable(1.2, 900), "it left the band in between");
        assert!(!stable(1.08, 100), "chance is wider than the band");
    }

    #[test]
    fn a_change_begins_after_the_latest_break() {
        let rules = Rules::builtin().unwrap();
        let Rule { limits, write, .. } = rule(&rules);
        let cells = |broken: &str| {
            [("2008", 9.0, ""), ("2010", 1.0, broken), ("2016", 1.5, ""), ("2020", 2.0, "")]
                .map(|(year, value, status)| cell(year, value, 900, status))
        };
        let told = change(limits, *write, &cells("break"), "2020").unwrap();
        assert_eq!((told.from.period.as_str(), told.way), ("2010", Some(Way::Up)));
        let told = change(limits, *write, &cells(""), "2020").unwrap();
        assert_eq!((told.from.period.as_str(), told.way), ("2008", Some(Way::Down)));
        assert_eq!(
            change(limits, *write, &cells("break"), "2016").map(|c| c.way),
            Some(Some(Way::Up))
        );
        assert_eq!(change(limits, *write, &cells(""), "2019"), None, "no such year");
        assert_eq!(change(limits, *write, &cells("")[2..], "2020"), None, "four years are too few");
    }
}
