//! Codes and links of correlation tables.

use std::collections::BTreeSet;

use sextant_definitions::HsVintage;

use crate::read::{Fault, ProductFault, hs_code};
use crate::{CodeText, NomenclatureCode, NomenclatureLink, Rows};

/// A six-digit code.
///
/// # Errors
/// `lost-zero` or `bad-product-code`.
pub(super) fn six_digits(cell: &str, column: &str) -> Result<CodeText, Fault> {
    let refuse = |fault: ProductFault| fault.into_fault(cell.as_bytes(), column, "6 digits");
    let code = hs_code(cell.as_bytes()).map_err(refuse)?;
    if code.len() != 6 {
        return Err(refuse(ProductFault::Syntax));
    }
    CodeText::from(&code).map_err(|_| refuse(ProductFault::Syntax))
}

/// A link from a newer to an older vintage.
pub(super) fn link(
    vintages: (HsVintage, HsVintage),
    codes: (CodeText, CodeText),
    relationship: &str,
) -> NomenclatureLink {
    NomenclatureLink {
        from_nomenclature: vintages.0.as_str().to_owned(),
        from_code: codes.0,
        to_nomenclature: vintages.1.as_str().to_owned(),
        to_code: codes.1,
        // One workbook stores its relationships as quoted text: `'n:1`.
        relationship: relationship.trim_start_matches('\'').to_owned(),
        weight: None,
    }
}

/// The codes that occur in links, each once, without titles: the tables have none.
#[derive(Default)]
pub(super) struct Distinct {
    codes: BTreeSet<(String, CodeText)>,
}

impl Distinct {
    pub(super) fn add(&mut self, links: &[NomenclatureLink]) {
        for link in links {
            self.codes.insert((link.from_nomenclature.clone(), link.from_code));
            self.codes.insert((link.to_nomenclature.clone(), link.to_code));
        }
    }

    /// Sorted by vintage and code.
    pub(super) fn into_rows(self) -> Rows {
        let code =
            |(nomenclature, code)| NomenclatureCode { nomenclature, code, title: String::new() };
        Rows::Codes(self.codes.into_iter().map(code).collect())
    }
}
