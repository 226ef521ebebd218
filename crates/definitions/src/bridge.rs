//! Proposes a list of codes for another vintage.
//!
//! A proposal is no decision. The correlation tables of the United Nations name every
//! code that took over any part of another: followed blindly, the 248 environmental
//! goods of the OECD (HS2007) become 315 codes of HS2022, electronic waste among them.
//! So each step is marked, and whatever is not 1:1 awaits a person.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::official::Links;
use crate::{Correspondence, Decision, HsVintage};

/// How a code relates to its counterpart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// Neither has another counterpart.
    OneToOne,
    /// The code splits.
    OneToMany,
    /// The code merges with others.
    ManyToOne,
    /// Both.
    ManyToMany,
}

impl Relation {
    /// `1:1`, `1:n`, `n:1` or `n:n`, as the tables write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OneToOne => "1:1",
            Self::OneToMany => "1:n",
            Self::ManyToOne => "n:1",
            Self::ManyToMany => "n:n",
        }
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A code and one of its counterparts in the neighbouring vintage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Vintage of `from_code`.
    pub from: HsVintage,
    /// Code in the list so far.
    pub from_code: String,
    /// Vintage of `to_code`.
    pub to: HsVintage,
    /// Its counterpart.
    pub to_code: String,
    /// How the two relate.
    pub relation: Relation,
    /// Whether the counterpart is in the proposal.
    pub proposed: bool,
    /// The reason, where a decision says so.
    pub decided: Option<String>,
}

/// A list proposed for another vintage, with the way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Vintage of the codes given.
    pub from: HsVintage,
    /// Vintage of the codes proposed.
    pub to: HsVintage,
    /// The codes proposed.
    pub codes: BTreeSet<String>,
    /// Every step on the way, oldest first, each vintage's in the order of codes.
    pub links: Vec<Link>,
    /// Codes that a table on the way does not know.
    pub unknown: Vec<(HsVintage, String)>,
}

impl Proposal {
    /// The steps that are not 1:1 and that no decision covers.
    pub fn open(&self) -> impl Iterator<Item = &Link> {
        self.links
            .iter()
            .filter(|link| link.relation != Relation::OneToOne && link.decided.is_none())
    }
}

/// No correlation table for a step.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "There is no correlation table between {from} and {to}. Ingest the tables of the United Nations: sextant ingest hs-correlation PATH."
)]
pub struct MissingTable {
    /// One end of the step.
    pub from: HsVintage,
    /// The other end.
    pub to: HsVintage,
}

/// Proposes the list of `codes` (of `from`) for the vintage `to`, by way of all
/// vintages between them. Where a decision is given for a step, it is followed; else
/// every counterpart is proposed. Codes of 2 and 4 digits stand for all below them.
///
/// # Errors
/// [`MissingTable`] when a step has no table.
pub fn propose(
    codes: &BTreeSet<String>,
    from: HsVintage,
    to: HsVintage,
    correspondences: &[Correspondence],
    decisions: &[Decision],
) -> Result<Proposal, MissingTable> {
    let links = Links::new(correspondences);
    let mut proposal =
        Proposal { from, to, codes: codes.clone(), links: Vec::new(), unknown: Vec::new() };
    for (here, next) in way(from, to) {
        let table = links.between(here, next).ok_or(MissingTable { from: here, to: next })?;
        let back = links.between(next, here).ok_or(MissingTable { from: here, to: next })?;
        let step = Step { here, next, table, back, decisions };
        proposal.codes = step.take(&mut proposal);
    }
    Ok(proposal)
}

/// The neighbouring pairs on the way from one vintage to another.
fn way(from: HsVintage, to: HsVintage) -> Vec<(HsVintage, HsVintage)> {
    let place = |v: HsVintage| HsVintage::ALL.iter().position(|other| *other == v).unwrap_or(0);
    let (start, end) = (place(from), place(to));
    let pairs = HsVintage::ALL.windows(2);
    if start <= end {
        pairs.skip(start).take(end - start).map(|pair| (pair[0], pair[1])).collect()
    } else {
        let mut back: Vec<_> = pairs.skip(end).take(start - end).collect();
        back.reverse();
        back.into_iter().map(|pair| (pair[1], pair[0])).collect()
    }
}

/// A step between neighbouring vintages.
struct Step<'a> {
    here: HsVintage,
    next: HsVintage,
    table: &'a BTreeMap<String, BTreeSet<String>>,
    back: &'a BTreeMap<String, BTreeSet<String>>,
    decisions: &'a [Decision],
}

impl Step<'_> {
    /// Takes the step, noting every link in the proposal.
    fn take(&self, proposal: &mut Proposal) -> BTreeSet<String> {
        let mut next = BTreeSet::new();
        for code in self.expand(proposal) {
            let decision = self.decision(&code);
            let counterparts = self.table.get(&code).cloned().unwrap_or_default();
            for counterpart in &counterparts {
                proposal.links.push(self.link(&code, counterpart, decision));
            }
            match decision {
                Some(decision) => next.extend(decision.chosen.iter().cloned()),
                None => next.extend(counterparts),
            }
        }
        next.extend(self.added());
        next
    }

    /// The codes to start from, all of six digits.
    fn expand(&self, proposal: &mut Proposal) -> Vec<String> {
        let mut codes = Vec::new();
        for code in &proposal.codes {
            let below: Vec<&String> = self
                .table
                .range(code.clone()..)
                .map(|(known, _)| known)
                .take_while(|known| known.starts_with(code.as_str()))
                .collect();
            if below.is_empty() {
                proposal.unknown.push((self.here, code.clone()));
            }
            codes.extend(below.into_iter().cloned());
        }
        codes
    }

    fn decision(&self, code: &str) -> Option<&Decision> {
        self.decisions.iter().find(|d| d.from == self.here && d.to == self.next && d.code == code)
    }

    /// Codes of the next vintage that were taken up although nothing in this
    /// vintage's list leads to them.
    fn added(&self) -> impl Iterator<Item = String> + '_ {
        self.decisions
            .iter()
            .filter(|d| d.from == self.next && d.to == self.here)
            .map(|d| d.code.clone())
    }

    fn link(&self, code: &str, counterpart: &str, decision: Option<&Decision>) -> Link {
        let splits = self.table.get(code).is_some_and(|all| all.len() > 1);
        let merges = self.back.get(counterpart).is_some_and(|all| all.len() > 1);
        let relation = match (splits, merges) {
            (false, false) => Relation::OneToOne,
            (true, false) => Relation::OneToMany,
            (false, true) => Relation::ManyToOne,
            (true, true) => Relation::ManyToMany,
        };
        Link {
            from: self.here,
            from_code: code.to_owned(),
            to: self.next,
            to_code: counterpart.to_owned(),
            relation,
            proposed: decision.is_none_or(|d| d.chosen.iter().any(|c| c == counterpart)),
            decided: decision.map(|d| d.reason.clone()),
        }
    }
}
