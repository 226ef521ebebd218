//! The sentences at the head of a sheet: what the data carries, and what is behind it.

use sextant_definitions::GeoCode;
use sextant_highlights::{Cell, Cells, Years, highlights};

use crate::context::SheetContext;
use crate::cube::{Cube, View};
use crate::words::Words;

/// So many are read; the rest is in the figures.
const MOST: usize = 12;

/// A sentence.
pub(crate) struct Sentence {
    pub(crate) text: String,
    /// The observations that it tells: `indicator/geo/subject/period`.
    pub(crate) behind: Vec<String>,
}

/// The most important sentences about a country.
pub(crate) fn sentences(context: &SheetContext, words: &Words, country: &str) -> Vec<Sentence> {
    let Some((first, last)) = context.record.years else { return Vec::new() };
    let members = context.definitions.geographies.eu27();
    let cells = Found { cube: &context.cube, members };
    let place = context.sentences.place(country);
    let years = Years { first, last };
    let told =
        highlights(&context.sentences, &cells, &context.subjects, &place, words.lang, &years);
    let sentence =
        |one: sextant_highlights::Highlight| Sentence { text: one.text, behind: one.behind };
    told.into_iter().take(MOST).map(sentence).collect()
}

/// The cube, as sentences look at it.
struct Found<'a> {
    cube: &'a Cube,
    members: &'a [GeoCode],
}

impl Cells for Found<'_> {
    fn get(&self, indicator: &str, subject: &str, geo: &str, period: &str) -> Option<Cell> {
        self.cube.cell(indicator, subject, geo, period).map(cell_of)
    }

    fn series(&self, indicator: &str, subject: &str, geo: &str) -> Vec<Cell> {
        self.cube.history(indicator, subject, geo).map(cell_of).collect()
    }

    fn members(&self) -> Vec<String> {
        self.members.iter().map(ToString::to_string).collect()
    }
}

/// A cell of the cube, as sentences look at it.
pub(crate) fn cell_of(view: View<'_>) -> Cell {
    let o = view.observation();
    Cell {
        indicator: o.indicator,
        subject: o.subject,
        subject_kind: o.subject_kind,
        geo: o.geo,
        period: o.period,
        value: o.value,
        lower: o.lower,
        upper: o.upper,
        unit: o.unit,
        n: o.n,
        status: o.status,
        rank: o.rank,
        ranked_of: o.ranked_of,
    }
}
