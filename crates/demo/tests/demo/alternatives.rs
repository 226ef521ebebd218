//! Published sets of definitions find other inventions than our own, and the truth does not
//! know of them.

use std::collections::BTreeSet;

use sextant_definitions::Definitions;
use sextant_demo::{Options, Parts, generate};
use sextant_query::Symbol;
use sextant_query::reference::{Document, matches};

use crate::common::Demo;
use crate::patstat::families;

/// The families that the definitions in force count in a technology.
fn found(demo: &Demo, definitions: &Definitions, technology: &str) -> BTreeSet<String> {
    let queries = definitions.patent_queries();
    let queries: Vec<_> = queries
        .iter()
        .filter(|query| definitions.is_within(&query.subject, technology))
        .map(|query| &query.query)
        .collect();
    let mut found = BTreeSet::new();
    for (id, members) in families(demo) {
        let all = || members.values();
        let ipc: Vec<Symbol> = all().flat_map(|a| &a.ipc).copied().collect();
        let cpc: Vec<Symbol> = all().flat_map(|a| &a.cpc).copied().collect();
        let text = |part: Option<&String>| part.cloned().unwrap_or_default();
        let title = text(all().find_map(|a| a.title.as_ref()));
        let abstract_ = text(all().find_map(|a| a.text.as_ref()));
        let family = Document { title: &title, abstract_: &abstract_, ipc: &ipc, cpc: &cpc };
        if queries.iter().any(|query| matches(query, &family, definitions.expansions())) {
            found.insert(id);
        }
    }
    found
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand families")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[expect(clippy::print_stdout, reason = "whoever runs the tests wants to see the overlaps")]
fn tell(text: &str) {
    println!("{text}");
}

#[test]
fn every_set_finds_much_of_ours_and_something_else() {
    let demo = Demo::patents(0.02, 5);
    for alternative in &demo.definitions.alternatives {
        let under = demo.definitions.under(&alternative.id).unwrap();
        for technology in alternative.technologies() {
            let own = found(&demo, &demo.definitions, technology);
            let other = found(&demo, &under, technology);
            let both = own.intersection(&other).count();
            let what = format!("{} {technology}", alternative.id);
            tell(&format!("{what}: own {}, other {}, both {both}", own.len(), other.len()));
            assert!(share(both, own.len()) > 0.4, "{what}: little of ours");
            assert!(both < own.len() || both < other.len(), "{what}: the same");
            assert!(own.len() != other.len(), "{what}: as many");
        }
    }
}

#[test]
fn what_published_sets_say_moves_nothing_but_cpc_symbols() {
    let with = Demo::patents(0.004, 5);
    let mut definitions = with.definitions.clone();
    definitions.alternatives.clear();
    let folder = tempfile::tempdir().unwrap();
    let options = Options { scale: 0.004, seed: 5, parts: Parts::Patents, ..Options::default() };
    let report = generate(&options, &definitions, folder.path()).unwrap();
    let mut moved = 0;
    for file in &report.files {
        let same = std::fs::read(folder.path().join(&file.path)).unwrap() == with.bytes(&file.path);
        assert!(same || file.path.contains("tls224"), "{} differs", file.path);
        moved += usize::from(!same);
    }
    assert!(moved > 0, "tags of the sets are drawn");
}

#[test]
fn most_inventions_of_a_green_technology_have_a_tag_and_a_few_others_too() {
    let demo = Demo::patents(0.02, 5);
    let tagged: BTreeSet<String> = families(&demo)
        .into_iter()
        .filter(|(_, members)| {
            members
                .values()
                .flat_map(|a| &a.cpc)
                .any(|symbol| symbol.to_string().starts_with("Y02"))
        })
        .map(|(id, _)| id)
        .collect();
    let green = found(&demo, &demo.definitions, "solar-power");
    let tagged_green = share(green.intersection(&tagged).count(), green.len());
    assert!((0.55..0.95).contains(&tagged_green), "{tagged_green} of solar power");
    let machines = found(&demo, &demo.definitions, "robotics");
    let strays = share(machines.intersection(&tagged).count(), machines.len());
    assert!((0.01..0.25).contains(&strays), "{strays} of robotics");
}
