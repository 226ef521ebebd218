//! What lies below the subgroups that definitions name.
//!
//! After a change of the lists: `SEXTANT_UPDATE=1 cargo test -p sextant-definitions
//! --test expand`, or `sextant definitions expand` with the scheme ingested.

mod support;

use std::path::Path;

use sextant_definitions::{Definitions, IpcScheme, expand};
use sextant_query::{Hierarchy, Scheme, Symbol};
use support::ipc_scheme;

fn builtin() -> Definitions {
    Definitions::builtin().expect("the builtin loads")
}

fn symbol(text: &str) -> Symbol {
    text.parse().expect("a symbol")
}

fn below(hierarchy: &dyn Hierarchy, text: &str) -> Option<Vec<String>> {
    let found = hierarchy.below(Scheme::Ipc, symbol(text))?;
    Some(found.iter().map(ToString::to_string).collect())
}

#[test]
fn the_written_expansions_are_those_of_the_scheme() {
    let Some(scheme) = ipc_scheme() else { return };
    let text = expand(&builtin(), &scheme).expect("every symbol is there or listed as absent");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../definitions/expansions/ipc.toml");
    if std::env::var_os("SEXTANT_UPDATE").is_some() {
        std::fs::write(&path, &text).expect("the file can be written");
    }
    let written = std::fs::read_to_string(&path).expect("the file can be read");
    assert!(
        written == text,
        "stale: run SEXTANT_UPDATE=1 cargo test -p sextant-definitions --test expand"
    );
}

#[test]
fn expanding_again_changes_nothing() {
    let Some(scheme) = ipc_scheme() else { return };
    let definitions = builtin();
    let (_, text) = definitions
        .texts()
        .find(|(path, _)| *path == "expansions/ipc.toml")
        .expect("the file is there");
    assert_eq!(expand(&definitions, &scheme).as_deref(), Ok(text));
}

/// What is written reads back as the same, whatever the scheme.
#[test]
fn a_scheme_made_of_the_expansions_gives_them_again() {
    let definitions = builtin();
    let expansions = definitions.expansions();
    let mut scheme = IpcScheme::new(expansions.edition());
    let named = expand(&definitions, &scheme).expect_err("nothing is in an empty scheme").symbols;
    named.iter().for_each(|symbol| assert!(scheme.add(&symbol.to_string())));
    for (symbol, below) in expansions.all() {
        let group = symbol.above().expect("a subgroup has a main group");
        // The outer come before the inner, which keep their place in them.
        if !scheme.places(symbol) {
            scheme.add_below(&symbol.to_string(), &format!("{group}/00"));
        }
        for other in below {
            scheme.add_below(&other.to_string(), &symbol.to_string());
        }
    }
    let text = expand(&definitions, &scheme).expect("every symbol is there");
    let written =
        definitions.texts().find(|(path, _)| *path == "expansions/ipc.toml").expect("a file").1;
    assert_eq!(text, written);
}

#[test]
fn a_symbol_without_a_place_is_named() {
    let empty = IpcScheme::new("2030.01");
    let error = expand(&builtin(), &empty).expect_err("nothing is in an empty scheme");
    assert!(error.symbols.contains(&symbol("H01G 9/20")));
    assert!(!error.symbols.contains(&symbol("G06V")), "listed as absent");
    assert!(error.symbols.is_sorted());
    let message = error.to_string();
    assert!(message.starts_with(
        "The edition 2030.01 of the International Patent Classification does not have A01, "
    ));
    assert!(message.ends_with(
        "Correct the definitions that name it, or list it in expansions/ipc.toml under [absent] \
         with the reason."
    ));
}

#[test]
fn what_a_build_needs_is_there() {
    let definitions = builtin();
    let expansions = definitions.expansions();
    assert_eq!(expansions.edition(), "2016.01");
    assert_eq!(below(expansions, "H01G 9/20"), Some(Vec::new()));
    let detectors = below(expansions, "H01L 31/10").expect("an expansion");
    assert!(detectors.contains(&"H01L 31/119".to_owned()), "{detectors:?}");
    // By number 31/12 comes next, but it is indented elsewhere.
    assert!(!detectors.contains(&"H01L 31/12".to_owned()));
    // Placed by hand, with what lies below it.
    let analysis = below(expansions, "G01N 33/48").expect("an expansion");
    assert!(
        ["G01N 33/50", "G01N 33/53", "G01N 33/98"].iter().all(|s| analysis.contains(&(*s).into()))
    );
    // Newer than the scheme, by hand.
    assert_eq!(
        below(expansions, "A61B 34/30"),
        Some(["A61B 34/32", "A61B 34/35", "A61B 34/37"].map(String::from).to_vec())
    );
    assert!(expansions.absent(symbol("G06V")).is_some_and(|why| why.contains("2022")));
    assert_eq!(below(expansions, "H01G 9/21"), None);
    assert_eq!(expansions.below(Scheme::Cpc, symbol("H01G 9/20")), None);
}

/// The list of the scheme gives some subgroups as their own parents, or below others that
/// it does not have. None of them may be missing where it belongs.
#[test]
fn no_hole_in_an_expansion() {
    let Some(scheme) = ipc_scheme() else { return };
    let definitions = builtin();
    for (symbol, below) in definitions.expansions().all() {
        let Some(last) = below.last() else { continue };
        let holes: Vec<Symbol> = scheme
            .symbols()
            .filter(|other| symbol < *other && other < last && !below.contains(other))
            .filter(|other| !scheme.places(*other))
            .collect();
        assert!(holes.is_empty(), "{symbol}: {holes:?}; place them under [parents]");
    }
}

#[test]
fn what_lies_below_never_leaves_the_main_group() {
    for (symbol, below) in builtin().expansions().all() {
        let group = symbol.above().expect("a subgroup has a main group");
        assert!(below.iter().all(|other| group.contains(*other) && *other != symbol), "{symbol}");
        assert!(below.is_sorted(), "{symbol}");
    }
}
