//! Inventions in outline: symbols and phrases, and what they make a family belong to.
//!
//! Many families share an outline, so that the slow reference matcher has to look at
//! each outline once only. What a family belongs to is computed from what is written,
//! never assumed from what it was made for.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use sextant_definitions::{ALL_PATENTS, PatentQuery};
use sextant_query::reference::{self, Document};
use sextant_query::{Field, Symbol};

use crate::Error;
use crate::draws::{Stream, Topic, key_of};
use crate::patstat::demand::{self, Demand, Planner};
use crate::patstat::pool::Pool;
use crate::patstat::symbols::Known;
use crate::world::World;

/// Attempts to make an outline match what it is made for.
const ATTEMPTS: u64 = 40;

/// An outline.
#[derive(Debug, Default)]
pub(super) struct Template {
    pub(super) ipc: Vec<Symbol>,
    pub(super) cpc: Vec<Symbol>,
    /// Phrase of the title, often empty.
    pub(super) title: String,
    /// Phrases of the abstract.
    pub(super) phrases: Vec<String>,
    /// The subjects with and without the phrases of title and abstract.
    subjects: RefCell<[Option<Rc<[usize]>>; 4]>,
}

/// All outlines.
#[derive(Debug)]
pub(super) struct Templates<'a> {
    world: &'a World<'a>,
    pub(super) queries: Vec<PatentQuery>,
    planner: Planner<'a>,
    pub(super) pool: Pool,
    /// What stands between two phrases of an abstract, as far as matching goes.
    gap: String,
    /// Neutral sentences between two phrases.
    pub(super) between: usize,
    variants: u64,
    /// By query, the last for inventions of no query, and variant.
    made: RefCell<Vec<Vec<Option<Rc<Template>>>>>,
    /// For every query the subjects that it stands for: its own and those above.
    subjects: Vec<Vec<usize>>,
    total: Option<usize>,
}

impl<'a> Templates<'a> {
    /// `families` is the number of transnational families.
    pub(super) fn new(world: &'a World<'a>, families: u64) -> Result<Self, Error> {
        let definitions = world.definitions;
        let queries = definitions.patent_queries();
        let all = || queries.iter().map(|query| &query.query);
        let pool = Pool::new(&demand::words(all()))?;
        let reach = demand::reach(all());
        let variants = (families / 50).clamp(12, 1500);
        let empty = vec![None; usize::try_from(variants).unwrap_or(0)];
        Ok(Self {
            gap: format!(" {}", pool.neutral()).repeat(reach + 1) + " ",
            between: reach / pool.apart + 1,
            planner: Planner::new(Known::new(definitions), definitions.expansions()),
            made: RefCell::new(vec![empty; queries.len() + 1]),
            subjects: queries.iter().map(|query| above(world, &query.subject)).collect(),
            total: world.subjects.iter().position(|subject| subject.id == ALL_PATENTS),
            world,
            queries,
            pool,
            variants,
        })
    }

    /// One of the outlines made for a query, or for none.
    pub(super) fn draw(&self, theme: usize, stream: &mut Stream) -> Rc<Template> {
        let variant = stream.below(self.variants);
        let theme = theme.min(self.queries.len());
        let at = usize::try_from(variant).unwrap_or(0);
        if let Some(made) = &self.made.borrow()[theme][at] {
            return Rc::clone(made);
        }
        let made = Rc::new(self.make(theme, variant));
        self.made.borrow_mut()[theme][at] = Some(Rc::clone(&made));
        made
    }

    /// The subjects of a family with this outline, in order; without the phrases of the
    /// title or of the abstract where another text stands in their place.
    pub(super) fn subjects(&self, template: &Template, title: bool, text: bool) -> Rc<[usize]> {
        // Where there is no phrase, its presence makes no difference.
        let (title, text) =
            (title && !template.title.is_empty(), text && !template.phrases.is_empty());
        let at = usize::from(title) * 2 + usize::from(text);
        if let Some(known) = &template.subjects.borrow()[at] {
            return Rc::clone(known);
        }
        let mut subjects: BTreeSet<usize> = self.total.into_iter().collect();
        for (query, above) in self.queries.iter().zip(&self.subjects) {
            if self.matches(query, template, title, text) {
                subjects.extend(above);
            }
        }
        let found: Rc<[usize]> = subjects.into_iter().collect();
        template.subjects.borrow_mut()[at] = Some(Rc::clone(&found));
        found
    }

    fn matches(&self, query: &PatentQuery, template: &Template, title: bool, text: bool) -> bool {
        let phrases = if text { template.phrases.join(&self.gap) } else { String::new() };
        let document = Document {
            title: if title { &template.title } else { "" },
            abstract_: &phrases,
            ipc: &template.ipc,
            cpc: &template.cpc,
        };
        reference::matches(&query.query, &document, self.world.definitions.expansions())
    }

