//! The real exports, counted beside with the `csv` crate.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::testing::{Kept, failure, read_file, shared};
use crate::{FileReport, InvestmentRound, source};

/// A row by column name, and the `line` on which it stands.
type Row = BTreeMap<String, String>;

const ACQUISITIONS: &str = "investment/crunchbase-2015/acquisitions.csv.gz";
const DAILY: &str = "investment/crunchbase-daily-2016";
const LISTS: [(&str, usize); 3] = [
    ("startups_2026-01.csv", 301),
    ("startups_2026-02.csv", 336),
    ("startups_tr_2026-02.csv", 1_500),
];

/// The rows of a real file, read by another tool than ours.
fn beside(path: &Path) -> Vec<Row> {
    let file = File::open(path).unwrap();
    let stream: Box<dyn Read> = if path.extension().is_some_and(|end| end == "gz") {
        Box::new(flate2::read::MultiGzDecoder::new(file))
    } else {
        Box::new(file)
    };
    let mut table = csv::Reader::from_reader(stream);
    let header = table.headers().unwrap().clone();
    let rows = table.records().map(|record| {
        let record = record.unwrap();
        let cells = header.iter().zip(&record).map(|(name, cell)| (name.into(), cell.into()));
        let line = record.position().unwrap().line().to_string();
        cells.chain([("line".to_owned(), line)]).collect()
    });
    rows.collect()
}

fn both(path: &str) -> Option<(FileReport, Kept, Vec<Row>)> {
    let path = shared(path)?;
    assert!(source("crunchbase").unwrap().wants(&path));
    let (report, kept) = read_file("crunchbase", &path).unwrap();
    Some((report, kept, beside(&path)))
}

fn counted<T: Ord>(values: impl IntoIterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    counts
}

fn undisclosed(round: &InvestmentRound) -> bool {
    round.amount_milli.is_none() && round.amount_usd_milli.is_none()
}

fn currencies(rounds: &[InvestmentRound]) -> BTreeMap<String, usize> {
    let disclosed = rounds.iter().filter(|round| !undisclosed(round));
    counted(disclosed.map(|round| round.currency.to_string()))
}

/// Whole units in thousandths, added.
fn sum<'a>(cells: impl Iterator<Item = &'a String>) -> i128 {
    cells.filter(|cell| !cell.is_empty()).map(|cell| cell.parse::<i128>().unwrap() * 1000).sum()
}

#[test]
fn acquisitions_of_2015() {
    let Some((report, kept, rows)) = both(ACQUISITIONS) else { return };
    let dated = |row: &&Row| {
        row["acquired_at"].get(..4).is_some_and(|year| ("1900"..="2100").contains(&year))
    };
    let good: Vec<&Row> = rows.iter().filter(dated).collect();
    assert_eq!((rows.len(), good.len()), (18_968, 18_954));
    assert_eq!((report.rows_read, kept.rounds.len()), (18_968, good.len()));
    assert!(kept.rounds.iter().all(|round| round.kind == "acquisition"));
    let none = |row: &&&Row| matches!(&*row["price_amount"], "" | "0");
    assert_eq!(
        kept.rounds.iter().filter(|round| undisclosed(round)).count(),
        good.iter().filter(none).count()
    );
    let with_price = good.iter().filter(|row| !none(row));
    assert_eq!(
        currencies(&kept.rounds),
        counted(with_price.map(|row| row["price_currency_code"].clone()))
    );
    let ours: i128 =
        kept.rounds.iter().filter_map(|round| round.amount_milli).map(i128::from).sum();
    assert_eq!(ours, sum(good.iter().map(|row| &row["price_amount"])));
    let zeros = good.iter().filter(|row| row["price_amount"] == "0").count();
    assert_eq!(report.rows_noted, BTreeMap::from([("zero-amount".to_owned(), zeros as u64)]));
    let homeless = good.iter().filter(|row| row["company_country_code"].is_empty()).count();
    assert_eq!(kept.rounds.iter().filter(|round| round.geo.as_str() == "ZZ").count(), homeless);
}

#[test]
fn impossible_dates_of_2015_are_quarantined() {
    let Some((report, kept, rows)) = both(ACQUISITIONS) else { return };
    for year in ["3201", "1201"] {
        let row = rows.iter().find(|row| row["acquired_at"].starts_with(year)).unwrap();
        let bad = kept.bad.iter().find(|bad| bad.detail.contains(year)).unwrap();
        assert_eq!((bad.line.to_string(), bad.reason), (row["line"].clone(), "bad-year"));
    }
    let expected = [("bad-year".to_owned(), 2), ("no-date".to_owned(), 12)];
    assert_eq!(report.rows_quarantined, BTreeMap::from(expected));
}

#[test]
fn daily_rounds_of_2016() {
    let Some((report, kept, rows)) = both(&format!("{DAILY}/funding_rounds.csv")) else { return };
    assert_eq!((report.rows_kept, kept.rounds.len(), rows.len()), (50, 50, 50));
    assert_eq!(report.rows_noted, BTreeMap::new());
    let kinds = counted(rows.iter().map(|row| match &*row["funding_round_type"] {
        "venture" => match &*row["funding_round_code"] {
            "" => "series-unknown".to_owned(),
            letter => format!("series-{}", letter.to_lowercase()),
        },
        other => other.replace('_', "-"),
    }));
    assert_eq!(counted(kept.rounds.iter().map(|round| round.kind.clone())), kinds);
    // An eleventh round has the letter A, and is a seed round by its type.
    assert_eq!(kinds["series-a"], 10);
    let currencies_beside = rows.iter().filter_map(|row| {
        let disclosed = !row["raised_amount_usd"].is_empty() || !row["raised_amount"].is_empty();
        let code = &row["raised_amount_currency_code"];
        disclosed.then(|| if code.is_empty() { "USD".to_owned() } else { code.clone() })
    });
    assert_eq!(currencies(&kept.rounds), counted(currencies_beside));
    assert_eq!(kept.rounds.iter().filter(|round| undisclosed(round)).count(), 3);
    let dollars: i128 =
        kept.rounds.iter().filter_map(|round| round.amount_usd_milli).map(i128::from).sum();
    assert_eq!(dollars, sum(rows.iter().map(|row| &row["raised_amount_usd"])));
    let ids: Vec<String> = rows
        .iter()
        .map(|row| format!("{}-{}", &row["funding_round_uuid"][..8], &row["announced_on"][..4]))
        .collect();
    assert_eq!(kept.rounds.iter().map(|round| round.round.clone()).collect::<Vec<_>>(), ids);
}

