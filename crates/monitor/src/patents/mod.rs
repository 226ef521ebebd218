//! Patents: from applications to families counted by place, subject and year.
//!
//! The lake holds applications, people, symbols and texts as their source gives them.
//! Here they become families, in passes over the tables that each keep only what a
//! later one needs: which applications are members of a counted family, who applied,
//! where he lives, which queries the family matches. Everything after the counting is
//! SQL.

mod addresses;
mod applicants;
mod bits;
mod cells;
mod families;
mod ids;
mod industries;
mod names;
mod overlap;
mod plan;
mod scan;
mod tags;
mod trial;
mod truncation;

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::sync::Arc;
use std::thread;

use serde::{Deserialize, Serialize};
use sextant_definitions::{Definitions, GeoCode};
use sextant_engine::Engine;
use sextant_engine::arrow::array::RecordBatch;
use sextant_lake::{Snapshot, Table, Workspace};

pub use cells::PARTS;
pub(crate) use overlap::{Set, Shared, shared};
pub use trial::{Change, Sample, Trial, try_queries};

use crate::contributors::Contributor;
use crate::statements::stage;
use crate::{MonitorError, Settings, lake_tables, tables};
use addresses::{Address, Addresses, nowhere};
use applicants::Wanted;
use cells::{Cells, Share, WHOLE};
use families::Families;
use industries::Industries;
use plan::Plan;
use tags::Tags;

/// What a build tells of the patents of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PatentReport {
    /// Id of the source.
    pub source: String,
    /// Families counted.
    pub families: u64,
    /// Families left out because none of their members has a year.
    pub without_year: u64,
    /// Families of which at least one applicant's country is not known.
    pub unknown_country: u64,
    /// The year that the data are of: set in `sextant.toml`, or the one after the last
    /// year with at least a hundredth of the families of the fullest year.
    pub edition_year: Option<i32>,
    /// The first year that is not complete yet.
    pub truncated_from: Option<i32>,
    /// Families of the years that are not complete, in percent of the last complete
    /// year, rounded to whole percent.
    pub completeness_pct: Vec<(i32, i64)>,
}

/// What a build finds in the patents, besides its tables.
pub(crate) struct Patents {
    /// What it tells of every source.
    pub(crate) reports: Vec<PatentReport>,
    /// The largest applicants of the last complete year of every source.
    pub(crate) applicants: Vec<Contributor>,
}

/// Counts the families of every source with applications into the table
/// `patent_sums`, and computes `patent_values` from them and from what publishers
/// have counted themselves.
pub(crate) async fn compute(
    engine: &Engine,
    (workspace, snapshot): (&Workspace, &Snapshot),
    definitions: &Definitions,
    settings: &Settings,
    threads: usize,
) -> Result<Patents, MonitorError> {
    let (mut reports, mut applicants) = (Vec::new(), Vec::new());
    let none = Cells::new(definitions, 0).rows("", &[]);
    let mut sums = vec![none.map_err(sextant_lake::LakeError::from)?];
    for source in sources(snapshot) {
        lake_tables::register_source(engine, workspace, snapshot, &source).await?;
        let counted = count(engine, definitions, settings, &source, threads).await?;
        reports.push(counted.report);
        sums.push(counted.rows);
        applicants.extend(counted.applicants);
    }
    engine.register_rows("patent_sums", sums[0].schema(), sums)?;
    truncation::register(engine, &reports)?;
    tables::register_patent_rules(engine, definitions)?;
    for name in ["patent_counted", "patent_values", "patent_specialisation"] {
        stage(engine, "patents", name).await?;
    }
    Ok(Patents { reports, applicants })
}

/// The largest applicants of one cell: of a place and subject in years of a source. Only
/// the families of those years are looked at.
pub(crate) async fn applicants(
    engine: &Engine,
    (workspace, snapshot): (&Workspace, &Snapshot),
    definitions: &Definitions,
    (source, geo, subject): (&str, &str, &str),
    years: RangeInclusive<i32>,
) -> Result<Vec<Contributor>, MonitorError> {
    if !sources(snapshot).contains(source) {
        return Ok(Vec::new());
    }
    lake_tables::register_source(engine, workspace, snapshot, source).await?;
    let rules = &definitions.patent_rules;
    let plan = Plan::new(engine, definitions).await?.only(subject);
    let families = Families::read(engine, rules).await?.only(&years, rules);
    let counting = Count::read(engine, definitions, &plan, families, Some(&years)).await?;
    let listed = crate::contributors::LISTED_ALONE;
    let wanted = Wanted { years, geo: GeoCode::from(geo).ok(), listed };
    counting.applicants(engine, source, &wanted).await
}

/// The sources that hold applications, by name.
fn sources(snapshot: &Snapshot) -> BTreeSet<String> {
    let segments = snapshot.segments(Table::PatentApplications);
    segments.map(|(file, _)| file.manifest.source.clone()).collect()
}

