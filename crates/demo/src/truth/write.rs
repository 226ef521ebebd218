//! The files of the truth.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::path::Path;

use sextant_definitions::{ALL_PATENTS, SubjectKind};

use crate::output::{Output, WrittenFile};
use crate::patstat::calendar;
use crate::truth::SourceYear;
use crate::truth::investment::{InvestmentIndicator, InvestmentPeriod};
use crate::truth::patents::{PatentIndicator, PatentPeriod};
use crate::truth::placed::{INVENTED_VERSUS_MADE, Placed, invented_versus_made};
use crate::truth::production::{ProductionIndicator, ProductionYear};
use crate::truth::sectors::SectorIndicator;
use crate::truth::told::Told;
use crate::truth::trade::Trade;
use crate::world::World;
use crate::{Error, crunchbase, patstat, prodcom, sdmx};

const OBSERVATIONS: &str = "indicator,geo,subject,period,value,lower,upper,unit,numerator,\
denominator,n,status,rank,ranked_of,sources\n";
const ALTERNATIVES: &str = "source,indicator,geo,subject,period,value\n";

/// The sums of everything that was written.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Everything<'a> {
    /// Trade, by source and year.
    pub(crate) trade: &'a [SourceYear],
    /// Inventions.
    pub(crate) patents: Option<&'a patstat::Sums>,
    /// Production.
    pub(crate) production: Option<&'a prodcom::Sums>,
    /// Investment.
    pub(crate) investment: Option<&'a crunchbase::Sums>,
    /// Statistical tables.
    pub(crate) sectors: Option<&'a sdmx::Sums>,
}

/// Writes `truth/observations.csv`, the cube, and `truth/alternatives.csv`, the
/// exports and imports of sources that were not chosen. Single years first, then
/// periods of several; within a year by indicator, subject in reading order and
/// geography, EU27 and WORLD last.
pub(crate) fn write(
    world: &World<'_>,
    of: Everything<'_>,
    out: &Path,
) -> Result<Vec<WrittenFile>, Error> {
    let mut writer = Writer {
        world,
        of,
        observations: Output::create(out, "truth/observations.csv")?,
        alternatives: Output::create(out, "truth/alternatives.csv")?,
    };
    writer.observations.text(OBSERVATIONS)?;
    writer.alternatives.text(ALTERNATIVES)?;
    for year in writer.years() {
        writer.combined(year)?;
        writer.investment(year..=year)?;
        writer.patents(year..=year)?;
        writer.production(year)?;
        writer.sectors(year, false)?;
        writer.trade(year)?;
    }
    writer.spans()?;
    Ok(vec![writer.observations.finish()?, writer.alternatives.finish()?])
}

struct Writer<'a> {
    world: &'a World<'a>,
    of: Everything<'a>,
    observations: Output,
    alternatives: Output,
}

impl<'a> Writer<'a> {
    /// Every year that anything is said of.
    fn years(&self) -> BTreeSet<u16> {
        let mut years: BTreeSet<u16> = self.of.trade.iter().map(|source| source.year).collect();
        years.extend(self.of.patents.iter().flat_map(|_| calendar::years()));
        years.extend(self.of.production.iter().flat_map(|_| prodcom::years()));
        years.extend(self.of.investment.iter().flat_map(|_| crunchbase::FIRST..=crunchbase::LAST));
        years.extend(self.of.sectors.iter().flat_map(|_| sdmx::FIRST..=sdmx::LAST));
        years
    }

    /// Periods of several years.
    fn spans(&mut self) -> Result<(), Error> {
        let span = &self.world.definitions.investment_rules.span;
        if span.first >= crunchbase::FIRST && span.last <= crunchbase::LAST {
            self.investment(span.first..=span.last)?;
        }
        for span in &self.world.definitions.patent_rules.spans {
            self.patents(span.first..=span.last)?;
        }
        for last in sdmx::FIRST..=sdmx::LAST {
            self.sectors(last, true)?;
        }
        Ok(())
    }

    fn row(
        &mut self,
        [indicator, geo, subject, period]: [&str; 4],
        told: &Told,
    ) -> Result<(), Error> {
        self.observations.row(told.line(indicator, geo, subject, period).as_bytes())
    }

