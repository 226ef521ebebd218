//! Production with intervals and breaks, investment, and a sector.

use sextant_definitions::{Definitions, SubjectKind};
use sextant_monitor::Observation;

use super::{YEARS, cell, draw};

/// Belgium's production of it begins anew in [`STARTED`].
pub(crate) const STARTED_SUBJECT: &str = "digital-mobility";
/// See [`STARTED_SUBJECT`].
pub(crate) const STARTED: i32 = 2017;
/// Belgium's production of it is confidential in [`HIDDEN`], between 2 and 3 percent of the
/// Union's, and in the year after with an upper end that nobody knows.
pub(crate) const HIDDEN_SUBJECT: &str = "solar-power";
/// See [`HIDDEN_SUBJECT`].
pub(crate) const HIDDEN: i32 = 2019;
/// An ecosystem in which no Belgian company raised anything.
pub(crate) const IDLE_SUBJECT: &str = "textiles";

pub(super) fn cells(definitions: &Definitions, members: &[String]) -> Vec<Observation> {
    let mut cells = production(definitions, members);
    cells.extend(investment(definitions, members));
    for (place, geo) in members.iter().enumerate() {
        for (indicator, unit) in
            [("sector-jobs", "persons"), ("sector-exports", "EUR"), ("sector-research", "EUR")]
        {
            let value = draw(7, place, 2020, 9);
            let mut cell =
                cell(indicator, SubjectKind::Sector, "biopharma", geo, 2020, value, unit);
            cell.sources = "sdmx".into();
            cells.push(cell);
        }
    }
    cells
}

fn production(definitions: &Definitions, members: &[String]) -> Vec<Observation> {
    let mut cells = Vec::new();
    for (at, subject) in definitions.subjects().iter().enumerate() {
        if !subject.production_expected || subject.kind != SubjectKind::Technology {
            continue;
        }
        for (place, geo) in members.iter().enumerate() {
            for year in 2010..=YEARS.1 {
                for (indicator, value, unit) in [
                    ("production-value", draw(at, place, year, 4), "EUR"),
                    ("production-country-share", draw(at, place, year, 4) / 4e9, "percent"),
                    ("production-eu-share", draw(at, place, year, 4) / 2e9, "percent"),
                    (
                        "invented-versus-made",
                        f64::from(i32::try_from(at).unwrap() % 9 - 4),
                        "places",
                    ),
                ] {
                    let mut cell =
                        cell(indicator, subject.kind, &subject.id, geo, year, value, unit);
                    cell.sources = "prodcom".into();
                    cell.status = String::new();
                    mark(&mut cell, year);
                    cells.push(cell);
                }
            }
        }
    }
    cells
}

/// What is particular about Belgium.
fn mark(cell: &mut Observation, year: i32) {
    let of = |subject: &str| cell.geo == "BE" && cell.subject == subject;
    if of(STARTED_SUBJECT) && year == STARTED {
        cell.status = "break".into();
    }
    if of(HIDDEN_SUBJECT) && (year == HIDDEN || year == HIDDEN + 1) {
        cell.value = None;
        cell.numerator = None;
        cell.status = "confidential".into();
        cell.lower = (cell.indicator != "invented-versus-made").then_some(2.0);
        cell.upper = cell.lower.filter(|_| year == HIDDEN).map(|lower| lower + 1.0);
    }
}

fn investment(definitions: &Definitions, members: &[String]) -> Vec<Observation> {
    let mut cells = Vec::new();
    for (at, subject) in definitions.subjects().iter().enumerate() {
        if !subject.investment_expected {
            continue;
        }
        for (place, geo) in members.iter().enumerate() {
            let idle = geo == "BE" && subject.id == IDLE_SUBJECT;
            for (period, year) in [("2015-2023", 2023), ("2022", 2022), ("2023", 2023)] {
                let raised = if idle { 0.0 } else { draw(at, place, year, 5) };
                for (indicator, value, unit) in [
                    ("investment-raised-eur", raised, "EUR"),
                    ("investment-raised", raised * 1.1, "USD"),
                    ("investment-raised-without-largest-eur", raised / 2.0, "EUR"),
                    ("investment-rounds", if idle { 0.0 } else { 12.0 }, "rounds"),
                    ("investment-undisclosed", if idle { 0.0 } else { 3.0 }, "rounds"),
                ] {
                    let mut cell =
                        cell(indicator, subject.kind, &subject.id, geo, year, value, unit);
                    cell.period = period.into();
                    cell.n = Some(if idle { 0 } else { 12 });
                    cell.status = if idle { "" } else { "undisclosed-amounts" }.into();
                    cell.sources = "crunchbase".into();
                    cells.push(cell);
                }
            }
        }
    }
    cells
}
