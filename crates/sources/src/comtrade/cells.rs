//! The cells of a Comtrade record that matter, whatever the file's form.

use crate::read::Column;

/// A column of a Comtrade record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Type,
    Frequency,
    Year,
    Month,
    Reporter,
    ReporterIso,
    Flow,
    FlowText,
    Partner,
    PartnerIso,
    Partner2,
    Partner2Iso,
    Classification,
    Product,
    Customs,
    Supply,
    Transport,
    NetWeight,
    Value,
}

/// How many there are.
pub(super) const CELLS: usize = 19;

/// Their names, in the order of [`Cell`].
pub(super) const COLUMNS: [Column; CELLS] = [
    Column::optional("typeCode", &[]),
    Column::optional("freqCode", &[]),
    Column::required("refYear", &[]),
    Column::optional("refMonth", &[]),
    Column::optional("reporterCode", &[]),
    Column::optional("reporterISO", &[]),
    Column::optional("flowCode", &[]),
    Column::optional("flowDesc", &[]),
    Column::optional("partnerCode", &[]),
    Column::optional("partnerISO", &[]),
    Column::optional("partner2Code", &[]),
    Column::optional("partner2ISO", &[]),
    Column::optional("classificationCode", &[]),
    Column::required("cmdCode", &[]),
    Column::optional("customsCode", &[]),
    Column::optional("mosCode", &[]),
    Column::optional("motCode", &[]),
    Column::optional("netWgt", &[]),
    Column::required("primaryValue", &[]),
];

/// The cells of one record; empty where the file has no such column or no value.
pub(super) struct Cells<'a>(pub(super) [&'a [u8]; CELLS]);

impl<'a> Cells<'a> {
    /// One cell.
    pub(super) fn get(&self, cell: Cell) -> &'a [u8] {
        self.0.get(cell as usize).copied().unwrap_or_default()
    }

    /// A code that is a whole number. Files that passed through a data frame write
    /// `56.0` where Comtrade writes 56.
    pub(super) fn code(&self, cell: Cell) -> &'a [u8] {
        let text = self.get(cell);
        text.strip_suffix(b".0").unwrap_or(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_and_cells_are_in_the_same_order() {
        assert_eq!(COLUMNS[Cell::Type as usize].name, "typeCode");
        assert_eq!(COLUMNS[Cell::Partner2 as usize].name, "partner2Code");
        assert_eq!(COLUMNS[Cell::Product as usize].name, "cmdCode");
        assert_eq!(COLUMNS[Cell::Value as usize].name, "primaryValue");
        assert_eq!(Cell::Value as usize + 1, CELLS);
    }
}
