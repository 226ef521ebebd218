//! Tables of money raised and of production.

use std::collections::BTreeSet;

use sextant_monitor::Observation;

use super::{Cell, Maker, Parts, Row, missing};
use crate::draw::{Shown, value_text};
use crate::{ReportError, status};

/// What is told of the money that an ecosystem's companies raised.
const RAISED: [(&str, usize); 5] = [
    ("investment-raised-eur", 1),
    ("investment-raised", 1),
    ("investment-raised-without-largest-eur", 1),
    ("investment-rounds", 0),
    ("investment-undisclosed", 0),
];

/// What is told of the production of a technology.
const PRODUCED: [(&str, usize); 4] = [
    ("production-value", 1),
    ("production-country-share", 2),
    ("production-eu-share", 1),
    ("invented-versus-made", 0),
];

impl Maker<'_> {
    /// One row a subject: money raised, rounds and rank.
    pub(super) fn amounts(&self) -> Result<Parts, ReportError> {
        let period = self.observations().map(|o| o.period.clone()).max().unwrap_or_default();
        let subjects: Vec<&Shown> = self.figure.shown.iter().collect();
        self.indicators(&RAISED, &subjects, &period, "investment-raised-eur")
    }

    /// One row a subject, in the latest year in which any of them has a share in EU
    /// production.
    pub(super) fn production(&self) -> Result<Parts, ReportError> {
        let valued = self.observations().filter(|o| o.value.is_some());
        let years: BTreeSet<&str> = valued.map(|o| o.period.as_str()).collect();
        let any: BTreeSet<&str> = self.observations().map(|o| o.period.as_str()).collect();
        let period = years.last().or(any.last()).copied().unwrap_or_default();
        let mut subjects: Vec<&Shown> = Vec::new();
        for shown in &self.figure.shown {
            if subjects.last().is_none_or(|last| last.subject != shown.subject) {
                subjects.push(shown);
            }
        }
        self.indicators(&PRODUCED, &subjects, period, "production-eu-share")
    }

    /// One row a subject, one column an indicator, and the rank of one of them.
    fn indicators(
        &self,
        columns: &[(&str, usize)],
        subjects: &[&Shown],
        period: &str,
        ranked: &str,
    ) -> Result<Parts, ReportError> {
        let mut head = vec![self.head("column-subject", false)?];
        for (indicator, _) in columns {
            head.push(self.head(&format!("column-{indicator}"), true)?);
        }
        for (key, number) in
            [("column-rank", true), ("column-year", true), ("column-source", false)]
        {
            head.push(self.head(key, number)?);
        }
        let rows: Result<Vec<Row>, ReportError> = subjects
            .iter()
            .map(|shown| self.indicator_row(columns, shown, period, ranked))
            .collect();
        Ok((head, rows?))
    }

    fn indicator_row(
        &self,
        columns: &[(&str, usize)],
        shown: &Shown,
        period: &str,
        ranked: &str,
    ) -> Result<Row, ReportError> {
        let of = |indicator: &str| {
            let cell = self.context.cube.cell(indicator, &shown.subject, &shown.geo, period);
            cell.map(|view| view.observation())
        };
        let found: Vec<Observation> = columns.iter().filter_map(|(id, _)| of(id)).collect();
        let mut cells = Vec::new();
        for (indicator, decimals) in columns {
            cells.push(match found.iter().find(|o| o.indicator == *indicator) {
                Some(observation) => self.value_cell(observation, *decimals)?,
                None => missing(),
            });
        }
        let rank = found.iter().find(|o| o.indicator == ranked);
        cells.push(match rank {
            Some(observation) => number(self.rank(observation)?),
            None => missing(),
        });
        cells.push(number(period.replace('-', "–")));
        cells.push(self.sources(found.iter())?);
        Ok(Row { name: shown.subject_name.clone(), highlight: false, cells })
    }

    fn value_cell(&self, observation: &Observation, decimals: usize) -> Result<Cell, ReportError> {
        let text = value_text(self.words, observation, decimals)?;
        let marks = status::marks(observation);
        Ok(Cell { text, number: true, marks, ..Cell::default() })
    }
}

fn number(text: String) -> Cell {
    Cell { text, number: true, nowrap: true, ..Cell::default() }
}
