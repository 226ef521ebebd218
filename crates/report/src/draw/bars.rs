//! One bar a subject, on both sides of zero.

use sextant_charts::{Bar, ChartBody, Order};

use super::values::by_value;
use super::{Drawing, Pick, Shown};
use crate::{ReportError, status};

pub(crate) fn draw(pick: &Pick<'_>) -> Result<Drawing, ReportError> {
    let mut shown: Vec<Shown> =
        pick.subjects.iter().map(|subject| pick.shown(subject, pick.country)).collect();
    by_value(&mut shown);
    let bars: Result<Vec<Bar>, ReportError> =
        shown.iter().map(|shown| bar(pick, shown, &shown.subject, &shown.subject_name)).collect();
    let body = ChartBody::DivergingBars {
        bars: bars?,
        order: Order::AsGiven,
        negative_label: Some(pick.words.say("balance-deficit")?),
        positive_label: Some(pick.words.say("balance-surplus")?),
    };
    Ok(Drawing { body, alt: alt(pick, &shown)?, shown, breaks: Vec::new() })
}

/// A bar with its flags and tooltip.
pub(crate) fn bar(
    pick: &Pick<'_>,
    shown: &Shown,
    id: &str,
    label: &str,
) -> Result<Bar, ReportError> {
    let mut bar = Bar::new(id, label, shown.value());
    if let Some(observation) = &shown.observation {
        bar.note = status::marks(observation);
        bar.flagged = bar.note.is_some();
        bar.tooltip = Some(pick.tooltip(observation)?);
    }
    Ok(bar)
}

fn alt(pick: &Pick<'_>, shown: &[Shown]) -> Result<String, ReportError> {
    let values = pick.listed(shown.iter(), Shown::of_subject)?;
    let place = pick.subtitle(shown);
    let arguments = [("place", place.into()), ("values", values.into())];
    let sentence = pick.words.tell("alt-values", arguments)?;
    let missing = pick.missing(shown, Shown::of_subject)?;
    Ok(pick.words.sentences(std::iter::once(sentence).chain(missing)))
}
