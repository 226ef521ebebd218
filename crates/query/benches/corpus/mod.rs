//! Documents that read like patents in their statistics, the same in every run.

mod vocabulary;

use sextant_query::{Query, Text, Word};

/// One document a line: title, tab, abstract.
pub(crate) struct Corpus {
    pub(crate) lines: String,
}

/// Hundredths of documents into which a query's own words are planted.
const PLANTED: u64 = 5;
/// Hundredths of documents with a character beyond ASCII.
const BEYOND_ASCII: u64 = 2;

impl Corpus {
    /// Documents up to this size in bytes; queries give the words that are planted.
    pub(crate) fn generate(bytes: usize, queries: &[Query]) -> Self {
        let words = words();
        let mut random = Random(0x5e87_a27b);
        let mut lines = String::with_capacity(bytes + 4096);
        let weights = cumulative(words.len());
        while lines.len() < bytes {
            let mut writer = Writer { words: &words, weights: &weights, random: &mut random };
            writer.document(&mut lines, queries);
        }
        Self { lines }
    }

    /// Title and abstract of each document; a line without a tab is an abstract.
    pub(crate) fn documents(&self) -> impl Iterator<Item = (&str, &str)> {
        self.lines.lines().map(|line| line.split_once('\t').unwrap_or(("", line)))
    }
}

/// The vocabulary by rank.
fn words() -> Vec<String> {
    let mut words: Vec<String> = vocabulary::COMMON
        .split([' ', ','])
        .filter(|word| !word.is_empty())
        .map(Into::into)
        .collect();
    let mut random = Random(77);
    let mut rare: Vec<(u64, String)> = vocabulary::STEMS
        .split_whitespace()
        .flat_map(|stem| {
            vocabulary::ENDINGS.split_whitespace().map(move |end| format!("{stem}{end}"))
        })
        .map(|word| (random.next(), word))
        .collect();
    rare.sort_unstable();
    words.extend(rare.into_iter().map(|(_, word)| word));
    words
}

/// Zipf: the word of rank r comes with weight 1 / (r + 2.7).
fn cumulative(words: usize) -> Vec<f64> {
    let weight = |rank: u32| 1.0 / (f64::from(rank) + 2.7);
    let ranks = 1..=u32::try_from(words).unwrap_or(u32::MAX);
    ranks
        .map(weight)
        .scan(0.0, |sum, weight| {
            *sum += weight;
            Some(*sum)
        })
        .collect()
}

struct Writer<'a> {
    words: &'a [String],
    weights: &'a [f64],
    random: &'a mut Random,
}

impl Writer<'_> {
    fn document(&mut self, out: &mut String, queries: &[Query]) {
        let title = 5 + self.random.below(10);
        (0..title).for_each(|at| self.word(out, at == 0));
        out.push('\t');
        let planted = (self.random.below(100) < PLANTED).then(|| self.planted(queries));
        let sentences = 3 + self.random.below(6);
        let planted_in = self.random.below(sentences);
        for sentence in 0..sentences {
            let planted = planted.as_deref().filter(|_| sentence == planted_in).unwrap_or("");
            self.sentence(out, planted);
        }
        if self.random.below(100) < BEYOND_ASCII {
            let signs = ["at 25 °C.", "of 5 µm.", "café.", "10 – 20 %.", "α-type."];
            out.push_str(signs[self.random.index(signs.len())]);
        }
        out.push('\n');
    }

    fn sentence(&mut self, out: &mut String, planted: &str) {
        let words = 12 + self.random.below(26);
        for at in 0..words {
            self.word(out, at == 0);
            match self.random.below(60) {
                0..4 => {
                    out.pop();
                    out.push_str(", ");
                }
                4 => {
                    out.push_str(&format!("({}) ", self.random.below(90) + 1));
                }
                5 => {
                    out.pop();
                    out.push('-');
                }
                6 => {
                    out.push_str(&format!("{} ", self.random.below(500)));
                }
                _ => {}
            }
        }
        out.push_str(planted);
        out.truncate(out.trim_end().len());
        out.push_str(". ");
    }

    fn word(&mut self, out: &mut String, capital: bool) {
        let total = self.weights.last().copied().unwrap_or(1.0);
        let point = self.random.share() * total;
        let at = self.weights.partition_point(|sum| *sum < point).min(self.words.len() - 1);
        let word = &self.words[at];
        if capital {
            out.push_str(&word[..1].to_ascii_uppercase());
            out.push_str(&word[1..]);
        } else {
            out.push_str(word);
        }
        out.push(' ');
    }

    /// Words that fulfil one leaf of a query.
    fn planted(&mut self, queries: &[Query]) -> String {
        let mut out = String::new();
        if let Some(Query::Text(_, text)) = queries.get(self.random.index(queries.len().max(1))) {
            self.plant(text, &mut out);
        }
        out
    }

    fn plant(&mut self, text: &Text, out: &mut String) {
        match text {
            Text::Word(word) => self.plant_word(word, out),
            Text::Phrase(words) => words.iter().for_each(|word| self.plant_word(word, out)),
            Text::Near { distance, left, right, .. } => {
                self.plant(left, out);
                (0..self.random.below(u64::from(*distance))).for_each(|_| self.word(out, false));
                self.plant(right, out);
            }
            Text::And(members) => members.iter().for_each(|member| self.plant(member, out)),
            Text::Or(members) => {
                let member = self.random.index(members.len());
                self.plant(&members[member], out);
            }
            Text::Not(first, _) => self.plant(first, out),
        }
    }

    fn plant_word(&mut self, word: &Word, out: &mut String) {
        out.push_str(&word.pattern.replace('?', "e"));
        if word.truncated {
            out.push_str(["", "s", "ing", "e", "er"][self.random.index(5)]);
        }
        out.push(' ');
    }
}

/// A small generator (splitmix64), so that every machine writes the same corpus.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }

    fn index(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    /// From 0 to below 1.
    fn share(&mut self) -> f64 {
        const STEPS: u32 = 1 << 30;
        f64::from(u32::try_from(self.next() >> 34).unwrap_or(0)) / f64::from(STEPS)
    }
}
