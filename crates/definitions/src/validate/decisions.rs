//! Checks on the decisions between vintages.

use super::Report;
use crate::document::Step;
use crate::{Decision, HsLists, HsVintage};

/// Every decision is about neighbouring vintages and agrees with the lists it
/// explains.
pub(super) fn check(report: &mut Report<'_>, lists: &HsLists) {
    for (index, decision) in lists.decisions.iter().enumerate() {
        let at = [Step::Key("hs"), "decisions".into(), index.into()];
        check_step(report, &at, decision);
        check_lists(report, &at, decision, lists);
        if decision.reason.trim().is_empty() {
            let what = format!("The decision on `{}` has no reason.", decision.code);
            report.add(&at, &decision.code, what, "Say in a sentence why it was taken.");
        }
    }
}

fn check_step(report: &mut Report<'_>, at: &[Step<'_>], decision: &Decision) {
    let place = |v: HsVintage| HsVintage::ALL.iter().position(|other| *other == v);
    let apart = place(decision.from).zip(place(decision.to)).map(|(a, b)| a.abs_diff(b));
    if apart != Some(1) {
        let what = format!(
            "The decision on `{}` leads from {} to {}, which are not neighbours.",
            decision.code, decision.from, decision.to
        );
        report.add(at, &decision.code, what, "Decide each step between neighbouring vintages.");
    }
}

fn check_lists(report: &mut Report<'_>, at: &[Step<'_>], decision: &Decision, lists: &HsLists) {
    let Decision { from, to, code, chosen, left_out, .. } = decision;
    let target = lists.codes.get(*to);
    if !lists.codes.get(*from).contains(code) {
        let what = format!("The decision is on `{code}`, which is not in {from}.");
        report.add(at, code, what, "Add the code to that list, or remove the decision.");
    }
    for choice in chosen.iter().filter(|choice| !target.contains(choice)) {
        let what = format!("The decision on `{code}` chooses `{choice}`, which is not in {to}.");
        report.add(at, choice, what, "Add the code to that list, or move it to `left_out`.");
    }
    for other in left_out.iter().filter(|other| target.contains(other)) {
        let what = format!("The decision on `{code}` leaves out `{other}`, which is in {to}.");
        report.add(at, other, what, "Remove the code from that list, or move it to `chosen`.");
    }
}
