//! Every mistake has its own message, its place and a way out.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use sextant_query::{SymbolSet, parse};

/// The query with what is marked in it, and the message.
fn refused(text: &str) -> (String, String) {
    match parse(text) {
        Ok(query) => panic!("{text} was read as {query}"),
        Err(error) => (text[error.span()].into(), error.to_string()),
    }
}

#[track_caller]
fn check(text: &str, marked: &str, message: &str) {
    assert_eq!(refused(text), (marked.into(), message.into()), "{text}");
}

#[test]
fn operators_that_mix_need_parentheses() {
    check(
        "TA:(solar OR wind AND power)",
        "AND",
        "column 19: AND stands beside OR without parentheses; say with parentheses which \
         belongs together, such as (a OR b) AND c",
    );
    check(
        "TI:a AND IPC:H01M OR TI:b",
        "OR",
        "column 19: OR stands beside AND without parentheses; say with parentheses which \
         belongs together, such as (a AND b) OR c",
    );
    check(
        "TA:(a ADJ2 b AND c)",
        "AND",
        "column 14: AND stands beside ADJ2 without parentheses; say with parentheses which \
         belongs together, such as (a ADJ2 b) AND c",
    );
}

#[test]
fn not_does_not_chain() {
    check(
        "TA:(a NOT b NOT c)",
        "NOT",
        "column 13: NOT stands beside NOT without parentheses; write (a NOT b) NOT c or \
         a NOT (b OR c)",
    );
}

#[test]
fn operands_and_operators_that_are_missing() {
    check(
        "TA:(a OR)",
        ")",
        "column 9: something is missing before `)`; write a word, a phrase or a group",
    );
    check(
        "TI:a AND",
        "",
        "column 9: something is missing at the end; write a field, such as TA:(solar AND cell)",
    );
    check(
        "TA:(OR a)",
        "OR",
        "column 5: nothing stands before `OR`; write a word, a phrase or a group first",
    );
    check(
        "TA:(NOT a)",
        "NOT",
        "column 5: nothing stands before `NOT`; write a word, a phrase or a group first",
    );
    check(
        "TA:(solar cell)",
        "cell",
        "column 11: an operator is missing before `cell`; join words with AND, OR, NOT, ADJn \
         or NEARn, or write neighbours as a \"phrase\"",
    );
    check(
        "",
        "",
        "column 1: something is missing at the end; write a field, such as \
        TA:(solar AND cell)",
    );
    check(
        "TA:",
        "",
        "column 4: something is missing at the end; write a word, a phrase or a group",
    );
}

#[test]
fn parentheses_and_quotation_marks() {
    check(
        "TA:(a OR (b AND c)",
        "(",
        "column 4: this parenthesis is not closed; write `)` where the group ends",
    );
    check(
        "TA:(a OR b))",
        ")",
        "column 12: this parenthesis closes nothing; leave it out, or open one before it",
    );
    check(
        "TA:(a OR ())",
        "()",
        "column 10: nothing stands between these parentheses; write a word, a phrase or a \
         group in them",
    );
    check(
        "TA:(\"solar cell)",
        "\"",
        "column 5: this quotation mark is not closed; write a second one behind the phrase",
    );
    check(
        "TA:\"--\"",
        "--",
        "column 5: there is no letter or digit here; write a word or a phrase",
    );
}

#[test]
fn fields() {
    check("TIC:solar", "TIC", "column 1: `TIC` is not a field; did you mean TI:");
    check("IPV:H01M", "IPV", "column 1: `IPV` is not a field; did you mean IPC:");
    check(
        "claims:solar",
        "claims",
        "column 1: `claims` is not a field; the fields are TA: (title or abstract), TI:, AB:, \
         IPC: and CPC:",
    );
    check(
        "TI:a AND solar",
        "solar",
        "column 10: `solar` stands in no field; write TA: before it for title or abstract, \
         TI:, AB:, IPC: or CPC:",
    );
    check(
        "TA:(a OR TI:b)",
        "TI:",
        "column 10: the field `TI:` stands inside another field; close the first field's \
         parenthesis before it",
    );
    check(
        ": a",
        ":",
        "column 1: no field is named before this colon; write TA:, TI:, AB:, IPC: or CPC:",
    );
    check(
        "TI:a ADJ2 TI:b",
        "ADJ2",
        "column 6: ADJ2 joins words, not fields or symbols; write it inside one field, such \
         as TA:(a ADJ2 b)",
    );
}

