//! One subject in every Member State: ranked, and on the map.

use sextant_charts::{ChartBody, MapValue, Reference, map_geographies};

use super::bars::bar;
use super::values::by_value;
use super::{Drawing, Pick, Shown};
use crate::context::EU27;
use crate::{ReportError, status};

/// The ends of a ranking that its description names.
const ENDS: usize = 3;

pub(crate) fn ranking(pick: &Pick<'_>) -> Result<Drawing, ReportError> {
    let shown = shown(pick, |_| true);
    let mut bars = Vec::new();
    for one in &shown {
        let mut bar = bar(pick, one, &one.geo, &one.geo_name)?;
        bar.rank = rank(one).map(|(rank, _)| rank.to_string());
        bars.push(bar);
    }
    let own = own(pick, &shown);
    let body = ChartBody::Ranking {
        bars,
        highlight: own.map(|own| own.geo.clone()),
        highlight_text: match own.and_then(rank) {
            Some(rank) => Some(pick.words.rank(rank)?),
            None => None,
        },
        reference: reference(pick),
    };
    Ok(Drawing { body, alt: alt(pick, &shown)?, shown, breaks: Vec::new() })
}

pub(crate) fn map(pick: &Pick<'_>) -> Result<Drawing, ReportError> {
    let on_map = |geo: &str| map_geographies().any(|known| known == geo);
    let shown = shown(pick, on_map);
    let values: Result<Vec<MapValue>, ReportError> =
        shown.iter().map(|one| map_value(pick, one)).collect();
    let highlight = own(pick, &shown).map(|own| own.geo.clone());
    let body = ChartBody::EuMap { values: values?, highlight, thresholds: Vec::new() };
    Ok(Drawing { body, alt: alt(pick, &shown)?, shown, breaks: Vec::new() })
}

fn map_value(pick: &Pick<'_>, shown: &Shown) -> Result<MapValue, ReportError> {
    let mut value = MapValue::new(&shown.geo, &shown.geo_name, shown.value());
    if let Some(observation) = &shown.observation {
        value.note = status::marks(observation);
        value.flagged = value.note.is_some();
        value.rank = rank(shown).map(|(rank, _)| rank.to_string());
        value.tooltip = Some(pick.tooltip(observation)?);
    }
    Ok(value)
}

/// The Member States, and the country itself where it is none of them.
fn shown(pick: &Pick<'_>, wanted: impl Fn(&str) -> bool) -> Vec<Shown> {
    let Some(subject) = pick.subjects.first() else { return Vec::new() };
    let mut geos: Vec<&str> = pick.context.members().collect();
    if !geos.contains(&pick.country) && pick.country != EU27 {
        geos.push(pick.country);
    }
    geos.retain(|geo| wanted(geo));
    let mut shown: Vec<Shown> = geos.into_iter().map(|geo| pick.shown(subject, geo)).collect();
    by_value(&mut shown);
    shown
}

fn rank(shown: &Shown) -> Option<(i32, i32)> {
    let observation = shown.observation.as_ref()?;
    observation.rank.zip(observation.ranked_of)
}

fn own<'s>(pick: &Pick<'_>, shown: &'s [Shown]) -> Option<&'s Shown> {
    shown.iter().find(|shown| shown.geo == pick.country)
}

/// The EU27 as a whole.
fn reference(pick: &Pick<'_>) -> Option<Reference> {
    let subject = pick.subjects.first()?;
    let whole = pick.shown(subject, EU27);
    whole.value().map(|value| Reference { label: whole.geo_name, value })
}

fn alt(pick: &Pick<'_>, shown: &[Shown]) -> Result<String, ReportError> {
    let valued: Vec<&Shown> = shown.iter().filter(|one| one.observation.is_some()).collect();
    let highest = pick.listed(valued.iter().copied().take(ENDS), Shown::of_geo)?;
    let lowest = pick.listed(valued.iter().rev().copied().take(ENDS), Shown::of_geo)?;
    let ends = [("highest", highest.into()), ("lowest", lowest.into())];
    let mut sentences = vec![pick.words.tell("alt-ends", ends)?];
    if let Some(own) = own(pick, shown) {
        sentences.extend(alt_own(pick, own)?);
    }
    sentences.extend(pick.missing(shown, Shown::of_geo)?);
    Ok(pick.words.sentences(sentences))
}

fn alt_own(pick: &Pick<'_>, own: &Shown) -> Result<Option<String>, ReportError> {
    let (Some(observation), Some(rank)) = (&own.observation, rank(own)) else { return Ok(None) };
    let arguments = [
        ("country", own.geo_name.as_str().into()),
        ("value", pick.value_text(observation)?.into()),
        ("rank", pick.words.rank(rank)?.into()),
    ];
    pick.words.tell("alt-own", arguments).map(Some)
}
