//! "The highest shares in Belgium's patents are in Health (31.2%) and Digital (12.0%)."

use crate::cell::Cell;
use crate::claim::Claim;
use crate::entry::{self, Entry, Reading};
use crate::finding::{Finding, Topic};
use crate::highlight::Scene;
use crate::rule::Rule;
use crate::template::{Slot, Slots};

pub(super) fn find(scene: &Scene<'_>, rule: &Rule) -> Option<Finding> {
    let entries = entry::single_years(scene, rule);
    let years = entry::latest(&entries)?;
    let readings = entry::readings(&entries, years);
    let chosen = highest(rule, &entries, years, &readings)?;
    let cells: Vec<String> = chosen.iter().map(|reading| reading.cell.id()).collect();
    let values = cells.iter().map(|cell| Claim::Value { cell: cell.clone() });
    let mut claims: Vec<Claim> = values.collect();
    claims.push(Claim::Highest { cells, among: entry::ids(&entries, years) });
    Some(Finding {
        form: "highest",
        topic: Topic::Level,
        subjects: chosen.iter().map(|reading| reading.subject.id.clone()).collect(),
        slots: slots(scene, rule, chosen, years.1),
        claims,
    })
}

/// The longest list of the highest that nothing else reaches.
pub(super) fn highest<'r, 'a>(
    rule: &Rule,
    entries: &[Entry<'_>],
    years: (i32, i32),
    readings: &'r [Reading<'a>],
) -> Option<&'r [Reading<'a>]> {
    let hidden = entry::silent(entries, years).map(Cell::bound);
    let hidden = hidden.fold(f64::NEG_INFINITY, f64::max);
    let clear = |count: &usize| {
        let (last, next) = (readings[*count - 1].value, readings.get(*count).map(|r| r.value));
        last >= rule.limits.value && last > hidden && next.is_some_and(|next| last > next)
    };
    let enough = readings.len() >= rule.limits.subjects;
    let most = rule.limits.most.min(readings.len());
    let count = (1..=most).rev().find(clear).filter(|_| enough)?;
    readings.get(..count)
}

fn slots(scene: &Scene<'_>, rule: &Rule, chosen: &[Reading<'_>], year: i32) -> Slots {
    let grammar = scene.grammar();
    let item = |name: Slot, reading: &Reading<'_>| {
        grammar.bracketed(&name.text, &[rule.write.percent(grammar, reading.value)])
    };
    let names: Vec<String> = chosen.iter().map(|r| item(scene.name(r.subject), r)).collect();
    let owners: Vec<String> = chosen.iter().map(|r| item(scene.of(r.subject), r)).collect();
    let count = chosen.len() as u64;
    Slots::from([
        ("items", Slot::of(grammar.list(&names), count)),
        ("of-items", Slot::of(grammar.list(&owners), count)),
        ("year", Slot::one(year.to_string())),
    ])
}
