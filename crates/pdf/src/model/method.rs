//! Method and sources.

use serde::{Deserialize, Serialize};

/// How the numbers came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Method {
    /// Paragraphs; the first follows the sentence on the reconstruction.
    pub paragraphs: Vec<String>,
    /// The indicators used.
    pub indicators: Vec<Indicator>,
    /// The definitions used.
    pub definitions: Vec<Definition>,
    /// Lines with checksums; empty where the sheet is to carry none.
    pub checksums: Vec<String>,
    /// What a reader must know before quoting a number.
    pub warnings: Vec<String>,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// "Share in world patents".
    pub name: String,
    /// "patent-world-share".
    pub id: String,
    /// What it measures.
    pub about: String,
}

/// A list that says what belongs to a technology or ecosystem.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    /// "Solar power".
    pub name: String,
    /// "solar-power".
    pub id: String,
    /// "1".
    pub version: String,
}

/// A source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// "CEPII".
    pub publisher: String,
    /// "BACI: International Trade Database at the Product-Level".
    pub title: String,
    /// Its editions; empty where it has none.
    pub editions: String,
    /// Its licence.
    pub licence: String,
    /// How to cite it; empty where title and publisher do.
    pub citation: String,
    /// "14 files, 99,110 rows kept".
    pub extent: String,
    /// Whether the files are made up.
    pub demo: bool,
}
