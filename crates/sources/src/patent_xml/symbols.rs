//! Classification symbols as patent documents write them.

use sextant_query::Symbol;

/// Width of the symbol in the fixed layout of WIPO ST.8: subclass, four places for the
/// group, a stroke, up to ten for the subgroup.
const SYMBOL_WIDTH: usize = 19;

/// A symbol of the IPC since 2006 at the start of a text in the layout of WIPO ST.8:
/// `A61K   9/16        20060101A I20051008RMEP`, or, in files made from the European
/// Patent Register, `A61K 9/ 16 A I`.
pub(crate) fn ipc_symbol(text: &str) -> Option<Symbol> {
    let text = text.trim_start();
    let Some(stroke) = text.find('/') else {
        return Symbol::read(text.get(..SYMBOL_WIDTH.min(text.len()))?.as_bytes());
    };
    let (group, rest) = text.split_at(stroke + 1);
    let subgroup = rest.trim_start();
    let digits = end_of_digits(subgroup, 0);
    if subgroup.len() == rest.len() {
        return Symbol::read(text.get(..stroke + 1 + digits)?.as_bytes());
    }
    Symbol::read(format!("{group}{}", subgroup.get(..digits)?).as_bytes())
}

/// A symbol of the CPC, alone or before version and position:
/// `F16D2500/10437     20130101 LA20211026BHEP`.
pub(crate) fn cpc_symbol(text: &str) -> Option<Symbol> {
    ipc_symbol(text)
}

/// A symbol of the first to seventh edition of the IPC: ` 7A 61K   9/16   A`, with the
/// edition before it and its position behind.
pub(crate) fn old_ipc_symbol(text: &str) -> Option<Symbol> {
    let compact: String = text.split_whitespace().collect();
    let symbol = compact.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let stroke = symbol.find('/')?;
    Symbol::read(symbol.get(..end_of_digits(symbol, stroke + 1))?.as_bytes())
}

fn end_of_digits(text: &str, from: usize) -> usize {
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    from + rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(symbol: Option<Symbol>) -> String {
        symbol.map_or_else(|| "none".to_owned(), |symbol| symbol.to_string())
    }

    #[test]
    fn symbols_since_2006() {
        for (text, expected) in [
            ("A61K   9/16        20060101A I20051008RMEP        ", "A61K 9/16"),
            ("A61K  31/7048      20060101ALI20051220RMJP        ", "A61K 31/7048"),
            ("  A61K 9/16 20060101A", "A61K 9/16"),
            ("\n A61K 9/ 16 A I \n", "A61K 9/16"),
            ("A61K               20060101A I20051008RMEP", "A61K"),
            ("F16D2500/10437     20130101 LA20211026BHEP", "F16D 2500/10437"),
            ("F02M2700/1358      ", "F02M 2700/1358"),
            ("A61K", "A61K"),
        ] {
            assert_eq!(shown(ipc_symbol(text)), expected, "{text}");
        }
        for text in ["", "/", "A61K 9/", "61K 9/16", "ä61K 9/16", "A61K   9/1      2006"] {
            assert_eq!(ipc_symbol(text), None, "{text}");
        }
    }

    #[test]
    fn symbols_before_2006() {
        for (text, expected) in [
            (" 7A 61K   9/16   A", "A61K 9/16"),
            ("7C 07C  29/44   A", "C07C 29/44"),
            ("2A 01N 43/08 -", "A01N 43/08"),
            ("H01L 31/04", "H01L 31/04"),
            ("", "none"),
            ("7", "none"),
            ("7C 07C", "none"),
        ] {
            assert_eq!(shown(old_ipc_symbol(text)), expected, "{text}");
        }
    }
}
