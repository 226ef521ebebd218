//! Ten thousand made-up countries: no false sentence, no contradiction, none unfinished.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

mod common;

use std::collections::BTreeMap;

use common::check::{self, Truth};
use common::country::{Country, FIRST, LAST};
use sextant_definitions::{Definitions, Lang, Subject};
use sextant_highlights::{Claim, Highlight, Rules, Years, highlights};

const COUNTRIES: u64 = 10_000;
const THREADS: u64 = 4;

/// How often each rule spoke and each kind of claim was made.
type Counts = BTreeMap<String, usize>;

/// The rules, and every subject.
type World = (Rules, Vec<Subject>);

fn world() -> World {
    (Rules::builtin().unwrap(), Definitions::builtin().unwrap().subjects())
}

fn said(country: &Country, world: &World, lang: Lang) -> Vec<Highlight> {
    let (rules, all) = world;
    let subjects = country.subjects(all);
    let years = Years { first: FIRST, last: LAST };
    highlights(rules, country, &subjects, &rules.place(country.code), lang, &years)
}

fn look(number: u64, world: &World, counts: &mut Counts) {
    let country = Country::new(number);
    let lang = Lang::ALL[usize::try_from(number % 4).unwrap()];
    let highlights = said(&country, world, lang);
    let subjects = country.subjects(&world.1);
    let truth = Truth { cells: &country, subjects: &subjects, rules: &world.0, lang };
    for highlight in &highlights {
        if let Err(error) = truth.highlight(highlight) {
            panic!("country {number}: {error}\n{highlight:#?}");
        }
        *counts.entry(highlight.rule.clone()).or_default() += 1;
        for claim in &highlight.claims {
            let name = format!("{claim:?}");
            *counts.entry(name.split(' ').next().unwrap().to_owned()).or_default() += 1;
        }
    }
    check::contradictions(&highlights).unwrap_or_else(|e| panic!("country {number}: {e}"));
    assert!(highlights.is_sorted_by_key(|h| std::cmp::Reverse(h.importance)));
}

/// What one of the threads looks at.
fn share(first: u64, world: &World) -> Counts {
    let mut counts = Counts::new();
    for number in (first..COUNTRIES).step_by(usize::try_from(THREADS).unwrap()) {
        // Another language than the others of the same thread.
        look(number * 5 + number / 4, world, &mut counts);
    }
    counts
}

#[test]
fn nothing_false_is_said_of_ten_thousand_countries() {
    let world = world();
    let mut counts = Counts::new();
    std::thread::scope(|scope| {
        let world = &world;
        let threads: Vec<_> =
            (0..THREADS).map(|first| scope.spawn(move || share(first, world))).collect();
        for thread in threads {
            for (name, count) in thread.join().unwrap() {
                *counts.entry(name).or_default() += count;
            }
        }
    });
    let claims = [
        "Value",
        "Rank",
        "Frontrunner",
        "Highest",
        "Lowest",
        "BestRank",
        "Surplus",
        "Deficit",
        "SurplusCount",
        "Rises",
        "Falls",
        "Stable",
        "BetterMade",
        "BetterInvented",
    ];
    let rules = world.0.all().iter().map(|rule| rule.id.as_str());
    for name in rules.chain(claims) {
        let count = counts.get(name).copied().unwrap_or_default();
        assert!(count >= 50, "{name} was tried {count} times: the countries do not test it");
    }
}

#[test]
fn every_language_says_the_same() {
    let world = world();
    for number in 0..200 {
        let country = Country::new(number);
        let english = said(&country, &world, Lang::En);
        for lang in [Lang::Nl, Lang::Fr, Lang::Zh] {
            let other = said(&country, &world, lang);
            assert_eq!(english.len(), other.len());
            for (a, b) in english.iter().zip(&other) {
                assert_eq!((&a.rule, &a.claims, &a.behind), (&b.rule, &b.claims, &b.behind));
                assert_ne!(a.text, b.text, "not translated");
            }
        }
    }
}

#[test]
fn a_false_claim_would_be_found() {
    let world = world();
    let mut turned = 0;
    for number in 0..200 {
        let country = Country::new(number);
        let subjects = country.subjects(&world.1);
        let lang = Lang::En;
        let truth = Truth { cells: &country, subjects: &subjects, rules: &world.0, lang };
        for mut highlight in said(&country, &world, lang) {
            let Some(claim) = highlight.claims.iter_mut().find_map(opposite) else { continue };
            turned += 1;
            assert!(truth.highlight(&highlight).is_err(), "country {number}: {claim}");
        }
    }
    assert!(turned > 100, "{turned}");
}

/// Turns a claim into what is not so.
fn opposite(claim: &mut Claim) -> Option<String> {
    let turned = match claim.clone() {
        Claim::Rises { from, to } => Claim::Falls { from, to },
        Claim::Falls { from, to } | Claim::Stable { from, to } => Claim::Rises { from, to },
        Claim::Surplus { cell } => Claim::Deficit { cell },
        Claim::SurplusCount { among, count } => Claim::SurplusCount { among, count: count + 1 },
        Claim::Rank { cell, rank, of } => Claim::Rank { cell, rank: rank + 1, of },
        _ => return None,
    };
    *claim = turned;
    Some(format!("{claim:?}"))
}
