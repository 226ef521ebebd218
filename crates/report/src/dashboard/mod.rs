//! Where a country ranks at a glance, and what changed.

mod columns;

use std::collections::BTreeMap;

use sextant_definitions::{Family, Subject, SubjectKind};
use sextant_highlights::{Cell, Change, Way, Write, change};
use sextant_monitor::Observation;

use crate::context::SheetContext;
use crate::draw::{is_money, latest_span, latest_year, value_text};
use crate::sheet::cell_of;
use crate::words::Words;
use crate::{ReportError, status};

pub(crate) use columns::{Column, builtin};

/// The dashboard of a country.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dashboard {
    pub(crate) heads: Vec<Head>,
    pub(crate) groups: Vec<Group>,
    /// What the letters after ranks mean.
    pub(crate) notes: Vec<String>,
    /// Whether amounts of money are among the values.
    pub(crate) money: bool,
}

/// The head of a column.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    /// "Patents".
    pub(crate) name: String,
    /// "Share in world patents".
    pub(crate) indicator: String,
    /// "Patents: rank by share in world patents, 2020".
    pub(crate) about: String,
    /// The year of the ranks, or the years.
    pub(crate) year: String,
    /// "change since 2010", the year in which most of its series begin; none without
    /// changes.
    pub(crate) since: Option<String>,
}

/// Rows under one heading.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) rows: Vec<Row>,
}

/// One technology or ecosystem.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) name: String,
    /// Whether it is part of the row above.
    pub(crate) part: bool,
    /// One a column.
    pub(crate) marks: Vec<Option<Mark>>,
}

/// One rank.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub(crate) rank: i32,
    pub(crate) of: i32,
    /// "6 of 27".
    pub(crate) rank_text: String,
    /// The value that is ranked, as it is written.
    pub(crate) value: String,
    /// The same as a number, in the unit of its indicator.
    pub(crate) number: f64,
    pub(crate) flags: Option<String>,
    pub(crate) step: Option<Step>,
}

impl Mark {
    /// 1 in the first third of the members, 3 in the last.
    pub(crate) fn third(&self) -> i32 {
        if self.of > 1 { 1 + ((self.rank - 1) * 3 / self.of).min(2) } else { 1 }
    }
}

/// A change since the start of the series.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub(crate) way: Option<Way>,
    /// `+0.42`, in points of a percent.
    pub(crate) text: String,
    /// The same as a number.
    pub(crate) difference: f64,
    /// The first year.
    pub(crate) since: String,
    /// Whether that is not the year in the head of the column.
    pub(crate) other_since: bool,
}

impl Step {
    /// A sign that can be told from the others without colour.
    pub(crate) fn sign(&self) -> &'static str {
        match self.way {
            Some(Way::Up) => "▲",
            Some(Way::Down) => "▼",
            None => "=",
        }
    }

    /// The message that says the sign.
    pub(crate) fn message(&self) -> &'static str {
        match self.way {
            Some(Way::Up) => "dashboard-up",
            Some(Way::Down) => "dashboard-down",
            None => "dashboard-steady",
        }
    }
}

/// The message that names a group, and which subjects it holds.
type Kinds = (&'static str, SubjectKind, Option<Family>);

const OWN: [Kinds; 3] = [
    ("group-green", SubjectKind::Technology, Some(Family::Green)),
    ("group-digital", SubjectKind::Technology, Some(Family::Digital)),
    ("group-ecosystems", SubjectKind::Ecosystem, None),
];

/// Shown where there is nothing of our own.
const OTHERS: [Kinds; 1] = [("group-product-groups", SubjectKind::ProductGroup, None)];

impl Dashboard {
    /// The dashboard of a country; without rows where it has no rank.
    pub(crate) fn new(
        context: &SheetContext,
        words: &Words,
        country: &str,
    ) -> Result<Self, ReportError> {
        let own = Self::of(&Maker { context, words, country, kinds: &OWN })?;
        if own.groups.is_empty() {
            return Self::of(&Maker { context, words, country, kinds: &OTHERS });
        }
        Ok(own)
    }

    fn of(maker: &Maker<'_>) -> Result<Self, ReportError> {
        let Maker { context, words, .. } = *maker;
        let columns = context.dashboard.iter().filter_map(|column| maker.shown(column));
        let columns: Vec<Shown<'_>> = columns.collect();
        let mut seen = Vec::new();
        let mut groups = Vec::new();
        for &(name, kind, family) in maker.kinds {
            let fits = |s: &&Subject| s.kind == kind && (family.is_none() || s.family == family);
            let mut rows = Vec::new();
            for subject in context.subjects.iter().filter(fits) {
                rows.extend(maker.row(subject, &columns, &mut seen)?);
            }
            if !rows.is_empty() {
                groups.push(Group { name: words.say(name)?, rows });
            }
        }
        let heads: Result<Vec<Head>, ReportError> =
            columns.iter().map(|column| maker.head(column)).collect();
        let mut dashboard = Self {
            heads: heads?,
            groups,
            notes: status::notes(words, seen.iter())?,
            money: seen.iter().any(is_money),
        };
        dashboard.mark_other_starts(words)?;
        Ok(dashboard)
    }

    /// The commonest first year goes into the head of a column; what differs says so.
    fn mark_other_starts(&mut self, words: &Words) -> Result<(), ReportError> {
        for (at, head) in self.heads.iter_mut().enumerate() {
            let rows = self.groups.iter_mut().flat_map(|group| &mut group.rows);
            let marks = rows.filter_map(|row| row.marks.get_mut(at)?.as_mut());
            let steps: Vec<&mut Step> = marks.filter_map(|mark| mark.step.as_mut()).collect();
            let Some(usual) = commonest(steps.iter().map(|step| &*step.since)) else { continue };
            let usual = usual.to_owned();
            head.since = Some(words.tell("dashboard-since", [("year", usual.clone().into())])?);
            for step in steps {
                step.other_since = step.since != usual;
            }
        }
        Ok(())
    }
}

/// The year named most often; of several, the earliest.
fn commonest<'a>(years: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for year in years {
        *counts.entry(year).or_default() += 1;
    }
    // Of equal ones, `max_by_key` takes the last.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(year, _)| year)
}

