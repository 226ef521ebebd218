//! The truth of patents is what a careful reader of the printed files finds.

use std::collections::{BTreeMap, BTreeSet};

use sextant_definitions::PatentQuery;
use sextant_query::Symbol;
use sextant_query::reference::{Document, matches};

use crate::common::{Demo, number as figure};
use crate::patstat::{Application, families, number, table};

const PARTS: i64 = 232_792_560;

type Members = BTreeMap<u64, Application>;

fn transnational(members: &Members) -> bool {
    members.values().any(|a| a.office == "WO" || a.office == "EP")
}

fn year(members: &Members) -> Option<u64> {
    members.values().map(|a| a.earliest).filter(|year| *year != 9999).min()
}

fn representative(members: &Members) -> &Application {
    let with = || members.values().filter(|a| !a.applicants.is_empty());
    let of = |office: &str| with().find(|a| a.office == office);
    of("WO").or_else(|| of("EP")).or_else(|| with().next()).expect("applicants somewhere")
}

/// Subjects with a query that a family matches, by the reference, on the full text.
fn subjects(demo: &Demo, queries: &[PatentQuery], members: &Members) -> BTreeSet<String> {
    let first = representative(members);
    let part = |of: fn(&Application) -> &Option<String>| {
        let own = of(first).as_deref();
        own.or_else(|| members.values().find_map(|a| of(a).as_deref())).unwrap_or("")
    };
    let ipc: Vec<Symbol> = members.values().flat_map(|a| &a.ipc).copied().collect();
    let cpc: Vec<Symbol> = members.values().flat_map(|a| &a.cpc).copied().collect();
    let document =
        Document { title: part(|a| &a.title), abstract_: part(|a| &a.text), ipc: &ipc, cpc: &cpc };
    let holds = |q: &&PatentQuery| matches(&q.query, &document, demo.definitions.expansions());
    let mut found = BTreeSet::from(["all-patents".to_owned()]);
    for query in queries.iter().filter(holds) {
        let mut id = Some(query.subject.clone());
        while let Some(subject) = id {
            let technology = demo.definitions.technologies.iter().find(|t| t.id == subject);
            id = technology.and_then(|t| t.parent.clone());
            found.insert(subject);
        }
    }
    found
}

/// Country and region of every person.
fn addresses(demo: &Demo) -> BTreeMap<String, Vec<String>> {
    let known = |code: &str| demo.definitions.geographies.by_iso2(code).is_some();
    table(demo, "tls206")
        .into_iter()
        .map(|row| {
            let country = row["person_ctry_code"].trim();
            let country = if known(country) { country } else { "ZZ" };
            let region = ["2", "3"]
                .contains(&row["nuts_level"].as_str())
                .then(|| row["nuts"][..4].to_owned());
            (
                row["person_id"].clone(),
                [Some(country.to_owned()), region].into_iter().flatten().collect(),
            )
        })
        .collect()
}

/// Parts and number of families by geography, subject and year.
type Sums = BTreeMap<(String, String, u64), (i64, u64)>;

fn count(demo: &Demo) -> Sums {
    let (queries, addresses) = (demo.definitions.patent_queries(), addresses(demo));
    let eu27 = demo.definitions.geographies.eu27();
    let mut sums = Sums::new();
    for members in families(demo).values().filter(|members| transnational(members)) {
        let Some(year) = year(members) else { continue };
        let applicants = &representative(members).applicants;
        let slots = i64::try_from(applicants.len()).expect("a few applicants");
        let mut parts: BTreeMap<String, i64> = BTreeMap::new();
        for (at, person) in applicants.values().enumerate() {
            let part = PARTS / slots + if at == 0 { PARTS % slots } else { 0 };
            let union = eu27.iter().any(|member| member.as_str() == addresses[person][0]);
            let all = addresses[person].iter().map(String::as_str);
            for geo in all.chain(["WORLD"]).chain(union.then_some("EU27")) {
                *parts.entry(geo.to_owned()).or_default() += part;
            }
        }
        for subject in subjects(demo, &queries, members) {
            for (geo, part) in &parts {
                let sum = sums.entry((geo.clone(), subject.clone(), year)).or_default();
                sum.0 += part;
                sum.1 += 1;
            }
        }
    }
    sums
}

#[expect(clippy::cast_precision_loss, reason = "as the rule says")]
fn units(parts: i64) -> f64 {
    parts as f64 / PARTS as f64
}

#[test]
fn families_are_what_the_files_say() {
    let demo = Demo::patents(0.004, 5);
    let sums = count(&demo);
    assert!(sums.len() > 1000, "{}", sums.len());
    let mut told = 0;
    for row in demo.rows("truth/observations.csv") {
        if row["indicator"] != "patent-families" {
            continue;
        }
        let years = row["period"].split_once('-').unwrap_or((&row["period"], &row["period"]));
        let (first, last) = (number(years.0), number(years.1));
        let (mut parts, mut families) = (0, 0);
        for year in first..=last {
            let cell = (row["geo"].clone(), row["subject"].clone(), year);
            let of_year = sums.get(&cell).copied().unwrap_or_default();
            (parts, families) = (parts + of_year.0, families + of_year.1);
        }
        assert_eq!(row["value"], units(parts).to_string(), "{row:?}");
        assert_eq!((&row["n"], &row["numerator"]), (&families.to_string(), &row["value"]));
        assert_eq!((row["denominator"].as_str(), row["sources"].as_str()), ("", "patstat"));
        assert_eq!(row["status"], if last > 2020 { "truncated" } else { "" });
        told += usize::from(parts > 0 && first == last);
    }
    assert_eq!(told, sums.len(), "every sum is told");
}

