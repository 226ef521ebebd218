//! What was found of one document.

/// The atoms found in a document: a set of bits, one for each atom of a
/// [`Tagger`](super::Tagger).
///
/// Parts of a document may be looked at apart and merged: what is found is a union.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    words: Vec<u64>,
}

const BITS: usize = 64;

impl Found {
    pub(super) fn empty(atoms: usize) -> Self {
        Self { words: vec![0; atoms.div_ceil(BITS)] }
    }

    /// The set that [`Found::words`] gave, for a tagger of the same queries. Words that
    /// are missing at the end hold nothing.
    #[must_use]
    pub fn from_words(words: Vec<u64>) -> Self {
        Self { words }
    }

    /// Sixty-four atoms a word, the first in the lowest bit.
    #[must_use]
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// Adds what was found elsewhere.
    pub fn merge(&mut self, other: &Self) {
        if self.words.len() < other.words.len() {
            self.words.resize(other.words.len(), 0);
        }
        self.words.iter_mut().zip(&other.words).for_each(|(mine, theirs)| *mine |= theirs);
    }

    /// Forgets everything, for the next document.
    pub fn clear(&mut self) {
        self.words.fill(0);
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// The atoms found, in ascending order.
    pub fn atoms(&self) -> impl Iterator<Item = usize> {
        self.words
            .iter()
            .enumerate()
            .flat_map(|(at, word)| ones(*word).map(move |bit| at * BITS + bit))
    }

    pub(super) fn set(&mut self, atom: usize) {
        let at = atom / BITS;
        if self.words.len() <= at {
            self.words.resize(at + 1, 0);
        }
        self.words[at] |= 1 << (atom % BITS);
    }

    pub(super) fn has(&self, atom: usize) -> bool {
        self.words.get(atom / BITS).is_some_and(|word| word >> (atom % BITS) & 1 == 1)
    }
}

/// Positions of the bits that are set.
pub(super) fn ones(word: u64) -> impl Iterator<Item = usize> {
    let next = |left: &u64| Some(left & left.wrapping_sub(1)).filter(|_| *left != 0);
    std::iter::successors(Some(word), next)
        .take_while(|left| *left != 0)
        .map(|left| left.trailing_zeros() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_is_listed_and_merged() {
        let mut found = Found::empty(130);
        [0, 63, 64, 129].into_iter().for_each(|atom| found.set(atom));
        assert_eq!(found.atoms().collect::<Vec<_>>(), [0, 63, 64, 129]);
        let mut other = Found::from_words(vec![2]);
        other.merge(&found);
        assert_eq!(other.atoms().collect::<Vec<_>>(), [0, 1, 63, 64, 129]);
        assert!(other.has(129) && !other.has(128) && !other.has(5000));
        other.clear();
        assert!(other.is_empty() && other.words().len() == 3);
    }
}
