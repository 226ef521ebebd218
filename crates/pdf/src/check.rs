//! Refuses what a template would lay out wrongly without a word.

use typst::foundations::Datetime;

use crate::Result;
use crate::error::PdfError;
use crate::model::{Dashboard, Document, FactTable, Figure, Panel, Table};

const LANGUAGES: [&str; 4] = ["en", "nl", "fr", "zh"];

/// Whether the document can be laid out as it is.
pub(crate) fn check(document: &Document) -> Result<()> {
    language(document)?;
    date(document)?;
    filled(&document.title, "the sheet", "title")?;
    filled(&document.country, "the sheet", "country")?;
    dashboard(&document.dashboard)?;
    document.key_facts.iter().try_for_each(facts)?;
    let panels = document.sections.iter().flat_map(|section| &section.panels);
    panels.filter_map(as_figure).try_for_each(figure)
}

fn language(document: &Document) -> Result<()> {
    if LANGUAGES.contains(&document.lang.as_str()) {
        return Ok(());
    }
    Err(PdfError::Language { title: document.title.clone(), lang: document.lang.clone() })
}

fn date(document: &Document) -> Result<()> {
    let (year, month, day) = document.date;
    if Datetime::from_ymd(year, month, day).is_some() {
        return Ok(());
    }
    Err(PdfError::Date { title: document.title.clone(), year, month, day })
}

fn filled(text: &str, place: &str, what: &'static str) -> Result<()> {
    if text.trim().is_empty() {
        return Err(PdfError::Empty { place: place.to_owned(), what });
    }
    Ok(())
}

fn fits(place: &str, row: &str, cells: usize, columns: usize) -> Result<()> {
    if cells == columns {
        return Ok(());
    }
    Err(PdfError::RowLength { place: place.to_owned(), row: row.to_owned(), cells, columns })
}

fn within(place: &str, row: &str, position: f64) -> Result<()> {
    if (0.0..=1.0).contains(&position) {
        return Ok(());
    }
    Err(PdfError::Position { place: place.to_owned(), row: row.to_owned(), position })
}

fn dashboard(board: &Dashboard) -> Result<()> {
    let place = &board.title;
    for row in board.groups.iter().flat_map(|group| &group.rows) {
        fits(place, &row.name, row.marks.len(), board.columns.len())?;
        let mut marks = row.marks.iter().flatten();
        marks.try_for_each(|mark| within(place, &row.name, mark.position))?;
    }
    Ok(())
}

fn facts(table: &FactTable) -> Result<()> {
    let place = &table.caption;
    for row in table.groups.iter().flat_map(|group| &group.rows) {
        fits(place, &row.name, row.values.len(), table.columns.len())?;
        row.position.iter().try_for_each(|position| within(place, &row.name, *position))?;
    }
    Ok(())
}

fn as_figure(panel: &Panel) -> Option<&Figure> {
    match panel {
        Panel::Figure(figure) => Some(figure),
        Panel::Missing(_) => None,
    }
}

fn figure(figure: &Figure) -> Result<()> {
    filled(&figure.name, "a figure", "name")?;
    filled(&figure.svg, &figure.name, "picture")?;
    filled(&figure.alt, &figure.name, "description")?;
    figure.table.iter().try_for_each(|table| rows(&figure.name, table))
}

fn rows(place: &str, table: &Table) -> Result<()> {
    let mut rows = table.rows.iter();
    rows.try_for_each(|row| fits(place, &row.name, row.cells.len() + 1, table.head.len()))
}
