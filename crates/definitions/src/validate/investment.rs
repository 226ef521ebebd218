//! Which rounds are counted, and which categories belong to what.

use std::collections::{BTreeMap, BTreeSet};

use super::report::stem;
use super::{CATEGORIES, Report, common, of_folder, rules};
use crate::category_map::folded;
use crate::document::{Document, Step};
use crate::{CategoryMap, InvestmentRules, Problem, ROUND_KINDS, Technology};

/// Reads and checks which rounds are counted.
pub(super) fn counted(
    documents: &[Document],
    problems: &mut Vec<Problem>,
) -> Option<InvestmentRules> {
    let (document, file) =
        rules::parse::<InvestmentRules>(documents, "rules/investment.toml", problems)?;
    let mut report = Report::new(document, problems);
    common::version(&mut report, &file.version);
    common::names(&mut report, &["all_investment".into()], &file.all_investment);
    common::origin(&mut report, &["provenance".into()], &file.provenance);
    if file.span.first > file.span.last {
        let what = format!("The period ends in {} before it begins.", file.span.last);
        report.add(&["span".into()], "", what, "Write the earlier year first.");
    }
    kinds(&mut report, &file);
    Some(file)
}

/// Every kind of round stands in one list and no other.
fn kinds(report: &mut Report<'_>, file: &InvestmentRules) {
    let lists = [
        ("counted", &file.counted),
        ("optional", &file.optional),
        ("not_counted", &file.not_counted),
    ];
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for (list, kinds) in lists {
        for (index, kind) in kinds.iter().enumerate() {
            let at = [Step::Key(list), index.into()];
            if !ROUND_KINDS.contains(&kind.as_str()) {
                let what = format!("`{kind}` is not a kind of round.");
                let way_out = format!("Use one of these: {}.", ROUND_KINDS.join(", "));
                report.add(&at, kind, what, &way_out);
            }
            if let Some(first) = seen.insert(kind, list) {
                let what = format!("`{kind}` is in `{first}` already.");
                report.add(&at, kind, what, "A round counts or does not; keep one of them.");
            }
        }
    }
    for kind in ROUND_KINDS.into_iter().filter(|kind| !seen.contains_key(kind)) {
        let what = format!("`{kind}` is in none of the lists.");
        let way_out = "Add it to `counted`, `optional` or `not_counted`.";
        report.add(&["counted".into()], kind, what, way_out);
    }
}

/// The subjects that a category can belong to.
#[derive(Clone, Debug)]
pub(super) struct Known<'a> {
    ids: BTreeSet<&'a str>,
    parents: BTreeMap<&'a str, &'a str>,
}

impl<'a> Known<'a> {
    /// Subjects are known by the names of their files: one that cannot be read is
    /// reported itself, and not again wherever it is named.
    pub(super) fn new(documents: &'a [Document], technologies: &'a [Technology]) -> Self {
        let of = |folder| of_folder(documents, folder).map(|document| stem(&document.path));
        let parent = |t: &'a Technology| Some((t.id.as_str(), t.parent.as_deref()?));
        Self {
            ids: of("technologies").chain(of("ecosystems")).collect(),
            parents: technologies.iter().filter_map(parent).collect(),
        }
    }
}

/// Reads and checks the map of categories.
pub(super) fn categories(
    documents: &[Document],
    known: &Known<'_>,
    problems: &mut Vec<Problem>,
) -> Option<CategoryMap> {
    let (document, map) = rules::parse::<CategoryMap>(documents, CATEGORIES, problems)?;
    let mut report = Report::new(document, problems);
    common::version(&mut report, &map.version);
    common::origin(&mut report, &["provenance".into()], &map.provenance);
    for (category, subjects) in &map.mapped {
        self::subjects(&mut report, known, category, subjects);
    }
    once(&mut report, &map);
    reasons(&mut report, &map);
    Some(map)
}

/// The subjects of one category are there, each once, and none is implied by another.
fn subjects(report: &mut Report<'_>, known: &Known<'_>, category: &str, subjects: &[String]) {
    let at = |index: usize| [Step::Key("mapped"), category.into(), index.into()];
    if subjects.is_empty() {
        let what = format!("`{category}` is mapped to nothing.");
        let way_out = "Name a subject, or move the category to one of the lists `unmapped`.";
        report.add(&["mapped".into(), category.into()], category, what, way_out);
    }
    for (index, id) in subjects.iter().enumerate() {
        if !known.ids.contains(id.as_str()) {
            let what = format!("`{id}` is neither a technology nor an ecosystem.");
            let ids: Vec<&str> = known.ids.iter().copied().collect();
            let way_out = format!("Use one of these: {}.", ids.join(", "));
            report.add(&at(index), id, what, &way_out);
        } else if subjects[..index].contains(id) {
            let what = format!("`{id}` is in the list already.");
            report.add(&at(index), id, what, "Remove one of them.");
        } else if let Some(part) =
            subjects.iter().find(|s| known.parents.get(s.as_str()) == Some(&id.as_str()))
        {
            let what = format!("`{id}` is implied by `{part}`, which is a part of it.");
            report.add(&at(index), id, what, "Remove the wider one.");
        }
    }
}

/// Every category stands in one place, whatever its capitals, without blanks around it.
fn once(report: &mut Report<'_>, map: &CategoryMap) {
    let mapped =
        map.mapped.keys().map(|name| (vec![Step::Key("mapped"), name.as_str().into()], name));
    let unmapped = map.unmapped.iter().enumerate().flat_map(|(class, list)| {
        list.categories.iter().enumerate().map(move |(index, name)| {
            let steps =
                vec![Step::Key("unmapped"), class.into(), "categories".into(), index.into()];
            (steps, name)
        })
    });
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (steps, name) in mapped.chain(unmapped) {
        if name.trim() != name || name.is_empty() {
            let what = format!("`{name}` is empty or has blanks around it.");
            report.add(&steps, name, what, "Write the category without them.");
        }
        if let Some(first) = seen.insert(folded(name), name) {
            let what = format!("`{name}` is in the file already, as `{first}`.");
            let way_out = "Capitals make no difference; keep one of them.";
            report.add(&steps, name, what, way_out);
        }
    }
}

/// Every list of unmapped categories has a name of its own and says why.
fn reasons(report: &mut Report<'_>, map: &CategoryMap) {
    for (index, list) in map.unmapped.iter().enumerate() {
        let at = |key| [Step::Key("unmapped"), index.into(), Step::Key(key)];
        if list.because.trim().is_empty() {
            let what = format!("`because` of the class `{}` is empty.", list.class);
            report.add(&at("because"), "", what, "Say why these categories belong nowhere.");
        }
        let taken = map.unmapped[..index].iter().any(|earlier| earlier.class == list.class);
        if taken || list.class.trim().is_empty() {
            let what = format!("The class `{}` is empty or there already.", list.class);
            report.add(&at("class"), &list.class, what, "Give each list a name of its own.");
        }
    }
}
