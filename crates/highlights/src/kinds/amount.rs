//! "Companies with headquarters in Belgium raised most in Digital: 1,395.7 million euro from
//! 2015 to 2023, in 75 rounds (rank 6 of 27)."

use crate::claim::Claim;
use crate::entry::{self, Reading};
use crate::finding::{Finding, Topic};
use crate::highlight::Scene;
use crate::kinds::highest::highest;
use crate::rule::Rule;
use crate::template::{Slot, Slots};

/// Amounts are in units of a currency and written in millions.
const MILLION: f64 = 1e6;

pub(super) fn find(scene: &Scene<'_>, rule: &Rule) -> Option<Finding> {
    let entries = entry::sums_of_years(scene, rule);
    let years = entry::latest(&entries)?;
    let readings = entry::readings(&entries, years);
    let top = *highest(rule, &entries, years, &readings)?.first()?;
    let indicator = rule.counted_by.as_deref()?;
    let counted = scene.cells.get(indicator, &top.subject.id, &scene.geo.code, &top.cell.period)?;
    let count = whole(counted.usable_value()?)?;
    let cell = top.cell.id();
    let rank = top.cell.ranked();
    let mut claims = vec![
        Claim::Value { cell: cell.clone() },
        Claim::Value { cell: counted.id() },
        Claim::Highest { cells: vec![cell], among: entry::ids(&entries, years) },
    ];
    claims.extend(rank.map(|(rank, of)| Claim::Rank { cell: top.cell.id(), rank, of }));
    Some(Finding {
        form: if rank.is_some() { "ranked" } else { "plain" },
        topic: Topic::Level,
        subjects: vec![top.subject.id.clone()],
        slots: slots(scene, rule, &top, count)?,
        claims,
    })
}

/// A count, which the cube keeps as a number with decimals.
fn whole(value: f64) -> Option<u32> {
    let in_range = (1.0..=f64::from(u32::MAX)).contains(&value) && value.fract() == 0.0;
    // Exact by the line above.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    in_range.then_some(value as u32)
}

fn slots(scene: &Scene<'_>, rule: &Rule, top: &Reading<'_>, count: u32) -> Option<Slots> {
    let grammar = scene.grammar();
    let millions = top.value / MILLION;
    let amount = grammar.numbers().decimal(millions, rule.write.decimals);
    // "1,9 million" but "2,0 millions": by the number as it is written.
    let scale = 10_f64.powi(i32::try_from(rule.write.decimals).ok()?);
    let written = (millions * scale).round() / scale;
    let (first, last) = top.cell.years()?;
    let mut slots = Slots::from([
        ("subject", scene.name(top.subject)),
        ("of-subject", scene.of(top.subject)),
        ("amount", Slot::of(amount, if written < 2.0 { 1 } else { 2 })),
        ("count", Slot::of(grammar.numbers().whole(usize::try_from(count).ok()?), count.into())),
        ("first", Slot::one(first.to_string())),
        ("last", Slot::one(last.to_string())),
    ]);
    let rank = top.cell.ranked().map(|rank| grammar.rank(rank));
    slots.extend(rank.map(|rank| ("rank", Slot::one(rank))));
    Some(slots)
}
