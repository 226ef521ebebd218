//! Checks a specification before it is drawn: a chart that cannot be right is refused.

use std::collections::BTreeSet;

use crate::body::{Bar, Break, ChartBody, MapValue, Series, SeriesRole};
use crate::bundle::map_geographies;
use crate::error::{ChartError, Problem};
use crate::paired::PairedBar;
use crate::spec::ChartSpec;
use crate::validate_panels::check_panels;

const LANGUAGES: [&str; 4] = ["en", "nl", "fr", "zh"];
const MOST_COLOURS: usize = 8;
pub(crate) const MOST_YEARS: i32 = 300;

pub(crate) type Check = Result<(), Problem>;

pub(crate) fn validate(spec: &ChartSpec) -> crate::Result<()> {
    check(spec).map_err(|problem| ChartError::Invalid { chart: spec.id.clone(), problem })
}

fn check(spec: &ChartSpec) -> Check {
    ensure(is_id(&spec.id), || Problem::Id)?;
    ensure(LANGUAGES.contains(&spec.lang.as_str()), || Problem::Language(spec.lang.clone()))?;
    ensure(!spec.title.trim().is_empty(), || Problem::Empty("title"))?;
    ensure(!spec.alt.trim().is_empty(), || Problem::Empty("alternative text"))?;
    ensure((320..=2000).contains(&spec.width), || Problem::Width(spec.width))?;
    if let Some(decimals) = spec.decimals {
        ensure(decimals <= 9, || Problem::Decimals(decimals))?;
    }
    check_texts(spec)?;
    check_body(&spec.body)
}

pub(crate) fn ensure(holds: bool, problem: impl FnOnce() -> Problem) -> Check {
    if holds { Ok(()) } else { Err(problem()) }
}

fn is_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// No text may hold what XML cannot: the SVG would not open.
fn check_texts(spec: &ChartSpec) -> Check {
    let json = serde_json::to_value(spec).unwrap_or_default();
    let mut waiting = vec![&json];
    while let Some(value) = waiting.pop() {
        match value {
            serde_json::Value::String(text) => check_text(text)?,
            serde_json::Value::Array(items) => waiting.extend(items),
            serde_json::Value::Object(members) => waiting.extend(members.values()),
            _ => {}
        }
    }
    Ok(())
}

fn check_text(text: &str) -> Check {
    let bad = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}');
    ensure(!text.chars().any(bad), || Problem::ControlCharacter(text.escape_debug().to_string()))
}

fn check_body(body: &ChartBody) -> Check {
    match body {
        ChartBody::DivergingBars { bars, .. } => check_bars(bars, None),
        ChartBody::Bars { bars, highlight, .. } => check_bars(bars, highlight.as_deref()),
        ChartBody::Ranking { bars, highlight, reference, .. } => {
            if let Some(reference) = reference {
                check_value(&reference.label, Some(reference.value))?;
            }
            check_bars(bars, highlight.as_deref())
        }
        ChartBody::PairedBars { bars, left_label, right_label, .. } => {
            check_headings(left_label, right_label)?;
            check_pairs(bars)
        }
        ChartBody::TrendPanels { rows, left_label, right_label, legend, .. } => {
            check_headings(left_label, right_label)?;
            check_panels(rows, legend)
        }
        ChartBody::Lines { series, breaks, open_from, open_label, .. } => {
            let (first, last) = check_series(series)?;
            check_breaks(breaks, series, first, last)?;
            check_open(*open_from, open_label.as_deref(), first, last)
        }
        ChartBody::EuMap { values, highlight, thresholds } => {
            check_map(values, highlight.as_deref())?;
            check_thresholds(thresholds)
        }
    }
}

fn check_bars(bars: &[Bar], highlight: Option<&str>) -> Check {
    ensure(!bars.is_empty(), || Problem::Nothing("bars"))?;
    bars.iter().try_for_each(|bar| check_value(&bar.id, bar.value))?;
    check_ids(bars.iter().map(|bar| bar.id.as_str()), "bar", highlight)
}

pub(crate) fn check_headings(left: &str, right: &str) -> Check {
    ensure(!left.trim().is_empty(), || Problem::Empty("left label"))?;
    ensure(!right.trim().is_empty(), || Problem::Empty("right label"))
}

fn check_pairs(bars: &[PairedBar]) -> Check {
    ensure(!bars.is_empty(), || Problem::Nothing("bars"))?;
    for bar in bars {
        check_share(&bar.id, bar.left)?;
        check_share(&bar.id, bar.right)?;
    }
    check_ids(bars.iter().map(|bar| bar.id.as_str()), "bar", None)
}

