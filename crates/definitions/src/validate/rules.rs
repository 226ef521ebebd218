//! Rules: exchange rates and thresholds.

use serde::de::DeserializeOwned;

use super::{Report, common};
use crate::document::{Document, Step};
use crate::rates::{CurrencyRates, ExchangeRatesFile};
use crate::{ExchangeRates, PatentRules, Problem, Route, TradeRules};

/// Reads and checks the exchange rates.
pub(super) fn rates(documents: &[Document], problems: &mut Vec<Problem>) -> Option<ExchangeRates> {
    let (document, file) =
        parse::<ExchangeRatesFile>(documents, "rules/exchange-rates.toml", problems)?;
    let mut report = Report::new(document, problems);
    for (index, rate) in file.rates.iter().enumerate() {
        let at = [Step::Key("rates"), index.into()];
        if file.rates[..index].iter().any(|earlier| earlier.year == rate.year) {
            let what = format!("The year {} has two rates.", rate.year);
            report.add(&at, &rate.year.to_string(), what, "Keep one of them.");
        }
        // The euro has never been below 0.8 or above 1.7 dollars; a rate outside
        // is the reciprocal or a slipped point.
        if !(0.8..=1.7).contains(&rate.usd_per_eur) {
            let value = rate.usd_per_eur.to_string();
            let what = format!("{value} dollars for one euro in {} cannot be right.", rate.year);
            report.add(&at, &value, what, "Write US dollars for one euro, as in 1.1422.");
        }
    }
    common::origin(&mut report, &["provenance".into()], &file.provenance);
    currencies(&mut report, &file.currencies);
    Some(file.into())
}

/// The other currencies: each once, under its code, with rates that can be.
fn currencies(report: &mut Report<'_>, currencies: &[CurrencyRates]) {
    for (index, currency) in currencies.iter().enumerate() {
        let at = [Step::Key("currencies"), index.into(), "code".into()];
        let code = currency.code.as_str();
        let formed = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
        if !formed || ["EUR", "USD"].contains(&code) {
            let what = format!("`{code}` is not the code of another currency.");
            let way_out = "Write three capitals, as in \"GBP\"; the dollar has its own table.";
            report.add(&at, code, what, way_out);
        }
        if currencies[..index].iter().any(|earlier| earlier.code == code) {
            report.add(&at, code, format!("`{code}` is there twice."), "Keep one of them.");
        }
        per_eur(report, index, currency);
    }
}

/// Rates above zero that do not jump. No currency here has lost or gained more than
/// half within a year; what seems to is the reciprocal or a slipped point.
fn per_eur(report: &mut Report<'_>, index: usize, currency: &CurrencyRates) {
    let mut last = None;
    for (place, (year, rate)) in (currency.first_year..).zip(&currency.per_eur).enumerate() {
        let jumps = last.is_some_and(|last: f64| !(0.5..=2.0).contains(&(rate / last)));
        if jumps || !rate.is_finite() || *rate <= 0.0 {
            let at = [Step::Key("currencies"), index.into(), "per_eur".into(), place.into()];
            let what = format!("{rate} {} for one euro in {year} cannot be right.", currency.code);
            let way_out = "Write units of the currency for one euro, one number a year.";
            report.add(&at, &rate.to_string(), what, way_out);
        }
        last = Some(*rate);
    }
}

/// Reads and checks the thresholds of the trade indicators.
pub(super) fn trade(documents: &[Document], problems: &mut Vec<Problem>) -> Option<TradeRules> {
    let (document, rules) = parse::<TradeRules>(documents, "rules/trade.toml", problems)?;
    let mut report = Report::new(document, problems);
    common::version(&mut report, &rules.version);
    common::names(&mut report, &["all_products".into()], &rules.all_products);
    common::coverage(&mut report, rules.code_coverage_full, rules.code_coverage_published);
    Some(rules)
}

/// Reads and checks how inventions are counted.
pub(super) fn patents(documents: &[Document], problems: &mut Vec<Problem>) -> Option<PatentRules> {
    let (document, rules) = parse::<PatentRules>(documents, "rules/patents.toml", problems)?;
    let mut report = Report::new(document, problems);
    common::version(&mut report, &rules.version);
    common::names(&mut report, &["all_patents".into()], &rules.all_patents);
    for route in [Route::DirectIpc, Route::IpcToNace, Route::PatstatNace] {
        let at = ["routes".into(), route.as_str().into()];
        common::names(&mut report, &at, rules.route_names(route));
    }
    common::origin(&mut report, &["provenance".into()], &rules.provenance);
    Some(rules)
}

/// The one document of this path, read.
pub(super) fn parse<'d, T: DeserializeOwned>(
    documents: &'d [Document],
    path: &str,
    problems: &mut Vec<Problem>,
) -> Option<(&'d Document, T)> {
    let Some(document) = documents.iter().find(|document| document.path == path) else {
        problems.push(Problem {
            file: path.to_owned(),
            line: 0,
            column: 0,
            value: None,
            what: "The file is missing.".into(),
            way_out: "Copy it from the definitions that Sextant ships and adapt it.".into(),
        });
        return None;
    };
    match document.parse() {
        Ok(value) => Some((document, value)),
        Err(problem) => {
            problems.push(problem);
            None
        }
    }
}
