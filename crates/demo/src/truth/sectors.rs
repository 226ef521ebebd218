//! The indicators of sectors: levels, and what they were ten years before.

use sextant_definitions::SeriesId;

use crate::sdmx::{Level, Series, Sums};
use crate::truth::flags::Flags;
use crate::truth::told::{self, Told};

/// Years of a change, a factor or a sum.
const DECADE: u16 = 10;

/// What is said of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Level,
    Change,
    Factor,
    Sum,
}

/// A sector indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SectorIndicator {
    id: &'static str,
    series: SeriesId,
    of: Of,
}

impl SectorIndicator {
    /// All of them, sorted by id.
    pub(super) const ALL: [Self; 11] = [
        Self::new("sector-exports", SeriesId::Exports, Of::Level),
        Self::new("sector-exports-change", SeriesId::Exports, Of::Change),
        Self::new("sector-exports-factor", SeriesId::Exports, Of::Factor),
        Self::new("sector-investment", SeriesId::Investment, Of::Level),
        Self::new("sector-investment-sum", SeriesId::Investment, Of::Sum),
        Self::new("sector-jobs", SeriesId::Jobs, Of::Level),
        Self::new("sector-jobs-change", SeriesId::Jobs, Of::Change),
        Self::new("sector-jobs-factor", SeriesId::Jobs, Of::Factor),
        Self::new("sector-research", SeriesId::Research, Of::Level),
        Self::new("sector-research-change", SeriesId::Research, Of::Change),
        Self::new("sector-research-factor", SeriesId::Research, Of::Factor),
    ];

    const fn new(id: &'static str, series: SeriesId, of: Of) -> Self {
        Self { id, series, of }
    }

    /// Id in the cube.
    pub(super) fn id(self) -> &'static str {
        self.id
    }

    /// The period that a figure is of whose last year is given.
    pub(super) fn period(self, last: u16) -> String {
        match self.of {
            Of::Sum => format!("{}-{last}", last + 1 - DECADE),
            Of::Level | Of::Change | Of::Factor => last.to_string(),
        }
    }

    /// The figures of all geographies, by subject, members of the EU27 with their rank.
    pub(super) fn ranked(self, sums: &Sums, year: u16) -> Vec<(usize, Vec<(usize, Told)>)> {
        let mut told = Vec::new();
        for series in sums.series.iter().filter(|series| series.id == self.series) {
            let cells = (0..sums.places.len()).map(|geo| (geo, self.of(series, geo, year)));
            let mut cells: Vec<_> = cells.filter_map(|(geo, told)| Some((geo, told?))).collect();
            told::rank(&mut cells, |geo| sums.places[geo].1);
            told.push((series.subject, cells));
        }
        told
    }

    fn of(self, series: &Series, geo: usize, year: u16) -> Option<Told> {
        let last = series.level(geo, year)?;
        let value = series.units(last);
        let told = match self.of {
            Of::Level => {
                let (rows, flags) = (Some(last.cells), flags(&[last], last.breaks));
                return Some(Told { rows, flags, sources: "sdmx", ..Told::plain(Some(value)) });
            }
            Of::Sum => return sum(series, geo, year),
            Of::Change | Of::Factor => series.level(geo, year - DECADE)?,
        };
        let (first, before) = (told, series.units(told));
        let result = match self.of {
            Of::Factor if before > 0.0 => value / before,
            Of::Factor => return None,
            _ => value - before,
        };
        let mut between = (year + 1 - DECADE..=year).filter_map(|year| series.level(geo, year));
        let broken = between.any(|level| level.breaks);
        let flags = flags(&[first, last], broken);
        let rows = Some(first.cells + last.cells);
        Some(Told { rows, flags, sources: "sdmx", ..Told::of_parts(result, [value, before]) })
    }
}

/// The sum over ten years, all of them there.
fn sum(series: &Series, geo: usize, last: u16) -> Option<Told> {
    let years = last + 1 - DECADE..=last;
    let levels: Vec<Level> =
        years.map(|year| series.level(geo, year)).collect::<Option<Vec<_>>>()?;
    // Quarters are whole, so that the order does not matter.
    let quarters = levels.iter().map(|level| level.quarters).sum();
    let value = series.units(Level { quarters, ..Level::default() });
    let broken = levels.iter().any(|level| level.breaks);
    let rows = Some(levels.iter().map(|level| level.cells).sum());
    let flags = flags(&levels, broken);
    Some(Told { rows, flags, sources: "sdmx", ..Told::plain(Some(value)) })
}

fn flags(levels: &[Level], broken: bool) -> Flags {
    let conditions = [
        (broken, Flags::BREAK),
        (levels.iter().any(|level| level.estimated), Flags::ESTIMATED),
        (levels.iter().any(|level| level.provisional), Flags::PROVISIONAL),
    ];
    let set = conditions.iter().filter(|(holds, _)| *holds).map(|(_, flag)| *flag);
    set.fold(Flags::NONE, Flags::with)
}
