//! All words that the queries look for, and what each one stands for.

use std::collections::BTreeMap;

use super::anchors::frequency;
use super::filter::Filter;
use super::pattern::Pattern;
use super::place::Place;
use crate::{Field, Text, Word};

/// What is compiled from the text leaves of all queries.
pub(super) struct Lexicon {
    pub(super) patterns: Vec<Pattern>,
    /// Of the patterns that the filter looks for, by its numbering: the pattern.
    pub(super) anchors: Vec<usize>,
    /// For each anchor, what to do when it is found.
    pub(super) uses: Vec<Vec<Use>>,
    pub(super) places: Vec<Place>,
    pub(super) filter: Filter,
}

/// What follows when an anchor is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Use {
    pub(super) atom: usize,
    pub(super) fields: Fields,
    pub(super) step: Step,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The chain must stand around the anchor, which is its word at `offset`. A word
    /// alone is a chain of one.
    Chain { offset: usize, chain: Vec<usize> },
    /// A place of the list must be found no further than `reach` words away.
    Place { place: usize, reach: usize },
}

/// In which fields an atom is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fields(u8);

impl Fields {
    pub(super) const TITLE: Self = Self(1);
    pub(super) const ABSTRACT: Self = Self(2);

    pub(super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl From<Field> for Fields {
    fn from(field: Field) -> Self {
        match field {
            Field::Title => Self::TITLE,
            Field::Abstract => Self::ABSTRACT,
            Field::TitleOrAbstract => Self(Self::TITLE.0 | Self::ABSTRACT.0),
        }
    }
}

impl Lexicon {
    pub(super) fn new(texts: &[(Field, &Text, usize)]) -> Self {
        let mut numbers = Numbers::default();
        let places: Vec<(Place, Fields, usize)> = texts
            .iter()
            .filter_map(|(field, text, atom)| {
                let place = Place::new(text, &mut |word| numbers.of(word)).ok()?;
                Some((place, (*field).into(), *atom))
            })
            .collect();
        let patterns = numbers.patterns;
        let costs: Vec<u64> = patterns.iter().map(frequency).collect();
        let mut plan = Plan { costs, uses: BTreeMap::new(), places: Vec::new() };
        places.into_iter().for_each(|(place, fields, atom)| plan.atom(place, fields, atom));
        let anchors: Vec<usize> = plan.uses.keys().copied().collect();
        let filter = Filter::new(&anchors.iter().map(|at| &patterns[*at]).collect::<Vec<_>>());
        let uses = plan.uses.into_values().collect();
        Self { patterns, anchors, uses, places: plan.places, filter }
    }
}

/// The patterns so far, each once.
#[derive(Default)]
struct Numbers {
    known: BTreeMap<Word, usize>,
    patterns: Vec<Pattern>,
}

impl Numbers {
    fn of(&mut self, word: &Word) -> usize {
        let next = self.patterns.len();
        let number = *self.known.entry(word.clone()).or_insert(next);
        if number == next {
            self.patterns.push(Pattern::new(word));
        }
        number
    }
}

/// Which words are waited for, and what for.
struct Plan {
    costs: Vec<u64>,
    uses: BTreeMap<usize, Vec<Use>>,
    places: Vec<Place>,
}

impl Plan {
    fn atom(&mut self, place: Place, fields: Fields, atom: usize) {
        match place.chains() {
            Some(chains) => chains.into_iter().for_each(|chain| self.chain(chain, fields, atom)),
            None => self.place(place, fields, atom),
        }
    }

    fn chain(&mut self, chain: Vec<usize>, fields: Fields, atom: usize) {
        let rarest = (0..chain.len()).min_by_key(|at| self.costs[chain[*at]]);
        if let Some(offset) = rarest {
            let anchor = chain[offset];
            self.wait(anchor, Use { atom, fields, step: Step::Chain { offset, chain } });
        }
    }

    fn place(&mut self, place: Place, fields: Fields, atom: usize) {
        let reach = place.extent().saturating_sub(1);
        let (_, mut anchors) = place.anchors(&|word| self.costs[word]);
        anchors.sort_unstable();
        anchors.dedup();
        let step = Step::Place { place: self.places.len(), reach };
        self.places.push(place);
        for anchor in anchors {
            self.wait(anchor, Use { atom, fields, step: step.clone() });
        }
    }

    fn wait(&mut self, anchor: usize, then: Use) {
        self.uses.entry(anchor).or_default().push(then);
    }
}
