//! Product codes as text.

use std::str;

use super::batch::Fault;
use super::cells::shown;
use crate::ProductCode;

/// Why a product code is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ProductFault {
    /// An odd number of digits: a spreadsheet took the leading zero.
    LostZero,
    /// Neither digits nor a known special code.
    Syntax,
}

impl ProductFault {
    /// The fault of a row with such a code.
    pub(crate) fn into_fault(self, cell: &[u8], column: &str, expected: &str) -> Fault {
        let code = shown(cell);
        match self {
            Self::LostZero => Fault::bad(
                "lost-zero",
                format!(
                    "Column {column} holds `{code}`, {} digits where {expected} are needed: a leading zero was lost, the code is probably 0{code}. Take the file as published; spreadsheets drop leading zeros.",
                    code.len()
                ),
            ),
            Self::Syntax => Fault::bad(
                "bad-product-code",
                format!("Column {column} holds `{code}`, which is no product code of {expected}."),
            ),
        }
    }
}

/// A code of the Harmonised System: `TOTAL`, two, four or six digits, or
/// `9999AA`, Comtrade's older code for goods not specified.
///
/// # Errors
/// [`ProductFault`] for any other text.
pub(crate) fn hs_code(cell: &[u8]) -> Result<ProductCode, ProductFault> {
    if !cell.iter().all(u8::is_ascii_digit) {
        return match cell {
            b"TOTAL" | b"9999AA" => code(cell),
            _ => Err(ProductFault::Syntax),
        };
    }
    match cell.len() {
        6 | 4 | 2 => code(cell),
        5 | 3 | 1 => Err(ProductFault::LostZero),
        _ => Err(ProductFault::Syntax),
    }
}

/// A code of the Combined Nomenclature: `TOTAL`, two, four, six or eight digits,
/// or such a code with letters for what a state keeps confidential (`850XXX`,
/// `01III000`, `28S`).
///
/// # Errors
/// [`ProductFault`] for any other text.
pub(crate) fn product_code(cell: &[u8]) -> Result<ProductCode, ProductFault> {
    let letters = cell.iter().any(u8::is_ascii_uppercase);
    if !cell.iter().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase()) {
        return Err(ProductFault::Syntax);
    }
    match cell.len() {
        _ if cell == b"TOTAL" => code(cell),
        2..=8 if letters && cell[0].is_ascii_digit() && cell[1].is_ascii_digit() => code(cell),
        2 | 4 | 6 | 8 if !letters => code(cell),
        1 | 3 | 5 | 7 if !letters => Err(ProductFault::LostZero),
        _ => Err(ProductFault::Syntax),
    }
}

fn code(cell: &[u8]) -> Result<ProductCode, ProductFault> {
    let text = str::from_utf8(cell).map_err(|_| ProductFault::Syntax)?;
    ProductCode::from(text).map_err(|_| ProductFault::Syntax)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hs_codes_keep_their_zeros() {
        for text in ["01", "0101", "010121", "TOTAL", "9999AA", "999999"] {
            assert_eq!(hs_code(text.as_bytes()).unwrap().as_str(), text);
        }
    }

    #[test]
    fn a_lost_zero_is_told_with_the_probable_code() {
        assert_eq!(hs_code(b"10121"), Err(ProductFault::LostZero));
        assert_eq!(hs_code(b"101"), Err(ProductFault::LostZero));
        let Fault::Bad { reason, detail } =
            ProductFault::LostZero.into_fault(b"10121", "k", "6 digits")
        else {
            panic!("left out");
        };
        assert_eq!(reason, "lost-zero");
        assert!(detail.contains("probably 010121"), "{detail}");
    }

    #[test]
    fn other_texts_are_refused() {
        for text in ["", "01012100", "AG2", "01-01", "total"] {
            assert_eq!(hs_code(text.as_bytes()), Err(ProductFault::Syntax), "{text}");
        }
        for text in ["", "350691101", "XX", "TOTALS", "35 069"] {
            assert_eq!(product_code(text.as_bytes()), Err(ProductFault::Syntax), "{text}");
        }
    }

    #[test]
    fn combined_nomenclature_codes() {
        for text in ["35069110", "481141", "01III000", "850XXX", "28S", "TOTAL", "35"] {
            assert_eq!(product_code(text.as_bytes()).unwrap().as_str(), text);
        }
        assert_eq!(product_code(b"1012100"), Err(ProductFault::LostZero));
    }
}
