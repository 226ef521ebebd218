use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::testing::{Kept, failure, gzip, read_file, read_text, read_with, written, zip};
use crate::{Day, FileReport, InvestmentRound, ReadOptions, source};

const PERMALINKS: &str = "company_permalink,company_name,company_category_list,company_market,company_country_code,company_state_code,company_region,company_city,funding_round_permalink,funding_round_type,funding_round_code,funded_at,funded_month,funded_quarter,funded_year,raised_amount_usd\n";
const DAILY: &str = "company_name,country_code,state_code,region,city,company_category_list,funding_round_type,funding_round_code,announced_on,raised_amount_usd,raised_amount,raised_amount_currency_code,post_money_valuation_usd,post_money_valuation,pre_money_currency_code,investor_count,investor_names,cb_url,company_uuid,funding_round_uuid\n";
const BULK: &str = "uuid,name,type,permalink,cb_url,rank,created_at,updated_at,country_code,state_code,region,city,investment_type,announced_on,raised_amount_usd,raised_amount,raised_amount_currency_code,post_money_valuation_usd,post_money_valuation,post_money_valuation_currency_code,investor_count,org_uuid,org_name,lead_investor_uuids\n";
const LIST: &str = "Transaction Name,Transaction Name URL,Funding Type,Money Raised,Money Raised Currency,Money Raised (in USD),Announced Date,Funding Stage,Organization Description,Organization Website,Number of Funding Rounds,Organization Industries,Organization Location,Lead Investors\n";
const BOUGHT: &str = "company_permalink,company_name,company_category_list,company_country_code,company_state_code,company_region,company_city,acquirer_permalink,acquirer_name,acquirer_category_list,acquirer_country_code,acquirer_state_code,acquirer_region,acquirer_city,acquired_at,acquired_month,price_amount,price_currency_code\n";
const BOUGHT_DAILY: &str = "acquiree_name,acquiree_country_code,state_code,acquiree_region,acquiree_city,acquirer_name,acquirer_country_code,acquirer_state_code,acquirer_region,acquirer_city,acquired_on,price_usd,price,price_currency_code,acquiree_cb_url,acquirer_cb_url,acquiree_uuid,acquirer_uuid,acquisition_uuid\n";
const BOUGHT_BULK: &str = "uuid,name,type,permalink,cb_url,rank,created_at,updated_at,acquiree_uuid,acquiree_name,acquiree_cb_url,acquiree_country_code,acquiree_state_code,acquiree_region,acquiree_city,acquirer_uuid,acquirer_name,acquirer_cb_url,acquirer_country_code,acquirer_state_code,acquirer_region,acquirer_city,acquisition_type,acquired_on,price_usd,price,price_currency_code\n";

fn read(text: &str) -> (FileReport, Kept) {
    read_text("crunchbase", "export.csv", text).unwrap()
}

fn count(counts: &BTreeMap<String, u64>, reason: &str) -> u64 {
    counts.get(reason).copied().unwrap_or_default()
}

fn reasons(kept: &Kept) -> Vec<(u64, &str)> {
    kept.bad.iter().map(|bad| (bad.line, bad.reason)).collect()
}

fn amounts(round: &InvestmentRound) -> (Option<i64>, &str, Option<i64>) {
    (round.amount_milli, round.currency.as_str(), round.amount_usd_milli)
}

#[test]
fn rounds_with_permalinks() {
    let (report, kept) = read(&format!(
        "{PERMALINKS}/organization/acme,Acme,|Software|Big Data|, Software ,BEL,,Ghent,Ghent,/funding-round/9A01d05418af9f794eebff7ace91f638,venture,B,2015-01-05,2015-01,2015-Q1,2015,10000000.5\n\
         /organization/beta,Beta,,,ROM,,,,/funding-round/22dacff496eb7acb2b901dec1dfe5633,venture,,2014-10-14,,,,\n"
    ));
    assert_eq!((report.rows_read, report.rows_kept), (2, 2));
    assert_eq!(report.rows_noted, BTreeMap::new());
    let [acme, beta] = kept.rounds.as_slice() else { panic!("{:?}", kept.rounds) };
    assert_eq!((acme.round.as_str(), acme.kind.as_str()), ("9a01d054-2015", "series-b"));
    assert_eq!((acme.company.as_str(), acme.name.as_str()), ("/organization/acme", "Acme"));
    assert_eq!(acme.announced, Day { year: 2015, month: 1, day: 5 });
    assert_eq!((acme.geo.as_str(), acme.categories.as_str()), ("BE", "big data|software"));
    assert_eq!(amounts(acme), (Some(10_000_000_500), "USD", Some(10_000_000_500)));
    assert_eq!((beta.geo.as_str(), beta.kind.as_str()), ("RO", "series-unknown"));
    assert_eq!(amounts(beta), (None, "", None));
}

