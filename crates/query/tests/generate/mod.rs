//! Queries in the shape that parsing gives, at random.
#![allow(dead_code, reason = "each test file uses a part")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use proptest::prelude::*;
use sextant_query::{Classes, Field, Query, Scheme, Symbol, SymbolSet, Text, Word};

pub(crate) fn query() -> impl Strategy<Value = Query> {
    let leaf = prop_oneof![
        (field(), text()).prop_map(|(field, text)| Query::Text(field, text)),
        (scheme(), classes()).prop_map(|(scheme, classes)| Query::Class(scheme, classes)),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(query_and),
            prop::collection::vec(inner.clone(), 2..4).prop_map(query_or),
            (inner.clone(), inner).prop_map(|(a, b)| Query::Not(Box::new(a), Box::new(b))),
        ]
    })
}

/// Texts over any words a query can hold.
pub(crate) fn text() -> BoxedStrategy<Text> {
    text_of(any_word())
}

/// Texts over few short words, so that they are often found.
pub(crate) fn small_text() -> BoxedStrategy<Text> {
    text_of(small_word())
}

pub(crate) fn small_word() -> BoxedStrategy<Word> {
    let plain = "[ab]{1,2}".prop_map(|pattern| Word { pattern, truncated: false });
    let cut = "[ab]{2}".prop_map(|pattern| Word { pattern, truncated: true });
    let open = prop::sample::select(vec!["a?", "?b", "a??"]);
    let open = open.prop_map(|pattern| Word { pattern: pattern.into(), truncated: false });
    prop_oneof![6 => plain, 1 => cut, 1 => open].boxed()
}

fn any_word() -> BoxedStrategy<Word> {
    let reserved = ["and", "or", "not", "adj", "near9", "adj100", "low", "ti", "2w", "w", "3d"];
    let reserved = prop::sample::select(reserved.to_vec());
    let reserved = reserved.prop_map(|pattern| Word { pattern: pattern.into(), truncated: false });
    let free = ("[a-z0-9ßøλ電]{1,2}[a-z?]{0,4}", any::<bool>()).prop_map(|(pattern, cut)| {
        let truncated = cut && pattern.chars().filter(|letter| *letter != '?').count() >= 2;
        Word { pattern, truncated }
    });
    prop_oneof![1 => reserved, 5 => free].boxed()
}

fn text_of(word: BoxedStrategy<Word>) -> BoxedStrategy<Text> {
    let side = near_side(word);
    side.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(text_and),
            prop::collection::vec(inner.clone(), 2..4).prop_map(text_or),
            (inner.clone(), inner).prop_map(|(a, b)| Text::Not(Box::new(a), Box::new(b))),
        ]
    })
    .boxed()
}

/// What can stand beside ADJ and NEAR.
fn near_side(word: BoxedStrategy<Word>) -> BoxedStrategy<Text> {
    let leaf = prop_oneof![
        3 => word.clone().prop_map(Text::Word),
        1 => prop::collection::vec(word, 2..4).prop_map(Text::Phrase),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        let near = (any::<bool>(), 1..5_u8, inner.clone(), inner.clone());
        prop_oneof![
            2 => near.prop_map(|(ordered, distance, left, right)| {
                let (left, right) = (Box::new(left), Box::new(right));
                Text::Near { ordered, distance, left, right }
            }),
            1 => prop::collection::vec(inner, 2..4).prop_map(text_or),
        ]
    })
    .boxed()
}

pub(crate) fn classes() -> impl Strategy<Value = Classes> {
    symbol_set().prop_map(Classes::Set).prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(classes_and),
            prop::collection::vec(inner.clone(), 2..4).prop_map(classes_or),
            (inner.clone(), inner).prop_map(|(a, b)| Classes::Not(Box::new(a), Box::new(b))),
        ]
    })
}

fn symbol_set() -> impl Strategy<Value = SymbolSet> {
    let named = "[A-HY][0-9]{2}([A-Z]( [1-9][0-9]{0,3}(/[0-9]{2,6})?)?)?";
    let low = "[A-HY][0-9]{2}[A-Z] [1-9][0-9]{0,3}/[0-9]{2,6}";
    prop_oneof![
        named.prop_map(|text| SymbolSet::Named(symbol(&text))),
        low.prop_map(|text| SymbolSet::Low(symbol(&text))),
        (named, named).prop_map(|(one, other)| {
            let (one, other) = (symbol(&one), symbol(&other));
            match one.cmp(&other) {
                std::cmp::Ordering::Less => SymbolSet::Range(one, other),
                std::cmp::Ordering::Equal => SymbolSet::Named(one),
                std::cmp::Ordering::Greater => SymbolSet::Range(other, one),
            }
        }),
    ]
}

fn symbol(text: &str) -> Symbol {
    text.parse().unwrap()
}

pub(crate) fn field() -> impl Strategy<Value = Field> {
    prop::sample::select(vec![Field::Title, Field::Abstract, Field::TitleOrAbstract])
}

fn scheme() -> impl Strategy<Value = Scheme> {
    prop::sample::select(vec![Scheme::Ipc, Scheme::Cpc])
}

/// A sequence inside a sequence of the same operator is part of it.
macro_rules! flat {
    ($name:ident, $node:ident :: $join:ident) => {
        fn $name(parts: Vec<$node>) -> $node {
            let members = |part| match part {
                $node::$join(inner) => inner,
                other => vec![other],
            };
            $node::$join(parts.into_iter().flat_map(members).collect())
        }
    };
}

flat!(query_and, Query::And);
flat!(query_or, Query::Or);
flat!(text_and, Text::And);
flat!(text_or, Text::Or);
flat!(classes_and, Classes::And);
flat!(classes_or, Classes::Or);
