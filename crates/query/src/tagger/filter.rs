//! The cheap question asked of every word: can it be one that is looked for?

use super::pattern::{Pattern, first_eight};

/// Words are grouped by five bits of each of their first two bytes.
const GROUPS: usize = 1 << 10;

/// Places of the table of bits: 8 KiB, which stay in the first-level cache.
const SLOT_BITS: u32 = 16;
const SLOTS: usize = 1 << SLOT_BITS;

/// An odd number with well-mixed bits (the golden ratio).
const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

/// Lets through every word that begins as one of the patterns does, and few others.
///
/// The group of a word says how many of its first bytes count: as many as the shortest
/// beginning among the patterns that such words can be. These are hashed into a table
/// of bits.
pub(super) struct Filter {
    masks: Box<[u64; GROUPS]>,
    bits: Box<[u64; SLOTS / 64]>,
    multiplier: u64,
    /// For each group where its patterns begin in `members`, and where the last ends.
    heads: Vec<usize>,
    members: Vec<Member>,
}

/// A pattern in a group.
struct Member {
    mask: u64,
    value: u64,
    pattern: usize,
}

impl Filter {
    /// A filter for these patterns, which are named by their position.
    pub(super) fn new(patterns: &[&Pattern]) -> Self {
        let mut masks = Box::new([0; GROUPS]);
        let mut heads = vec![0];
        let mut members = Vec::new();
        for (group, mask) in masks.iter_mut().enumerate() {
            let before = members.len();
            members.extend(Member::in_group(patterns, group));
            heads.push(members.len());
            let inside = &members[before..];
            *mask = inside.iter().map(|member| member.mask).reduce(|a, b| a & b).unwrap_or(0);
        }
        let mut filter =
            Self { masks, bits: Box::new([0; SLOTS / 64]), multiplier: MULTIPLIER, heads, members };
        filter.fill();
        filter
    }

    /// Words of groups without patterns ask for the place of zero, which should be free.
    fn fill(&mut self) {
        for attempt in 0..16 {
            self.multiplier = MULTIPLIER.wrapping_add(attempt << 32);
            self.bits.fill(0);
            for group in 0..GROUPS {
                let key = |member: &Member| member.value & self.masks[group];
                let slots: Vec<usize> =
                    self.in_group(group).iter().map(|member| self.slot(key(member))).collect();
                slots.iter().for_each(|slot| self.bits[slot / 64] |= 1 << (slot % 64));
            }
            if self.bits[0] & 1 == 0 {
                break;
            }
        }
    }

    #[inline]
    fn slot(&self, key: u64) -> usize {
        (key.wrapping_mul(self.multiplier) >> (64 - SLOT_BITS)) as usize
    }

    /// Whether a word with these first eight bytes may be one of the patterns.
    #[inline]
    pub(super) fn passes(&self, first: u64) -> bool {
        let slot = self.slot(first & self.masks[group_of(first)]);
        self.bits[slot / 64] >> (slot % 64) & 1 == 1
    }

    /// Gives the numbers, from 0, of the words that pass. What the buffer held before is
    /// lost; it grows to the longest text.
    pub(super) fn candidates<'a>(
        &self,
        text: &[u8],
        starts: &[usize],
        candidates: &'a mut Vec<usize>,
    ) -> &'a [usize] {
        if candidates.len() <= starts.len() {
            candidates.resize(starts.len() + 1, 0);
        }
        let mut count = 0;
        for (number, start) in starts.iter().enumerate() {
            // Written always and counted where it passes: a branch would be foreseen badly.
            candidates[count] = number;
            count += usize::from(self.passes(first_eight(text, *start)));
        }
        &candidates[..count]
    }

    /// The patterns of which a word with these first bytes has the first bytes.
    #[inline]
    pub(super) fn members(&self, first: u64) -> impl Iterator<Item = usize> {
        self.in_group(group_of(first))
            .iter()
            .filter(move |member| first & member.mask == member.value)
            .map(|member| member.pattern)
    }

    #[inline]
    fn in_group(&self, group: usize) -> &[Member] {
        &self.members[self.heads[group]..self.heads[group + 1]]
    }
}

impl Member {
    fn in_group(patterns: &[&Pattern], group: usize) -> impl Iterator<Item = Self> {
        let inside =
            patterns.iter().enumerate().filter(move |(_, pattern)| may_be_in(pattern, group));
        inside.map(|(at, pattern)| Self { mask: pattern.mask, value: pattern.value, pattern: at })
    }
}

#[inline]
fn group_of(first: u64) -> usize {
    (((first & 0x1f) | (first >> 3 & 0x3e0)) % (1 << 10)) as usize
}

/// Whether a word that the pattern stands for can fall into the group.
fn may_be_in(pattern: &Pattern, group: usize) -> bool {
    let counts = match pattern.given() {
        0 => 0,
        1 => 0x1f,
        _ => 0x3ff,
    };
    group & counts == group_of(pattern.value) & counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Word;

    fn patterns(list: &str) -> Vec<Pattern> {
        let word = |text: &str| {
            let (stem, truncated) =
                text.strip_suffix('*').map_or((text, false), |stem| (stem, true));
            Pattern::new(&Word { pattern: stem.into(), truncated })
        };
        list.split(' ').map(word).collect()
    }

    fn passing<'a>(filter: &Filter, text: &'a str) -> Vec<&'a str> {
        let passes = |word: &&str| filter.passes(first_eight(word.as_bytes(), 0));
        text.split(' ').filter(passes).collect()
    }

    #[test]
    fn what_begins_alike_passes_and_little_else() {
        let patterns = patterns("photovolt* photon robot* iot x* m2m");
        let filter = Filter::new(&patterns.iter().collect::<Vec<_>>());
        let text = "Photovoltaic photon photograph ROBOTS rob iot ions x xylem m2m the a machine";
        let expected = ["Photovoltaic", "photon", "ROBOTS", "iot", "x", "xylem", "m2m"];
        assert_eq!(passing(&filter, text), expected);
    }

    #[test]
    fn a_pattern_that_begins_with_any_letter_lets_every_word_pass() {
        let patterns = patterns("?olar robot*");
        let filter = Filter::new(&patterns.iter().collect::<Vec<_>>());
        assert_eq!(passing(&filter, "solar robots other").len(), 3);
    }
}
