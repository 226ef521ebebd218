//! Technologies.

use std::collections::BTreeMap;

use super::{Report, common, decisions, hs, of_folder, patents, production};
use crate::definitions::split;
use crate::document::Document;
use crate::{HsLists, HsVintage, Problem, Technology};

/// Reads and checks all technologies.
pub(super) fn read(documents: &[Document], problems: &mut Vec<Problem>) -> Vec<Technology> {
    let parsed = of_folder(documents, "technologies")
        .map(|document| document.parse::<Technology>().map(|technology| (document, technology)));
    let (read, unread) = split(parsed);
    problems.extend(unread);
    for (document, technology) in &read {
        check(&mut Report::new(document, problems), technology);
    }
    check_tree(&read, problems);
    read.into_iter().map(|(_, technology)| technology).collect()
}

fn check(report: &mut Report<'_>, technology: &Technology) {
    common::id(report, &technology.id);
    common::version(report, &technology.version);
    common::names(report, &["names".into()], &technology.names);
    if let Some(lists) = &technology.hs {
        common::provenance(report, "hs", &lists.provenance);
        check_lists(report, lists);
        decisions::check(report, lists);
    }
    if let Some(goods) = &technology.production {
        common::provenance(report, "production", &goods.provenance);
        production::headings(report, goods);
    }
    if let Some(inventions) = &technology.patents {
        common::provenance(report, "patents", &inventions.provenance);
        patents::technology(report, inventions);
    }
}

fn check_lists(report: &mut Report<'_>, lists: &HsLists) {
    let mut any = false;
    for vintage in HsVintage::ALL {
        let codes = lists.codes.get(vintage);
        any |= !codes.is_empty();
        hs::codes(report, &["hs".into(), "codes".into(), vintage.as_str().into()], codes);
    }
    hs::reason_for_none(report, any, lists.none_because.as_deref());
}

/// Parents exist, are of the same family, and have no lists of their own; nothing
/// is its own ancestor.
fn check_tree(read: &[(&Document, Technology)], problems: &mut Vec<Problem>) {
    let by_id: BTreeMap<&str, &Technology> = read.iter().map(|(_, t)| (t.id.as_str(), t)).collect();
    for (document, technology) in read {
        let mut report = Report::new(document, problems);
        check_parent(&mut report, technology, &by_id);
        let is_parent = read.iter().any(|(_, t)| t.parent.as_deref() == Some(&technology.id));
        check_parts(&mut report, technology, is_parent);
    }
}

fn check_parent(
    report: &mut Report<'_>,
    technology: &Technology,
    by_id: &BTreeMap<&str, &Technology>,
) {
    let Some(parent_id) = technology.parent.as_deref() else {
        return;
    };
    let at = ["parent".into()];
    let Some(parent) = by_id.get(parent_id) else {
        let known: Vec<&str> = by_id.keys().copied().collect();
        report.add(
            &at,
            parent_id,
            format!("The parent `{parent_id}` is not a technology."),
            &format!("Use one of these, or add its file: {}.", known.join(", ")),
        );
        return;
    };
    if parent.family != technology.family {
        let what = format!(
            "The parent `{parent_id}` is {}, but `{}` is {}.",
            parent.family, technology.id, technology.family
        );
        report.add(&at, parent_id, what, "Give both the same family.");
    }
    if parent.parent.is_some() || parent_id == technology.id {
        let what = format!("The parent `{parent_id}` is itself a part of another technology.");
        report.add(&at, parent_id, what, "The tree has two levels; name the upper one.");
    }
}

fn check_parts(report: &mut Report<'_>, technology: &Technology, is_parent: bool) {
    if is_parent && (technology.hs.is_some() || technology.production.is_some()) {
        report.add(
            &["hs".into()],
            &technology.id,
            format!("`{}` has parts and lists of its own.", technology.id),
            "Move its lists to the parts: a parent is the union of its parts.",
        );
    }
    if !is_parent && technology.hs.is_none() {
        report.add(
            &["id".into()],
            &technology.id,
            format!("`{}` has neither parts nor HS lists.", technology.id),
            "Add a table [hs]; where there are no goods, say why in `none_because`.",
        );
    }
}
