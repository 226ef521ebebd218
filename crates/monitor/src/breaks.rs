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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use sextant_definitions::Definitions;

    use super::*;

    fn rules() -> TradeRules {
        Definitions::builtin().unwrap().trade_rules
    }

    /// Series that grow by a few percent a year, each a little differently.
    fn panel() -> Panel {
        let series = |place: i32| {
            let value = |year: i32| {
                let wobble = 1.0 + 0.01 * f64::from((year * 7 + place * 3) % 5);
                1e9 * f64::from(place + 1) * (1.0 + 0.04 * f64::from(year - 2000)) * wobble
            };
            (2000..2020).map(|year| (year, value(year))).collect()
        };
        (0..9).map(|place| (format!("P{place}"), series(place))).collect()
    }

    fn scale(panel: &mut Panel, geo: &str, years: std::ops::Range<i32>, factor: f64) {
        let series = panel.get_mut(geo).unwrap();
        series.iter_mut().filter(|(year, _)| years.contains(year)).for_each(|(_, v)| *v *= factor);
    }

    #[test]
    fn a_quiet_panel_has_no_break() {
        assert_eq!(detect(&panel(), &rules()), []);
    }

    #[test]
    fn a_step_that_stays_is_a_break_in_its_year() {
        let mut panel = panel();
        scale(&mut panel, "P4", 2010..2020, 0.6);
        assert_eq!(detect(&panel, &rules()), [("P4".to_owned(), 2010)]);
    }

    #[test]
    fn a_year_that_stands_out_and_returns_is_none() {
        let mut panel = panel();
        scale(&mut panel, "P4", 2010..2011, 0.3);
        assert_eq!(detect(&panel, &rules()), []);
    }

    #[test]
    fn what_happens_to_everybody_is_none() {
        let mut panel = panel();
        for place in 0..9 {
            scale(&mut panel, &format!("P{place}"), 2009..2020, 0.6);
        }
        assert_eq!(detect(&panel, &rules()), []);
    }

    #[test]
    fn a_gap_hides_a_step_and_is_no_step_itself() {
        let mut panel = panel();
        scale(&mut panel, "P4", 2011..2020, 0.6);
        panel.get_mut("P4").unwrap().remove(&2010);
        assert_eq!(detect(&panel, &rules()), []);
    }

    proptest! {
        #[test]
        fn neither_the_unit_nor_the_size_of_a_country_matters(factor in 0.5_f64..5.0) {
            let mut panel = panel();
            scale(&mut panel, "P2", 2012..2020, 2.5);
            let before = detect(&panel, &rules());
            prop_assert_eq!(&before, &[("P2".to_owned(), 2012)]);
            scale(&mut panel, "P2", 0..3000, factor);
            prop_assert_eq!(detect(&panel, &rules()), before);
        }
    }
}
