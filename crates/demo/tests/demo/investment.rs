//! The truth of investment is what a careful reader of the printed tables finds.

use std::collections::{BTreeMap, BTreeSet};

use sextant_demo::{Options, Parts};

use crate::common::{Demo, Row};

const ROUNDS: &str = "crunchbase/funding_rounds_DEMO.csv";
const COMPANIES: &str = "crunchbase/organizations_DEMO.csv";

fn demo(scale: f64, seed: u64) -> Demo {
    Demo::of(Options { scale, seed, parts: Parts::Investment, ..Options::default() })
}

/// Rounds, undisclosed, without a rate, and the amounts in thousandths of a dollar.
#[derive(Default)]
struct Found {
    rounds: u64,
    undisclosed: u64,
    unconverted: u64,
    amounts: Vec<i64>,
}

#[expect(clippy::cast_precision_loss, reason = "as the rule says")]
fn units(milli: i64) -> f64 {
    milli as f64 / 1_000.0
}

/// Dollars in thousandths; none where nothing is said, or where there is no rate.
#[expect(clippy::cast_possible_truncation, reason = "amounts are far below 2^63")]
fn dollars(demo: &Demo, row: &Row, year: u16) -> (bool, Option<i64>) {
    let amount = |column: &str| row[column].parse::<i64>().ok().filter(|amount| *amount > 0);
    if let Some(usd) = amount("raised_amount_usd") {
        return (true, Some(usd * 1_000));
    }
    let Some(local) = amount("raised_amount") else { return (false, None) };
    let rates = &demo.definitions.rates;
    let per_eur = rates.per_eur(&row["raised_amount_currency_code"], year);
    let usd = per_eur.zip(rates.usd_per_eur(year));
    let milli = |(local_rate, usd): (f64, f64)| {
        (units(local * 1_000) / local_rate * usd * 1_000.0).round() as i64
    };
    (true, usd.map(milli))
}

/// By geography, subject and period.
fn found(demo: &Demo) -> BTreeMap<[String; 3], Found> {
    let defs = &demo.definitions;
    let companies: BTreeMap<String, Row> =
        demo.rows(COMPANIES).into_iter().map(|row| (row["uuid"].clone(), row)).collect();
    let span = &defs.investment_rules.span;
    let mut found: BTreeMap<[String; 3], Found> = BTreeMap::new();
    for row in demo.rows(ROUNDS) {
        let year: u16 = row["announced_on"][..4].parse().expect("a date");
        let kind = row["investment_type"].replace('_', "-");
        if year == 3201 || !defs.investment_rules.counted.contains(&kind) {
            continue;
        }
        let company = companies.get(&row["org_uuid"]);
        let own = Some(&row["country_code"]).filter(|code| !code.is_empty());
        let code = own.or(company.map(|company| &company["country_code"]));
        let geo = code.and_then(|code| defs.geographies.by_iso3(code));
        let mut geos = vec!["WORLD".to_owned()];
        geos.extend(geo.map(|geo| geo.code.to_string()));
        if geo.is_some_and(|geo| defs.geographies.eu27().contains(&geo.code)) {
            geos.push("EU27".to_owned());
        }
        let categories = company.map_or("", |company| &company["category_list"]);
        let mut subjects = BTreeSet::from(["all-investment".to_owned()]);
        subjects.extend(categories.split(',').flat_map(|c| defs.investment_subjects(c)).cloned());
        let mut periods = vec![year.to_string()];
        if (span.first..=span.last).contains(&year) {
            periods.push(format!("{}-{}", span.first, span.last));
        }
        let (disclosed, usd) = dollars(demo, &row, year);
        for geo in &geos {
            for subject in &subjects {
                for period in &periods {
                    let key = [geo.clone(), subject.clone(), period.clone()];
                    let cell = found.entry(key).or_default();
                    cell.rounds += 1;
                    cell.undisclosed += u64::from(!disclosed);
                    cell.unconverted += u64::from(disclosed && usd.is_none());
                    cell.amounts.extend(usd);
                }
            }
        }
    }
    found
}

