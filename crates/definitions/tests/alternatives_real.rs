//! The published sets as read here, against the published lists.
//!
//! The lists give a topic for each symbol (WIPO) or nothing but symbols (OECD). Which topics
//! or tags are which technology is said here once more, wider than in the definitions: also
//! topics that the readings leave out on purpose count as not covered.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use sextant_definitions::{Definitions, Expansions, IpcScheme, check};
use sextant_query::{Classes, Depth, Hierarchy, Query, Scheme, Symbol, SymbolSet};
use support::inventory::TOPICS;
use support::{ipc_scheme, official, shared};

fn builtin() -> Definitions {
    Definitions::builtin().expect("the builtin loads")
}

/// Groups that the inventory no longer names, because the symbols that it does name took
/// their place after the edition of the scheme at hand; they are neither right nor wrong.
const FORMER: [&str; 4] = ["F24J 1", "F24J 2", "F24J 3", "H02N 6"];

/// Symbols of a list, by topic; the list of the OECD has one topic for all.
type List = BTreeMap<String, BTreeSet<Symbol>>;

fn wipo() -> Option<List> {
    let path = shared()?.join("classifications/ipc/IPC_green_codes.csv");
    let text = std::fs::read_to_string(path).expect("the file can be read");
    let mut list = List::new();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    for record in reader.records() {
        let record = record.expect("a record");
        let symbol = record[0].parse().expect("a symbol");
        // Some blanks of the file do not break lines.
        let topic = record[1].replace('\u{a0}', " ");
        list.entry(topic).or_default().insert(symbol);
    }
    Some(list)
}

fn oecd() -> Option<BTreeSet<Symbol>> {
    let path = shared()?.join("classifications/ipc/ENVTECH_univoco.csv");
    let text = std::fs::read_to_string(path).expect("the file can be read");
    let symbols: BTreeSet<Symbol> = text.lines().filter_map(|line| line.parse().ok()).collect();
    assert!(symbols.len() > 3000, "{}", symbols.len());
    Some(symbols)
}

/// The sets of symbols of a scheme that a query names; those of sets are `OR` alone.
fn sets(query: &Query, wanted: Scheme) -> Vec<SymbolSet> {
    match query {
        Query::Class(scheme, classes) if *scheme == wanted => in_classes(classes),
        Query::Or(parts) => parts.iter().flat_map(|part| sets(part, wanted)).collect(),
        _ => Vec::new(),
    }
}

fn in_classes(classes: &Classes) -> Vec<SymbolSet> {
    match classes {
        Classes::Set(set) => vec![*set],
        Classes::Or(parts) => parts.iter().flat_map(in_classes).collect(),
        // None of the sets asks for several at once; what did would show as missed.
        Classes::And(_) | Classes::Not(..) => Vec::new(),
    }
}

fn has(set: SymbolSet, symbol: Symbol, expansions: &Expansions) -> bool {
    match set {
        SymbolSet::Named(named) => named.contains(symbol),
        SymbolSet::Range(first, last) => first <= symbol && symbol <= last.last(),
        SymbolSet::Low(top) => {
            let below = expansions.below(Scheme::Ipc, top).unwrap_or_default();
            top == symbol || below.contains(&symbol)
        }
    }
}

/// What symbols of a list stand for in the scheme, as the readings take it: a subgroup with
/// what is below it; a head with its group, unless the list names others in the group.
fn covered(
    symbols: &BTreeSet<Symbol>,
    all: &BTreeSet<Symbol>,
    scheme: &IpcScheme,
) -> BTreeSet<Symbol> {
    let mut found = BTreeSet::new();
    for symbol in symbols {
        let group = symbol.above().filter(|_| symbol.to_string().ends_with("/00"));
        let alone = group.is_some_and(|g| all.iter().any(|o| o != symbol && g.contains(*o)));
        let inside = |top: Symbol| scheme.symbols().filter(move |other| top.contains(*other));
        match (group, symbol.depth()) {
            (Some(group), _) if !alone => found.extend(inside(group)),
            (_, Depth::Subgroup) if !alone => {
                found.extend(scheme.below(Scheme::Ipc, *symbol).unwrap_or_default());
            }
            (_, Depth::Subgroup) => {}
            _ => found.extend(inside(*symbol)),
        }
        found.insert(*symbol);
    }
    found
}

