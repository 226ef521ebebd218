//! What one source tells of one year.

use std::collections::BTreeSet;

use crate::ledger::{Cell, Ledger};
use crate::subjects::{SubjectCodes, chapters};

/// Sums of one source and year, with what decides whether they may be published.
#[derive(Debug)]
pub(crate) struct SourceYear {
    /// Source id.
    pub(crate) source: &'static str,
    /// Calendar year.
    pub(crate) year: u16,
    /// Exports and imports.
    pub(crate) flows: [Ledger; 2],
    /// The source's own World row, exports and imports by subject.
    pub(crate) world: Option<[Vec<Cell>; 2]>,
    /// For every subject the share of its codes that the source-year has, none
    /// where the source knows nothing of it. Without meaning for the total.
    pub(crate) coverage: Vec<Option<f64>>,
    /// HS chapters present.
    pub(crate) chapters: u32,
    /// Whether the source gives totals itself.
    pub(crate) has_total: bool,
    /// Dollars for one unit of its currency, none where that is the dollar.
    pub(crate) usd_per_unit: Option<f64>,
    /// Published shares in total exports.
    pub(crate) shares: Option<Shares>,
}

/// Published shares of a product group in total exports, in percent.
#[derive(Clone, Debug)]
pub(crate) struct Shares {
    /// The product group.
    pub(crate) subject: usize,
    /// By geography.
    pub(crate) of: Vec<Option<f64>>,
    /// Of the World row.
    pub(crate) world: Option<f64>,
}

impl SourceYear {
    /// A source with product codes, in dollars.
    pub(crate) fn reported(
        source: &'static str,
        year: u16,
        flows: [Ledger; 2],
        codes: &SubjectCodes,
        products: &BTreeSet<String>,
    ) -> Self {
        Self {
            source,
            year,
            flows,
            world: None,
            coverage: codes.coverage(products),
            chapters: chapters(products),
            has_total: products.contains("TOTAL"),
            usd_per_unit: None,
            shares: None,
        }
    }

    /// Geographies that report anything at all.
    pub(crate) fn reporters(&self) -> u32 {
        let subjects = self.coverage.len();
        let reports = |geo: &usize| {
            let mut cells = self.flows.iter().flat_map(|f| (0..subjects).map(|s| f.cell(*geo, s)));
            cells.any(|cell| cell.given().is_some())
        };
        let count = (0..self.flows[0].geographies()).filter(reports).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }
}
