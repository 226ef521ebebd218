//! Short ways to put a workbook together.

use crate::model::{Column, ColumnKind, CreationDate, Properties, Sheet, Table, Value, Workbook};

impl Workbook {
    /// A workbook without sheets; give it at least one before it is written.
    #[must_use]
    pub fn new(title: &str, lang: &str, created: CreationDate) -> Self {
        Self {
            title: title.to_owned(),
            lang: lang.to_owned(),
            demo: None,
            properties: Properties::new(created),
            sheets: Vec::new(),
        }
    }

    /// Marks every sheet as demo data, in the given words.
    #[must_use]
    pub fn demo(mut self, label: &str) -> Self {
        self.demo = Some(label.to_owned());
        self
    }

    /// Adds a sheet.
    #[must_use]
    pub fn sheet(mut self, sheet: Sheet) -> Self {
        self.sheets.push(sheet);
        self
    }
}

impl Properties {
    /// A date and nothing else.
    #[must_use]
    pub fn new(created: CreationDate) -> Self {
        Self {
            created,
            author: String::new(),
            company: String::new(),
            subject: String::new(),
            description: String::new(),
            keywords: String::new(),
            custom: Vec::new(),
        }
    }
}

impl Sheet {
    /// A sheet with a heading and nothing below it.
    #[must_use]
    pub fn new(name: &str, title: &str) -> Self {
        Self { name: name.to_owned(), title: title.to_owned(), ..Self::default() }
    }

    /// Sets the line below the heading.
    #[must_use]
    pub fn subtitle(mut self, subtitle: &str) -> Self {
        subtitle.clone_into(&mut self.subtitle);
        self
    }

    /// Sets what the numbers are.
    #[must_use]
    pub fn unit(mut self, unit: &str) -> Self {
        unit.clone_into(&mut self.unit);
        self
    }

    /// Adds a table.
    #[must_use]
    pub fn table(mut self, table: Table) -> Self {
        self.tables.push(table);
        self
    }

    /// Adds a note.
    #[must_use]
    pub fn note(mut self, note: &str) -> Self {
        self.notes.push(note.to_owned());
        self
    }

    /// Sets the last line.
    #[must_use]
    pub fn source(mut self, source: &str) -> Self {
        source.clone_into(&mut self.source);
        self
    }
}

impl Table {
    /// A table in which no row stands out.
    #[must_use]
    pub fn new(caption: &str, columns: Vec<Column>, rows: Vec<Vec<Value>>) -> Self {
        Self { caption: caption.to_owned(), columns, rows, highlight: Vec::new() }
    }

    /// Makes a row stand out, counted from 0.
    #[must_use]
    pub fn highlight(mut self, row: usize) -> Self {
        self.highlight.push(row);
        self
    }
}

impl Column {
    /// A column as wide as its content needs.
    #[must_use]
    pub fn new(head: &str, kind: ColumnKind) -> Self {
        Self { head: head.to_owned(), kind, width_hint: None }
    }

    /// Sets the width in characters.
    #[must_use]
    pub fn width(mut self, characters: u8) -> Self {
        self.width_hint = Some(characters);
        self
    }
}
