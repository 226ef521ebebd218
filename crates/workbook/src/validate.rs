//! Refuses what a workbook cannot hold, before anything is written.

use std::collections::BTreeSet;

use crate::grid::columns;
use crate::model::{Column, ColumnKind, Sheet, Table, Value, Workbook};
use crate::properties::DEMO;
use crate::text::{begin, clean, line, utf16_len};
use crate::{Result, WorkbookError};

const CELL_LIMIT: usize = 32_767;
const SHORT_LIMIT: usize = 255;
const ROW_LIMIT: usize = 1_048_576;
const COLUMN_LIMIT: usize = 16_384;
const DECIMALS_LIMIT: u8 = 9;

/// Checks everything but the language and the date.
pub(crate) fn workbook(workbook: &Workbook) -> Result<()> {
    let place = format!("the workbook '{}'", workbook.title);
    filled(&workbook.title, &place, "title")?;
    if workbook.sheets.is_empty() {
        return Err(WorkbookError::Nothing { place, what: "sheets" });
    }
    fits(&workbook.title, &place, "title", SHORT_LIMIT)?;
    if let Some(demo) = &workbook.demo {
        filled(demo, &place, "demo label")?;
        fits(demo, &place, "demo label", SHORT_LIMIT)?;
    }
    properties(workbook, &place)?;
    workbook.sheets.iter().try_for_each(sheet)
}

fn properties(workbook: &Workbook, place: &str) -> Result<()> {
    let given = &workbook.properties;
    fits(&given.subject, place, "subject", CELL_LIMIT)?;
    fits(&given.description, place, "description", CELL_LIMIT)?;
    let mut taken: BTreeSet<String> = workbook.demo.iter().map(|_| DEMO.to_lowercase()).collect();
    for (name, value) in &given.custom {
        filled(name, place, "name of a property")?;
        fits(name, place, "name of a property", SHORT_LIMIT)?;
        filled(value, place, "value of a property")?;
        fits(value, place, "value of a property", SHORT_LIMIT)?;
        if !taken.insert(line(name).to_lowercase()) {
            let (title, name) = (workbook.title.clone(), name.clone());
            return Err(WorkbookError::PropertyTwice { title, name });
        }
    }
    Ok(())
}

fn sheet(sheet: &Sheet) -> Result<()> {
    let place = format!("the sheet '{}'", sheet.name);
    filled(&sheet.title, &place, "title")?;
    fits(&sheet.title, &place, "title", CELL_LIMIT)?;
    fits(&sheet.subtitle, &place, "subtitle", CELL_LIMIT)?;
    fits(&sheet.unit, &place, "unit", CELL_LIMIT)?;
    fits(&sheet.source, &place, "source", CELL_LIMIT)?;
    sheet.notes.iter().try_for_each(|note| fits(note, &place, "note", CELL_LIMIT))?;
    for (at, one) in sheet.tables.iter().enumerate() {
        table(one, &format!("table {} of {place}", at + 1))?;
    }
    // Heading, notes, and for every table its caption, head and an empty row.
    let rows: usize = sheet.tables.iter().map(|table| table.rows.len() + 3).sum();
    within(rows + sheet.notes.len() + 10, ROW_LIMIT, "rows", &place)
}

fn table(table: &Table, place: &str) -> Result<()> {
    fits(&table.caption, place, "caption", CELL_LIMIT)?;
    if table.columns.is_empty() {
        return Err(WorkbookError::Nothing { place: place.to_owned(), what: "columns" });
    }
    within(columns(table), COLUMN_LIMIT, "columns", place)?;
    table.columns.iter().try_for_each(|one| column(one, place))?;
    for (at, values) in table.rows.iter().enumerate() {
        row(table, at, values, place)?;
    }
    let rows = table.rows.len();
    match table.highlight.iter().find(|row| **row >= rows) {
        Some(row) => Err(WorkbookError::Highlight { place: place.to_owned(), row: *row, rows }),
        None => Ok(()),
    }
}

fn column(column: &Column, place: &str) -> Result<()> {
    filled(&column.head, place, "head of a column")?;
    // Room for the word "flags" and a number.
    fits(&column.head, place, "head of a column", SHORT_LIMIT - 30)?;
    let at = || (place.to_owned(), column.head.clone());
    if column.width_hint == Some(0) {
        let (place, column) = at();
        return Err(WorkbookError::Width { place, column });
    }
    match column.kind {
        ColumnKind::Number { decimals } | ColumnKind::Percent { decimals }
            if decimals > DECIMALS_LIMIT =>
        {
            let (place, column) = at();
            Err(WorkbookError::Decimals { place, column, decimals })
        }
        _ => Ok(()),
    }
}

fn row(table: &Table, row: usize, values: &[Value], place: &str) -> Result<()> {
    let (cells, columns) = (values.len(), table.columns.len());
    if cells != columns {
        return Err(WorkbookError::RowLength { place: place.to_owned(), row, cells, columns });
    }
    for (value, column) in values.iter().zip(&table.columns) {
        match value {
            Value::Missing => {}
            Value::Text(text) => fits(text, place, "text of a cell", CELL_LIMIT)?,
            Value::Number(value) => finite(*value, row, column, place)?,
            Value::WithFlags { value, flags } => {
                finite(*value, row, column, place)?;
                fits(flags, place, "flags of a cell", CELL_LIMIT)?;
            }
        }
    }
    Ok(())
}

fn finite(value: f64, row: usize, column: &Column, place: &str) -> Result<()> {
    if value.is_finite() {
        return Ok(());
    }
    let (place, column) = (place.to_owned(), column.head.clone());
    Err(WorkbookError::NotFinite { place, row, column, value })
}

fn filled(text: &str, place: &str, what: &'static str) -> Result<()> {
    if line(text).trim().is_empty() {
        return Err(WorkbookError::Empty { place: place.to_owned(), what });
    }
    Ok(())
}

fn fits(text: &str, place: &str, what: &'static str, limit: usize) -> Result<()> {
    let length = utf16_len(&clean(text));
    if length <= limit {
        return Ok(());
    }
    let begin = begin(text, 40).to_owned();
    Err(WorkbookError::TooLong { place: place.to_owned(), what, length, limit, begin })
}

fn within(needed: usize, limit: usize, what: &'static str, place: &str) -> Result<()> {
    if needed <= limit {
        return Ok(());
    }
    Err(WorkbookError::TooLarge { place: place.to_owned(), what, needed, limit })
}
