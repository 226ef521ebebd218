//! Patents from published files, through the binary.

// What cannot be unwrapped in a test fails the test.
#![allow(clippy::unwrap_used, clippy::panic, clippy::float_cmp, clippy::format_push_string)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use support::patstat::{Application, rules, write};
use support::{Line, lines, number, ok, real_data};

fn gunzipped(path: &Path) -> String {
    let mut text = String::new();
    flate2::read::GzDecoder::new(fs::File::open(path).unwrap()).read_to_string(&mut text).unwrap();
    text
}

fn observations(workspace: &Path, indicator: &str) -> BTreeMap<(String, String, String), Line> {
    let found = lines(&ok(workspace, &["observations", "--indicator", indicator]));
    let key = |line: &Line| (line["geo"].clone(), line["subject"].clone(), line["period"].clone());
    found.into_iter().map(|line| (key(&line), line)).collect()
}

/// What the publisher calls the fields, in the order of their numbers.
const FIELDS: [&str; 35] = [
    "electrical machinery, apparatus, energy",
    "audio-visual technology",
    "telecommunications",
    "digital communication",
    "basic communication processes",
    "computer technology",
    "it methods for management",
    "semiconductors",
    "optics",
    "measurement",
    "analysis of biological materials",
    "control",
    "medical technology",
    "organic fine chemistry",
    "biotechnology",
    "pharmaceuticals",
    "macromolecular chemistry, polymers",
    "food chemistry",
    "basic materials chemistry",
    "materials, metallurgy",
    "surface technology, coating",
    "microstructural technology and nanotechnology",
    "chemical engineering",
    "environmental technology",
    "handling",
    "machine tools",
    "engines, pumps, turbines",
    "textile and paper machines",
    "other special machines",
    "thermal processes and apparatus",
    "mechanical elements",
    "transport",
    "furniture, games",
    "other consumer goods",
    "civil engineering",
];

#[test]
fn specialisation_of_belgium_and_china_over_five_years() {
    let Some(data) = real_data() else { return };
    let folder = tempfile::tempdir().unwrap();
    let table = data.join("patents/ncses_patent_families_by_field.csv.gz");
    ok(folder.path(), &["ingest", "patent-counts", table.to_str().unwrap()]);
    ok(folder.path(), &["build"]);
    let rta = observations(folder.path(), "patent-rta");
    let text = fs::read_to_string(data.join("opportunity/be_cn_rta_wipo_2016_2020.csv")).unwrap();
    let published = lines(&text);
    assert_eq!(published.len(), 35);
    for line in published {
        let name = line["wipo_field"].to_lowercase();
        let place = FIELDS.iter().position(|field| *field == name);
        let field = place.unwrap_or_else(|| panic!("no number for the field `{name}`")) + 1;
        for (geo, column) in [("BE", "RTA_BE_world"), ("CN", "RTA_CN_world")] {
            let cell = (geo.into(), format!("wipo-field-{field:02}"), "2016-2020".into());
            let found = &rta[&cell];
            let (value, wanted) = (number(found, "value"), number(&line, column));
            assert!((value - wanted).abs() < 0.000_501, "{geo} {name}: {value} and {wanted}");
            assert_eq!(found["sources"], "patent-counts");
        }
    }
}

