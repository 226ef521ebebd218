//! Checks on patent symbols.

use super::Report;
use crate::Patents;
use crate::document::Step;

/// Every symbol, and both ends of every range, has the form of one.
pub(super) fn symbols(report: &mut Report<'_>, patents: &Patents) {
    for (index, symbol) in patents.cpc.iter().enumerate() {
        symbol_at(report, &[Step::Key("patents"), "cpc".into(), index.into()], symbol);
    }
    for (index, rule) in patents.rules.iter().enumerate() {
        let lists = [("any", &rule.any), ("and", &rule.and), ("not", &rule.not)];
        for (key, symbols) in lists {
            for (place, symbol) in symbols.iter().enumerate() {
                let steps =
                    [Step::Key("patents"), "rules".into(), index.into(), key.into(), place.into()];
                symbol_at(report, &steps, symbol);
            }
        }
        if rule.any.is_empty() && rule.keywords.is_none() {
            let steps = [Step::Key("patents"), "rules".into(), index.into()];
            let what = "The rule has neither symbols nor words to look for.".into();
            report.add(&steps, "", what, "Give it `any` or `keywords`.");
        }
    }
}

fn symbol_at(report: &mut Report<'_>, steps: &[Step<'_>], symbol: &str) {
    let well_formed = match symbol.split_once(" - ") {
        Some((first, last)) => is_symbol(first) && is_symbol(last),
        None => is_symbol(symbol),
    };
    if !well_formed {
        let what = format!("`{symbol}` is not an IPC or CPC symbol.");
        let way_out = "Write B25J, G02B 5, G01D 5/26, or a range as H01L 31/00 - H01L 31/078.";
        report.add(steps, symbol, what, way_out);
    }
}

/// Whether a text is a class (`A61`), subclass (`B25J`), main group (`G02B 5`) or
/// subgroup (`G01D 5/26`).
fn is_symbol(text: &str) -> bool {
    let (class, group) = match text.split_once(' ') {
        Some((class, group)) => (class, Some(group)),
        None => (text, None),
    };
    let class_fits = match class.as_bytes() {
        [section, tens, units] => group.is_none() && is_class(*section, *tens, *units),
        [section, tens, units, subclass] => {
            is_class(*section, *tens, *units) && subclass.is_ascii_uppercase()
        }
        _ => false,
    };
    class_fits && group.is_none_or(is_group)
}

fn is_class(section: u8, tens: u8, units: u8) -> bool {
    (matches!(section, b'A'..=b'H') || section == b'Y')
        && tens.is_ascii_digit()
        && units.is_ascii_digit()
}

/// Whether a text is the number of a main group or subgroup: `5`, `5/26`.
fn is_group(text: &str) -> bool {
    let digits = |part: &str, most: usize| {
        !part.is_empty() && part.len() <= most && part.bytes().all(|b| b.is_ascii_digit())
    };
    match text.split_once('/') {
        Some((main, sub)) => digits(main, 4) && digits(sub, 6) && sub.len() >= 2,
        None => digits(text, 4),
    }
}

#[cfg(test)]
mod tests {
    use super::is_symbol;

    #[test]
    fn symbols_of_every_depth() {
        for symbol in ["A61", "B25J", "G02B 5", "G01D 5/26", "Y02E 10/541", "G05B 2219/39"] {
            assert!(is_symbol(symbol), "{symbol}");
        }
    }

    #[test]
    fn what_is_none() {
        for text in ["", "A6", "61A", "b25J", "A61 5", "G02B5", "G02B 5/", "G02B 5/2", "X01B"] {
            assert!(!is_symbol(text), "{text}");
        }
    }
}
