//! The numbers of a trend: one row a line, one column a year. On paper the other figures
//! go without a table: their numbers stand among the key facts.

use std::collections::BTreeSet;

use sextant_pdf::{Cell, Head, Row, Table};

use crate::ReportError;
use crate::draw::{Figure, Shown, value_text};
use crate::figures::Kind;
use crate::status;
use crate::words::Words;

pub(super) fn table(words: &Words, figure: &Figure) -> Result<Option<Table>, ReportError> {
    if figure.kind != Kind::Trend {
        return Ok(None);
    }
    let period = |shown: &'_ Shown| Some(shown.observation.as_ref()?.period.clone());
    let years: BTreeSet<String> = figure.shown.iter().filter_map(period).collect();
    let mut head = vec![Head { text: words.say("column-subject")?, number: false }];
    head.extend(years.iter().map(|year| Head { text: year.clone(), number: true }));
    let mut rows: Vec<Row> = Vec::new();
    for line in figure.shown.chunk_by(|a, b| a.subject == b.subject && a.geo == b.geo) {
        rows.push(row(words, figure, line, &years)?);
    }
    Ok(Some(Table { caption: figure.spec.title.clone(), head, rows }))
}

fn row(
    words: &Words,
    figure: &Figure,
    line: &[Shown],
    years: &BTreeSet<String>,
) -> Result<Row, ReportError> {
    let observations = || line.iter().filter_map(|shown| shown.observation.as_ref());
    let mut cells = Vec::new();
    for year in years {
        let found = observations().find(|observation| observation.period == *year);
        cells.push(match found {
            None => Cell { text: "–".into(), marks: None, below: None },
            Some(o) => Cell {
                text: value_text(words, o, figure.decimals)?,
                marks: status::marks(o),
                below: None,
            },
        });
    }
    let name = line.first().map_or_else(String::new, |shown| shown.subject_name.clone());
    Ok(Row { name, own: false, part: false, cells })
}
