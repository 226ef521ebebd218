//! What a figure shows for a country: which indicator, which subjects, which year.

use std::collections::BTreeSet;

use sextant_definitions::{Lang, Subject};

use super::Shown;
use crate::ReportError;
use crate::context::SheetContext;
use crate::cube::Cube;
use crate::figures::{FigureDefinition, Kind, SubjectRule, fill};
use crate::words::Words;

/// With values for so many Member States a year is complete enough to be shown.
const ENOUGH_MEMBERS: usize = 20;

/// What a figure shows for a country.
pub(crate) struct Pick<'a> {
    pub(crate) context: &'a SheetContext,
    pub(crate) definition: &'a FigureDefinition,
    pub(crate) words: &'a Words,
    pub(crate) country: &'a str,
    pub(crate) indicator: &'a str,
    pub(crate) subjects: Vec<&'a Subject>,
    /// The year shown; empty for trends, which show all.
    pub(crate) year: String,
}

impl<'a> Pick<'a> {
    /// Nothing where the edition has no value to show.
    pub(crate) fn new(
        context: &'a SheetContext,
        definition: &'a FigureDefinition,
        country: &'a str,
        lang: Lang,
    ) -> Option<Self> {
        let words = context.words(lang);
        definition.indicators.iter().find_map(|indicator| {
            let subjects = subjects(context, &definition.subjects, indicator);
            let ids: Vec<&str> = subjects.iter().map(|subject| &*subject.id).collect();
            let year = match definition.kind {
                Kind::DivergingBars | Kind::Shares => {
                    latest_year(&context.cube, indicator, &ids, &[country])?
                }
                Kind::Ranking | Kind::Map => {
                    let members: Vec<&str> = context.members().collect();
                    latest_year(&context.cube, indicator, &ids, &members)?
                }
                Kind::Trend => {
                    let mut series =
                        ids.iter().map(|id| context.cube.series(indicator, id, country));
                    series.any(|mut cells| cells.next().is_some()).then_some("")?
                }
                Kind::Panels => {
                    let both = std::iter::once(indicator).chain(&definition.beside);
                    let mut cells = both.flat_map(|indicator| {
                        ids.iter().flat_map(|id| context.cube.history(indicator, id, country))
                    });
                    cells.next().map(|_| "")?
                }
                Kind::Amounts => latest_span(&context.cube, indicator, &ids, country)?,
            };
            Some(Self {
                context,
                definition,
                words,
                country,
                indicator,
                subjects,
                year: year.to_owned(),
            })
        })
    }

    /// The value of a subject and geography in the year shown.
    pub(crate) fn shown(&self, subject: &Subject, geo: &str) -> Shown {
        let view = self.context.cube.get(self.indicator, &subject.id, geo, &self.year);
        self.shown_as(subject, geo, view.map(|view| view.observation()))
    }

    pub(crate) fn shown_as(
        &self,
        subject: &Subject,
        geo: &str,
        observation: Option<sextant_monitor::Observation>,
    ) -> Shown {
        Shown {
            subject: subject.id.clone(),
            subject_name: subject.names.get(self.words.lang).to_owned(),
            geo: geo.to_owned(),
            geo_name: self.context.place_name(geo, self.words.lang),
            observation,
        }
    }

    /// The country and what it is compared with, each once.
    pub(crate) fn geos(&self) -> Vec<&'a str> {
        let others = self.definition.compare.iter().map(String::as_str);
        let mut geos = vec![self.country];
        geos.extend(others.filter(|geo| *geo != self.country));
        geos
    }

    pub(crate) fn title(&self) -> Result<String, ReportError> {
        let indicator = self.words.say(&format!("indicator-{}", self.indicator))?;
        let lang = self.words.lang;
        let subject = self.subjects.first().map_or("", |subject| subject.names.get(lang));
        let values = [("indicator", &*indicator), ("subject", subject)];
        Ok(fill(self.definition.title.get(lang), &values))
    }

    pub(crate) fn subtitle(&self, shown: &[Shown]) -> String {
        let lang = self.words.lang;
        let names = self.geos().into_iter().map(|geo| self.context.place_name(geo, lang));
        let places = self.words.list(names);
        let country = self.context.place_name(self.country, lang);
        let year = self.year.replace('-', "–");
        let periods =
            || shown.iter().filter_map(|shown| Some(&*shown.observation.as_ref()?.period));
        let values = [
            ("country", country.as_str()),
            ("places", places.as_str()),
            ("year", year.as_str()),
            ("first", periods().min().unwrap_or_default()),
            ("last", periods().max().unwrap_or_default()),
        ];
        fill(self.definition.subtitle.get(lang), &values)
    }
}

fn subjects<'a>(
    context: &'a SheetContext,
    rule: &SubjectRule,
    indicator: &str,
) -> Vec<&'a Subject> {
    if !rule.first_of.is_empty() {
        let known = rule.first_of.iter().filter_map(|id| context.subject(id));
        return known.filter(|subject| context.cube.has(indicator, &subject.id)).take(1).collect();
    }
    let fits = |subject: &&Subject| {
        rule.kind.as_deref() == Some(subject.kind.as_str())
            && (rule.family.is_none() || subject.family == rule.family)
            && (!rule.top_level || subject.parent.is_none())
            && (!rule.traded || subject.trade_expected)
            && (!rule.patented || subject.patents_expected)
            && (!rule.produced || subject.production_expected)
            && (!rule.invested || subject.investment_expected)
    };
    let also = rule.also.iter().filter_map(|id| context.subject(id));
    context.subjects.iter().filter(fits).chain(also).collect()
}

/// The latest span of years with a value for the country, or the latest year where there
/// is no span.
pub(crate) fn latest_span<'a>(
    cube: &'a Cube,
    indicator: &str,
    subjects: &[&str],
    country: &str,
) -> Option<&'a str> {
    let cells = subjects.iter().flat_map(|subject| cube.series(indicator, subject, country));
    let periods: BTreeSet<&str> = cells.map(|view| view.period()).collect();
    let spans = periods.iter().rev().find(|period| period.contains('-'));
    spans.or(periods.last()).copied()
}

/// The latest year in which at least twenty Member States have a value for half of the
/// subjects that the edition knows, and in which one of `geos` has one; without such
/// a year, the latest in which one of `geos` has a value. Years that are not complete
/// yet are shown only where there are no others.
pub(crate) fn latest_year<'a>(
    cube: &'a Cube,
    indicator: &str,
    subjects: &[&str],
    geos: &[&str],
) -> Option<&'a str> {
    let known: Vec<&str> =
        subjects.iter().copied().filter(|subject| cube.has(indicator, subject)).collect();
    let enough = |period: &str| {
        let covered = known.iter().filter(|subject| {
            cube.members_with_value(indicator, subject, period) >= ENOUGH_MEMBERS
        });
        covered.count() * 2 >= known.len().max(1)
    };
    let (mut years, mut open) = (BTreeSet::new(), BTreeSet::new());
    for subject in subjects {
        for geo in geos {
            let views = cube.series(indicator, subject, geo).filter(|view| view.year().is_some());
            for view in views {
                let truncated = view.flags().any(|flag| flag == "truncated");
                if truncated { &mut open } else { &mut years }.insert(view.period());
            }
        }
    }
    let years = if years.is_empty() { open } else { years };
    years.iter().rev().find(|year| enough(year)).or(years.last()).copied()
}
