//! What a query says.

use crate::Symbol;

/// A query over a patent's title, abstract and symbols.
///
/// Evaluated over a whole patent family: its symbols are the union of those of its
/// members, its title and abstract are one each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// Words in a field: `TA:( … )`.
    Text(Field, Text),
    /// Symbols of a scheme: `IPC:( … )`.
    Class(Scheme, Classes),
    /// All of them hold; two or more.
    And(Vec<Query>),
    /// One of them holds; two or more.
    Or(Vec<Query>),
    /// The first holds and the second does not.
    Not(Box<Query>, Box<Query>),
}

/// Where words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// `TI`.
    Title,
    /// `AB`.
    Abstract,
    /// `TA`: in either. `AND` and `NOT` look at both together; a phrase or a
    /// proximity lies wholly in one of them.
    TitleOrAbstract,
}

/// Words and how they stand to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// One word.
    Word(Word),
    /// Words one after the other: `"solar cell*"`; two or more.
    Phrase(Vec<Word>),
    /// Two things near each other in one field. Neither side holds `And` or `Not`.
    Near {
        /// `ADJ`: the left side comes first. `NEAR`: in either order.
        ordered: bool,
        /// The first word of the later side stands at most this many words behind the
        /// last word of the earlier one; 1 is the next word. 1 to 99.
        distance: u8,
        /// Left side.
        left: Box<Text>,
        /// Right side.
        right: Box<Text>,
    },
    /// All of them occur; two or more.
    And(Vec<Text>),
    /// One of them occurs; two or more.
    Or(Vec<Text>),
    /// The first occurs and the second does not.
    Not(Box<Text>, Box<Text>),
}

/// A word, folded as texts are: `photovolt*`, `wom?n`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word {
    /// Letters and digits; `?` stands for exactly one.
    pub pattern: String,
    /// Whether any letters or digits may follow (`*`).
    pub truncated: bool,
}

/// A classification of patents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scheme {
    /// International Patent Classification.
    Ipc,
    /// Cooperative Patent Classification.
    Cpc,
}

/// Symbols of one scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Classes {
    /// A set of symbols.
    Set(SymbolSet),
    /// The family has symbols in all of them; two or more.
    And(Vec<Classes>),
    /// The family has a symbol in one of them; two or more.
    Or(Vec<Classes>),
    /// The family has a symbol in the first and none in the second.
    Not(Box<Classes>, Box<Classes>),
}

/// A set of symbols that a line can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SymbolSet {
    /// A subgroup alone (`H01M 4/58`), or everything that lies by number in a class
    /// (`H01`), subclass (`H01M`) or main group (`H01M 4`).
    Named(Symbol),
    /// `H01L 31/00 - H01L 31/078`: from the first to what lies in the last, both
    /// included, in the order of the scheme.
    Range(Symbol, Symbol),
    /// `H01M 4/58/low`: a subgroup and all that is indented below it in the scheme.
    Low(Symbol),
}

impl Scheme {
    /// `ipc` or `cpc`, as stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ipc => "ipc",
            Self::Cpc => "cpc",
        }
    }
}
