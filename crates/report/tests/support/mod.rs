//! A cube made by hand, with everything a sheet must cope with: missing values, breaks,
//! flags, subjects without data, a country outside the EU27.

#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, reason = "what cannot be unwrapped in a test fails the test")]

pub(crate) mod economy;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use sextant_definitions::{Definitions, SubjectKind};
use sextant_monitor::edition::{CheckResult, EditionRecord, Input};
use sextant_monitor::patents::PatentReport;
use sextant_monitor::{Observation, Settings};
use sextant_report::SheetContext;

/// The first and last year of the cube.
pub(crate) const YEARS: (i32, i32) = (2005, 2023);
/// Members without values in the last year, so that it is incomplete.
const LATE: [&str; 10] = ["AT", "BG", "CY", "EE", "GR", "LV", "MT", "PT", "RO", "SI"];
/// Never any value for it.
pub(crate) const EMPTY_SUBJECT: &str = "construction";
/// Belgium's series of it breaks in [`BREAK_YEAR`].
pub(crate) const BROKEN_SUBJECT: &str = "renewable-energy";
/// See [`BROKEN_SUBJECT`].
pub(crate) const BREAK_YEAR: i32 = 2010;
/// The IMF's group.
pub(crate) const LCT: &str = "low-carbon-technology-products";

/// The definitions of the repository.
pub(crate) fn definitions() -> Definitions {
    Definitions::builtin().unwrap()
}

/// Everything needed to draw, from all of [`observations`].
pub(crate) fn context(demo: bool) -> &'static SheetContext {
    static CONTEXTS: [OnceLock<SheetContext>; 2] = [OnceLock::new(), OnceLock::new()];
    CONTEXTS[usize::from(demo)].get_or_init(|| with(demo, all()))
}

/// Everything needed to draw, from these observations.
pub(crate) fn with(demo: bool, observations: &[Observation]) -> SheetContext {
    SheetContext::new(record(demo, observations.len()), observations, definitions()).unwrap()
}

/// What the edition was made of.
pub(crate) fn record(demo: bool, observations: usize) -> EditionRecord {
    EditionRecord {
        name: "2023-0a1b2c3d".into(),
        id: "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9".into(),
        demo,
        engine: "0.1.0".into(),
        definitions: definitions().fingerprint(),
        method: sextant_monitor::statements::fingerprint().unwrap(),
        settings: Settings::default(),
        inputs: vec![
            input("baci", "BACI_HS12_Y2023_V202501.csv.gz", "V202501", demo),
            input("imf-lct", "trade & <low-carbon>.csv", "2024-12", demo),
            input("patstat", "tls201_appln_part01.csv", "2024", demo),
            input("prodcom", "ESTAT_DS-059358.csv", "2024-01-16", demo),
            input("crunchbase", "funding_rounds.csv", "2024", demo),
            input("sdmx", "ESTAT_NAMA_10_A64_E.csv", "2024", demo),
        ],
        observations,
        years: Some(YEARS),
        observations_sha256: "00".repeat(32),
        contributors: 0,
        contributors_sha256: "00".repeat(32),
        statements: BTreeMap::new(),
        patents: vec![PatentReport {
            source: "patstat".into(),
            families: 1_000,
            without_year: 1,
            unknown_country: 20,
            edition_year: Some(2024),
            truncated_from: Some(OPEN_YEAR),
            completeness_pct: vec![(2021, 85), (2022, 45)],
        }],
        checks: vec![CheckResult {
            check: "balance-within-bounds".into(),
            severity: "error".into(),
            about: "Balances lie between -100 and 100.".into(),
            failing: 0,
            examples: Vec::new(),
        }],
    }
}

fn input(source: &str, file: &str, edition: &str, demo: bool) -> Input {
    let info = sextant_sources_info(source);
    Input {
        source: source.into(),
        file: file.into(),
        sha256: format!("{:064x}", 0x1234_5678_u64 + file.len() as u64),
        bytes: 1_000,
        edition: Some(edition.into()),
        rows_kept: 11_234_567,
        rows_quarantined: 3,
        title: info.0.into(),
        publisher: info.1.into(),
        licence: info.2.into(),
        citation: "Somebody & others (2010), A <database>, Working Paper".into(),
        demo,
    }
}

