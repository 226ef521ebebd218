//! Symbols in WIPO's own form of fourteen characters: `H01M0004583000`.

use sextant_query::Symbol;

use crate::CodeText;

/// A symbol in either form: `H01M0004583000`, or `H01M   4/583`, `H01M`, `H01`.
pub(super) fn read(text: &[u8]) -> Option<Symbol> {
    let text = text.trim_ascii();
    match text.split_at_checked(4) {
        Some((subclass, digits)) if digits.len() == 10 && digits.iter().all(u8::is_ascii_digit) => {
            padded(subclass, digits)
        }
        _ => Symbol::read(text),
    }
}

/// Four digits of the main group, then six of the subgroup filled up with zeros. Of
/// these the first two always count: `500000` is `/50`.
fn padded(subclass: &[u8], digits: &[u8]) -> Option<Symbol> {
    let (group, sub) = digits.split_at(4);
    let zeros = group.iter().take_while(|digit| **digit == b'0').count();
    let used = sub.iter().rposition(|digit| *digit != b'0').map_or(0, |last| last + 1);
    let text = [subclass, b" ", &group[zeros..], b"/", &sub[..used.max(2)]].concat();
    Symbol::read(&text)
}

/// As it is stored: `H01M 4/583`.
pub(crate) fn code(symbol: Symbol) -> CodeText {
    let mut code = CodeText::new();
    // The longest symbol, `A01B 9999/999999`, has sixteen characters.
    let _ = std::fmt::Write::write_fmt(&mut code, format_args!("{symbol}"));
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms() {
        for (text, expected) in [
            ("H01M0004583000", "H01M 4/583"),
            ("H01M0004000000", "H01M 4/00"),
            ("A01B0001020000", "A01B 1/02"),
            ("A01N0043500000", "A01N 43/50"),
            ("G01N0033500000", "G01N 33/50"),
            ("H01M0004139150", "H01M 4/13915"),
            ("B29K0233180000", "B29K 233/18"),
            ("H01M   4/583", "H01M 4/583"),
            ("H01M", "H01M"),
            ("H01", "H01"),
        ] {
            assert_eq!(code(read(text.as_bytes()).unwrap()).as_str(), expected);
        }
        for text in ["", "A", "H01M00045830", "H01M0000583000", "h01M0004583000", "H01M000458300X"]
        {
            assert_eq!(read(text.as_bytes()), None, "{text}");
        }
    }
}
