//! Lines over all years: one a subject, or one a geography.

use std::collections::BTreeSet;

use sextant_charts::{Break, ChartBody, Point, Series, SeriesRole};
use sextant_definitions::Subject;

use super::{Drawing, Pick, Shown};
use crate::{ReportError, status};

/// Lines in colours of their own that readers can tell apart.
const COLOURS: usize = 8;

/// One line: its id and name, and its values by year.
struct Line {
    id: String,
    name: String,
    shown: Vec<Shown>,
}

pub(crate) fn draw(pick: &Pick<'_>) -> Result<Drawing, ReportError> {
    let lines = lines(pick);
    let series: Result<Vec<Series>, ReportError> =
        lines.iter().enumerate().map(|(place, line)| series(pick, line, place)).collect();
    let open_from = open_from(&lines);
    let body = ChartBody::Lines {
        series: series?,
        breaks: breaks(pick, &lines)?,
        from_zero: true,
        open_from,
        open_label: open_from.map(|_| pick.words.say("open-years")).transpose()?,
    };
    let alt = alt(pick, &lines)?;
    let mut breaks = break_sentences(pick, &lines)?;
    breaks.extend(open_sentence(pick, &lines)?);
    let shown = lines.into_iter().flat_map(|line| line.shown).collect();
    Ok(Drawing { body, shown, alt, breaks })
}

/// Lines with at least one value: geographies where several are compared, else subjects.
fn lines(pick: &Pick<'_>) -> Vec<Line> {
    let compared = !pick.definition.compare.is_empty();
    let mut lines = Vec::new();
    for subject in &pick.subjects {
        for geo in pick.geos() {
            let shown = values(pick, subject, geo);
            if let Some(first) = shown.first() {
                let (id, name) = match compared {
                    true => (geo.to_ascii_lowercase(), first.geo_name.clone()),
                    false => (subject.id.clone(), first.subject_name.clone()),
                };
                lines.push(Line { id, name, shown });
            }
        }
    }
    lines
}

fn values(pick: &Pick<'_>, subject: &Subject, geo: &str) -> Vec<Shown> {
    let years = |since: i32| {
        let views = pick.context.cube.series(pick.indicator, &subject.id, geo);
        let years = views.filter(move |view| view.year().is_some_and(|year| year >= since));
        years.map(|view| pick.shown_as(subject, geo, Some(view.observation()))).collect()
    };
    let recent: Vec<Shown> = pick.definition.since.map(years).unwrap_or_default();
    if recent.is_empty() { years(i32::MIN) } else { recent }
}

/// The first year that is not complete yet, of any line.
fn open_from(lines: &[Line]) -> Option<i32> {
    let open = |shown: &&Shown| shown.observation.as_ref().is_some_and(|o| o.has("truncated"));
    lines.iter().flat_map(|line| &line.shown).filter(open).map(year).min()
}

fn series(pick: &Pick<'_>, line: &Line, place: usize) -> Result<Series, ReportError> {
    let mut points = Vec::new();
    for one in &line.shown {
        let Some(observation) = &one.observation else { continue };
        let mut point = Point::new(year(one), observation.value);
        point.flagged = status::marks(observation).is_some();
        point.tooltip = Some(tooltip(pick, line, one)?);
        points.push(point);
    }
    let compared = !pick.definition.compare.is_empty();
    let mut series = Series::new(&line.id, &line.name, points);
    series.role = match place {
        0 if compared => SeriesRole::Main,
        place if place >= COLOURS => SeriesRole::Context,
        _ => SeriesRole::Other,
    };
    Ok(series)
}

/// One line of the tooltip: "Wind power: 2.41% (8 of 27)".
fn tooltip(pick: &Pick<'_>, line: &Line, shown: &Shown) -> Result<String, ReportError> {
    let Some(observation) = &shown.observation else { return Ok(String::new()) };
    let name = line.name.as_str();
    let value = pick.value_text(observation)?;
    match observation.rank.zip(observation.ranked_of) {
        None => pick.words.tell("tooltip-line", [("name", name.into()), ("value", value.into())]),
        Some(rank) => {
            let rank = pick.words.rank(rank)?;
            let arguments = [("name", name.into()), ("value", value.into()), ("rank", rank.into())];
            pick.words.tell("tooltip-line-ranked", arguments)
        }
    }
}

