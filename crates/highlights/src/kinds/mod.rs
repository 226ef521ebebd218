//! One file for every kind of rule.

mod amount;
mod balance;
mod best_rank;
mod gap;
mod highest;
mod rank;
mod trend;

use crate::finding::Finding;
use crate::highlight::Scene;
use crate::rule::{Kind, Rule};

/// What a rule finds, the strongest first.
pub(crate) fn find(scene: &Scene<'_>, rule: &Rule) -> Vec<Finding> {
    match rule.kind {
        Kind::Highest => highest::find(scene, rule).into_iter().collect(),
        Kind::Rank => rank::find(scene, rule),
        Kind::BestRank => best_rank::find(scene, rule).into_iter().collect(),
        Kind::Trend => trend::find(scene, rule),
        Kind::Balance => balance::find(scene, rule).into_iter().collect(),
        Kind::Amount => amount::find(scene, rule).into_iter().collect(),
        Kind::Gap => gap::find(scene, rule),
    }
}
