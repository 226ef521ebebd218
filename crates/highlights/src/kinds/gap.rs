//! "In robotics, Belgium was placed better in making (EU production: rank 6 of 26) than in
//! inventing (world patents: rank 14 of 27) in 2020."

use sextant_definitions::Subject;

use crate::cell::Cell;
use crate::claim::Claim;
use crate::entry;
use crate::finding::{Finding, Topic};
use crate::highlight::Scene;
use crate::rule::Rule;
use crate::template::{Slot, Slots};

pub(super) fn find(scene: &Scene<'_>, rule: &Rule) -> Vec<Finding> {
    let entries = entry::single_years(scene, rule);
    let Some(years) = entry::latest(&entries) else { return Vec::new() };
    let readings = entry::readings(&entries, years);
    let mut found: Vec<(i32, Finding)> = readings
        .iter()
        .filter_map(|reading| finding(scene, rule, reading.subject, reading.cell))
        .collect();
    found.sort_by_key(|(gap, _)| -gap.abs());
    found.into_iter().take(rule.limits.most).map(|(_, finding)| finding).collect()
}

fn finding(
    scene: &Scene<'_>,
    rule: &Rule,
    subject: &Subject,
    gap: &Cell,
) -> Option<(i32, Finding)> {
    let [invented, made] = rule
        .ranks_of
        .as_ref()?
        .each_ref()
        .map(|indicator| scene.cells.get(indicator, &subject.id, &scene.geo.code, &gap.period));
    let (invented, made) = (invented?, made?);
    let (invented_rank, made_rank) = (invented.ranked()?, made.ranked()?);
    let places = invented_rank.0 - made_rank.0;
    // The cube may have ranked another source's values; then the numbers do not add up.
    let agrees = (gap.usable_value()? - f64::from(places)).abs() < 1e-9;
    if !agrees || places.abs() < rule.limits.places {
        return None;
    }
    let grammar = scene.grammar();
    let slots = Slots::from([
        ("subject", scene.name(subject)),
        ("of-subject", scene.of(subject)),
        ("invented", Slot::one(grammar.rank(invented_rank))),
        ("made", Slot::one(grammar.rank(made_rank))),
        ("year", Slot::one(gap.period.clone())),
    ]);
    let form = if places > 0 { "made" } else { "invented" };
    let claims = claims(places, gap, (&invented, invented_rank), (&made, made_rank));
    let subjects = vec![subject.id.clone()];
    Some((places, Finding { form, topic: Topic::Gap, subjects, slots, claims }))
}

fn claims(
    places: i32,
    gap: &Cell,
    invented: (&Cell, (i32, i32)),
    made: (&Cell, (i32, i32)),
) -> Vec<Claim> {
    let rank = |(cell, (rank, of)): (&Cell, (i32, i32))| Claim::Rank { cell: cell.id(), rank, of };
    let ids = (gap.id(), invented.0.id(), made.0.id());
    let ranks = [rank(invented), rank(made)];
    let (gap, invented, made) = ids;
    let better = if places > 0 {
        Claim::BetterMade { gap, invented, made }
    } else {
        Claim::BetterInvented { gap, invented, made }
    };
    std::iter::once(better).chain(ranks).collect()
}
