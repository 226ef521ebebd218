//! The words that every sheet of a language shares.

use serde::{Deserialize, Serialize};

/// The fixed words of the sheet, in its language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// What the publication is, above the country: "Country fact sheet".
    pub kind: String,
    /// Heading of the sentences: "Highlights".
    pub highlights: String,
    /// "Page {page} of {pages}"; shown as it is with the two numbers in place.
    pub page: String,
    /// Heading of the tables: "Key facts".
    pub key_facts: String,
    /// What the tables of key facts are, below their heading.
    pub key_facts_about: String,
    /// Head of the strips that show a rank: "Rank, 1st to last".
    pub rank_strip: String,
    /// Before a figure that could not be drawn: "Not drawn".
    pub not_drawn: String,
    /// Heading: "Method".
    pub method: String,
    /// Heading: "Indicators".
    pub indicators: String,
    /// Heading: "Definitions".
    pub definitions: String,
    /// Before the version of a definition: "version".
    pub version: String,
    /// Heading: "Checksums".
    pub checksums: String,
    /// Heading: "Warnings".
    pub warnings: String,
    /// Heading: "Sources".
    pub sources: String,
    /// Before a source's editions: "Edition".
    pub source_edition: String,
    /// Before a source's licence: "Licence".
    pub licence: String,
    /// Before a source's citation: "Citation".
    pub citation: String,
    /// Before a source's extent: "Files".
    pub extent: String,
    /// Heading: "Observations behind the sentences".
    pub observations: String,
    /// What the list of observations is, and how to look one up.
    pub observations_about: String,
    /// Before the edition's 64 digits: "Edition identifier".
    pub edition_id: String,
}
