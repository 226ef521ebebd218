//! From exact sums to publishable figures in dollars.

use sextant_definitions::TradeRules;

use crate::ledger::Cell;
use crate::places::Places;
use crate::truth::SourceYear;
use crate::truth::flags::Flags;

/// Exports or imports of one geography and subject.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure {
    /// Value in dollars.
    pub(super) usd: f64,
    /// Source rows behind it.
    pub(super) rows: i64,
    /// What is to be known of it.
    pub(super) flags: Flags,
}

/// The figures of one source and year. Geographies are the places, then EU27, then
/// the world.
#[derive(Debug)]
pub(super) struct Measured<'a> {
    /// Where they come from.
    pub(super) from: &'a SourceYear,
    figures: [Vec<Option<Figure>>; 2],
    subjects: usize,
    /// Place of the EU27.
    pub(super) eu27: usize,
    /// Place of the world.
    pub(super) world: usize,
    /// Place of the total `all-products`.
    pub(super) total: usize,
}

impl<'a> Measured<'a> {
    pub(super) fn new(
        from: &'a SourceYear,
        places: &Places,
        total: usize,
        rules: &TradeRules,
    ) -> Self {
        let (subjects, eu27) = (from.coverage.len(), places.len());
        let mut measured = Self {
            from,
            figures: [(); 2].map(|()| vec![None; (eu27 + 2) * subjects]),
            subjects,
            eu27,
            world: eu27 + 1,
            total,
        };
        let enough = from.reporters() >= rules.world_reporters;
        for subject in 0..subjects {
            if let Some(flags) = measured.published(subject, rules) {
                for flow in 0..2 {
                    measured.fill(flow, subject, flags, places, enough);
                }
            }
        }
        measured
    }

    /// The figure of a geography and subject: flow 0 exports, 1 imports.
    pub(super) fn figure(&self, flow: usize, geo: usize, subject: usize) -> Option<Figure> {
        self.figures[flow][geo * self.subjects + subject]
    }

    /// Whether figures of a subject are given, and with which flags.
    fn published(&self, subject: usize, rules: &TradeRules) -> Option<Flags> {
        if subject == self.total {
            let full = self.from.has_total || self.from.chapters >= rules.full_coverage_chapters;
            return Some(if full { Flags::NONE } else { Flags::PARTIAL_PRODUCTS });
        }
        let coverage = self.from.coverage[subject]?;
        if coverage < rules.code_coverage_published {
            None
        } else if coverage < rules.code_coverage_full {
            Some(Flags::PARTIAL_CODES)
        } else {
            Some(Flags::NONE)
        }
    }

    fn fill(&mut self, flow: usize, subject: usize, flags: Flags, places: &Places, enough: bool) {
        let ledger = &self.from.flows[flow];
        for geo in 0..places.len() {
            self.set(flow, geo, subject, ledger.cell(geo, subject), flags);
        }
        let (union, members) = ledger.sum(places.members(), subject);
        let short = if members < 27 { Flags::INCOMPLETE_MEMBERS } else { Flags::NONE };
        self.set(flow, self.eu27, subject, union, flags.with(short));
        let own = self.from.world.as_ref().and_then(|world| world[flow][subject].given());
        let everybody = || ledger.sum(0..places.len(), subject).0;
        let world = own.or_else(|| enough.then(everybody));
        self.set(flow, self.world, subject, world.unwrap_or_default(), flags);
    }

    fn set(&mut self, flow: usize, geo: usize, subject: usize, cell: Cell, flags: Flags) {
        let rate = self.from.usd_per_unit.unwrap_or(1.0);
        self.figures[flow][geo * self.subjects + subject] = cell.given().map(|cell| Figure {
            usd: units(cell.milli) * rate,
            rows: cell.rows,
            flags,
        });
    }
}

/// Thousandths as a number, the only place where an exact sum becomes a float.
#[expect(clippy::cast_precision_loss, reason = "the rule: nearest float, then divided by 1000")]
fn units(milli: i64) -> f64 {
    milli as f64 / 1000.0
}
