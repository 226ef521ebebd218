//! Whether every patent symbol of the definitions exists, and is expanded.

use sextant_query::{Depth, Hierarchy, Scheme, Symbol, SymbolSet};

use super::Finding;
use crate::document::{Document, Step};
use crate::expand::symbols_in;
use crate::symbols_of::{self, Naming};
use crate::{Definitions, Expansions, IpcScheme, OfficialLists, validate};

/// Every IPC symbol that the scheme at hand does not have and that is not listed as
/// absent from it, every subgroup without its expansion, and every expansion that is not
/// that of the scheme.
pub(super) fn symbols(definitions: &Definitions, lists: &OfficialLists) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, subject, namings) in named(definitions) {
        if let Some(document) = definitions.document(&path) {
            let scheme = Some(&lists.ipc).filter(|scheme| !scheme.is_empty());
            let search = Search { document, subject, scheme, expansions: definitions.expansions() };
            findings.extend(namings.iter().flat_map(|naming| search.naming(naming)));
        }
    }
    findings.extend(stale(definitions, &lists.ipc));
    findings
}

/// What every file names, and for which subject: ecosystems, technologies, and what
/// published sets say of technologies.
fn named(definitions: &Definitions) -> Vec<(String, &str, Vec<Naming<'static>>)> {
    let ecosystems = definitions.ecosystems.iter();
    let technologies = definitions.technologies.iter();
    let own = ecosystems
        .map(|e| ("ecosystems", e.id.as_str(), symbols_of::ecosystem(e)))
        .chain(technologies.map(|t| ("technologies", t.id.as_str(), symbols_of::technology(t))))
        .map(|(folder, id, namings)| (format!("{folder}/{id}.toml"), id, namings));
    let others = definitions.alternatives.iter().flat_map(|alternative| {
        let path = format!("alternatives/{}.toml", alternative.id);
        let readings = symbols_of::alternative(alternative).into_iter();
        readings.map(move |(technology, namings)| (path.clone(), technology, namings))
    });
    own.chain(others).collect()
}

/// Looks through one definition.
struct Search<'a> {
    document: &'a Document,
    subject: &'a str,
    scheme: Option<&'a IpcScheme>,
    expansions: &'a Expansions,
}

impl Search<'_> {
    fn naming(&self, naming: &Naming<'_>) -> Vec<Finding> {
        let unknown = symbols_in(naming.set).into_iter().filter_map(|symbol| {
            let scheme = self.scheme.filter(|scheme| !scheme.has(symbol))?;
            let what = format!("`{symbol}` is not in the IPC {}.", scheme.edition());
            let listed = self.expansions.absent(symbol).is_some();
            (!listed).then(|| self.finding(&naming.steps, symbol, what, way_out(scheme, symbol)))
        });
        let mut findings: Vec<Finding> = unknown.collect();
        if let (SymbolSet::Low(symbol), true) = (naming.set, findings.is_empty())
            && self.expansions.below(Scheme::Ipc, symbol).is_none()
        {
            let what = format!("What lies below `{symbol}` is not written down.");
            let way_out = "Write it with `sextant definitions expand`.".into();
            findings.push(self.finding(&naming.steps, symbol, what, way_out));
        }
        findings
    }

    fn finding(&self, at: &[Step<'_>], symbol: Symbol, what: String, way_out: String) -> Finding {
        Finding::at(self.document, at, (self.subject, &symbol.to_string()), what, way_out)
    }
}

/// What to do about a symbol that is not there.
fn way_out(scheme: &IpcScheme, symbol: Symbol) -> String {
    let mut above = symbol.above();
    while let Some(next) = above.filter(|next| !scheme.has(*next)) {
        above = next.above();
    }
    let known = match above {
        Some(above) => format!("`{above}` is there; check what follows it."),
        None => "Its class is not there either; check the letters.".into(),
    };
    format!(
        "{known} If another edition has it, list it in {} under [absent] and say why.",
        validate::EXPANSIONS
    )
}

/// Expansions that are not those of the scheme at hand.
fn stale(definitions: &Definitions, scheme: &IpcScheme) -> Vec<Finding> {
    let Some(document) = definitions.document(validate::EXPANSIONS) else {
        return Vec::new();
    };
    let edition = scheme.edition();
    let report = |table: &str, symbol: Symbol, what: String| {
        let text = symbol.to_string();
        let at = [Step::Key(table), text.as_str().into()];
        let way_out = "Write the file again with `sextant definitions expand`.".into();
        Finding::at(document, &at, ("", &symbol.to_string()), what, way_out)
    };
    let expansions = definitions.expansions();
    let scheme = expansions.completed(scheme);
    let changed = expansions.all().filter_map(|(symbol, below)| {
        let official = scheme.below(Scheme::Ipc, symbol)?;
        let what = format!("What lies below `{symbol}` is not what the IPC {edition} has.");
        (official != below).then(|| report("below", symbol, what))
    });
    let present = expansions.absent.keys().filter_map(|symbol| {
        let found = match symbol.depth() {
            Depth::Subgroup => scheme.below(Scheme::Ipc, *symbol).is_some(),
            _ => scheme.has(*symbol),
        };
        let what = format!("`{symbol}` is listed as absent, but the IPC {edition} has it.");
        found.then(|| report("absent", *symbol, what))
    });
    changed.chain(present).collect()
}
