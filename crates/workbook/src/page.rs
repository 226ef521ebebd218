//! A sheet being written from top to bottom.

use rust_xlsxwriter::{Format, TableColumn, TableStyle, Url, Worksheet};

use crate::WorkbookError;
use crate::grid::{Cell, Grid};
use crate::style::{self, Line};
use crate::text::{begin, clean};
use crate::widths;

/// Longest alternative text that spreadsheet programs keep.
const ALT_LIMIT: usize = 255;

/// A worksheet and the row that comes next.
pub(crate) struct Page<'a> {
    pub(crate) sheet: &'a mut Worksheet,
    /// Counted from 0.
    pub(crate) row: u32,
    /// Columns that a line of text may take.
    columns: u16,
    /// Their width in characters.
    measure: f64,
    /// Columns that text or tables take.
    all_columns: u16,
}

impl<'a> Page<'a> {
    /// A page whose columns are as wide as given, in characters.
    pub(crate) fn new(sheet: &'a mut Worksheet, columns: &[f64]) -> Result<Self, WorkbookError> {
        for (at, width) in (0_u16..).zip(columns) {
            sheet.set_column_width(at, *width)?;
        }
        sheet.set_screen_gridlines(false);
        let (count, measure) = widths::measure(columns);
        let all_columns = count.max(u16::try_from(columns.len()).unwrap_or(u16::MAX));
        Ok(Self { sheet, row: 0, columns: count, measure, all_columns })
    }

    /// The last column that text or tables take.
    pub(crate) fn last_column(&self) -> u16 {
        self.all_columns.saturating_sub(1)
    }

    /// Writes a text on rows of its own; nothing where it is empty. Cells are joined only for a
    /// text that needs several lines, never within a table.
    pub(crate) fn line(&mut self, text: &str, line: Line) -> Result<(), WorkbookError> {
        let text = clean(text.trim());
        if text.is_empty() {
            return Ok(());
        }
        let format = line.format(&text);
        let lines = widths::lines(&text, line.size(), self.measure);
        if lines > 1 {
            let format = format.set_text_wrap();
            self.sheet.merge_range(self.row, 0, self.row, self.columns - 1, &text, &format)?;
        } else {
            self.sheet.write_string_with_format(self.row, 0, &text, &format)?;
            self.fill(line, &format)?;
        }
        self.sheet.set_row_height(self.row, widths::height(lines, line.size()))?;
        self.row += 1;
        Ok(())
    }

    /// The colour of the demo label goes on as far as the sheet.
    fn fill(&mut self, line: Line, format: &Format) -> Result<(), WorkbookError> {
        if line == Line::Demo {
            for column in 1..self.all_columns {
                self.sheet.write_blank(self.row, column, format)?;
            }
        }
        Ok(())
    }

    /// Writes a link to the first cell of another sheet of the workbook.
    pub(crate) fn link(
        &mut self,
        row: u32,
        sheet_name: &str,
        text: &str,
        format: &Format,
    ) -> Result<(), WorkbookError> {
        let url = Url::new(format!("internal:'{}'!A1", sheet_name.replace('\'', "''")));
        self.sheet.write_url_with_options(row, 0, &url, text, "", Some(format))?;
        Ok(())
    }

    /// Writes a table with its head; returns the row of the head.
    ///
    /// With at least one row it becomes a table to the spreadsheet program too: with filters, a
    /// name, and a head that screen readers know.
    pub(crate) fn table(
        &mut self,
        grid: &Grid,
        name: &str,
        alt: &str,
    ) -> Result<u32, WorkbookError> {
        let head = self.row;
        if grid.rows.is_empty() {
            for (column, of) in (0_u16..).zip(&grid.heads) {
                let format = style::as_text(style::head(of.shape), &of.text);
                self.sheet.write_string_with_format(head, column, &of.text, &format)?;
            }
        } else {
            self.object(grid, name, alt)?;
        }
        self.row += 1;
        for (at, cells) in grid.rows.iter().enumerate() {
            self.cells(grid, cells, grid.highlight.contains(&at))?;
        }
        Ok(head)
    }

    fn object(&mut self, grid: &Grid, name: &str, alt: &str) -> Result<(), WorkbookError> {
        let column = |of: &crate::grid::Head| {
            let format = style::as_text(style::head(of.shape), &of.text);
            TableColumn::new().set_header(&of.text).set_header_format(format)
        };
        let columns: Vec<TableColumn> = grid.heads.iter().map(column).collect();
        let table = rust_xlsxwriter::Table::new()
            .set_name(name)
            .set_style(TableStyle::None)
            .set_alt_text(begin(alt, ALT_LIMIT))
            .set_columns(&columns);
        let rows = u32::try_from(grid.rows.len()).unwrap_or(u32::MAX);
        let last_column = u16::try_from(grid.heads.len()).unwrap_or(u16::MAX).saturating_sub(1);
        self.sheet.add_table(self.row, 0, self.row.saturating_add(rows), last_column, &table)?;
        Ok(())
    }

    fn cells(&mut self, grid: &Grid, cells: &[Cell], bold: bool) -> Result<(), WorkbookError> {
        for ((column, head), cell) in (0_u16..).zip(&grid.heads).zip(cells) {
            let format = style::cell(head.shape, bold);
            match cell {
                Cell::Empty => self.sheet.write_blank(self.row, column, &format)?,
                Cell::Number(value) => {
                    self.sheet.write_number_with_format(self.row, column, *value, &format)?
                }
                Cell::Text(text) => {
                    let format = style::as_text(format, text);
                    self.sheet.write_string_with_format(self.row, column, text, &format)?
                }
            };
        }
        self.row += 1;
        Ok(())
    }
}
