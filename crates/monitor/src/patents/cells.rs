//! Families summed by place, subject and year.

use std::collections::BTreeMap;
use std::sync::Arc;

use sextant_definitions::{Counting, Definitions, GeoCode, Subject};
use sextant_engine::arrow::array::{ArrayRef, Int64Array, RecordBatch};
use sextant_engine::arrow::error::ArrowError;

use super::addresses::{Address, nowhere};
use crate::tables::{integers, text};

/// The parts that a family is counted in: the least common multiple of 1 to 20, so
/// that the shares of up to twenty applicants are whole numbers. Sums are then exact,
/// and do not depend on the order.
pub const PARTS: i64 = 232_792_560;

/// A sum of parts, and how many families are in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) parts: i64,
    pub(super) families: i64,
}

/// What each place has of each subject in each year.
pub(super) struct Cells<'a> {
    definitions: &'a Definitions,
    subjects: usize,
    sums: BTreeMap<(GeoCode, i32), Vec<Cell>>,
}

/// The share of a subject in a family, in millionths; more than none.
pub(super) type Share = (usize, i64);

/// A family that belongs to a subject as a whole.
pub(super) const WHOLE: i64 = 1_000_000;

impl<'a> Cells<'a> {
    pub(super) fn new(definitions: &'a Definitions, subjects: usize) -> Self {
        Self { definitions, subjects, sums: BTreeMap::new() }
    }

