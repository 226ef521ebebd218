//! Where the numbers moved, indicator by indicator.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Change;
use crate::observation::Observation;

/// So many of the largest changes of an indicator are told.
const LARGEST: usize = 20;

/// What happened to the cells of an indicator.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct IndicatorChange {
    /// Indicator id.
    pub indicator: String,
    /// Cells that are the same in both editions.
    pub same: usize,
    /// Cells in both of which anything differs.
    pub changed: usize,
    /// Cells only the second edition has.
    pub added: usize,
    /// Cells only the first edition has.
    pub removed: usize,
    /// Cells whose rank is another.
    pub rank_changes: usize,
    /// Changed cells whose value differs and was not zero before.
    pub values_changed: usize,
    /// The middle of their changes in percent of the value before, without sign.
    pub median_change_pct: Option<f64>,
    /// The largest of their changes in percent of the value before, without sign.
    pub max_change_pct: Option<f64>,
    /// The twenty largest changes of values in percent of the value before; last those
    /// from zero, which have no percentage, by their size.
    pub largest: Vec<Change>,
}

/// A summary of every indicator that is in one of the editions, by id. `same` counts the
/// cells that are the same.
pub(super) fn summaries(
    same: BTreeMap<String, usize>,
    changed: &[Change],
    added: &[Observation],
    removed: &[Observation],
) -> Vec<IndicatorChange> {
    let mut all: BTreeMap<String, IndicatorChange> = BTreeMap::new();
    for (indicator, count) in same {
        all.entry(indicator).or_default().same = count;
    }
    for cell in added {
        all.entry(cell.indicator.clone()).or_default().added += 1;
    }
    for cell in removed {
        all.entry(cell.indicator.clone()).or_default().removed += 1;
    }
    let mut of: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
    for change in changed {
        of.entry(&change.after.indicator).or_default().push(change);
    }
    for (indicator, changes) in of {
        tell(all.entry(indicator.to_owned()).or_default(), &changes);
    }
    let named = |(indicator, change)| IndicatorChange { indicator, ..change };
    all.into_iter().map(named).collect()
}

fn tell(summary: &mut IndicatorChange, changes: &[&Change]) {
    summary.changed = changes.len();
    let rank = |cell: &Observation| cell.rank;
    summary.rank_changes = changes.iter().filter(|c| rank(&c.before) != rank(&c.after)).count();
    let mut moved: Vec<&Change> = changes.iter().copied().filter(|c| size(c) > 0.0).collect();
    moved.sort_by(|a, b| {
        let relative = |change: &Change| change.difference_pct.map_or(-1.0, f64::abs);
        relative(b).total_cmp(&relative(a)).then(size(b).total_cmp(&size(a)))
    });
    let mut relative: Vec<f64> =
        moved.iter().filter_map(|change| change.difference_pct).map(f64::abs).collect();
    relative.reverse();
    summary.values_changed = relative.len();
    summary.median_change_pct = median(&relative);
    summary.max_change_pct = relative.last().copied();
    summary.largest = moved.into_iter().take(LARGEST).cloned().collect();
}

fn size(change: &Change) -> f64 {
    change.difference.map_or(0.0, f64::abs)
}

/// The middle of sorted values; the mean of the two middle ones where there are two.
fn median(sorted: &[f64]) -> Option<f64> {
    let upper = *sorted.get(sorted.len() / 2)?;
    let odd = sorted.len() % 2 == 1;
    Some(if odd { upper } else { f64::midpoint(sorted[sorted.len() / 2 - 1], upper) })
}

#[cfg(test)]
mod tests {
    use super::super::change;
    use super::*;

    fn cell(geo: &str, value: f64, rank: Option<i32>) -> Observation {
        Observation {
            indicator: "trade-exports".into(),
            geo: geo.into(),
            counterpart: "WORLD".into(),
            subject_kind: "technology".into(),
            subject: "solar-power".into(),
            period: "2020".into(),
            value: Some(value),
            lower: None,
            upper: None,
            unit: "USD".into(),
            numerator: None,
            denominator: None,
            n: None,
            status: String::new(),
            rank,
            ranked_of: rank.map(|_| 27),
            sources: "baci".into(),
        }
    }

    /// 100 to 110, 100 to 70 and from nothing to 5, and a rank that another country's
    /// change moved.
    #[test]
    fn changes_are_told_in_percent_of_the_value_before() {
        let changed = [
            change(cell("BE", 100.0, Some(3)), cell("BE", 110.0, Some(2))),
            change(cell("CZ", 0.0, Some(9)), cell("CZ", 5.0, Some(9))),
            change(cell("DE", 100.0, Some(2)), cell("DE", 70.0, Some(4))),
            change(cell("FR", 80.0, Some(4)), cell("FR", 80.0, Some(3))),
        ];
        let same = BTreeMap::from([("trade-exports".to_owned(), 5), ("trade-rca".to_owned(), 2)]);
        let all = summaries(same, &changed, &[cell("LU", 1.0, None)], &[]);
        assert_eq!(all.len(), 2);
        let exports = &all[0];
        assert_eq!((exports.same, exports.changed, exports.added, exports.removed), (5, 4, 1, 0));
        assert_eq!((exports.rank_changes, exports.values_changed), (3, 2));
        assert_eq!(exports.median_change_pct, Some(20.0));
        assert_eq!(exports.max_change_pct, Some(30.0));
        let largest: Vec<&str> = exports.largest.iter().map(|c| c.after.geo.as_str()).collect();
        assert_eq!(largest, ["DE", "BE", "CZ"]);
        assert_eq!((all[1].same, all[1].median_change_pct), (2, None));
    }
}
