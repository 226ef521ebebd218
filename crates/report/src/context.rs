//! Everything that pages and figures are made from, read once.

use std::collections::BTreeMap;

use sextant_charts::Renderer;
use sextant_definitions::{Definitions, GeoCode, GeoKind, Lang, Subject};
use sextant_monitor::edition::EditionRecord;
use sextant_monitor::{Contributor, Edition, Observation};

use crate::ReportError;
use crate::cube::{Cube, Intake};
use crate::dashboard;
use crate::draw::Figure;
use crate::figures::Catalogue;
use crate::words::Words;

/// Code of the 27 Member States together.
pub(crate) const EU27: &str = "EU27";

/// An edition, its definitions, and the means to show them. Serves any number of
/// threads at once.
pub struct SheetContext {
    pub(crate) record: EditionRecord,
    pub(crate) definitions: Definitions,
    pub(crate) cube: Cube,
    pub(crate) catalogue: Catalogue,
    pub(crate) sentences: sextant_highlights::Rules,
    pub(crate) dashboard: Vec<dashboard::Column>,
    pub(crate) renderer: Renderer,
    pub(crate) pages: sextant_pdf::Renderer,
    pub(crate) subjects: Vec<Subject>,
    words: Vec<Words>,
    /// By topic, geography and subject.
    contributors: BTreeMap<(String, String, String), Vec<Contributor>>,
    /// Codes of what can have a fact sheet: countries and the EU27, with a value.
    places: Vec<String>,
}

impl SheetContext {
    /// Reads an edition's cube into memory.
    ///
    /// # Errors
    /// When the edition cannot be read.
    pub fn open(edition: &Edition, definitions: Definitions) -> Result<Self, ReportError> {
        let mut intake = Intake::new();
        edition.each_observation(|observation| intake.take(observation))?;
        let cube = intake.cube(definitions.geographies.eu27());
        let context = Self::of(edition.record.clone(), cube, definitions)?;
        Ok(context.with_contributors(edition.contributors()?))
    }

    /// Takes observations from elsewhere, for example a cube made by hand.
    ///
    /// # Errors
    /// When the program was built with a wrong figure or message file, which the tests
    /// of this crate exclude.
    pub fn new(
        record: EditionRecord,
        observations: &[Observation],
        definitions: Definitions,
    ) -> Result<Self, ReportError> {
        let cube = Cube::new(observations, definitions.geographies.eu27());
        Self::of(record, cube, definitions)
    }

    fn of(
        record: EditionRecord,
        cube: Cube,
        definitions: Definitions,
    ) -> Result<Self, ReportError> {
        let places = places(&cube, &definitions);
        Ok(Self {
            record,
            cube,
            catalogue: Catalogue::builtin()?,
            sentences: sextant_highlights::Rules::builtin()?,
            dashboard: dashboard::builtin()?,
            renderer: Renderer::new()?,
            pages: sextant_pdf::Renderer::new()?,
            subjects: definitions.subjects(),
            words: Lang::ALL.into_iter().map(Words::builtin).collect::<Result<_, _>>()?,
            contributors: BTreeMap::new(),
            places,
            definitions,
        })
    }

    /// Adds who and what contributes most, in the order of the edition.
    #[must_use]
    pub fn with_contributors(mut self, contributors: Vec<Contributor>) -> Self {
        for one in contributors {
            let key = (one.topic.clone(), one.geo.clone(), one.subject.clone());
            self.contributors.entry(key).or_default().push(one);
        }
        self
    }

    /// The largest contributors to a subject, the largest first.
    pub(crate) fn contributors(&self, topic: &str, geo: &str, subject: &str) -> &[Contributor] {
        let key = (topic.to_owned(), geo.to_owned(), subject.to_owned());
        self.contributors.get(&key).map_or(&[], Vec::as_slice)
    }

    /// What the edition was made of.
    #[must_use]
    pub fn record(&self) -> &EditionRecord {
        &self.record
    }

    /// The cube.
    #[must_use]
    pub fn cube(&self) -> &Cube {
        &self.cube
    }

    /// Codes of what can have a fact sheet, sorted: the Member States, whether the
    /// edition knows them or not, and every country and the EU27 with a value.
    #[must_use]
    pub fn places(&self) -> &[String] {
        &self.places
    }

    /// A figure's picture, with every word around it.
    ///
    /// # Errors
    /// When the chart cannot be drawn.
    pub fn svg(&self, figure: &Figure) -> Result<String, ReportError> {
        Ok(self.renderer.svg(&figure.spec)?)
    }

    /// The same as PNG, of `scale` pixels per pixel of the chart's width.
    ///
    /// # Errors
    /// When the chart cannot be drawn, or the scale is not one.
    pub fn png(&self, figure: &Figure, scale: f32) -> Result<Vec<u8>, ReportError> {
        Ok(self.renderer.png(&figure.spec, scale)?)
    }

    pub(crate) fn words(&self, lang: Lang) -> &Words {
        let found = self.words.iter().find(|words| words.lang == lang);
        found.unwrap_or(&self.words[0])
    }

    /// The code as the edition writes it, whatever the case it was asked for in.
    ///
    /// # Errors
    /// [`ReportError::UnknownCountry`] when the edition knows nothing about it.
    pub fn place(&self, country: &str) -> Result<&str, ReportError> {
        let found = self.places.iter().find(|code| code.eq_ignore_ascii_case(country));
        found.map(String::as_str).ok_or_else(|| ReportError::UnknownCountry {
            country: country.into(),
            edition: self.record.name.clone(),
            known: self.places.join(", "),
        })
    }

    pub(crate) fn place_name(&self, code: &str, lang: Lang) -> String {
        let found = self.definitions.geographies.by_code(code);
        found.map_or_else(|| code.to_owned(), |geography| geography.names.get(lang).to_owned())
    }

    /// Codes of the 27 Member States.
    pub fn members(&self) -> impl Iterator<Item = &str> {
        self.definitions.geographies.eu27().iter().map(GeoCode::as_str)
    }

    pub(crate) fn subject(&self, id: &str) -> Option<&Subject> {
        self.subjects.iter().find(|subject| subject.id == id)
    }
}

fn places(cube: &Cube, definitions: &Definitions) -> Vec<String> {
    let geographies = &definitions.geographies;
    let is_place = |code: &&str| {
        let kind = geographies.by_code(code).map(|geography| geography.kind);
        *code == EU27 || matches!(kind, Some(GeoKind::Country | GeoKind::Historical))
    };
    let known = cube.geographies();
    let mut places: Vec<String> = known.into_iter().filter(is_place).map(str::to_owned).collect();
    places.extend(geographies.eu27().iter().map(ToString::to_string));
    places.sort();
    places.dedup();
    places
}