fn sextant_sources_info(source: &str) -> (&'static str, &'static str, &'static str) {
    match source {
        "baci" => {
            ("BACI: International Trade Database at the Product-Level", "CEPII", "Etalab 2.0")
        }
        "patstat" => ("PATSTAT Global", "European Patent Office", "Terms of use"),
        _ => (
            "Trade in Low Carbon Technology Products",
            "International Monetary Fund",
            "Attribution",
        ),
    }
}

/// Exports and imports by subject, geography and year.
type Flows = BTreeMap<(String, String, i32), (f64, f64)>;

/// The whole cube, ordered as an edition's.
pub(crate) fn all() -> &'static [Observation] {
    static ALL: OnceLock<Vec<Observation>> = OnceLock::new();
    ALL.get_or_init(make)
}

/// The whole cube, to be changed.
pub(crate) fn observations() -> Vec<Observation> {
    all().to_vec()
}

fn make() -> Vec<Observation> {
    let definitions = definitions();
    let members: Vec<String> =
        definitions.geographies.eu27().iter().map(ToString::to_string).collect();
    let mut kinds = BTreeMap::new();
    let mut flows = Flows::new();
    for (at, subject) in definitions.subjects().iter().enumerate() {
        kinds.insert(subject.id.clone(), subject.kind);
        if !subject.trade_expected || subject.id == EMPTY_SUBJECT {
            continue;
        }
        for (place, geo) in members.iter().map(String::as_str).chain(["CN"]).enumerate() {
            for year in YEARS.0..=YEARS.1 {
                if year == YEARS.1 && LATE.contains(&geo) {
                    continue;
                }
                let flow = (draw(at, place, year, 1), draw(at, place, year, 2));
                flows.insert((subject.id.clone(), geo.into(), year), flow);
            }
        }
    }
    let mut all = Vec::new();
    for indicator in [
        "trade-exports",
        "trade-imports",
        "trade-relative-balance",
        "trade-world-share",
        "trade-export-share-eu27",
        "trade-rca",
    ] {
        all.extend(indicator_cells(indicator, &flows, &kinds, &members));
    }
    all.extend(patents(&definitions, &members));
    all.extend(economy::cells(&definitions, &members));
    rank(&mut all, &members);
    all.sort_by(|a, b| {
        let key = |o: &Observation| {
            [o.indicator.clone(), o.subject.clone(), o.geo.clone(), o.period.clone()]
        };
        key(a).cmp(&key(b))
    });
    all
}

/// From this year on patents are not complete.
pub(crate) const OPEN_YEAR: i32 = 2021;
/// A country with few families.
pub(crate) const SMALL: &str = "MT";

/// Families and shares of every subject that has patents.
fn patents(definitions: &Definitions, members: &[String]) -> Vec<Observation> {
    let mut cells = Vec::new();
    for (at, subject) in definitions.subjects().iter().enumerate() {
        if !subject.patents_expected || subject.kind == SubjectKind::Field {
            continue;
        }
        for (place, geo) in members.iter().map(String::as_str).chain(["CN"]).enumerate() {
            for year in YEARS.0..YEARS.1 {
                let families = (draw(at, place, year, 3) / 1e8).round();
                let families = if geo == SMALL { families.min(9.0) } else { families };
                for (indicator, value, unit) in [
                    ("patent-families", families, "families"),
                    ("patent-country-share", families / 20.0, "percent"),
                    ("patent-world-share", families / 50.0, "percent"),
                    ("patent-rta", families / 100.0, "ratio"),
                ] {
                    let mut cell =
                        cell(indicator, subject.kind, &subject.id, geo, year, value, unit);
                    let open = if year >= OPEN_YEAR { "truncated" } else { "" };
                    let few = if families < 10.0 { "low-count" } else { "" };
                    cell.status = [few, open]
                        .into_iter()
                        .filter(|f| !f.is_empty())
                        .collect::<Vec<_>>()
                        .join(";");
                    cell.numerator = Some(families);
                    cell.n = format!("{families}").parse().ok();
                    cell.sources = "patstat".into();
                    cells.push(cell);
                }
            }
        }
    }
    cells
}

