//! A made-up country: every cell is a function of a seed and its place in the cube, so
//! nothing is stored and ten thousand countries cost little.

use sextant_definitions::{Subject, SubjectKind};
use sextant_highlights::{Cell, Cells};

pub(crate) const FIRST: i32 = 2014;
pub(crate) const LAST: i32 = 2021;

const FLAGS: [&str; 8] = [
    "break",
    "truncated",
    "incomplete-year",
    "low-count",
    "partial-codes",
    "break;provisional",
    "of-tomorrow",
    "undisclosed-amounts",
];
const COUNTS: [u32; 6] = [1, 12, 40, 400, 5_000, 90_000];
const MEMBERS: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// All cells of a seed.
pub(crate) struct Country {
    pub(crate) seed: u64,
    /// The country itself; the others are only there to be compared with.
    pub(crate) code: &'static str,
}

/// Numbers without order, the same ever after (SplitMix64).
fn mixed(mut z: u64) -> u64 {
    z = z.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn hash(seed: u64, texts: &[&str]) -> u64 {
    let mut hash = seed ^ 0xcbf2_9ce4_8422_2325;
    // Plain loops: tests are not optimised, and this runs a hundred million times.
    for text in texts {
        for byte in text.as_bytes() {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        hash = hash.wrapping_mul(0x0000_0100_0000_01b3);
    }
    mixed(hash)
}

/// A part of a hash as a number below `below`.
fn pick(hash: u64, part: u32, below: u64) -> u32 {
    u32::try_from(mixed(hash ^ u64::from(part)) % below).unwrap()
}

/// The same, from 0 to 1.
fn part(hash: u64, part: u32) -> f64 {
    f64::from(pick(hash, part, 1_000_003)) / 1_000_003.0
}

impl Country {
    /// Country of a number.
    pub(crate) fn new(number: u64) -> Self {
        let seed = mixed(number);
        let codes = ["BE", "NL", "LU", "CY", "DE", "GR", "US", "XX"];
        Self { seed, code: codes[pick(seed, 0, 8) as usize] }
    }

    /// The subjects of its edition: about half of all.
    pub(crate) fn subjects(&self, all: &[Subject]) -> Vec<Subject> {
        let known = |s: &&Subject| {
            let spoken_of =
                [SubjectKind::Technology, SubjectKind::Ecosystem, SubjectKind::ProductGroup];
            spoken_of.contains(&s.kind) && hash(self.seed, &[&s.id]).is_multiple_of(2)
        };
        all.iter().filter(known).cloned().collect()
    }

    /// Its cell of a subject in a year.
    fn cell(&self, indicator: &str, subject: &str, geo: &str, period: &str) -> Option<Cell> {
        let series = hash(self.seed, &[indicator, subject, geo]);
        let own = hash(series, &[period]);
        let year = period.split('-').next()?.parse::<i32>().ok()?;
        if pick(own, 1, 25) == 0 {
            return None;
        }
        let value = self.value(indicator, series, own, year, geo);
        let hidden = pick(own, 2, 30) == 0;
        let flagged = pick(own, 3, 10) == 0;
        let rank = (pick(own, 4, 3) > 0).then(|| i32::try_from(pick(own, 5, 9)).unwrap() + 1);
        let mut cell = Cell {
            indicator: indicator.into(),
            subject: subject.into(),
            subject_kind: String::new(),
            geo: geo.into(),
            period: period.into(),
            value: (!hidden).then_some(value),
            lower: hidden.then_some(value * 0.5),
            upper: (hidden && pick(own, 6, 3) > 0).then_some(value * 1.5),
            unit: String::new(),
            n: (pick(own, 7, 20) > 0).then(|| i64::from(COUNTS[pick(series, 8, 6) as usize])),
            status: if flagged { FLAGS[pick(own, 9, 8) as usize].into() } else { String::new() },
            rank,
            ranked_of: rank.map(|_| [5, 9, 21, 27][pick(own, 10, 4) as usize].max(9)),
        };
        if indicator == "invented-versus-made" {
            cell.value = self.gap(subject, geo, period, own);
        }
        Some(cell)
    }

    fn value(&self, indicator: &str, series: u64, own: u64, year: i32, geo: &str) -> f64 {
        let course = shape(pick(series, 11, 7), year, part(own, 12));
        let base = part(series, 13);
        match indicator {
            "trade-relative-balance" if pick(own, 14, 12) == 0 => 0.0,
            "trade-relative-balance" => {
                // Some countries sell in nothing, or in everything.
                let lean = [-90.0, -40.0, -40.0, 0.0][pick(self.seed, 15, 4) as usize];
                (lean + 80.0 * base + 20.0 * (course - 1.0)).clamp(-100.0, 100.0)
            }
            "investment-raised-eur" => 1e6 * (3_000.0 * base * base).round() + 345_678.9,
            "investment-rounds" => f64::from(pick(own, 16, 4) * pick(own, 17, 900)),
            // Others are small now and then, so that there is somebody in front.
            _ if geo != self.code && !series.is_multiple_of(40) => 0.5 * base,
            _ => 8.0 * base * base * course,
        }
    }

    fn gap(&self, subject: &str, geo: &str, period: &str, own: u64) -> Option<f64> {
        let rank = |indicator| self.cell(indicator, subject, geo, period)?.rank;
        let gap = rank("patent-world-share")? - rank("production-eu-share")?;
        Some(f64::from(gap) + f64::from(pick(own, 18, 5) / 4))
    }
}

/// Ways in which things go, around 1.
fn shape(which: u32, year: i32, chance: f64) -> f64 {
    let t = f64::from(year - FIRST) / f64::from(LAST - FIRST);
    let small = 0.01 * (chance - 0.5);
    match which {
        0 => 1.0 + small,
        1 => 0.5 + t + small,
        2 => 1.5 - t + small,
        3 => 0.5 + (2.0 * t - 1.0).abs() + small,
        4 => 1.5 - (2.0 * t - 1.0).abs() + small,
        5 => 0.3 + 1.4 * chance,
        _ => 1.0 + 0.25 * (chance - 0.5),
    }
}

impl Cells for Country {
    fn get(&self, indicator: &str, subject: &str, geo: &str, period: &str) -> Option<Cell> {
        self.cell(indicator, subject, geo, period)
    }

    fn series(&self, indicator: &str, subject: &str, geo: &str) -> Vec<Cell> {
        // Not in order: nobody promised it.
        let mut periods: Vec<String> = (FIRST..=LAST).rev().map(|year| year.to_string()).collect();
        if indicator.starts_with("investment") {
            periods = vec!["2015-2021".into(), "2020".into()];
        }
        periods.iter().filter_map(|period| self.cell(indicator, subject, geo, period)).collect()
    }

    fn members(&self) -> Vec<String> {
        MEMBERS.map(str::to_owned).to_vec()
    }
}
