//! A table as it stands in the cells: flags in columns of their own, heads unique.

use std::collections::BTreeSet;

use crate::model::{Column, ColumnKind, Table, Value};
use crate::text::{clean, line};
use crate::words::Words;

/// What a column of the grid holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Column(ColumnKind),
    /// The flags of the column to its left.
    Flags,
}

impl Shape {
    pub(crate) fn is_number(self) -> bool {
        !matches!(self, Self::Flags | Self::Column(ColumnKind::Text))
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Empty,
    Number(f64),
    Text(String),
}

/// Columns and rows of cells, all rows of the length of the heads.
#[derive(Debug)]
pub(crate) struct Grid {
    pub(crate) heads: Vec<Head>,
    pub(crate) rows: Vec<Vec<Cell>>,
    pub(crate) highlight: BTreeSet<usize>,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) text: String,
    pub(crate) shape: Shape,
    pub(crate) width_hint: Option<u8>,
}

impl Grid {
    pub(crate) fn new(table: &Table, words: &Words) -> Self {
        let flagged = flagged_columns(table);
        let rows = table.rows.iter().map(|row| cells(row, &flagged)).collect();
        let highlight = table.highlight.iter().copied().collect();
        Self { heads: heads(table, &flagged, words), rows, highlight }
    }
}

/// How many columns the grid of a table has.
pub(crate) fn columns(table: &Table) -> usize {
    table.columns.len() + flagged_columns(table).len()
}

/// Columns in which any number has flags, counted from 0.
fn flagged_columns(table: &Table) -> BTreeSet<usize> {
    let flagged =
        |value: &Value| matches!(value, Value::WithFlags { flags, .. } if !flags.trim().is_empty());
    let of_row = |row: &Vec<Value>| -> Vec<usize> {
        row.iter().enumerate().filter(|(_, value)| flagged(value)).map(|(at, _)| at).collect()
    };
    table.rows.iter().flat_map(of_row).collect()
}

fn heads(table: &Table, flagged: &BTreeSet<usize>, words: &Words) -> Vec<Head> {
    let mut taken = BTreeSet::new();
    let mut heads = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        let text = line(&column.head);
        if flagged.contains(&at) {
            let flags = flags_head(&text, flagged, words);
            heads.push(own_head(column, unique(&text, &mut taken)));
            let text = unique(&flags, &mut taken);
            heads.push(Head { text, shape: Shape::Flags, width_hint: None });
        } else {
            heads.push(own_head(column, unique(&text, &mut taken)));
        }
    }
    heads
}

fn own_head(column: &Column, text: String) -> Head {
    Head { text, shape: Shape::Column(column.kind), width_hint: column.width_hint }
}

/// Where several columns have flags, the head says whose they are.
fn flags_head(head: &str, flagged: &BTreeSet<usize>, words: &Words) -> String {
    if flagged.len() == 1 { words.flags.to_owned() } else { format!("{head} ({})", words.flags) }
}

/// Spreadsheet programs reject a table with two heads alike, even when only their case differs.
fn unique(head: &str, taken: &mut BTreeSet<String>) -> String {
    let mut candidate = head.to_owned();
    let mut number = 1_usize;
    while !taken.insert(candidate.to_lowercase()) {
        number += 1;
        candidate = format!("{head} ({number})");
    }
    candidate
}

fn cells(row: &[Value], flagged: &BTreeSet<usize>) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (at, value) in row.iter().enumerate() {
        cells.push(match value {
            Value::Missing => Cell::Empty,
            Value::Text(text) => of_text(text),
            Value::Number(value) | Value::WithFlags { value, .. } => Cell::Number(*value),
        });
        if flagged.contains(&at) {
            cells.push(match value {
                Value::WithFlags { flags, .. } => of_text(flags.trim()),
                Value::Missing | Value::Text(_) | Value::Number(_) => Cell::Empty,
            });
        }
    }
    cells
}

fn of_text(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(clean(text)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;

    fn flagged(value: f64, flags: &str) -> Value {
        Value::WithFlags { value, flags: flags.into() }
    }

    fn grid(heads: &[&str], rows: Vec<Vec<Value>>) -> Grid {
        let kind = ColumnKind::Number { decimals: 1 };
        let columns = heads.iter().map(|head| Column::new(head, kind)).collect();
        Grid::new(&Table::new("", columns, rows), words("en").expect("English is there"))
    }

    fn texts(grid: &Grid) -> Vec<&str> {
        grid.heads.iter().map(|head| head.text.as_str()).collect()
    }

    #[test]
    fn flags_stand_right_of_their_number() {
        let rows = vec![vec![flagged(1.5, "p"), Value::Number(2.0)], vec![Value::Missing; 2]];
        let grid = grid(&["Value", "Rank"], rows);
        assert_eq!(texts(&grid), ["Value", "Flags", "Rank"]);
        let first = [Cell::Number(1.5), Cell::Text("p".into()), Cell::Number(2.0)];
        assert_eq!(grid.rows[0], first);
        assert_eq!(grid.rows[1], [Cell::Empty, Cell::Empty, Cell::Empty]);
    }

    #[test]
    fn several_columns_of_flags_say_whose_they_are() {
        let grid = grid(&["BE", "NL"], vec![vec![flagged(1.0, "p"), flagged(2.0, "e")]]);
        assert_eq!(texts(&grid), ["BE", "BE (Flags)", "NL", "NL (Flags)"]);
    }

    #[test]
    fn without_a_single_flag_there_is_no_column_for_them() {
        let grid = grid(&["BE"], vec![vec![flagged(1.0, " ")]]);
        assert_eq!(texts(&grid), ["BE"]);
    }

    #[test]
    fn heads_alike_get_numbers() {
        let grid = grid(&["Share", "share", "Share (2)", "a\nb"], vec![]);
        assert_eq!(texts(&grid), ["Share", "share (2)", "Share (2) (2)", "a b"]);
    }
}
