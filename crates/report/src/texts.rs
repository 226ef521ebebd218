//! Every text of a cube once.

use std::collections::BTreeMap;

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
    pub(crate) fn id(&self, text: &str) -> Option<Id> {
        let place = self.sorted.binary_search_by(|known| known.as_str().cmp(text)).ok()?;
        Id::try_from(place).ok()
    }

    pub(crate) fn text(&self, id: Id) -> &str {
        self.sorted.get(id as usize).map_or("", String::as_str)
    }
}

/// Takes in texts in the order in which they come, and numbers them so.
pub(crate) struct Arrivals {
    numbers: BTreeMap<String, Id>,
    /// The text of each number.
    texts: Vec<String>,
    before: [Id; COLUMNS],
}

impl Arrivals {
    pub(crate) fn new() -> Self {
        // The empty status is a text as well.
        let empty = String::new();
        Self {
            numbers: BTreeMap::from([(empty.clone(), 0)]),
            texts: vec![empty],
            before: [0; COLUMNS],
        }
    }

    /// The numbers of an observation's texts, in the order of [`columns`]. Neighbours share
    /// most of theirs, so only what differs from the one before is looked up.
    pub(crate) fn numbers(&mut self, observation: &Observation) -> [Id; COLUMNS] {
        for (at, text) in columns(observation).into_iter().enumerate() {
            if self.texts[self.before[at] as usize] != text {
                self.before[at] = self.number(text);
            }
        }
        self.before
    }

    fn number(&mut self, text: &str) -> Id {
        if let Some(known) = self.numbers.get(text) {
            return *known;
        }
        let number = Id::try_from(self.texts.len()).unwrap_or(Id::MAX);
        self.numbers.insert(text.to_owned(), number);
        self.texts.push(text.to_owned());
        number
    }

    /// The texts sorted, and for each number the id that it became.
    pub(crate) fn sorted(self) -> (Texts, Vec<Id>) {
        let mut ids = vec![0; self.texts.len()];
        let mut sorted = Vec::with_capacity(self.texts.len());
        for (id, (text, number)) in (0..).zip(self.numbers) {
            ids[number as usize] = id;
            sorted.push(text);
        }
        (Texts { sorted }, ids)
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
