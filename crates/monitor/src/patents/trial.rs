//! A definition tried out: what it matches in the lake, and why.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;
use sextant_definitions::Definitions;
use sextant_engine::Engine;
use sextant_lake::Workspace;
use sextant_query::tagger::Tagger;
use sextant_query::{Field, Query, fold, reference};

use super::addresses::Addresses;
use super::bits::Bits;
use super::families::Families;
use super::scan::scan;
use super::tags::{Tags, each_symbol, each_text};
use crate::{MonitorError, Settings, lake_tables};

/// Families whose texts are looked at for the words that matched.
const READ: usize = 2000;
/// Lines of every list.
const LISTED: usize = 15;

/// What a definition matches.
#[derive(Clone, Debug, Serialize)]
pub struct Trial {
    /// The source whose families were tried.
    pub source: String,
    /// Demo data?
    pub demo: bool,
    /// Families that count.
    pub families: usize,
    /// Those that the definition matches.
    pub matched: usize,
    /// How that differs from the definition in force.
    pub change: Option<Change>,
    /// Symbols of matched families that the definition names, and how many have them.
    pub symbols: Vec<(String, usize)>,
    /// Words that its queries found, and in how many families.
    pub words: Vec<(String, usize)>,
    /// Families in which words were looked for: all matched ones, or as many spread
    /// evenly over them.
    pub read: usize,
    /// Matched families, spread evenly.
    pub sample: Vec<Sample>,
    /// Families that are matched now and were not before.
    pub gained: Vec<Sample>,
    /// Families that were matched before and are no more.
    pub lost: Vec<Sample>,
}

/// The definition tried against the one in force.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Change {
    /// Families that the definition in force matches.
    pub before: usize,
    /// Families matched now only.
    pub gained: usize,
    /// Families matched before only.
    pub lost: usize,
}

/// One family.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Sample {
    /// Its number.
    pub family: i64,
    /// Its title, with `[` and `]` around the words found.
    pub title: String,
    /// Its abstract, marked alike.
    #[serde(rename = "abstract")]
    pub abstract_: String,
    /// Its symbols that the definition names.
    pub symbols: Vec<String>,
    /// The words found in title and abstract, folded, each once.
    pub words: BTreeSet<String>,
}

/// Tries queries on the families of the lake: a family is matched if one of `queries`
/// holds. `before` are those of the definition in force, if there is one.
///
/// # Errors
/// When the lake holds no patents, or a query cannot be compiled.
pub async fn try_queries(
    workspace: &Workspace,
    definitions: &Definitions,
    queries: &[Query],
    before: Option<&[Query]>,
    sample: usize,
) -> Result<Trial, MonitorError> {
    let snapshot = workspace.snapshot()?;
    let order = Settings::read(workspace)?.source_order(definitions);
    let source = super::preferred_source(&order, &snapshot)
        .ok_or_else(|| MonitorError::NoPatents { workspace: workspace.root().to_path_buf() })?;
    let engine = Engine::new(None);
    lake_tables::register_source(&engine, workspace, &snapshot, &source).await?;
    let families = Arc::new(Families::read(&engine, &definitions.patent_rules).await?);
    let addresses = Addresses::read(&engine, &families, &definitions.patent_rules, None).await?;
    let all: Vec<Query> = queries.iter().chain(before.into_iter().flatten()).cloned().collect();
    let chosen = &addresses.representatives;
    let tags = Tags::read(&engine, definitions, &all, &families, chosen).await?;
    let (now, was) = matched(&families, &tags, queries.len());
    let only = |a: &[usize], b: &[usize]| -> Vec<usize> {
        a.iter().filter(|family| b.binary_search(family).is_err()).copied().collect()
    };
    let (gained, lost) = match before {
        Some(_) => (only(&now, &was), only(&was, &now)),
        None => (Vec::new(), Vec::new()),
    };
    let read = spread(&now, READ);
    let lists = [spread(&now, sample), spread(&gained, sample), spread(&lost, sample)];
    let wanted = [&read[..], &lists.concat()[..]].concat().into_iter().collect();
    let reader = Reader {
        engine: &engine,
        definitions,
        families: &families,
        chosen: &tags.chosen,
        queries: &all,
    };
    let samples = reader.read(&Arc::new(wanted)).await?;
    let of_read = || read.iter().filter_map(|family| samples.get(family));
    let pick = |families: &[usize]| {
        families.iter().filter_map(|family| samples.get(family).cloned()).collect()
    };
    Ok(Trial {
        source,
        demo: snapshot.demo().unwrap_or(false),
        families: families.len(),
        matched: now.len(),
        change: before.map(|_| Change {
            before: was.len(),
            gained: gained.len(),
            lost: lost.len(),
        }),
        symbols: most(of_read().flat_map(|sample| &sample.symbols).cloned()),
        words: most(of_read().flat_map(|sample| &sample.words).cloned()),
        read: read.len(),
        sample: pick(&lists[0]),
        gained: pick(&lists[1]),
        lost: pick(&lists[2]),
    })
}

