//! A country's fact sheet as a workbook: one sheet a figure, with the numbers themselves.

mod words;

use sextant_monitor::Observation;
use sextant_workbook::{Column, ColumnKind, CreationDate, Sheet, Table, Value, Workbook};

use crate::ReportError;
use crate::context::SheetContext;
use crate::draw::{Figure, Shown, is_money};
use crate::sheet::{Cited, PanelContent, Sheet as FactSheet};
use crate::status;
use crate::words::Words;
use words::text;

impl FactSheet<'_> {
    /// The fact sheet as XLSX: the sentences with the observations behind them, the
    /// ranks, one sheet a figure, the method and the sources.
    ///
    /// The same edition gives the same bytes.
    ///
    /// # Errors
    /// When a sheet cannot be written.
    pub fn workbook(&self) -> Result<Vec<u8>, ReportError> {
        let Self { context, words, .. } = *self;
        let mut workbook = Workbook::new(&self.title, words.lang.as_str(), date(context));
        if context.record.demo {
            workbook = workbook.demo(&words.say("demo-label")?);
        }
        workbook.properties.description = words.say("reconstruction")?;
        workbook.properties.custom = vec![
            ("edition".into(), context.record.name.clone()),
            ("edition id".into(), context.record.id.clone()),
            ("definitions".into(), context.record.definitions.clone()),
        ];
        let head = [words::sentences(self)?, words::dashboard(self)?];
        let figures = self.sections.iter().flat_map(|section| &section.figures);
        let mut sheets: Vec<Sheet> = head.into_iter().flatten().collect();
        let mut missing = Vec::new();
        for panel in figures {
            match &panel.content {
                PanelContent::Drawn(drawn) => sheets.push(of_figure(words, &drawn.figure)?),
                PanelContent::Missing { needs } => missing.push((panel, needs.as_str())),
            }
        }
        sheets.extend(words::missing(words, &missing)?);
        sheets.extend(words::contributors(self)?);
        sheets.push(words::method(self)?);
        sheets.push(of_sources(self)?);
        let workbook = sheets.into_iter().fold(workbook, Workbook::sheet);
        Ok(sextant_workbook::write(&workbook)?)
    }
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
    let money = figure.shown.iter().filter_map(|shown| shown.observation.as_ref()).any(is_money);
    let decimals = if money { 0 } else { u8::try_from(figure.decimals).unwrap_or(2) };
    let number = ColumnKind::Number { decimals };
    let heads = [
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
    ];
    words::columns(words, &heads)
}

fn row(words: &Words, shown: &Shown, o: &Observation) -> Result<Vec<Value>, ReportError> {
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

fn of_sources(sheet: &FactSheet<'_>) -> Result<Sheet, ReportError> {
    let words = sheet.words;
    let title = words.say("sources")?;
    let heads = ["column-source", "source-edition", "source-licence", "source-citation"];
    let columns = words::columns(words, &heads.map(|key| (key, ColumnKind::Text)));
    let row = |source: &Cited| {
        let name = format!("{}, {}", source.publisher, source.title);
        vec![text(&name), text(&source.editions), text(&source.licence), text(&source.citation)]
    };
    let rows = sheet.sources.iter().map(row).collect();
    let table = Table::new(&title, columns?, rows);
    Ok(Sheet::new(&title, &title).table(table).note(&words.say("reconstruction")?))
}
