//! "Belgium's share in world patents in solar power increased from 0.8% in 2012 to 1.2% in
//! 2020", was broadly stable, or increased again after a decline.

use sextant_definitions::Subject;

use crate::cell::Cell;
use crate::change::{self, Way};
use crate::claim::Claim;
use crate::entry::{self, Entry};
use crate::finding::{Finding, Topic};
use crate::highlight::Scene;
use crate::rule::Rule;
use crate::template::{Slot, Slots};

pub(super) fn find(scene: &Scene<'_>, rule: &Rule) -> Vec<Finding> {
    let entries = entry::single_years(scene, rule);
    let Some(years) = entry::latest(&entries) else { return Vec::new() };
    let strongest = |entry: &Entry<'_>| {
        let cells = change::stretch(&rule.limits, &entry.cells, years)?;
        let course = course(rule, cells)?;
        Some((course.strength(), finding(scene, rule, entry.subject, &course)))
    };
    let mut found: Vec<(f64, Finding)> = entries.iter().filter_map(strongest).collect();
    // Stable, so that equal ones keep the order of the subjects.
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.retain(|(_, finding)| rule.sentence(finding.form).is_some());
    found.into_iter().take(rule.limits.most).map(|(_, finding)| finding).collect()
}

/// What became of a value.
struct Course<'a> {
    form: &'static str,
    from: &'a Cell,
    /// Where it turned.
    turn: Option<&'a Cell>,
    to: &'a Cell,
}

impl Course<'_> {
    /// How far it went, as a part of where it began: the order of a rule's sentences.
    fn strength(&self) -> f64 {
        let value = |cell: &Cell| cell.value.unwrap_or(0.0);
        let (from, to) = (value(self.from), value(self.to));
        let start = self.turn.map_or(from, value);
        (to - start).abs() / start.abs().max(0.01)
    }
}

/// As far as the rule calls it one.
fn way(rule: &Rule, from: &Cell, to: &Cell) -> Option<Way> {
    change::way(&rule.limits, rule.write, from, to)
}

fn course<'a>(rule: &Rule, cells: &'a [Cell]) -> Option<Course<'a>> {
    let (from, to) = (cells.first()?, cells.last()?);
    if let Some(turned) = turned(rule, cells) {
        return Some(turned);
    }
    let form = match way(rule, from, to) {
        Some(Way::Up) => "rises",
        Some(Way::Down) => "falls",
        None if change::is_stable(rule, cells) => "stable",
        None => return None,
    };
    Some(Course { form, from, turn: None, to })
}

/// Down and up again, or up and down again: both ways must be real. Of both, the wider.
fn turned<'a>(rule: &Rule, cells: &'a [Cell]) -> Option<Course<'a>> {
    let [from, between @ .., to] = cells else { return None };
    let usable = || between.iter().filter(|cell| cell.is_usable());
    let lowest = usable().min_by(|a, b| a.bound().total_cmp(&b.bound()));
    let highest = usable().max_by(|a, b| a.bound().total_cmp(&b.bound()));
    let candidate = |turn: Option<&'a Cell>, first: Way, second: Way, form| {
        let turn = turn?;
        let real = way(rule, from, turn) == Some(first) && way(rule, turn, to) == Some(second);
        real.then_some(Course { form, from, turn: Some(turn), to })
    };
    let up = candidate(lowest, Way::Down, Way::Up, "rises-again");
    let down = candidate(highest, Way::Up, Way::Down, "falls-again");
    match (up, down) {
        (Some(up), Some(down)) if down.strength() > up.strength() => Some(down),
        (up, down) => up.or(down),
    }
}

fn finding(scene: &Scene<'_>, rule: &Rule, subject: &Subject, course: &Course<'_>) -> Finding {
    let text = |cell: &Cell| {
        let value = cell.value.unwrap_or_default();
        Slot::one(rule.write.percent(scene.grammar(), value))
    };
    let year = |cell: &Cell| Slot::one(cell.period.clone());
    let Course { form, from, turn, to } = course;
    let mut slots = Slots::from([
        ("subject", scene.name(subject)),
        ("of-subject", scene.of(subject)),
        ("from", text(from)),
        ("to", text(to)),
        ("first", year(from)),
        ("last", year(to)),
    ]);
    if let Some(turn) = turn {
        slots.extend([("middle", text(turn)), ("turn", year(turn))]);
    }
    let mut claims = changes(course);
    let shown = [Some(*from), *turn, Some(*to)];
    claims.extend(shown.into_iter().flatten().map(|cell| Claim::Value { cell: cell.id() }));
    let subjects = vec![subject.id.clone()];
    Finding { form, topic: Topic::Change, subjects, slots, claims }
}

fn changes(course: &Course<'_>) -> Vec<Claim> {
    let (from, to) = (course.from.id(), course.to.id());
    match (course.form, course.turn.map(Cell::id)) {
        ("rises-again", Some(turn)) => {
            vec![Claim::Falls { from, to: turn.clone() }, Claim::Rises { from: turn, to }]
        }
        (_, Some(turn)) => {
            vec![Claim::Rises { from, to: turn.clone() }, Claim::Falls { from: turn, to }]
        }
        ("rises", None) => vec![Claim::Rises { from, to }],
        ("falls", None) => vec![Claim::Falls { from, to }],
        (_, None) => vec![Claim::Stable { from, to }],
    }
}
