//! When a change is called one.

use crate::cell::Cell;
use crate::rule::Rule;

/// The way a value went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Up,
    Down,
}

/// The way from one cell to another, where it exceeds the noise of its counts and the
/// rule's limits, and can be seen in the numbers as they are written.
pub(crate) fn way(rule: &Rule, from: &Cell, to: &Cell) -> Option<Way> {
    let (a, b) = (from.usable_value()?, to.usable_value()?);
    let limits = &rule.limits;
    let difference = b - a;
    let large = difference.abs() >= limits.change
        && difference.abs() >= limits.relative_change * a.abs()
        && limits.exceeds_noise(from, to, difference);
    if !large || rule.write.alike(a, b) {
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
            way(rule(&rules), &cell("2010", a.0, a.1, ""), &cell("2020", b.0, b.1, ""))
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
}
