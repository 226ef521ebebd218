//! Kinds of rounds, one vocabulary for all exports.

use crate::read::Out;

/// A kind and how exports write it beside that, with blanks, `_` and the like as
/// hyphens and in lower case.
const KINDS: [(&str, &[&str]); 32] = [
    ("pre-seed", &[]),
    ("seed", &[]),
    ("post-seed", &[]),
    ("angel", &[]),
    ("series-a", &[]),
    ("series-b", &[]),
    ("series-c", &[]),
    ("series-d", &[]),
    ("series-e", &[]),
    ("series-f", &[]),
    ("series-g", &[]),
    ("series-h", &[]),
    ("series-i", &[]),
    ("series-j", &[]),
    ("series-unknown", &["venture", "venture-series-unknown", "venture-round"]),
    ("private-equity", &["private-equity-round"]),
    ("corporate-round", &[]),
    // A simple agreement for future equity is one that converts, without interest.
    ("convertible-note", &["safe"]),
    ("equity-crowdfunding", &[]),
    ("product-crowdfunding", &[]),
    ("bridge", &["bridge-round"]),
    ("grant", &[]),
    ("debt-financing", &[]),
    ("post-ipo-equity", &[]),
    ("post-ipo-debt", &[]),
    ("post-ipo-secondary", &[]),
    ("non-equity-assistance", &[]),
    ("initial-coin-offering", &[]),
    ("secondary-market", &[]),
    ("undisclosed", &[]),
    ("acquisition", &[]),
    ("unknown", &["", "funding-round"]),
];

/// The kind of a round as [`kind`] tells it; one outside the vocabulary is noted.
pub(super) fn noted_kind<T>(text: &str, code: &str, out: &mut Out<T>) -> String {
    let (kind, known) = kind(text, code);
    if !known {
        out.note("unknown-kind");
    }
    kind
}

/// The kind of a round, and whether it is one of the vocabulary. `code` is the letter
/// that the exports before 2019 give a round of type `venture`.
fn kind(text: &str, code: &str) -> (String, bool) {
    let mut spelling = hyphenated(text);
    if spelling == "venture" && !code.is_empty() {
        spelling = hyphenated(&format!("series-{code}"));
    }
    let found = KINDS
        .iter()
        .find(|(kind, others)| *kind == spelling || others.contains(&spelling.as_str()));
    match found {
        Some((kind, _)) => ((*kind).to_owned(), true),
        None => (spelling, false),
    }
}

/// In lower case, with one hyphen for whatever is neither letter nor digit.
fn hyphenated(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_export_speaks_the_same_words() {
        for (text, code, expected) in [
            ("venture", "A", "series-a"),
            ("venture", "", "series-unknown"),
            ("seed", "A", "seed"),
            ("series_j", "", "series-j"),
            ("series_unknown", "", "series-unknown"),
            ("Series C", "", "series-c"),
            ("Venture - Series Unknown", "", "series-unknown"),
            ("Pre-Seed", "", "pre-seed"),
            ("pre_seed", "", "pre-seed"),
            ("SAFE", "", "convertible-note"),
            ("Post-IPO Equity", "", "post-ipo-equity"),
            ("post_ipo_equity", "", "post-ipo-equity"),
            ("Non-equity Assistance", "", "non-equity-assistance"),
            ("Funding Round", "", "unknown"),
            ("", "", "unknown"),
        ] {
            assert_eq!(kind(text, code), (expected.to_owned(), true), "{text} {code}");
        }
    }

    #[test]
    fn a_new_kind_is_kept_under_its_own_name() {
        assert_eq!(kind("Revenue-Based  Financing", ""), ("revenue-based-financing".into(), false));
        assert_eq!(kind("venture", "K"), ("series-k".into(), false));
    }
}