/// Of the sources that hold applications, the first in an order of preference.
pub(crate) fn preferred_source(order: &[String], snapshot: &Snapshot) -> Option<String> {
    let held = sources(snapshot);
    let preferred = order.iter().find(|source| held.contains(*source));
    preferred.or_else(|| held.first()).cloned()
}

/// What is counted of a source.
struct Source {
    report: PatentReport,
    rows: RecordBatch,
    applicants: Vec<Contributor>,
}

async fn count(
    engine: &Engine,
    definitions: &Definitions,
    settings: &Settings,
    source: &str,
    threads: usize,
) -> Result<Source, MonitorError> {
    let rules = &definitions.patent_rules;
    let plan = Plan::new(engine, definitions).await?;
    let families = Families::read(engine, rules).await?;
    let worldwide = families.by_year();
    let truncation = truncation::Truncation::of(&worldwide, settings, rules.truncated_years);
    let named = truncation.last_complete(&worldwide).map(Wanted::of_year);
    let years = named.as_ref().map(|wanted| &wanted.years);
    let counting = Count::read(engine, definitions, &plan, families, years).await?;
    let counted = counting.all(threads);
    let applicants = match &named {
        Some(wanted) => counting.applicants(engine, source, wanted).await?,
        None => Vec::new(),
    };
    let report = PatentReport {
        source: source.into(),
        families: counted.families,
        without_year: counted.without_year,
        unknown_country: counted.unknown_country,
        edition_year: truncation.edition_year,
        truncated_from: truncation.from,
        completeness_pct: truncation.completeness(&worldwide),
    };
    let rows = counted.cells.rows(source, &plan.subjects).map_err(sextant_lake::LakeError::from)?;
    Ok(Source { report, rows, applicants })
}

/// Everything that is known of the families of a source.
struct Count<'a> {
    definitions: &'a Definitions,
    plan: &'a Plan,
    families: Arc<Families>,
    addresses: Addresses,
    tags: Tags,
    industries: Industries,
}

/// What was counted.
struct Counted<'a> {
    cells: Cells<'a>,
    families: u64,
    without_year: u64,
    unknown_country: u64,
}

impl<'a> Count<'a> {
    /// Reads what is needed to count these families; of those of the years `named` also
    /// who the people are.
    async fn read(
        engine: &Engine,
        definitions: &'a Definitions,
        plan: &'a Plan,
        families: Families,
        named: Option<&RangeInclusive<i32>>,
    ) -> Result<Self, MonitorError> {
        let families = Arc::new(families);
        let rules = &definitions.patent_rules;
        let addresses = Addresses::read(engine, &families, rules, named).await?;
        let chosen = &addresses.representatives;
        let tags = Tags::read(engine, definitions, &plan.queries, &families, chosen).await?;
        let industries = Industries::read(engine, definitions, plan, &families, chosen).await?;
        Ok(Self { definitions, plan, families, addresses, tags, industries })
    }

    /// Counts every family, each thread a part of them. Sums of integers do not
    /// depend on who adds them.
    fn all(&self, threads: usize) -> Counted<'a> {
        let share = self.families.len().div_ceil(threads.max(1)).max(1);
        let mut all = self.none();
        let parts: Vec<Counted<'a>> = thread::scope(|scope| {
            let workers: Vec<_> = (0..self.families.len())
                .step_by(share)
                .map(|start| start..(start + share).min(self.families.len()))
                .map(|range| scope.spawn(move || self.some(range)))
                .collect();
            let ended = workers.into_iter().map(thread::ScopedJoinHandle::join);
            ended
                .map(|part| part.unwrap_or_else(|cause| std::panic::resume_unwind(cause)))
                .collect()
        });
        for part in parts {
            all.cells.merge(part.cells);
            all.families += part.families;
            all.without_year += part.without_year;
            all.unknown_country += part.unknown_country;
        }
        all
    }

    fn none(&self) -> Counted<'a> {
        let cells = Cells::new(self.definitions, self.plan.subjects.len());
        Counted { cells, families: 0, without_year: 0, unknown_country: 0 }
    }

    fn some(&self, families: std::ops::Range<usize>) -> Counted<'a> {
        let mut counted = self.none();
        for family in families {
            let Some(year) = self.families.years[family] else {
                counted.without_year += 1;
                continue;
            };
            let addresses: Vec<Address> = self.addresses.of(family).collect();
            let unknown = addresses.is_empty() || addresses.iter().any(|a| a.0 == nowhere().0);
            counted.families += 1;
            counted.unknown_country += u64::from(unknown);
            counted.cells.add(year, &addresses, &self.shares(family));
        }
        counted
    }

    /// The subjects of a family: every one once, however many queries lead to it.
    fn shares(&self, family: usize) -> Vec<Share> {
        let matched: BTreeSet<usize> = self
            .tags
            .of(family)
            .flat_map(|query| &self.plan.subjects_of[query])
            .chain(&self.plan.all)
            .copied()
            .collect();
        let mut shares: Vec<Share> = matched.into_iter().map(|s| (s, WHOLE)).collect();
        shares.extend(self.industries.shares(family));
        shares
    }
}