#[test]
fn daily_rounds() {
    let (_, kept) = read(&format!(
        "{DAILY}Acme,ITA,,Milan,Milan,Mobile|Travel,seed,,2013-10-30,707630,550000,EUR,,,,5,\"A, B\",https://x,418fff3d-b1a2-99f6-ce46-a55dd0385ea6,a6dd0dd6-b0bb-1be9-adf7-50abc6317d92\n\
         Beta,,,,,,venture,A,2013-11-01,,1500000,SEK,,,,1,C,https://y,c1,1637e281-e23d-cca8-0552-1c5588360bf2\n"
    ));
    let [acme, beta] = kept.rounds.as_slice() else { panic!("{:?}", kept.rounds) };
    assert_eq!((acme.round.as_str(), acme.kind.as_str()), ("a6dd0dd6-2013", "seed"));
    assert_eq!(acme.company, "418fff3d-b1a2-99f6-ce46-a55dd0385ea6");
    assert_eq!(amounts(acme), (Some(550_000_000), "EUR", Some(707_630_000)));
    assert_eq!(acme.categories, "mobile|travel");
    assert_eq!((beta.geo.as_str(), beta.kind.as_str()), ("ZZ", "series-a"));
    assert_eq!(amounts(beta), (Some(1_500_000_000), "SEK", None));
}

#[test]
fn bulk_rounds_have_no_categories_and_organisations_have_them() {
    let (_, kept) = read(&format!(
        "{BULK}d1000000-1111-2222-3333-444455556666,Series A - Acme,funding_round,series-a--d1000000,https://c,1,,,BEL,,,Ghent,series_a,2020-03-04,2000000,2000000,USD,,,,2,o1,Acme,\n"
    ));
    let [round] = kept.rounds.as_slice() else { panic!("{:?}", kept.rounds) };
    assert_eq!((round.round.as_str(), round.kind.as_str()), ("d1000000-2020", "series-a"));
    assert_eq!((round.company.as_str(), round.name.as_str()), ("o1", "Acme"));
    assert_eq!((round.geo.as_str(), round.categories.as_str()), ("BE", ""));
    let header = "uuid,name,type,permalink,cb_url,rank,created_at,updated_at,legal_name,roles,domain,homepage_url,country_code,category_list,category_groups_list,primary_role\n";
    let (report, kept) = read(&format!(
        "{header}o1,Acme,organization,acme,,1,,,Acme NV,\"investor,company\",,,BEL,\"Software,Battery\",\"Energy,Software\",company\n\
         o2,Fund,organization,fund,,2,,,,investor,,,USA,,,investor\n\
         o3,Plain,organization,plain,,3,,,,,,,,,,\n\
         o4,School,organization,school,,4,,,,,,,USA,,,school\n\
         ,Nobody,organization,,,5,,,,company,,,USA,,,company\n"
    ));
    let companies: Vec<_> =
        kept.companies.iter().map(|c| (&*c.company, c.geo.as_str(), &*c.categories)).collect();
    assert_eq!(companies, [("o1", "BE", "battery|software"), ("o3", "ZZ", "")]);
    assert_eq!(count(&report.rows_left_out, "not-a-company"), 2);
    assert_eq!(reasons(&kept), [(6, "no-id")]);
}

#[test]
fn companies_of_the_other_exports() {
    let (_, kept) = read(
        "permalink,name,homepage_url,category_list,market,funding_total_usd,status,country_code\n\
         /organization/acme,Acme,http://acme.be,|Games|, Analytics ,-,operating,BEL\n",
    );
    let [acme] = kept.companies.as_slice() else { panic!("{:?}", kept.companies) };
    assert_eq!(
        (acme.company.as_str(), acme.categories.as_str()),
        ("/organization/acme", "analytics|games")
    );
    let (report, kept) = read(
        "company_name,primary_role,country_code,category_list,category_group_list,uuid\n\
         Acme,company,BEL,Games|Apps,Software,o1\nFund,investor,BEL,,,o2\n",
    );
    let [acme] = kept.companies.as_slice() else { panic!("{:?}", kept.companies) };
    assert_eq!((&*acme.company, &*acme.name, &*acme.categories), ("o1", "Acme", "apps|games"));
    assert_eq!(count(&report.rows_left_out, "not-a-company"), 1);
}