    fn make(&self, theme: usize, variant: u64) -> Template {
        let query = self.queries.get(theme);
        let key = query.map_or(0, |query| key_of(&query.subject));
        let mut made = Template::default();
        for attempt in 0..ATTEMPTS {
            let stream = self.world.draws.stream(Topic::PatentTemplate, &[key, variant, attempt]);
            made = self.attempt(query, stream);
            if query.is_none_or(|query| self.matches(query, &made, true, true)) {
                break;
            }
        }
        // A stream of its own, so that tags move nothing else.
        let stream = self.world.draws.stream(Topic::PatentTemplate, &[key, variant, ATTEMPTS]);
        self.tag(&mut made, stream);
        made
    }

    fn attempt(&self, query: Option<&PatentQuery>, mut stream: Stream) -> Template {
        let mut wanted = Demand::default();
        if let Some(query) = query {
            self.planner.meet(&query.query, &mut stream, &mut wanted);
        }
        if stream.one_in(5)
            && let Some(second) = stream.pick(&self.queries)
        {
            self.planner.meet(&second.query, &mut stream, &mut wanted);
        }
        if stream.one_in(10)
            && let Some(decoy) = stream.pick(&self.queries)
        {
            // Words alone, without the symbols they are asked for with.
            let mut words = Demand::default();
            self.planner.meet(&decoy.query, &mut stream, &mut words);
            wanted.phrases.extend(words.phrases);
        }
        let more = stream.below(3) + u64::from(wanted.ipc.is_empty());
        for _ in 0..more {
            wanted.ipc.extend(stream.pick(&self.planner.known.others));
        }
        self.arrange(wanted, &mut stream)
    }

    /// Puts phrases in title or abstract, and files the invention in the CPC too.
    fn arrange(&self, wanted: Demand, stream: &mut Stream) -> Template {
        let mut made = Template { ipc: wanted.ipc, cpc: wanted.cpc, ..Template::default() };
        for (field, phrase) in wanted.phrases {
            let free = made.title.is_empty();
            match field {
                Field::Title if free => made.title = phrase,
                // A second one keeps its distance.
                Field::Title => made.title = format!("{}{}{phrase}", made.title, self.gap),
                Field::TitleOrAbstract if free && stream.one_in(2) => made.title = phrase,
                Field::TitleOrAbstract | Field::Abstract => made.phrases.push(phrase),
            }
        }
        once(&mut made.ipc);
        made.cpc.extend(made.ipc.iter().filter(|_| !stream.one_in(4)));
        made
    }

    /// Adds symbols of the CPC for what the invention belongs to. Definitions that look at
    /// them find nearly what those find that look at the IPC, but never the same.
    fn tag(&self, made: &mut Template, mut stream: Stream) {
        let known = &self.planner.known;
        for query in self.queries.iter().filter(|query| known.has_cpc(&query.subject)) {
            if self.matches(query, made, true, true) {
                made.cpc.extend(known.cpc_of(&query.subject, &mut stream));
            }
        }
        made.cpc.extend(known.stray(&mut stream));
        once(&mut made.cpc);
    }
}

/// Drops what is there twice and keeps the order.
fn once(symbols: &mut Vec<Symbol>) {
    let mut seen = BTreeSet::new();
    symbols.retain(|symbol| seen.insert(*symbol));
}

/// The places of a subject and of those above it.
fn above(world: &World<'_>, subject: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut id = Some(subject);
    while let Some(at) = id.and_then(|id| world.subjects.iter().position(|s| s.id == id)) {
        places.push(at);
        id = world.subjects[at].parent.as_deref().filter(|_| places.len() < 8);
    }
    places
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "what cannot be unwrapped in a test fails it")]

    use sextant_definitions::Definitions;

    use super::*;
    use crate::Options;

    #[test]
    fn what_is_made_for_a_query_matches_it() {
        let definitions = Definitions::builtin().unwrap();
        let options = Options { scale: 0.001, ..Options::default() };
        let world = World::new(&definitions, options).unwrap();
        let templates = Templates::new(&world, 100).unwrap();
        assert!(templates.queries.len() > 25, "{}", templates.queries.len());
        for (theme, query) in templates.queries.iter().enumerate() {
            for variant in 0..12 {
                let made = templates.make(theme, variant);
                assert!(templates.matches(query, &made, true, true), "{}: {made:?}", query.subject);
                let subjects = templates.subjects(&made, true, true);
                let ids: Vec<&str> =
                    subjects.iter().map(|at| world.subjects[*at].id.as_str()).collect();
                assert!(ids.contains(&query.subject.as_str()) && ids.contains(&ALL_PATENTS));
            }
        }
        let parents = above(&world, "wind-power");
        let ids: Vec<&str> = parents.iter().map(|at| world.subjects[*at].id.as_str()).collect();
        assert_eq!(ids, ["wind-power", "renewable-energy"]);
    }
}
