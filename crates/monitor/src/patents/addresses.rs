//! Where the applicants or inventors of a family live.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use sextant_definitions::{GeoCode, PatentRules, Residence};
use sextant_engine::Engine;
use sextant_engine::arrow::array::RecordBatch;
use sextant_engine::arrow::error::ArrowError;
use sextant_sources::NutsCode;

use super::bits::Bits;
use super::families::Families;
use super::ids::Places;
use super::scan::{ints, longs, scan, texts, visit};
use crate::MonitorError;

/// A country, and the region in it where the source knows one.
pub(super) type Address = (GeoCode, NutsCode);

/// The addresses of every family, in the order of its applicants or inventors.
pub(super) struct Addresses {
    /// Places in `known`, family by family.
    slots: Vec<u16>,
    /// Where the slots of each family begin, and where the last ends.
    starts: Vec<usize>,
    /// Every address that occurs; the first is that of nowhere.
    known: Vec<Address>,
    /// The representative of each family, as a place among the members.
    pub(super) representatives: Arc<Vec<usize>>,
    /// Family and person of every slot of the families whose people are kept.
    people: Vec<(u32, i64)>,
}

/// Someone who applied for or invented a family, by the source's number of him.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Party {
    family: u32,
    place: i32,
    person: i64,
}

impl Addresses {
    /// Reads them from `patent_parties` and `patent_persons`: those of one
    /// representative, since the same firm has other numbers at other offices. Of the
    /// families of the years `kept` it remembers who the people are.
    pub(super) async fn read(
        engine: &Engine,
        families: &Arc<Families>,
        rules: &PatentRules,
        kept: Option<&RangeInclusive<i32>>,
    ) -> Result<Self, MonitorError> {
        let column = match rules.residence {
            Residence::Applicant => "applicant",
            Residence::Inventor => "inventor",
        };
        let representatives = representatives(engine, families, column).await?;
        let parties = parties(engine, families, &representatives, column).await?;
        let mut everybody: Vec<i64> = parties.iter().map(|party| party.person).collect();
        everybody.sort_unstable();
        everybody.dedup();
        let places = Arc::new(Places::of(everybody.iter().copied()));
        let (known, address_of) = addresses(engine, &places, everybody.len()).await?;
        let address = |party: &Party| places.get(party.person).map_or(0, |place| address_of[place]);
        let slots = parties.iter().map(address).collect();
        let mut starts = vec![0; families.len() + 1];
        parties.iter().for_each(|party| starts[party.family as usize + 1] += 1);
        (1..starts.len()).for_each(|at| starts[at] += starts[at - 1]);
        let is_kept = |party: &&Party| {
            let year = families.years[party.family as usize];
            kept.zip(year).is_some_and(|(kept, year)| kept.contains(&year))
        };
        let people = parties.iter().filter(is_kept).map(|party| (party.family, party.person));
        Ok(Self { slots, starts, known, representatives, people: people.collect() })
    }

    /// The addresses of a family, each applicant's or inventor's; none where the
    /// source names nobody.
    pub(super) fn of(&self, family: usize) -> impl Iterator<Item = Address> {
        let slots = &self.slots[self.starts[family]..self.starts[family + 1]];
        slots.iter().map(|address| self.known[usize::from(*address)])
    }

    /// Family and person of everybody of the families whose people are kept; those of
    /// one family in the order of its addresses.
    pub(super) fn people(&self) -> &[(u32, i64)] {
        &self.people
    }
}

/// The bucket of those whose country is not known.
pub(super) fn nowhere() -> Address {
    (GeoCode::from("ZZ").unwrap_or_default(), NutsCode::new_const())
}

/// The first member of each family, in their order, that names somebody; its first
/// member where none does.
async fn representatives(
    engine: &Engine,
    families: &Arc<Families>,
    column: &'static str,
) -> Result<Arc<Vec<usize>>, MonitorError> {
    let named = Arc::new(Bits::new(families.members.len(), 1));
    let (all, seen) = (Arc::clone(families), Arc::clone(&named));
    visit(engine, "parties", move |batch| {
        let (application, place) = (longs(batch, "application")?, ints(batch, column)?);
        let listed = (0..batch.num_rows()).filter(|row| place.value(*row) > 0);
        listed
            .filter_map(|row| all.member(application.value(row)))
            .for_each(|member| seen.set(member, 0));
        Ok(())
    })
    .await?;
    let first = |family| {
        let mut members = families.members_of(family);
        let first = members.start;
        members.find(|member| named.is_set(*member, 0)).unwrap_or(first)
    };
    Ok(Arc::new((0..families.len()).map(first).collect()))
}

/// Everybody whom the representatives name, in their order.
async fn parties(
    engine: &Engine,
    families: &Arc<Families>,
    representatives: &Arc<Vec<usize>>,
    column: &'static str,
) -> Result<Vec<Party>, MonitorError> {
    let (families, representatives) = (Arc::clone(families), Arc::clone(representatives));
    let found = scan(engine, "parties", Vec::new, move |found, batch| {
        let (application, person) = (longs(batch, "application")?, longs(batch, "person")?);
        let place = ints(batch, column)?;
        for row in (0..batch.num_rows()).filter(|row| place.value(*row) > 0) {
            let Some(member) = families.member(application.value(row)) else { continue };
            let family = families.family_of(member);
            if representatives[family] == member {
                let family = u32::try_from(family).unwrap_or(u32::MAX);
                found.push(Party { family, place: place.value(row), person: person.value(row) });
            }
        }
        Ok(())
    })
    .await?;
    let mut parties = found.concat();
    parties.sort_unstable();
    // Two raw files may hold the same line.
    parties.dedup_by_key(|party| (party.family, party.place));
    Ok(parties)
}

/// Every address that occurs, that of nowhere first, and which one each of so many
/// people has.
async fn addresses(
    engine: &Engine,
    places: &Arc<Places>,
    people: usize,
) -> Result<(Vec<Address>, Vec<u16>), MonitorError> {
    let wanted = Arc::clone(places);
    let found = scan(engine, "persons", Vec::new, move |found, batch| {
        person_addresses(found, batch, &wanted)
    })
    .await?;
    let mut found: Vec<(usize, Address)> = found.concat();
    found.sort_unstable();
    let mut numbers: BTreeMap<Address, u16> = BTreeMap::new();
    let mut known = vec![nowhere()];
    let mut of_person = vec![0; people];
    for (person, address) in found {
        of_person[person] = *numbers.entry(address).or_insert_with(|| {
            known.push(address);
            u16::try_from(known.len() - 1).unwrap_or(0)
        });
    }
    Ok((known, of_person))
}

fn person_addresses(
    found: &mut Vec<(usize, Address)>,
    batch: &RecordBatch,
    wanted: &Places,
) -> Result<(), ArrowError> {
    let person = longs(batch, "person")?;
    let (country, nuts) = (texts(batch, "country")?, texts(batch, "nuts")?);
    for row in 0..batch.num_rows() {
        if let Some(place) = wanted.get(person.value(row)) {
            let country = GeoCode::from(country.value(row)).unwrap_or(nowhere().0);
            let nuts = NutsCode::from(nuts.value(row)).unwrap_or_default();
            found.push((place, (country, nuts)));
        }
    }
    Ok(())
}
