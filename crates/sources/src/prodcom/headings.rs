//! Codes of products.

use crate::CodeText;
use crate::read::{Fault, ProductFault, shown};

/// Longest text that can be the name of an aggregate.
const NAME_MOST: usize = 20;

/// A heading of eight digits, written `22292240` or `22.29.22.40`.
///
/// # Errors
/// `no-heading` for what is no heading but sums several (`22.29`, `TOTAL`,
/// `100000Z1`); `lost-zero` and `bad-product-code`.
pub(super) fn heading(cell: &[u8]) -> Result<CodeText, Fault> {
    let Some(digits) = digits(cell) else {
        return Err(no_digits(cell));
    };
    match digits.len() {
        8 => Ok(digits),
        2 | 3 | 4 | 6 => Err(Fault::LeftOut("no-heading")),
        1 | 5 | 7 => {
            Err(ProductFault::LostZero.into_fault(digits.as_bytes(), "product", "8 digits"))
        }
        _ => Err(malformed(cell)),
    }
}

/// The digits, without the dots between them. None where there is anything else.
fn digits(cell: &[u8]) -> Option<CodeText> {
    let mut digits = CodeText::new();
    let mut after_digit = false;
    for &byte in cell {
        match byte {
            b'0'..=b'9' => digits.try_push(char::from(byte)).ok()?,
            b'.' if after_digit => {}
            _ => return None,
        }
        after_digit = byte != b'.';
    }
    after_digit.then_some(digits)
}

fn no_digits(cell: &[u8]) -> Fault {
    let name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    let letters = cell.iter().any(u8::is_ascii_alphabetic);
    if letters && cell.len() <= NAME_MOST && cell.iter().all(name) {
        return Fault::LeftOut("no-heading");
    }
    malformed(cell)
}

fn malformed(cell: &[u8]) -> Fault {
    let detail = format!(
        "Column product holds `{}`, where a Prodcom heading of eight digits such as 22292240 was expected.",
        shown(cell)
    );
    Fault::bad("bad-product-code", detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Result<String, &'static str> {
        match heading(cell.as_bytes()) {
            Ok(code) => Ok(code.to_string()),
            Err(Fault::LeftOut(reason) | Fault::Bad { reason, .. }) => Err(reason),
        }
    }

    #[test]
    fn headings_with_and_without_dots() {
        assert_eq!(read("22292240"), Ok("22292240".to_owned()));
        assert_eq!(read("07.10.10.00"), Ok("07101000".to_owned()));
    }

    #[test]
    fn what_is_no_heading() {
        for cell in
            ["22", "222", "2229", "22.29", "222922", "TOTAL", "100000Z1", "2410T110", "PRD_ALL"]
        {
            assert_eq!(read(cell), Err("no-heading"), "{cell}");
        }
        for cell in ["7101000", "7.10.10.00", "71010", "7"] {
            assert_eq!(read(cell), Err("lost-zero"), "{cell}");
        }
        for cell in ["", ".", "22..29", "2229224", "222922400", "22292240.", "22 29 22 40", "é"] {
            let expected = if cell == "2229224" { "lost-zero" } else { "bad-product-code" };
            assert_eq!(read(cell), Err(expected), "{cell}");
        }
    }
}
