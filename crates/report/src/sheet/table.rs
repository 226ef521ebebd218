//! The table under a figure: every value with its rank, year, status and source.

mod economy;

use std::collections::BTreeSet;

use sextant_monitor::Observation;

use crate::context::SheetContext;
use crate::draw::{Figure, Shown, value_text};
use crate::figures::Kind;
use crate::words::Words;
use crate::{ReportError, citations, status};

/// A table of text, ready to be shown.
pub(crate) struct Table {
    pub(crate) caption: String,
    pub(crate) head: Vec<Head>,
    pub(crate) rows: Vec<Row>,
}

pub(crate) struct Head {
    pub(crate) text: String,
    pub(crate) number: bool,
}

pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) highlight: bool,
    pub(crate) cells: Vec<Cell>,
}

#[derive(Default)]
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) number: bool,
    /// Kept in one line.
    pub(crate) nowrap: bool,
    /// Letters of flags after the text.
    pub(crate) marks: Option<String>,
    /// A second, quieter line.
    pub(crate) below: Option<String>,
}

/// Millions are how trade by technology is usually told.
const MILLION: f64 = 1_000_000.0;

impl Table {
    pub(crate) fn new(
        context: &SheetContext,
        words: &Words,
        figure: &Figure,
    ) -> Result<Self, ReportError> {
        let caption = words.tell(
            "table-caption",
            [
                ("title", figure.spec.title.as_str().into()),
                ("subtitle", figure.spec.subtitle.as_str().into()),
                ("unit", figure.spec.unit.as_str().into()),
            ],
        )?;
        let maker = Maker { context, words, figure };
        let (head, rows) = match figure.kind {
            Kind::Trend => maker.years()?,
            Kind::Amounts => maker.amounts()?,
            Kind::Panels => maker.production()?,
            Kind::Shares => maker.shares()?,
            Kind::DivergingBars | Kind::Ranking | Kind::Map => maker.values()?,
        };
        Ok(Self { caption, head, rows })
    }
}

struct Maker<'a> {
    context: &'a SheetContext,
    words: &'a Words,
    figure: &'a Figure,
}

type Parts = (Vec<Head>, Vec<Row>);

