//! One bar a subject: money raised, with the rank and the number of rounds.

use sextant_charts::{Bar, ChartBody, Order};

use super::values::by_value;
use super::{Drawing, Pick, Shown};
use crate::{ReportError, status};

pub(crate) fn draw(pick: &Pick<'_>) -> Result<Drawing, ReportError> {
    let mut shown: Vec<Shown> =
        pick.subjects.iter().map(|subject| pick.shown(subject, pick.country)).collect();
    by_value(&mut shown);
    let bars: Result<Vec<Bar>, ReportError> = shown.iter().map(|one| bar(pick, one)).collect();
    let body = ChartBody::Bars { bars: bars?, order: Order::AsGiven, highlight: None };
    Ok(Drawing { body, alt: alt(pick, &shown)?, shown, breaks: Vec::new() })
}

fn bar(pick: &Pick<'_>, shown: &Shown) -> Result<Bar, ReportError> {
    // The bar is in the unit that the chart names.
    let millions = shown.value().map(|value| value / 1_000_000.0);
    let mut bar = Bar::new(&shown.subject, &shown.subject_name, millions);
    if let Some(observation) = &shown.observation {
        bar.note = status::marks(observation);
        bar.flagged = bar.note.is_some();
        bar.tooltip = Some(pick.tooltip(observation)?);
        let rank = observation.rank.zip(observation.ranked_of);
        let rank = rank.map(|rank| pick.words.rank(rank)).transpose()?;
        let rounds = pick.words.tell("rounds", [("count", observation.n.unwrap_or(0).into())])?;
        bar.text = Some(pick.words.list(rank.into_iter().chain(std::iter::once(rounds))));
    }
    Ok(bar)
}

fn alt(pick: &Pick<'_>, shown: &[Shown]) -> Result<String, ReportError> {
    let values = pick.listed(shown.iter(), Shown::of_subject)?;
    let place = pick.words.say(&format!("unit-{}", pick.indicator))?;
    let sentence =
        pick.words.tell("alt-values", [("place", place.into()), ("values", values.into())])?;
    let missing = pick.missing(shown, Shown::of_subject)?;
    Ok(pick.words.sentences(std::iter::once(sentence).chain(missing)))
}
