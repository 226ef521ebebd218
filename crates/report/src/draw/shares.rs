//! Two shares of a country for every subject: in its own total, and in the world's.

use sextant_charts::{ChartBody, Order, PairedBar};

use super::values::by_value;
use super::{Drawing, Pick, Shown};
use crate::{ReportError, status};

/// A subject with the two values beside each other.
struct Pair {
    own: Shown,
    world: Shown,
}

pub(crate) fn draw(pick: &Pick<'_>) -> Result<Drawing, ReportError> {
    let mut own: Vec<Shown> =
        pick.subjects.iter().map(|subject| pick.shown(subject, pick.country)).collect();
    by_value(&mut own);
    let pairs: Vec<Pair> = own.into_iter().map(|own| pair(pick, own)).collect();
    let bars: Result<Vec<PairedBar>, ReportError> =
        pairs.iter().map(|pair| bar(pick, pair)).collect();
    let beside = pick.definition.beside.as_deref().unwrap_or_default();
    let body = ChartBody::PairedBars {
        bars: bars?,
        order: Order::AsGiven,
        left_label: pick.words.say(&format!("column-{}", pick.indicator))?,
        right_label: pick.words.say(&format!("column-{beside}"))?,
        left_unit: String::new(),
        right_unit: String::new(),
    };
    let alt = alt(pick, &pairs)?;
    let shown = pairs.into_iter().flat_map(|pair| [pair.own, pair.world]).collect();
    Ok(Drawing { body, shown, alt, breaks: Vec::new() })
}

fn pair(pick: &Pick<'_>, own: Shown) -> Pair {
    let beside = pick.definition.beside.as_deref().unwrap_or_default();
    let cell = pick.context.cube.get(beside, &own.subject, pick.country, &pick.year);
    let world = Shown { observation: cell.map(|view| view.observation()), ..own.clone() };
    Pair { own, world }
}

fn bar(pick: &Pick<'_>, Pair { own, world }: &Pair) -> Result<PairedBar, ReportError> {
    let mut bar = PairedBar::new(&own.subject, &own.subject_name, own.value(), world.value());
    let marks = |shown: &Shown| shown.observation.as_ref().and_then(status::marks);
    bar.left_flagged = marks(own).is_some();
    bar.right_flagged = marks(world).is_some();
    if let Some(observation) = &world.observation {
        let rank = observation.rank.zip(observation.ranked_of);
        bar.right_text = rank.map(|rank| pick.words.rank(rank)).transpose()?;
        bar.tooltip = Some(pick.tooltip(observation)?);
    }
    Ok(bar)
}

fn alt(pick: &Pick<'_>, pairs: &[Pair]) -> Result<String, ReportError> {
    let own: Vec<Shown> = pairs.iter().map(|pair| pair.own.clone()).collect();
    let mut sentences = Vec::new();
    for side in [own.iter().collect::<Vec<_>>(), pairs.iter().map(|pair| &pair.world).collect()] {
        let Some(first) = side.iter().find_map(|shown| shown.observation.as_ref()) else {
            continue;
        };
        let place = pick.words.say(&format!("indicator-{}", first.indicator))?;
        let values = pick.listed(side.into_iter(), Shown::of_subject)?;
        let arguments = [("place", place.into()), ("values", values.into())];
        sentences.push(pick.words.tell("alt-values", arguments)?);
    }
    sentences.extend(pick.missing(&own, Shown::of_subject)?);
    Ok(pick.words.sentences(sentences))
}
