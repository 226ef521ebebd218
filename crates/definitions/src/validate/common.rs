//! Checks that all kinds of definitions share.

use std::collections::BTreeMap;

use super::report::{Report, stem};
use crate::document::{Document, Step};
use crate::subject::{ALL_INVESTMENT, ALL_PATENTS, ALL_PRODUCTION, ALL_PRODUCTS, FIELD_PREFIX};
use crate::{Lang, Names, OWN_DEFINITIONS, Problem, Provenance};

/// The id is the name of the file, in small letters, digits and single hyphens.
pub(super) fn id(report: &mut Report<'_>, id: &str) {
    let well_formed = !id.is_empty()
        && id.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        });
    if !well_formed {
        report.add(
            &["id".into()],
            id,
            format!("The id `{id}` is not well formed."),
            "Use small letters and digits, with single hyphens between words, as in `solar-power`.",
        );
    } else if let Some(meaning) = taken(id) {
        report.add(
            &["id".into()],
            id,
            format!("The id `{id}` is taken: it stands for {meaning}."),
            "Choose another id.",
        );
    } else if id != report.stem() {
        let stem = report.stem();
        report.add(
            &["id".into()],
            id,
            format!("The id `{id}` differs from the name of its file, `{stem}.toml`."),
            "Give both the same name, so that an id leads to its file.",
        );
    }
}

/// What an id stands for that no file may define.
fn taken(id: &str) -> Option<&'static str> {
    match id {
        ALL_PRODUCTS => Some("all products together"),
        ALL_PATENTS => Some("all inventions together"),
        ALL_PRODUCTION => Some("all production together"),
        ALL_INVESTMENT => Some("all rounds of investment together"),
        OWN_DEFINITIONS => Some("the definitions of Sextant itself"),
        _ => id.starts_with(FIELD_PREFIX).then_some("a field of technology"),
    }
}

/// Names that are there, in the table that the steps lead to.
pub(super) fn names(report: &mut Report<'_>, steps: &[Step<'_>], names: &Names) {
    for lang in Lang::ALL {
        if names.get(lang).trim().is_empty() {
            let at: Vec<Step<'_>> = steps.iter().copied().chain([lang.as_str().into()]).collect();
            report.add(
                &at,
                "",
                format!("`{}.{lang}` is empty.", dotted(steps)),
                "Fact sheets are written in all four languages; fill it in.",
            );
        }
    }
}

/// A version that is there.
pub(super) fn version(report: &mut Report<'_>, version: &str) {
    if version.trim().is_empty() {
        report.add(
            &["version".into()],
            version,
            "The version is empty.".into(),
            "Write one, for example \"2026.1\", and change it with every change of content.",
        );
    }
}

/// Steps as a dotted key, as it may stand in a file.
fn dotted(steps: &[Step<'_>]) -> String {
    let parts: Vec<String> = steps
        .iter()
        .map(|step| match step {
            Step::Key(key) => (*key).to_owned(),
            Step::At(index) => index.to_string(),
        })
        .collect();
    parts.join(".")
}

/// The provenance of a table: an origin that is there, a date that is one.
pub(super) fn provenance(report: &mut Report<'_>, table: &str, provenance: &Provenance) {
    origin(report, &[table.into(), "provenance".into()], provenance);
}

/// An origin that is there, a date that is one, in the table that the steps lead to.
pub(super) fn origin(report: &mut Report<'_>, steps: &[Step<'_>], provenance: &Provenance) {
    let at = |key| -> Vec<Step<'_>> { steps.iter().copied().chain([Step::Key(key)]).collect() };
    if provenance.origin.trim().is_empty() {
        report.add(
            &at("origin"),
            "",
            format!("`{}.origin` is empty.", dotted(steps)),
            "Say which sources the list was made from.",
        );
    }
    if !is_date(&provenance.date) {
        report.add(
            &at("date"),
            &provenance.date,
            format!("`{}` is not a date.", provenance.date),
            "Write year, month and day, as in \"2026-11-21\".",
        );
    }
}

/// Whether a text is a date `YYYY-MM-DD`.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return false;
    };
    let number = |part: &str, digits: usize| -> Option<u32> {
        let all_digits = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
        if all_digits { part.parse().ok() } else { None }
    };
    number(year, 4).is_some_and(|y| (1988..=2100).contains(&y))
        && number(month, 2).is_some_and(|m| (1..=12).contains(&m))
        && number(day, 2).is_some_and(|d| (1..=31).contains(&d))
}

/// No two subjects share an id, whatever their kind.
pub(super) fn unique_ids(documents: &[Document], problems: &mut Vec<Problem>) {
    #[derive(serde::Deserialize)]
    struct OnlyId {
        id: String,
    }
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for document in documents.iter().filter(|document| holds_subject(document)) {
        let Ok(OnlyId { id }) = toml::from_str::<OnlyId>(&document.text) else {
            continue;
        };
        if let Some(first) = seen.get(&id) {
            problems.push(document.problem(
                &["id".into()],
                Some(&id),
                format!("The id `{id}` is already that of {first}."),
                "Ids are unique over technologies, ecosystems, product groups, sectors and alternatives; choose another.",
            ));
        } else {
            seen.insert(id, &document.path);
        }
    }
}

fn holds_subject(document: &Document) -> bool {
    ["technologies/", "ecosystems/", "product-groups/", "sectors/", "alternatives/"]
        .iter()
        .any(|folder| document.path.starts_with(folder))
        && !stem(&document.path).is_empty()
}

/// A share lies between 0 and 1.
pub(super) fn share(report: &mut Report<'_>, key: &str, share: f64) {
    if !(0.0..=1.0).contains(&share) {
        let what = format!("`{key}` is {share}, which is not a share.");
        report.add(&[key.into()], &share.to_string(), what, "Write a number from 0 to 1.");
    }
}

/// The two shares of its codes from which a subject is complete and is given at all.
pub(super) fn coverage(report: &mut Report<'_>, full: f64, published: f64) {
    share(report, "code_coverage_full", full);
    share(report, "code_coverage_published", published);
    if published > full {
        report.add(
            &["code_coverage_published".into()],
            &published.to_string(),
            "`code_coverage_published` is above `code_coverage_full`.".into(),
            "A figure is published from the lower of the two and complete from the higher.",
        );
    }
}
