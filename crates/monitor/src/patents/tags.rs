//! Which queries each family matches.

use std::sync::Arc;

use sextant_definitions::Definitions;
use sextant_engine::Engine;
use sextant_engine::arrow::array::RecordBatch;
use sextant_engine::arrow::error::ArrowError;
use sextant_query::tagger::{Found, Scratch, Tagger};
use sextant_query::{Query, Scheme, Symbol};

use super::bits::Bits;
use super::families::Families;
use super::scan::{longs, scan, texts, visit};
use crate::MonitorError;

/// What was found in each family: its symbols are those of all members, its title
/// and abstract those of one.
pub(super) struct Tags {
    tagger: Arc<Tagger>,
    found: Arc<Bits>,
    /// Which member's title and which member's abstract count.
    pub(super) chosen: Arc<Bits>,
}

/// The parts of a patent that are text.
const PARTS: [&str; 2] = ["title", "abstract"];

impl Tags {
    /// Reads `patent_classes` and `patent_texts`.
    pub(super) async fn read(
        engine: &Engine,
        definitions: &Definitions,
        queries: &[Query],
        families: &Arc<Families>,
        representatives: &[usize],
    ) -> Result<Self, MonitorError> {
        let tagger = Arc::new(Tagger::new(queries, definitions.expansions())?);
        let found = Arc::new(Bits::new(families.len(), tagger.atoms()));
        let chosen = Arc::new(chosen_texts(engine, families, representatives).await?);
        let tags = Self { tagger, found, chosen };
        if !queries.is_empty() {
            tags.read_classes(engine, families).await?;
            tags.read_texts(engine, families).await?;
        }
        Ok(tags)
    }

    /// The places of the queries that a family matches.
    pub(super) fn of(&self, family: usize) -> impl Iterator<Item = usize> {
        let found = Found::from_words(self.found.row(family));
        self.tagger.tags(&found).collect::<Vec<_>>().into_iter()
    }

    async fn read_classes(
        &self,
        engine: &Engine,
        families: &Arc<Families>,
    ) -> Result<(), MonitorError> {
        let (tagger, found) = (Arc::clone(&self.tagger), Arc::clone(&self.found));
        let families = Arc::clone(families);
        visit(engine, "classes", move |batch| {
            let mut atoms = tagger.empty();
            each_symbol(batch, &families, |family, scheme, symbol| {
                atoms.clear();
                tagger.symbol(scheme, symbol, &mut atoms);
                found.set_all(family, atoms.words());
            })
        })
        .await
    }

    async fn read_texts(
        &self,
        engine: &Engine,
        families: &Arc<Families>,
    ) -> Result<(), MonitorError> {
        let (tagger, found) = (Arc::clone(&self.tagger), Arc::clone(&self.found));
        let (families, chosen) = (Arc::clone(families), Arc::clone(&self.chosen));
        let step = move |scratch: &mut Option<(Scratch, Found)>, batch: &RecordBatch| {
            let (scratch, atoms) =
                scratch.get_or_insert_with(|| (tagger.scratch(), tagger.empty()));
            each_text(batch, &families, |member, part, text| {
                if !chosen.is_set(member, part) {
                    return;
                }
                atoms.clear();
                match part {
                    0 => tagger.title(text, scratch, atoms),
                    _ => tagger.abstract_(text, scratch, atoms),
                }
                found.set_all(families.family_of(member), atoms.words());
            })
        };
        scan(engine, "texts", || None, step).await.map(drop)
    }
}

/// Which member's title and which member's abstract count: the representative's where
/// it has one, else that of the first in order that does.
async fn chosen_texts(
    engine: &Engine,
    families: &Arc<Families>,
    representatives: &[usize],
) -> Result<Bits, MonitorError> {
    let there = Arc::new(Bits::new(families.members.len(), PARTS.len()));
    let (all, seen) = (Arc::clone(families), Arc::clone(&there));
    visit(engine, "text_keys", move |batch| {
        let (application, part) = (longs(batch, "application")?, texts(batch, "part")?);
        for row in 0..batch.num_rows() {
            if let Some(member) = all.member(application.value(row)) {
                seen.set(member, part_of(part.value(row)));
            }
        }
        Ok(())
    })
    .await?;
    let chosen = Bits::new(families.members.len(), PARTS.len());
    for (family, representative) in representatives.iter().enumerate() {
        for part in 0..PARTS.len() {
            let with_text = |member: &usize| there.is_set(*member, part);
            let first = Some(*representative).filter(with_text);
            if let Some(member) = first.or_else(|| smallest(families, family, with_text)) {
                chosen.set(member, part);
            }
        }
    }
    Ok(chosen)
}

fn smallest(
    families: &Families,
    family: usize,
    with_text: impl Fn(&usize) -> bool,
) -> Option<usize> {
    let members = families.members_of(family).filter(with_text);
    members.min_by_key(|member| families.members[*member].application)
}

fn part_of(name: &str) -> usize {
    usize::from(name != PARTS[0])
}

/// Calls `each` with the family, scheme and symbol of every row of `patent_classes`
/// that is a member's.
pub(super) fn each_symbol(
    batch: &RecordBatch,
    families: &Families,
    mut each: impl FnMut(usize, Scheme, Symbol),
) -> Result<(), ArrowError> {
    let application = longs(batch, "application")?;
    let (scheme, symbol) = (texts(batch, "scheme")?, texts(batch, "symbol")?);
    for row in 0..batch.num_rows() {
        let Some(member) = families.member(application.value(row)) else { continue };
        let Some(symbol) = Symbol::read(symbol.value(row).as_bytes()) else { continue };
        let scheme = if scheme.value(row) == "ipc" { Scheme::Ipc } else { Scheme::Cpc };
        each(families.family_of(member), scheme, symbol);
    }
    Ok(())
}

/// Calls `each` with the member, part and text of every row of `patent_texts` that is a
/// member's.
pub(super) fn each_text(
    batch: &RecordBatch,
    families: &Families,
    mut each: impl FnMut(usize, usize, &str),
) -> Result<(), ArrowError> {
    let (application, part) = (longs(batch, "application")?, texts(batch, "part")?);
    let text = texts(batch, "text")?;
    for row in 0..batch.num_rows() {
        if let Some(member) = families.member(application.value(row)) {
            each(member, part_of(part.value(row)), text.value(row));
        }
    }
    Ok(())
}