fn query_of(definitions: &Definitions, technology: &str) -> Query {
    let queries = definitions.patent_queries();
    queries.into_iter().find(|q| q.subject == technology).expect("a query").query
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand symbols")]
fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole as f64
}

#[expect(clippy::print_stdout, reason = "whoever runs the tests wants to see the overlaps")]
fn tell(text: &str) {
    println!("{text}");
}

#[test]
fn every_symbol_is_in_the_scheme_or_said_to_be_of_another_edition() {
    let Some(lists) = official() else { return };
    let findings = check::codes(&builtin(), &lists);
    let of_sets: Vec<String> = findings
        .iter()
        .filter(|finding| finding.file.starts_with("alternatives/"))
        .map(ToString::to_string)
        .collect();
    assert_eq!(of_sets, Vec::<String>::new());
}

#[test]
fn every_topic_is_one_of_the_inventory() {
    let Some(list) = wipo() else { return };
    for topic in TOPICS.iter().flat_map(|(_, topics)| *topics) {
        assert!(list.contains_key(*topic), "{topic}");
    }
}

/// A query held against a list.
struct Overlap {
    /// Symbols of the list, and those of them that the query does not find.
    listed: usize,
    missed: Vec<String>,
    /// What the query finds in the scheme, and what of it the list does not stand for.
    found: usize,
    extra: Vec<String>,
}

impl Overlap {
    fn of(
        query: &Query,
        listed: &BTreeSet<Symbol>,
        standing: &BTreeSet<Symbol>,
        scheme: &IpcScheme,
    ) -> Self {
        let (definitions, sets) = (builtin(), sets(query, Scheme::Ipc));
        let finds =
            |symbol: &Symbol| sets.iter().any(|s| has(*s, *symbol, definitions.expansions()));
        let missed = listed.iter().filter(|symbol| !finds(symbol));
        let former: Vec<Symbol> =
            FORMER.iter().map(|group| group.parse().expect("a symbol")).collect();
        let groups = scheme.symbols().filter(|symbol| symbol.depth() == Depth::Subgroup);
        let groups = groups.filter(|symbol| !former.iter().any(|group| group.contains(*symbol)));
        let found: Vec<Symbol> = groups.filter(finds).collect();
        let extra = found.iter().filter(|symbol| !standing.contains(*symbol));
        Self {
            listed: listed.len(),
            missed: missed.map(ToString::to_string).collect(),
            extra: extra.map(ToString::to_string).collect(),
            found: found.len(),
        }
    }

    /// Percent of the list that the query finds, and of what it finds that is in the list.
    fn percent(&self) -> [f64; 2] {
        let covered = percent(self.listed - self.missed.len(), self.listed);
        [covered, percent(self.found - self.extra.len(), self.found)]
    }

    fn tell(&self, what: &str) {
        let [covered, right] = self.percent();
        let Self { listed, missed, found, extra } = self;
        tell(&format!(
            "{what}: finds {covered:.1} % of {listed} listed; {right:.1} % of {found} found are in the list"
        ));
        tell(&format!("    missed {} {:?}", missed.len(), &missed[..missed.len().min(20)]));
        tell(&format!("    extra {} {:?}", extra.len(), &extra[..extra.len().min(20)]));
    }
}

