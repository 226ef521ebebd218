//! `cmd_h0.csv` to `cmd_h6.csv`: the commodity codes of one vintage with titles.

use sextant_definitions::HsVintage;

use super::INFO;
use crate::read::{Column, Fault, Out, ProductFault, Record, RowReader, Table, hs_code, resolve};
use crate::{CodeText, HeaderError, NomenclatureCode};

const COLUMNS: [Column; 3] =
    [Column::required("id", &[]), Column::required("text", &[]), Column::required("parent", &[])];

/// The vintage of a file named `cmd_h5.csv`.
pub(super) fn vintage_in(name: &str) -> Option<HsVintage> {
    let lower = name.to_ascii_lowercase();
    let digit = lower.strip_prefix("cmd_h")?.strip_suffix(".csv")?;
    HsVintage::from_comtrade_code(&format!("H{digit}"))
}

/// Reads commodity codes.
pub(super) struct CodeListReader {
    code: usize,
    title: usize,
    vintage: HsVintage,
}

impl CodeListReader {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(table: &Table<'_>, vintage: HsVintage) -> Result<Self, Box<HeaderError>> {
        let [code, title, _] = resolve(&table.label, INFO.id, &table.header, &COLUMNS)?;
        Ok(Self { code: code.unwrap_or(usize::MAX), title: title.unwrap_or(usize::MAX), vintage })
    }
}

impl RowReader for CodeListReader {
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
        let refuse = |fault: ProductFault| fault.into_fault(cell, "id", "2, 4 or 6 digits");
        let code = hs_code(cell).map_err(refuse)?;
        let title = record.text(self.title);
        // Titles repeat the code: `01 - Animals; live`.
        let bare = title.strip_prefix(code.as_str()).and_then(|rest| rest.strip_prefix(" - "));
        out.rows.push(NomenclatureCode {
            nomenclature: self.vintage.as_str().to_owned(),
            code: CodeText::from(&code).map_err(|_| refuse(ProductFault::Syntax))?,
            title: bare.unwrap_or(&title).to_owned(),
        });
        Ok(())
    }
}
