//! "In 2020, Belgium ranked 3rd of the 27 EU27 members with data by its share in world
//! patents in biotechnology (2.4%)." Or, far enough ahead, that it was the frontrunner.

use crate::cell::Cell;
use crate::claim::Claim;
use crate::entry::{self, Reading};
use crate::finding::{Finding, Topic};
use crate::highlight::Scene;
use crate::noise;
use crate::rule::Rule;
use crate::template::{Slot, Slots};

pub(super) fn find(scene: &Scene<'_>, rule: &Rule) -> Vec<Finding> {
    let entries = entry::single_years(scene, rule);
    let Some(years) = entry::latest(&entries) else { return Vec::new() };
    let ranked = |reading: Reading<'_>| reading.cell.ranked().map(|(rank, _)| rank);
    let mut readings = entry::readings(&entries, years);
    readings.retain(|reading| {
        reading.value >= rule.limits.value
            && ranked(*reading).is_some_and(|r| r <= rule.limits.rank)
    });
    // Stable: the higher value first among equal ranks.
    readings.sort_by_key(|reading| ranked(*reading));
    let found = readings.iter().filter_map(|reading| finding(scene, rule, reading));
    found.take(rule.limits.most).collect()
}

fn finding(scene: &Scene<'_>, rule: &Rule, reading: &Reading<'_>) -> Option<Finding> {
    let Reading { subject, cell, value } = *reading;
    let (rank, of) = cell.ranked()?;
    let grammar = scene.grammar();
    let mut slots = Slots::from([
        ("subject", scene.name(subject)),
        ("of-subject", scene.of(subject)),
        ("value", Slot::one(rule.write.percent(grammar, value))),
        ("ordinal", Slot::one(grammar.ordinal(rank))),
        ("of", Slot::one(of.to_string())),
        ("year", Slot::one(cell.period.clone())),
    ]);
    let id = cell.id();
    let mut claims = vec![Claim::Value { cell: id.clone() }, Claim::Rank { cell: id, rank, of }];
    let next = next(scene, rule, cell).filter(|_| rule.sentence("frontrunner").is_some());
    let form = match next {
        Some((next, next_value)) => {
            slots.insert("next", Slot::one(rule.write.percent(grammar, next_value)));
            claims.push(Claim::Value { cell: next.id() });
            claims.push(Claim::Frontrunner { cell: cell.id(), next: next.id() });
            "frontrunner"
        }
        None => "rank",
    };
    Some(Finding { form, topic: Topic::Rank, subjects: vec![subject.id.clone()], slots, claims })
}

/// The highest of the other members, where the place is ahead of every one of them by more
/// than the noise.
fn next(scene: &Scene<'_>, rule: &Rule, cell: &Cell) -> Option<(Cell, f64)> {
    let (rank, of) = cell.ranked()?;
    let value = cell.usable_value()?;
    if rank != 1 || of < rule.limits.ranked {
        return None;
    }
    let others = scene.cells.members().into_iter().filter(|code| *code != cell.geo);
    let others = others
        .filter_map(|code| scene.cells.get(&cell.indicator, &cell.subject, &code, &cell.period));
    let mut best: Option<(Cell, f64)> = None;
    for other in others {
        let bound = other.bound();
        let chance = match rule.limits.standard_errors {
            // Nothing was counted, so there is nothing to vary but the leader.
            Some(times) if bound <= 0.0 => times * noise::of_value(cell)?,
            Some(times) if other.value.is_some() => times * noise::of_difference(cell, &other)?,
            Some(_) => return None,
            None => 0.0,
        };
        if value - bound <= chance {
            return None;
        }
        if best.as_ref().is_none_or(|(_, most)| bound > *most) {
            best = Some((other, bound));
        }
    }
    // The next is named by its value, so it must be one to be spoken of.
    best.filter(|(other, bound)| other.is_usable() && !rule.write.alike(value, *bound))
}
