//! From a workbook to the bytes of its file.

use std::iter::once;

use crate::model::Workbook;
use crate::sheet::Place;
use crate::words::words;
use crate::{Result, WorkbookError, contents, names, properties, sheet, validate};

/// Writes the workbook as XLSX. The same workbook gives the same bytes.
///
/// # Errors
///
/// When the workbook asks for what XLSX cannot hold or what nobody could read: see
/// [`WorkbookError`]. No text or number of a cell is cut off or left out.
pub fn write(workbook: &Workbook) -> Result<Vec<u8>> {
    validate::workbook(workbook)?;
    let words = words(&workbook.lang).ok_or_else(|| WorkbookError::Language {
        title: workbook.title.clone(),
        lang: workbook.lang.clone(),
    })?;
    let wished = once(words.contents).chain(workbook.sheets.iter().map(|sheet| &*sheet.name));
    let names = names::safe(wished, words.sheet);
    let mut file = rust_xlsxwriter::Workbook::new();
    file.set_properties(&properties::of(workbook)?);
    let first = file.add_worksheet().set_name(&names[0])?;
    contents::fill(first, workbook, &names[1..], words)?;
    for (at, (one, name)) in workbook.sheets.iter().zip(&names[1..]).enumerate() {
        let worksheet = file.add_worksheet().set_name(name)?;
        let place = Place { workbook, words, contents: &names[0], number: at + 1 };
        sheet::fill(worksheet, one, &place)?;
    }
    Ok(file.save_to_buffer()?)
}
