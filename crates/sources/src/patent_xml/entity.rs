//! Entities by name: the five of XML, and the ISO names of letters and signs.
//!
//! DOCDB's text uses the ISO names that its DTD declares (`&ndash;`, `&ccaron;`). The
//! DTD is not at hand and not fetched, so the usual names are known here.

use quick_xml::events::BytesRef;

/// Names that are no accented letter.
const SIGNS: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ndash", '\u{2013}'),
    ("mdash", '\u{2014}'),
    ("hyphen", '-'),
    ("lsquo", '\u{2018}'),
    ("rsquo", '\u{2019}'),
    ("ldquo", '\u{201c}'),
    ("rdquo", '\u{201d}'),
    ("bull", '\u{2022}'),
    ("hellip", '\u{2026}'),
    ("prime", '\u{2032}'),
    ("Prime", '\u{2033}'),
    ("deg", '\u{b0}'),
    ("plusmn", '\u{b1}'),
    ("micro", '\u{b5}'),
    ("middot", '\u{b7}'),
    ("times", '\u{d7}'),
    ("divide", '\u{f7}'),
    ("sup1", '\u{b9}'),
    ("sup2", '\u{b2}'),
    ("sup3", '\u{b3}'),
    ("frac12", '\u{bd}'),
    ("frac14", '\u{bc}'),
    ("frac34", '\u{be}'),
    ("copy", '\u{a9}'),
    ("reg", '\u{ae}'),
    ("trade", '\u{2122}'),
    ("sect", '\u{a7}'),
    ("pound", '\u{a3}'),
    ("euro", '\u{20ac}'),
    ("le", '\u{2264}'),
    ("ge", '\u{2265}'),
    ("ne", '\u{2260}'),
    ("ap", '\u{2248}'),
    ("asymp", '\u{2248}'),
    ("sim", '\u{223c}'),
    ("equiv", '\u{2261}'),
    ("infin", '\u{221e}'),
    ("minus", '\u{2212}'),
    ("radic", '\u{221a}'),
    ("rarr", '\u{2192}'),
    ("larr", '\u{2190}'),
    ("ohm", '\u{2126}'),
    ("angst", '\u{c5}'),
    ("szlig", '\u{df}'),
    ("AElig", '\u{c6}'),
    ("aelig", '\u{e6}'),
    ("OElig", '\u{152}'),
    ("oelig", '\u{153}'),
    ("Oslash", '\u{d8}'),
    ("oslash", '\u{f8}'),
    ("Lstrok", '\u{141}'),
    ("lstrok", '\u{142}'),
    ("Dstrok", '\u{110}'),
    ("dstrok", '\u{111}'),
    ("inodot", '\u{131}'),
    ("eth", '\u{f0}'),
    ("ETH", '\u{d0}'),
    ("thorn", '\u{fe}'),
    ("THORN", '\u{de}'),
];

/// Endings that put a mark on the letter before: `ccaron`, `SACUTE`.
const MARKS: &[(&str, char)] = &[
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("circ", '\u{302}'),
    ("uml", '\u{308}'),
    ("tilde", '\u{303}'),
    ("caron", '\u{30c}'),
    ("cedil", '\u{327}'),
    ("ring", '\u{30a}'),
    ("ogon", '\u{328}'),
    ("macr", '\u{304}'),
    ("breve", '\u{306}'),
    ("dblac", '\u{30b}'),
    ("dot", '\u{307}'),
];

/// Greek letters, small; the capital has a capital name.
const GREEK: &[(&str, char)] = &[
    ("alpha", 'α'),
    ("beta", 'β'),
    ("gamma", 'γ'),
    ("delta", 'δ'),
    ("epsilon", 'ε'),
    ("epsi", 'ε'),
    ("zeta", 'ζ'),
    ("eta", 'η'),
    ("theta", 'θ'),
    ("thetas", 'θ'),
    ("iota", 'ι'),
    ("kappa", 'κ'),
    ("lambda", 'λ'),
    ("mu", 'μ'),
    ("nu", 'ν'),
    ("xi", 'ξ'),
    ("omicron", 'ο'),
    ("pi", 'π'),
    ("rho", 'ρ'),
    ("sigma", 'σ'),
    ("tau", 'τ'),
    ("upsilon", 'υ'),
    ("upsi", 'υ'),
    ("phi", 'φ'),
    ("phis", 'φ'),
    ("chi", 'χ'),
    ("psi", 'ψ'),
    ("omega", 'ω'),
];

/// Adds what `&name;` stands for, or else the reference as written.
pub(super) fn push_reference(
    to: &mut String,
    reference: &BytesRef<'_>,
    unknown: &mut Option<String>,
) {
    let name: &str = reference;
    match reference.resolve_char_ref() {
        Ok(Some(letter)) => return to.push(letter),
        Ok(None) if push(to, name) => return,
        _ => {}
    }
    to.push('&');
    to.push_str(name);
    to.push(';');
    // A bare `&` before a semicolon is no reference.
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"#._-:".contains(&byte)) {
        unknown.get_or_insert_with(|| name.to_owned());
    }
}

/// Adds what `&name;` stands for. False, and nothing added, where the name is not known.
fn push(to: &mut String, name: &str) -> bool {
    if let Some(sign) = find(SIGNS, name) {
        to.push(sign);
    } else if let Some(letter) = greek(name) {
        to.push(letter);
    } else if let Some((letter, mark)) = marked(name) {
        to.push(letter);
        to.push(mark);
    } else {
        return false;
    }
    true
}

fn find(list: &[(&str, char)], name: &str) -> Option<char> {
    list.iter().find(|(known, _)| *known == name).map(|(_, meant)| *meant)
}

fn greek(name: &str) -> Option<char> {
    if let Some(small) = find(GREEK, name) {
        return Some(small);
    }
    let first = name.chars().next().filter(char::is_ascii_uppercase)?;
    let small = find(GREEK, &name.replacen(first, &first.to_ascii_lowercase().to_string(), 1))?;
    small.to_uppercase().next()
}

/// A letter and the mark on it, which the folding of texts drops again.
fn marked(name: &str) -> Option<(char, char)> {
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let ending = name.get(1..)?;
    let known = MARKS.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending));
    known.map(|(_, mark)| (letter, *mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(name: &str) -> Option<String> {
        let mut text = String::new();
        push(&mut text, name).then_some(text)
    }

    #[test]
    fn iso_names_are_known() {
        for (name, expected) in [
            ("amp", "&"),
            ("ndash", "\u{2013}"),
            ("ccaron", "c\u{30c}"),
            ("SACUTE", "S\u{301}"),
            ("Uuml", "U\u{308}"),
            ("alpha", "α"),
            ("Omega", "Ω"),
            ("oslash", "ø"),
        ] {
            assert_eq!(meant(name).as_deref(), Some(expected), "{name}");
        }
    }

    #[test]
    fn other_names_are_not() {
        for name in ["", "lol9", "acute", "xyz", "ALPHAX", "é", "écaron", "1acute"] {
            assert_eq!(meant(name), None, "{name}");
        }
    }
}