/// A column that has values for the country.
struct Shown<'a> {
    column: &'a Column,
    period: &'a str,
}

struct Maker<'a> {
    context: &'a SheetContext,
    words: &'a Words,
    country: &'a str,
    kinds: &'a [Kinds],
}

impl<'a> Maker<'a> {
    fn shown(&self, column: &'a Column) -> Option<Shown<'a>> {
        let cube = &self.context.cube;
        let indicator = column.indicator.get_ref();
        let ranked = |s: &&Subject| self.kinds.iter().any(|(_, kind, _)| *kind == s.kind);
        let ids: Vec<&str> =
            self.context.subjects.iter().filter(ranked).map(|subject| &*subject.id).collect();
        let period = match column.changes {
            true => latest_year(cube, indicator, &ids, &[self.country])?,
            false => latest_span(cube, indicator, &ids, self.country)?,
        };
        Some(Shown { column, period })
    }

    fn head(&self, shown: &Shown<'_>) -> Result<Head, ReportError> {
        let name = self.words.say(&format!("dashboard-{}", shown.column.id))?;
        let id = shown.column.indicator.get_ref();
        let indicator = self.words.say(&format!("indicator-{id}"))?;
        let year = shown.period.replace('-', "–");
        let about = self.words.tell(
            "dashboard-column",
            [
                ("name", name.as_str().into()),
                ("indicator", indicator.as_str().into()),
                ("year", year.as_str().into()),
            ],
        )?;
        Ok(Head { name, indicator, about, year, since: None })
    }

    /// None where no column has a rank.
    fn row(
        &self,
        subject: &Subject,
        columns: &[Shown<'_>],
        seen: &mut Vec<Observation>,
    ) -> Result<Option<Row>, ReportError> {
        let mut marks = Vec::new();
        for shown in columns {
            let indicator = shown.column.indicator.get_ref();
            let view = self.context.cube.get(indicator, &subject.id, self.country, shown.period);
            let observation = view.map(|view| view.observation());
            let mark = observation.as_ref().map(|o| self.mark(subject, shown, o)).transpose()?;
            let mark = mark.flatten();
            seen.extend(observation.filter(|_| mark.is_some()));
            marks.push(mark);
        }
        let row = || Row {
            name: subject.names.get(self.words.lang).to_owned(),
            part: subject.parent.is_some(),
            marks: marks.clone(),
        };
        Ok(marks.iter().any(Option::is_some).then(row))
    }

    fn mark(
        &self,
        subject: &Subject,
        shown: &Shown<'_>,
        o: &Observation,
    ) -> Result<Option<Mark>, ReportError> {
        let Some(((rank, of), number)) = o.rank.zip(o.ranked_of).zip(o.value) else {
            return Ok(None);
        };
        Ok(Some(Mark {
            rank,
            of,
            rank_text: self.words.rank((rank, of))?,
            value: value_text(self.words, o, shown.column.decimals)?,
            number,
            flags: status::marks(o),
            step: self.step(subject, shown),
        }))
    }

    fn step(&self, subject: &Subject, shown: &Shown<'_>) -> Option<Step> {
        let Column { indicator, decimals, .. } = shown.column;
        let limits = shown.column.limits(&self.context.sentences)?;
        let history = self.context.cube.history(indicator.get_ref(), &subject.id, self.country);
        let mut cells: Vec<Cell> = history.filter(|v| v.year().is_some()).map(cell_of).collect();
        cells.sort_by(|a, b| a.period.cmp(&b.period));
        let write = Write { decimals: *decimals, signed: true };
        let Change { from, to, way } = change(limits, write, &cells, shown.period)?;
        let difference = to.value? - from.value?;
        let text = self.words.numbers.signed(difference, *decimals);
        Some(Step { way, text, difference, since: from.period, other_since: false })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commonest_start_is_said_once() {
        assert_eq!(commonest(["2012", "2010", "2017", "2012"].into_iter()), Some("2012"));
        assert_eq!(commonest(["2012", "2010"].into_iter()), Some("2010"));
        assert_eq!(commonest(std::iter::empty()), None);
    }

    #[test]
    fn thirds_of_the_members() {
        let third = |rank, of| {
            let (rank_text, value) = (String::new(), String::new());
            Mark { rank, of, rank_text, value, number: 1.0, flags: None, step: None }.third()
        };
        let thirds: Vec<i32> = [1, 9, 10, 18, 19, 27].map(|rank| third(rank, 27)).to_vec();
        assert_eq!(thirds, [1, 1, 2, 2, 3, 3]);
        assert_eq!((third(1, 1), third(1, 2), third(2, 2)), (1, 1, 2));
    }
}