#[test]
fn shares_and_specialisation_are_made_of_families() {
    let demo = Demo::patents(0.02, 5);
    let rows = demo.rows("truth/observations.csv");
    let families: BTreeMap<_, f64> = rows
        .iter()
        .filter(|row| row["indicator"] == "patent-families")
        .map(|row| ((&row["geo"], &row["subject"], &row["period"]), figure(row, "value")))
        .collect();
    let all = "all-patents".to_owned();
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for row in &rows {
        let world = "WORLD".to_owned();
        let of = |geo, subject| families[&(geo, subject, &row["period"])];
        let (geo, subject) = (&row["geo"], &row["subject"]);
        let (own, own_all) = (of(geo, subject), of(geo, &all));
        let (whole, everything) = (of(&world, subject), of(&world, &all));
        let rta = (own / own_all) / (whole / everything);
        let value = match row["indicator"].as_str() {
            "patent-families" => own,
            "patent-country-share" => 100.0 * own / own_all,
            "patent-world-share" => 100.0 * own / whole,
            "patent-rta" => rta,
            "patent-rpa" if own == 0.0 => -100.0,
            "patent-rpa" => 100.0 * (rta * rta - 1.0) / (rta * rta + 1.0),
            other => panic!("{other}"),
        };
        assert_eq!(figure(row, "value").to_bits(), value.to_bits(), "{row:?}");
        let low = row["indicator"] != "patent-families" && number(&row["n"]) < 10;
        assert_eq!(row["status"].contains("low-count"), low, "{row:?}");
        *seen.entry(&row["indicator"]).or_default() += 1;
    }
    assert!(seen.len() == 5 && seen.values().all(|count| *count > 1000), "{seen:?}");
    let ranked: Vec<_> = rows.iter().filter(|row| !row["rank"].is_empty()).collect();
    assert!(ranked.iter().all(|row| {
        demo.definitions.geographies.eu27().iter().any(|m| m.as_str() == row["geo"])
    }));
}

#[test]
fn what_is_in_the_files_to_be_left_out_is_there_as_planned() {
    let demo = Demo::patents(0.02, 6);
    let planted: serde_json::Value =
        serde_json::from_slice(&demo.bytes("truth/planted.json")).unwrap();
    let applications = table(&demo, "tls201");
    let left_out = &planted["patents"]["left_out"];
    let id = |row: &BTreeMap<String, String>| number(&row["appln_id"]);
    let artificial = applications.iter().filter(|row| id(row) == 0 || id(row) > 900_000_000);
    assert_eq!(left_out["artificial_applications"], artificial.count());
    assert_eq!(applications.iter().filter(|row| id(row) == 0).count(), 1);
    let models = applications.iter().filter(|row| row["ipr_type"] == "UM").count();
    assert_eq!(left_out["utility_models"], models);
    let families = families(&demo);
    let national = families.values().filter(|members| !transnational(members)).count();
    assert_eq!(left_out["national_families"], national);
    let nowhen = |members: &&Members| transnational(members) && year(members).is_none();
    assert_eq!(left_out["families_without_year"], families.values().filter(nowhen).count());
    assert!((0.48..0.52).contains(&(f64::from(u32::try_from(national).unwrap()) / 4003.0)));

    let persons = table(&demo, "tls206");
    assert_eq!(planted["patents"]["persons"], persons.len());
    assert!(persons.iter().all(|row| row["person_name"].to_lowercase().contains("demo")));
    let junk = ["  ", "--", ". ", "@@", "75"];
    let share = persons.len()
        / persons.iter().filter(|r| junk.contains(&r["person_ctry_code"].as_str())).count();
    assert!((35..=45).contains(&share), "one in {share}");
    let spelled = |country: &str, letters: &str| {
        persons.iter().any(|r| r["person_ctry_code"] == country && r["nuts"].starts_with(letters))
    };
    assert!(spelled("GR", "EL") && spelled("GB", "UK") && spelled("BE", "BE21"));
    assert!(persons.iter().any(|row| row["person_ctry_code"] == "NA"));
}

#[test]
fn the_named_families_are_as_told() {
    let demo = Demo::patents(0.001, 1);
    let planted: serde_json::Value =
        serde_json::from_slice(&demo.bytes("truth/planted.json")).unwrap();
    let told = planted["patents"]["families"].as_array().unwrap();
    let (families, queries) = (families(&demo), demo.definitions.patent_queries());
    assert_eq!(told.len(), 3);
    for family in told {
        let members = &families[&family["docdb_family"].to_string()];
        let found = subjects(&demo, &queries, members);
        let expected = family["subjects"].as_array().unwrap();
        assert_eq!(expected.len(), found.len());
        assert!(expected.iter().all(|id| found.contains(id.as_str().unwrap())), "{found:?}");
        assert_eq!(family["transnational"], transnational(members));
        assert_eq!(family["applications"].as_array().unwrap().len(), members.len());
    }
    let test = &families["23307812"];
    assert_eq!(representative(test).id, 45_574_554);
    let offices: BTreeSet<&str> = test.values().map(|a| a.office.as_str()).collect();
    assert_eq!(offices, ["WO", "EP", "JP", "DE", "TW", "US"].into());
    assert_eq!(told[2]["parts"]["NA"], PARTS / 2);
    assert_eq!(told[0]["parts"]["DE"], PARTS / 3 * 2);
}