    /// Counts a family in its places, for all the subjects it belongs to.
    pub(super) fn add(&mut self, year: i32, addresses: &[Address], shares: &[Share]) {
        let counting = self.definitions.patent_rules.counting;
        for (geo, parts) in places(self.definitions, counting, addresses) {
            let cells = self.sums.entry((geo, year)).or_default();
            cells.resize(self.subjects, Cell::default());
            for (subject, millionths) in shares {
                cells[*subject].parts += share_of(parts, *millionths);
                cells[*subject].families += 1;
            }
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        for (key, from) in other.sums {
            let into = self.sums.entry(key).or_default();
            into.resize(self.subjects, Cell::default());
            for (into, from) in into.iter_mut().zip(from) {
                into.parts += from.parts;
                into.families += from.families;
            }
        }
    }

    /// The rows of the table `patent_sums`: every country with families in a year has a
    /// row for every subject that the world has in it, since none is then none. Of the
    /// many regions only what there is has a row.
    pub(super) fn rows(
        &self,
        source: &str,
        subjects: &[Subject],
    ) -> Result<RecordBatch, ArrowError> {
        let world = GeoCode::from("WORLD").unwrap_or_default();
        let mut rows: Vec<(&GeoCode, i32, usize, Cell)> = Vec::new();
        for ((geo, year), cells) in &self.sums {
            let worldwide = self.sums.get(&(world, *year));
            let region = self.definitions.geographies.by_code(geo).is_none();
            for (subject, cell) in cells.iter().enumerate() {
                let there = worldwide.is_some_and(|cells| cells[subject].families > 0);
                if there && (cell.families > 0 || !region) {
                    rows.push((geo, *year, subject, *cell));
                }
            }
        }
        let subject = |row: &(&GeoCode, i32, usize, Cell)| &subjects[row.2];
        let count = |cells: Vec<i64>| Arc::new(Int64Array::from(cells)) as ArrayRef;
        RecordBatch::try_from_iter([
            ("source", text(rows.iter().map(|_| source))),
            ("geo", text(rows.iter().map(|row| row.0.as_str()))),
            ("subject_kind", text(rows.iter().map(|row| subject(row).kind.as_str()))),
            ("subject", text(rows.iter().map(|row| subject(row).id.as_str()))),
            ("year", integers(rows.iter().map(|row| row.1))),
            ("parts", count(rows.iter().map(|row| row.3.parts).collect())),
            ("families", count(rows.iter().map(|row| row.3.families).collect())),
        ])
    }
}

fn share_of(parts: i64, millionths: i64) -> i64 {
    if millionths == WHOLE {
        return parts;
    }
    i64::try_from(i128::from(parts) * i128::from(millionths) / i128::from(WHOLE)).unwrap_or(0)
}

/// The places a family counts in, each with its parts: countries, their NUTS 2
/// regions, the EU27 where it has a member in it, and the world.
fn places(
    definitions: &Definitions,
    counting: Counting,
    addresses: &[Address],
) -> BTreeMap<GeoCode, i64> {
    let unknown = [nowhere()];
    let addresses = if addresses.is_empty() { &unknown } else { addresses };
    let mut places = BTreeMap::new();
    let mut add = |geo: GeoCode, parts: i64| match counting {
        Counting::Whole => {
            places.insert(geo, PARTS);
        }
        Counting::Fractional | Counting::FirstNamed => *places.entry(geo).or_insert(0) += parts,
    };
    for (address, parts) in addresses.iter().zip(split(counting, addresses.len())) {
        places_of(definitions, address).for_each(|geo| add(geo, parts));
    }
    places
}

/// The places that an address lies in.
fn places_of(
    definitions: &Definitions,
    (country, nuts): &Address,
) -> impl Iterator<Item = GeoCode> {
    let eu27 = definitions.geographies.is_eu27(country).then_some("EU27");
    let region = nuts.get(..4);
    let codes = [Some("WORLD"), Some(country.as_str()), eu27, region];
    codes.map(|code| code.and_then(|code| GeoCode::from(code).ok())).into_iter().flatten()
}

/// Which of those at the addresses of a family brings how many parts.
pub(super) type Contribution = (usize, i64);

/// What everybody at the addresses of a family brings to each place for a subject that
/// has so many millionths of it. Together it is what [`Cells`] counts there.
pub(super) fn contributions(
    definitions: &Definitions,
    addresses: &[Address],
    millionths: i64,
) -> BTreeMap<GeoCode, Vec<Contribution>> {
    let counting = definitions.patent_rules.counting;
    let counted = places(definitions, counting, addresses);
    let unknown = [nowhere()];
    let addresses = if addresses.is_empty() { &unknown } else { addresses };
    let mut of: BTreeMap<GeoCode, Vec<Contribution>> = BTreeMap::new();
    let parts = split(counting, addresses.len());
    for ((who, address), parts) in addresses.iter().enumerate().zip(parts) {
        for geo in places_of(definitions, address) {
            of.entry(geo).or_default().push((who, parts));
        }
    }
    for (geo, own) in &mut of {
        let parts = counted.get(geo).copied().unwrap_or(0);
        divide(share_of(parts, millionths), own);
    }
    of
}

/// Divides so many parts in the proportions of the contributions. What the division
/// leaves goes to the first.
fn divide(parts: i64, contributions: &mut [Contribution]) {
    let all: i64 = contributions.iter().map(|(_, parts)| parts).sum();
    let of = |own: i64| i128::from(parts) * i128::from(own) / i128::from(all.max(1));
    for (_, own) in contributions.iter_mut() {
        *own = i64::try_from(of(*own)).unwrap_or(0);
    }
    let given: i64 = contributions.iter().map(|(_, parts)| parts).sum();
    if let Some((_, first)) = contributions.first_mut() {
        *first += parts - given;
    }
}

/// The parts of each of so many applicants. What the division leaves goes to the
/// first.
fn split(counting: Counting, addresses: usize) -> impl Iterator<Item = i64> {
    let among = i64::try_from(addresses).unwrap_or(1).max(1);
    let (each, first) = match counting {
        Counting::FirstNamed => (0, PARTS),
        Counting::Fractional | Counting::Whole => (PARTS / among, PARTS / among + PARTS % among),
    };
    let taken = if counting == Counting::FirstNamed { 1 } else { addresses };
    std::iter::once(first).chain(std::iter::repeat(each)).take(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn geo(code: &str) -> GeoCode {
        GeoCode::from(code).unwrap()
    }

    fn addresses(codes: &[&str]) -> Vec<Address> {
        codes.iter().map(|code| (geo(code), nowhere().1)).collect()
    }

    /// Two Belgians and a Frenchman, however they are counted and however much of the
    /// family a subject has: what each of them brings adds up to what is counted.
    #[test]
    fn what_everybody_brings_adds_up_to_what_is_counted() {
        let mut definitions = Definitions::builtin().unwrap();
        for counting in [Counting::Fractional, Counting::Whole, Counting::FirstNamed] {
            definitions.patent_rules.counting = counting;
            for (people, millionths) in [(vec!["BE", "FR", "BE"], WHOLE), (vec!["BE"; 21], 333_333)]
            {
                let people = addresses(&people);
                let counted = places(&definitions, counting, &people);
                let brought = contributions(&definitions, &people, millionths);
                assert_eq!(counted.keys().collect::<Vec<_>>(), brought.keys().collect::<Vec<_>>());
                for (geo, parts) in counted {
                    let sum: i64 = brought[&geo].iter().map(|(_, parts)| parts).sum();
                    assert_eq!(sum, share_of(parts, millionths), "{geo} {counting:?}");
                }
            }
        }
    }

    #[test]
    fn each_of_two_belgians_brings_a_third_and_half_of_a_belgian_family_counted_whole() {
        let mut definitions = Definitions::builtin().unwrap();
        let people = addresses(&["BE", "FR", "BE"]);
        let third = PARTS / 3;
        let brought = contributions(&definitions, &people, WHOLE);
        assert_eq!(brought[&geo("BE")], [(0, third), (2, third)]);
        assert_eq!(brought[&geo("EU27")], [(0, third), (1, third), (2, third)]);
        definitions.patent_rules.counting = Counting::Whole;
        let brought = contributions(&definitions, &people, WHOLE);
        assert_eq!(brought[&geo("BE")], [(0, PARTS / 2), (2, PARTS / 2)]);
        definitions.patent_rules.counting = Counting::FirstNamed;
        let brought = contributions(&definitions, &people, WHOLE);
        assert_eq!(brought.get(&geo("FR")), None);
    }

    #[test]
    fn a_family_that_names_nobody_counts_nowhere_and_in_the_world() {
        let definitions = Definitions::builtin().unwrap();
        let brought = contributions(&definitions, &[], WHOLE);
        assert_eq!(brought[&geo("ZZ")], [(0, PARTS)]);
        assert_eq!(brought[&geo("WORLD")], [(0, PARTS)]);
    }
}
