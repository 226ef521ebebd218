//! Sectors of industry.

use super::{Report, common, of_folder};
use crate::definitions::split;
use crate::document::{Document, Step};
use crate::{Geographies, Problem, Sector, SectorSeries, Statement, StatementOf};

/// Reads and checks all sectors, sorted by id.
pub(super) fn read(
    documents: &[Document],
    geographies: &Geographies,
    problems: &mut Vec<Problem>,
) -> Vec<Sector> {
    let parsed = of_folder(documents, "sectors")
        .map(|document| document.parse::<Sector>().map(|sector| (document, sector)));
    let (read, unread) = split(parsed);
    problems.extend(unread);
    for (document, sector) in &read {
        check(&mut Report::new(document, problems), sector, geographies);
    }
    let mut sectors: Vec<Sector> = read.into_iter().map(|(_, sector)| sector).collect();
    sectors.sort_by(|a, b| a.id.cmp(&b.id));
    sectors
}

fn check(report: &mut Report<'_>, sector: &Sector, geographies: &Geographies) {
    common::id(report, &sector.id);
    common::version(report, &sector.version);
    common::names(report, &["names".into()], &sector.names);
    common::names(report, &["scope".into()], &sector.scope);
    for (index, series) in sector.series.iter().enumerate() {
        let at = [Step::Key("series"), index.into()];
        if sector.series[..index].iter().any(|earlier| earlier.id == series.id) {
            let what = format!("There are two series `{}`.", series.id);
            report.add(&at, series.id.as_str(), what, "Keep one of them.");
        }
        check_series(report, at, series);
    }
    for (index, statement) in sector.statements.iter().enumerate() {
        check_statement(report, [Step::Key("statements"), index.into()], statement, geographies);
    }
}

fn check_series(report: &mut Report<'_>, [list, place]: [Step<'_>; 2], series: &SectorSeries) {
    let dataset = &series.dataset;
    if dataset.is_empty() || *dataset != dataset.trim().to_uppercase() {
        let what = format!("`{dataset}` is not the id of a table as it is stored.");
        let way_out = "Write it in capitals, without agency and version, as in \"NAMA_10_A64_E\".";
        report.add(&[list, place, "dataset".into()], dataset, what, way_out);
    }
    if !(series.factor.is_finite() && series.factor > 0.0) {
        let what = format!("The factor {} cannot be right.", series.factor);
        let way_out = "Write what one unit of the table is, as in 1000.0.";
        report.add(&[list, place, "factor".into()], &series.factor.to_string(), what, way_out);
    }
    if series.filter.is_empty() {
        let what = format!("The series `{}` takes every cell of `{dataset}`.", series.id);
        report.add(&[list, place], dataset, what, "Add a table [series.filter].");
    }
    for (dimension, codes) in &series.filter {
        check_codes(report, [list, place, "filter".into(), dimension.as_str().into()], codes);
    }
    common::origin(report, &[list, place, "provenance".into()], &series.provenance);
}

/// The codes of one dimension.
fn check_codes(report: &mut Report<'_>, at: [Step<'_>; 4], codes: &[String]) {
    let Step::Key(dimension) = at[3] else { return };
    if dimension != dimension.to_lowercase() {
        let what = format!("The dimension `{dimension}` is not in lower case.");
        report.add(&at, dimension, what, "Names of dimensions are stored in lower case.");
    }
    if codes.is_empty() || codes.iter().any(|code| code.trim().is_empty()) {
        let what = format!("`{dimension}` has an empty code, or none.");
        report.add(&at, dimension, what, "List the codes, or leave the dimension out.");
    }
    for (index, code) in codes.iter().enumerate() {
        if codes[..index].contains(code) {
            let what = format!("`{code}` is in the list already.");
            let steps = [at[0], at[1], at[2], at[3], index.into()];
            report.add(&steps, code, what, "Remove one of them, or its cells count twice.");
        }
    }
}

fn check_statement(
    report: &mut Report<'_>,
    [list, place]: [Step<'_>; 2],
    statement: &Statement,
    geographies: &Geographies,
) {
    let at = |key| [list, place, Step::Key(key)];
    if geographies.by_code(&statement.geo).is_none() {
        let what = format!("`{}` is not a place.", statement.geo);
        report.add(
            &at("geo"),
            &statement.geo,
            what,
            "Use a code of the geographies, as in \"BE\".",
        );
    }
    check_years(report, &at("years"), statement);
    let unit = match statement.what {
        StatementOf::Factor => "ratio",
        StatementOf::Level | StatementOf::Change | StatementOf::Sum => statement.series.unit(),
    };
    if statement.unit != unit {
        let what = format!("The unit of the statement is `{}`.", statement.unit);
        report.add(&at("unit"), &statement.unit, what, &format!("Write `{unit}`."));
    }
    if !statement.value.is_finite() {
        let value = statement.value.to_string();
        report.add(&at("value"), &value, format!("{value} is not a figure."), "Write a number.");
    }
    common::names(report, &at("text"), &statement.text);
    common::origin(report, &at("provenance"), &statement.provenance);
    if statement.source.trim().is_empty() {
        let way_out = "Say who published it; where no one is known, say that.";
        report.add(&at("source"), "", "The source is empty.".into(), way_out);
    }
    if let Some(url) = statement.url.as_deref().filter(|url| !url.starts_with("https://")) {
        let what = format!("`{url}` is not an address.");
        report.add(&at("url"), url, what, "Write it from https:// on, or leave the key out.");
    }
}

/// A level is of one year, everything else goes from one year to a later one.
fn check_years(report: &mut Report<'_>, at: &[Step<'_>], statement: &Statement) {
    let years = statement.years;
    let level = statement.what == StatementOf::Level;
    if level && years.first != years.last {
        let what = format!("A level is of one year, not of {} to {}.", years.first, years.last);
        report.add(at, "", what, "Write the same year twice.");
    } else if !level && years.first >= years.last {
        let what = format!("The years {} to {} are no period.", years.first, years.last);
        report.add(at, "", what, "Write the earlier year first.");
    }
}
