//! What inventions are about, by country and year.

use sextant_definitions::PatentQuery;

use crate::draws::{Draws, Stream, Topic, key_of};
use crate::patstat::calendar::{self, YEARS};
use crate::patstat::lands::Lands;

/// Of a hundred inventions so many are made for a query of a technology, so many for one
/// of an ecosystem; the rest for none.
const TECHNOLOGIES: u64 = 45;
const ECOSYSTEMS: u64 = 42;

/// How much more or less a country does of something than others, per cent.
const SKILLS: [u64; 9] = [40, 55, 70, 85, 100, 130, 170, 220, 280];

/// The choice of a query.
#[derive(Debug)]
pub(super) struct Themes {
    technologies: Group,
    ecosystems: Group,
    none: usize,
}

/// Queries to choose among.
#[derive(Debug)]
struct Group {
    /// Places in the list of all queries.
    queries: Vec<usize>,
    /// For every country and year the sums of weights so far.
    until: Vec<u64>,
}

impl Themes {
    pub(super) fn new(
        queries: &[PatentQuery],
        is_technology: impl Fn(&str) -> bool,
        lands: &Lands,
        draws: Draws,
    ) -> Self {
        let group = |wanted: bool| {
            let among = |at: &usize| is_technology(&queries[*at].subject) == wanted;
            Group::new((0..queries.len()).filter(among).collect(), queries, lands, draws)
        };
        Self { technologies: group(true), ecosystems: group(false), none: queries.len() }
    }

    /// The query that an invention of a country and year is made for; the number of
    /// queries stands for none.
    pub(super) fn draw(&self, land: usize, year: u16, stream: &mut Stream) -> usize {
        let percent = stream.below(100);
        let drawn = if percent < TECHNOLOGIES {
            self.technologies.draw(land, year, stream)
        } else if percent < TECHNOLOGIES + ECOSYSTEMS {
            self.ecosystems.draw(land, year, stream)
        } else {
            None
        };
        drawn.unwrap_or(self.none)
    }
}

impl Group {
    fn new(queries: Vec<usize>, all: &[PatentQuery], lands: &Lands, draws: Draws) -> Self {
        let mut until = Vec::new();
        let paths: Vec<(u64, [u64; YEARS])> = queries
            .iter()
            .map(|at| key_of(&all[*at].subject))
            .map(|key| (key, path(draws, key)))
            .collect();
        for land in &lands.all {
            for year in 0..YEARS {
                let mut sum = 0;
                for (key, path) in &paths {
                    let skill = draws.index(Topic::PatentTheme, &[*key, land.key], SKILLS.len());
                    sum += path[year] * SKILLS[skill];
                    until.push(sum);
                }
            }
        }
        Self { queries, until }
    }

    fn draw(&self, land: usize, year: u16, stream: &mut Stream) -> Option<usize> {
        let count = self.queries.len();
        let start = (land * YEARS + calendar::index(year)) * count;
        let sums = self.until.get(start..start + count)?;
        let wanted = stream.below(*sums.last()?);
        self.queries.get(sums.partition_point(|sum| *sum <= wanted)).copied()
    }
}

/// How much the world does of something, and how that grows.
fn path(draws: Draws, key: u64) -> [u64; YEARS] {
    let mut level = draws.between(Topic::PatentTheme, &[key, 1], 40_000, 160_000);
    let growth = draws.between(Topic::PatentTheme, &[key, 2], 970, 1075);
    let mut path = [0; YEARS];
    for year in &mut path {
        *year = level;
        level = level * growth / 1000;
    }
    path
}
