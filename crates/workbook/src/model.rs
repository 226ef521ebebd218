//! What a workbook says: sheets of tables, and the words around them.

/// A workbook and what its file says about itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// The heading of the contents and of every printed page. Not empty.
    pub title: String,
    /// `en`, `nl`, `fr` or `zh`: the language of the few words this crate adds.
    pub lang: String,
    /// The words that say the numbers are invented: on every sheet, on every printed page and in
    /// the properties of the file.
    pub demo: Option<String>,
    /// What a file manager shows.
    pub properties: Properties,
    /// At least one sheet, in the order of the tabs.
    pub sheets: Vec<Sheet>,
}

/// What the file says about itself. Empty texts are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Properties {
    /// The day the content is of. Takes the place of a clock.
    pub created: CreationDate,
    /// Who made it.
    pub author: String,
    /// The institute behind it.
    pub company: String,
    /// What it is about.
    pub subject: String,
    /// How to cite it, under which licence.
    pub description: String,
    /// Words to find it by, separated by commas.
    pub keywords: String,
    /// Further names and values, such as edition or version of definitions, up to 255 characters
    /// each. Names are unique.
    pub custom: Vec<(String, String)>,
}

/// A day of the Gregorian calendar, 1900 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CreationDate {
    /// Four digits.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// One sheet: usually one figure of a fact sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// The name on the tab. Made safe, at most 31 characters and unique when it is written.
    pub name: String,
    /// The heading.
    pub title: String,
    /// What, where and when, below the heading.
    pub subtitle: String,
    /// What the numbers are.
    pub unit: String,
    /// Tables, one below the other.
    pub tables: Vec<Table>,
    /// Lines below the tables, each beginning with its marker where it has one.
    pub notes: Vec<String>,
    /// The last line, with the word for "source" in it.
    pub source: String,
}

/// A rectangle of values below a row of column heads.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// A line above the table, also its alternative text. May be empty.
    pub caption: String,
    /// At least one column.
    pub columns: Vec<Column>,
    /// Rows with one value a column.
    pub rows: Vec<Vec<Value>>,
    /// Rows to stand out, counted from 0.
    pub highlight: Vec<usize>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The head. A head that occurs twice in a table gets a number when it is written.
    pub head: String,
    /// How its numbers are shown.
    pub kind: ColumnKind,
    /// Width in characters, 1 to 255; without it, what the content needs.
    pub width_hint: Option<u8>,
}

/// How the numbers of a column are shown. The cells keep every digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words, at the left.
    Text,
    /// Numbers with thousands separators.
    Number {
        /// 0 to 9.
        decimals: u8,
    },
    /// Percent points: 12.3 is shown as 12.3 %.
    Percent {
        /// 0 to 9.
        decimals: u8,
    },
    /// Counts and ranks, with thousands separators.
    Whole,
    /// Years, without separators.
    Year,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing is known: an empty cell.
    Missing,
    /// Words, whatever they begin with.
    Text(String),
    /// A finite number, in the unit of the column.
    Number(f64),
    /// A number with flags. The flags get a column of their own, right of the number.
    WithFlags {
        /// A finite number, in the unit of the column.
        value: f64,
        /// What is to be known about the number, in letters or words.
        flags: String,
    },
}
