//! The numbers of a trend: one row a line, one column a year. On paper the other figures
//! go without a table: their numbers stand among the key facts.

use std::collections::BTreeSet;

use sextant_pdf::{Cell, Head, Row, Table};

use crate::ReportError;
use crate::draw::{Figure, Shown, value_text};
use crate::figures::Kind;
use crate::status;
use crate::words::Words;

/// The last years that a table holds; more do not fit the page.
const YEARS: usize = 15;

pub(super) fn table(words: &Words, figure: &Figure) -> Result<Option<Table>, ReportError> {
    if figure.kind != Kind::Trend {
        return Ok(None);
    }
    let period = |shown: &'_ Shown| Some(shown.observation.as_ref()?.period.clone());
    let all: BTreeSet<String> = figure.shown.iter().filter_map(period).collect();
    let years: Vec<&String> = all.iter().skip(all.len().saturating_sub(YEARS)).collect();
    let of_places = figure.shown.iter().any(|shown| shown.geo != figure.country);
    let first = if of_places { "column-country" } else { "column-subject" };
    let mut head = vec![Head { text: words.say(first)?, number: false }];
    head.extend(years.iter().map(|year| Head { text: (*year).clone(), number: true }));
    let mut rows: Vec<Row> = Vec::new();
    for line in figure.shown.chunk_by(|a, b| a.subject == b.subject && a.geo == b.geo) {
        let name = line.first().map_or_else(String::new, |shown| match of_places {
            true => shown.geo_name.clone(),
            false => shown.subject_name.clone(),
        });
        rows.push(Row {
            name,
            own: false,
            part: false,
            cells: cells(words, figure, line, &years)?,
        });
    }
    Ok(Some(Table { caption: figure.spec.title.clone(), head, rows }))
}

fn cells(
    words: &Words,
    figure: &Figure,
    line: &[Shown],
    years: &[&String],
) -> Result<Vec<Cell>, ReportError> {
    let observations = || line.iter().filter_map(|shown| shown.observation.as_ref());
    let cell = |year: &String| {
        let found = observations().find(|observation| observation.period == *year);
        Ok(match found {
            None => Cell { text: "–".into(), marks: None, below: None },
            Some(o) => Cell {
                text: value_text(words, o, figure.decimals)?,
                marks: status::marks(o),
                below: None,
            },
        })
    };
    years.iter().map(|year| cell(year)).collect()
}
