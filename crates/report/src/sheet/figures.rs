//! The figures of a sheet, in sections.

use askama::Template;
use sextant_charts::ChartSpec;

use super::behind::Behind;
use super::table::Table;
use crate::ReportError;
use crate::context::SheetContext;
use crate::draw::{self, Figure, Missing, Outcome};
use crate::figures::Kind;
use crate::place::{Download, Place};
use crate::words::Words;

/// Figures under one heading.
pub(crate) struct Section {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) figures: Vec<Panel>,
}

/// A figure in a sheet.
pub(crate) struct Panel {
    pub(crate) id: String,
    /// "Figure 2", where the model numbers it.
    pub(crate) number: Option<String>,
    pub(crate) name: String,
    /// Whether it is meant for paper.
    pub(crate) printed: bool,
    pub(crate) content: Content,
}

impl Panel {
    /// "Figure 2 Trade balance", or the name alone.
    pub(crate) fn full_name(&self) -> String {
        match &self.number {
            Some(number) => format!("{number} {}", self.name),
            None => self.name.clone(),
        }
    }
}

pub(crate) enum Content {
    /// The data it would take, and what that is about.
    Missing {
        needs: String,
    },
    Drawn(Box<Drawn>),
}

pub(crate) struct Drawn {
    pub(crate) figure: Figure,
    pub(crate) table: Table,
    /// Whether the table is open from the beginning.
    pub(crate) open: bool,
    pub(crate) behind: Behind,
}

impl Drawn {
    fn new(context: &SheetContext, words: &Words, figure: Figure) -> Result<Self, ReportError> {
        Ok(Self {
            table: Table::new(context, words, &figure)?,
            behind: Behind::new(context, words, &figure)?,
            open: figure.kind == Kind::DivergingBars,
            figure,
        })
    }

    /// The same chart as files, where the page's place has them.
    pub(crate) fn downloads(&self, place: &Place) -> Vec<Download> {
        place.figure(&self.figure.id, &self.figure.country, self.figure.lang)
    }

    /// Trusted markup: the chart with its caption.
    pub(crate) fn html(&self, context: &SheetContext) -> Result<String, ReportError> {
        plain(context, &self.figure)
    }
}

#[derive(Template)]
#[template(path = "caption.html")]
struct Caption<'a> {
    notes: &'a [String],
    source: &'a str,
}

/// Every figure of the fact sheet, drawn or missing, in its order.
pub(crate) fn sections(
    context: &SheetContext,
    words: &Words,
    country: &str,
) -> Result<Vec<Section>, ReportError> {
    let shown = context.catalogue.figures.iter().filter(|figure| figure.sheet);
    let outcomes: Result<Vec<_>, ReportError> = shown
        .map(|figure| Ok((figure, draw::draw(context, figure, country, words.lang)?)))
        .collect();
    let outcomes = outcomes?;
    let is_drawn = |outcome: &Outcome| matches!(outcome, Outcome::Drawn(_));
    let drawn = outcomes.iter().filter(|(_, outcome)| is_drawn(outcome));
    let drawn: Vec<&str> = drawn.map(|(figure, _)| &*figure.id).collect();
    let mut sections: Vec<Section> = Vec::new();
    for (definition, outcome) in outcomes {
        let panel = panel(context, words, definition.is_printed(&drawn), outcome)?;
        match sections.last_mut().filter(|section| section.id == definition.section) {
            Some(section) => section.figures.push(panel),
            None => sections.push(Section {
                id: definition.section.clone(),
                name: words.say(&format!("section-{}", definition.section))?,
                figures: vec![panel],
            }),
        }
    }
    Ok(sections)
}

fn panel(
    context: &SheetContext,
    words: &Words,
    printed: bool,
    outcome: Outcome,
) -> Result<Panel, ReportError> {
    let numbered = |number: Option<u8>| {
        let told = number.map(|number| number.to_string());
        told.map(|number| words.tell("figure-number", [("number", number.into())])).transpose()
    };
    Ok(match outcome {
        Outcome::Missing(Missing { id, number, name, needs }) => {
            let content = Content::Missing { needs };
            Panel { id, number: numbered(number)?, name, printed, content }
        }
        Outcome::Drawn(figure) => Panel {
            id: figure.id.clone(),
            number: numbered(figure.number)?,
            name: figure.name.clone(),
            printed,
            content: Content::Drawn(Box::new(Drawn::new(context, words, *figure)?)),
        },
    })
}

/// A chart with its caption. In a page, notes and source are text of the page, which
/// readers can select and search, so the picture goes without.
pub(crate) fn plain(context: &SheetContext, figure: &Figure) -> Result<String, ReportError> {
    let in_page =
        ChartSpec { notes: Vec::new(), source_line: String::new(), ..figure.spec.clone() };
    let svg = context.renderer.svg(&in_page)?;
    let caption =
        Caption { notes: &figure.spec.notes, source: &figure.spec.source_line }.render()?;
    Ok(in_page.figure_html(&svg, &caption))
}
