//! The six trade indicators, written apart from the programs that compute them.

use crate::truth::flags::Flags;
use crate::truth::measure::{Figure, Measured};

/// A trade indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Indicator {
    ExportShareEu27,
    Exports,
    Imports,
    Rca,
    RelativeBalance,
    WorldShare,
}

/// One cell of the cube.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Observation {
    pub(super) value: f64,
    pub(super) numerator: f64,
    pub(super) denominator: Option<f64>,
    /// Source rows behind the numerator.
    pub(super) rows: i64,
    pub(super) flags: Flags,
    /// Rank among the EU27, and how many were ranked.
    pub(super) rank: Option<(usize, usize)>,
    pub(super) source: &'static str,
}

impl Indicator {
    /// All of them, sorted by id.
    pub(super) const ALL: [Self; 6] = [
        Self::ExportShareEu27,
        Self::Exports,
        Self::Imports,
        Self::Rca,
        Self::RelativeBalance,
        Self::WorldShare,
    ];

    /// Id in the cube.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::ExportShareEu27 => "trade-export-share-eu27",
            Self::Exports => "trade-exports",
            Self::Imports => "trade-imports",
            Self::Rca => "trade-rca",
            Self::RelativeBalance => "trade-relative-balance",
            Self::WorldShare => "trade-world-share",
        }
    }

    /// Whether other sources' figures are kept as alternatives.
    pub(super) fn is_plain_sum(self) -> bool {
        matches!(self, Self::Exports | Self::Imports)
    }

    /// The cell of a geography and subject, if the source gives one.
    pub(super) fn of(self, m: &Measured<'_>, geo: usize, subject: usize) -> Option<Observation> {
        if geo == m.world && !self.is_plain_sum() {
            return None;
        }
        match self {
            Self::Exports => Some(plain(m, m.figure(0, geo, subject)?)),
            Self::Imports => Some(plain(m, m.figure(1, geo, subject)?)),
            Self::RelativeBalance => balance(m, geo, subject),
            Self::WorldShare => share(m, geo, subject, m.world),
            Self::ExportShareEu27 => share(m, geo, subject, m.eu27),
            Self::Rca => computed_rca(m, geo, subject).or_else(|| published_rca(m, geo, subject)),
        }
    }
}

fn observation(
    m: &Measured<'_>,
    rows: i64,
    flags: Flags,
    parts: [f64; 2],
    value: f64,
) -> Observation {
    let [numerator, denominator] = parts;
    let (denominator, source) = (Some(denominator), m.from.source);
    Observation { value, numerator, denominator, rows, flags, rank: None, source }
}

/// In percent, evaluated from left to right.
fn percent([numerator, denominator]: [f64; 2]) -> f64 {
    100.0 * numerator / denominator
}

fn plain(m: &Measured<'_>, figure: Figure) -> Observation {
    Observation {
        value: figure.usd,
        numerator: figure.usd,
        denominator: None,
        rows: figure.rows,
        flags: figure.flags,
        rank: None,
        source: m.from.source,
    }
}

fn balance(m: &Measured<'_>, geo: usize, subject: usize) -> Option<Observation> {
    let (x, i) = (m.figure(0, geo, subject)?, m.figure(1, geo, subject)?);
    let parts = [x.usd - i.usd, x.usd + i.usd];
    let flags = x.flags.with(i.flags);
    (parts[1] > 0.0).then(|| observation(m, x.rows + i.rows, flags, parts, percent(parts)))
}

/// Exports as a percentage of those of a group.
fn share(m: &Measured<'_>, geo: usize, subject: usize, group: usize) -> Option<Observation> {
    let (x, whole) = (m.figure(0, geo, subject)?, m.figure(0, group, subject)?);
    let flags = x.flags.with(whole.flags);
    let parts = [x.usd, whole.usd];
    (whole.usd > 0.0).then(|| observation(m, x.rows, flags, parts, percent(parts)))
}

fn computed_rca(m: &Measured<'_>, geo: usize, subject: usize) -> Option<Observation> {
    let whole = |geo| {
        let all = m.figure(0, geo, m.total)?;
        (all.usd > 0.0 && !all.flags.has(Flags::PARTIAL_PRODUCTS)).then_some(all)
    };
    let (x, world) = (m.figure(0, geo, subject)?, m.figure(0, m.world, subject)?);
    let (x_all, world_all) = (whole(geo)?, whole(m.world)?);
    let parts = [x.usd / x_all.usd, world.usd / world_all.usd];
    let flags = x.flags.with(x_all.flags).with(world.flags);
    let ratio = parts[0] / parts[1];
    (subject != m.total && world.usd > 0.0).then(|| observation(m, x.rows, flags, parts, ratio))
}

fn published_rca(m: &Measured<'_>, geo: usize, subject: usize) -> Option<Observation> {
    let shares = m.from.shares.as_ref().filter(|shares| shares.subject == subject)?;
    let (own, world) = (shares.of.get(geo).copied().flatten()?, shares.world?);
    let (rows, flags) = m.figure(0, geo, subject).map_or((0, Flags::NONE), |x| (x.rows, x.flags));
    let parts = [own / 100.0, world / 100.0];
    (world > 0.0).then(|| observation(m, rows, flags, parts, parts[0] / parts[1]))
}
