//! What a fact sheet can be written as.

use sextant_definitions::Lang;

/// A format of fact sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// A page to read and to explore.
    Html,
    /// Pages to print and to hand on.
    Pdf,
    /// Numbers to calculate with.
    Xlsx,
}

impl Format {
    /// All of them, in the order in which they are written.
    pub const ALL: [Self; 3] = [Self::Html, Self::Pdf, Self::Xlsx];

    /// Ending of its files, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
        }
    }
}

/// Which sheets of a country are wanted: each language in each format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Languages; pages link to each other in these.
    pub langs: Vec<Lang>,
    /// Formats; pages link to the others.
    pub formats: Vec<Format>,
}

impl Wanted {
    /// Everything there is.
    #[must_use]
    pub fn all() -> Self {
        Self { langs: Lang::ALL.to_vec(), formats: Format::ALL.to_vec() }
    }
}
