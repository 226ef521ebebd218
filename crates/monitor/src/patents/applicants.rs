//! Who is behind the families: the largest applicants of each place and subject.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use sextant_definitions::{Definitions, GeoCode, GeoKind, Residence};
use sextant_engine::Engine;

use super::Count;
use super::addresses::Address;
use super::cells::{Contribution, PARTS, contributions};
use super::names::Names;
use crate::MonitorError;
use crate::contributors::{Contributor, PATENTS, share_pct};

/// Whose applicants are wanted.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    /// Years of the families.
    pub(super) years: RangeInclusive<i32>,
    /// One place; without it every country and the EU27.
    pub(super) geo: Option<GeoCode>,
    /// How many applicants of a cell are listed.
    pub(super) listed: usize,
}

impl Wanted {
    /// Everything a build keeps of a year.
    pub(super) fn of_year(year: i32) -> Self {
        Self { years: year..=year, geo: None, listed: crate::contributors::LISTED }
    }

    fn is_wanted(&self, definitions: &Definitions, geo: &GeoCode) -> bool {
        match &self.geo {
            Some(wanted) => wanted == geo,
            None if geo.as_str() == "EU27" => true,
            None => definitions
                .geographies
                .by_code(geo)
                .is_some_and(|place| place.kind == GeoKind::Country),
        }
    }

    /// `2020`, or `2016-2020` for several years.
    fn period(&self) -> String {
        let (first, last) = (self.years.start(), self.years.end());
        if first == last { last.to_string() } else { format!("{first}-{last}") }
    }
}

/// What everybody brings to a place and subject, family by family. Nobody brings
/// something too: families that name no applicant.
type Brought = BTreeMap<(GeoCode, usize), Vec<(Option<usize>, i64)>>;

impl Count<'_> {
    /// The largest applicants of every place and subject wanted. Together all applicants
    /// have what was counted there.
    pub(super) async fn applicants(
        &self,
        engine: &Engine,
        source: &str,
        wanted: &Wanted,
    ) -> Result<Vec<Contributor>, MonitorError> {
        let people = self.addresses.people().iter().map(|(_, person)| *person);
        let names = Names::read(engine, people).await?;
        // Inventors are private persons: how few they are may be told, not who.
        let withheld = self.definitions.patent_rules.residence == Residence::Inventor;
        let list = List { source, period: wanted.period(), names: &names, withheld };
        let mut all = Vec::new();
        for ((geo, subject), brought) in self.brought(&names, wanted) {
            let subject = &self.plan.subjects[subject].id;
            all.extend(list.largest(&geo, subject, brought, wanted.listed));
        }
        Ok(all)
    }

    fn brought(&self, names: &Names, wanted: &Wanted) -> Brought {
        let mut all = Brought::new();
        for family in 0..self.families.len() {
            if !self.families.years[family].is_some_and(|year| wanted.years.contains(&year)) {
                continue;
            }
            let addresses: Vec<Address> = self.addresses.of(family).collect();
            let applicants = self.applicants_of(family, names);
            let mut by_share: BTreeMap<i64, Vec<(GeoCode, Vec<Contribution>)>> = BTreeMap::new();
            for (subject, millionths) in self.shares(family) {
                let places = by_share.entry(millionths).or_insert_with(|| {
                    let places = contributions(self.definitions, &addresses, millionths);
                    places
                        .into_iter()
                        .filter(|(g, _)| wanted.is_wanted(self.definitions, g))
                        .collect()
                });
                for (geo, contributions) in places {
                    let brought = all.entry((*geo, subject)).or_default();
                    let own = contributions.iter().filter(|(_, parts)| *parts > 0);
                    brought.extend(
                        own.map(|(who, parts)| (applicants.get(*who).copied().flatten(), *parts)),
                    );
                }
            }
        }
        all
    }

    /// The applicants of a family in the order of its addresses.
    fn applicants_of(&self, family: usize, names: &Names) -> Vec<Option<usize>> {
        let people = self.addresses.people();
        let first = people.partition_point(|(of, _)| (*of as usize) < family);
        let own = people[first..].iter().take_while(|(of, _)| *of as usize == family);
        own.map(|(_, person)| names.applicant(*person)).collect()
    }
}

/// Makes lists of the largest.
struct List<'a> {
    source: &'a str,
    period: String,
    names: &'a Names,
    withheld: bool,
}

impl List<'_> {
    fn largest(
        &self,
        geo: &str,
        subject: &str,
        mut brought: Vec<(Option<usize>, i64)>,
        listed: usize,
    ) -> Vec<Contributor> {
        brought.sort_unstable();
        let total: i64 = brought.iter().map(|(_, parts)| parts).sum();
        let sums = brought.chunk_by(|a, b| a.0 == b.0).map(|own| {
            (std::cmp::Reverse(own.iter().map(|(_, parts)| *parts).sum::<i64>()), own[0].0)
        });
        // Applicants are numbered in the order of their names, which settles ties.
        let mut sums: Vec<_> = sums.collect();
        sums.sort_unstable();
        let contributors = i64::try_from(sums.len()).unwrap_or(i64::MAX);
        let row = |(place, (parts, applicant)): (i32, (std::cmp::Reverse<i64>, Option<usize>))| {
            let name = self.names.name(applicant);
            let shown = !self.withheld;
            let code = if name.person == 0 { String::new() } else { name.person.to_string() };
            Contributor {
                topic: PATENTS.into(),
                geo: geo.into(),
                subject: subject.into(),
                period: self.period.clone(),
                place,
                code: if shown { code } else { String::new() },
                name: if shown { name.name } else { String::new() },
                value: shown.then_some(families(parts.0)),
                unit: "families".into(),
                share_pct: share_pct(families(parts.0), families(total)),
                total: families(total),
                contributors,
                source: self.source.into(),
                withheld: self.withheld,
            }
        };
        (1..).zip(sums.into_iter().take(listed)).map(row).collect()
    }
}

/// Parts of families as `patent_values.sql` tells them.
fn families(parts: i64) -> f64 {
    parts as f64 / PARTS as f64
}