#[test]
fn lists_of_transactions() {
    let (report, kept) = read(&format!(
        "{LIST}Seed Round - Acme - Energy,https://www.crunchbase.com/funding_round/acme-seed--9d3fc104,Seed,5000000,EUR,5900000,2026-01-28,Seed,\"Makes, sells\",https://acme.be,1,\"Artificial Intelligence (AI), Battery\",\"Ghent, Flemish Region, Belgium, Europe\",X\n\
         RUYAN - AI,https://ruyan.example,,,,,2026-01-01,,,,,SaaS,\"Luxembourg, Luxembourg (Country), Europe\",\n\
         Angel Round - B,https://www.crunchbase.com/funding_round/b-angel--0000000a,Angel,1,USD,1,2026-01-02,,,,,,,\n\
         C,,SAFE,1,USD,,2026-01-03,,,,,,\"Nicosia, Northern Cyprus, Asia\",\n"
    ));
    let [acme, ruyan, angel, safe] = kept.rounds.as_slice() else { panic!("{:?}", kept.rounds) };
    assert_eq!((acme.round.as_str(), acme.name.as_str()), ("9d3fc104-2026", "Acme - Energy"));
    assert_eq!((acme.geo.as_str(), acme.kind.as_str()), ("BE", "seed"));
    assert_eq!(acme.categories, "artificial intelligence (ai)|battery");
    assert_eq!(amounts(acme), (Some(5_000_000_000), "EUR", Some(5_900_000_000)));
    assert_eq!(ruyan.round, "https://ruyan.example|RUYAN - AI|2026-01-01");
    assert_eq!((ruyan.name.as_str(), ruyan.kind.as_str()), ("RUYAN - AI", "unknown"));
    assert_eq!((ruyan.geo.as_str(), amounts(ruyan)), ("LU", (None, "", None)));
    assert_eq!((angel.geo.as_str(), angel.company.as_str()), ("ZZ", ""));
    assert_eq!((safe.round.as_str(), safe.kind.as_str()), ("|C|2026-01-03", "convertible-note"));
    assert_eq!(safe.geo.as_str(), "ZZ");
    assert_eq!(amounts(safe), (Some(1_000), "USD", Some(1_000)));
    assert_eq!(report.rows_noted, BTreeMap::from([("unknown-country".to_owned(), 1)]));
}

#[test]
fn an_acquisition_is_one_in_every_export() {
    let permalinks = "/organization/everis,Everis,Consulting|Software,ESP,,Madrid,Madrid,/organization/ntt-data,NTT Data,,JPN,,,,2013-11-01,2013-11,,USD\n";
    let daily = "Everis,ESP,,Madrid,Madrid,NTT Data,JPN,,Tokyo,Tokyo,2013-11-01,,559000000,EUR,https://www.crunchbase.com/organization/everis,https://www.crunchbase.com/organization/ntt-data,e78721f5,7f40c647,c6461b42-24c8-59a4-0856-c02f8ce6b067\n";
    let bulk = "c6461b42-24c8-59a4-0856-c02f8ce6b067,Everis acquired,acquisition,p,https://c,9,,,e78721f5,Everis,https://www.crunchbase.com/organization/everis,ESP,,,,7f40c647,NTT Data,https://www.crunchbase.com/organization/ntt-data,JPN,,,,acquisition,2013-11-02,,559000000,EUR\n";
    let mut rounds = Vec::new();
    for text in [
        format!("{BOUGHT}{permalinks}"),
        format!("{BOUGHT_DAILY}{daily}"),
        format!("{BOUGHT_BULK}{bulk}"),
    ] {
        rounds.extend(read(&text).1.rounds);
    }
    for round in &rounds {
        assert_eq!(round.round, "acquisition|everis|ntt-data|2013");
        assert_eq!((round.kind.as_str(), round.geo.as_str()), ("acquisition", "ES"));
        assert_eq!(round.name, "Everis");
    }
    assert_eq!(rounds[0].categories, "consulting|software");
    assert_eq!(amounts(&rounds[0]), (None, "", None), "a currency alone is no amount");
    assert_eq!(amounts(&rounds[1]), (Some(559_000_000_000), "EUR", None));
    assert_eq!((rounds[1].company.as_str(), rounds.len()), ("e78721f5", 3));
    let without_links = daily.replace("https://www.crunchbase.com/organization/", "");
    let without_links = without_links.replace("everis,ntt-data", ",");
    let (_, kept) = read(&format!("{BOUGHT_DAILY}{without_links}"));
    assert_eq!(kept.rounds[0].round, "c6461b42-2013");
}