#[test]
fn proximities() {
    check(
        "TA:(a ADJ0 b)",
        "ADJ0",
        "column 7: ADJ0 is no distance that can be searched; ADJn and NEARn take n from 1 \
         (the next word) to 99",
    );
    assert!(refused("TA:(a NEAR100 b)").1.contains("NEAR100 is no distance"));
    assert!(refused("TA:(a NEAR99999999999999999999 b)").1.contains("is no distance"));
    check(
        "TA:(a ADJ2 (b AND c))",
        "(b AND c)",
        "column 12: AND and NOT cannot stand inside a proximity; a side of ADJ or NEAR is a \
         word, a phrase, a proximity or an OR of these",
    );
    assert!(refused("TA:((a OR (b NOT c)) NEAR d)").1.contains("cannot stand inside"));
}

#[test]
fn wildcards() {
    check(
        "TA:so*ar",
        "*",
        "column 6: `*` stands inside a word; it can only end one; `?` stands for exactly one \
         letter or digit",
    );
    check(
        "TA:a*",
        "*",
        "column 5: `*` stands behind fewer than two letters or digits; write more of the word \
         before it",
    );
    assert_eq!(refused("TA:so*\u{301}lar").0, "*");
    assert!(refused("TA:*cell").1.contains("fewer than two"));
    assert!(refused("TA:a?*").1.contains("fewer than two"));
    assert!(refused("TA:cell**").1.contains("one `*` behind another"));
    check(
        "TA:??",
        "??",
        "column 4: a word of `?` alone would be any word; write at least one letter or digit",
    );
    check(
        "TA:cell+",
        "+",
        "column 8: `+` is not a sign of this language; write `*` for any ending and `?` for \
         one letter or digit; queries in other notations can be imported",
    );
    assert!(refused("TA:\"solar cell#\"").1.contains("`#` is not a sign"));
    check(
        "TA:(a OR -b)",
        "-",
        "column 10: a word cannot begin with a hyphen; write NOT to exclude a word, or leave \
         the hyphen out",
    );
}

#[test]
fn symbols() {
    check(
        "IPC:(H01L 31/078 - H01L 31/00)",
        "H01L 31/078 - H01L 31/00",
        "column 6: this range runs backwards; write H01L 31/00 - H01L 31/078",
    );
    assert!(
        refused("IPC:(H01M*)")
            .1
            .contains("`H01M*` is not an IPC or CPC symbol; symbols are not cut off")
    );
    assert!(refused("IPC:(H01M H01L)").1.contains("write OR between symbols"));
    assert!(refused("IPC:(H01M, H01L)").1.contains("write OR between symbols"));
    assert!(refused("IPC:X01M").1.contains("`X01M` is not an IPC or CPC symbol; write H01"));
    assert!(refused("IPC:(H01L 31/00 -)").1.contains("an end of this range is missing"));
    assert!(
        refused("IPC:(H01L 31/00/low - H01L 33/00)").1.contains("`low` cannot stand in a range")
    );
    assert!(refused("IPC:\"H01M\"").1.contains("do not stand in quotation marks"));
    assert!(refused("IPC:(H01M ADJ H01L)").1.contains("joins words, not fields or symbols"));
    assert!("H01M OR H01L".parse::<SymbolSet>().is_err());
}

#[test]
fn lines_are_counted_and_marked() {
    let text = "TA:(sölar OR\n  wind AND power)";
    let error = parse(text).unwrap_err();
    assert_eq!((error.line(), error.column()), (2, 8));
    assert!(error.to_string().starts_with("line 2, column 8: AND stands beside OR"));
    assert_eq!(error.marked(text), "  wind AND power)\n       ^^^");
    let end = parse("TI:é AND ").unwrap_err();
    assert_eq!(end.marked("TI:é AND "), "TI:é AND \n        ^");
}
