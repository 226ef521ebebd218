//! Checks that all kinds of definitions share.

use std::collections::BTreeMap;

use super::report::{Report, stem};
use crate::document::{Document, Step};
use crate::subject::ALL_PRODUCTS;
use crate::{Lang, Names, Problem, Provenance};

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
    } else if id == ALL_PRODUCTS {
        report.add(
            &["id".into()],
            id,
            format!("The id `{id}` is taken: it stands for all products together."),
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

/// Names that are there.
pub(super) fn names(report: &mut Report<'_>, key: &str, names: &Names) {
    for lang in Lang::ALL {
        if names.get(lang).trim().is_empty() {
            report.add(
                &[key.into(), lang.as_str().into()],
                "",
                format!("`{key}.{lang}` is empty."),
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

/// An origin that is there, a date that is one.
pub(super) fn provenance(report: &mut Report<'_>, table: &str, provenance: &Provenance) {
    let at = |key: &'static str| [Step::Key(table), "provenance".into(), key.into()];
    if provenance.origin.trim().is_empty() {
        report.add(
            &at("origin"),
            "",
            format!("`{table}.provenance.origin` is empty."),
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
                "Ids are unique over technologies, ecosystems and product groups; choose another.",
            ));
        } else {
            seen.insert(id, &document.path);
        }
    }
}

fn holds_subject(document: &Document) -> bool {
    ["technologies/", "ecosystems/", "product-groups/"]
        .iter()
        .any(|folder| document.path.starts_with(folder))
        && !stem(&document.path).is_empty()
}
