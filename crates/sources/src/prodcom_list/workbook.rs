//! Workbooks: the list of a year with titles, and Prodcom to CN.

use std::io::Cursor;

use calamine::{Data, Range, Reader, open_workbook_auto_from_rs};

use super::codes::{Entry, Kind, code, entry, link, list_of};
use super::error::ProdcomListError;
use super::hand_on;
use crate::SourceError;
use crate::read::{Collector, Fault, Out, column_key, list, period_year};

/// How the workbooks name the columns of headings and CN codes.
const HEADINGS: [&str; 3] = ["prccode", "prodcom", "pc8"];
const CN_CODES: [&str; 2] = ["cncode", "combinednomenclature"];

/// Whether a workbook is named like one of these.
pub(super) fn named_like_list(name: &str) -> bool {
    let key = column_key(name);
    ["pcdesc", "cnpc", "pccn", "prodcom"].iter().any(|part| key.contains(part))
}

/// Reads the first sheet that is a list or a correspondence.
///
/// # Errors
/// When the file is no workbook, or has no such sheet.
pub(super) fn read(
    file: &str,
    bytes: Vec<u8>,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    let sheet = Sheet::find(file, bytes)?;
    let mut out = Out::with_capacity(sheet.cells.height());
    let read = sheet.read(&mut out);
    let entries = collector.take_faults(read, out)?;
    if read == 0 {
        return Err(SourceError::NoRows { file: file.to_owned() });
    }
    hand_on(collector, entries)
}

/// What a sheet holds; the columns are year, heading, and title or CN code.
#[derive(Clone, Copy, Debug)]
enum What {
    Titles,
    Links,
}

/// A sheet whose first row is a known header.
struct Sheet {
    cells: Range<Data>,
    what: What,
    columns: [usize; 3],
}

impl Sheet {
    fn find(file: &str, bytes: Vec<u8>) -> Result<Self, ProdcomListError> {
        let damaged = |detail: String| ProdcomListError::Workbook { file: file.to_owned(), detail };
        let mut book =
            open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|e| damaged(e.to_string()))?;
        let sheets = book.sheet_names();
        for name in &sheets {
            let cells = book.worksheet_range(name).map_err(|e| damaged(e.to_string()))?;
            if let Some((what, columns)) = cells.rows().next().and_then(header) {
                return Ok(Self { cells, what, columns });
            }
        }
        Err(ProdcomListError::NoTable { file: file.to_owned(), sheets: list(&sheets) })
    }

    /// Reads the rows below the header; gives how many there are.
    fn read(&self, out: &mut Out<Entry>) -> usize {
        let first = self.cells.start().map_or(0, |(row, _)| u64::from(row));
        let mut read = 0;
        for (at, row) in self.cells.rows().enumerate().skip(1) {
            let cells = self.columns.map(|column| row.get(column).unwrap_or(&Data::Empty));
            let [year, heading, other] = cells;
            let texts = [text(year), heading_text(heading), text(other)];
            if texts.iter().all(String::is_empty) {
                continue;
            }
            read += 1;
            if let Err(fault) = self.row(&texts, out) {
                out.fault(fault, first + at as u64 + 1, texts.join(",").as_bytes());
            }
        }
        read
    }

    fn row(&self, [year, heading, other]: &[String; 3], out: &mut Out<Entry>) -> Result<(), Fault> {
        let year = period_year(year.as_bytes(), "year")?;
        // `99.z` and the like name groups of headings for print.
        if heading.is_empty() || heading.bytes().any(|byte| byte.is_ascii_lowercase()) {
            return Err(Fault::LeftOut("no-heading"));
        }
        match self.what {
            What::Titles => {
                let heading = code(heading.as_bytes(), Kind::HeadingOrAbove, "pc8", out)?;
                out.rows.push(entry(year, heading, other.clone()));
            }
            What::Links if other.is_empty() => return Err(Fault::LeftOut("no-cn-code")),
            What::Links => {
                let heading = code(heading.as_bytes(), Kind::Heading, "PRCCODE", out)?;
                let cn = code(other.as_bytes(), Kind::Cn8, "CNCODE", out)?;
                let to = (format!("cn{year}"), cn);
                out.rows.push(Entry::Link(link((list_of(year), heading), to)));
            }
        }
        Ok(())
    }
}

fn header(row: &[Data]) -> Option<(What, [usize; 3])> {
    let keys: Vec<String> = row.iter().map(|cell| column_key(&text(cell))).collect();
    let at = |known: &[&str]| keys.iter().position(|key| known.contains(&key.as_str()));
    let (year, heading) = (at(&["year"])?, at(&HEADINGS)?);
    match (at(&CN_CODES), at(&["desc"])) {
        (Some(cn), _) => Some((What::Links, [year, heading, cn])),
        (None, Some(title)) => Some((What::Titles, [year, heading, title])),
        (None, None) => None,
    }
}

fn text(cell: &Data) -> String {
    match cell {
        Data::String(text) => text.trim().to_owned(),
        Data::Empty => String::new(),
        other => other.to_string(),
    }
}

/// A code. A class stored as a number has lost its zeros on both sides to the number
/// format: 7.1 is class 07.10, 12 is class 12.00; a heading has lost that before it.
fn heading_text(cell: &Data) -> String {
    match cell {
        Data::Float(number) if *number < 100.0 => format!("{number:05.2}"),
        Data::Int(number) if *number < 100 => format!("{number:02}.00"),
        Data::Float(number) => format!("{number:08}"),
        Data::Int(number) => format!("{number:08}"),
        other => text(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_get_their_zeros_back() {
        for (cell, expected) in [
            (Data::Float(7.1), "07.10"),
            (Data::Float(7.29), "07.29"),
            (Data::Float(12.0), "12.00"),
            (Data::Int(31), "31.00"),
            (Data::Float(7_101_000.0), "07101000"),
            (Data::Int(22_292_240), "22292240"),
            (Data::String(" 07.10.10 ".to_owned()), "07.10.10"),
        ] {
            assert_eq!(heading_text(&cell), expected);
        }
    }

    #[test]
    fn headers_of_each_year() {
        let columns = |names: &[&str]| {
            let row: Vec<Data> = names.iter().map(|name| Data::String((*name).into())).collect();
            header(&row).map(|(_, columns)| columns)
        };
        assert_eq!(columns(&["year", "pc8", "desc"]), Some([0, 1, 2]));
        assert_eq!(columns(&["Year", "PRCCode", "CNCode", "Prodcom 2010"]), Some([0, 1, 2]));
        let names = ["YEAR", "PRODCOM", "Combined Nomenclature", "Production Type"];
        assert_eq!(columns(&names), Some([0, 1, 2]));
        assert_eq!(columns(&["Year", "PRCCode", "ProdType"]), None);
    }
}
