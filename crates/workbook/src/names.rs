//! Names of sheets as spreadsheet programs accept them.

use std::collections::BTreeSet;

use crate::text::{begin, line, utf16_len};

const LIMIT: usize = 31;

/// Safe names in the same order, no two alike even when case is ignored.
///
/// `fallback` takes the place of a name of which nothing is left.
pub(crate) fn safe<'a>(names: impl Iterator<Item = &'a str>, fallback: &str) -> Vec<String> {
    let mut taken = BTreeSet::new();
    names.map(|name| unique(&cleaned(name, fallback), &mut taken)).collect()
}

fn cleaned(name: &str, fallback: &str) -> String {
    let name: String = line(name)
        .chars()
        .map(|c| if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') { '-' } else { c })
        .collect();
    let name = trimmed(begin(trimmed(&name), LIMIT));
    match name {
        "" => fallback.to_owned(),
        // Spreadsheet programs keep this name for themselves.
        name if name.eq_ignore_ascii_case("history") => format!("{name}_"),
        name => name.to_owned(),
    }
}

/// A name may neither begin nor end with an apostrophe.
fn trimmed(name: &str) -> &str {
    name.trim_matches(|c: char| c == '\'' || c.is_whitespace())
}

fn unique(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut candidate = name.to_owned();
    let mut number = 1_usize;
    while !taken.insert(candidate.to_lowercase()) {
        number += 1;
        let suffix = format!(" ({number})");
        let room = LIMIT - utf16_len(&suffix);
        candidate = format!("{}{suffix}", begin(name, room).trim_end());
    }
    candidate
}

#[cfg(test)]
mod tests {
    use super::*;

    fn safe_of(names: &[&str]) -> Vec<String> {
        safe(names.iter().copied(), "Sheet")
    }

    #[test]
    fn forbidden_characters_and_apostrophes_go() {
        assert_eq!(safe_of(&["'a/b:c[1]*?\\'"]), ["a-b-c-1----"]);
        assert_eq!(
            safe_of(&["", "''", "History", "it's"]),
            ["Sheet", "Sheet (2)", "History_", "it's"]
        );
    }

    #[test]
    fn names_that_differ_by_case_or_beyond_the_limit_get_numbers() {
        assert_eq!(
            safe_of(&["Trade", "TRADE", "trade (2)"]),
            ["Trade", "TRADE (2)", "trade (2) (2)"]
        );
        let long = "Relative trade balance of technologies";
        let names = safe_of(&[long, long]);
        assert_eq!(names, ["Relative trade balance of techn", "Relative trade balance of t (2)"]);
    }

    #[test]
    fn what_is_cut_off_leaves_no_apostrophe_behind() {
        let names = safe_of(&["123456789012345678901234567890'x"]);
        assert_eq!(names, ["123456789012345678901234567890"]);
    }

    proptest::proptest! {
        #[test]
        fn any_names_become_valid_and_unique(given in proptest::collection::vec(".{0,40}", 1..20)) {
            let names = safe(given.iter().map(String::as_str), "Sheet");
            let lower: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
            proptest::prop_assert_eq!(lower.len(), given.len());
            for name in names {
                let valid = rust_xlsxwriter::utility::check_sheet_name(&name);
                proptest::prop_assert!(valid.is_ok(), "{}", name);
            }
        }
    }
}
