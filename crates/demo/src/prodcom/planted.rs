//! What is hidden in the headings of single years.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::prodcom::headings::Headings;
use crate::world::World;

/// Year in which whole divisions are missing, so that there is no total of production.
const FEW_DIVISIONS: u16 = 2010;
/// How many are missing: 26 less these are too few.
const DIVISIONS: usize = 4;
/// Year in which some headings of a technology are missing.
const PARTIAL: u16 = 2012;
/// Year in which most headings of a technology are missing.
const ABSENT: u16 = 2013;
/// Headings that a technology must have for these two.
const HANDY: usize = 8;

/// Something done to headings in a year.
#[derive(Clone, Debug)]
pub(super) struct Trap {
    pub(super) kind: Kind,
    pub(super) year: u16,
    /// The technology that was meant; others that share headings have them too.
    subject: Option<String>,
    /// Headings, or divisions for all of theirs.
    codes: BTreeSet<String>,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nobody has a row.
    Missing,
    /// The total of the union is far below what its members publish.
    Below,
    /// There is no total of the union.
    NoTotal,
    /// The total of the union is marked as confidential.
    HiddenTotal,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Missing => "headings-missing",
            Self::Below => "eu-total-below-sum",
            Self::NoTotal => "eu-total-absent",
            Self::HiddenTotal => "eu-total-confidential",
        }
    }
}

/// All of it.
#[derive(Clone, Debug)]
pub(super) struct Planted {
    traps: Vec<Trap>,
}

impl Planted {
    pub(super) fn choose(world: &World<'_>, headings: &Headings) -> Self {
        let id = |subject: usize| world.subjects[subject].id.clone();
        let is_leaf = |s: &usize| {
            let id = &world.subjects[*s].id;
            !world.subjects.iter().any(|other| other.parent.as_ref() == Some(id))
        };
        let lists = |year: u16, enough: usize| -> Vec<(usize, Vec<String>)> {
            let of_year = headings.listed(year).filter(|(subject, _)| is_leaf(subject));
            let of_year = of_year.map(|(subject, list)| (subject, list.keys().cloned().collect()));
            of_year.filter(|(_, codes): &(usize, Vec<String>)| codes.len() >= enough).collect()
        };
        let trap = |kind, year, (subject, codes): (usize, Vec<String>)| Trap {
            kind,
            year,
            subject: Some(id(subject)),
            codes: codes.into_iter().collect(),
        };
        let mut divisions = headings.divisions_of_fillers();
        divisions.truncate(DIVISIONS);
        let codes = divisions.into_iter().collect();
        let mut traps =
            vec![Trap { kind: Kind::Missing, year: FEW_DIVISIONS, subject: None, codes }];
        let part = |list: Option<(usize, Vec<String>)>, kept: fn(usize) -> usize| {
            list.map(|(subject, codes)| (subject, codes[kept(codes.len())..].to_vec()))
        };
        let partial = lists(PARTIAL, HANDY).into_iter().next();
        let absent = lists(ABSENT, HANDY).into_iter().nth(1);
        let partial = part(partial, |codes| codes - codes.div_ceil(4));
        let absent = part(absent, |codes| codes / 3);
        traps.extend(partial.map(|list| trap(Kind::Missing, PARTIAL, list)));
        traps.extend(absent.map(|list| trap(Kind::Missing, ABSENT, list)));
        let shortest = |year, place: usize| {
            let mut lists = lists(year, 1);
            lists.sort_by_key(|(subject, codes)| (codes.len(), *subject));
            lists.into_iter().nth(place)
        };
        let totals =
            [(Kind::NoTotal, 2015, 1), (Kind::Below, 2016, 0), (Kind::HiddenTotal, 2018, 1)];
        for (kind, year, place) in totals {
            traps.extend(shortest(year, place).map(|list| trap(kind, year, list)));
        }
        Self { traps }
    }

    /// Whether something was done to a heading in a year.
    pub(super) fn has(&self, kind: Kind, heading: &str, year: u16) -> bool {
        let is_meant = |trap: &&Trap| trap.kind == kind && trap.year == year;
        let about =
            |trap: &Trap| trap.codes.contains(heading) || trap.codes.contains(&heading[..2]);
        self.traps.iter().filter(is_meant).any(about)
    }

    /// For the file of what was planted.
    pub(super) fn told(&self) -> Vec<Value> {
        let told = |trap: &Trap| {
            json!({
                "kind": trap.kind.name(),
                "year": trap.year,
                "subject": trap.subject,
                "codes": trap.codes,
            })
        };
        self.traps.iter().map(told).collect()
    }
}
