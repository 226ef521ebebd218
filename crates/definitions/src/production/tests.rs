//! The algebra of chains, on changes made up at random.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::chain::{List, all_breaks, breaks, chain, follow};
use super::changes::ProdcomChanges;
use super::{HeadingBreakKind, WHOLE};

const FIRST: u16 = 2010;
const LAST: u16 = 2015;

/// Headings `a` to `h` of each of six lists, by number: a list does not use the letters of
/// the one before for other goods unless a change says so.
fn code(number: u8) -> String {
    format!("260000{:02}", number % 8)
}

/// A change: place of the year, old, new; the same number twice says start or end.
type Line = (u16, u8, u8, u8);

fn changes(lines: &[Line]) -> ProdcomChanges {
    let mut changes = ProdcomChanges::default();
    changes.cover(FIRST, LAST);
    for (year, old, new, kind) in lines {
        let (old, new) = match kind % 6 {
            0 => (String::new(), code(*new)),
            1 => (code(*old), String::new()),
            _ => (code(*old), code(*new)),
        };
        let year = FIRST + year % (LAST - FIRST);
        let (from, to) = (format!("prodcom{year}"), format!("prodcom{}", year + 1));
        assert!(changes.add(&from, &old, &to, &new));
    }
    changes
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    prop::collection::vec((0..5_u16, 0..8_u8, 0..8_u8, 0..6_u8), 0..20)
}

fn list() -> impl Strategy<Value = List> {
    let weights = prop::sample::select(vec![WHOLE, WHOLE, WHOLE, 5000]);
    prop::collection::btree_map((0..8_u8).prop_map(code), weights, 0..5)
}

/// What `list` of `list_year` holds in every year, one heading at a time: a heading of an
/// older list is in it when every way from it ends in the list, at one weight, and so on.
fn slow(changes: &ProdcomChanges, list: &List, list_year: u16) -> BTreeMap<u16, List> {
    let all: Vec<String> = (0..8).map(code).collect();
    let mut lists = BTreeMap::from([(list_year, list.clone())]);
    for year in (FIRST..list_year).rev() {
        let next = lists[&(year + 1)].clone();
        let steps = |old: &str| changes.successors(year + 1, old);
        lists.insert(year, all.iter().filter_map(|code| kept(code, &steps(code), &next)).collect());
    }
    for year in list_year + 1..=LAST {
        let previous = lists[&(year - 1)].clone();
        let steps = |new: &str| changes.predecessors(year, new);
        let reached = |code: &&String| {
            previous.keys().any(|old| changes.successors(year, old).contains(*code))
        };
        let kept = all.iter().filter(reached).filter_map(|c| kept(c, &steps(c), &previous));
        lists.insert(year, kept.collect());
    }
    lists
}

fn kept(code: &str, counterparts: &BTreeSet<String>, list: &List) -> Option<(String, u32)> {
    let weights: BTreeSet<Option<&u32>> = counterparts.iter().map(|c| list.get(c)).collect();
    match weights.into_iter().collect::<Vec<_>>().as_slice() {
        [Some(weight)] => Some((code.to_owned(), **weight)),
        _ => None,
    }
}