    fn patent_period(&self, years: RangeInclusive<u16>) -> Option<PatentPeriod<'a>> {
        let sums = self.of.patents?;
        if !years.clone().all(|year| calendar::years().any(|known| known == year)) {
            return None;
        }
        let total = self.world.subjects.iter().position(|subject| subject.id == ALL_PATENTS);
        let total = total.unwrap_or(self.world.subjects.len());
        Some(PatentPeriod::new(sums, years, total, &self.world.definitions.patent_rules))
    }

    fn production_year(&self, year: u16) -> Option<ProductionYear<'a>> {
        let sums = self.of.production.filter(|_| prodcom::years().any(|known| known == year))?;
        Some(ProductionYear::new(self.world, sums, year))
    }

    /// What needs two sources.
    fn combined(&mut self, year: u16) -> Result<(), Error> {
        let (Some(patents), Some(production)) =
            (self.patent_period(year..=year), self.production_year(year))
        else {
            return Ok(());
        };
        let period = year.to_string();
        for (subject, about) in self.world.subjects.iter().enumerate() {
            if about.kind != SubjectKind::Technology {
                continue;
            }
            let shares = patents.ranked(PatentIndicator::WorldShare, subject);
            let invented: BTreeMap<String, Placed> = shares
                .into_iter()
                .filter_map(|(geo, told)| {
                    Some((patents.name(geo).to_owned(), (told.rank?.0, told.flags)))
                })
                .collect();
            let shares = production.ranked(ProductionIndicator::EuShare, subject);
            let made: BTreeMap<String, Placed> = shares
                .into_iter()
                .filter_map(|(geo, told)| {
                    Some((production.name(geo).to_owned(), (told.rank?.0, told.flags)))
                })
                .collect();
            for (geo, told) in invented_versus_made(&invented, &made) {
                self.row([INVENTED_VERSUS_MADE, &geo, &about.id, &period], &told)?;
            }
        }
        Ok(())
    }

    fn investment(&mut self, years: RangeInclusive<u16>) -> Result<(), Error> {
        let known = crunchbase::FIRST..=crunchbase::LAST;
        let Some(sums) = self.of.investment.filter(|_| known.contains(years.end())) else {
            return Ok(());
        };
        let name = period(&years);
        let told = InvestmentPeriod::new(self.world, sums, years);
        for indicator in InvestmentIndicator::ALL {
            for (subject, about) in self.world.subjects.iter().enumerate() {
                for (geo, cell) in told.ranked(indicator, subject) {
                    self.row([indicator.id(), told.name(geo), &about.id, &name], &cell)?;
                }
            }
        }
        Ok(())
    }

    fn patents(&mut self, years: RangeInclusive<u16>) -> Result<(), Error> {
        let name = period(&years);
        let Some(told) = self.patent_period(years) else { return Ok(()) };
        for indicator in PatentIndicator::ALL {
            for (subject, about) in self.world.subjects.iter().enumerate() {
                for (geo, observation) in told.ranked(indicator, subject) {
                    let cell = Told::from(&observation);
                    self.row([indicator.id(), told.name(geo), &about.id, &name], &cell)?;
                }
            }
        }
        Ok(())
    }

    fn production(&mut self, year: u16) -> Result<(), Error> {
        let Some(told) = self.production_year(year) else { return Ok(()) };
        let period = year.to_string();
        for indicator in ProductionIndicator::ALL {
            for (subject, about) in self.world.subjects.iter().enumerate() {
                for (geo, cell) in told.ranked(indicator, subject) {
                    self.row([indicator.id(), told.name(geo), &about.id, &period], &cell)?;
                }
            }
        }
        Ok(())
    }

    /// The indicators of one year, or those of several that end in it.
    fn sectors(&mut self, year: u16, several: bool) -> Result<(), Error> {
        let Some(sums) = self.of.sectors.filter(|_| year >= sdmx::FIRST) else { return Ok(()) };
        let of_years = |period: &str| (period != year.to_string()) == several;
        for indicator in SectorIndicator::ALL {
            let period = indicator.period(year);
            for (subject, cells) in indicator.ranked(sums, year) {
                let about = &self.world.subjects[subject];
                for (geo, cell) in cells.iter().filter(|_| of_years(&period)) {
                    let (name, _) = &sums.places[*geo];
                    self.row([indicator.id(), name, &about.id, &period], cell)?;
                }
            }
        }
        Ok(())
    }

    fn trade(&mut self, year: u16) -> Result<(), Error> {
        let Writer { world, of, observations, alternatives } = self;
        Trade { world, observations, alternatives }.year(year, of.trade)
    }
}

/// A period as it is called.
fn period(years: &RangeInclusive<u16>) -> String {
    let (first, last) = (years.start(), years.end());
    if first == last { first.to_string() } else { format!("{first}-{last}") }
}
