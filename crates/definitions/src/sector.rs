//! Sectors of industry, described by series of statistical tables.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Names, Provenance, Span, Status};

/// A sector of industry: which cells of which statistical tables are its jobs, exports,
/// research spending and investment, and what others have said about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sector {
    /// Stable id, the name of the file.
    pub id: String,
    /// Version of this definition.
    pub version: String,
    /// Whether the definition is an official one.
    pub status: Status,
    /// What a careful reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Name in every language.
    pub names: Names,
    /// What it covers, in a line.
    pub scope: Names,
    /// Its series.
    pub series: Vec<SectorSeries>,
    /// Published figures, to hold the series against.
    #[serde(default)]
    pub statements: Vec<Statement>,
}

/// What a series of a sector measures.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum SeriesId {
    /// Persons employed.
    Jobs,
    /// Exports of goods, in euro.
    Exports,
    /// Spending on research and development, in euro.
    Research,
    /// Investment in fixed assets, in euro.
    Investment,
}

impl SeriesId {
    /// All four, in reading order.
    pub const ALL: [Self; 4] = [Self::Jobs, Self::Exports, Self::Research, Self::Investment];

    /// `jobs`, `exports`, `research` or `investment`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Jobs => "jobs",
            Self::Exports => "exports",
            Self::Research => "research",
            Self::Investment => "investment",
        }
    }

    /// Unit of its levels: `persons` or `EUR`.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self {
            Self::Jobs => "persons",
            Self::Exports | Self::Research | Self::Investment => "EUR",
        }
    }
}

impl fmt::Display for SeriesId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The cells of a statistical table that make a series. A cell belongs to it when its
/// table is `dataset` and, for every dimension of `filter`, its code is among those
/// listed. The value of a year is `factor` times the sum over every combination of the
/// listed codes, and missing unless all of them are there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SectorSeries {
    /// What it measures.
    pub id: SeriesId,
    /// Id of the table in upper case, without agency and version.
    pub dataset: String,
    /// What one unit of the table is: 1000 where it counts thousands.
    pub factor: f64,
    /// Dimension, in lower case, to its codes as published.
    pub filter: BTreeMap<String, Vec<String>>,
    /// Where the choice of table and codes comes from.
    pub provenance: Provenance,
}

impl SectorSeries {
    /// How many cells make the value of one place and year: one for every combination
    /// of the listed codes.
    #[must_use]
    pub fn combinations(&self) -> usize {
        self.filter.values().map(Vec::len).product()
    }
}

/// A figure that someone has published about a sector.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The place it is about.
    pub geo: String,
    /// The series it is about.
    pub series: SeriesId,
    /// What of the series it is about.
    pub what: StatementOf,
    /// The year of a level; first and last year of a change, a factor or a sum.
    pub years: Span,
    /// How the value is meant.
    pub relation: Relation,
    /// The value, in whole units: 53000000000.0 for 53 billion euro.
    pub value: f64,
    /// `persons`, `EUR`, or `ratio` for a factor.
    pub unit: String,
    /// The statement in every language.
    pub text: Names,
    /// Who published it, where.
    pub source: String,
    /// Where it can be read, if it can.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// How far it was checked.
    pub provenance: Provenance,
}

/// What of a series a statement is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StatementOf {
    /// The value of a year.
    Level,
    /// The last year's value less the first's.
    Change,
    /// The last year's value over the first's.
    Factor,
    /// The sum from the first year to the last.
    Sum,
}

impl StatementOf {
    /// `level`, `change`, `factor` or `sum`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Change => "change",
            Self::Factor => "factor",
            Self::Sum => "sum",
        }
    }
}

/// How the value of a statement is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// Rounded, to either side.
    About,
    /// Exceeded.
    Over,
    /// Not quite reached.
    Almost,
}

impl Relation {
    /// `about`, `over` or `almost`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Over => "over",
            Self::Almost => "almost",
        }
    }
}
