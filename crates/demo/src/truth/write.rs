//! The files of the truth.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::RangeInclusive;
use std::path::Path;

use sextant_definitions::{ALL_PATENTS, ALL_PRODUCTS};

use crate::Error;
use crate::output::{Output, WrittenFile};
use crate::patstat::{Sums, calendar};
use crate::truth::SourceYear;
use crate::truth::indicator::{Indicator, Observation};
use crate::truth::measure::Measured;
use crate::truth::patents::{PatentIndicator, PatentPeriod};
use crate::world::World;

const OBSERVATIONS: &str =
    "indicator,geo,subject,period,value,numerator,denominator,n,status,rank,ranked_of,sources\n";
const ALTERNATIVES: &str = "source,indicator,geo,subject,period,value\n";

/// Writes `truth/observations.csv`, the cube, and `truth/alternatives.csv`, the
/// exports and imports of sources that were not chosen. Ordered by year, indicator
/// id, subject in reading order, geography; EU27 and WORLD last.
pub(crate) fn write(
    world: &World<'_>,
    sources: &[SourceYear],
    patents: Option<&Sums>,
    out: &Path,
) -> Result<Vec<WrittenFile>, Error> {
    let mut writer = Writer {
        world,
        total: all(world, ALL_PRODUCTS),
        observations: Output::create(out, "truth/observations.csv")?,
        alternatives: Output::create(out, "truth/alternatives.csv")?,
    };
    writer.observations.text(OBSERVATIONS)?;
    writer.alternatives.text(ALTERNATIVES)?;
    let mut years: BTreeMap<u16, Vec<&SourceYear>> = BTreeMap::new();
    for source in sources {
        years.entry(source.year).or_default().push(source);
    }
    for year in patents.iter().flat_map(|_| calendar::years()) {
        years.entry(year).or_default();
    }
    for (year, mut sources) in years {
        if let Some(sums) = patents.filter(|_| calendar::years().any(|known| known == year)) {
            writer.patents(sums, year..=year)?;
        }
        sources.sort_by_key(|source| (writer.preference(source.source), source.source));
        writer.year(year, &sources)?;
    }
    let spans = &world.definitions.patent_rules.spans;
    for (sums, span) in patents.iter().flat_map(|sums| spans.iter().map(move |span| (sums, span))) {
        writer.patents(sums, span.first..=span.last)?;
    }
    Ok(vec![writer.observations.finish()?, writer.alternatives.finish()?])
}

/// Place of a total; past the end where the definitions have none.
fn all(world: &World<'_>, id: &str) -> usize {
    let place = world.subjects.iter().position(|subject| subject.id == id);
    place.unwrap_or(world.subjects.len())
}

struct Writer<'a> {
    world: &'a World<'a>,
    total: usize,
    observations: Output,
    alternatives: Output,
}

impl Writer<'_> {
    /// Place of a source in the order of preference.
    fn preference(&self, source: &str) -> usize {
        let order = &self.world.definitions.trade_rules.source_order;
        order.iter().position(|name| name == source).unwrap_or(usize::MAX)
    }

    fn patents(&mut self, sums: &Sums, years: RangeInclusive<u16>) -> Result<(), Error> {
        let rules = &self.world.definitions.patent_rules;
        let (first, last) = (*years.start(), *years.end());
        let period = if first == last { first.to_string() } else { format!("{first}-{last}") };
        let told = PatentPeriod::new(sums, years, all(self.world, ALL_PATENTS), rules);
        for indicator in PatentIndicator::ALL {
            for (subject, about) in self.world.subjects.iter().enumerate() {
                for (geo, observation) in told.ranked(indicator, subject) {
                    let (id, geo) = (indicator.id(), told.name(geo));
                    let cell = format!("{id},{geo},{},{period}", about.id);
                    self.observations.row(line(&cell, &observation).as_bytes())?;
                }
            }
        }
        Ok(())
    }

    fn year(&mut self, year: u16, sources: &[&SourceYear]) -> Result<(), Error> {
        let rules = &self.world.definitions.trade_rules;
        let places = &self.world.places;
        let measured: Vec<Measured<'_>> =
            sources.iter().map(|source| Measured::new(source, places, self.total, rules)).collect();
        for indicator in Indicator::ALL {
            for subject in 0..self.world.subjects.len() {
                let told: Vec<_> =
                    measured.iter().map(|m| self.ranked(m, indicator, subject)).collect();
                for geo in 0..places.len() + 2 {
                    let candidates: Vec<Observation> =
                        told.iter().filter_map(|cells| cells[geo]).collect();
                    self.cell(indicator, year, (geo, subject), &candidates)?;
                }
            }
        }
        Ok(())
    }

    /// What a source says of every geography, members of the EU27 with their rank:
    /// 1 + the number of members with a strictly greater value.
    fn ranked(
        &self,
        measured: &Measured<'_>,
        indicator: Indicator,
        subject: usize,
    ) -> Vec<Option<Observation>> {
        let places = &self.world.places;
        let mut cells: Vec<Option<Observation>> = (0..places.len() + 2)
            .map(|geo| {
                let outside = geo >= places.len() || !places.member[geo];
                let members_only = indicator == Indicator::ExportShareEu27;
                if members_only && outside { None } else { indicator.of(measured, geo, subject) }
            })
            .collect();
        let values: Vec<f64> =
            places.members().filter_map(|geo| cells[geo]).map(|cell| cell.value).collect();
        for geo in places.members() {
            if let Some(cell) = &mut cells[geo] {
                let above = values.iter().filter(|value| **value > cell.value).count();
                cell.rank = Some((above + 1, values.len()));
            }
        }
        cells
    }

    /// Writes the chosen candidate, complete ones before partial ones and then in
    /// order of preference, and the others as alternatives.
    fn cell(
        &mut self,
        indicator: Indicator,
        year: u16,
        (geo, subject): (usize, usize),
        candidates: &[Observation],
    ) -> Result<(), Error> {
        let complete = candidates.iter().position(|candidate| candidate.flags.complete());
        let Some(chosen) = candidates.get(complete.unwrap_or(0)) else { return Ok(()) };
        let subject = self.world.subjects[subject].id.clone();
        let cell = format!("{},{},{subject},{year}", indicator.id(), self.name(geo));
        self.observations.row(line(&cell, chosen).as_bytes())?;
        for other in candidates.iter().filter(|other| other.source != chosen.source) {
            if indicator.is_plain_sum() {
                let line = format!("{},{cell},{}\n", other.source, other.value);
                self.alternatives.row(line.as_bytes())?;
            }
        }
        Ok(())
    }

    fn name(&self, geo: usize) -> &str {
        let codes = &self.world.places.codes;
        let group = if geo == codes.len() { "EU27" } else { "WORLD" };
        codes.get(geo).map_or(group, |code| code.as_str())
    }
}

fn line(cell: &str, o: &Observation) -> String {
    let mut line = format!("{cell},{},{},", o.value, o.numerator);
    let denominator = o.denominator.map_or_else(String::new, |value| value.to_string());
    let (rank, of) =
        o.rank.map_or_else(Default::default, |(r, of)| (r.to_string(), of.to_string()));
    // Writing to a string cannot fail.
    let _ = writeln!(line, "{denominator},{},{},{rank},{of},{}", o.rows, o.flags.text(), o.source);
    line
}
