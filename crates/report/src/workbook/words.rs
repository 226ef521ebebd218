//! The sheets beside the figures: sentences, ranks, what is missing, the method.

use sextant_monitor::Contributor;
use sextant_workbook::{Column, ColumnKind, Sheet, Table, Value};

use crate::ReportError;
use crate::dashboard::{Group, Mark, Row};
use crate::sheet::{Panel, Sheet as FactSheet};
use crate::words::Words;

/// What contributors contribute to.
const TOPICS: [&str; 5] = ["patents", "exports", "imports", "production", "investment"];

pub(super) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn number(number: impl Into<f64>) -> Value {
    Value::Number(number.into())
}

#[expect(clippy::cast_precision_loss, reason = "a place in a list")]
fn place(at: usize) -> Value {
    Value::Number((at + 1) as f64)
}

pub(super) fn columns(
    words: &Words,
    heads: &[(&str, ColumnKind)],
) -> Result<Vec<Column>, ReportError> {
    heads.iter().map(|(key, kind)| Ok(Column::new(&words.say(key)?, *kind))).collect()
}

/// The sentences, and below them each observation that they rest on.
pub(super) fn sentences(sheet: &FactSheet<'_>) -> Result<Option<Sheet>, ReportError> {
    let words = sheet.words;
    if sheet.highlights.is_empty() {
        return Ok(None);
    }
    let title = words.say("highlights")?;
    let heads = [("column-key", ColumnKind::Whole), ("column-sentence", ColumnKind::Text)];
    let told = sheet.highlights.iter().enumerate();
    let rows = told.map(|(at, sentence)| vec![place(at), text(&sentence.text)]).collect();
    let sentences = Table::new(&title, columns(words, &heads)?, rows);
    let heads = [
        ("column-key", ColumnKind::Whole),
        ("column-id", ColumnKind::Text),
        ("column-value", ColumnKind::Number { decimals: 3 }),
        ("column-unit", ColumnKind::Text),
        ("column-rank", ColumnKind::Whole),
        ("column-ranked-of", ColumnKind::Whole),
        ("column-n", ColumnKind::Whole),
        ("column-status", ColumnKind::Text),
        ("column-source", ColumnKind::Text),
    ];
    let mut rows = Vec::new();
    for (at, sentence) in sheet.highlights.iter().enumerate() {
        for id in &sentence.behind {
            rows.push(observation(sheet, at, id));
        }
    }
    let behind = words.say("observations-behind")?;
    let observations = Table::new(&behind, columns(words, &heads)?, rows);
    let about = words.say("highlights-about")?;
    Ok(Some(Sheet::new(&title, &title).subtitle(&about).table(sentences).table(observations)))
}

/// An observation by its id: `indicator/geo/subject/period`.
fn observation(sheet: &FactSheet<'_>, at: usize, id: &str) -> Vec<Value> {
    let parts: Vec<&str> = id.split('/').collect();
    let view = match parts[..] {
        [indicator, geo, subject, period] => {
            sheet.context.cube.cell(indicator, subject, geo, period)
        }
        _ => None,
    };
    let mut row = vec![place(at), text(id)];
    let Some(o) = view.map(|view| view.observation()) else {
        row.resize(9, Value::Missing);
        return row;
    };
    let whole = |number: Option<i32>| number.map_or(Value::Missing, |n| Value::Number(n.into()));
    let n = o.n.and_then(|n| i32::try_from(n).ok());
    row.extend([
        o.value.map_or(Value::Missing, Value::Number),
        text(&o.unit),
        whole(o.rank),
        whole(o.ranked_of),
        whole(n),
        text(&o.status),
        text(&o.sources),
    ]);
    row
}

/// The ranks at a glance, with the numbers themselves.
pub(super) fn dashboard(sheet: &FactSheet<'_>) -> Result<Option<Sheet>, ReportError> {
    let (words, dashboard) = (sheet.words, &sheet.dashboard);
    if dashboard.groups.is_empty() {
        return Ok(None);
    }
    let mut heads = columns(
        words,
        &[("column-group", ColumnKind::Text), ("column-subject", ColumnKind::Text)],
    )?;
    for head in &dashboard.heads {
        let column = |key: &str, kind| {
            let named = format!("{}, {}: {}", head.name, head.year, words.say(key)?);
            Ok::<Column, ReportError>(Column::new(&named, kind))
        };
        heads.extend([
            column("column-rank", ColumnKind::Whole)?,
            column("column-ranked-of", ColumnKind::Whole)?,
            column("column-value", ColumnKind::Number { decimals: 2 })?,
            column("column-change", ColumnKind::Number { decimals: 2 })?,
            column("column-since", ColumnKind::Year)?,
            column("column-direction", ColumnKind::Text)?,
        ]);
    }
    let mut rows = Vec::new();
    for group in &dashboard.groups {
        for row in &group.rows {
            rows.push(rank_row(words, group, row)?);
        }
    }
    let title = words.say("dashboard")?;
    let about = words.say("dashboard-about")?;
    let mut sheet =
        Sheet::new(&title, &title).subtitle(&about).table(Table::new(&title, heads, rows));
    sheet = sheet.note(&words.say("dashboard-legend")?);
    for head in &dashboard.heads {
        sheet = sheet.note(&head.about);
    }
    Ok(Some(dashboard.notes.iter().fold(sheet, |sheet, note| sheet.note(note))))
}