#[test]
fn the_inventory_is_read_as_it_is() {
    let (Some(list), Some(scheme)) = (wipo(), ipc_scheme()) else { return };
    let own = builtin();
    let under = own.under("wipo-green-inventory").expect("it is there");
    let all: BTreeSet<Symbol> = list.values().flatten().copied().collect();
    // At least so much is found, and right; and what is left out on purpose.
    let least: [(&str, [f64; 2], &[&str]); 4] = [
        ("solar-power", [92.0, 100.0], &["F03D", "F24D"]),
        ("wind-power", [100.0, 100.0], &[]),
        ("other-renewables", [90.0, 100.0], &["A01H", "B09B", "C12N", "F23B", "F23G"]),
        ("energy-saving", [100.0, 99.0], &[]),
    ];
    for ((technology, topics), (of, least, left_out)) in TOPICS.into_iter().zip(least) {
        assert_eq!(technology, of);
        let listed: BTreeSet<Symbol> =
            topics.iter().flat_map(|topic| &list[*topic]).copied().collect();
        let standing = covered(&listed, &all, &scheme);
        let overlap = |set| Overlap::of(&query_of(set, technology), &listed, &standing, &scheme);
        overlap(&own).tell(&format!("own {technology}"));
        let read = overlap(&under);
        read.tell(&format!("wipo {technology}"));
        let told = read.percent();
        assert!(told[0] >= least[0] && told[1] >= least[1], "{technology}: {told:?}");
        let meant = |symbol: &String| left_out.iter().any(|subclass| symbol.starts_with(subclass));
        assert!(read.missed.iter().all(meant), "{technology}: {:?}", read.missed);
    }
}

/// Tags of the list of the OECD by technology, after the headings of ENV-TECH.
fn heading(tag: Symbol) -> Option<&'static str> {
    let text = tag.to_string();
    let (group, sub) = text.split_once('/')?;
    match (group, sub.get(..2)?) {
        ("Y02E 10", "40" | "44" | "46" | "47" | "50" | "52" | "54" | "56" | "58" | "60") => {
            Some("solar-power")
        }
        ("Y02E 10", "70" | "72" | "74" | "76") => Some("wind-power"),
        ("Y02E 10", "10" | "20" | "22" | "30") | ("Y02E 50", _) | ("C10L 5", "46" | "48") => {
            Some("other-renewables")
        }
        ("Y02B 20" | "Y02B 30" | "Y02B 40" | "Y02B 50" | "Y02B 60" | "Y02B 70" | "Y02B 80", _)
        | ("Y02D 10" | "Y02D 30" | "Y02D 50" | "Y02D 70" | "Y02E 20" | "Y02E 40", _)
        | ("Y02E 60", "10" | "12" | "13" | "14" | "15" | "16" | "78") => Some("energy-saving"),
        _ => None,
    }
}

/// Every tag that the list has under a heading of one of our technologies is found, and
/// every line of ours holds a tag of the list, but for what the list is too old or too
/// narrow for.
#[test]
fn tags_are_those_of_the_list_of_the_oecd() {
    let Some(list) = oecd() else { return };
    let own = builtin();
    // Lines of symbols of which the list has none: those of smart grids (Y04S).
    for (id, unlisted) in [("oecd-env-tech", 0), ("cpc-y02", 4)] {
        let under = own.under(id).expect("it is there");
        let mut unknown = 0;
        for technology in ["solar-power", "wind-power", "other-renewables", "energy-saving"] {
            let query = query_of(&under, technology);
            let lines: Vec<SymbolSet> = [Scheme::Ipc, Scheme::Cpc]
                .into_iter()
                .flat_map(|scheme| sets(&query, scheme))
                .collect();
            let finds = |symbol: &Symbol| lines.iter().any(|s| has(*s, *symbol, own.expansions()));
            let tags: Vec<&Symbol> =
                list.iter().filter(|tag| heading(**tag) == Some(technology)).collect();
            let missed: Vec<&&Symbol> = tags.iter().filter(|tag| !finds(tag)).collect();
            let empty: Vec<&SymbolSet> = lines
                .iter()
                .filter(|line| !list.iter().any(|tag| has(**line, *tag, own.expansions())))
                .collect();
            let elsewhere = list.iter().filter(|t| finds(t) && heading(**t) != Some(technology));
            let elsewhere: Vec<String> = elsewhere.map(ToString::to_string).collect();
            tell(&format!(
                "{id} {technology}: finds {} of {} tags, missed {missed:?}; {} lines, not in the \
                 list {empty:?}; tags of other headings {elsewhere:?}",
                tags.len() - missed.len(),
                tags.len(),
                lines.len()
            ));
            unknown += empty.len();
        }
        assert_eq!(unknown, unlisted, "{id}");
    }
}