/// A smooth series with noise, between about 0.1 and 20 billion.
fn draw(subject: usize, place: usize, year: i32, salt: u64) -> f64 {
    let mut state = (subject as u64 + 1) * 7_919 + (place as u64 + 1) * 104_729 + salt * 1_299_709;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % 10_000) as f64 / 10_000.0
    };
    for _ in 0..5 {
        next();
    }
    let (size, slope, phase) = (next(), next(), next());
    let t = f64::from(year - YEARS.0);
    let wave = 1.0 + 0.15 * (t * 0.6 + phase * 6.0).sin();
    ((0.1 + 19.9 * size * size) * (1.0 + 0.06 * t * slope) * wave * 1e9).round()
}

fn indicator_cells(
    indicator: &str,
    flows: &Flows,
    kinds: &BTreeMap<String, SubjectKind>,
    members: &[String],
) -> Vec<Observation> {
    let mut cells = Vec::new();
    let mut totals: BTreeMap<(String, i32), (f64, f64, f64)> = BTreeMap::new();
    for ((subject, geo, year), (exports, imports)) in flows {
        let total = totals.entry((subject.clone(), *year)).or_default();
        total.0 += exports;
        if members.contains(geo) {
            total.1 += exports;
            total.2 += imports;
        }
    }
    for ((subject, geo, year), (exports, imports)) in flows {
        let (world, union, _) = totals[&(subject.clone(), *year)];
        let all = flows[&("all-products".to_owned(), geo.clone(), *year)].0;
        let world_all = totals[&("all-products".to_owned(), *year)].0;
        let (value, unit) = match indicator {
            "trade-exports" => (*exports, "USD"),
            "trade-imports" => (*imports, "USD"),
            "trade-relative-balance" => {
                (100.0 * (exports - imports) / (exports + imports), "percent")
            }
            "trade-world-share" => (100.0 * exports / world, "percent"),
            "trade-export-share-eu27" if members.contains(geo) => {
                (100.0 * exports / union, "percent")
            }
            "trade-rca" if subject != "all-products" => {
                ((exports / all) / (world / world_all), "ratio")
            }
            _ => continue,
        };
        cells.push(cell(indicator, kinds[subject], subject, geo, *year, value, unit));
    }
    for ((subject, year), (_, exports, imports)) in totals {
        if indicator == "trade-relative-balance" {
            let value = 100.0 * (exports - imports) / (exports + imports);
            cells.push(cell(indicator, kinds[&subject], &subject, "EU27", year, value, "percent"));
        }
    }
    cells
}

fn cell(
    indicator: &str,
    kind: SubjectKind,
    subject: &str,
    geo: &str,
    year: i32,
    value: f64,
    unit: &str,
) -> Observation {
    let mut status = Vec::new();
    if geo == "BE" && subject == BROKEN_SUBJECT && year == BREAK_YEAR {
        status.push("break");
    }
    if geo == "EU27" && year == YEARS.1 {
        status.push("incomplete-members");
    }
    if subject == "wind-power" && geo == "BE" {
        status.push("partial-codes");
    }
    Observation {
        indicator: indicator.into(),
        geo: geo.into(),
        counterpart: "WORLD".into(),
        subject_kind: kind.as_str().into(),
        subject: subject.into(),
        period: year.to_string(),
        value: Some(value),
        lower: None,
        upper: None,
        unit: unit.into(),
        numerator: Some(value),
        denominator: None,
        n: Some(12),
        status: status.join(";"),
        rank: None,
        ranked_of: None,
        sources: if subject == LCT { "imf-lct".into() } else { "baci".into() },
    }
}

fn rank(cells: &mut [Observation], members: &[String]) {
    let mut values: BTreeMap<(String, String, String), Vec<f64>> = BTreeMap::new();
    let key = |o: &Observation| (o.indicator.clone(), o.subject.clone(), o.period.clone());
    for cell in cells.iter().filter(|cell| members.contains(&cell.geo)) {
        values.entry(key(cell)).or_default().extend(cell.value);
    }
    for cell in cells.iter_mut().filter(|cell| members.contains(&cell.geo)) {
        let (all, Some(own)) = (&values[&key(cell)], cell.value) else { continue };
        let greater = all.iter().filter(|value| **value > own).count();
        cell.rank = Some(i32::try_from(greater).unwrap() + 1);
        cell.ranked_of = Some(i32::try_from(all.len()).unwrap());
    }
}
