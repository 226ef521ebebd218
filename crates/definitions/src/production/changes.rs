//! How the Prodcom list changed from one year to the next.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Deserialize;

/// The changes between the yearly Prodcom lists. A heading that no change of a year
/// names goes on unchanged. One that a change names as old is gone in the new list, and
/// one that a change names as new was not in the old, unless it is its own counterpart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProdcomChanges {
    /// First and last list.
    span: Option<(u16, u16)>,
    /// By year of the new list.
    years: BTreeMap<u16, YearChanges>,
}

/// The changes from one list to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct YearChanges {
    pub(crate) starts: BTreeSet<String>,
    pub(crate) ends: BTreeSet<String>,
    /// New codes by old code.
    pub(crate) becomes: BTreeMap<String, BTreeSet<String>>,
    /// Old codes by new code.
    comes_from: BTreeMap<String, BTreeSet<String>>,
}

impl YearChanges {
    fn add(&mut self, old: &str, new: &str) {
        match (old.is_empty(), new.is_empty()) {
            (true, true) => {}
            (true, false) => {
                self.starts.insert(new.to_owned());
            }
            (false, true) => {
                self.ends.insert(old.to_owned());
            }
            (false, false) => {
                self.becomes.entry(old.to_owned()).or_default().insert(new.to_owned());
                self.comes_from.entry(new.to_owned()).or_default().insert(old.to_owned());
            }
        }
    }

    /// What a heading of the old list became: itself where nothing is said of it,
    /// nothing where it ended.
    pub(crate) fn successors(&self, old: &str) -> BTreeSet<String> {
        self.becomes.get(old).cloned().unwrap_or_else(|| self.itself(old))
    }

    /// What a heading of the new list was before: itself where nothing is said of it,
    /// nothing where it started.
    pub(crate) fn predecessors(&self, new: &str) -> BTreeSet<String> {
        self.comes_from.get(new).cloned().unwrap_or_else(|| self.itself(new))
    }

    /// The heading where no change names it, else none: it is in one of the lists only.
    fn itself(&self, code: &str) -> BTreeSet<String> {
        let linked = self.becomes.contains_key(code) || self.comes_from.contains_key(code);
        let named = linked || self.starts.contains(code) || self.ends.contains(code);
        if named { BTreeSet::new() } else { BTreeSet::from([code.to_owned()]) }
    }
}

impl ProdcomChanges {
    /// Notes that `old` of the list of `from` became, wholly or in part, `new` of the list
    /// of the year after. An empty `old` says that the heading starts, an empty `new` that
    /// it ends. Whether it was taken: both lists are of Prodcom (`prodcom2016`,
    /// `prodcom2017`), one year apart.
    ///
    /// ```
    /// use sextant_definitions::ProdcomChanges;
    ///
    /// let mut changes = ProdcomChanges::default();
    /// assert!(changes.add("prodcom2016", "", "prodcom2017", "29102410"));
    /// assert!(!changes.add("prodcom2016", "29102410", "cn2017", "87038010"));
    /// assert_eq!(changes.span(), Some((2016, 2017)));
    /// ```
    pub fn add(&mut self, from: &str, old: &str, to: &str, new: &str) -> bool {
        let (Some(from), Some(to)) = (list_year(from), list_year(to)) else {
            return false;
        };
        let follows = from.checked_add(1) == Some(to);
        if follows {
            self.cover(from, to);
            self.years.entry(to).or_default().add(old, new);
        }
        follows
    }

    /// Widens the span, for lists between which nothing changed.
    pub(crate) fn cover(&mut self, first: u16, last: u16) {
        let (known_first, known_last) = self.span.unwrap_or((first, last));
        self.span = Some((first.min(known_first), last.max(known_last)));
    }

    /// Years of the first and of the last list; none where no change was noted.
    #[must_use]
    pub fn span(&self) -> Option<(u16, u16)> {
        self.span
    }

