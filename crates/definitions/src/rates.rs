//! Exchange rates.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Annual average exchange rates.
#[derive(Clone, Debug, PartialEq)]
pub struct ExchangeRates {
    /// Who publishes them.
    pub source: String,
    /// How to cite them.
    pub citation: String,
    usd_per_eur: BTreeMap<u16, f64>,
}

impl ExchangeRates {
    /// United States dollars for one euro, average of the year; none where the table
    /// has no such year.
    #[must_use]
    pub fn usd_per_eur(&self, year: u16) -> Option<f64> {
        self.usd_per_eur.get(&year).copied()
    }

    /// The years with a rate, oldest first.
    pub fn years(&self) -> impl Iterator<Item = u16> + '_ {
        self.usd_per_eur.keys().copied()
    }
}

/// The file `rules/exchange-rates.toml`.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ExchangeRates")]
pub(crate) struct ExchangeRatesFile {
    /// Who publishes the rates.
    source: String,
    /// How to cite them.
    citation: String,
    /// One entry a year.
    pub(crate) rates: Vec<AnnualRate>,
}

/// The average rate of a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnnualRate {
    /// Calendar year.
    pub(crate) year: u16,
    /// United States dollars for one euro.
    pub(crate) usd_per_eur: f64,
}

impl From<ExchangeRatesFile> for ExchangeRates {
    fn from(file: ExchangeRatesFile) -> Self {
        let usd_per_eur = file.rates.iter().map(|rate| (rate.year, rate.usd_per_eur)).collect();
        Self { source: file.source, citation: file.citation, usd_per_eur }
    }
}
