//! Checks on headings of the Prodcom list, its changes and the rules of production.

use std::collections::BTreeMap;

use super::{PRODCOM, Report, common, rules};
use crate::Problem;
use crate::document::{Document, Step};
use crate::production::{ProdcomChanges, ProdcomChangesFile, is_code, is_exact};
use crate::{Production, ProductionRules, Technology};

/// Divisions of NACE that a Prodcom list can have headings in: 07, 08, 10 to 33, 38, 39.
const DIVISIONS: u32 = 28;

/// Reads and checks the thresholds of the production indicators.
pub(super) fn rules(
    documents: &[Document],
    problems: &mut Vec<Problem>,
) -> Option<ProductionRules> {
    let (document, rules) =
        rules::parse::<ProductionRules>(documents, "rules/production.toml", problems)?;
    let mut report = Report::new(document, problems);
    common::version(&mut report, &rules.version);
    common::names(&mut report, &["all_production".into()], &rules.all_production);
    common::origin(&mut report, &["provenance".into()], &rules.provenance);
    check_shares(&mut report, &rules);
    if !(1..=DIVISIONS).contains(&rules.full_coverage_divisions) {
        let value = rules.full_coverage_divisions.to_string();
        let what =
            format!("`full_coverage_divisions` is {value}; the lists have {DIVISIONS} at most.");
        let way_out = "Write a number from 1 to 28.";
        report.add(&["full_coverage_divisions".into()], &value, what, way_out);
    }
    if rules.source_order.is_empty() {
        let what = "`source_order` names no source.".into();
        report.add(&["source_order".into()], "", what, "Write [\"prodcom\"].");
    }
    Some(rules)
}

fn check_shares(report: &mut Report<'_>, rules: &ProductionRules) {
    common::coverage(report, rules.code_coverage_full, rules.code_coverage_published);
    common::share(report, "hidden_part_published", rules.hidden_part_published);
}

/// Every heading of a technology has eight digits, a weight, and stands there once.
pub(super) fn headings(report: &mut Report<'_>, production: &Production) {
    let mut seen = BTreeMap::new();
    for (index, heading) in production.headings.iter().enumerate() {
        let at = [Step::Key("production"), "headings".into(), index.into()];
        check_heading(report, &at, heading, &mut seen);
    }
    for (index, shared) in production.shared.iter().enumerate() {
        let at = [Step::Key("production"), "shared".into(), index.into()];
        check_heading(report, &at, &shared.heading, &mut seen);
        if !(shared.weight > 0.0 && shared.weight < 1.0) {
            let weight = shared.weight.to_string();
            let what = format!("The weight {weight} of `{}` is not a part.", shared.heading);
            report.add(&at, &weight, what, "Write a number above 0 and below 1.");
        }
        decimals(report, &at, &shared.heading, shared.weight);
    }
}

fn check_heading<'p>(
    report: &mut Report<'_>,
    at: &[Step<'_>],
    heading: &'p str,
    seen: &mut BTreeMap<&'p str, ()>,
) {
    if !(heading.len() == 8 && heading.bytes().all(|b| b.is_ascii_digit())) {
        let what = format!("`{heading}` is not a Prodcom heading.");
        let way_out = "Write the eight digits of a Prodcom heading, as in \"26112240\".";
        report.add(at, heading, what, way_out);
    }
    if seen.insert(heading, ()).is_some() {
        let what = format!("`{heading}` is in the list already.");
        report.add(at, heading, what, "Remove one of them: a heading counts once.");
    }
}

/// A weight is exact in ten-thousandths, as sums of production are.
pub(super) fn decimals(report: &mut Report<'_>, at: &[Step<'_>], code: &str, weight: f64) {
    if !is_exact(weight) {
        let what = format!("The weight {weight} of `{code}` has more than four decimals.");
        report.add(at, &weight.to_string(), what, "Round it to four.");
    }
}

/// Reads and checks the changes of the Prodcom list.
pub(super) fn changes(
    documents: &[Document],
    problems: &mut Vec<Problem>,
) -> Option<ProdcomChanges> {
    let (document, file) = rules::parse::<ProdcomChangesFile>(documents, PRODCOM, problems)?;
    let mut report = Report::new(document, problems);
    let (first, last) = (file.first_year, file.last_year);
    if !(1993 <= first && first <= last && last <= 2100) {
        let what = format!("The lists cannot reach from {first} to {last}.");
        report.add(&["first_year".into()], &first.to_string(), what, WRITE_AGAIN);
    }
    for (table, codes) in [("starts", &file.starts), ("ends", &file.ends)] {
        for (year, codes) in codes {
            let at = [Step::Key(table), year.as_str().into()];
            check_year(&mut report, &at, year, (first, last));
            check_codes(&mut report, &at, codes.iter());
        }
    }
    for (year, becomes) in &file.becomes {
        let at = [Step::Key("becomes"), year.as_str().into()];
        check_year(&mut report, &at, year, (first, last));
        for (old, new) in becomes {
            let at = [at[0], at[1], old.as_str().into()];
            check_codes(&mut report, &at, new.iter().chain([old]));
        }
    }
    Some(file.read())
}

const WRITE_AGAIN: &str = "Write the file again with `sextant definitions expand prodcom`.";

fn check_year(report: &mut Report<'_>, at: &[Step<'_>], year: &str, (first, last): (u16, u16)) {
    let known = year.len() == 4 && year.parse().is_ok_and(|year: u16| first < year && year <= last);
    if !known {
        let what = format!("`{year}` is not a year after {first} and up to {last}.");
        report.add(at, year, what, WRITE_AGAIN);
    }
}

fn check_codes<'c>(
    report: &mut Report<'_>,
    at: &[Step<'_>],
    codes: impl Iterator<Item = &'c String>,
) {
    for code in codes.filter(|code| !is_code(code)) {
        let what = format!("`{code}` is not a code of the Prodcom list.");
        report.add(at, code, what, WRITE_AGAIN);
    }
}

/// No technology names a list that the changes do not reach back to.
pub(super) fn list_years(
    documents: &[Document],
    technologies: &[Technology],
    changes: &ProdcomChanges,
    problems: &mut Vec<Problem>,
) {
    let Some((first, _)) = changes.span() else { return };
    for technology in technologies {
        let Some(production) = &technology.production else { continue };
        let path = format!("technologies/{}.toml", technology.id);
        let document = documents.iter().find(|document| document.path == path);
        let older = production.prodcom_year < first || production.prodcom_year > 2100;
        if let Some(document) = document.filter(|_| older) {
            let year = production.prodcom_year.to_string();
            let what = format!("There is no way from the Prodcom list of {year} to another.");
            let way_out = format!("Name the headings of a list since {first}.");
            let at = ["production".into(), "prodcom_year".into()];
            Report::new(document, problems).add(&at, &year, what, &way_out);
        }
    }
}