fn rank_row(words: &Words, group: &Group, row: &Row) -> Result<Vec<Value>, ReportError> {
    let mut cells = vec![text(&group.name), text(&row.name)];
    for mark in &row.marks {
        let Some(Mark { rank, of, number: value, step, .. }) = mark else {
            cells.extend(std::iter::repeat_n(Value::Missing, 6));
            continue;
        };
        cells.extend([number(*rank), number(*of), number(*value)]);
        match step {
            None => cells.extend(std::iter::repeat_n(Value::Missing, 3)),
            Some(step) => cells.extend([
                number(step.difference),
                step.since.parse().map_or(Value::Missing, |year: f64| number(year)),
                text(&words.say(step.message())?),
            ]),
        }
    }
    Ok(cells)
}

/// The figures that cannot be drawn, and what they need.
pub(super) fn missing(
    words: &Words,
    figures: &[(&Panel, &str)],
) -> Result<Option<Sheet>, ReportError> {
    if figures.is_empty() {
        return Ok(None);
    }
    let title = words.say("figures-missing")?;
    let heads = [("column-figure", ColumnKind::Text), ("column-needs", ColumnKind::Text)];
    let rows = figures.iter().map(|(panel, needs)| vec![text(&panel.full_name()), text(needs)]);
    let table = Table::new(&title, columns(words, &heads)?, rows.collect());
    Ok(Some(Sheet::new(&title, &title).table(table)))
}

/// Who and what contributes most to each technology and ecosystem.
pub(super) fn contributors(sheet: &FactSheet<'_>) -> Result<Option<Sheet>, ReportError> {
    let (words, context) = (sheet.words, sheet.context);
    let mut rows = Vec::new();
    let mut withheld = false;
    for topic in TOPICS {
        for subject in &context.subjects {
            for one in context.contributors(topic, sheet.code, &subject.id) {
                withheld |= one.withheld;
                let name = subject.names.get(words.lang);
                rows.push(contributor(words, topic, name, one)?);
            }
        }
    }
    if rows.is_empty() {
        return Ok(None);
    }
    let heads = [
        ("column-group", ColumnKind::Text),
        ("column-subject", ColumnKind::Text),
        ("column-year", ColumnKind::Text),
        ("column-key", ColumnKind::Whole),
        ("column-code", ColumnKind::Text),
        ("column-name", ColumnKind::Text),
        ("column-value", ColumnKind::Number { decimals: 2 }),
        ("column-unit", ColumnKind::Text),
        ("column-share", ColumnKind::Percent { decimals: 1 }),
        ("column-contributors", ColumnKind::Whole),
        ("column-source", ColumnKind::Text),
    ];
    let title = words.say("contributors")?;
    let mut told =
        Sheet::new(&title, &title).table(Table::new(&title, columns(words, &heads)?, rows));
    if withheld {
        told = told.note(&words.say("behind-withheld")?);
    }
    Ok(Some(told))
}

fn contributor(
    words: &Words,
    topic: &str,
    subject: &str,
    one: &Contributor,
) -> Result<Vec<Value>, ReportError> {
    let given = |number: Option<f64>| number.map_or(Value::Missing, Value::Number);
    let period = one.period.replace('-', "–");
    let group = words.tell(&format!("largest-{topic}"), [("period", period.as_str().into())])?;
    Ok(vec![
        text(&group),
        text(subject),
        text(&period),
        number(one.place),
        text(&one.code),
        text(&one.name),
        given(one.value),
        text(&one.unit),
        number(one.share_pct),
        given(i32::try_from(one.contributors).ok().map(f64::from)),
        text(&one.source),
    ])
}

/// Indicators with their formulas, and the versions of definitions.
pub(super) fn method(sheet: &FactSheet<'_>) -> Result<Sheet, ReportError> {
    let (words, method) = (sheet.words, &sheet.method);
    let title = words.say("method")?;
    let heads = [
        ("column-indicator", ColumnKind::Text),
        ("column-id", ColumnKind::Text),
        ("column-about", ColumnKind::Text),
        ("column-formula", ColumnKind::Text),
    ];
    let row = |one: &crate::sheet::Indicator| {
        vec![text(&one.name), text(&one.id), text(&one.about), text(&one.formula)]
    };
    let rows = method.indicators.iter().map(row).collect();
    let indicators = Table::new(&title, columns(words, &heads)?, rows);
    let heads = [
        ("column-definition", ColumnKind::Text),
        ("column-id", ColumnKind::Text),
        ("column-version", ColumnKind::Text),
    ];
    let definition = |one: &crate::sheet::DefinitionVersion| {
        vec![text(&one.name), text(&one.id), text(&one.version)]
    };
    let rows = method.definitions.iter().map(definition).collect();
    let caption = words.say("definitions-table")?;
    let definitions = Table::new(&caption, columns(words, &heads)?, rows);
    let mut told = Sheet::new(&title, &title).table(indicators).table(definitions);
    for key in ["reconstruction", "method-about", "method-years", "method-ranks", "method-breaks"] {
        told = told.note(&words.say(key)?);
    }
    Ok(told.note(&method.checks))
}
