//! Which sets of definitions find the same families.

use std::collections::BTreeSet;
use std::sync::Arc;

use sextant_definitions::Definitions;
use sextant_engine::Engine;
use sextant_lake::{Snapshot, Workspace};
use sextant_query::Query;

use super::addresses::Addresses;
use super::families::Families;
use super::tags::Tags;
use crate::{MonitorError, lake_tables};

/// A set of definitions. Sets that are compared differ in their queries alone.
pub(crate) struct Set {
    /// The definitions, with the queries of the set.
    pub(crate) definitions: Definitions,
    /// Ids of the technologies that the set knows; for others the queries are not its own.
    pub(crate) technologies: Vec<String>,
}

/// Families that two sets both find: a square by set, the same on either side of its
/// diagonal, on which stand the families of each set.
pub(crate) type Shared = Vec<Vec<u64>>;

/// The families of `year` in `source`, of any country, that pairs of `sets` find: one
/// square for every one of `technologies`.
pub(crate) async fn shared(
    engine: &Engine,
    (workspace, snapshot, source): (&Workspace, &Snapshot, &str),
    sets: &[Set],
    technologies: &[String],
    year: i32,
) -> Result<Vec<Shared>, MonitorError> {
    let none = vec![vec![0; sets.len()]; sets.len()];
    let mut all = vec![none; technologies.len()];
    let Some(Set { definitions, .. }) = sets.first() else { return Ok(all) };
    lake_tables::register_source(engine, workspace, snapshot, source).await?;
    let rules = &definitions.patent_rules;
    let families = Families::read(engine, rules).await?.only(&(year..=year), rules);
    let families = Arc::new(families);
    let addresses = Addresses::read(engine, &families, rules, None).await?;
    let (queries, leads) = queries(sets, technologies);
    let chosen = &addresses.representatives;
    let tags = Tags::read(engine, definitions, &queries, &families, chosen).await?;
    for family in 0..families.len() {
        let found: BTreeSet<(usize, usize)> =
            tags.of(family).flat_map(|query| &leads[query]).copied().collect();
        for (technology, a) in &found {
            for b in found.iter().filter(|(other, _)| other == technology).map(|(_, set)| set) {
                all[*technology][*a][*b] += 1;
            }
        }
    }
    Ok(all)
}

/// The queries of all sets, and for each the technologies that it leads to with its set,
/// as places.
fn queries(sets: &[Set], technologies: &[String]) -> (Vec<Query>, Vec<Vec<(usize, usize)>>) {
    let (mut queries, mut leads) = (Vec::new(), Vec::new());
    for (place, set) in sets.iter().enumerate() {
        for known in set.definitions.patent_queries() {
            let leads_to = |id: &String| {
                set.technologies.contains(id) && set.definitions.is_within(&known.subject, id)
            };
            let above = technologies.iter().enumerate().filter(|(_, id)| leads_to(id));
            let to: Vec<(usize, usize)> =
                above.map(|(technology, _)| (technology, place)).collect();
            if !to.is_empty() {
                queries.push(known.query);
                leads.push(to);
            }
        }
    }
    (queries, leads)
}
