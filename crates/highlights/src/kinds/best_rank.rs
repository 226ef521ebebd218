//! "Among green technologies with complete data, Belgium was placed best in EU production in
//! 2020 in wind power (7.7%, rank 5 of 27)."

use crate::claim::Claim;
use crate::entry::{self, Reading};
use crate::finding::{Finding, Topic};
use crate::highlight::Scene;
use crate::rule::Rule;
use crate::template::{Slot, Slots};

pub(super) fn find(scene: &Scene<'_>, rule: &Rule) -> Option<Finding> {
    let entries = entry::single_years(scene, rule);
    let years = entry::latest(&entries)?;
    let mut readings = entry::readings(&entries, years);
    readings.retain(|reading| reading.cell.ranked().is_some());
    let rank = |reading: &Reading<'_>| reading.cell.ranked().map(|(rank, _)| rank);
    let best = readings.iter().filter_map(rank).min()?;
    // An unfinished value may not be spoken of, but its rank may be better.
    let contradicts =
        entry::silent(&entries, years).any(|cell| cell.rank.is_some_and(|r| r <= best));
    let enough = readings.len() >= rule.limits.subjects;
    readings.retain(|reading| rank(reading) == Some(best));
    if contradicts || !enough || best > rule.limits.rank || readings.len() > rule.limits.most {
        return None;
    }
    Some(finding(scene, rule, &readings, (entry::ids(&entries, years), years.1)))
}

fn finding(
    scene: &Scene<'_>,
    rule: &Rule,
    best: &[Reading<'_>],
    (among, year): (Vec<String>, i32),
) -> Finding {
    let grammar = scene.grammar();
    let item = |reading: &Reading<'_>| {
        let mut inside = vec![rule.write.percent(grammar, reading.value)];
        inside.extend(reading.cell.ranked().map(|rank| grammar.rank(rank)));
        grammar.bracketed(&scene.name(reading.subject).text, &inside)
    };
    let items: Vec<String> = best.iter().map(item).collect();
    let mut claims = Vec::new();
    for reading in best {
        let cell = reading.cell.id();
        let rank = reading.cell.ranked();
        claims.push(Claim::Value { cell: cell.clone() });
        claims.extend(rank.map(|(rank, of)| Claim::Rank { cell, rank, of }));
    }
    let cells = best.iter().map(|reading| reading.cell.id()).collect();
    claims.push(Claim::BestRank { cells, among });
    Finding {
        form: "best",
        topic: Topic::Rank,
        subjects: best.iter().map(|reading| reading.subject.id.clone()).collect(),
        slots: Slots::from([
            ("items", Slot::of(grammar.list(&items), items.len() as u64)),
            ("year", Slot::one(year.to_string())),
        ]),
        claims,
    }
}
