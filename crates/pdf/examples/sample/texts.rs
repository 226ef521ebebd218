//! The texts of the made-up sheet, in four languages.

use std::collections::BTreeMap;

use serde::Deserialize;
use sextant_pdf::{DashboardColumn, Demo, Indicator, Source, Words};

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Texts {
    pub(crate) country: String,
    pub(crate) kind: String,
    pub(crate) lead: String,
    pub(crate) edition: String,
    pub(crate) demo: Demo,
    pub(crate) reconstruction: String,
    pub(crate) words: Words,
    pub(crate) sentences: Vec<String>,
    pub(crate) board: Board,
    pub(crate) subjects: Vec<Vec<Subject>>,
    pub(crate) facts: Vec<Facts>,
    pub(crate) sections: Vec<Heading>,
    pub(crate) head: Vec<String>,
    pub(crate) note: String,
    pub(crate) source: String,
    pub(crate) why: String,
    pub(crate) indicators: Vec<Indicator>,
    pub(crate) paragraph: String,
    pub(crate) sources: Vec<Source>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Board {
    pub(crate) title: String,
    pub(crate) about: String,
    pub(crate) subject: String,
    pub(crate) columns: Vec<DashboardColumn>,
    pub(crate) groups: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Subject {
    pub(crate) name: String,
    pub(crate) part: bool,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Facts {
    pub(crate) caption: String,
    pub(crate) columns: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Heading {
    pub(crate) title: String,
    pub(crate) figures: Vec<String>,
}

/// The texts of a language.
pub(crate) fn texts(lang: &str) -> Option<Texts> {
    let all: BTreeMap<String, Texts> =
        serde_json::from_str(include_str!("texts.json")).expect("texts.json is complete");
    all.get(lang).cloned()
}
