//! The first sheet: all others, with links.

use rust_xlsxwriter::Worksheet;

use crate::WorkbookError;
use crate::grid::Shape;
use crate::model::{ColumnKind, Sheet, Workbook};
use crate::page::Page;
use crate::print::{self, Margins};
use crate::style::{self, Line};
use crate::text::line;
use crate::words::Words;

const WIDTHS: [f64; 4] = [34.0, 44.0, 44.0, 28.0];
const TEXT: Shape = Shape::Column(ColumnKind::Text);

/// Fills the worksheet with one row a sheet; `names` are theirs, in the same order.
pub(crate) fn fill(
    worksheet: &mut Worksheet,
    workbook: &Workbook,
    names: &[String],
    words: &Words,
) -> Result<(), WorkbookError> {
    let mut page = Page::new(worksheet, &WIDTHS)?;
    page.line(&line(&workbook.title), Line::Title)?;
    page.line(workbook.demo.as_deref().unwrap_or_default(), Line::Demo)?;
    page.line(&workbook.properties.subject, Line::Subtitle)?;
    page.line(&workbook.properties.description, Line::Subtitle)?;
    page.row += 1;
    let head = page.row;
    for (column, text) in (0_u16..).zip([words.sheet, words.title, words.about, words.unit]) {
        page.sheet.write_string_with_format(head, column, text, &style::head(TEXT))?;
    }
    page.row += 1;
    for (name, sheet) in names.iter().zip(&workbook.sheets) {
        row(&mut page, name, sheet)?;
    }
    page.sheet.set_freeze_panes(head + 1, 0)?;
    let margins = Margins {
        title: &workbook.title,
        demo: workbook.demo.as_deref().unwrap_or_default(),
        sheet_title: words.contents,
        pages: words.pages,
    };
    let last = (page.row - 1, page.last_column());
    print::set_up(page.sheet, &margins, last, (head, head))
}

fn row(page: &mut Page<'_>, name: &str, sheet: &Sheet) -> Result<(), WorkbookError> {
    let format = style::as_text(style::cell(TEXT, false).merge(&style::link()), name);
    page.link(page.row, name, name, &format)?;
    for (column, text) in (1_u16..).zip([&sheet.title, &sheet.subtitle, &sheet.unit]) {
        let text = line(text);
        let format = style::as_text(style::cell(TEXT, false), &text);
        page.sheet.write_string_with_format(page.row, column, &text, &format)?;
    }
    page.row += 1;
    Ok(())
}
