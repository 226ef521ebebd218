//! All queries in one pass over a document.
//!
//! Compiling takes the queries apart into *atoms*: words, phrases and proximities (one
//! for each field they are asked of) and symbol sets, each once however many queries
//! hold it. A document sets the bits of the atoms it has; the queries are then evaluated
//! on the bits. The results are those of [`reference`](crate::reference).
//!
//! ```text
//! text -> blocks of 64 bytes -> masks of letters and digits -> starts of words
//!      -> filter on the first bytes (a few words in a hundred pass)
//!      -> patterns -> neighbours -> atoms -> queries
//! ```
//!
//! Of a phrase or proximity only the rarest word is looked for; its neighbours are
//! looked at when it is found. Texts that are not ASCII are folded first.

mod anchors;
mod blocks;
mod compile;
mod error;
mod filter;
mod found;
mod lexicon;
mod pattern;
mod place;
mod plain;
mod program;
mod scan;
mod spans;
mod symbols;

pub use error::CompileError;
pub use found::Found;
pub use scan::Scratch;

use compile::Atoms;
use lexicon::{Fields, Lexicon};
use program::Program;
use symbols::Symbols;

use crate::{Hierarchy, Query, Scheme, Symbol};

/// Queries made ready to be asked of many documents. It is shared between threads; each
/// has its own [`Scratch`].
///
/// ```
/// use sextant_query::tagger::Tagger;
/// use sextant_query::{Field, NoHierarchy, Query, Text, Word};
///
/// let word = Word { pattern: "photovolt".into(), truncated: true };
/// let query = Query::Text(Field::TitleOrAbstract, Text::Word(word));
/// let tagger = Tagger::new(&[query], &NoHierarchy)?;
/// let (mut scratch, mut found) = (tagger.scratch(), tagger.empty());
/// tagger.title("Photovoltaic module", &mut scratch, &mut found);
/// assert_eq!(tagger.tags(&found).collect::<Vec<_>>(), [0]);
/// # Ok::<(), sextant_query::tagger::CompileError>(())
/// ```
pub struct Tagger {
    lexicon: Lexicon,
    ipc: Symbols,
    cpc: Symbols,
    program: Program,
    atoms: usize,
}

impl Tagger {
    /// Compiles queries. A subgroup with all below it (`/low`) is expanded through the
    /// hierarchy; one that the hierarchy does not know stands for itself alone, as it
    /// does in [`reference`](crate::reference).
    ///
    /// # Errors
    /// A query that the parser would not make: an AND, OR or phrase of nothing, or an AND
    /// or NOT inside a proximity.
    pub fn new(queries: &[Query], hierarchy: &dyn Hierarchy) -> Result<Self, CompileError> {
        let mut atoms = Atoms::default();
        let numbered = queries.iter().enumerate();
        let nodes = numbered.map(|(at, query)| atoms.query(at, query)).collect::<Result<_, _>>()?;
        let symbols = |scheme| {
            let sets = atoms.sets.iter().filter(|(of, ..)| *of == scheme);
            Symbols::new(sets.map(|(_, set, atom)| (set, *atom)), scheme, hierarchy)
        };
        Ok(Self {
            lexicon: Lexicon::new(&atoms.texts),
            ipc: symbols(Scheme::Ipc),
            cpc: symbols(Scheme::Cpc),
            program: Program::new(nodes, atoms.count),
            atoms: atoms.count,
        })
    }

    /// How many atoms there are.
    #[must_use]
    pub fn atoms(&self) -> usize {
        self.atoms
    }

    /// A document of which nothing was found yet.
    #[must_use]
    pub fn empty(&self) -> Found {
        Found::empty(self.atoms)
    }

    /// Room to work in, for one thread.
    #[must_use]
    pub fn scratch(&self) -> Scratch {
        Scratch::default()
    }

    /// Adds the atoms that a title holds.
    pub fn title(&self, text: &str, scratch: &mut Scratch, found: &mut Found) {
        self.lexicon.scan(text, Fields::TITLE, scratch, found);
    }

    /// Adds the atoms that an abstract holds.
    pub fn abstract_(&self, text: &str, scratch: &mut Scratch, found: &mut Found) {
        self.lexicon.scan(text, Fields::ABSTRACT, scratch, found);
    }

    /// Adds the sets that a symbol is in.
    pub fn symbol(&self, scheme: Scheme, symbol: Symbol, found: &mut Found) {
        let symbols = match scheme {
            Scheme::Ipc => &self.ipc,
            Scheme::Cpc => &self.cpc,
        };
        symbols.atoms(symbol).iter().for_each(|atom| found.set(*atom));
    }

    /// The queries that hold for a document, by their position in the list, ascending.
    pub fn tags(&self, found: &Found) -> impl Iterator<Item = usize> {
        self.program.tags(found.words())
    }

    /// Words of a text, for the benchmark of this stage alone.
    #[doc(hidden)]
    pub fn count_words(&self, text: &str, scratch: &mut Scratch) -> usize {
        self.lexicon.words(text, scratch)
    }

    /// Words that pass the filter, for the benchmark of the first two stages alone.
    #[doc(hidden)]
    pub fn count_candidates(&self, text: &str, scratch: &mut Scratch) -> usize {
        self.lexicon.candidates(text, scratch)
    }
}
