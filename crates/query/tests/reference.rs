//! The reference matcher against a second one that tries every span.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

mod generate;

use proptest::prelude::*;
use sextant_query::reference::{Document, marks, matches};
use sextant_query::{Field, NoHierarchy, Query, Text, Word};

/// Whether a text stands exactly from one word to another, by trying.
fn spans(text: &Text, words: &[&str], first: usize, last: usize) -> bool {
    match text {
        Text::Word(word) => first == last && fits(word, words[first]),
        Text::Phrase(phrase) => {
            let all = || phrase.iter().zip(first..).all(|(word, at)| fits(word, words[at]));
            last + 1 == first + phrase.len() && all()
        }
        Text::Near { ordered, distance, left, right } => {
            let apart = |one: &Text, other: &Text| {
                (first..=last).any(|end| {
                    let steps = 1..=usize::from(*distance);
                    let starts = steps.map(|step| end + step).filter(|start| *start <= last);
                    spans(one, words, first, end)
                        && starts.into_iter().any(|start| spans(other, words, start, last))
                })
            };
            apart(left, right) || (!ordered && apart(right, left))
        }
        Text::Or(parts) => parts.iter().any(|part| spans(part, words, first, last)),
        Text::And(_) | Text::Not(..) => panic!("not beside ADJ or NEAR"),
    }
}

/// As a wildcard is defined, letter by letter.
fn fits(word: &Word, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) =
        (word.pattern.chars().collect(), text.chars().collect());
    let length =
        if word.truncated { text.len() >= pattern.len() } else { text.len() == pattern.len() };
    length && (0..pattern.len()).all(|at| pattern[at] == '?' || pattern[at] == text[at])
}

fn holds(text: &Text, fields: &[Vec<&str>]) -> bool {
    match text {
        Text::And(parts) => parts.iter().all(|part| holds(part, fields)),
        Text::Or(parts) => parts.iter().any(|part| holds(part, fields)),
        Text::Not(left, right) => holds(left, fields) && !holds(right, fields),
        leaf => fields.iter().any(|words| {
            (0..words.len())
                .any(|first| (first..words.len()).any(|last| spans(leaf, words, first, last)))
        }),
    }
}

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec("[ab]{1,3}", 0..8).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn both_matchers_agree(
        text in generate::small_text(), field in generate::field(), title in words(), body in words(),
    ) {
        let document = Document { title: &title, abstract_: &body, ..Document::default() };
        let (title, body): (Vec<&str>, Vec<&str>) =
            (title.split_whitespace().collect(), body.split_whitespace().collect());
        let fields = match field {
            Field::Title => vec![title],
            Field::Abstract => vec![body],
            Field::TitleOrAbstract => vec![title, body],
        };
        let query = Query::Text(field, text.clone());
        prop_assert_eq!(matches(&query, &document, &NoHierarchy), holds(&text, &fields));
    }

    #[test]
    fn a_word_phrase_or_proximity_marks_exactly_when_it_holds(
        text in generate::small_text(), body in words(),
    ) {
        let leaf = matches!(text, Text::Word(_) | Text::Phrase(_) | Text::Near { .. });
        let query = Query::Text(Field::Abstract, text);
        let marked = marks(&query, &body, Field::Abstract);
        prop_assert!(marked.is_sorted_by_key(|range| range.start));
        prop_assert!(marked.iter().all(|range| !body[range.clone()].contains(' ')));
        if leaf {
            let document = Document { abstract_: &body, ..Document::default() };
            prop_assert_eq!(matches(&query, &document, &NoHierarchy), !marked.is_empty());
        }
        prop_assert!(marks(&query, &body, Field::Title).is_empty());
    }
}
