//! What the codes of a font stand for, as its ToUnicode table says.

use std::collections::BTreeMap;

use hayro_syntax::object::{Dict, Stream};

/// Letters by their code of two bytes.
#[derive(Debug, Default)]
pub(crate) struct Letters(BTreeMap<u16, String>);

impl Letters {
    pub(crate) fn of(font: &Dict<'_>) -> Self {
        let table = font.get::<Stream<'_>>("ToUnicode").expect("text can be read");
        let table = table.decoded().expect("readable").into_owned();
        Self::parse(&String::from_utf8_lossy(&table))
    }

    /// Lines such as `<0003> <0041>` between `beginbfchar` and `endbfchar`, and ranges such as
    /// `<0003> <0005> <0041>`.
    fn parse(table: &str) -> Self {
        let mut letters = BTreeMap::new();
        for line in table.lines() {
            let codes: Vec<&str> =
                line.split(['<', '>']).map(str::trim).filter(|code| !code.is_empty()).collect();
            match codes[..] {
                [code, text] => drop(letters.insert(number(code), unicode(text, 0))),
                [first, last, text] => {
                    let range = number(first)..=number(last);
                    let offset = |code| code - number(first);
                    letters.extend(range.map(|code| (code, unicode(text, offset(code)))));
                }
                _ => {}
            }
        }
        Self(letters)
    }

    pub(crate) fn read(&self, codes: &[u8]) -> String {
        let code = |pair: &[u8]| u16::from_be_bytes([pair[0], pair[1]]);
        codes.chunks_exact(2).filter_map(|pair| self.0.get(&code(pair)).cloned()).collect()
    }
}

fn number(hex: &str) -> u16 {
    u16::from_str_radix(hex, 16).unwrap_or_default()
}

/// UTF-16 in hexadecimal digits, its last unit raised by an offset.
fn unicode(hex: &str, offset: u16) -> String {
    let mut units: Vec<u16> =
        (0..hex.len() / 4).map(|unit| number(&hex[4 * unit..4 * unit + 4])).collect();
    if let Some(last) = units.last_mut() {
        *last += offset;
    }
    String::from_utf16_lossy(&units)
}
