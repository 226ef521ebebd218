//! How inventions are counted.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Names, Provenance, Status};

/// The file `rules/patents.toml`: what is counted, for whom, in which year, and when a
/// figure carries a flag. The file says why each choice is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PatentRules {
    /// Version of these rules.
    pub version: String,
    /// Whether the rules are official ones.
    pub status: Status,
    /// What is counted once.
    pub unit: Unit,
    /// Which of those units count.
    pub scope: Scope,
    /// Whose address says which country an invention belongs to.
    pub residence: Residence,
    /// How an invention of several countries is counted.
    pub counting: Counting,
    /// The year an invention belongs to.
    pub year: YearOf,
    /// How inventions are assigned to ecosystems.
    pub ecosystem_route: Route,
    /// A share that rests on fewer families is flagged `low-count`.
    pub low_count: u32,
    /// Last years before the date of the data that are not complete and flagged.
    pub truncated_years: u32,
    /// Spans of years that are counted as one period besides single years, so that
    /// small countries have enough families for a comparison.
    pub spans: Vec<Span>,
    /// Sources in order of preference, where several give the same cell.
    pub source_order: Vec<String>,
    /// Names of the subject `all-patents`.
    pub all_patents: Names,
    /// Names of the routes to ecosystems, for figures to say which was taken.
    pub routes: RouteNames,
    /// Where the rules come from.
    pub provenance: Provenance,
}

impl PatentRules {
    /// Whether what is counted, for whom and when, is what the literature on
    /// transnational families counts, and what the texts of figures describe.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        self.unit == Unit::DocdbFamily
            && self.scope == Scope::Transnational
            && self.residence == Residence::Applicant
            && self.counting == Counting::Fractional
            && self.year == YearOf::EarliestFiling
    }

    /// The choices as they are written in the file.
    #[must_use]
    pub fn choices(&self) -> [&'static str; 5] {
        [
            self.unit.as_str(),
            self.scope.as_str(),
            self.residence.as_str(),
            self.counting.as_str(),
            self.year.as_str(),
        ]
    }

    /// The name of a route to ecosystems.
    #[must_use]
    pub fn route_names(&self, route: Route) -> &Names {
        match route {
            Route::DirectIpc => &self.routes.direct_ipc,
            Route::IpcToNace => &self.routes.ipc_to_nace,
            Route::PatstatNace => &self.routes.patstat_nace,
        }
    }
}

/// Several years that are counted as one period, the first and the last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// First year.
    pub first: u16,
    /// Last year.
    pub last: u16,
}

/// What is counted once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// A DOCDB simple family: the same invention, filed in several places.
    DocdbFamily,
    /// An INPADOC extended family: everything linked by a common priority.
    InpadocFamily,
    /// Every application by itself.
    Application,
}

impl Unit {
    /// `docdb-family`, `inpadoc-family` or `application`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DocdbFamily => "docdb-family",
            Self::InpadocFamily => "inpadoc-family",
            Self::Application => "application",
        }
    }
}

/// Which units count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Those with an international or a European application (Frietsch and Schmoch 2010).
    Transnational,
    /// All.
    All,
}

impl Scope {
    /// `transnational` or `all`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Transnational => "transnational",
            Self::All => "all",
        }
    }
}

/// Whose address says which country an invention belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Residence {
    /// The applicants': who owns it.
    Applicant,
    /// The inventors': where it was made.
    Inventor,
}

impl Residence {
    /// `applicant` or `inventor`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Applicant => "applicant",
            Self::Inventor => "inventor",
        }
    }
}

/// How an invention of several countries is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Counting {
    /// In equal parts for each applicant or inventor; the parts add up to one.
    Fractional,
    /// As one for every country; countries add up to more than the world.
    Whole,
    /// As one for the country of the first named.
    FirstNamed,
}

impl Counting {
    /// `fractional`, `whole` or `first-named`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fractional => "fractional",
            Self::Whole => "whole",
            Self::FirstNamed => "first-named",
        }
    }
}

/// The year an invention belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum YearOf {
    /// The earliest filing of the family, priorities included.
    EarliestFiling,
    /// The filing of the application itself.
    Filing,
}

impl YearOf {
    /// `earliest-filing` or `filing`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::EarliestFiling => "earliest-filing",
            Self::Filing => "filing",
        }
    }
}

/// How inventions are assigned to ecosystems.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Route {
    /// By the IPC lists of the ecosystems: what the invention is.
    DirectIpc,
    /// By probabilities from IPC classes to industries, and the industries' shares in
    /// ecosystems: whose invention it is.
    IpcToNace,
    /// By the industries that PATSTAT gives to applications, and the same shares.
    PatstatNace,
}

impl Route {
    /// `direct-ipc`, `ipc-to-nace` or `patstat-nace`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DirectIpc => "direct-ipc",
            Self::IpcToNace => "ipc-to-nace",
            Self::PatstatNace => "patstat-nace",
        }
    }
}

/// Names of the routes to ecosystems.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RouteNames {
    /// Of `direct-ipc`.
    pub direct_ipc: Names,
    /// Of `ipc-to-nace`.
    pub ipc_to_nace: Names,
    /// Of `patstat-nace`.
    pub patstat_nace: Names,
}
