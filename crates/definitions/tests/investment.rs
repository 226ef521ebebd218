//! Which rounds are counted, which companies belong where, and at which rates amounts
//! are converted.

mod support;

use std::collections::BTreeSet;

use sextant_definitions::{
    ALL_INVESTMENT, Definitions, ROUND_KINDS, Span, Status, Subject, SubjectKind,
};
use support::{distinct, shared};

fn builtin() -> Definitions {
    Definitions::builtin().expect("the builtin loads")
}

fn subject(definitions: &Definitions, id: &str) -> Subject {
    definitions.subjects().into_iter().find(|s| s.id == id).expect("the subject is there")
}

#[test]
fn rounds_of_the_method() {
    let rules = builtin().investment_rules;
    assert_eq!(rules.status, Status::Reconstruction);
    assert_eq!(rules.span, Span { first: 2015, last: 2023 });
    for kind in ["pre-seed", "angel", "seed", "series-a", "series-j", "series-unknown"] {
        assert!(rules.counts(kind), "{kind}");
    }
    assert!(rules.counts("private-equity"));
    assert_eq!(rules.optional, ["corporate-round", "convertible-note", "equity-crowdfunding"]);
    for kind in ["grant", "debt-financing", "acquisition", "unknown", "no such kind"] {
        assert!(!rules.counts(kind), "{kind}");
    }
    let lists = [&rules.counted, &rules.optional, &rules.not_counted];
    let all: BTreeSet<&str> = lists.into_iter().flatten().map(String::as_str).collect();
    assert_eq!(all, ROUND_KINDS.into_iter().collect());
}

#[test]
fn capitals_and_blanks_do_not_matter() {
    let definitions = builtin();
    let solar = ["renewable-energy", "solar-power", "energy-renewables"];
    assert_eq!(definitions.investment_subjects("Solar"), solar);
    assert_eq!(definitions.investment_subjects("  sOLAR "), solar);
    assert!(definitions.investment_subjects("Finance").is_empty());
    assert!(definitions.investment_subjects("no such category").is_empty());
}

#[test]
fn a_category_means_what_companies_of_it_do() {
    let definitions = builtin();
    let has = |category: &str, id: &str| {
        definitions.investment_subjects(category).iter().any(|subject| subject == id)
    };
    assert!(has("Robotics", "robotics") && has("Robotics", "advanced-manufacturing-robotics"));
    assert!(has("Internet of Things", "internet-of-things"));
    assert!(has("Artificial Intelligence (AI)", "artificial-intelligence"));
    assert!(has("Foundational AI", "artificial-intelligence") && has("SaaS", "digital"));
    assert!(has("Mobility", "mobility") && !has("Mobility", "tourism"));
    assert!(has("Business Travel", "tourism") && !has("Business Travel", "mobility"));
    // Medicines are not industrial biotechnology.
    assert!(has("Biotechnology", "health") && !has("Biotechnology", "biotechnology"));
}

#[test]
fn a_technology_comes_with_all_it_is_a_part_of() {
    let definitions = builtin();
    for category in definitions.investment_categories() {
        for technology in &definitions.technologies {
            let Some(parent) = &technology.parent else { continue };
            let has = |id: &String| category.subjects.contains(id);
            assert!(!has(&technology.id) || has(parent), "{}", category.name);
        }
        assert_eq!(category.subjects.is_empty(), category.unmapped.is_some(), "{}", category.name);
    }
}

#[test]
fn where_investment_is_expected() {
    let definitions = builtin();
    assert!(
        definitions.ecosystems.iter().all(|e| subject(&definitions, &e.id).investment_expected)
    );
    assert!(subject(&definitions, "solar-power").investment_expected);
    assert!(subject(&definitions, "micro-nanoelectronics-photonics").investment_expected);
    assert!(!subject(&definitions, "biotechnology").investment_expected);
    assert!(!subject(&definitions, "wipo-field-01").investment_expected);
    let last = definitions.subjects().pop().expect("there are subjects");
    assert_eq!((last.id.as_str(), last.kind), (ALL_INVESTMENT, SubjectKind::Total));
    assert!(last.investment_expected && last.is_invested());
    assert!(!last.is_traded() && !last.is_patented() && !last.is_produced());
}

#[test]
fn categories_that_nobody_decided_on_are_listed() {
    let seen = ["Solar", " Finance", "Zeppelins", "zeppelins ", "", "Alchemy"];
    assert_eq!(builtin().unknown_categories(seen), ["alchemy", "zeppelins"]);
}

#[test]
fn every_category_of_the_real_exports_is_decided_on() {
    let Some(folder) = shared().map(|folder| folder.join("investment")) else { return };
    let columns = [
        ("crunchbase-2015/acquisitions.csv.gz", "company_category_list", '|'),
        ("crunchbase-2015/acquisitions.csv.gz", "acquirer_category_list", '|'),
        ("crunchbase-daily-2016/funding_rounds.csv", "company_category_list", '|'),
        ("crunchbase-daily-2016/category_groups.csv", "category_name", '|'),
        ("crunchbase-list-2026/startups_2026-01.csv", "Organization Industries", ','),
        ("crunchbase-list-2026/startups_2026-02.csv", "Organization Industries", ','),
        ("crunchbase-list-2026/startups_tr_2026-02.csv", "Organization Industries", ','),
    ];
    let definitions = builtin();
    for (file, column, separator) in columns {
        let cells = distinct(&folder.join(file), &[column]);
        let seen: Vec<&str> =
            cells.iter().flatten().flat_map(|cell| cell.split(separator)).collect();
        assert!(seen.len() > 40, "{file} has {} categories", seen.len());
        assert_eq!(definitions.unknown_categories(seen), Vec::<String>::new(), "{file}");
    }
}

#[test]
fn rates_of_other_currencies() {
    let rates = builtin().rates;
    // Annual averages as the European Central Bank gives them.
    assert_eq!(rates.per_eur("GBP", 2020), Some(0.88970));
    assert_eq!(rates.per_eur("GBP", 2022), Some(0.85276));
    assert_eq!(rates.per_eur("JPY", 2019), Some(122.01));
    assert_eq!(rates.per_eur("SEK", 2023), Some(11.4788));
    assert_eq!(rates.per_eur("EUR", 2020), Some(1.0));
    assert_eq!(rates.per_eur("USD", 2020), rates.usd_per_eur(2020));
    // Years with rates on only a part of their days, and what was never published.
    assert_eq!(rates.per_eur("RUB", 2022), None);
    assert_eq!(rates.per_eur("ISK", 2018), None);
    assert_eq!(rates.per_eur("HRK", 2023), None);
    assert_eq!(rates.per_eur("gbp", 2020), None);
    let mut sorted = rates.currencies();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(rates.currencies(), sorted);
    for currency in rates.currencies() {
        assert!(
            (2012..=2021).all(|year| currency == "ISK" || rates.per_eur(currency, year).is_some())
        );
    }
    // The lev is tied to the euro, the krone nearly so.
    assert!((2005..=2024).all(|year| rates.per_eur("BGN", year) == Some(1.9558)));
    let krone = |year| rates.per_eur("DKK", year).is_some_and(|rate| (rate - 7.45).abs() < 0.02);
    assert!((2005..=2024).all(krone));
}
