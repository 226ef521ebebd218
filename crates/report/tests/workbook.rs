//! The fact sheet as a workbook.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what cannot be unwrapped in a test fails it"
)]

mod support;

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use sextant_definitions::Lang;
use sextant_report::{Sheet, SheetContext, figure, figures};
use support::context;

fn workbook(context: &SheetContext, country: &str, lang: Lang) -> Vec<u8> {
    Sheet::new(context, country, lang).unwrap().workbook().unwrap()
}

fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

#[test]
fn every_figure_has_a_sheet_with_its_numbers() {
    let context = context(false);
    let mut workbook = open(workbook(context, "be", Lang::En));
    let names = workbook.sheet_names();
    assert_eq!(
        names.len(),
        figures().unwrap().len() + 4,
        "without the map; contents, highlights, ranks, method, sources: {names:?}"
    );
    let sheet = names.iter().find(|name| name.starts_with("Figure 3 ")).unwrap();
    let cells = workbook.worksheet_range(sheet).unwrap();
    let numbers: Vec<f64> = cells
        .cells()
        .filter_map(|(_, _, cell)| match cell {
            Data::Float(number) => Some(*number),
            _ => None,
        })
        .collect();
    let drawn = figure(context, "investment-ecosystems", "BE", Lang::En).unwrap();
    for shown in &drawn.shown {
        let value = shown.observation.as_ref().unwrap().value.unwrap();
        assert!(numbers.contains(&value), "{}: {value}", shown.subject);
    }
}

#[test]
fn a_workbook_is_labelled_and_the_same_twice() {
    for lang in Lang::ALL {
        let once = workbook(context(true), "BE", lang);
        assert_eq!(once, workbook(context(true), "BE", lang));
        let label = context(true);
        let label = figure(label, "trade-map", "BE", lang).unwrap().spec.demo.unwrap();
        let mut workbook = open(once);
        for name in workbook.sheet_names().clone() {
            let cells = workbook.worksheet_range(&name).unwrap();
            let labelled = cells.cells().any(|(_, _, cell)| cell.to_string().contains(&label));
            assert!(labelled, "{name} in {lang}");
        }
    }
}