#[test]
fn figures_are_what_the_tables_say() {
    let demo = demo(0.02, 2);
    let found = found(&demo);
    let (mut told, mut zeros) = (0, 0);
    let counted = |row: &Row| {
        let kind = row["investment_type"].replace('_', "-");
        demo.definitions.investment_rules.counted.contains(&kind)
    };
    let december = demo
        .rows(ROUNDS)
        .iter()
        .any(|row| row["announced_on"].starts_with("2023-12") && counted(row));
    let nothing = Found::default();
    for (key, row) in demo.truth("crunchbase") {
        let [indicator, geo, subject, period] = key;
        let cell = found.get(&[geo.clone(), subject, period.clone()]).unwrap_or(&nothing);
        let sum: i64 = cell.amounts.iter().sum();
        let largest = cell.amounts.iter().max().copied().unwrap_or(0);
        let known = cell.rounds == 0 || !cell.amounts.is_empty();
        let money = |milli: i64| if known { units(milli).to_string() } else { String::new() };
        let expected = match indicator.as_str() {
            "investment-rounds" => cell.rounds.to_string(),
            "investment-undisclosed" => cell.undisclosed.to_string(),
            "investment-raised" => money(sum),
            "investment-raised-without-largest" => money(sum - largest),
            _ => continue,
        };
        assert_eq!((&row["value"], &row["numerator"]), (&expected, &expected), "{row:?}");
        assert_eq!(row["n"], cell.rounds.to_string());
        let flags: Vec<&str> = row["status"].split(';').collect();
        assert_eq!(flags.contains(&"undisclosed-amounts"), cell.undisclosed > 0, "{row:?}");
        assert_eq!(flags.contains(&"unconverted-amounts"), cell.unconverted > 0, "{row:?}");
        let is_open = !december && period.ends_with("2023");
        assert_eq!(flags.contains(&"incomplete-year"), is_open, "{row:?}");
        told += u32::from(cell.rounds > 0);
        zeros += u32::from(cell.rounds == 0);
    }
    assert_eq!(usize::try_from(told).unwrap(), found.len() * 4, "every cell is told");
    assert!(told > 1_000 && zeros > 1_000, "{told} and {zeros}");
}

#[test]
fn euro_are_kept_as_they_are_and_dollars_converted() {
    let demo = demo(0.02, 2);
    let truth = demo.truth("crunchbase");
    let key = |indicator: &str| [indicator, "BE", "all-investment", "2021"].map(str::to_owned);
    let value = |id: &str| truth[&key(id)]["value"].parse::<f64>().unwrap();
    let rate = value("investment-raised") / value("investment-raised-eur");
    assert!((0.8..1.4).contains(&rate), "{rate}");
    assert_eq!(truth[&key("investment-raised-eur")]["unit"], "EUR");
}

#[test]
fn every_trap_is_in_the_tables() {
    let demo = demo(0.1, 1);
    let (rounds, companies) = (demo.rows(ROUNDS), demo.rows(COMPANIES));
    let has = |test: &dyn Fn(&Row) -> bool| rounds.iter().any(test);
    let known = demo.definitions.rates.currencies();
    assert!(has(&|row| row["announced_on"].starts_with("3201-")));
    assert!(has(&|row| row["raised_amount"].is_empty() && row["raised_amount_usd"].is_empty()));
    assert!(has(&|row| row["raised_amount_usd"] == "0"));
    for currency in ["EUR", "GBP", "SEK"] {
        assert!(has(&|row| row["raised_amount_usd"].is_empty()
            && row["raised_amount_currency_code"] == currency));
    }
    assert!(has(&|row| {
        let currency = row["raised_amount_currency_code"].as_str();
        !currency.is_empty() && !known.contains(&currency)
    }));
    for kind in ["grant", "debt_financing", "series_a", "pre_seed"] {
        assert!(has(&|row| row["investment_type"] == kind), "{kind}");
    }
    let names = rounds.iter().map(|row| &row["org_name"]);
    assert!(names.chain(companies.iter().map(|row| &row["name"])).all(|n| n.contains("DEMO")));
    let uuids: BTreeSet<&str> = rounds.iter().map(|row| &row["uuid"][..8]).collect();
    assert_eq!(uuids.len(), rounds.len(), "eight digits tell rounds apart");
    assert!(companies.iter().any(|row| row["country_code"].is_empty()));
    assert!(companies.iter().any(|row| row["category_list"].contains(',')));
    assert!(companies.iter().any(|row| row["primary_role"] == "investor"));
    let listed: BTreeSet<&String> = companies.iter().map(|row| &row["uuid"]).collect();
    assert!(has(&|row| !listed.contains(&row["org_uuid"])));
    let planted: serde_json::Value =
        serde_json::from_slice(&demo.bytes("truth/planted.json")).unwrap();
    let impossible = rounds.iter().filter(|row| row["announced_on"].starts_with("3201"));
    assert_eq!(planted["investment"]["noted"]["impossible_date"], impossible.count());
    assert!((10_000..10_010).contains(&rounds.len()));
}
