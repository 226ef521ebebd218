//! Chance without state.
//!
//! Every draw is a pure function of the seed, a topic and a key, so any row can be
//! computed by itself, in any order, on any machine.

/// Increment and finalizer of SplitMix64 (Steele, Lea and Flood 2014).
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

fn mix(state: u64) -> u64 {
    let mut bits = state;
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// What a draw decides. Two topics never share their chance.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Topic {
    CountrySize = 1,
    Openness,
    Appetite,
    CountryTrend,
    CountryNoise,
    ProductWeight,
    ProductTrend,
    ProductNoise,
    ExportSkill,
    ImportTaste,
    ChapterSkill,
    ChapterTaste,
    Distance,
    Rounding,
    FirstChoice,
    SecondChoice,
    CodeAnchor,
    CountryAnchor,
    MemberAnchor,
    Flow,
    Row,
    Quantity,
    Imf,
    ImfMissing,
    ImfPast,
    Gdp,
    Comtrade,
    Unknown,
    Confidential,
    Trap,
    Partners,
    Comext,
    Month,
    PatentSize,
    PatentTheme,
    PatentTemplate,
    PatentPerson,
    PatentFamily,
    ProductionLevel,
    ProductionSkill,
    ProductionNoise,
    ProductionHidden,
    ProductionTotal,
    Company,
    Sector,
}

/// The source of all chance in a data set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draws {
    seed: u64,
}

impl Draws {
    pub(crate) fn new(seed: u64) -> Self {
        Self { seed: mix(seed.wrapping_add(STEP)) }
    }

    /// 64 even bits for a topic and a key.
    pub(crate) fn at(self, topic: Topic, key: &[u64]) -> u64 {
        let start = mix(self.seed ^ (topic as u64).wrapping_mul(STEP));
        key.iter().fold(start, |state, part| mix(state.wrapping_add(STEP) ^ mix(*part)))
    }

    /// A whole number from `low` to `high`, both included.
    pub(crate) fn between(self, topic: Topic, key: &[u64], low: u64, high: u64) -> u64 {
        low + self.at(topic, key) % (high - low + 1)
    }

    /// True once in `n` times.
    pub(crate) fn one_in(self, topic: Topic, key: &[u64], n: u64) -> bool {
        self.at(topic, key).is_multiple_of(n)
    }

    /// An index below `count`; 0 where there is nothing to choose from.
    pub(crate) fn index(self, topic: Topic, key: &[u64], count: usize) -> usize {
        let count = u64::try_from(count).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.at(topic, key) % count).unwrap_or(0)
    }
}

/// Draws one after the other, for a thing that is made in one go.
#[derive(Clone, Debug)]
pub(crate) struct Stream {
    state: u64,
}

impl Draws {
    /// The draws of one thing, as independent of all others as [`Draws::at`].
    pub(crate) fn stream(self, topic: Topic, key: &[u64]) -> Stream {
        Stream { state: self.at(topic, key) }
    }
}

impl Stream {
    /// 64 even bits.
    pub(crate) fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(STEP);
        mix(self.state)
    }

    /// A whole number below `count`; 0 where there is none.
    pub(crate) fn below(&mut self, count: u64) -> u64 {
        self.bits() % count.max(1)
    }

    /// An index below `count`; 0 where there is nothing to choose from.
    pub(crate) fn index(&mut self, count: usize) -> usize {
        usize::try_from(self.below(u64::try_from(count).unwrap_or(u64::MAX))).unwrap_or(0)
    }

    /// True once in `n` times.
    pub(crate) fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    /// One of a list.
    pub(crate) fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        list.get(self.index(list.len()))
    }
}

/// A text as a number for keys; texts of up to eight bytes never collide.
pub(crate) fn key_of(text: &str) -> u64 {
    text.bytes().fold(0, |key, byte| (key << 8) | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draw_depends_on_seed_topic_and_key_only() {
        let draws = Draws::new(1);
        assert_eq!(draws.at(Topic::Row, &[1, 2]), Draws::new(1).at(Topic::Row, &[1, 2]));
        assert_ne!(draws.at(Topic::Row, &[1, 2]), draws.at(Topic::Row, &[2, 1]));
        assert_ne!(draws.at(Topic::Row, &[1, 2]), draws.at(Topic::Flow, &[1, 2]));
        assert_ne!(draws.at(Topic::Row, &[1, 2]), Draws::new(2).at(Topic::Row, &[1, 2]));
    }

    #[test]
    fn draws_are_even() {
        let draws = Draws::new(7);
        let mut counts = [0_u32; 10];
        for key in 0..100_000 {
            counts[draws.index(Topic::Row, &[key], 10)] += 1;
        }
        assert!(counts.iter().all(|count| (9_600..=10_400).contains(count)), "{counts:?}");
    }

    #[test]
    fn a_stream_is_even_and_its_own() {
        let mut stream = Draws::new(7).stream(Topic::Row, &[1]);
        let ones = (0..10_000).filter(|_| stream.one_in(10)).count();
        assert!((850..=1150).contains(&ones), "{ones}");
        assert_ne!(stream.bits(), Draws::new(7).stream(Topic::Row, &[2]).bits());
        assert_eq!(stream.index(0), 0);
        assert_eq!(stream.pick::<u8>(&[]), None);
    }

    #[test]
    fn the_bytes_of_the_generator_never_change() {
        // A changed constant would silently change every demo data set.
        assert_eq!(mix(STEP), 0xe220_a839_7b1d_cdaf, "first output of SplitMix64 with seed 0");
    }
}