impl Maker<'_> {
    /// One row a value.
    fn values(&self) -> Result<Parts, ReportError> {
        let flows = self.figure.indicator == "trade-relative-balance";
        let flagged = self.observations().any(|observation| !observation.status.is_empty());
        let by_subject = self.figure.kind == Kind::DivergingBars;
        let mut head =
            vec![self.head(if by_subject { "column-subject" } else { "column-country" }, false)?];
        if flows {
            head.push(self.head("column-exports", true)?);
            head.push(self.head("column-imports", true)?);
        }
        head.push(self.head(&format!("column-{}", self.figure.indicator), true)?);
        head.push(self.head("column-rank", true)?);
        head.push(self.head("column-year", true)?);
        if flagged {
            head.push(self.head("column-status", false)?);
        }
        head.push(self.head("column-source", false)?);
        let rows: Result<Vec<Row>, ReportError> =
            self.figure.shown.iter().map(|shown| self.value_row(shown, flows, flagged)).collect();
        Ok((head, rows?))
    }

    /// One row a subject: its families, its two shares and its rank.
    fn shares(&self) -> Result<Parts, ReportError> {
        let pairs: Vec<&[Shown]> = self.figure.shown.chunks(2).collect();
        let indicator = |at: usize| {
            let of = |pair: &&[Shown]| Some(pair.get(at)?.observation.as_ref()?.indicator.clone());
            pairs.iter().find_map(of).unwrap_or_default()
        };
        let head = vec![
            self.head("column-subject", false)?,
            self.head("column-families", true)?,
            self.head(&format!("column-{}", indicator(0)), true)?,
            self.head(&format!("column-{}", indicator(1)), true)?,
            self.head("column-rank", true)?,
            self.head("column-year", true)?,
            self.head("column-source", false)?,
        ];
        let rows: Result<Vec<Row>, ReportError> =
            pairs.into_iter().map(|pair| self.share_row(pair)).collect();
        Ok((head, rows?))
    }

    fn share_row(&self, pair: &[Shown]) -> Result<Row, ReportError> {
        let name = pair.first().map(|own| own.subject_name.clone()).unwrap_or_default();
        let observations: Vec<Option<&Observation>> =
            pair.iter().map(|shown| shown.observation.as_ref()).collect();
        let [Some(own), Some(world)] = observations[..] else {
            let mut cells: Vec<Cell> = std::iter::repeat_with(missing).take(5).collect();
            cells.push(Cell::default());
            return Ok(Row { name, highlight: false, cells });
        };
        let number = |text: String| Cell { text, number: true, ..Cell::default() };
        let value = |observation: &Observation, decimals: usize| {
            let marks = status::marks(observation);
            let text = value_text(self.words, observation, decimals)?;
            Ok::<Cell, ReportError>(Cell { text, number: true, marks, ..Cell::default() })
        };
        let families = self.words.numbers.decimal(own.numerator.unwrap_or_default(), 1);
        let cells = vec![
            number(families),
            value(own, self.figure.decimals)?,
            value(world, self.figure.decimals + 1)?,
            number(self.rank(world)?),
            number(own.period.clone()),
            self.sources([own, world].into_iter())?,
        ];
        Ok(Row { name, highlight: false, cells })
    }

    fn observations(&self) -> impl Iterator<Item = &Observation> {
        self.figure.shown.iter().filter_map(|shown| shown.observation.as_ref())
    }

    fn head(&self, key: &str, number: bool) -> Result<Head, ReportError> {
        Ok(Head { text: self.words.say(key)?, number })
    }

    fn value_row(&self, shown: &Shown, flows: bool, flagged: bool) -> Result<Row, ReportError> {
        let mut cells = Vec::new();
        let Some(observation) = &shown.observation else {
            let columns = 4 + 2 * usize::from(flows) + usize::from(flagged);
            cells.resize_with(columns - 1, missing);
            cells.push(Cell::default());
            return Ok(self.row(shown, cells));
        };
        if flows {
            cells.push(self.flow("trade-exports", observation));
            cells.push(self.flow("trade-imports", observation));
        }
        cells.push(Cell {
            text: value_text(self.words, observation, self.figure.decimals)?,
            number: true,
            marks: status::marks(observation),
            ..Cell::default()
        });
        cells.push(Cell { text: self.rank(observation)?, number: true, ..Cell::default() });
        cells.push(Cell { text: observation.period.clone(), number: true, ..Cell::default() });
        if flagged {
            let text = status::in_words(self.words, observation)?;
            cells.push(Cell { text, ..Cell::default() });
        }
        cells.push(self.sources(std::iter::once(observation))?);
        Ok(self.row(shown, cells))
    }

    fn row(&self, shown: &Shown, cells: Vec<Cell>) -> Row {
        let by_subject = self.figure.kind == Kind::DivergingBars;
        let name = if by_subject { &shown.subject_name } else { &shown.geo_name };
        let highlight = !by_subject && shown.geo == self.figure.country;
        Row { name: name.clone(), highlight, cells }
    }

    /// Exports or imports behind a balance, in million dollars, of the same source.
    fn flow(&self, indicator: &str, of: &Observation) -> Cell {
        let view = self.context.cube.get(indicator, &of.subject, &of.geo, &of.period);
        let same = view.map(|view| view.observation()).filter(|flow| flow.sources == of.sources);
        let Some(value) = same.and_then(|flow| flow.value) else { return missing() };
        let text = self.words.numbers.decimal(value / MILLION, 1);
        Cell { text, number: true, ..Cell::default() }
    }

    fn rank(&self, observation: &Observation) -> Result<String, ReportError> {
        match observation.rank.zip(observation.ranked_of) {
            Some(rank) => self.words.rank(rank),
            None => Ok("–".into()),
        }
    }

    fn sources<'o>(
        &self,
        observations: impl Iterator<Item = &'o Observation>,
    ) -> Result<Cell, ReportError> {
        let ids = citations::behind(observations);
        let names: Result<Vec<String>, ReportError> =
            ids.iter().map(|id| citations::short_name(self.words, id)).collect();
        Ok(Cell { text: self.words.list(names?), nowrap: true, ..Cell::default() })
    }

    /// One row a year, one column a line: value, flags, and the rank below.
    fn years(&self) -> Result<Parts, ReportError> {
        let lines = self.lines();
        let mut head = vec![self.head("column-year", false)?];
        head.extend(lines.iter().map(|(_, _, name)| Head { text: name.clone(), number: true }));
        head.push(self.head("column-source", false)?);
        let years: BTreeSet<&str> = self.observations().map(|o| o.period.as_str()).collect();
        let rows: Result<Vec<Row>, ReportError> =
            years.into_iter().rev().map(|year| self.year_row(year, &lines)).collect();
        Ok((head, rows?))
    }

    /// Subject, geography and name of every line, in the order of the chart.
    fn lines(&self) -> Vec<(String, String, String)> {
        let several_geos = self.figure.shown.windows(2).any(|pair| pair[0].geo != pair[1].geo);
        let mut lines = Vec::new();
        for shown in &self.figure.shown {
            let name = if several_geos { &shown.geo_name } else { &shown.subject_name };
            let line = (shown.subject.clone(), shown.geo.clone(), name.clone());
            if lines.last() != Some(&line) {
                lines.push(line);
            }
        }
        lines
    }

    fn year_row(&self, year: &str, lines: &[(String, String, String)]) -> Result<Row, ReportError> {
        let of_year: Vec<&Observation> =
            self.observations().filter(|observation| observation.period == year).collect();
        let mut cells = Vec::new();
        for (subject, geo, _) in lines {
            let found = of_year.iter().find(|o| o.subject == *subject && o.geo == *geo);
            cells.push(match found {
                None => missing(),
                Some(observation) => self.year_cell(observation)?,
            });
        }
        cells.push(self.sources(of_year.into_iter())?);
        Ok(Row { name: year.to_owned(), highlight: false, cells })
    }

    fn year_cell(&self, observation: &Observation) -> Result<Cell, ReportError> {
        let rank = observation.rank.zip(observation.ranked_of);
        Ok(Cell {
            text: value_text(self.words, observation, self.figure.decimals)?,
            number: true,
            marks: status::marks(observation),
            below: self.below(observation, rank)?,
            ..Cell::default()
        })
    }

    /// The rank and, for patents, the count that the share rests on.
    fn below(
        &self,
        observation: &Observation,
        rank: Option<(i32, i32)>,
    ) -> Result<Option<String>, ReportError> {
        let mut parts = Vec::new();
        if let Some(rank) = rank {
            parts.push(self.words.rank(rank)?);
        }
        if let Some(n) = observation.n.filter(|_| observation.indicator.starts_with("patent-")) {
            let n = self.words.numbers.whole(usize::try_from(n).unwrap_or_default());
            parts.push(self.words.tell("count-n", [("n", n.into())])?);
        }
        Ok((!parts.is_empty()).then(|| parts.join(", ")))
    }
}

fn missing() -> Cell {
    Cell { text: "–".into(), number: true, ..Cell::default() }
}