#[test]
fn local_prices_of_2016_are_kept_with_their_currency() {
    let Some((_, kept, rows)) = both(&format!("{DAILY}/acquisitions.csv")) else { return };
    assert_eq!((kept.rounds.len(), rows.len()), (50, 50));
    let local: Vec<(i64, &str)> = rows
        .iter()
        .filter(|row| row["price_usd"].is_empty() && !row["price"].is_empty())
        .map(|row| (row["price"].parse::<i64>().unwrap() * 1000, &*row["price_currency_code"]))
        .collect();
    let ours: Vec<(i64, &str)> = kept
        .rounds
        .iter()
        .filter(|round| round.amount_usd_milli.is_none())
        .filter_map(|round| Some((round.amount_milli?, round.currency.as_str())))
        .collect();
    assert_eq!((ours.len(), &ours), (4, &local));
    assert!(ours.contains(&(775_000_000_000, "SEK")));
}

/// Both exports hold these fifty, and so they are the same fifty.
#[test]
fn an_acquisition_in_two_exports_is_one() {
    let Some((_, old, _)) = both(ACQUISITIONS) else { return };
    let Some((_, new, _)) = both(&format!("{DAILY}/acquisitions.csv")) else { return };
    let ids: BTreeSet<&str> = old.rounds.iter().map(|round| &*round.round).collect();
    let missing: Vec<&str> =
        new.rounds.iter().map(|round| &*round.round).filter(|id| !ids.contains(id)).collect();
    assert_eq!(missing, [] as [&str; 0]);
}

#[test]
fn other_tables_of_2016_are_passed_over() {
    let Some(folder) = shared(DAILY) else { return };
    for name in ["category_groups", "events", "investments", "investors", "ipos", "org_parents"] {
        let path = folder.join(format!("{name}.csv"));
        assert!(!source("crunchbase").unwrap().wants(&path), "{name}");
        let message = failure("crunchbase", "x.csv", &std::fs::read(&path).unwrap());
        assert!(message.contains("Crunchbase"), "{message}");
    }
}

#[test]
fn lists_of_2026() {
    for (name, expected) in LISTS {
        let Some((report, kept, rows)) = both(&format!("investment/crunchbase-list-2026/{name}"))
        else {
            return;
        };
        assert_eq!((kept.rounds.len(), rows.len()), (expected, expected), "{name}");
        assert_eq!(report.rows_quarantined, BTreeMap::new());
        let none = rows.iter().filter(|row| row["Money Raised"].is_empty()).count();
        assert_eq!(kept.rounds.iter().filter(|round| undisclosed(round)).count(), none);
        let codes = rows.iter().map(|row| row["Money Raised Currency"].clone());
        assert_eq!(currencies(&kept.rounds), counted(codes.filter(|code| !code.is_empty())));
        for (column, ours) in [
            ("Money Raised", kept.rounds.iter().map(|r| r.amount_milli).collect::<Vec<_>>()),
            ("Money Raised (in USD)", kept.rounds.iter().map(|r| r.amount_usd_milli).collect()),
        ] {
            let ours: i128 = ours.into_iter().flatten().map(i128::from).sum();
            assert_eq!(ours, sum(rows.iter().map(|row| &row[column])), "{name} {column}");
        }
        assert_eq!(
            counted(kept.rounds.iter().map(|round| round.kind.clone())),
            counted(rows.iter().map(|row| kind_beside(&row["Funding Type"])))
        );
        let ids: BTreeSet<&str> = kept.rounds.iter().map(|round| &*round.round).collect();
        assert_eq!(ids.len(), expected, "every round has an id of its own");
    }
}

/// By hand, from the spellings that occur.
fn kind_beside(text: &str) -> String {
    match text {
        "" | "Funding Round" => "unknown".to_owned(),
        "SAFE" => "convertible-note".to_owned(),
        "Venture - Series Unknown" => "series-unknown".to_owned(),
        _ => text.to_lowercase().replace(' ', "-"),
    }
}

#[test]
fn places_of_2026_are_known() {
    let Some((report, kept, rows)) =
        both("investment/crunchbase-list-2026/startups_tr_2026-02.csv")
    else {
        return;
    };
    let named = |name: &str| {
        let country = format!(", {name}, ");
        rows.iter().filter(|row| row["Organization Location"].contains(&country)).count()
    };
    for (name, code) in [("Turkey", "TR"), ("USA", "US"), ("UK", "GB"), ("The Netherlands", "NL")] {
        let ours = kept.rounds.iter().filter(|round| round.geo.as_str() == code).count();
        assert_eq!(ours, named(name), "{name}");
    }
    assert_eq!(report.rows_noted.get("unknown-country"), Some(&(named("Northern Cyprus") as u64)));
    assert_eq!(kept.rounds.iter().filter(|round| round.geo.as_str() == "ZZ").count(), 3);
}
