//! One sheet: heading, demo label, tables, notes and source.

use rust_xlsxwriter::Worksheet;

use crate::WorkbookError;
use crate::grid::Grid;
use crate::model::{Sheet, Workbook};
use crate::page::Page;
use crate::print::{self, Margins};
use crate::style::{self, Line};
use crate::text::line;
use crate::widths;
use crate::words::Words;

/// From this many columns on, the first one stays in sight.
const WIDE: usize = 8;

/// Where a sheet stands in the workbook.
pub(crate) struct Place<'a> {
    pub(crate) workbook: &'a Workbook,
    pub(crate) words: &'a Words,
    /// Name of the sheet with the contents.
    pub(crate) contents: &'a str,
    /// Counted from 1.
    pub(crate) number: usize,
}

/// Fills a worksheet that has its name already.
pub(crate) fn fill(
    worksheet: &mut Worksheet,
    sheet: &Sheet,
    place: &Place<'_>,
) -> Result<(), WorkbookError> {
    let grids: Vec<Grid> = sheet.tables.iter().map(|table| Grid::new(table, place.words)).collect();
    let mut page = Page::new(worksheet, &widths::of_grids(&grids))?;
    heading(&mut page, sheet, place)?;
    let title_rows = (0, page.row - 1);
    let heads = tables(&mut page, sheet, &grids, place)?;
    below(&mut page, sheet, place)?;
    let repeat = match heads[..] {
        [only] => (only, only),
        _ => title_rows,
    };
    freeze(&mut page, repeat.1, &grids)?;
    let margins = Margins {
        title: &place.workbook.title,
        demo: place.workbook.demo.as_deref().unwrap_or_default(),
        sheet_title: &sheet.title,
        pages: place.words.pages,
    };
    let last_row = page.row.saturating_sub(1);
    let last = (last_row, page.last_column());
    print::set_up(page.sheet, &margins, last, repeat)
}

fn heading(page: &mut Page<'_>, sheet: &Sheet, place: &Place<'_>) -> Result<(), WorkbookError> {
    page.line(&line(&sheet.title), Line::Title)?;
    page.line(place.workbook.demo.as_deref().unwrap_or_default(), Line::Demo)?;
    page.line(&sheet.subtitle, Line::Subtitle)?;
    page.line(&sheet.unit, Line::Subtitle)?;
    page.link(page.row, place.contents, place.words.back, &style::link())?;
    page.row += 1;
    Ok(())
}

/// Writes the tables; returns the rows of their heads.
fn tables(
    page: &mut Page<'_>,
    sheet: &Sheet,
    grids: &[Grid],
    place: &Place<'_>,
) -> Result<Vec<u32>, WorkbookError> {
    let mut heads = Vec::new();
    for (at, (table, grid)) in sheet.tables.iter().zip(grids).enumerate() {
        page.row += 1;
        page.line(&table.caption, Line::Caption)?;
        let name = format!("sheet{}_table{}", place.number, at + 1);
        let caption = if table.caption.is_empty() { &sheet.title } else { &table.caption };
        heads.push(page.table(grid, &name, &line(caption))?);
    }
    Ok(heads)
}

fn below(page: &mut Page<'_>, sheet: &Sheet, place: &Place<'_>) -> Result<(), WorkbookError> {
    if !sheet.notes.is_empty() {
        page.row += 1;
        page.line(place.words.notes, Line::NotesHead)?;
    }
    for note in &sheet.notes {
        page.line(note, Line::Note)?;
    }
    if !sheet.source.is_empty() {
        page.row += 1;
    }
    page.line(&sheet.source, Line::Source)
}

/// The head of the only table stays in sight; of several tables, the heading of the sheet.
fn freeze(page: &mut Page<'_>, last_row: u32, grids: &[Grid]) -> Result<(), WorkbookError> {
    let wide = grids.iter().any(|grid| grid.heads.len() >= WIDE);
    page.sheet.set_freeze_panes(last_row + 1, u16::from(wide))?;
    Ok(())
}
