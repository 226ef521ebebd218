//! Lists, changes and correspondences in text files.

use sextant_definitions::HsVintage;

use super::codes::{Entry, Kind, code, code_or_none, entry, hs_codes, link, list_of};
use crate::CodeText;
use crate::read::{Fault, Out, Record, RowReader, period_year};

/// Links from a heading to codes of the HS in force in the year of its list.
pub(super) fn hs_links(year: u16, heading: CodeText, codes: Vec<CodeText>) -> Vec<Entry> {
    let Some(vintage) = HsVintage::in_force(year) else {
        return Vec::new();
    };
    let to = |code| (vintage.as_str().to_owned(), code);
    let links = codes.into_iter().map(|code| link((list_of(year), heading), to(code)));
    links.map(Entry::Link).collect()
}

/// Reads yearly changes.
pub(super) struct ChangeReader(pub(super) [usize; 4]);

impl RowReader for ChangeReader {
    type Row = Entry;
    type Scratch<'r> = ();

    fn scratch(&self) {}

    fn row(&self, record: &Record<'_>, (): &mut (), out: &mut Out<Entry>) -> Result<(), Fault> {
        let [from, to, old, new] = self.0.map(|column| record.field(column));
        let from = period_year(from, "from_year")?;
        let to = period_year(to, "to_year")?;
        let old = code_or_none(old, Kind::Heading, "old", out)?;
        let new = code_or_none(new, Kind::Heading, "new", out)?;
        if old.is_empty() && new.is_empty() {
            let detail = "Columns old and new are both empty, so nothing changes.";
            return Err(Fault::bad("no-code", detail.to_owned()));
        }
        out.rows.push(Entry::Link(link((list_of(from), old), (list_of(to), new))));
        Ok(())
    }
}

/// Reads the list of one year.
pub(super) struct ListReader {
    pub(super) year: u16,
    pub(super) columns: [usize; 3],
}

impl RowReader for ListReader {
    type Row = Entry;
    type Scratch<'r> = ();

    fn scratch(&self) {}

    fn row(&self, record: &Record<'_>, (): &mut (), out: &mut Out<Entry>) -> Result<(), Fault> {
        let [heading, name, hs] = self.columns;
        let heading = code(record.field(heading), Kind::Heading, "prodcom", out)?;
        let codes = hs_codes(record.field(hs), out)?;
        out.rows.push(entry(self.year, heading, record.text(name).into_owned()));
        out.rows.extend(hs_links(self.year, heading, codes));
        Ok(())
    }
}

/// Reads the classes and categories above the headings.
pub(super) struct LevelReader {
    pub(super) year: u16,
    pub(super) columns: [usize; 2],
}

impl RowReader for LevelReader {
    type Row = Entry;
    type Scratch<'r> = ();

    fn scratch(&self) {}

    fn row(&self, record: &Record<'_>, (): &mut (), out: &mut Out<Entry>) -> Result<(), Fault> {
        let [column, label] = self.columns;
        let code = code(record.field(column), Kind::HeadingOrAbove, "PRODCOM", out)?;
        if code.len() == 8 {
            return Err(Fault::LeftOut("told-by-list"));
        }
        let label = record.text(label);
        out.rows.push(entry(self.year, code, title(&label, &code).to_owned()));
        Ok(())
    }
}

/// A label without the code that it begins with: `07.10.10 Iron ores`.
fn title<'a>(label: &'a str, code: &str) -> &'a str {
    match label.split_once(' ') {
        Some((first, rest)) if first.replace('.', "") == code => rest.trim(),
        _ => label,
    }
}

/// One line of the history.
pub(super) struct HistoryRow {
    pub(super) heading: CodeText,
    pub(super) year: u16,
    pub(super) hs: Vec<CodeText>,
}

/// Reads the history.
pub(super) struct HistoryReader(pub(super) [usize; 3]);

impl RowReader for HistoryReader {
    type Row = HistoryRow;
    type Scratch<'r> = ();

    fn scratch(&self) {}

    fn row(
        &self,
        record: &Record<'_>,
        (): &mut (),
        out: &mut Out<HistoryRow>,
    ) -> Result<(), Fault> {
        let [heading, year, hs] = self.0.map(|column| record.field(column));
        let mut notes = Out::<()>::with_capacity(0);
        let heading = code(heading, Kind::Heading, "prodcom", &mut notes)?;
        let year = period_year(year, "year")?;
        let hs = hs_codes(hs, &mut notes)?;
        out.noted.append(&mut notes.noted);
        out.rows.push(HistoryRow { heading, year, hs });
        Ok(())
    }
}

/// Years of which the history's HS codes come with a list of their own.
const LISTED: [u16; 1] = [2021];

/// Walks through the history, heading after heading, year after year.
#[derive(Default)]
pub(super) struct History {
    heading: CodeText,
    /// Whether the heading had HS codes in an earlier year.
    had_hs: bool,
}

impl History {
    /// What a line yields; nothing for a heading of eight digits that lost its HS codes.
    /// The lists of 2011, 2014, 2019 and 2021 still carry such headings, and all of them
    /// but two have ended by the yearly changes; the two are in the list of 2021, which is
    /// a file of its own.
    pub(super) fn take(&mut self, row: HistoryRow) -> Option<Vec<Entry>> {
        let HistoryRow { heading, year, hs } = row;
        if self.heading != heading {
            *self = Self { heading, had_hs: false };
        }
        let digits = heading.bytes().all(|byte| byte.is_ascii_digit());
        if digits && hs.is_empty() && self.had_hs {
            return None;
        }
        self.had_hs |= !hs.is_empty();
        let mut entries = vec![entry(year, heading, String::new())];
        if !LISTED.contains(&year) {
            entries.extend(hs_links(year, heading, hs));
        }
        Some(entries)
    }
}
