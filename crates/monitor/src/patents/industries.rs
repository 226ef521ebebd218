//! Routes A and B to the ecosystems: through the industries that a family's classes,
//! or PATSTAT itself, assign it to.

use std::collections::BTreeMap;
use std::sync::Arc;

use sextant_definitions::{Definitions, Route, SubjectKind};
use sextant_engine::Engine;
use sextant_engine::arrow::array::AsArray;
use sextant_engine::arrow::datatypes::Float64Type;
use sextant_engine::arrow::error::ArrowError;
use sextant_query::{Depth, Scheme, Symbol};

use super::bits::Bits;
use super::cells::{Share, WHOLE};
use super::families::Families;
use super::plan::Plan;
use super::scan::{longs, scan, texts, visit};
use super::tags::each_symbol;
use crate::MonitorError;
use crate::observation::Columns;
use crate::statements::Statement;

/// The shares of families in ecosystems, in millionths; none on route C.
pub(super) enum Industries {
    /// Ecosystems come from direct lists.
    None,
    /// Each class of the IPC has a share in ecosystems; a family has the mean of its
    /// classes'.
    Classes {
        /// Shares of each class, in the order of the bits.
        shares: Vec<Vec<Share>>,
        found: Arc<Bits>,
    },
    /// PATSTAT gives each application its industries.
    Applications(BTreeMap<usize, Vec<Share>>),
}

impl Industries {
    pub(super) async fn read(
        engine: &Engine,
        definitions: &Definitions,
        plan: &Plan,
        families: &Arc<Families>,
        representatives: &Arc<Vec<usize>>,
    ) -> Result<Self, MonitorError> {
        let weights = Weights::new(definitions, plan);
        match definitions.patent_rules.ecosystem_route {
            Route::DirectIpc => Ok(Self::None),
            Route::IpcToNace => by_class(engine, &weights, families).await,
            Route::PatstatNace => by_application(engine, weights, families, representatives).await,
        }
    }

    /// The ecosystems of a family.
    pub(super) fn shares(&self, family: usize) -> Vec<Share> {
        match self {
            Self::None => Vec::new(),
            Self::Classes { shares, found } => {
                let classes = (0..shares.len()).filter(|class| found.is_set(family, *class));
                let of_classes: Vec<&Vec<Share>> = classes.map(|class| &shares[class]).collect();
                mean(&of_classes)
            }
            Self::Applications(shares) => shares.get(&family).cloned().unwrap_or_default(),
        }
    }
}

/// The mean of several sets of shares; a subject that one lacks has none there.
fn mean(sets: &[&Vec<Share>]) -> Vec<Share> {
    let mut sums: BTreeMap<usize, i64> = BTreeMap::new();
    for (subject, millionths) in sets.iter().copied().flatten() {
        *sums.entry(*subject).or_default() += millionths;
    }
    let count = i64::try_from(sets.len()).unwrap_or(1).max(1);
    sums.into_iter().map(|(subject, sum)| (subject, sum / count)).filter(|s| s.1 > 0).collect()
}

/// The shares of industries in ecosystems.
#[derive(Clone)]
struct Weights {
    /// Subject, industry and share, the finest industries first.
    of: Vec<(usize, String, f64)>,
}

impl Weights {
    fn new(definitions: &Definitions, plan: &Plan) -> Self {
        let mut of = Vec::new();
        for (place, subject) in plan.subjects.iter().enumerate() {
            let ecosystems = definitions.ecosystems.iter();
            for ecosystem in
                ecosystems.filter(|e| subject.kind == SubjectKind::Ecosystem && e.id == subject.id)
            {
                let nace = &ecosystem.nace;
                let listed = nace.divisions.iter().chain(&nace.weights);
                of.extend(listed.map(|weight| (place, weight.code.clone(), weight.weight)));
            }
        }
        of.sort_by_key(|(subject, code, _)| (*subject, std::cmp::Reverse(code.len())));
        Self { of }
    }