/// Finite, and zero or more.
fn check_share(id: &str, value: Option<f64>) -> Check {
    check_value(id, value)?;
    let negative = value.filter(|value| *value < 0.0);
    negative.map_or(Ok(()), |value| Err(Problem::Negative(id.to_owned(), value)))
}

fn check_value(id: &str, value: Option<f64>) -> Check {
    ensure(value.is_none_or(f64::is_finite), || Problem::NotFinite(id.to_owned()))
}

/// Ids are unique, and what is referred to is among them.
pub(crate) fn check_ids<'a>(
    ids: impl Iterator<Item = &'a str>,
    kind: &'static str,
    wanted: Option<&str>,
) -> Check {
    let mut seen = BTreeSet::new();
    for id in ids {
        ensure(seen.insert(id), || Problem::Twice(id.to_owned(), kind))?;
    }
    let found = wanted.is_none_or(|id| seen.contains(id));
    ensure(found, || Problem::Unknown(wanted.unwrap_or_default().to_owned(), join(seen)))
}

fn join<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    names.into_iter().collect::<Vec<_>>().join(", ")
}

/// The first and the last year of the series.
fn check_series(series: &[Series]) -> Result<(i32, i32), Problem> {
    ensure(series.iter().any(|one| !one.points.is_empty()), || Problem::Nothing("points"))?;
    let coloured = series.iter().filter(|one| one.role != SeriesRole::Context).count();
    ensure(coloured <= MOST_COLOURS, || Problem::TooManySeries(coloured, MOST_COLOURS))?;
    check_ids(series.iter().map(|one| one.id.as_str()), "series", None)?;
    series.iter().try_for_each(check_points)?;
    let years = || series.iter().flat_map(|one| one.points.iter().map(|point| point.year));
    let (first, last) = (years().min().unwrap_or_default(), years().max().unwrap_or_default());
    let span = last.saturating_sub(first);
    ensure(span <= MOST_YEARS, || Problem::TooManyYears(first, last, MOST_YEARS))?;
    Ok((first, last))
}

fn check_breaks(breaks: &[Break], series: &[Series], first: i32, last: i32) -> Check {
    for one in breaks {
        let inside = one.year > first && one.year <= last;
        ensure(inside, || Problem::BreakOutside(one.year, first, last))?;
        check_ids(series.iter().map(|line| line.id.as_str()), "series", one.series.as_deref())?;
    }
    Ok(())
}

/// Shaded years are shown, and say why they are shaded.
fn check_open(from: Option<i32>, label: Option<&str>, first: i32, last: i32) -> Check {
    let label = label.filter(|words| !words.trim().is_empty());
    ensure(from.is_some() == label.is_some(), || Problem::OpenAlone)?;
    let outside = from.filter(|year| !(first..=last).contains(year));
    outside.map_or(Ok(()), |year| Err(Problem::OpenOutside(year, first, last)))
}

fn check_points(series: &Series) -> Check {
    for pair in series.points.windows(2) {
        let (before, year) = (pair[0].year, pair[1].year);
        ensure(before < year, || Problem::Years { series: series.id.clone(), year, before })?;
    }
    series.points.iter().try_for_each(|point| check_value(&series.id, point.value))
}

fn check_map(values: &[MapValue], highlight: Option<&str>) -> Check {
    ensure(!values.is_empty(), || Problem::Nothing("countries"))?;
    for one in values {
        check_value(&one.geo, one.value)?;
        let known = map_geographies().any(|geo| geo == one.geo);
        ensure(known, || Problem::Shape(one.geo.clone(), join(map_geographies())))?;
    }
    check_ids(values.iter().map(|one| one.geo.as_str()), "country", highlight)
}

fn check_thresholds(thresholds: &[f64]) -> Check {
    let ascending = thresholds.windows(2).all(|pair| pair[0] < pair[1]);
    let finite = thresholds.iter().all(|limit| limit.is_finite());
    let below = thresholds.iter().filter(|limit| **limit < 0.0).count();
    let above = thresholds.iter().filter(|limit| **limit > 0.0).count();
    let around_zero = below + above < thresholds.len();
    let few = if around_zero { below <= 2 && above <= 2 } else { thresholds.len() <= 4 };
    ensure(ascending && finite && few, || Problem::Thresholds)
}
