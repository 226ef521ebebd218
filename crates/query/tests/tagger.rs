//! The tagger finds what the reference finds.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use proptest::prelude::*;
use proptest::sample::select;
use sextant_query::reference::{Document, matches};
use sextant_query::tagger::{CompileError, Found, Tagger};
use sextant_query::{
    Classes, Field, Hierarchy, NoHierarchy, Query, Scheme, Symbol, SymbolSet, Text, Word,
};

fn by_tagger(tagger: &Tagger, document: &Document<'_>) -> Vec<usize> {
    let (mut scratch, mut found) = (tagger.scratch(), tagger.empty());
    tagger.title(document.title, &mut scratch, &mut found);
    tagger.abstract_(document.abstract_, &mut scratch, &mut found);
    let symbols = [(Scheme::Ipc, document.ipc), (Scheme::Cpc, document.cpc)];
    for (scheme, symbols) in symbols {
        symbols.iter().for_each(|symbol| tagger.symbol(scheme, *symbol, &mut found));
    }
    tagger.tags(&found).collect()
}

fn by_reference(
    queries: &[Query],
    document: &Document<'_>,
    hierarchy: &dyn Hierarchy,
) -> Vec<usize> {
    (0..queries.len()).filter(|at| matches(&queries[*at], document, hierarchy)).collect()
}

/// `4/58` has two subgroups below it, of which one is elsewhere by number.
struct Small;

impl Hierarchy for Small {
    fn below(&self, scheme: Scheme, symbol: Symbol) -> Option<Vec<Symbol>> {
        let below = ["H01M 4/583", "H01M 4/60"].map(|text| text.parse().unwrap());
        (scheme == Scheme::Ipc && symbol.to_string() == "H01M 4/58").then(|| below.into())
    }
}

/// Few words, so that they meet; some longer than eight bytes, some beyond ASCII.
const STEMS: [&str; 14] = [
    "a",
    "b",
    "ab",
    "abc",
    "x1",
    "1",
    "solar",
    "sol?r",
    "cell",
    "photovolt",
    "photovoltaic",
    "μm",
    "αβγ",
    "straße",
];

fn word() -> impl Strategy<Value = Word> {
    let stem = prop_oneof![
        8 => select(STEMS.as_slice()).prop_map(String::from),
        1 => "[ab?]{1,3}",
        1 => "\\?[a-z]{1,9}",
    ];
    (stem, any::<bool>()).prop_map(|(pattern, truncated)| Word { pattern, truncated })
}

fn near(side: impl Strategy<Value = Text> + Clone) -> impl Strategy<Value = Text> {
    (any::<bool>(), prop_oneof![3 => Just(1), 2 => 1_u8..6, 1 => Just(99)], side.clone(), side)
        .prop_map(|(ordered, distance, left, right)| Text::Near {
            ordered,
            distance,
            left: Box::new(left),
            right: Box::new(right),
        })
}

fn place() -> BoxedStrategy<Text> {
    let leaf = prop_oneof![
        3 => word().prop_map(Text::Word),
        1 => prop::collection::vec(word(), 2..4).prop_map(Text::Phrase),
    ];
    let more = |side: BoxedStrategy<Text>| {
        let or = prop::collection::vec(side.clone(), 2..4).prop_map(Text::Or);
        prop_oneof![2 => near(side), 1 => or]
    };
    leaf.prop_recursive(3, 12, 3, more).boxed()
}

fn text() -> BoxedStrategy<Text> {
    let more = |part: BoxedStrategy<Text>| {
        let some = || prop::collection::vec(part.clone(), 2..4);
        let not = (part.clone(), part.clone()).prop_map(|(a, b)| Text::Not(a.into(), b.into()));
        prop_oneof![some().prop_map(Text::And), some().prop_map(Text::Or), not]
    };
    place().prop_recursive(2, 6, 3, more).boxed()
}

fn symbol() -> impl Strategy<Value = Symbol> {
    let symbols = [
        "A61",
        "H01",
        "H01M",
        "H01M 4",
        "H01M 4/00",
        "H01M 4/58",
        "H01M 4/583",
        "H01M 4/59",
        "H01M 4/60",
        "H01M 50/10",
        "H01N 1/00",
        "H02",
        "Y02E 10/541",
    ];
    select(symbols.map(|text| text.parse::<Symbol>().unwrap()).to_vec())
}