proptest! {
    /// Backwards no heading of the family also leads elsewhere, forwards none also comes
    /// from elsewhere.
    #[test]
    fn nothing_is_lost_or_taken_in(lines in lines(), list in list(), year in FIRST..=LAST) {
        let changes = changes(&lines);
        let lists = follow(&changes, &list, year);
        for (here, codes) in &lists {
            for (code, weight) in codes {
                if *here < year {
                    let next = &lists[&(here + 1)];
                    let led = changes.successors(here + 1, code);
                    prop_assert!(!led.is_empty() && led.iter().all(|c| next.get(c) == Some(weight)));
                }
                if *here > year {
                    let previous = &lists[&(here - 1)];
                    let from = changes.predecessors(*here, code);
                    prop_assert!(
                        !from.is_empty() && from.iter().all(|c| previous.get(c) == Some(weight))
                    );
                }
            }
        }
    }

    /// Between years without a break, the headings of one are exactly what those of the
    /// other became, and were, at the same weights.
    #[test]
    fn without_a_break_the_goods_are_the_same(
        lines in lines(), list in list(), year in FIRST..=LAST,
    ) {
        let changes = changes(&lines);
        let lists = follow(&changes, &list, year);
        let broken = all_breaks(&changes, &lists);
        for here in FIRST + 1..=LAST {
            let (old, new) = (&lists[&(here - 1)], &lists[&here]);
            let became: BTreeSet<(String, u32)> = old
                .iter()
                .flat_map(|(c, w)| changes.successors(here, c).into_iter().map(|c| (c, *w)))
                .collect();
            let was: BTreeSet<(String, u32)> = new
                .iter()
                .flat_map(|(c, w)| changes.predecessors(here, c).into_iter().map(|c| (c, *w)))
                .collect();
            let pairs = |list: &List| -> BTreeSet<(String, u32)> {
                list.iter().map(|(c, w)| (c.clone(), *w)).collect()
            };
            let ends = old.keys().any(|c| changes.successors(here, c).is_empty());
            let starts = new.keys().any(|c| changes.predecessors(here, c).is_empty());
            let same = became == pairs(new) && was == pairs(old) && !ends && !starts;
            prop_assert_eq!(same, !broken.contains_key(&here), "{}", here);
        }
    }

    #[test]
    fn the_slow_way_finds_the_same(lines in lines(), list in list(), year in FIRST..=LAST) {
        let changes = changes(&lines);
        prop_assert_eq!(follow(&changes, &list, year), slow(&changes, &list, year));
    }

    /// A break names the headings outside, never one that counts inside at that weight.
    #[test]
    fn others_are_outside(lines in lines(), list in list(), year in FIRST..=LAST) {
        let changes = changes(&lines);
        let lists = follow(&changes, &list, year);
        for found in all_breaks(&changes, &lists).values().flatten() {
            match found.kind {
                HeadingBreakKind::Starts => {
                    prop_assert!(changes.predecessors(found.year, &found.heading).is_empty());
                }
                HeadingBreakKind::Ends => {
                    prop_assert!(changes.successors(found.year, &found.heading).is_empty());
                }
                HeadingBreakKind::Splits | HeadingBreakKind::Merges => {
                    prop_assert!(!found.others.is_empty());
                }
            }
        }
    }

    /// Spans of a chain do not overlap, and hold what the lists hold.
    #[test]
    fn spans_are_the_lists(lines in lines(), number in 0..8_u8, year in FIRST..=LAST) {
        let changes = changes(&lines);
        let found = chain(&changes, &code(number), year);
        let lists = follow(&changes, &List::from([(code(number), WHOLE)]), year);
        for (here, list) in lists {
            let spans: Vec<_> =
                found.spans.iter().filter(|s| s.first <= here && here <= s.last).collect();
            let codes: Vec<&String> = spans.iter().flat_map(|span| &span.codes).collect();
            prop_assert!(spans.len() <= 1);
            prop_assert_eq!(codes, list.keys().collect::<Vec<_>>());
        }
    }
}

fn table(lines: &[(u16, &str, &str)]) -> ProdcomChanges {
    let mut changes = ProdcomChanges::default();
    for (year, old, new) in lines {
        changes.note(*year, old, new);
    }
    changes.cover(FIRST, LAST);
    changes
}

fn words(changes: &ProdcomChanges, heading: &str, year: u16) -> (Vec<String>, Vec<String>) {
    let found = chain(changes, heading, year);
    let spans = found.spans.iter().map(|s| format!("{}-{} {}", s.first, s.last, s.codes.join("+")));
    let spans = spans.collect();
    (spans, found.breaks.iter().map(super::HeadingBreak::words).collect())
}

#[test]
fn a_new_name_and_a_clean_merger_are_followed() {
    let changes = table(&[(2012, "a1", "a"), (2012, "a2", "a"), (2014, "a", "b")]);
    let expected =
        (vec!["2010-2011 a1+a2".into(), "2012-2013 a".into(), "2014-2015 b".into()], vec![]);
    assert_eq!(words(&changes, "b", 2015), expected);
    assert_eq!(words(&changes, "a", 2012), expected);
    // From one of the parts the whole cannot be reached.
    let (spans, breaks) = words(&changes, "a1", 2010);
    assert_eq!(spans, ["2010-2011 a1"]);
    assert_eq!(breaks, ["2012: a also holds a2; left out since"]);
}

