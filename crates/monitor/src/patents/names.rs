//! Which people are one applicant.

use std::collections::BTreeMap;
use std::sync::Arc;

use sextant_engine::Engine;

use super::ids::Places;
use super::scan::{longs, scan, texts};
use crate::MonitorError;

/// One name is one applicant, however many numbers the source has for it and however it
/// is capitalised. Someone whose name is not known is an applicant by himself.
pub(super) struct Names {
    /// Everybody asked about, by number.
    people: Vec<i64>,
    /// Which applicant each of them is.
    applicant_of: Vec<usize>,
    applicants: Vec<Name>,
}

/// What an applicant is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// The spelling that occurs most often; of several, the first in order of the text.
    pub(super) name: String,
    /// The smallest of the source's numbers of those who are spelled so.
    pub(super) person: i64,
}

/// What makes people one applicant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Name(String),
    Person(i64),
}

impl Names {
    /// Reads from `patent_persons` what these people are called; someone who stands there
    /// several times occurs so often.
    pub(super) async fn read(
        engine: &Engine,
        people: impl Iterator<Item = i64>,
    ) -> Result<Self, MonitorError> {
        let mut occurrences: BTreeMap<i64, u64> = BTreeMap::new();
        people.for_each(|person| *occurrences.entry(person).or_default() += 1);
        let wanted = Arc::new(Places::of(occurrences.keys().copied()));
        let found = scan(engine, "names", Vec::new, move |found, batch| {
            let (person, name) = (longs(batch, "person")?, texts(batch, "name")?);
            let rows = (0..batch.num_rows()).filter(|row| wanted.get(person.value(*row)).is_some());
            found.extend(rows.map(|row| (person.value(row), spelled(name.value(row)))));
            Ok(())
        })
        .await?;
        let mut found: Vec<(i64, String)> = found.concat();
        found.sort_unstable();
        Ok(Self::of(&occurrences, &found.into_iter().collect()))
    }

    fn of(occurrences: &BTreeMap<i64, u64>, spellings: &BTreeMap<i64, String>) -> Self {
        let name_of = |person: &i64| spellings.get(person).map_or("", String::as_str);
        let key = |person: &i64| match name_of(person) {
            "" => Key::Person(*person),
            name => Key::Name(name.to_lowercase()),
        };
        let mut applicants: BTreeMap<Key, BTreeMap<&str, (u64, i64)>> = BTreeMap::new();
        for (person, count) in occurrences {
            let spellings = applicants.entry(key(person)).or_default();
            spellings.entry(name_of(person)).or_insert((0, *person)).0 += count;
        }
        let keys: Vec<&Key> = applicants.keys().collect();
        let applicant = |person: &i64| keys.binary_search(&&key(person)).unwrap_or(keys.len());
        let best = |spellings: &BTreeMap<&str, (u64, i64)>| {
            let best = spellings.iter().max_by(|a, b| a.1.0.cmp(&b.1.0).then(b.0.cmp(a.0)));
            let (name, person) = best.map_or(("", 0), |(name, (_, person))| (*name, *person));
            Name { name: name.to_owned(), person }
        };
        Self {
            people: occurrences.keys().copied().collect(),
            applicant_of: occurrences.keys().map(applicant).collect(),
            applicants: applicants.values().map(best).collect(),
        }
    }

    /// Which applicant a person is.
    pub(super) fn applicant(&self, person: i64) -> Option<usize> {
        self.people.binary_search(&person).ok().map(|place| self.applicant_of[place])
    }

    /// What an applicant is called; nothing for nobody.
    pub(super) fn name(&self, applicant: Option<usize>) -> Name {
        let known = applicant.and_then(|applicant| self.applicants.get(applicant));
        known.cloned().unwrap_or(Name { name: String::new(), person: 0 })
    }
}

/// A name without spaces at its ends, and with single ones in it.
fn spelled(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(people: &[(i64, u64, &str)]) -> Names {
        let occurrences = people.iter().map(|(person, count, _)| (*person, *count)).collect();
        let spellings = people.iter().map(|(person, _, name)| (*person, spelled(name)));
        Names::of(&occurrences, &spellings.collect())
    }

    #[test]
    fn one_name_is_one_applicant_and_the_most_frequent_spelling_is_shown() {
        let people =
            [(7, 1, "Umicore"), (3, 1, " UMICORE "), (9, 3, "umicore"), (4, 2, "Umicore  AG")];
        let names = names(&people);
        let of = |person| names.name(names.applicant(person));
        assert_eq!(names.applicant(7), names.applicant(3));
        assert_eq!(of(7), Name { name: "umicore".into(), person: 9 });
        assert_eq!(of(4), Name { name: "Umicore AG".into(), person: 4 });
        assert_eq!(names.applicant(8), None);
    }

    #[test]
    fn of_spellings_as_frequent_the_first_in_order_is_shown_with_its_smallest_number() {
        let names = names(&[(5, 1, "Imec"), (2, 1, "IMEC"), (1, 1, "Imec"), (6, 1, "IMEC")]);
        assert_eq!(names.name(names.applicant(5)), Name { name: "IMEC".into(), person: 2 });
    }

    #[test]
    fn people_without_a_name_are_not_one() {
        let names = names(&[(5, 1, ""), (6, 4, " ")]);
        assert_ne!(names.applicant(5), names.applicant(6));
        assert_eq!(names.name(names.applicant(6)), Name { name: String::new(), person: 6 });
        assert_eq!(names.name(None).person, 0);
    }
}