fn classes() -> BoxedStrategy<Classes> {
    let set = prop_oneof![
        symbol().prop_map(SymbolSet::Named),
        symbol().prop_map(SymbolSet::Low),
        (symbol(), symbol()).prop_map(|(first, last)| SymbolSet::Range(first, last)),
    ];
    let more = |part: BoxedStrategy<Classes>| {
        let some = || prop::collection::vec(part.clone(), 2..4);
        let not = (part.clone(), part.clone()).prop_map(|(a, b)| Classes::Not(a.into(), b.into()));
        prop_oneof![some().prop_map(Classes::And), some().prop_map(Classes::Or), not]
    };
    set.prop_map(Classes::Set).prop_recursive(2, 6, 3, more).boxed()
}

fn query() -> BoxedStrategy<Query> {
    let fields = select(vec![Field::Title, Field::Abstract, Field::TitleOrAbstract]);
    let schemes = select(vec![Scheme::Ipc, Scheme::Cpc]);
    let leaf = prop_oneof![
        3 => (fields, text()).prop_map(|(field, text)| Query::Text(field, text)),
        1 => (schemes, classes()).prop_map(|(scheme, classes)| Query::Class(scheme, classes)),
    ];
    let more = |part: BoxedStrategy<Query>| {
        let some = || prop::collection::vec(part.clone(), 2..4);
        let not = (part.clone(), part.clone()).prop_map(|(a, b)| Query::Not(a.into(), b.into()));
        prop_oneof![some().prop_map(Query::And), some().prop_map(Query::Or), not]
    };
    leaf.prop_recursive(2, 5, 3, more).boxed()
}