    /// Whether no change was noted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.years.is_empty()
    }

    /// The changes to the list of a year from that before, where there are any.
    pub(crate) fn to(&self, year: u16) -> Option<&YearChanges> {
        self.years.get(&year)
    }

    /// Every year with a change and its changes, oldest first.
    pub(crate) fn all(&self) -> impl DoubleEndedIterator<Item = (u16, &YearChanges)> {
        self.years.iter().map(|(year, changes)| (*year, changes))
    }

    /// What a heading of the list before `year` became in it.
    pub(crate) fn successors(&self, year: u16, old: &str) -> BTreeSet<String> {
        match self.to(year) {
            Some(changes) => changes.successors(old),
            None => BTreeSet::from([old.to_owned()]),
        }
    }

    /// What a heading of the list of `year` was in the one before.
    pub(crate) fn predecessors(&self, year: u16, new: &str) -> BTreeSet<String> {
        match self.to(year) {
            Some(changes) => changes.predecessors(new),
            None => BTreeSet::from([new.to_owned()]),
        }
    }

    /// Every single change.
    pub(crate) fn links(&self) -> BTreeSet<Change> {
        let mut links = BTreeSet::new();
        for (year, changes) in self.all() {
            let link = |old: &str, new: &str| Change { year, old: old.into(), new: new.into() };
            links.extend(changes.starts.iter().map(|new| link("", new)));
            links.extend(changes.ends.iter().map(|old| link(old, "")));
            for (old, all) in &changes.becomes {
                links.extend(all.iter().map(|new| link(old, new)));
            }
        }
        links
    }

    pub(crate) fn note(&mut self, year: u16, old: &str, new: &str) {
        self.years.entry(year).or_default().add(old, new);
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Change {
    /// Year of the new list.
    pub(crate) year: u16,
    /// Empty for a heading that starts.
    old: String,
    /// Empty for a heading that ends.
    new: String,
}

impl Change {
    /// The table of the file that it belongs in.
    pub(crate) fn table(&self) -> &'static str {
        match (self.old.is_empty(), self.new.is_empty()) {
            (true, _) => "starts",
            (false, true) => "ends",
            (false, false) => "becomes",
        }
    }

    /// The old heading, or the new one where there is none.
    pub(crate) fn code(&self) -> &str {
        if self.old.is_empty() { &self.new } else { &self.old }
    }

    /// The beginning of a sentence on it.
    pub(crate) fn words(&self) -> String {
        let Self { year, old, new } = self;
        match self.table() {
            "starts" => format!("That `{new}` starts in {year}"),
            "ends" => format!("That `{old}` ends in {year}"),
            _ => format!("That `{old}` became `{new}` in {year}"),
        }
    }
}

/// The year of a list named `prodcom2021`.
pub(crate) fn list_year(nomenclature: &str) -> Option<u16> {
    let digits = nomenclature.strip_prefix("prodcom")?;
    let well_formed = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
    if well_formed { digits.parse().ok() } else { None }
}

/// Form of a heading in a list: eight digits, but for a few of Eurostat's own sums.
const CODE: &str = "^[0-9]{6}[0-9A-Z]{2}$";

/// Form of a year.
const YEAR: &str = "^[0-9]{4}$";

/// The file `expansions/prodcom.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ProdcomChanges")]
pub(crate) struct ProdcomChangesFile {
    /// Year of the first list that the changes were looked for in.
    pub(crate) first_year: u16,
    /// Year of the last list; what is in it is taken to go on.
    pub(crate) last_year: u16,
    /// Headings without a predecessor, by the first year of their list.
    #[serde(default)]
    #[schemars(with = "BTreeMap<Year, Vec<Code>>")]
    pub(crate) starts: BTreeMap<String, Vec<String>>,
    /// Headings without a successor, by the first year without them.
    #[serde(default)]
    #[schemars(with = "BTreeMap<Year, Vec<Code>>")]
    pub(crate) ends: BTreeMap<String, Vec<String>>,
    /// By the year of the new list, all headings that each old one became.
    #[serde(default)]
    #[schemars(with = "BTreeMap<Year, BTreeMap<Code, Vec<Code>>>")]
    pub(crate) becomes: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

/// A heading of eight digits, or one of the few sums with letters at the end.
#[derive(JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
#[schemars(transparent, inline)]
struct Code(#[schemars(regex(pattern = CODE))] String);

/// A year of four digits.
#[derive(JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
#[schemars(transparent, inline)]
struct Year(#[schemars(regex(pattern = YEAR))] String);

/// Whether a text is a code of a list.
pub(crate) fn is_code(text: &str) -> bool {
    text.len() == 8
        && text
            .bytes()
            .enumerate()
            .all(|(place, byte)| byte.is_ascii_digit() || (place >= 6 && byte.is_ascii_uppercase()))
}

impl ProdcomChangesFile {
    /// With years read; what is no year is left out, after validation has named it.
    pub(crate) fn read(&self) -> ProdcomChanges {
        let mut changes = ProdcomChanges::default();
        changes.cover(self.first_year, self.last_year);
        for (year, new, old) in self.links() {
            changes.note(year, old, new);
        }
        changes
    }

    /// Year of the new list, new code, old code.
    fn links(&self) -> Vec<(u16, &str, &str)> {
        let mut links = Vec::new();
        for (year, codes) in by_year(&self.starts) {
            links.extend(codes.iter().map(|new| (year, new.as_str(), "")));
        }
        for (year, codes) in by_year(&self.ends) {
            links.extend(codes.iter().map(|old| (year, "", old.as_str())));
        }
        for (year, table) in by_year(&self.becomes) {
            for (old, new) in table {
                links.extend(new.iter().map(|new| (year, new.as_str(), old.as_str())));
            }
        }
        links
    }
}

fn by_year<T>(table: &BTreeMap<String, T>) -> impl Iterator<Item = (u16, &T)> {
    table.iter().filter_map(|(year, value)| Some((year.parse().ok()?, value)))
}
