//! The figures of a sheet, in sections.

use askama::Template;
use sextant_charts::ChartSpec;

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

/// A figure in the page.
pub(crate) struct Panel {
    pub(crate) id: String,
    /// "Figure 2", where the model numbers it.
    pub(crate) number: Option<String>,
    pub(crate) name: String,
    pub(crate) content: Content,
}

pub(crate) enum Content {
    /// The data it would take, and what that is about.
    Missing {
        needs: String,
    },
    Drawn(Box<Drawn>),
}

pub(crate) struct Drawn {
    /// Trusted markup: the chart with its caption.
    pub(crate) figure: String,
    pub(crate) table: Table,
    /// Whether the table is open from the beginning.
    pub(crate) open: bool,
    pub(crate) downloads: Vec<Download>,
}

#[derive(Template)]
#[template(path = "caption.html")]
struct Caption<'a> {
    notes: &'a [String],
    source: &'a str,
}

pub(crate) fn sections(
    context: &SheetContext,
    words: &Words,
    country: &str,
    place: &Place,
) -> Result<Vec<Section>, ReportError> {
    let mut sections: Vec<Section> = Vec::new();
    for definition in &context.catalogue.figures {
        let outcome = draw::draw(context, definition, country, words.lang)?;
        let panel = panel(context, words, outcome, place)?;
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
    outcome: Outcome,
    place: &Place,
) -> Result<Panel, ReportError> {
    let (id, number, name, content) = match outcome {
        Outcome::Missing(Missing { id, number, name, needs }) => {
            (id, number, name, Content::Missing { needs })
        }
        Outcome::Drawn(figure) => {
            let content = Content::Drawn(Box::new(Drawn {
                figure: plain(context, &figure)?,
                table: Table::new(context, words, &figure)?,
                open: figure.kind == Kind::DivergingBars,
                downloads: place.figure(&figure.id, &figure.country, words.lang),
            }));
            (figure.id, figure.number, figure.name, content)
        }
    };
    let number =
        number.map(|number| words.tell("figure-number", [("number", number.to_string().into())]));
    Ok(Panel { id, number: number.transpose()?, name, content })
}

/// The chart with its caption. In a page, notes and source are text of the page, which
/// readers can select and search, so the picture goes without.
pub(crate) fn plain(context: &SheetContext, figure: &Figure) -> Result<String, ReportError> {
    let in_page =
        ChartSpec { notes: Vec::new(), source_line: String::new(), ..figure.spec.clone() };
    let svg = context.renderer.svg(&in_page)?;
    let caption =
        Caption { notes: &figure.spec.notes, source: &figure.spec.source_line }.render()?;
    Ok(in_page.figure_html(&svg, &caption))
}
