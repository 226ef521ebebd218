//! Exchange rates.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Provenance;

/// Annual average exchange rates.
#[derive(Clone, Debug, PartialEq)]
pub struct ExchangeRates {
    /// Who publishes them.
    pub source: String,
    /// How to cite them.
    pub citation: String,
    usd_per_eur: BTreeMap<u16, f64>,
    others: BTreeMap<String, BTreeMap<u16, f64>>,
}

impl ExchangeRates {
    /// United States dollars for one euro, average of the year; none where the table
    /// has no such year.
    #[must_use]
    pub fn usd_per_eur(&self, year: u16) -> Option<f64> {
        self.usd_per_eur.get(&year).copied()
    }

    /// Units of a currency for one euro, average of the year; one for the euro itself.
    /// None where the table has no such currency or year. Currencies are ISO 4217 codes
    /// in capitals.
    ///
    /// ```
    /// let rates = sextant_definitions::Definitions::builtin()?.rates;
    /// assert_eq!(rates.per_eur("EUR", 1890), Some(1.0));
    /// assert_eq!(rates.per_eur("USD", 2020), Some(1.1422));
    /// assert!(rates.per_eur("GBP", 2020).is_some_and(|rate| rate < 1.0));
    /// assert_eq!(rates.per_eur("XAU", 2020), None);
    /// # Ok::<(), sextant_definitions::Error>(())
    /// ```
    #[must_use]
    pub fn per_eur(&self, currency: &str, year: u16) -> Option<f64> {
        match currency {
            "EUR" => Some(1.0),
            "USD" => self.usd_per_eur(year),
            other => self.others.get(other)?.get(&year).copied(),
        }
    }

    /// The years with a rate of the dollar, oldest first.
    pub fn years(&self) -> impl Iterator<Item = u16> + '_ {
        self.usd_per_eur.keys().copied()
    }

    /// Every currency with a rate, the euro and the dollar among them, sorted.
    #[must_use]
    pub fn currencies(&self) -> Vec<&str> {
        let others = self.others.keys().map(String::as_str);
        let mut currencies: Vec<&str> = ["EUR", "USD"].into_iter().chain(others).collect();
        currencies.sort_unstable();
        currencies
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
    /// Where they come from and how far they were checked.
    pub(crate) provenance: Provenance,
    /// Currencies other than the dollar.
    #[serde(default)]
    pub(crate) currencies: Vec<CurrencyRates>,
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

/// The average rates of one currency, of years without a gap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CurrencyRates {
    /// ISO 4217 code.
    #[schemars(regex(pattern = "^[A-Z]{3}$"))]
    pub(crate) code: String,
    /// The year of the first number.
    pub(crate) first_year: u16,
    /// Units of the currency for one euro, one number a year.
    pub(crate) per_eur: Vec<f64>,
}

impl From<ExchangeRatesFile> for ExchangeRates {
    fn from(file: ExchangeRatesFile) -> Self {
        let usd_per_eur = file.rates.iter().map(|rate| (rate.year, rate.usd_per_eur)).collect();
        let others = file
            .currencies
            .into_iter()
            .map(|c| (c.code, (c.first_year..).zip(c.per_eur).collect()));
        let others = others.collect();
        Self { source: file.source, citation: file.citation, usd_per_eur, others }
    }
}
