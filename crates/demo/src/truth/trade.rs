//! The truth of trade, in which several sources tell of the same cell.

use sextant_definitions::ALL_PRODUCTS;

use crate::Error;
use crate::output::Output;
use crate::truth::SourceYear;
use crate::truth::indicator::{Indicator, Observation};
use crate::truth::measure::Measured;
use crate::truth::told::Told;
use crate::world::World;

/// Writes the figures of trade.
pub(super) struct Trade<'a> {
    pub(super) world: &'a World<'a>,
    pub(super) observations: &'a mut Output,
    pub(super) alternatives: &'a mut Output,
}

impl Trade<'_> {
    /// Writes those of one year, of whichever sources tell of it.
    pub(super) fn year(&mut self, year: u16, sources: &[SourceYear]) -> Result<(), Error> {
        let mut sources: Vec<&SourceYear> = sources.iter().filter(|s| s.year == year).collect();
        sources.sort_by_key(|source| (self.preference(source.source), source.source));
        let rules = &self.world.definitions.trade_rules;
        let places = &self.world.places;
        let total = self.world.subjects.iter().position(|subject| subject.id == ALL_PRODUCTS);
        let total = total.unwrap_or(self.world.subjects.len());
        let measured: Vec<Measured<'_>> =
            sources.iter().map(|source| Measured::new(source, places, total, rules)).collect();
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

    /// Place of a source in the order of preference.
    fn preference(&self, source: &str) -> usize {
        let order = &self.world.definitions.trade_rules.source_order;
        order.iter().position(|name| name == source).unwrap_or(usize::MAX)
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
        let (id, name) = (indicator.id(), self.name(geo));
        let (subject, period) = (self.world.subjects[subject].id.as_str(), year.to_string());
        let line = Told::from(chosen).line(id, name, subject, &period);
        let cell = format!("{id},{name},{subject},{period}");
        self.observations.row(line.as_bytes())?;
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