    /// The shares of an industry given as a division, group or class: of each
    /// ecosystem the one listed for the finest level that holds it.
    fn shares(&self, nace: &str) -> BTreeMap<usize, f64> {
        let mut shares = BTreeMap::new();
        for (subject, code, weight) in &self.of {
            if nace.starts_with(code.as_str()) {
                shares.entry(*subject).or_insert(*weight);
            }
        }
        shares
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
fn millionths(share: f64) -> i64 {
    (share.clamp(0.0, 1.0) * 1e6).round() as i64
}

fn as_shares(shares: BTreeMap<usize, f64>) -> Vec<Share> {
    let shares = shares.into_iter().map(|(subject, share)| (subject, millionths(share)));
    shares.filter(|(_, share)| (1..=WHOLE).contains(share)).collect()
}

/// Route A: the probabilities of `ipc-nace`.
async fn by_class(
    engine: &Engine,
    weights: &Weights,
    families: &Arc<Families>,
) -> Result<Industries, MonitorError> {
    let statement = Statement::embedded("patents/scans/class_industries.sql")?;
    let mut known: BTreeMap<Symbol, BTreeMap<usize, f64>> = BTreeMap::new();
    for batch in engine.query(&statement.path, &statement.sql).await? {
        let columns = Columns::of(statement.path.as_ref(), &batch)?;
        for row in 0..batch.num_rows() {
            let probability = columns.float("probability", row).unwrap_or(0.0);
            let Ok(class) = columns.text("class", row).parse::<Symbol>() else { continue };
            let shares = known.entry(class).or_default();
            for (subject, weight) in weights.shares(&columns.text("nace", row)) {
                *shares.entry(subject).or_default() += probability * weight;
            }
        }
    }
    if known.is_empty() {
        return Err(MonitorError::RouteNeeds { route: "ipc-to-nace", source_id: "ipc-nace" });
    }
    let classes: Arc<Vec<Symbol>> = Arc::new(known.keys().copied().collect());
    let found = Arc::new(Bits::new(families.len(), classes.len()));
    let (all, seen) = (Arc::clone(families), Arc::clone(&found));
    visit(engine, "classes", move |batch| {
        each_symbol(batch, &all, |family, scheme, symbol| {
            let class = class_of(symbol).filter(|_| scheme == Scheme::Ipc);
            if let Some(bit) = class.and_then(|class| classes.binary_search(&class).ok()) {
                seen.set(family, bit);
            }
        })
    })
    .await?;
    Ok(Industries::Classes { shares: known.into_values().map(as_shares).collect(), found })
}

fn class_of(symbol: Symbol) -> Option<Symbol> {
    if symbol.depth() == Depth::Class { Some(symbol) } else { class_of(symbol.above()?) }
}

/// Route B: PATSTAT's own industries of the representative application.
async fn by_application(
    engine: &Engine,
    weights: Weights,
    families: &Arc<Families>,
    representatives: &Arc<Vec<usize>>,
) -> Result<Industries, MonitorError> {
    let (all, chosen) = (Arc::clone(families), Arc::clone(representatives));
    let found = scan(engine, "industries", Vec::new, move |found, batch| {
        let (application, nace) = (longs(batch, "application")?, texts(batch, "nace")?);
        let weight =
            batch.column_by_name("weight").and_then(|c| c.as_primitive_opt::<Float64Type>());
        let weight = weight.ok_or_else(|| ArrowError::SchemaError("no column `weight`".into()))?;
        for row in 0..application.len() {
            let Some(member) = all.member(application.value(row)) else { continue };
            let family = all.family_of(member);
            if chosen[family] == member {
                found.push((family, nace.value(row).to_owned(), millionths(weight.value(row))));
            }
        }
        Ok(())
    })
    .await?;
    let mut found: Vec<(usize, String, i64)> = found.concat();
    if found.is_empty() {
        return Err(MonitorError::RouteNeeds { route: "patstat-nace", source_id: "patstat" });
    }
    found.sort();
    found.dedup();
    let mut shares: BTreeMap<usize, BTreeMap<usize, i64>> = BTreeMap::new();
    for (family, nace, part) in found {
        for (subject, weight) in weights.shares(&nace) {
            let share = part * millionths(weight) / WHOLE;
            *shares.entry(family).or_default().entry(subject).or_default() += share;
        }
    }
    let positive = |shares: BTreeMap<usize, i64>| {
        shares.into_iter().filter(|(_, share)| *share > 0).map(|(s, m)| (s, m.min(WHOLE))).collect()
    };
    Ok(Industries::Applications(shares.into_iter().map(|(f, s)| (f, positive(s))).collect()))
}
