//! Lines of the tables.

use sextant_query::{Depth, Symbol};

use super::INFO;
use crate::ipc;
use crate::read::{Column, Fault, Out, Record, RowReader, Table, share, shown};
use crate::wipo_fields::{self, field_code};
use crate::{CodeText, HeaderError, NomenclatureLink};

const COLUMNS: [Column; 3] = [
    Column::required("class", &[]),
    Column::required("nace2", &[]),
    Column::required("probability", &[]),
];

/// Reads links.
pub(super) struct LinkReader {
    class: usize,
    nace: usize,
    probability: usize,
}

impl LinkReader {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(table: &Table<'_>) -> Result<Self, Box<HeaderError>> {
        let [class, nace, probability] = table.places(INFO.id, &COLUMNS)?;
        Ok(Self { class, nace, probability })
    }
}

impl RowReader for LinkReader {
    type Row = NomenclatureLink;
    type Scratch<'r> = ();

    fn scratch(&self) {}

    fn row(
        &self,
        record: &Record<'_>,
        (): &mut (),
        out: &mut Out<NomenclatureLink>,
    ) -> Result<(), Fault> {
        let (nomenclature, from_code) = class(record.field(self.class))?;
        out.rows.push(NomenclatureLink {
            from_nomenclature: nomenclature.to_owned(),
            from_code,
            to_nomenclature: "nace2".to_owned(),
            to_code: division(record.field(self.nace))?,
            relationship: String::new(),
            weight: Some(share(record.field(self.probability), COLUMNS[2].name)?),
        });
        Ok(())
    }
}

/// `A01`, or field 1 as `W35F01`.
fn class(cell: &[u8]) -> Result<(&'static str, CodeText), Fault> {
    if let Some(number) = cell.strip_prefix(b"W35F") {
        return Ok((wipo_fields::NOMENCLATURE, field_code(number, COLUMNS[0].name)?));
    }
    let class = Symbol::read(cell).filter(|symbol| symbol.depth() == Depth::Class);
    let class = class.ok_or_else(|| {
        let shown = shown(cell);
        let detail = format!(
            "Column class holds `{shown}`, where a class of the IPC such as A01 or a field such as W35F01 was expected."
        );
        Fault::bad("bad-symbol", detail)
    })?;
    Ok((ipc::NOMENCLATURE, ipc::code(class)))
}

/// Two digits.
fn division(cell: &[u8]) -> Result<CodeText, Fault> {
    let text = std::str::from_utf8(cell).ok();
    let digits = cell.len() == 2 && cell.iter().all(u8::is_ascii_digit);
    text.filter(|_| digits).and_then(|text| CodeText::from(text).ok()).ok_or_else(|| {
        let shown = shown(cell);
        let detail = format!(
            "Column nace2 holds `{shown}`, where a division of two digits such as 01 was expected; spreadsheets drop leading zeros."
        );
        Fault::bad("bad-product-code", detail)
    })
}
