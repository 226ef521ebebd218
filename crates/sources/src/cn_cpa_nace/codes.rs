//! Codes of CN, CPA, NACE and HS.

use crate::CodeText;
use crate::read::{Fault, ProductFault, shown};

/// Checks a code of `nomenclature`.
///
/// # Errors
/// `lost-zero` or `bad-product-code`.
pub(super) fn code(cell: &[u8], nomenclature: &str) -> Result<CodeText, Fault> {
    let dotted = nomenclature.starts_with("cpa") || nomenclature.starts_with("nace");
    let verdict = if dotted { dotted_code(cell) } else { plain_code(cell, nomenclature) };
    let text = std::str::from_utf8(cell).ok().and_then(|text| CodeText::from(text).ok());
    match (verdict, text) {
        (Ok(()), Some(text)) => Ok(text),
        (Err(ProductFault::LostZero), _) => {
            let shown = shown(cell);
            let detail = format!(
                "The code `{shown}` of {nomenclature} lost a leading zero, it is probably 0{shown}. Take the file as published; spreadsheets drop leading zeros."
            );
            Err(Fault::bad("lost-zero", detail))
        }
        _ => {
            let detail = format!("`{}` is no code of {nomenclature}.", shown(cell));
            Err(Fault::bad("bad-product-code", detail))
        }
    }
}

/// CN and HS: an even number of digits; CN lists also have sections in Roman
/// numerals and codes with letters for special trade (`01III000`).
fn plain_code(cell: &[u8], nomenclature: &str) -> Result<(), ProductFault> {
    let digits = cell.iter().all(u8::is_ascii_digit);
    let is_cn = nomenclature.starts_with("cn");
    let roman = cell.iter().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    let special = cell.len() == 8 && cell.iter().all(u8::is_ascii_alphanumeric);
    match cell.len() {
        0 => Err(ProductFault::Syntax),
        2 | 4 | 6 if digits => Ok(()),
        8 if digits && is_cn => Ok(()),
        _ if digits && cell.len() < 8 => Err(ProductFault::LostZero),
        _ if is_cn && (roman || special) => Ok(()),
        _ => Err(ProductFault::Syntax),
    }
}

/// CPA and NACE: a section letter, or two digits and further levels behind dots.
fn dotted_code(cell: &[u8]) -> Result<(), ProductFault> {
    if let [letter] = cell
        && letter.is_ascii_uppercase()
    {
        return Ok(());
    }
    let mut levels = cell.split(|&byte| byte == b'.');
    let numeric = |level: &[u8]| !level.is_empty() && level.iter().all(u8::is_ascii_digit);
    match levels.next() {
        Some(division) if numeric(division) && division.len() == 1 => Err(ProductFault::LostZero),
        Some(division) if numeric(division) && division.len() == 2 && levels.all(numeric) => Ok(()),
        _ => Err(ProductFault::Syntax),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(cell: &str, nomenclature: &str) -> Option<&'static str> {
        match code(cell.as_bytes(), nomenclature) {
            Ok(code) => {
                assert_eq!(code.as_str(), cell);
                None
            }
            Err(Fault::Bad { reason, .. } | Fault::LeftOut(reason)) => Some(reason),
        }
    }

    #[test]
    fn codes_of_each_list() {
        for (cell, nomenclature) in [
            ("01012100", "cn2021"),
            ("010129", "cn2021"),
            ("01", "cn2021"),
            ("XVIII", "cn2021"),
            ("01III000", "cn2022"),
            ("01.43.11", "cpa2.1"),
            ("A", "nace2"),
            ("01.1", "nace2"),
            ("010121", "hs2017"),
        ] {
            assert_eq!(reason(cell, nomenclature), None, "{cell}");
        }
        assert_eq!(reason("1012100", "cn2021"), Some("lost-zero"));
        assert_eq!(reason("10121", "hs2017"), Some("lost-zero"));
        assert_eq!(reason("1.43.11", "cpa2.1"), Some("lost-zero"));
        assert_eq!(reason("", "cn2021"), Some("bad-product-code"));
        assert_eq!(reason("01..1", "nace2"), Some("bad-product-code"));
        assert_eq!(reason("horses", "cpa2.1"), Some("bad-product-code"));
        assert_eq!(reason("01012100", "hs2017"), Some("bad-product-code"));
    }
}
