//! What a heading, or a list of headings, was and became in other years.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::changes::ProdcomChanges;

/// Headings in force in a year and their weights in ten-thousandths.
pub(crate) type List = BTreeMap<String, u32>;

/// What a heading was and became, as far as one can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingChain {
    /// The heading as a definition names it.
    pub heading: String,
    /// The years with the same codes, oldest first. Years without any are in no span.
    pub spans: Vec<ChainSpan>,
    /// Where the series is not the same before and after, oldest first.
    pub breaks: Vec<HeadingBreak>,
}

/// Years in which a chain has the same codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainSpan {
    /// First year.
    pub first: u16,
    /// Last year. The span that reaches the last list known is taken to go on.
    pub last: u16,
    /// The codes, sorted.
    pub codes: Vec<String>,
}

/// A year from which a series is not what it was.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeadingBreak {
    /// First year of the new series.
    pub year: u16,
    /// The heading that starts, ends, splits or takes in: of the new list where it
    /// starts or takes in, of the old where it ends or splits.
    pub heading: String,
    /// What happens to it.
    pub kind: HeadingBreakKind,
    /// The codes outside the family: what else it became, or what else it takes in,
    /// sorted. A code of the same list that counts with another weight is one of them.
    pub others: Vec<String>,
}

/// Why a series is not what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HeadingBreakKind {
    /// A heading without a predecessor.
    Starts,
    /// A heading without a successor.
    Ends,
    /// An old heading became one of the family and others, so it is left out.
    Splits,
    /// A new heading holds one of the family and others, so it is left out.
    Merges,
}

impl HeadingBreakKind {
    /// `starts`, `ends`, `splits` or `merges`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Starts => "starts",
            Self::Ends => "ends",
            Self::Splits => "splits",
            Self::Merges => "merges",
        }
    }
}

impl fmt::Display for HeadingBreakKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl HeadingBreak {
    fn new(year: u16, heading: &str, kind: HeadingBreakKind, others: BTreeSet<String>) -> Self {
        Self { year, heading: heading.to_owned(), kind, others: others.into_iter().collect() }
    }
}

/// The list of every year of the changes, and of `list_year`, that holds nothing else
/// than `list` of `list_year` holds.
pub(crate) fn follow(changes: &ProdcomChanges, list: &List, list_year: u16) -> BTreeMap<u16, List> {
    let (first, last) = changes.span().unwrap_or((list_year, list_year));
    let mut lists = BTreeMap::from([(list_year, list.clone())]);
    let mut older = list.clone();
    for year in (first + 1..=list_year).rev() {
        older = before(changes, year, &older);
        lists.insert(year - 1, older.clone());
    }
    let mut newer = list.clone();
    for year in list_year + 1..=last {
        newer = after(changes, year, &newer);
        lists.insert(year, newer.clone());
    }
    lists
}

/// The headings before `year` all of which became headings of the list, of one weight.
fn before(changes: &ProdcomChanges, year: u16, list: &List) -> List {
    let old: BTreeSet<String> =
        list.keys().flat_map(|new| changes.predecessors(year, new)).collect();
    old.into_iter()
        .filter_map(|old| {
            let weight = common(list, &changes.successors(year, &old))?;
            Some((old, weight))
        })
        .collect()
}

/// The headings of `year` that hold nothing but headings of the list before, of one
/// weight.
fn after(changes: &ProdcomChanges, year: u16, list: &List) -> List {
    let new: BTreeSet<String> = list.keys().flat_map(|old| changes.successors(year, old)).collect();
    new.into_iter()
        .filter_map(|new| {
            let weight = common(list, &changes.predecessors(year, &new))?;
            Some((new, weight))
        })
        .collect()
}

/// The weight that all codes have in a list; none where one is missing or differs.
fn common(list: &List, codes: &BTreeSet<String>) -> Option<u32> {
    let mut weights = codes.iter().map(|code| list.get(code).copied());
    let first = weights.next()??;
    weights.all(|weight| weight == Some(first)).then_some(first)
}

/// Why the lists before and of `year` are not of the same goods.
pub(crate) fn breaks(
    changes: &ProdcomChanges,
    year: u16,
    old: &List,
    new: &List,
) -> BTreeSet<HeadingBreak> {
    let mut found = BTreeSet::new();
    for (heading, weight) in new {
        let predecessors = changes.predecessors(year, heading);
        if predecessors.is_empty() {
            let kind = HeadingBreakKind::Starts;
            found.insert(HeadingBreak::new(year, heading, kind, BTreeSet::new()));
        }
        for left_out in predecessors.iter().filter(|code| old.get(*code) != Some(weight)) {
            let others = outside(changes.successors(year, left_out), new, *weight);
            found.insert(HeadingBreak::new(year, left_out, HeadingBreakKind::Splits, others));
        }
    }
    for (heading, weight) in old {
        let successors = changes.successors(year, heading);
        if successors.is_empty() {
            let kind = HeadingBreakKind::Ends;
            found.insert(HeadingBreak::new(year, heading, kind, BTreeSet::new()));
        }
        for left_out in successors.iter().filter(|code| !new.contains_key(*code)) {
            let others = outside(changes.predecessors(year, left_out), old, *weight);
            found.insert(HeadingBreak::new(year, left_out, HeadingBreakKind::Merges, others));
        }
    }
    found
}

/// The codes that are not in the list with this weight.
fn outside(codes: BTreeSet<String>, list: &List, weight: u32) -> BTreeSet<String> {
    codes.into_iter().filter(|code| list.get(code) != Some(&weight)).collect()
}

/// Every break of lists of consecutive years, by the first year of the new series.
pub(crate) fn all_breaks(
    changes: &ProdcomChanges,
    lists: &BTreeMap<u16, List>,
) -> BTreeMap<u16, Vec<HeadingBreak>> {
    let years = lists.iter().zip(lists.iter().skip(1));
    years
        .map(|((_, old), (year, new))| {
            (*year, breaks(changes, *year, old, new).into_iter().collect::<Vec<_>>())
        })
        .filter(|(_, breaks)| !breaks.is_empty())
        .collect()
}

/// The chain of one heading.
pub(crate) fn chain(changes: &ProdcomChanges, heading: &str, list_year: u16) -> HeadingChain {
    let whole = List::from([(heading.to_owned(), super::WHOLE)]);
    let lists = follow(changes, &whole, list_year);
    let mut spans: Vec<ChainSpan> = Vec::new();
    for (year, list) in lists.iter().filter(|(_, list)| !list.is_empty()) {
        let codes: Vec<String> = list.keys().cloned().collect();
        match spans.last_mut() {
            Some(span) if span.last + 1 == *year && span.codes == codes => span.last = *year,
            _ => spans.push(ChainSpan { first: *year, last: *year, codes }),
        }
    }
    let breaks = all_breaks(changes, &lists).into_values().flatten().collect();
    HeadingChain { heading: heading.to_owned(), spans, breaks }
}
