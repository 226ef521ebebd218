//! How sheets are printed: A4 landscape, as wide as the page, heads on every page.

use rust_xlsxwriter::Worksheet;

use crate::WorkbookError;
use crate::text::for_margin;

const A4: u8 = 9;
/// Half of what a header or footer can hold, which is 255, less the codes for its parts.
const PART: usize = 110;

/// What is printed around a sheet.
pub(crate) struct Margins<'a> {
    /// At the top left.
    pub(crate) title: &'a str,
    /// At the top right.
    pub(crate) demo: &'a str,
    /// At the bottom left.
    pub(crate) sheet_title: &'a str,
    /// At the bottom right, with the codes for page numbers.
    pub(crate) pages: &'a str,
}

/// Sets a sheet up for printing; `last` is its last row and column, `repeat` the rows that head
/// every page.
pub(crate) fn set_up(
    sheet: &mut Worksheet,
    margins: &Margins<'_>,
    last: (u32, u16),
    repeat: (u32, u32),
) -> Result<(), WorkbookError> {
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.75, 0.75, 0.3, 0.3);
    sheet.set_header(format!(
        "&L{}&R{}",
        for_margin(margins.title, PART),
        for_margin(margins.demo, PART)
    ));
    sheet.set_footer(format!("&L{}&R{}", for_margin(margins.sheet_title, PART), margins.pages));
    sheet.set_print_area(0, 0, last.0, last.1)?;
    sheet.set_repeat_rows(repeat.0, repeat.1)?;
    Ok(())
}