#[test]
fn amounts_are_exact_and_doubtful_ones_noted() {
    let row = |cells: &str| format!("Acme,BEL,,,,,seed,,2013-10-30,{cells},,,,,,,c1,a6dd0dd6\n");
    let (report, kept) = read(&format!(
        "{DAILY}{}{}{}{}{}{}{}{}",
        row("0,,"),
        row("0,500,SEK"),
        row(",500,"),
        row("70.125,500,"),
        row(",0.001,usd"),
        row(",9007199254740993,IDR"),
        row("-5,,"),
        row("\"1,500\",,"),
    ));
    let expected = [
        (None, "", None),
        (Some(500_000), "SEK", None),
        (Some(500_000), "", None),
        (Some(70_125), "USD", Some(70_125)),
        (Some(1), "USD", Some(1)),
        (Some(9_007_199_254_740_993_000), "IDR", None),
    ];
    assert_eq!(kept.rounds.iter().map(amounts).collect::<Vec<_>>(), expected);
    assert_eq!(count(&report.rows_noted, "zero-amount"), 2);
    assert_eq!(count(&report.rows_noted, "amount-without-currency"), 2);
    assert_eq!(reasons(&kept), [(8, "negative-value"), (9, "bad-number")]);
    assert!(kept.bad[1].detail.starts_with("Column raised_amount_usd holds `1,500`"));
}

#[test]
fn what_cannot_be_right_is_quarantined_with_its_line() {
    let row =
        |day: &str| format!("/organization/a,A,,BEL,,,,/organization/b,B,,,,,,{day},,1,USD\n");
    let days = ["3201-06-14", "1201-01-01", "", "2014-02-30", "2014-02-28 10:00:00"];
    let text: String = days.iter().map(|day| row(day)).collect();
    let (report, kept) = read(&format!("{BOUGHT}{text}"));
    assert_eq!(reasons(&kept), [(2, "bad-year"), (3, "bad-year"), (4, "no-date"), (5, "bad-date")]);
    assert_eq!(
        kept.bad[0].detail,
        "Column acquired_at holds `3201-06-14`, whose year is outside 1900 to 2100."
    );
    assert!(kept.bad[2].detail.starts_with("Column acquired_at is empty"));
    assert_eq!((report.rows_read, report.rows_kept), (5, 1));
    let nameless = format!("{LIST},,Seed,1,USD,1,2026-01-01,,,,,,,\n");
    assert_eq!(reasons(&read(&nameless).1), [(2, "no-name")]);
}

#[test]
fn unknown_kinds_and_countries_are_kept_and_noted() {
    let (report, kept) = read(&format!(
        "{BULK}d1000000-1111-2222-3333-444455556666,S,funding_round,p,u,1,,,QQQ,,,,revenue_financing,2020-03-04,,,,,,,,o1,Acme,\n"
    ));
    assert_eq!((&*kept.rounds[0].kind, &*kept.rounds[0].geo), ("revenue-financing", "ZZ"));
    assert_eq!(count(&report.rows_noted, "unknown-kind"), 1);
    assert_eq!(count(&report.rows_noted, "unknown-country"), 1);
}

#[test]
fn a_missing_column_is_named() {
    for (header, column) in [
        (PERMALINKS, "funded_at"),
        (DAILY, "announced_on"),
        (BULK, "org_uuid"),
        (LIST, "Announced Date"),
        (BOUGHT, "acquired_at"),
        (BOUGHT_DAILY, "price_currency_code"),
    ] {
        let text = format!("{}1,2\n", header.replace(column, "other"));
        let message = failure("crunchbase", "export.csv", text.as_bytes());
        let start = format!("line 1: column {column} missing from those that crunchbase needs");
        assert!(message.contains(&start), "{message}");
    }
    let message = failure("crunchbase", "funding_rounds.csv", b"uuid,name\n1,2\n");
    assert!(message.contains("investment_type"), "{message}");
}

#[test]
fn tables_without_rounds_are_passed_over_or_refused() {
    for (columns, word) in [
        (
            "company_permalink,company_name,investor_permalink,funding_round_permalink,funded_at",
            "repeats a round",
        ),
        ("funding_round_uuid,investor_uuid,is_lead_investor", "repeats a round"),
        ("investor_name,domain,country_code,investor_type,uuid", "neither rounds nor companies"),
        ("name,went_public_on,price_usd,price,price_currency_code,uuid", "neither rounds"),
        ("uuid,name,type,permalink,cb_url,rank,description", "neither rounds"),
    ] {
        let text = format!("{columns}\n1,2\n");
        let message = failure("crunchbase", "other.csv", text.as_bytes());
        assert!(message.contains(word), "{message}");
        let (_folder, path) = written("rounds.csv", text.as_bytes());
        let wanted = source("crunchbase").unwrap().wants(&path);
        assert_eq!(wanted, !columns.contains("investor") && !columns.contains("went_public"));
    }
}