fn year(shown: &Shown) -> i32 {
    let period = shown.observation.as_ref().map(|observation| observation.period.parse());
    period.and_then(Result::ok).unwrap_or_default()
}

/// Years in which a line's series breaks. In the first year there is nothing before it.
fn broken(line: &Line) -> impl Iterator<Item = i32> {
    let broken = |shown: &&Shown| shown.observation.as_ref().is_some_and(|o| o.has("break"));
    line.shown.iter().skip(1).filter(broken).map(year)
}

/// One mark a series and year. Marks of one year lie on each other, so only the first
/// of them is labelled.
fn breaks(pick: &Pick<'_>, lines: &[Line]) -> Result<Vec<Break>, ReportError> {
    let mut labelled = BTreeSet::new();
    let mut breaks = Vec::new();
    for line in lines {
        for year in broken(line) {
            let label = match labelled.insert(year) {
                true => pick.words.say("break-mark")?,
                false => String::new(),
            };
            breaks.push(Break { year, label, series: Some(line.id.clone()) });
        }
    }
    Ok(breaks)
}

/// "Wind power: the series breaks in 2010; values before and after cannot be compared."
fn break_sentences(pick: &Pick<'_>, lines: &[Line]) -> Result<Vec<String>, ReportError> {
    let mut sentences = Vec::new();
    for line in lines {
        let years: Vec<String> = broken(line).map(|year| year.to_string()).collect();
        if !years.is_empty() {
            let years = pick.words.list(years);
            let arguments = [("name", line.name.as_str().into()), ("years", years.into())];
            sentences.push(pick.words.tell("break-sentence", arguments)?);
        }
    }
    Ok(sentences)
}

/// "Not complete yet, in percent of the families of 2020: 2021 88, 2022 48." The measure
/// is the world's, so that nobody takes it for the country's.
fn open_sentence(pick: &Pick<'_>, lines: &[Line]) -> Result<Option<String>, ReportError> {
    let of = |shown: &Shown| shown.observation.as_ref().map(|o| o.sources.clone());
    let sources: BTreeSet<String> =
        lines.iter().flat_map(|line| &line.shown).filter_map(of).collect();
    let mut reports = pick.context.record.patents.iter();
    let Some(report) = reports.find(|report| sources.contains(&report.source)) else {
        return Ok(None);
    };
    let Some(from) = report.truncated_from.filter(|_| !report.completeness_pct.is_empty()) else {
        return Ok(None);
    };
    let years: Result<Vec<String>, ReportError> = report
        .completeness_pct
        .iter()
        .map(|(year, part)| {
            let value = pick.words.tell("percent", [("number", part.to_string().into())])?;
            let arguments = [("name", year.to_string().into()), ("value", value.into())];
            pick.words.tell("alt-item", arguments)
        })
        .collect();
    let years = pick.words.list(years?);
    let arguments = [("year", (from - 1).to_string().into()), ("years", years.into())];
    pick.words.tell("open-sentence", arguments).map(Some)
}

/// The last value of each line. What lies between is left to the chart: a description
/// that compared years would speak across breaks.
fn alt(pick: &Pick<'_>, lines: &[Line]) -> Result<String, ReportError> {
    let mut sentences = Vec::new();
    for line in lines {
        if let Some(observation) = line.shown.last().and_then(|shown| shown.observation.as_ref()) {
            let arguments = [
                ("name", line.name.as_str().into()),
                ("value", pick.value_text(observation)?.into()),
                ("year", observation.period.clone().into()),
            ];
            sentences.push(pick.words.tell("alt-last", arguments)?);
        }
    }
    Ok(pick.words.sentences(sentences))
}
