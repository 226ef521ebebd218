//! Writes down what lies below the subgroups that definitions name.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use sextant_query::{Hierarchy, Scheme, Symbol, SymbolSet};

use crate::expansions::Absent;
use crate::{Definitions, IpcScheme, symbols_of};

/// Symbols that an edition of the scheme does not have and no reason is given for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "The edition {edition} of the International Patent Classification does not have {}. Correct the definitions that name it, or list it in expansions/ipc.toml under [absent] with the reason.",
    list(.symbols)
)]
pub struct NotInScheme {
    /// The edition.
    pub edition: String,
    /// The symbols, in the order of the scheme.
    pub symbols: Vec<Symbol>,
}

/// The text of `expansions/ipc.toml` for these definitions and a scheme. What the scheme
/// does not have keeps its entry under `[absent]`.
///
/// # Errors
/// [`NotInScheme`] when the scheme does not have a symbol and there is no entry for it.
pub fn expand(definitions: &Definitions, scheme: &IpcScheme) -> Result<String, NotInScheme> {
    let known = definitions.expansions();
    let (edition, parents) = (scheme.edition(), &known.parents);
    let scheme = known.completed(scheme);
    let (mut below, mut absent, mut missing) = (BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
    for set in named(definitions) {
        for symbol in symbols_in(set) {
            let resolved = match set {
                SymbolSet::Low(symbol) => scheme.below(Scheme::Ipc, symbol),
                _ => scheme.has(symbol).then(Vec::new),
            };
            match (resolved, known.absent.get(&symbol)) {
                (Some(found), _) if matches!(set, SymbolSet::Low(_)) => {
                    below.insert(symbol, found);
                }
                (Some(_), _) => {}
                (None, Some(entry)) => {
                    absent.insert(symbol, entry);
                }
                (None, None) => {
                    missing.insert(symbol);
                }
            }
        }
    }
    if missing.is_empty() {
        Ok(Written { edition, absent, parents, below }.text())
    } else {
        let symbols = missing.into_iter().collect();
        Err(NotInScheme { edition: edition.to_owned(), symbols })
    }
}

/// Every set of symbols that a definition names.
fn named(definitions: &Definitions) -> BTreeSet<SymbolSet> {
    let technologies = definitions.technologies.iter().flat_map(symbols_of::technology);
    let ecosystems = definitions.ecosystems.iter().flat_map(symbols_of::ecosystem);
    let alternatives = definitions.alternatives.iter().flat_map(symbols_of::alternative);
    let alternatives = alternatives.flat_map(|(_, namings)| namings);
    technologies.chain(ecosystems).chain(alternatives).map(|naming| naming.set).collect()
}

/// The symbols that a set is written with.
pub(crate) fn symbols_in(set: SymbolSet) -> Vec<Symbol> {
    match set {
        SymbolSet::Named(symbol) | SymbolSet::Low(symbol) => vec![symbol],
        SymbolSet::Range(first, last) => vec![first, last],
    }
}

const HEAD: &str = "\
#:schema ../schemas/expansions.json
# What lies below every subgroup that a definition names, so that a build needs no scheme.
# Written by `sextant definitions expand` from the International Patent Classification as
# ingested. By hand are only two tables: [absent], symbols that this edition does not have,
# each with the reason and, for a subgroup, what is indented below it; and [parents], the
# places of subgroups to which the list of the edition gives none. Symbols that came later
# than the edition are not in [below].
";

/// What the file says.
struct Written<'a> {
    edition: &'a str,
    absent: BTreeMap<Symbol, &'a Absent>,
    parents: &'a BTreeMap<Symbol, Symbol>,
    below: BTreeMap<Symbol, Vec<Symbol>>,
}

impl Written<'_> {
    fn text(&self) -> String {
        let mut text = format!("{HEAD}edition = \"{}\"\n\n[absent]\n", self.edition);
        for (symbol, entry) in &self.absent {
            let because = entry.because.replace('\\', "\\\\").replace('"', "\\\"");
            let mut fields = format!("because = \"{because}\"");
            if !entry.below.is_empty() {
                let _ = write!(fields, ", below = [{}]", quoted(&entry.below).join(", "));
            }
            let _ = writeln!(text, "\"{symbol}\" = {{ {fields} }}");
        }
        text.push_str("\n[parents]\n");
        for (child, parent) in self.parents {
            let _ = writeln!(text, "\"{child}\" = \"{parent}\"");
        }
        text.push_str("\n[below]\n");
        for (symbol, found) in &self.below {
            let _ = writeln!(text, "\"{symbol}\" = {}", array(&symbol.to_string(), found));
        }
        text
    }
}

/// Width of a line of definitions.
const WIDTH: usize = 112;

/// An array behind a key, on one line or on as many as it takes.
fn array(key: &str, symbols: &[Symbol]) -> String {
    let quoted = quoted(symbols);
    let line = format!("[{}]", quoted.join(", "));
    if key.len() + line.len() + "\"\" = ".len() <= WIDTH {
        return line;
    }
    let mut lines = vec![String::from("   ")];
    for symbol in quoted {
        if lines.last().is_some_and(|line| line.len() + symbol.len() + 2 > WIDTH) {
            lines.push(String::from("   "));
        }
        if let Some(line) = lines.last_mut() {
            let _ = write!(line, " {symbol},");
        }
    }
    format!("[\n{}\n]", lines.join("\n"))
}

fn quoted(symbols: &[Symbol]) -> Vec<String> {
    symbols.iter().map(|symbol| format!("\"{symbol}\"")).collect()
}

fn list(symbols: &[Symbol]) -> String {
    symbols.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
