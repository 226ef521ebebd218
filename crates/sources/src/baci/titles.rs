//! `product_codes_HSxx`: six-digit codes with their titles.

use sextant_definitions::HsVintage;

use super::INFO;
use crate::read::{Column, Fault, Out, ProductFault, Record, RowReader, Table, hs_code, resolve};
use crate::{CodeText, HeaderError, NomenclatureCode};

const COLUMNS: [Column; 2] = [Column::required("code", &[]), Column::required("description", &[])];

/// Reads official titles.
pub(super) struct TitleReader {
    code: usize,
    title: usize,
    vintage: HsVintage,
}

impl TitleReader {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(table: &Table<'_>, vintage: HsVintage) -> Result<Self, Box<HeaderError>> {
        let [code, title] = resolve(&table.label, INFO.id, &table.header, &COLUMNS)?;
        Ok(Self { code: code.unwrap_or(usize::MAX), title: title.unwrap_or(usize::MAX), vintage })
    }
}

impl RowReader for TitleReader {
    type Row = NomenclatureCode;
    type Scratch<'r> = ();

    fn scratch(&self) {}

    fn row(
        &self,
        record: &Record<'_>,
        (): &mut (),
        out: &mut Out<NomenclatureCode>,
    ) -> Result<(), Fault> {
        let cell = record.field(self.code);
        let refuse = |fault: ProductFault| fault.into_fault(cell, "code", "6 digits");
        let code = hs_code(cell).map_err(refuse)?;
        out.rows.push(NomenclatureCode {
            nomenclature: self.vintage.as_str().to_owned(),
            code: CodeText::from(&code).map_err(|_| refuse(ProductFault::Syntax))?,
            title: record.text(self.title).into_owned(),
        });
        Ok(())
    }
}