/// The published values were computed after rounding the counts, so this rounds them.
#[test]
fn specialisation_as_published_from_patstat() {
    let Some(data) = real_data() else { return };
    let folder = tempfile::tempdir().unwrap();
    let counts = gunzipped(&data.join("patents/patstat_counts_country_field_1974_2007.csv.gz"));
    let mut rounded = "priority_year,ctry_code,techn_field_nr,n_tech_reg\n".to_owned();
    let mut totals: BTreeMap<(String, String), f64> = BTreeMap::new();
    for line in lines(&counts) {
        if number(&line, "priority_year") >= 2000.0 {
            let (year, geo) = (&line["priority_year"], &line["ctry_code"]);
            let count = number(&line, "n_tech_reg").round_ties_even();
            let field = &line["techn_field_nr"];
            // The table lists only what there is, and so does its rounded copy.
            if count > 0.0 {
                rounded += &format!("{year},{geo},{field},{count}\n");
            }
            *totals.entry((geo.clone(), year.clone())).or_default() += count;
        }
    }
    let table = folder.path().join("counts.csv");
    fs::write(&table, rounded).unwrap();
    let workspace = folder.path().join("workspace");
    ok(&workspace, &["ingest", "patent-counts", table.to_str().unwrap()]);
    ok(&workspace, &["build"]);
    let rta = observations(&workspace, "patent-rta");
    let mut differences = Vec::new();
    for year in 2000..=2007 {
        let name = format!("patents/rta_published/Data_RCA_techn_field_1_year_{year}.csv");
        let bytes = fs::read(data.join(name)).unwrap();
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(bytes.as_slice());
        for line in reader.deserialize::<Line>().map(Result::unwrap) {
            let (geo, year) = (line["ctry_code"].clone(), year.to_string());
            let Some(published) = decimal_comma(&line["RCA_Gen"]) else { continue };
            let large = totals.get(&(geo.clone(), year.clone())).is_some_and(|n| *n > 500.0);
            let field = format!("wipo-field-{:0>2}", line["techn_field_nr"]);
            if let Some(found) = rta.get(&(geo, field, year)).filter(|_| large) {
                differences.push((number(found, "value") - published).abs());
            }
        }
    }
    differences.sort_by(f64::total_cmp);
    let near = differences.iter().filter(|difference| **difference <= 2e-3).count();
    let share = near as f64 / differences.len() as f64;
    eprintln!(
        "{} pairs, median difference {:e}, {share:.4} within 0.002",
        differences.len(),
        differences[differences.len() / 2]
    );
    assert_eq!(differences.len(), 8925);
    assert!(differences[differences.len() / 2] < 1e-4);
    assert!(share >= 0.98, "{share}");
}

fn decimal_comma(text: &str) -> Option<f64> {
    text.replace(',', ".").parse().ok()
}

/// One publication of the workbook.
struct Publication {
    applicants: Vec<String>,
    ipc: Vec<String>,
    title: String,
    abstract_: String,
    year: u16,
}

fn publications(path: &Path) -> Vec<Publication> {
    use calamine::Reader;
    let mut workbook = calamine::open_workbook_auto(path).unwrap();
    let sheet = workbook.worksheet_range_at(0).unwrap().unwrap();
    let mut rows = sheet.rows();
    let head: Vec<String> = rows.next().unwrap().iter().map(ToString::to_string).collect();
    let column = |name: &str| head.iter().position(|title| title == name).unwrap();
    let [applicants, ipc, title, raw_title, summary, year] = [
        "patent_assignees_original_with_address",
        "international_classifications_codes",
        "title_original_english_cleaned",
        "title_original_cleaned",
        "abstract",
        "priority_years_earliest",
    ]
    .map(column);
    rows.map(|row| {
        let cell = |at: usize| row.get(at).map(ToString::to_string).unwrap_or_default();
        let title = if cell(title) == "NA" { cell(raw_title) } else { cell(title) };
        Publication {
            applicants: cell(applicants).split(';').filter_map(country).collect(),
            ipc: cell(ipc).split(';').map(|symbol| fixed_width(symbol.trim())).collect(),
            title,
            abstract_: cell(summary),
            year: cell(year).parse().unwrap_or(9999),
        }
    })
    .collect()
}

/// `EAST CAROLINA UNIVERSITY,Greenville, NC 27858 4353,US,00907791`: the country is
/// last, or before a number.
fn country(assignee: &str) -> Option<String> {
    let mut parts = assignee.trim().rsplit(',');
    let last = parts.next()?.trim();
    let is_number = last.bytes().all(|byte| byte.is_ascii_digit());
    let country = if is_number { parts.next()?.trim() } else { last };
    let letters = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase());
    letters.then(|| country.to_owned())
}

/// `C12N-0015/867` as PATSTAT writes it: `C12N  15/867`.
fn fixed_width(symbol: &str) -> String {
    let Some((subclass, rest)) = symbol.split_once('-') else { return symbol.to_owned() };
    let (main, sub) = rest.split_once('/').unwrap_or((rest, "00"));
    format!("{subclass}{:>4}/{sub}", main.trim_start_matches('0'))
}