/// Words of the queries and others, in any case, with what stands between words.
fn prose() -> impl Strategy<Value = String> {
    let words = [
        "a",
        "B",
        "ab",
        "ABC",
        "abcd",
        "x1",
        "1",
        "solar",
        "Solar",
        "SOLER",
        "cell",
        "cells",
        "photovolt",
        "Photovoltaic",
        "photovoltaics",
        "µm",
        "αβγ",
        "ΑΒΓδ",
        "Straße",
        "naïve",
        "sólar",
        "ce\u{301}ll",
        "photo\u{ad}voltaic",
        "a\u{12}b",
        "solardevice",
    ];
    let between =
        [" ", " ", " ", " ", " ", "-", ", ", ". ", "", "\n", " (12) ", "’", "²", "  —  ", "\u{11}"];
    let token = (select(words.to_vec()), select(between.to_vec()));
    let tokens = prop_oneof![
        3 => prop::collection::vec(token.clone(), 0..8),
        2 => prop::collection::vec(token, 8..60),
    ];
    let plain = any::<bool>();
    (0_usize..70, tokens, plain).prop_map(|(indent, tokens, plain)| {
        let pairs = tokens.iter().flat_map(|(word, between)| [*word, *between]);
        let text: String = pairs.filter(|part| !plain || part.is_ascii()).collect();
        " ".repeat(indent) + &text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn on_generated_queries_and_texts(
        queries in prop::collection::vec(query(), 1..8),
        title in prose(),
        abstract_ in prose(),
        ipc in prop::collection::vec(symbol(), 0..4),
        cpc in prop::collection::vec(symbol(), 0..3),
    ) {
        let tagger = Tagger::new(&queries, &Small).unwrap();
        let document =
            Document { title: &title, abstract_: &abstract_, ipc: &ipc, cpc: &cpc };
        prop_assert_eq!(by_tagger(&tagger, &document), by_reference(&queries, &document, &Small));
    }

    /// Texts of every length around the edges of blocks.
    #[test]
    fn wherever_in_the_text_it_stands(at in 0_usize..300, behind in 0_usize..70) {
        let word = |pattern: &str| Word { pattern: pattern.into(), truncated: false };
        let phrase = Text::Phrase(vec![word("lithium"), word("ion")]);
        let query = [Query::Text(Field::Abstract, phrase)];
        let tagger = Tagger::new(&query, &NoHierarchy).unwrap();
        let holds = |text: &str| {
            let document = Document { abstract_: text, ..Document::default() };
            let tags = by_tagger(&tagger, &document);
            assert_eq!(tags, by_reference(&query, &document, &NoHierarchy));
            !tags.is_empty()
        };
        let (before, after) = (".".repeat(at), " ".repeat(behind));
        let holds = |text: &str| holds(&[&before, text, &after].concat());
        prop_assert!(holds("Lithium-ion"));
        prop_assert!(holds("lithium é ion lithium ION"));
        prop_assert!(!holds("xlithium-ion"));
        prop_assert!(!holds("lithium-ionx"));
    }
}

/// Anchors at either end, neighbourhoods alone and overlapping.
#[test]
fn proximities_at_every_distance() {
    let near = |ordered, distance| {
        let operator = ["NEAR", "ADJ"][ordered];
        let text = format!("TA:(quark {operator}{distance} (lepton OR hadron*))");
        sextant_query::parse(&text).unwrap()
    };
    let queries: Vec<Query> =
        (1..=6).flat_map(|distance| [0, 1].map(|ordered| near(ordered, distance))).collect();
    let tagger = Tagger::new(&queries, &NoHierarchy).unwrap();
    for (before, gap) in (0..9).flat_map(|before| (0..9).map(move |gap| (before, gap))) {
        let (first, second) = ("x ".repeat(before), "x ".repeat(gap));
        for text in [
            format!("quark {first}quark {second}lepton"),
            format!("hadrons {first}quark {second}quark x"),
            format!("lepton {first}hadron {second}quark"),
        ] {
            let document = Document { abstract_: &text, ..Document::default() };
            let expected = by_reference(&queries, &document, &NoHierarchy);
            assert_eq!(by_tagger(&tagger, &document), expected, "{text}");
        }
    }
}

#[test]
fn one_scratch_serves_texts_of_all_lengths() {
    let word = Word { pattern: "solar".into(), truncated: true };
    let tagger = Tagger::new(&[Query::Text(Field::Title, Text::Word(word))], &NoHierarchy).unwrap();
    let mut scratch = tagger.scratch();
    let mut holds = |text: &str| {
        let mut found = tagger.empty();
        tagger.title(text, &mut scratch, &mut found);
        tagger.tags(&found).count() == 1
    };
    assert!(holds(&"solar ".repeat(1000)) && !holds("") && holds("é solar") && !holds("x"));
}

#[test]
fn atoms_are_shared_and_bits_survive_storage() {
    let word = |pattern: &str| Text::Word(Word { pattern: pattern.into(), truncated: false });
    let both = Text::And(vec![word("solar"), word("cell")]);
    let queries = [
        Query::Text(Field::Title, word("solar")),
        Query::Text(Field::Title, both),
        Query::Text(Field::Abstract, word("solar")),
    ];
    let tagger = Tagger::new(&queries, &NoHierarchy).unwrap();
    assert_eq!(tagger.atoms(), 3);
    let (mut scratch, mut first, mut second) = (tagger.scratch(), tagger.empty(), tagger.empty());
    tagger.title("a solar roof", &mut scratch, &mut first);
    tagger.title("a cell", &mut scratch, &mut second);
    first.merge(&Found::from_words(second.words().to_vec()));
    assert_eq!(tagger.tags(&first).collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn a_word_met_very_often_costs_one_look() {
    let word =
        |pattern: &str| Box::new(Text::Word(Word { pattern: pattern.into(), truncated: false }));
    let near = |left, right| Text::Near { ordered: false, distance: 99, left, right };
    let text = near(Box::new(near(word("aa"), word("aa"))), word("bb"));
    let queries = [Query::Text(Field::Abstract, text)];
    let tagger = Tagger::new(&queries, &NoHierarchy).unwrap();
    let long = "aa ".repeat(20_000);
    let document = Document { abstract_: &long, ..Document::default() };
    assert!(by_tagger(&tagger, &document).is_empty());
    let long = long + "bb";
    let document = Document { abstract_: &long, ..Document::default() };
    assert_eq!(by_tagger(&tagger, &document), [0]);
}

#[test]
fn queries_the_parser_would_not_make_are_refused() {
    let word = || Text::Word(Word { pattern: "a".into(), truncated: false });
    let refused =
        |text: Text| Tagger::new(&[Query::Text(Field::Title, text)], &NoHierarchy).err().unwrap();
    assert_eq!(refused(Text::And(vec![])), CompileError::Empty { query: 0, what: "an AND" });
    let left = Box::new(Text::Not(word().into(), word().into()));
    let near = Text::Near { ordered: true, distance: 1, left, right: word().into() };
    assert_eq!(refused(near), CompileError::InsideNear { query: 0, what: "NOT" });
}
