//! A workbook with something of everything, and ways to read a file back.

#![allow(dead_code, reason = "every test file takes what it needs")]
#![allow(clippy::panic, reason = "a test may stop")]

use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, Xlsx};
use sextant_workbook::{Column, ColumnKind, CreationDate, Sheet, Table, Value, Workbook, write};

pub(crate) const DATE: CreationDate = CreationDate { year: 2024, month: 5, day: 1 };
pub(crate) const DEMO: &str = "Demo data: invented numbers";

pub(crate) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub(crate) fn flagged(value: f64, flags: &str) -> Value {
    Value::WithFlags { value, flags: flags.to_owned() }
}

pub(crate) fn table() -> Table {
    let columns = vec![
        Column::new("Technology", ColumnKind::Text),
        Column::new("Relative trade balance", ColumnKind::Percent { decimals: 1 }),
        Column::new("Exports, million USD", ColumnKind::Number { decimals: 1 }),
        Column::new("Rank in EU27", ColumnKind::Whole),
        Column::new("Year", ColumnKind::Year),
    ];
    let row = |name: &str, share: Value, exports: Value, rank: f64| {
        vec![text(name), share, exports, Value::Number(rank), Value::Number(2020.0)]
    };
    let rows = vec![
        row("Agri-food", Value::Number(12.345_678_901_234_5), Value::Number(1_234_567.891), 3.0),
        row("Health", flagged(-0.1, "provisional"), Value::Missing, 14.0),
        row("=1+1", Value::Missing, text("not published"), 27.0),
    ];
    Table::new("Belgium, 2020", columns, rows).highlight(1)
}

pub(crate) fn sheet() -> Sheet {
    Sheet::new("Figure 2", "Relative trade balance")
        .subtitle("Belgium by technology, 2020")
        .unit("Percent of trade volume")
        .table(table())
        .note("* A note.")
        .note(&format!("** {}", "A long note goes over several lines. ".repeat(12)))
        .source("Source: BACI.")
}

pub(crate) fn workbook() -> Workbook {
    let mut workbook = Workbook::new("R&D in Belgium", "en", DATE).demo(DEMO).sheet(sheet());
    workbook.properties.author = "Sextant".into();
    workbook.properties.custom = vec![("Edition".into(), "2024-05".into())];
    workbook
}

pub(crate) fn written(workbook: &Workbook) -> Vec<u8> {
    write(workbook).expect("written")
}

pub(crate) fn opened(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(bytes)).expect("opens")
}

pub(crate) fn range(bytes: &[u8], sheet: &str) -> Range<Data> {
    opened(bytes).worksheet_range(sheet).expect("the sheet is there")
}

/// Where a text stands, as row and column counted from 0.
pub(crate) fn find(range: &Range<Data>, text: &str) -> (u32, u32) {
    let (row, column, _) = range
        .used_cells()
        .find(|(_, _, cell)| **cell == Data::String(text.to_owned()))
        .unwrap_or_else(|| panic!("'{text}' is on the sheet"));
    let start = range.start().expect("not empty");
    (start.0 + u32::try_from(row).expect("there"), start.1 + u32::try_from(column).expect("there"))
}

pub(crate) fn at(range: &Range<Data>, row: u32, column: u32) -> Data {
    range.get_value((row, column)).cloned().unwrap_or(Data::Empty)
}

/// The text of one part of the file.
pub(crate) fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    zip.by_name(name).expect(name).read_to_string(&mut text).expect("UTF-8");
    text
}

/// The names of all parts of the file.
pub(crate) fn parts(bytes: &[u8]) -> Vec<String> {
    let zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    zip.file_names().map(|name| name.expect("UTF-8").into_owned()).collect()
}
