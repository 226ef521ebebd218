//! Codes of Prodcom, HS and CN, and what is made of them.

use crate::read::{Fault, Out, shown};
use crate::{CodeText, NomenclatureCode, NomenclatureLink};

/// One row of what this source yields.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Entry {
    Code(NomenclatureCode),
    Link(NomenclatureLink),
}

/// The id of the Prodcom list of a year.
pub(super) fn list_of(year: u16) -> String {
    format!("prodcom{year}")
}

/// A code of the list of `year`.
pub(super) fn entry(year: u16, code: CodeText, title: String) -> Entry {
    Entry::Code(NomenclatureCode { nomenclature: list_of(year), code, title })
}

/// A link between two lists.
pub(super) fn link(from: (String, CodeText), to: (String, CodeText)) -> NomenclatureLink {
    NomenclatureLink {
        from_nomenclature: from.0,
        from_code: from.1,
        to_nomenclature: to.0,
        to_code: to.1,
        relationship: String::new(),
        weight: None,
    }
}

/// A code of one of the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading of the Prodcom list: eight digits, or with a letter: `101200Z1` sums
    /// headings, `2410T110` is a heading of total production.
    Heading,
    /// A heading, or a class (four digits) or category (six) above it.
    HeadingOrAbove,
    /// Six digits of the Harmonised System.
    Hs6,
    /// Eight digits of the Combined Nomenclature.
    Cn8,
}

impl Kind {
    fn allows(self, code: &[u8]) -> bool {
        let digits = code.iter().all(u8::is_ascii_digit);
        match self {
            Self::Hs6 => digits && code.len() == 6,
            Self::Cn8 => digits && code.len() == 8,
            Self::Heading => is_heading(code),
            Self::HeadingOrAbove => is_heading(code) || (digits && matches!(code.len(), 4 | 6)),
        }
    }

    fn expected(self) -> &'static str {
        match self {
            Self::Heading => "a Prodcom heading of eight digits",
            Self::HeadingOrAbove => "a code of the Prodcom list",
            Self::Hs6 => "six digits of the Harmonised System",
            Self::Cn8 => "eight digits of the Combined Nomenclature",
        }
    }
}

fn is_heading(code: &[u8]) -> bool {
    let [front @ .., _, _, _, _] = code else {
        return false;
    };
    let tail = &code[front.len()..];
    front.len() == 4
        && front.iter().all(u8::is_ascii_digit)
        && (tail.iter().all(u8::is_ascii_digit)
            || matches!(tail, [b'0'..=b'9', b'0'..=b'9', b'Z', b'0'..=b'9'])
            || matches!(tail, [b'T', rest @ ..] if rest.iter().all(u8::is_ascii_digit)))
}

/// Reads a code, without dots and blanks. A lost leading zero is given back and noted
/// as `restored-zero`: all of these lists have an even number of digits.
///
/// # Errors
/// `bad-product-code`, naming `column`.
pub(super) fn code<T>(
    cell: &[u8],
    kind: Kind,
    column: &str,
    out: &mut Out<T>,
) -> Result<CodeText, Fault> {
    let bad = || {
        let (shown, expected) = (shown(cell), kind.expected());
        let detail = format!("Column {column} holds `{shown}`, where {expected} was expected.");
        Fault::bad("bad-product-code", detail)
    };
    let mut code = CodeText::new();
    let lost = cell.iter().filter(|byte| !is_filler(**byte)).count() % 2 == 1;
    let bytes = lost.then_some(b'0').into_iter().chain(cell.iter().copied());
    for byte in bytes.filter(|byte| !is_filler(*byte)) {
        code.try_push(char::from(byte)).map_err(|_| bad())?;
    }
    if !kind.allows(code.as_bytes()) {
        return Err(bad());
    }
    if lost {
        out.note("restored-zero");
    }
    Ok(code)
}

fn is_filler(byte: u8) -> bool {
    matches!(byte, b'.' | b' ')
}

/// As [`code`], with an empty code for an empty cell.
///
/// # Errors
/// As [`code`].
pub(super) fn code_or_none<T>(
    cell: &[u8],
    kind: Kind,
    column: &str,
    out: &mut Out<T>,
) -> Result<CodeText, Fault> {
    if cell.is_empty() { Ok(CodeText::new()) } else { code(cell, kind, column, out) }
}

/// Codes of the Harmonised System, joined by semicolons; none for an empty cell.
///
/// # Errors
/// As [`code`].
pub(super) fn hs_codes<T>(cell: &[u8], out: &mut Out<T>) -> Result<Vec<CodeText>, Fault> {
    let parts = cell.split(|byte| *byte == b';').map(<[u8]>::trim_ascii);
    let codes = parts.filter(|part| !part.is_empty());
    codes.map(|part| code(part, Kind::Hs6, "hs6", out)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str, kind: Kind) -> Option<(String, usize)> {
        let mut out = Out::<()>::with_capacity(0);
        let code = code(cell.as_bytes(), kind, "pc8", &mut out).ok()?;
        Some((code.to_string(), out.noted.len()))
    }

    #[test]
    fn zeros_come_back() {
        let found = |text: &str, noted| Some((text.to_owned(), noted));
        assert_eq!(read("07101000", Kind::Heading), found("07101000", 0));
        assert_eq!(read("7101000", Kind::Heading), found("07101000", 1));
        assert_eq!(read("07.10.10.00", Kind::Heading), found("07101000", 0));
        assert_eq!(read("101200Z1", Kind::Heading), found("101200Z1", 0));
        assert_eq!(read("24.10.T1.10", Kind::Heading), found("2410T110", 0));
        assert_eq!(read("7.10", Kind::HeadingOrAbove), found("0710", 1));
        assert_eq!(read("0203 19 90", Kind::Cn8), found("02031990", 0));
        assert_eq!(read("10121", Kind::Hs6), found("010121", 1));
    }

    #[test]
    fn other_texts_are_refused() {
        for cell in ["", "0710", "0710100", "71010000Z", "10120 Z", "99.t", "é", "071010001"] {
            let heading = read(cell, Kind::Heading);
            assert_eq!(heading.is_some(), cell == "0710100", "{cell}: {heading:?}");
        }
        assert_eq!(read("99.tt", Kind::HeadingOrAbove), None);
        assert_eq!(read("07", Kind::HeadingOrAbove), None);
        assert_eq!(read("2601 11", Kind::Cn8), None);
    }
}
