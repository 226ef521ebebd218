//! Country lookup, remembered.

use sextant_definitions::GeoCode;

const SLOTS: usize = 1024;

/// The code of the world, partner of every total over partners.
pub(crate) fn world() -> GeoCode {
    GeoCode::from("WORLD").unwrap_or_default()
}

/// The code of a country that is not known.
pub(crate) fn unknown() -> GeoCode {
    GeoCode::from("ZZ").unwrap_or_default()
}

/// A country lookup.
type Find<'g> = dyn Fn(&str) -> Option<GeoCode> + 'g;

/// Remembers the answers of a country lookup. Trade files repeat a few hundred
/// spellings millions of times, and a lookup in a map costs as much as parsing
/// the rest of a row.
pub(crate) struct GeoCache<'g> {
    slots: Vec<(u64, Option<GeoCode>)>,
    find: Box<Find<'g>>,
}

impl<'g> GeoCache<'g> {
    /// Remembers what `find` says.
    pub(crate) fn new(find: impl Fn(&str) -> Option<GeoCode> + 'g) -> Self {
        Self { slots: vec![(0, None); SLOTS], find: Box::new(find) }
    }

    /// The geography spelt `text`. Spellings of up to seven bytes are remembered.
    pub(crate) fn get(&mut self, text: &[u8]) -> Option<GeoCode> {
        if text.is_empty() || text.len() > 7 {
            return self.ask(text);
        }
        let key = text.iter().fold(text.len() as u64, |key, &byte| key << 8 | u64::from(byte));
        let slot = slot_of(key);
        if let Some(&(known, code)) = self.slots.get(slot)
            && known == key
        {
            return code;
        }
        let code = self.ask(text);
        if let Some(place) = self.slots.get_mut(slot) {
            *place = (key, code);
        }
        code
    }

    fn ask(&self, text: &[u8]) -> Option<GeoCode> {
        std::str::from_utf8(text).ok().and_then(|text| (self.find)(text))
    }
}

/// Fibonacci hashing: the top bits of a product with 2^64 over the golden ratio.
fn slot_of(key: u64) -> usize {
    let mixed = key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54;
    usize::try_from(mixed).unwrap_or(0) % SLOTS
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn remembers_and_never_mixes_spellings() {
        let asked = Cell::new(0);
        let mut cache = GeoCache::new(|text| {
            asked.set(asked.get() + 1);
            GeoCode::from(&text[..text.len().min(8)]).ok()
        });
        for _ in 0..3 {
            for text in ["4", "04", "BEL", "BE", "0", "00"] {
                assert_eq!(cache.get(text.as_bytes()).unwrap().as_str(), text);
            }
        }
        assert_eq!(asked.get(), 6);
        assert_eq!(cache.get("a long country name".as_bytes()).unwrap().as_str(), "a long c");
    }

    #[test]
    fn unknown_stays_unknown() {
        let mut cache = GeoCache::new(|_| None);
        assert_eq!(cache.get(b"QQQ"), None);
        assert_eq!(cache.get(b"QQQ"), None);
        assert_eq!(cache.get(b""), None);
    }
}
