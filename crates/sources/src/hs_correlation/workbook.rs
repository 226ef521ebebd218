//! The UN's workbooks, one for each pair of neighbouring vintages.

use std::io::Cursor;

use calamine::{Data, Range, Reader, open_workbook_auto_from_rs};
use sextant_definitions::HsVintage;

use super::codes::{Distinct, link, six_digits};
use super::error::HsCorrelationError;
use crate::read::{Collector, Fault, Out, column_key};
use crate::{CodeText, NomenclatureLink, Rows, SourceError};

/// Whether a workbook is named after two vintages, as the UN does in several ways.
pub(super) fn named_like_correlation(name: &str) -> bool {
    let key = column_key(name);
    let named = |vintage: &&HsVintage| key.contains(vintage.as_str());
    HsVintage::ALL.iter().filter(named).count() == 2
}

/// Reads the correlation sheet of a workbook.
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
    let links = collector.take_faults(read, out)?;
    if read == 0 {
        return Err(SourceError::NoRows { file: file.to_owned() });
    }
    let mut codes = Distinct::default();
    codes.add(&links);
    collector.rows(Rows::Links(links))?;
    collector.rows(codes.into_rows())
}

/// A sheet with a header of two vintages and `Relationship`.
struct Sheet {
    cells: Range<Data>,
    /// Row of the header within `cells`.
    header: usize,
    vintages: (HsVintage, HsVintage),
}

impl Sheet {
    fn find(file: &str, bytes: Vec<u8>) -> Result<Self, HsCorrelationError> {
        let damaged =
            |detail: String| HsCorrelationError::Workbook { file: file.to_owned(), detail };
        let mut book =
            open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|e| damaged(e.to_string()))?;
        let sheets = book.sheet_names();
        for name in &sheets {
            let cells = book.worksheet_range(name).map_err(|e| damaged(e.to_string()))?;
            let header =
                cells.rows().take(10).enumerate().find_map(|(at, row)| Some((at, vintages(row)?)));
            if let Some((header, vintages)) = header {
                return Ok(Self { cells, header, vintages });
            }
        }
        Err(HsCorrelationError::NoCorrelation { file: file.to_owned(), sheets: sheets.join(", ") })
    }

    /// Reads the rows below the header; gives how many there are.
    fn read(&self, out: &mut Out<NomenclatureLink>) -> usize {
        let first = self.cells.start().map_or(0, |(row, _)| u64::from(row));
        let mut read = 0;
        for (at, row) in self.cells.rows().enumerate().skip(self.header + 1) {
            let texts: Vec<String> = row.iter().take(3).map(text).collect();
            if texts.iter().all(String::is_empty) {
                continue;
            }
            read += 1;
            match self.link(&texts) {
                Ok(link) => out.rows.push(link),
                Err(fault) => out.fault(fault, first + at as u64 + 1, texts.join(",").as_bytes()),
            }
        }
        read
    }

    fn link(&self, texts: &[String]) -> Result<NomenclatureLink, Fault> {
        let code = |column: usize, vintage: HsVintage| -> Result<CodeText, Fault> {
            six_digits(texts.get(column).map_or("", String::as_str), vintage.as_str())
        };
        let codes = (code(0, self.vintages.0)?, code(1, self.vintages.1)?);
        Ok(link(self.vintages, codes, texts.get(2).map_or("", String::as_str)))
    }
}

/// The vintages of a header row `HS 2017, HS 2012, Relationship`.
fn vintages(row: &[Data]) -> Option<(HsVintage, HsVintage)> {
    let keys: Vec<String> = row.iter().map(|cell| column_key(&text(cell))).collect();
    let [from, to, relationship, ..] = keys.as_slice() else {
        return None;
    };
    (relationship == "relationship").then_some((from.parse().ok()?, to.parse().ok()?))
}

/// A cell as text. A code stored as a number has lost its zeros to the number
/// format, so it is padded to six digits.
fn text(cell: &Data) -> String {
    match cell {
        Data::String(text) => text.trim().to_owned(),
        Data::Int(number) => format!("{number:06}"),
        Data::Float(number) => format!("{number:06}"),
        Data::Empty => String::new(),
        other => other.to_string(),
    }
}
