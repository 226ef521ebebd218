//! Widths of columns and heights of lines, in characters of the standard font.

use crate::grid::{Cell, Grid, Head, Shape};
use crate::model::ColumnKind;
use crate::text::width;

/// The widest that a column becomes by itself; longer texts are wrapped.
const WIDEST: usize = 44;
const NARROWEST: usize = 9;
/// Room for the filter button, below it the indent of numbers, and the cell's margins.
const BUTTON: usize = 4;
/// Width of a column that nobody set.
const STANDARD: f64 = 8.43;
/// A line of notes is to be about this long: readable, and within an A4 page.
const MEASURE: f64 = 110.0;
/// Points from line to line, as a multiple of the font size.
const LEADING: f64 = 1.36;
/// Font size for which widths are meant.
const STANDARD_SIZE: f64 = 11.0;

/// The widths of the columns of a sheet: each as wide as the widest of its tables needs.
pub(crate) fn of_grids(grids: &[Grid]) -> Vec<f64> {
    let columns = grids.iter().map(|grid| grid.heads.len()).max().unwrap_or_default();
    let of_column =
        |at: usize| grids.iter().filter_map(|grid| of_column(grid, at)).max().unwrap_or(NARROWEST);
    (0..columns).map(|at| of_chars(of_column(at))).collect()
}

fn of_column(grid: &Grid, at: usize) -> Option<usize> {
    let head = grid.heads.get(at)?;
    if let Some(hint) = head.width_hint {
        return Some(hint.into());
    }
    let cells = grid.rows.iter().filter_map(|row| row.get(at));
    let content = cells.map(|cell| of_cell(cell, head.shape)).max().unwrap_or_default();
    Some((content + BUTTON).max(of_head(head)).clamp(NARROWEST, WIDEST))
}

/// A head may take three lines, yet none of its words is broken.
fn of_head(head: &Head) -> usize {
    let word = head.text.split(' ').map(width).max().unwrap_or_default();
    word.max(width(&head.text).div_ceil(3)) + BUTTON
}

fn of_cell(cell: &Cell, shape: Shape) -> usize {
    match cell {
        Cell::Empty => 0,
        Cell::Text(text) => text.lines().map(width).max().unwrap_or_default(),
        Cell::Number(value) => of_number(*value, shape),
    }
}

fn of_number(value: f64, shape: Shape) -> usize {
    let separated = |decimals: u8| {
        let shown = format!("{value:.*}", usize::from(decimals));
        shown.len() + shown.split('.').next().unwrap_or_default().len() / 3
    };
    match shape {
        Shape::Column(ColumnKind::Number { decimals }) => separated(decimals),
        Shape::Column(ColumnKind::Percent { decimals }) => separated(decimals) + 1,
        Shape::Column(ColumnKind::Whole) => separated(0),
        Shape::Column(ColumnKind::Year) => 4,
        Shape::Column(ColumnKind::Text) | Shape::Flags => 11,
    }
}

fn of_chars(chars: usize) -> f64 {
    f64::from(u8::try_from(chars).unwrap_or(u8::MAX))
}

/// How many columns a line of text may take, and how wide they are together.
pub(crate) fn measure(widths: &[f64]) -> (u16, f64) {
    let (mut columns, mut total) = (0_u16, 0.0);
    while total < MEASURE {
        total += widths.get(usize::from(columns)).copied().unwrap_or(STANDARD);
        columns += 1;
    }
    (columns, total)
}

/// Lines that a text of a font size takes within a width.
pub(crate) fn lines(text: &str, size: f64, measure: f64) -> u32 {
    // A little less than the full width, as words do not fill a line to its end.
    let room = 0.92 * measure * STANDARD_SIZE / size;
    text.lines().map(|part| lines_of(width(part), room)).sum::<u32>().max(1)
}

fn lines_of(chars: usize, room: f64) -> u32 {
    let mut left = f64::from(u32::try_from(chars).unwrap_or(u32::MAX));
    let mut lines = 1;
    while left > room {
        left -= room;
        lines += 1;
    }
    lines
}

/// Height in points of lines of a font size; spreadsheet programs know no row above 409.
pub(crate) fn height(lines: u32, size: f64) -> f64 {
    (f64::from(lines) * size * LEADING).ceil().min(409.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_measured_with_their_separators() {
        let whole = Shape::Column(ColumnKind::Whole);
        assert_eq!(of_number(1_234_567.0, whole), 7 + 2);
        let percent = Shape::Column(ColumnKind::Percent { decimals: 1 });
        assert_eq!(of_number(12.34, percent), "12.3%".len());
    }

    #[test]
    fn long_texts_take_several_lines() {
        assert_eq!(lines("", 11.0, 100.0), 1);
        assert_eq!(lines("a\nb", 11.0, 100.0), 2);
        assert_eq!(lines(&"a".repeat(200), 11.0, 100.0), 3);
        assert!(lines(&"a".repeat(200), 16.0, 100.0) > 3);
    }

    #[test]
    fn a_narrow_table_leaves_its_notes_room() {
        let (columns, total) = measure(&[20.0]);
        assert!(columns > 1 && total >= MEASURE);
        assert_eq!(measure(&[60.0, 60.0, 60.0]).0, 2);
    }
}