#[test]
fn archives_are_read_and_their_other_tables_passed_over() {
    let row = "d1000000-1,S,funding_round,p,u,1,,,BEL,,,,seed,2020-03-04,5,5,USD,,,,1,o1,Acme,\n";
    let rounds = format!("{BULK}{row}");
    let investments = "uuid,name,funding_round_uuid,investor_uuid\n1,2,3,4\n";
    let packed = zip(&[
        ("bulk/investments.csv", investments.as_bytes()),
        ("bulk/funding_rounds.csv", rounds.as_bytes()),
    ]);
    for (name, content) in [("bulk.zip", packed), ("rounds.csv.gz", gzip(rounds.as_bytes()))] {
        let (_folder, path) = written(name, &content);
        assert!(source("crunchbase").unwrap().wants(&path), "{name}");
        let (report, kept) = read_file("crunchbase", &path).unwrap();
        assert_eq!((report.rows_read, kept.rounds.len()), (1, 1), "{name}");
    }
}

/// Every header with rows that use all of its columns.
const SAMPLES: [(&str, &str); 5] = [
    (
        PERMALINKS,
        "/organization/a,A,Games|Apps,Apps,BEL,,,,/funding-round/9a01d05418af9f794eebff7ace91f638,venture,B,2015-01-05,2015-01,2015-Q1,2015,12",
    ),
    (DAILY, "A,ITA,,,,Mobile|Travel,venture,C,2013-10-30,707,550,EUR,,,,5,I,u,c1,a6dd0dd6-b0bb"),
    (BULK, "d1000000-1,S,funding_round,p,u,1,,,BEL,,,,seed,2020-03-04,6,5,EUR,,,,1,o1,Acme,"),
    (
        LIST,
        "Seed - A,https://www.crunchbase.com/funding_round/a--9d3fc104,Seed,5,EUR,6,2026-01-28,,,,1,AI,Belgium,X",
    ),
    (
        BOUGHT_BULK,
        "c6461b42-24c8,N,acquisition,p,u,9,,,e7,Everis,o/everis,ESP,,,,7f,NTT,o/ntt,JPN,,,,t,2013-11-02,3,559,EUR",
    ),
];

fn reordered(header: &str, row: &str, order: &[usize]) -> String {
    let line = |text: &str| {
        let cells: Vec<&str> = text.trim_end().split(',').collect();
        order.iter().map(|&at| cells[at]).collect::<Vec<_>>().join(",")
    };
    format!("{}\n{}\n", line(header), line(row))
}

fn orders() -> impl Strategy<Value = (usize, Vec<usize>)> {
    (0..SAMPLES.len()).prop_flat_map(|sample| {
        let columns = SAMPLES[sample].0.split(',').count();
        (Just(sample), Just((0..columns).collect::<Vec<_>>()).prop_shuffle())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_columns_does_not_matter((sample, order) in orders()) {
        let (header, row) = SAMPLES[sample];
        let straight = read(&format!("{header}{row}\n")).1;
        let shuffled = read(&reordered(header, row, &order)).1;
        prop_assert_eq!(straight.rounds.len(), 1);
        prop_assert_eq!(straight.rounds, shuffled.rounds);
    }

    #[test]
    fn blocks_and_threads_change_nothing(threads in 1_usize..4, block_bytes in 20_usize..400) {
        let rows: String = (0..40)
            .map(|at| format!("Acme {at},BEL,,,,\"A|B\",seed,,2013-10-30,{at},,,,,,,\"x\ny\",u,c1,a6dd0d{at:02}-1\n"))
            .collect();
        let (_folder, path) = written("rounds.csv", format!("{DAILY}{rows}").as_bytes());
        let plain = read_file("crunchbase", &path).unwrap();
        let options = ReadOptions { threads, block_bytes };
        let other = read_with("crunchbase", &path, &options).unwrap();
        prop_assert_eq!(&plain.0, &other.0);
        prop_assert_eq!(plain.1.rounds.len(), 40);
        prop_assert_eq!(plain.1.rounds, other.1.rounds);
    }
}
