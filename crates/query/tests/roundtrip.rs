//! Printing and parsing are each other's inverse.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

mod generate;

use proptest::prelude::*;
use sextant_query::{Scheme, Text, parse, parse_classes};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn parsing_what_was_printed_gives_the_query(query in generate::query()) {
        let printed = query.to_string();
        prop_assert_eq!(parse(&printed)?, query, "{}", printed);
    }

    #[test]
    fn symbols_alone_parse_as_printed(classes in generate::classes()) {
        prop_assert_eq!(parse_classes(Scheme::Ipc, &classes.to_string())?, classes);
    }

    #[test]
    fn parentheses_that_say_nothing_change_nothing(query in generate::query()) {
        let wrapped = format!("(( {query} ))");
        prop_assert_eq!(parse(&wrapped)?.to_string(), query.to_string());
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,60}") {
        check(&text)?;
    }

    #[test]
    fn any_pieces_of_the_language_are_read_or_refused(
        pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..20),
    ) {
        check(&pieces.concat())?;
    }
}

const PIECES: [&str; 32] = [
    "TA:", "TI:(", "AB:", "IPC:", "CPC:(", "(", ")", "\"", " ", " AND ", " or ", " NOT ", " ADJ2 ",
    " NEAR", "solar", "cell*", "wom?n", "-", "é", "½", "電池", "*", "?", "H01M", " 4/58", "/low",
    " - ", ":", "\n", "\u{301}", "“", "+",
];

/// What is read prints as something that reads the same; what is refused says where.
fn check(text: &str) -> Result<(), TestCaseError> {
    match parse(text) {
        Ok(query) => prop_assert_eq!(parse(&query.to_string())?, query),
        Err(error) => {
            prop_assert!(text.get(error.span()).is_some(), "{:?}", error);
            prop_assert_eq!(error.marked(text).lines().count(), 2, "{:?}", error);
            prop_assert!(!error.expected().is_empty());
        }
    }
    Ok(())
}

#[test]
fn nested_sequences_print_flat() {
    let word = |text: &str| match parse(&format!("TI:{text}")).unwrap() {
        sextant_query::Query::Text(_, word) => word,
        other => panic!("{other}"),
    };
    let inner = Text::And(vec![word("a"), word("b")]);
    assert_eq!(Text::And(vec![inner, word("c")]).to_string(), "a AND b AND c");
}

#[test]
fn a_thousand_operands_side_by_side_are_no_nesting() {
    let text = format!("TA:(a{})", " OR b".repeat(100_000));
    assert_eq!(parse(&text).unwrap().to_string(), text);
}

#[test]
fn ten_thousand_parentheses_are_refused_without_exhausting_the_stack() {
    let text = format!("TA:{}a{}", "(".repeat(10_000), ")".repeat(10_000));
    assert!(parse(&text).unwrap_err().message().contains("more than 200 deep"));
    let chain = format!("TA:(a{})", " ADJ b".repeat(10_000));
    assert!(parse(&chain).unwrap_err().message().contains("more than 200 deep"));
    let open = "(".repeat(10_000);
    assert!(parse(&open).unwrap_err().message().contains("more than 200 deep"));
}
