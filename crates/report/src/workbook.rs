//! A country's fact sheet as a workbook: one sheet a figure, with the numbers themselves.

use sextant_definitions::Lang;
use sextant_monitor::Observation;
use sextant_workbook::{Column, ColumnKind, CreationDate, Sheet, Table, Value, Workbook};

use crate::ReportError;
use crate::context::SheetContext;
use crate::draw::{self, Figure, Outcome, Shown};
use crate::sheet::{Cited, cited};
use crate::status;
use crate::words::Words;

/// One country's fact sheet as XLSX. The code may be in any case.
///
/// The same edition gives the same bytes.
///
/// # Errors
/// [`ReportError::UnknownCountry`] when the edition knows nothing about it, or a sheet
/// cannot be written.
pub fn country_workbook(
    context: &SheetContext,
    country: &str,
    lang: Lang,
) -> Result<Vec<u8>, ReportError> {
    let code = context.place(country)?;
    let words = context.words(lang);
    let name = context.place_name(code, lang);
    let title = words.tell("sheet-title", [("country", name.into())])?;
    let mut workbook = Workbook::new(&title, lang.as_str(), date(context));
    if context.record.demo {
        workbook = workbook.demo(&words.say("demo-label")?);
    }
    workbook.properties.description = words.say("reconstruction")?;
    workbook.properties.custom = vec![
        ("edition".into(), context.record.name.clone()),
        ("edition id".into(), context.record.id.clone()),
        ("definitions".into(), context.record.definitions.clone()),
    ];
    for definition in &context.catalogue.figures {
        if let Outcome::Drawn(figure) = draw::draw(context, definition, code, lang)? {
            workbook = workbook.sheet(of_figure(words, &figure)?);
        }
    }
    Ok(sextant_workbook::write(&workbook.sheet(of_sources(context, words)?))?)
}

/// The end of the last year of the edition, which takes the place of a clock.
fn date(context: &SheetContext) -> CreationDate {
    let last = context.record.years.and_then(|(_, last)| u16::try_from(last).ok());
    CreationDate { year: last.unwrap_or(2000), month: 12, day: 31 }
}

fn of_figure(words: &Words, figure: &Figure) -> Result<Sheet, ReportError> {
    let name = match figure.number {
        Some(number) => words.tell("figure-number", [("number", number.to_string().into())])? + " ",
        None => String::new(),
    } + &figure.name;
    let rows: Result<Vec<Vec<Value>>, ReportError> = figure
        .shown
        .iter()
        .filter_map(|shown| shown.observation.as_ref().map(|observation| (shown, observation)))
        .map(|(shown, observation)| row(words, shown, observation))
        .collect();
    let caption = format!("{}. {}", figure.spec.title, figure.spec.subtitle);
    let table = Table::new(&caption, columns(words, figure)?, rows?);
    let mut sheet = Sheet::new(&name, &figure.spec.title)
        .subtitle(&figure.spec.subtitle)
        .table(table)
        .source(&figure.spec.source_line);
    for note in &figure.spec.notes {
        sheet = sheet.note(note);
    }
    Ok(sheet)
}

fn columns(words: &Words, figure: &Figure) -> Result<Vec<Column>, ReportError> {
    let money = figure.shown.iter().filter_map(|shown| shown.observation.as_ref());
    let money = money.into_iter().any(|o| matches!(o.unit.as_str(), "EUR" | "USD"));
    let decimals = if money { 0 } else { u8::try_from(figure.decimals).unwrap_or(2) };
    let number = ColumnKind::Number { decimals };
    [
        ("column-indicator", ColumnKind::Text),
        ("column-subject", ColumnKind::Text),
        ("column-country", ColumnKind::Text),
        ("column-year", ColumnKind::Text),
        ("column-value", number),
        ("column-lower", number),
        ("column-upper", number),
        ("column-unit", ColumnKind::Text),
        ("column-rank", ColumnKind::Whole),
        ("column-ranked-of", ColumnKind::Whole),
        ("column-n", ColumnKind::Whole),
        ("column-status", ColumnKind::Text),
        ("column-source", ColumnKind::Text),
        ("column-id", ColumnKind::Text),
    ]
    .into_iter()
    .map(|(key, kind)| Ok(Column::new(&words.say(key)?, kind)))
    .collect()
}

fn row(words: &Words, shown: &Shown, o: &Observation) -> Result<Vec<Value>, ReportError> {
    let text = |text: &str| Value::Text(text.to_owned());
    let whole = |number: Option<f64>| number.map_or(Value::Missing, Value::Number);
    #[expect(clippy::cast_precision_loss, reason = "a count of rows, far below 2^53")]
    let n = o.n.map(|n| n as f64);
    Ok(vec![
        text(&words.say(&format!("indicator-{}", o.indicator))?),
        text(&shown.subject_name),
        text(&shown.geo_name),
        text(&o.period.replace('-', "–")),
        whole(o.value),
        whole(o.lower),
        whole(o.upper),
        text(&o.unit),
        whole(o.rank.map(f64::from)),
        whole(o.ranked_of.map(f64::from)),
        whole(n),
        text(&status::in_words(words, o)?),
        text(&o.sources.replace(';', ", ")),
        text(&format!("{}/{}/{}/{}", o.indicator, o.geo, o.subject, o.period)),
    ])
}

fn of_sources(context: &SheetContext, words: &Words) -> Result<Sheet, ReportError> {
    let title = words.say("sources")?;
    let heads = ["column-source", "source-edition", "source-licence", "source-citation"];
    let columns: Result<Vec<Column>, ReportError> =
        heads.iter().map(|key| Ok(Column::new(&words.say(key)?, ColumnKind::Text))).collect();
    let text = |text: &str| Value::Text(text.to_owned());
    let row = |source: &Cited| {
        let name = format!("{}, {}", source.publisher, source.title);
        vec![text(&name), text(&source.editions), text(&source.licence), text(&source.citation)]
    };
    let rows = cited(context, words)?.iter().map(row).collect();
    let table = Table::new(&title, columns?, rows);
    Ok(Sheet::new(&title, &title).table(table).note(&words.say("reconstruction")?))
}
