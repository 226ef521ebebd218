//! Words that stand in a certain place to each other.

use crate::{Text, Word};

/// A phrase or proximity over numbered word patterns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// One word after the other.
    Chain(Vec<usize>),
    /// One of them.
    Or(Vec<Place>),
    /// `ADJ` and `NEAR`.
    Near { ordered: bool, distance: usize, left: Box<Place>, right: Box<Place> },
}

/// More ways than this of writing a proximity as chains are not tried.
const WAYS: usize = 32;

impl Place {
    /// Numbers the words of a text leaf. The error names what cannot stand in one.
    pub(super) fn new(
        text: &Text,
        number: &mut impl FnMut(&Word) -> usize,
    ) -> Result<Self, &'static str> {
        Ok(match text {
            Text::Word(word) => Self::Chain(vec![number(word)]),
            Text::Phrase(words) => Self::Chain(words.iter().map(number).collect()),
            Text::Near { ordered, distance, left, right } => Self::Near {
                ordered: *ordered,
                distance: usize::from(*distance),
                left: Box::new(Self::new(left, number)?),
                right: Box::new(Self::new(right, number)?),
            },
            Text::Or(members) => Self::Or(
                members.iter().map(|member| Self::new(member, number)).collect::<Result<_, _>>()?,
            ),
            Text::And(_) => return Err("AND"),
            Text::Not(..) => return Err("NOT"),
        })
    }

    /// All of it as phrases, where neighbours are always next to each other and the ways
    /// are few: `data ADJ1 (mining OR lake*)` is `"data mining"` or `"data lake*"`.
    pub(super) fn chains(&self) -> Option<Vec<Vec<usize>>> {
        let ways = match self {
            Self::Chain(words) => vec![words.clone()],
            Self::Or(members) => {
                members.iter().map(Self::chains).collect::<Option<Vec<_>>>()?.concat()
            }
            Self::Near { ordered, distance: 1, left, right } => {
                let (left, right) = (left.chains()?, right.chains()?);
                let mut ways = joined(&left, &right);
                if !ordered {
                    ways.extend(joined(&right, &left));
                }
                ways
            }
            Self::Near { .. } => return None,
        };
        (ways.len() <= WAYS).then_some(ways)
    }

    /// How many words it spans at most.
    pub(super) fn extent(&self) -> usize {
        match self {
            Self::Chain(words) => words.len(),
            Self::Or(members) => members.iter().map(Self::extent).max().unwrap_or(0),
            Self::Near { distance, left, right, .. } => {
                left.extent() + right.extent() + distance.saturating_sub(1)
            }
        }
    }

    /// Words of which one is always there, as few and as rare as possible, and how often
    /// they are met.
    pub(super) fn anchors(&self, cost: &dyn Fn(usize) -> u64) -> (u64, Vec<usize>) {
        let cheapest = |ways: Vec<(u64, Vec<usize>)>| {
            ways.into_iter().min_by_key(|(cost, _)| *cost).unwrap_or_default()
        };
        match self {
            Self::Chain(words) => {
                cheapest(words.iter().map(|word| (cost(*word), vec![*word])).collect())
            }
            Self::Or(members) => {
                let all: Vec<_> = members.iter().map(|member| member.anchors(cost)).collect();
                let sum = all.iter().map(|(cost, _)| cost).sum();
                (sum, all.into_iter().flat_map(|(_, words)| words).collect())
            }
            Self::Near { left, right, .. } => {
                cheapest(vec![left.anchors(cost), right.anchors(cost)])
            }
        }
    }
}

fn joined(left: &[Vec<usize>], right: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let pair = |first: &Vec<usize>, second: &Vec<usize>| [first.as_slice(), second].concat();
    left.iter().flat_map(|first| right.iter().map(move |second| pair(first, second))).collect()
}