/// The families that one of the first `now` queries matches, and those that one of the
/// others does.
fn matched(families: &Families, tags: &Tags, now: usize) -> (Vec<usize>, Vec<usize>) {
    let (mut is, mut was) = (Vec::new(), Vec::new());
    for family in 0..families.len() {
        let queries: Vec<usize> = tags.of(family).collect();
        if queries.iter().any(|query| *query < now) {
            is.push(family);
        }
        if queries.iter().any(|query| *query >= now) {
            was.push(family);
        }
    }
    (is, was)
}

/// So many of them at even distances.
fn spread(families: &[usize], count: usize) -> Vec<usize> {
    let count = count.min(families.len());
    (0..count).map(|at| families[at * families.len() / count]).collect()
}

/// The most frequent, then by name.
fn most(items: impl Iterator<Item = String>) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    items.for_each(|item| *counts.entry(item).or_default() += 1);
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.truncate(LISTED);
    counts
}

/// Reads the texts and symbols of some families.
struct Reader<'a> {
    engine: &'a Engine,
    definitions: &'a Definitions,
    families: &'a Arc<Families>,
    chosen: &'a Arc<Bits>,
    queries: &'a [Query],
}

impl Reader<'_> {
    async fn read(
        &self,
        wanted: &Arc<BTreeSet<usize>>,
    ) -> Result<BTreeMap<usize, Sample>, MonitorError> {
        let number = |family: &usize| {
            self.families.members_of(*family).next().map(|m| self.families.members[m].number())
        };
        let mut samples: BTreeMap<usize, Sample> = wanted
            .iter()
            .map(|f| (*f, Sample { family: number(f).unwrap_or_default(), ..Sample::default() }))
            .collect();
        for (family, part, text) in self.texts(wanted).await? {
            let Some(sample) = samples.get_mut(&family) else { continue };
            match part {
                0 => sample.title = self.marked(&text, Field::Title, &mut sample.words),
                _ => sample.abstract_ = self.marked(&text, Field::Abstract, &mut sample.words),
            }
        }
        for (family, symbol) in self.symbols(wanted).await? {
            if let Some(sample) = samples.get_mut(&family) {
                sample.symbols.push(symbol);
            }
        }
        Ok(samples)
    }

    /// The text with brackets around the words that a query finds, which go to `words`.
    fn marked(&self, text: &str, field: Field, words: &mut BTreeSet<String>) -> String {
        let mut places = BTreeSet::new();
        for query in self.queries {
            places
                .extend(reference::marks(query, text, field).into_iter().map(|m| (m.start, m.end)));
        }
        let mut marked = String::new();
        let mut last = 0;
        for (start, end) in places {
            marked.push_str(text.get(last..start).unwrap_or_default());
            marked.push('[');
            let found = text.get(start..end).unwrap_or_default();
            words.extend(fold::tokens(found).into_iter().map(|token| token.text));
            marked.push_str(found);
            marked.push(']');
            last = end;
        }
        marked + text.get(last..).unwrap_or_default()
    }

    async fn texts(
        &self,
        wanted: &Arc<BTreeSet<usize>>,
    ) -> Result<Vec<(usize, usize, String)>, MonitorError> {
        let (families, wanted) = (Arc::clone(self.families), Arc::clone(wanted));
        let chosen = Arc::clone(self.chosen);
        let found = scan(self.engine, "texts", Vec::new, move |found, batch| {
            each_text(batch, &families, |member, part, text| {
                let family = families.family_of(member);
                if wanted.contains(&family) && chosen.is_set(member, part) {
                    found.push((family, part, text.to_owned()));
                }
            })
        })
        .await?;
        let mut found = found.concat();
        found.sort();
        Ok(found)
    }

    /// The symbols of families that a query names, each once.
    async fn symbols(
        &self,
        wanted: &Arc<BTreeSet<usize>>,
    ) -> Result<BTreeSet<(usize, String)>, MonitorError> {
        let tagger = Arc::new(Tagger::new(self.queries, self.definitions.expansions())?);
        let (families, wanted) = (Arc::clone(self.families), Arc::clone(wanted));
        let found = scan(self.engine, "classes", Vec::new, move |found, batch| {
            let mut atoms = tagger.empty();
            each_symbol(batch, &families, |family, scheme, symbol| {
                if wanted.contains(&family) {
                    atoms.clear();
                    tagger.symbol(scheme, symbol, &mut atoms);
                    if !atoms.is_empty() {
                        let name = scheme.as_str().to_uppercase();
                        found.push((family, format!("{name}:{symbol}")));
                    }
                }
            })
        })
        .await?;
        Ok(found.concat().into_iter().collect())
    }
}
