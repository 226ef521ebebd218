//! The rules of LANGUAGE.md, one test each; its examples are what is run.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use sextant_query::reference::{Document, matches};
use sextant_query::{Hierarchy, Query, Scheme, Symbol, parse};

const PAGE: &str = include_str!("../LANGUAGE.md");

/// `H01M 4/58` and what is indented below it.
struct Tree;

impl Hierarchy for Tree {
    fn below(&self, _: Scheme, symbol: Symbol) -> Option<Vec<Symbol>> {
        let known = symbol.to_string() == "H01M 4/58";
        known.then(|| vec!["H01M 4/583".parse().unwrap(), "H01M 4/587".parse().unwrap()])
    }
}

/// Runs the examples of a rule and says how many there were.
fn run(rule: &str) -> usize {
    let section = PAGE.split(&format!("\n### {rule}\n")).nth(1).unwrap();
    let section = section.split("\n#").next().unwrap();
    let Some(block) = section.split("```query\n").nth(1) else { return 0 };
    let mut query: Option<Query> = None;
    let mut examples = 0;
    for line in block.split("\n```").next().unwrap().lines() {
        let (sign, rest) = line.split_at(1);
        let rest = rest.trim();
        examples += 1;
        match (sign, &query) {
            ("?", _) => query = parse(rest).ok(),
            ("=", Some(query)) => assert_eq!(query.to_string(), rest),
            ("+", Some(query)) => assert!(holds(query, rest), "{query}\n{rest}"),
            ("-", Some(query)) => assert!(!holds(query, rest), "{query}\n{rest}"),
            ("!", _) => refused(rest),
            _ => panic!("{line}"),
        }
    }
    examples
}

fn refused(line: &str) {
    let (text, message) = line.rsplit_once(" : ").unwrap();
    let error = parse(text).unwrap_err();
    assert!(error.message().starts_with(message), "{text}: {error}");
}

fn holds(query: &Query, document: &str) -> bool {
    if let Some(symbols) = document.strip_prefix('@') {
        let ipc: Vec<Symbol> = symbols.split(';').map(|text| text.parse().unwrap()).collect();
        return matches(query, &Document { ipc: &ipc, ..Document::default() }, &Tree);
    }
    let (title, abstract_) = document.split_once('|').unwrap_or((document, ""));
    matches(query, &Document { title, abstract_, ..Document::default() }, &Tree)
}

macro_rules! rules {
    ($($rule:ident)*) => {
        const RULES: &[&str] = &[$(stringify!($rule)),*];

        $(
            #[test]
            fn $rule() {
                assert!(run(stringify!($rule)) > 0);
            }
        )*
    };
}

rules! {
    case_and_accents_are_folded
    letters_that_do_not_decompose_stay
    a_word_is_a_run_of_letters_and_digits
    signs_that_nobody_sees_do_not_separate
    a_star_ends_a_word_in_any_way
    a_question_mark_is_exactly_one_letter
    a_phrase_is_consecutive_words
    a_hyphenated_word_is_a_phrase
    signs_of_other_notations_are_refused
    adj_counts_from_the_last_word_to_the_next
    near_is_adj_either_way_round
    a_phrase_is_as_long_as_it_is
    both_sides_are_different_words
    a_result_spans_both_sides
    chains_group_from_the_left
    all_overlapping_places_count
    a_side_is_a_word_phrase_proximity_or_an_or_of_these
    ta_is_title_and_abstract_together
    phrases_and_proximities_lie_in_one_field
    ti_and_ab_are_one_field
    a_missing_text_has_no_words
    not_excludes
    different_operators_need_parentheses
    not_does_not_chain
    parentheses_that_say_nothing_are_dropped
    operators_are_read_in_either_case
    a_subgroup_is_itself_alone
    class_subclass_and_main_group_hold_all_in_them
    a_head_is_not_its_group
    a_range_runs_in_the_order_of_the_scheme
    low_takes_all_below_in_the_scheme
    operators_join_symbols_of_a_family
    ipc_and_cpc_are_asked_apart
}

#[test]
fn nesting_is_limited() {
    let nested = |depth| format!("TA:{}a{}", "(".repeat(depth), ")".repeat(depth));
    assert!(parse(&nested(200)).is_ok());
    assert!(parse(&nested(201)).unwrap_err().message().contains("more than 200 deep"));
}

#[test]
fn every_rule_of_the_page_has_a_test() {
    let headings: Vec<&str> = PAGE.lines().filter_map(|line| line.strip_prefix("### ")).collect();
    let mut tested = RULES.to_vec();
    tested.push("nesting_is_limited");
    assert!(headings.iter().all(|rule| tested.contains(rule)), "{headings:?}");
    assert_eq!(headings.len(), tested.len());
}