#[test]
fn real_publications_run_the_whole_way() {
    let Some(data) = real_data() else { return };
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("workspace");
    let publications = publications(&data.join("patents/synbio.xlsx"));
    assert_eq!(publications.len(), 644);
    let applications: Vec<Application<'_>> = (1..)
        .zip(&publications)
        .map(|(id, publication)| Application {
            id,
            office: "WO",
            kind: "W",
            filed: 9999,
            earliest: publication.year,
            docdb: id,
            inpadoc: id,
            applicants: publication.applicants.iter().map(|c| (c.as_str(), "")).collect(),
            ipc: publication.ipc.iter().map(String::as_str).collect(),
            title: &publication.title,
            abstract_: &publication.abstract_,
            ..Application::default()
        })
        .collect();
    write(&folder.path().join("patstat"), &applications);
    fs::create_dir(&workspace).unwrap();
    rules(&workspace, &[("counting = \"fractional\"", "counting = \"whole\"")]);
    ok(&workspace, &["ingest", "patstat", folder.path().join("patstat").to_str().unwrap()]);
    ok(&workspace, &["build"]);
    let families = observations(&workspace, "patent-families");
    let total = |geo: &str, subject: &str| -> f64 {
        let wanted = families
            .iter()
            .filter(|((g, s, period), _)| g == geo && s == subject && period.len() == 4);
        wanted.map(|(_, line)| number(line, "value")).sum()
    };
    assert_eq!((total("BE", "all-patents"), total("CN", "all-patents")), (5.0, 31.0));
    assert_eq!(total("WORLD", "biotechnology"), expected(&publications) as f64);
}

/// Publications that the definition of biotechnology matches, asked one by one of the
/// slow reference.
fn expected(publications: &[Publication]) -> usize {
    use sextant_query::reference::{Document, matches};
    let definitions = sextant_definitions::Definitions::builtin().unwrap();
    let query = definitions.patent_queries().into_iter().find(|q| q.subject == "biotechnology");
    let query = query.unwrap().query;
    let holds = |publication: &&Publication| {
        let ipc: Vec<sextant_query::Symbol> =
            publication.ipc.iter().filter_map(|symbol| symbol.parse().ok()).collect();
        let document = Document {
            title: publication.title.trim(),
            abstract_: publication.abstract_.trim(),
            ipc: &ipc,
            cpc: &[],
        };
        matches(&query, &document, definitions.expansions())
    };
    let found = publications.iter().filter(|p| p.year < 9999).filter(holds).count();
    assert!((50..600).contains(&found), "{found}");
    found
}

#[test]
fn what_is_below_a_subgroup_is_told_by_the_scheme_and_not_by_its_digits() {
    use sextant_query::tagger::Tagger;
    use sextant_query::{Scheme, Symbol, parse};

    let Some(data) = real_data() else { return };
    let folder = tempfile::tempdir().unwrap();
    ok(folder.path(), &["ingest", "ipc", data.join("classifications/ipc").to_str().unwrap()]);
    let workspace = sextant_lake::Workspace::at(folder.path());
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let lists = runtime.block_on(sextant_monitor::official_lists(&workspace)).unwrap();
    let holds = |query: &str, symbol: &str| {
        let tagger = Tagger::new(&[parse(query).unwrap()], &lists.ipc).unwrap();
        let mut found = tagger.empty();
        tagger.symbol(Scheme::Ipc, Symbol::read(symbol.as_bytes()).unwrap(), &mut found);
        tagger.tags(&found).next().is_some()
    };
    assert!(holds("IPC:H01M4/58/low", "H01M   4/583"));
    assert!(holds("IPC:H01M4/58/low", "H01M   4/587"), "below what is below it");
    assert!(!holds("IPC:H01M4/58", "H01M   4/583"));
    assert!(holds("IPC:C10L 5/40/low", "C10L   5/44"), "no digit says so");
    assert!(!holds("IPC:C10L 5/04/low", "C10L   5/40"));
    assert!(parse("IPC:C10L 5/4").is_err(), "no symbol, and never the beginning of one");
}
