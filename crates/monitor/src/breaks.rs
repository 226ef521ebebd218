//! Years in which a series steps, so that it cannot be compared with the year before.
//!
//! A reporter who changes his method moves his whole series from one year to the
//! next: Belgium's exports in Comtrade fall by a third between 2009 and 2010 while
//! everybody else's recover. The detector compares each change with what the other
//! geographies did in the same year and with what the series itself usually does:
//!
//! - change: ln(value / value a year before), minus the median change of all
//!   geographies of that source, subject, flow and year;
//! - a step: the change is larger than `break_log_step`, and further from the
//!   series' median change than `break_deviations` times 1.4826 times the median
//!   absolute deviation of its changes (robust standard deviation, Hampel 1974);
//! - a break: a step that is not undone, that is, neither the change after nor the
//!   change before it brings the series back to within `break_log_step`.
//!
//! This is a reconstruction: publishers flag breaks by hand.

use std::collections::BTreeMap;

use sextant_definitions::TradeRules;

/// Makes a median absolute deviation comparable with a standard deviation.
const NORMAL: f64 = 1.4826;

/// A series' identity within its source, subject and flow.
pub type Geo = String;

/// The values of one source, subject and flow: geography, then year, in US dollars.
pub type Panel = BTreeMap<Geo, BTreeMap<i32, f64>>;

/// The geographies and years in which a series breaks, in order.
#[must_use]
pub fn detect(panel: &Panel, rules: &TradeRules) -> Vec<(Geo, i32)> {
    let changes: BTreeMap<&Geo, BTreeMap<i32, f64>> =
        panel.iter().map(|(geo, series)| (geo, changes(series, rules))).collect();
    let common = common_changes(&changes);
    let mut found = Vec::new();
    for (geo, own) in changes {
        let relative: BTreeMap<i32, f64> =
            own.into_iter().map(|(year, change)| (year, change - common[&year])).collect();
        found.extend(steps(&relative, rules).into_iter().map(|year| (geo.clone(), year)));
    }
    found
}

/// Changes of the natural logarithm between neighbouring years. Very small values
/// jump about and say nothing, so both must reach `break_min_value_usd`.
fn changes(series: &BTreeMap<i32, f64>, rules: &TradeRules) -> BTreeMap<i32, f64> {
    let large = |value: f64| value > 0.0 && value >= rules.break_min_value_usd;
    series
        .iter()
        .filter_map(|(year, value)| {
            let before = series.get(&(year - 1))?;
            (large(*value) && large(*before)).then(|| (*year, (value / before).ln()))
        })
        .collect()
}

fn common_changes(changes: &BTreeMap<&Geo, BTreeMap<i32, f64>>) -> BTreeMap<i32, f64> {
    let mut by_year: BTreeMap<i32, Vec<f64>> = BTreeMap::new();
    for series in changes.values() {
        for (year, change) in series {
            by_year.entry(*year).or_default().push(*change);
        }
    }
    by_year.into_iter().filter_map(|(year, values)| Some((year, median(values)?))).collect()
}

fn steps(relative: &BTreeMap<i32, f64>, rules: &TradeRules) -> Vec<i32> {
    if relative.len() < rules.break_min_changes as usize {
        return Vec::new();
    }
    let Some(usual) = median(relative.values().copied().collect()) else { return Vec::new() };
    let away = relative.values().map(|change| (change - usual).abs()).collect();
    let Some(deviation) = median(away) else { return Vec::new() };
    let threshold = rules.break_log_step.max(rules.break_deviations * NORMAL * deviation);
    let undone = |year: i32, change: f64| {
        [year - 1, year + 1].iter().filter_map(|near| relative.get(near)).any(|other| {
            (change + other).abs() < rules.break_log_step && other.abs() > rules.break_log_step
        })
    };
    relative
        .iter()
        .filter(|(year, change)| (*change - usual).abs() > threshold && !undone(**year, **change))
        .map(|(year, _)| *year)
        .collect()
}

/// The middle value; the mean of the two middle ones where there are two.
fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    Some(if values.len() % 2 == 1 { upper } else { f64::midpoint(values[middle - 1], upper) })
}
