//! Places of large numbers of ids.

/// Says at which place each of many ids stands. Open addressing, because a full
/// PATSTAT has thirty million members of transnational families, and a tree of them
/// would take five times the memory. It is never iterated, so that no order can show.
pub(crate) struct Places {
    /// Id and place plus one; 0 is free.
    slots: Vec<(i64, u32)>,
    mask: usize,
}

impl Places {
    /// Numbers ids by where they stand; of an id that stands twice, the last place.
    pub(crate) fn of(ids: impl ExactSizeIterator<Item = i64>) -> Self {
        let size = (ids.len() * 2).next_power_of_two().max(16);
        let mut places = Self { slots: vec![(0, 0); size], mask: size - 1 };
        for (place, id) in (1..).zip(ids) {
            let slot = places.slot(id);
            places.slots[slot] = (id, place);
        }
        places
    }

    /// The place of an id.
    pub(crate) fn get(&self, id: i64) -> Option<usize> {
        let (_, place) = self.slots[self.slot(id)];
        (place > 0).then(|| place as usize - 1)
    }

    /// The slot that holds an id, or the free one where it belongs.
    fn slot(&self, id: i64) -> usize {
        // Fibonacci hashing: ids often come in runs.
        let hash = id.cast_unsigned().wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
        let mut slot = usize::try_from(hash).unwrap_or(0) & self.mask;
        while self.slots[slot].1 > 0 && self.slots[slot].0 != id {
            slot = (slot + 1) & self.mask;
        }
        slot
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_found_where_it_stands_and_no_other() {
        let ids: Vec<i64> = (0..10_000).map(|n| n * n * 7919 - 40_000).collect();
        let places = Places::of(ids.iter().copied());
        for (place, id) in ids.iter().enumerate() {
            assert_eq!(places.get(*id), Some(place));
        }
        assert_eq!(places.get(-1), None);
        assert_eq!(places.get(1), None);
    }

    #[test]
    fn of_an_id_that_stands_twice_the_last_place_counts() {
        assert_eq!(Places::of([5, 6, 5].into_iter()).get(5), Some(2));
        assert_eq!(Places::of([].into_iter()).get(0), None);
    }
}
