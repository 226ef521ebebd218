//! The notes under a figure.

use std::collections::BTreeSet;

use super::{Pick, Shown};
use crate::figures::{Note, fill};
use crate::{ReportError, status};

/// The figure's own notes, as far as they apply, and a line for every flag that occurs.
pub(crate) fn of(
    pick: &Pick<'_>,
    shown: &[Shown],
    sources: &BTreeSet<&str>,
) -> Result<Vec<String>, ReportError> {
    let observations = shown.iter().filter_map(|shown| shown.observation.as_ref());
    let geos: BTreeSet<&str> = shown.iter().map(|shown| shown.geo.as_str()).collect();
    let several = shown.iter().any(|one| one.subject != shown[0].subject);
    let rules = &pick.context.definitions.patent_rules;
    let choices = rules.choices().join(", ");
    let route = rules.route_names(rules.ecosystem_route).get(pick.words.lang);
    let own = pick.definition.notes.iter().filter_map(|id| pick.context.catalogue.notes.get(id));
    let mut notes: Vec<String> = own
        .filter(|note| several || !note.several_subjects)
        .filter(|note| note.usual_counting.is_none_or(|usual| usual == rules.is_usual()))
        .filter(|note| applies(note, sources, &geos))
        .map(|note| fill(note.text.get(pick.words.lang), &[("route", route), ("rules", &choices)]))
        .collect();
    notes.extend(status::notes(pick.words, observations)?);
    Ok(notes)
}

fn applies(note: &Note, sources: &BTreeSet<&str>, geos: &BTreeSet<&str>) -> bool {
    let one_of = |wanted: &[String], there: &BTreeSet<&str>| {
        wanted.iter().any(|wanted| there.contains(wanted.as_str()))
    };
    (note.sources.is_empty() || one_of(&note.sources, sources))
        && (note.geos.is_empty() || one_of(&note.geos, geos))
        && !one_of(&note.not_geos, geos)
}
