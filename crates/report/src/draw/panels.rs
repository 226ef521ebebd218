//! Two small charts for every subject over the years: values, and intervals where part of
//! what a value needs is confidential.

use sextant_charts::{ChartBody, PanelLegend, PanelPoint, PanelRow};
use sextant_definitions::Subject;
use sextant_monitor::Observation;

use super::{Drawing, Pick, Shown};
use crate::{ReportError, status};

/// A subject with what is shown of it on both sides.
struct Row {
    id: String,
    name: String,
    left: Vec<Shown>,
    right: Vec<Shown>,
}

pub(crate) fn draw(pick: &Pick<'_>) -> Result<Drawing, ReportError> {
    let beside = pick.definition.beside.as_deref().unwrap_or_default();
    let rows: Vec<Row> = pick
        .subjects
        .iter()
        .map(|subject| row(pick, subject, beside))
        .filter(|row| !row.left.is_empty() || !row.right.is_empty())
        .collect();
    let panels: Result<Vec<PanelRow>, ReportError> =
        rows.iter().map(|row| panel(pick, row)).collect();
    let label = |indicator: &str| pick.words.say(&format!("column-{indicator}"));
    let body =
        ChartBody::trend_panels(panels?, &label(pick.indicator)?, &label(beside)?, legend(pick)?);
    let alt = alt(pick, &rows)?;
    let breaks = break_sentences(pick, &rows)?;
    let shown = rows.into_iter().flat_map(|row| row.left.into_iter().chain(row.right)).collect();
    Ok(Drawing { body, shown, alt, breaks })
}

fn row(pick: &Pick<'_>, subject: &Subject, beside: &str) -> Row {
    let side = |indicator: &str| -> Vec<Shown> {
        let since = pick.definition.since.unwrap_or(i32::MIN);
        let cells = pick.context.cube.history(indicator, &subject.id, pick.country);
        let years = cells.filter(|view| view.year().is_some_and(|year| year >= since));
        years.map(|view| pick.shown_as(subject, pick.country, Some(view.observation()))).collect()
    };
    Row {
        id: subject.id.clone(),
        name: subject.names.get(pick.words.lang).to_owned(),
        left: side(pick.indicator),
        right: side(beside),
    }
}

fn panel(pick: &Pick<'_>, row: &Row) -> Result<PanelRow, ReportError> {
    let points = |side: &[Shown]| -> Result<Vec<PanelPoint>, ReportError> {
        let observations = side.iter().filter_map(|shown| shown.observation.as_ref());
        observations.map(|observation| point(pick, observation)).collect()
    };
    let mut panel = PanelRow::new(&row.id, &row.name, points(&row.left)?, points(&row.right)?);
    panel.left_breaks = broken(&row.left).collect();
    panel.right_breaks = broken(&row.right).collect();
    Ok(panel)
}

fn point(pick: &Pick<'_>, observation: &Observation) -> Result<PanelPoint, ReportError> {
    let mut point = PanelPoint::new(year(observation), observation.value);
    if observation.value.is_none() {
        (point.lower, point.upper) = (observation.lower, observation.upper);
    }
    let reserved = status::flags(observation).any(|flag| flag != "break");
    point.flagged = observation.value.is_some() && reserved;
    point.tooltip = Some(pick.tooltip(observation)?);
    Ok(point)
}

fn year(observation: &Observation) -> i32 {
    observation.period.parse().unwrap_or_default()
}

/// Years in which a series breaks. In the first year there is nothing before it.
fn broken(side: &[Shown]) -> impl Iterator<Item = i32> {
    let observations = side.iter().skip(1).filter_map(|shown| shown.observation.as_ref());
    observations.filter(|observation| observation.has("break")).map(year)
}

fn legend(pick: &Pick<'_>) -> Result<PanelLegend, ReportError> {
    let say = |key: &str| pick.words.say(key);
    Ok(PanelLegend {
        value: say("panel-value")?,
        interval: say("panel-interval")?,
        open_interval: say("panel-open-interval")?,
        flagged: say("panel-flagged")?,
        broken: say("panel-broken")?,
    })
}

/// "Breaks in series: Solar power 2016, Wind power 2012 and 2016. ..."
fn break_sentences(pick: &Pick<'_>, rows: &[Row]) -> Result<Vec<String>, ReportError> {
    let mut broken_rows = Vec::new();
    for row in rows {
        let mut years: Vec<i32> = broken(&row.left).chain(broken(&row.right)).collect();
        years.sort_unstable();
        years.dedup();
        if !years.is_empty() {
            let years = pick.words.list(years.iter().map(ToString::to_string));
            let arguments = [("name", row.name.as_str().into()), ("value", years.into())];
            broken_rows.push(pick.words.tell("alt-item", arguments)?);
        }
    }
    if broken_rows.is_empty() {
        return Ok(Vec::new());
    }
    // Lists of years stand within, so the rows are set apart by semicolons.
    let arguments = [("series", broken_rows.join("; ").into())];
    Ok(vec![pick.words.tell("breaks-sentence", arguments)?])
}

/// The last share in EU production, or its interval, of each subject.
fn alt(pick: &Pick<'_>, rows: &[Row]) -> Result<String, ReportError> {
    let mut sentences = Vec::new();
    for row in rows {
        let last = row.right.last().or(row.left.last());
        if let Some(observation) = last.and_then(|shown| shown.observation.as_ref()) {
            let arguments = [
                ("name", row.name.as_str().into()),
                ("value", pick.value_text(observation)?.into()),
                ("year", observation.period.clone().into()),
            ];
            sentences.push(pick.words.tell("alt-last", arguments)?);
        }
    }
    Ok(pick.words.sentences(sentences))
}
