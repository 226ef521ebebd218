//! Each figure once.

use std::collections::{BTreeMap, BTreeSet};

use sextant_definitions::GeoCode;

use crate::read::{Collector, unknown};
use crate::{PatentCount, Quarantined, Rows, SourceError};

/// A figure and where it stands.
pub(super) struct Counted {
    pub(super) row: PatentCount,
    /// The place as the file spells it.
    pub(super) spelled: String,
    pub(super) line: u64,
    pub(super) raw: String,
}

/// What a figure is about, apart from the place.
type About = (String, String, u16);

/// The figures met so far.
#[derive(Default)]
pub(super) struct Distinct {
    /// By the code of the place, or for unknown ones by their spelling.
    seen: BTreeSet<(About, GeoCode, String)>,
    /// Sums over the spellings of the unknown country.
    unknown: BTreeMap<About, f64>,
}

impl Distinct {
    /// Hands on rows that are new; keeps those of the unknown country.
    ///
    /// # Errors
    /// When the sink fails.
    pub(super) fn take(
        &mut self,
        rows: Vec<Counted>,
        to: &mut Collector<'_>,
    ) -> Result<(), SourceError> {
        let mut kept = Vec::with_capacity(rows.len());
        for Counted { row, spelled, line, raw } in rows {
            let about = (row.concept.clone(), row.subject.clone(), row.year);
            let is_unknown = row.geo == unknown();
            let spelling = if is_unknown { spelled } else { String::new() };
            if !self.seen.insert((about.clone(), row.geo, spelling)) {
                to.quarantine(Quarantined {
                    line,
                    reason: "duplicate-row",
                    detail: twice(&row),
                    raw,
                })?;
            } else if is_unknown {
                *self.unknown.entry(about).or_default() += row.count;
            } else {
                kept.push(row);
            }
        }
        to.rows(Rows::PatentCounts(kept))
    }

    /// Hands on the sums of the unknown country.
    ///
    /// # Errors
    /// When the sink fails.
    pub(super) fn finish(&mut self, to: &mut Collector<'_>) -> Result<(), SourceError> {
        let row = |((concept, subject, year), count)| PatentCount {
            concept,
            geo: unknown(),
            subject,
            year,
            count,
        };
        let rows = std::mem::take(&mut self.unknown).into_iter().map(row).collect();
        to.rows(Rows::PatentCounts(rows))
    }
}

fn twice(row: &PatentCount) -> String {
    let PatentCount { concept, geo, subject, year, .. } = row;
    format!(
        "The {concept} of {geo} in {subject} in {year} were given further up; which figure is right cannot be told, so the first is kept. Remove one of the lines."
    )
}
