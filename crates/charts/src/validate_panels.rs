//! Checks of trend panels: intervals hold their values, years ascend, every mark is explained.

use crate::error::{PanelProblem, Problem};
use crate::panels::{PanelLegend, PanelPoint, PanelRow};
use crate::validate::{Check, MOST_YEARS, check_ids, ensure};

/// A panel of one row, and how messages name it.
struct Panel<'a> {
    row: &'a str,
    side: &'static str,
    points: &'a [PanelPoint],
    breaks: &'a [i32],
}

impl<'a> Panel<'a> {
    fn left(row: &'a PanelRow) -> Self {
        Self { row: &row.id, side: "left", points: &row.left, breaks: &row.left_breaks }
    }

    fn right(row: &'a PanelRow) -> Self {
        Self { row: &row.id, side: "right", points: &row.right, breaks: &row.right_breaks }
    }

    fn problem(&self, year: i32, what: PanelProblem) -> Problem {
        Problem::Panel { row: self.row.to_owned(), side: self.side, year, what }
    }
}

pub(crate) fn check_panels(rows: &[PanelRow], legend: &PanelLegend) -> Check {
    ensure(!rows.is_empty(), || Problem::Nothing("rows"))?;
    check_ids(rows.iter().map(|row| row.id.as_str()), "row", None)?;
    let columns: [Vec<Panel<'_>>; 2] =
        [rows.iter().map(Panel::left).collect(), rows.iter().map(Panel::right).collect()];
    let both = years_of(columns.iter().flatten()).ok_or(Problem::Nothing("points"))?;
    for column in &columns {
        check_column(column, both)?;
    }
    check_legend(&columns, legend)
}

/// First and last year, where there is any.
fn years_of<'a>(panels: impl Iterator<Item = &'a Panel<'a>>) -> Option<(i32, i32)> {
    let mut years: Vec<i32> =
        panels.flat_map(|panel| panel.points.iter().map(|point| point.year)).collect();
    years.sort_unstable();
    Some((*years.first()?, *years.last()?))
}

/// A column without points takes the years of the other one.
fn check_column(column: &[Panel<'_>], both: (i32, i32)) -> Check {
    let (first, last) = years_of(column.iter()).unwrap_or(both);
    let span = last.saturating_sub(first);
    ensure(span <= MOST_YEARS, || Problem::TooManyYears(first, last, MOST_YEARS))?;
    for panel in column {
        check_points(panel)?;
        let outside = panel.breaks.iter().find(|year| !(first..=last).contains(*year));
        let refused = |year: &i32| panel.problem(*year, PanelProblem::BreakOutside(first, last));
        outside.map_or(Ok(()), |year| Err(refused(year)))?;
    }
    Ok(())
}

fn check_points(panel: &Panel<'_>) -> Check {
    for pair in panel.points.windows(2) {
        let (before, year) = (pair[0].year, pair[1].year);
        ensure(before < year, || panel.problem(year, PanelProblem::Years(before)))?;
    }
    panel.points.iter().try_for_each(|point| {
        check_numbers(point).map_err(|problem| panel.problem(point.year, problem))
    })
}

fn check_numbers(point: &PanelPoint) -> Result<(), PanelProblem> {
    let all = [("lower end", point.lower), ("value", point.value), ("upper end", point.upper)];
    let known: Vec<(&str, f64)> =
        all.into_iter().filter_map(|(name, number)| Some((name, number?))).collect();
    for &(name, number) in &known {
        if !number.is_finite() {
            return Err(PanelProblem::NotFinite(name));
        }
        if number < 0.0 {
            return Err(PanelProblem::Negative(name, number));
        }
    }
    if let (None, Some(upper)) = (point.lower, point.upper) {
        return Err(PanelProblem::UpperAlone(upper));
    }
    let wrong = known.windows(2).find(|pair| pair[0].1 > pair[1].1);
    wrong
        .map_or(Ok(()), |pair| Err(PanelProblem::Order(pair[0].0, pair[0].1, pair[1].0, pair[1].1)))
}

/// A mark that occurs without words would be a riddle.
fn check_legend(columns: &[Vec<Panel<'_>>], legend: &PanelLegend) -> Check {
    let panels = || columns.iter().flatten();
    let any = |is: fn(&PanelPoint) -> bool| panels().any(|panel| panel.points.iter().any(is));
    let marks = [
        (&legend.value, "legend's word for values", any(|point| point.value.is_some())),
        (&legend.interval, "legend's word for intervals", any(|point| point.upper.is_some())),
        (
            &legend.open_interval,
            "legend's word for open intervals",
            any(|point| point.lower.is_some() && point.upper.is_none()),
        ),
        (
            &legend.flagged,
            "legend's word for hollow points",
            any(|point| point.flagged && point.value.is_some()),
        ),
        (
            &legend.broken,
            "legend's word for breaks",
            panels().any(|panel| !panel.breaks.is_empty()),
        ),
    ];
    marks.into_iter().try_for_each(|(words, name, occurs)| {
        ensure(!occurs || !words.trim().is_empty(), || Problem::Empty(name))
    })
}
