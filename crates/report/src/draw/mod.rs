//! Figures of one country in one language.

mod amounts;
mod bars;
mod data;
mod notes;
mod panels;
mod pick;
mod places;
mod shares;
mod trend;
mod values;

use sextant_charts::ChartSpec;
use sextant_definitions::Lang;
use sextant_monitor::Observation;

use crate::context::SheetContext;
use crate::figures::{FigureDefinition, Kind};
use crate::{ReportError, citations};

pub(crate) use pick::{Pick, latest_span, latest_year};
pub(crate) use values::{is_money, value_text};

/// A figure of one country, drawn from the cube.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its id.
    pub id: String,
    /// Its number in the model's fact sheet, where it has one.
    pub number: Option<u8>,
    /// A few words for lists and links.
    pub name: String,
    /// Code of the country.
    pub country: String,
    /// Language.
    pub lang: Lang,
    /// The chart, with every word around it.
    pub spec: ChartSpec,
    /// What it shows, in the order in which the chart shows it.
    pub shown: Vec<Shown>,
    pub(crate) kind: Kind,
    pub(crate) indicator: String,
    pub(crate) decimals: usize,
    pub(crate) edition: String,
    pub(crate) edition_id: String,
}

/// One value of a figure, or the place where it is missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Subject id.
    pub subject: String,
    /// Its name.
    pub subject_name: String,
    /// Geography code.
    pub geo: String,
    /// Its name.
    pub geo_name: String,
    /// The cell; none where the cube has no value.
    pub observation: Option<Observation>,
}

impl Shown {
    pub(crate) fn value(&self) -> Option<f64> {
        self.observation.as_ref().and_then(|observation| observation.value)
    }

    pub(crate) fn of_subject(&self) -> &str {
        &self.subject_name
    }

    pub(crate) fn of_geo(&self) -> &str {
        &self.geo_name
    }
}

/// A figure, or what it would take to draw it.
#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    Drawn(Box<Figure>),
    Missing(Missing),
}

/// A figure that the edition has no data for.
#[derive(Clone, Debug)]
pub(crate) struct Missing {
    pub(crate) id: String,
    pub(crate) number: Option<u8>,
    pub(crate) name: String,
    pub(crate) needs: String,
}

/// What a chart is made of before it gets its words.
pub(crate) struct Drawing {
    pub(crate) body: sextant_charts::ChartBody,
    pub(crate) shown: Vec<Shown>,
    pub(crate) alt: String,
    /// Sentences that name the breaks in the series shown.
    pub(crate) breaks: Vec<String>,
}

/// One figure of a country. The country's code may be in any case.
///
/// # Errors
/// [`ReportError::UnknownFigure`], [`ReportError::UnknownCountry`], or
/// [`ReportError::NoData`] where the edition lacks what the figure needs.
pub fn figure(
    context: &SheetContext,
    figure_id: &str,
    country: &str,
    lang: Lang,
) -> Result<Figure, ReportError> {
    let definition = context.catalogue.figure(figure_id)?;
    let country = context.place(country)?;
    match draw(context, definition, country, lang)? {
        Outcome::Drawn(figure) => Ok(*figure),
        Outcome::Missing(missing) => Err(ReportError::NoData {
            figure: missing.id,
            country: country.into(),
            edition: context.record.name.clone(),
            needs: missing.needs,
        }),
    }
}

pub(crate) fn draw(
    context: &SheetContext,
    definition: &FigureDefinition,
    country: &str,
    lang: Lang,
) -> Result<Outcome, ReportError> {
    let Some(pick) = Pick::new(context, definition, country, lang) else {
        return Ok(Outcome::Missing(Missing {
            id: definition.id.clone(),
            number: definition.number,
            name: definition.name.get(lang).to_owned(),
            needs: definition.needs.get(lang).to_owned(),
        }));
    };
    let drawing = match definition.kind {
        Kind::DivergingBars => bars::draw(&pick)?,
        Kind::Shares => shares::draw(&pick)?,
        Kind::Ranking => places::ranking(&pick)?,
        Kind::Map => places::map(&pick)?,
        Kind::Trend => trend::draw(&pick)?,
        Kind::Amounts => amounts::draw(&pick)?,
        Kind::Panels => panels::draw(&pick)?,
    };
    Ok(Outcome::Drawn(Box::new(finish(&pick, drawing)?)))
}

/// Puts the words around a chart.
fn finish(pick: &Pick<'_>, drawing: Drawing) -> Result<Figure, ReportError> {
    let Pick { context, definition, words, .. } = *pick;
    let observations = || drawing.shown.iter().filter_map(|shown| shown.observation.as_ref());
    let sources = citations::behind(observations());
    let mut spec =
        ChartSpec::new(&definition.id, words.lang.as_str(), &pick.title()?, drawing.body)
            .subtitle(&pick.subtitle(&drawing.shown))
            .unit(&words.say(&format!("unit-{}", pick.indicator))?)
            .source_line(&citations::line(words, &context.record, &sources)?)
            .licence(&citations::licence(words, &context.record, &sources)?)
            .decimals(definition.decimals)
            .alt(&drawing.alt);
    if definition.kind != Kind::Panels {
        // The legend of panels says it.
        spec = spec.flagged_note(&words.say("flagged-note")?);
    }
    if context.record.demo {
        spec = spec.demo(&words.say("demo-label")?);
    }
    if matches!(definition.kind, Kind::Shares | Kind::Panels) {
        // The right side's shares are much smaller: each side has its own decimals.
        spec.decimals = None;
    }
    spec.notes = notes::of(pick, &drawing.shown, &sources)?;
    spec.notes.extend(drawing.breaks);
    Ok(Figure {
        id: definition.id.clone(),
        number: definition.number,
        name: definition.name.get(words.lang).to_owned(),
        country: pick.country.to_owned(),
        lang: words.lang,
        spec,
        shown: drawing.shown,
        kind: definition.kind,
        indicator: pick.indicator.to_owned(),
        decimals: usize::from(definition.decimals),
        edition: context.record.name.clone(),
        edition_id: context.record.id.clone(),
    })
}
