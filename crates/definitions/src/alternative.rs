//! What others say that the technologies are, by their patents.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sextant_query::{Query, Scheme};

use crate::patent_query::joined;
use crate::{Names, PatentQuery, Provenance, Status, Technology};

/// Stands for our own definitions wherever sets are named by their ids; none has this id.
pub const OWN_DEFINITIONS: &str = "own";

/// A published set of definitions, as far as it speaks of our technologies: a file of
/// `alternatives/`. It is our condensed reading of the set, never the set itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// Stable id, the name of the file.
    pub id: String,
    /// Version of this reading.
    pub version: String,
    /// Whether it is the official set or a reading of it.
    pub status: Status,
    /// Who publishes the set.
    pub publisher: String,
    /// Which edition of it was read.
    pub edition: String,
    /// How to cite it.
    pub citation: String,
    /// Under which licence it is published.
    pub licence: String,
    /// Name in every language.
    pub names: Names,
    /// How the reading was made and how far to trust it.
    pub provenance: Provenance,
    /// The technologies that the set knows.
    pub readings: Vec<AlternativeReading>,
    /// The green technologies that it does not know, and why.
    #[serde(default)]
    pub gaps: Vec<AlternativeGap>,
    /// Known technologies in reading order, those above included.
    #[serde(skip)]
    pub(crate) compared: Vec<String>,
}

/// What a set says that one technology is: an invention belongs to it that any of the
/// topics finds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AlternativeReading {
    /// Id of a technology without parts.
    pub technology: String,
    /// What a careful reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Its topics, of which one is enough.
    pub topics: Vec<AlternativeTopic>,
}

/// One topic of a set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AlternativeTopic {
    /// What it is about, in our words.
    pub about: String,
    /// What it finds, in the language in which patents are searched:
    /// `IPC:(F03D OR H02K 7/18/low)`. In the Cooperative Patent Classification subgroups
    /// stand for themselves, and ranges for what is below them.
    pub query: String,
}

/// A green technology that a set does not know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AlternativeGap {
    /// Id of a technology without parts.
    pub technology: String,
    /// Why it cannot be compared, a full sentence.
    pub because: String,
}

impl Alternative {
    /// Ids of the technologies that can be compared, in reading order: those that the set
    /// knows, and those above whose parts it knows all.
    #[must_use]
    pub fn technologies(&self) -> &[String] {
        &self.compared
    }

    /// What the set says that each technology without parts is, in the order of the file.
    #[must_use]
    pub fn patent_queries(&self) -> Vec<PatentQuery> {
        self.readings.iter().filter_map(AlternativeReading::query).collect()
    }

    /// Whether the set looks at symbols of a scheme. Where a source has none of that scheme,
    /// what is found under the set is nothing, and says nothing.
    #[must_use]
    pub fn uses(&self, scheme: Scheme) -> bool {
        self.patent_queries().iter().any(|known| uses(&known.query, scheme))
    }

    /// With the technologies that can be compared, of all in reading order.
    pub(crate) fn placed(self, technologies: &[Technology]) -> Self {
        let known = |id: &str| self.readings.iter().any(|reading| reading.technology == id);
        let comparable = |technology: &&Technology| {
            let mut parts = technologies
                .iter()
                .filter(|part| part.parent.as_ref() == Some(&technology.id))
                .peekable();
            let whole = parts.peek().is_some();
            known(&technology.id) || (whole && parts.all(|part| known(&part.id)))
        };
        let compared = technologies.iter().filter(comparable).map(|t| t.id.clone()).collect();
        Self { compared, ..self }
    }
}

impl AlternativeReading {
    /// Any of the topics. What cannot be read is left out, after validation has named it.
    fn query(&self) -> Option<PatentQuery> {
        let topics = self.topics.iter();
        let read = topics.filter_map(|topic| sextant_query::parse(&topic.query).ok()).collect();
        let query = joined(read, Query::Or)?;
        Some(PatentQuery { subject: self.technology.clone(), query })
    }
}

fn uses(query: &Query, wanted: Scheme) -> bool {
    match query {
        Query::Class(scheme, _) => *scheme == wanted,
        Query::Text(..) => false,
        Query::And(parts) | Query::Or(parts) => parts.iter().any(|part| uses(part, wanted)),
        Query::Not(left, right) => uses(left, wanted) || uses(right, wanted),
    }
}
