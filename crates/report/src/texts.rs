//! Every text of a cube once.

use std::collections::BTreeSet;

use sextant_monitor::Observation;

/// Place of a text in the sorted list of all texts.
pub(crate) type Id = u32;

/// Texts that an observation is described by.
const COLUMNS: usize = 9;

/// Every text once, sorted, so that the order of ids is the order of texts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    sorted: Vec<String>,
}

impl Texts {
    /// The texts of observations. Neighbours share most of theirs, so only what differs
    /// from the one before is looked at.
    pub(crate) fn of(observations: &[Observation]) -> Self {
        let mut texts: BTreeSet<&str> = BTreeSet::new();
        let mut before = [""; COLUMNS];
        for observation in observations {
            let now = columns(observation);
            texts.extend(now.iter().zip(before).filter(|(now, was)| **now != *was).map(|(t, _)| t));
            before = now;
        }
        // The empty status is a text as well.
        texts.insert("");
        Self { sorted: texts.into_iter().map(str::to_owned).collect() }
    }

    pub(crate) fn id(&self, text: &str) -> Option<Id> {
        let place = self.sorted.binary_search_by(|known| known.as_str().cmp(text)).ok()?;
        Id::try_from(place).ok()
    }

    pub(crate) fn text(&self, id: Id) -> &str {
        self.sorted.get(id as usize).map_or("", String::as_str)
    }

    /// The ids of every observation's texts, in the order of [`columns`].
    pub(crate) fn ids<'a>(
        &'a self,
        observations: &'a [Observation],
    ) -> impl Iterator<Item = (&'a Observation, [Id; COLUMNS])> {
        let mut before = [""; COLUMNS];
        let mut ids = [self.id("").unwrap_or_default(); COLUMNS];
        observations.iter().map(move |observation| {
            let now = columns(observation);
            for ((id, now), was) in ids.iter_mut().zip(now).zip(before) {
                if now != was {
                    *id = self.id(now).unwrap_or_default();
                }
            }
            before = now;
            (observation, ids)
        })
    }
}

/// The key of the cube first, in its order.
fn columns(o: &Observation) -> [&str; COLUMNS] {
    [
        &o.indicator,
        &o.subject,
        &o.geo,
        &o.counterpart,
        &o.period,
        &o.subject_kind,
        &o.unit,
        &o.status,
        &o.sources,
    ]
}
