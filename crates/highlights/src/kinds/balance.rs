//! "Belgium had a trade surplus in 4 of the 10 ecosystems with complete data."

use crate::claim::Claim;
use crate::entry::{self, Reading};
use crate::finding::{Finding, Topic};
use crate::highlight::Scene;
use crate::rule::Rule;
use crate::template::{Slot, Slots};

pub(super) fn find(scene: &Scene<'_>, rule: &Rule) -> Option<Finding> {
    let entries = entry::single_years(scene, rule);
    let years = entry::latest(&entries)?;
    let readings = entry::readings(&entries, years);
    if readings.len() < rule.limits.subjects {
        return None;
    }
    let count = readings.iter().filter(|reading| reading.value > 0.0).count();
    let form = match count {
        0 => "none",
        1 => "one",
        all if all == readings.len() => "all",
        _ => "some",
    };
    let extreme = if count == 0 { lowest(&readings)? } else { highest(&readings)? };
    if extreme.value.abs() < rule.limits.value {
        return None;
    }
    Some(Finding {
        form,
        topic: Topic::Sign,
        subjects: vec![extreme.subject.id.clone()],
        slots: slots(scene, rule, &extreme, [count, readings.len()]),
        claims: claims(&readings, &extreme, count),
    })
}

/// The only highest.
fn highest<'a>(readings: &[Reading<'a>]) -> Option<Reading<'a>> {
    match readings {
        [first, second, ..] if first.value > second.value => Some(*first),
        _ => None,
    }
}

/// The only lowest.
fn lowest<'a>(readings: &[Reading<'a>]) -> Option<Reading<'a>> {
    match readings {
        [.., second, last] if last.value < second.value => Some(*last),
        _ => None,
    }
}

fn slots(scene: &Scene<'_>, rule: &Rule, extreme: &Reading<'_>, of: [usize; 2]) -> Slots {
    let grammar = scene.grammar();
    let whole = |number: usize| Slot::of(grammar.numbers().whole(number), number as u64);
    Slots::from([
        ("subject", scene.name(extreme.subject)),
        ("of-subject", scene.of(extreme.subject)),
        ("value", Slot::one(rule.write.percent(grammar, extreme.value))),
        ("count", whole(of[0])),
        ("total", whole(of[1])),
        ("year", Slot::one(extreme.cell.period.clone())),
    ])
}

fn claims(readings: &[Reading<'_>], extreme: &Reading<'_>, count: usize) -> Vec<Claim> {
    let cell = extreme.cell.id();
    let among: Vec<String> = readings.iter().map(|reading| reading.cell.id()).collect();
    let mut claims = vec![
        Claim::Value { cell: cell.clone() },
        Claim::SurplusCount { among: among.clone(), count },
    ];
    if count == 0 {
        claims.push(Claim::Deficit { cell: cell.clone() });
        claims.push(Claim::Lowest { cell, among });
    } else {
        claims.push(Claim::Surplus { cell: cell.clone() });
        claims.push(Claim::Highest { cells: vec![cell], among });
    }
    claims
}