#[test]
fn a_split_starts_a_family() {
    let changes = table(&[(2012, "a", "b"), (2012, "a", "c")]);
    let (spans, breaks) = words(&changes, "b", 2015);
    assert_eq!(spans, ["2012-2015 b"]);
    assert_eq!(breaks, ["2012: a splits, a part goes to c; left out before"]);
    // Forwards both parts are the old heading.
    assert_eq!(
        words(&changes, "a", 2010),
        (vec!["2010-2011 a".into(), "2012-2015 b+c".into()], vec![])
    );
    // Both in one list: no break.
    let both = List::from([("b".into(), WHOLE), ("c".into(), WHOLE)]);
    let lists = follow(&changes, &both, 2015);
    assert_eq!(lists[&2010], List::from([("a".into(), WHOLE)]));
    assert!(all_breaks(&changes, &lists).is_empty());
}

#[test]
fn parts_of_different_weight_are_not_the_whole() {
    let changes = table(&[(2012, "a", "b"), (2012, "a", "c")]);
    let list = List::from([("b".into(), WHOLE), ("c".into(), 2000)]);
    let lists = follow(&changes, &list, 2015);
    assert!(lists[&2011].is_empty());
    let found: Vec<String> = breaks(&changes, 2012, &lists[&2011], &lists[&2012])
        .iter()
        .map(super::HeadingBreak::words)
        .collect();
    assert_eq!(
        found,
        [
            "2012: a splits, a part goes to b; left out before",
            "2012: a splits, a part goes to c; left out before",
        ]
    );
}

#[test]
fn what_is_whole_is_kept_beside_what_is_not() {
    let changes = table(&[(2012, "a", "n"), (2012, "b", "n"), (2012, "b", "m")]);
    let (spans, breaks) = words(&changes, "n", 2015);
    assert_eq!(spans, ["2010-2011 a", "2012-2015 n"]);
    assert_eq!(breaks, ["2012: b splits, a part goes to m; left out before"]);
}

#[test]
fn starts_and_ends() {
    let changes = table(&[(2012, "", "a"), (2014, "a", "")]);
    let (spans, breaks) = words(&changes, "a", 2013);
    assert_eq!(spans, ["2012-2013 a"]);
    assert_eq!(breaks, ["2012: a starts", "2014: a ends"]);
}

#[test]
fn a_name_may_come_back_for_other_goods() {
    // What is called a from 2013 on was b, and what was called a is c.
    let changes = table(&[(2013, "a", "c"), (2013, "b", "a")]);
    assert_eq!(words(&changes, "a", 2015).0, ["2010-2012 b", "2013-2015 a"]);
    assert_eq!(words(&changes, "a", 2010).0, ["2010-2012 a", "2013-2015 c"]);
}

#[test]
fn a_list_newer_than_all_changes_goes_on_from_the_last() {
    let changes = table(&[(2012, "a", "b")]);
    let (spans, breaks) = words(&changes, "b", 2018);
    assert_eq!((spans, breaks), (vec!["2010-2011 a".into(), "2012-2018 b".into()], vec![]));
}

#[test]
fn only_neighbouring_lists_of_prodcom_make_changes() {
    let mut changes = ProdcomChanges::default();
    assert!(!changes.add("prodcom2016", "a", "prodcom2018", "b"));
    assert!(!changes.add("prodcom2017", "a", "prodcom2016", "b"));
    assert!(!changes.add("prodcom16", "a", "prodcom17", "b"));
    assert!(!changes.add("cn2016", "a", "cn2017", "b"));
    assert!(changes.is_empty() && changes.span().is_none());
    assert!(changes.add("prodcom2016", "a", "prodcom2017", "b"));
    assert_eq!(changes.span(), Some((2016, 2017)));
}
