//! Lists of codes with titles.

use super::codes::code;
use super::layout::List;
use crate::NomenclatureCode;
use crate::read::{Fault, Out, Record, RowReader};

/// Reads a list.
pub(super) struct ListReader {
    list: List,
}

impl ListReader {
    pub(super) fn new(list: List) -> Self {
        Self { list }
    }
}

impl RowReader for ListReader {
    type Row = NomenclatureCode;
    type Scratch<'r> = ();

    fn scratch(&self) {}

    fn row(
        &self,
        record: &Record<'_>,
        (): &mut (),
        out: &mut Out<NomenclatureCode>,
    ) -> Result<(), Fault> {
        let nomenclature = &self.list.nomenclature;
        let code = code(record.field(self.list.code), nomenclature)?;
        let titles = self.list.titles.iter().map(|&column| record.text(column));
        let title = titles.into_iter().find(|title| !title.is_empty()).unwrap_or_default();
        out.rows.push(NomenclatureCode {
            nomenclature: nomenclature.clone(),
            code,
            title: title.into_owned(),
        });
        Ok(())
    }
}
