//! A figure's numbers, for those who want to go on with them.

use serde::Serialize;
use sextant_monitor::Observation;

use super::{Figure, Shown};
use crate::ReportError;

/// A figure as JSON: its words, and the observations behind it.
#[derive(Serialize)]
struct FigureData<'a> {
    figure: &'a str,
    number: Option<u8>,
    title: &'a str,
    subtitle: &'a str,
    unit: &'a str,
    notes: &'a [String],
    source: &'a str,
    licence: &'a str,
    country: &'a str,
    lang: &'static str,
    edition: &'a str,
    edition_id: &'a str,
    demo: bool,
    values: Vec<Value<'a>>,
}

#[derive(Serialize)]
struct Value<'a> {
    subject: &'a str,
    subject_name: &'a str,
    geo: &'a str,
    geo_name: &'a str,
    observation: Option<&'a Observation>,
}

impl<'a> From<&'a Shown> for Value<'a> {
    fn from(shown: &'a Shown) -> Self {
        let Shown { subject, subject_name, geo, geo_name, observation } = shown;
        Self { subject, subject_name, geo, geo_name, observation: observation.as_ref() }
    }
}

/// The columns of a figure as CSV.
const COLUMNS: [&str; 23] = [
    "figure",
    "indicator",
    "geo",
    "geo_name",
    "subject",
    "subject_name",
    "period",
    "value",
    "lower",
    "upper",
    "unit",
    "numerator",
    "denominator",
    "n",
    "status",
    "rank",
    "ranked_of",
    "sources",
    "edition",
    "demo",
    "title",
    "source",
    "licence",
];

impl Figure {
    /// The figure's words and observations as JSON.
    ///
    /// # Errors
    /// Never in practice: everything in a figure can be written.
    pub fn json(&self) -> Result<String, ReportError> {
        let data = FigureData {
            figure: &self.id,
            number: self.number,
            title: &self.spec.title,
            subtitle: &self.spec.subtitle,
            unit: &self.spec.unit,
            notes: &self.spec.notes,
            source: &self.spec.source_line,
            licence: self.licence(),
            country: &self.country,
            lang: self.lang.as_str(),
            edition: &self.edition,
            edition_id: &self.edition_id,
            demo: self.spec.demo.is_some(),
            values: self.shown.iter().map(Value::from).collect(),
        };
        let json = serde_json::to_string_pretty(&data);
        json.map(|json| json + "\n").map_err(|error| ReportError::Page(error.to_string()))
    }

    /// The figure's values as CSV, one row a value, missing ones included. Floats are
    /// in the shortest form that reads back the same.
    ///
    /// # Errors
    /// Never in practice: everything in a figure can be written.
    pub fn csv(&self) -> Result<String, ReportError> {
        let failed = |error: csv::Error| ReportError::Page(error.to_string());
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(COLUMNS).map_err(failed)?;
        for shown in &self.shown {
            writer.write_record(self.record(shown)).map_err(failed)?;
        }
        let bytes = writer.into_inner().map_err(|error| failed(error.into_error().into()))?;
        String::from_utf8(bytes).map_err(|error| ReportError::Page(error.to_string()))
    }

    fn licence(&self) -> &str {
        self.spec.licence.as_deref().unwrap_or_default()
    }

    fn record(&self, shown: &Shown) -> [String; 23] {
        let o = shown.observation.as_ref();
        let text = |of: fn(&Observation) -> &str| o.map_or_else(String::new, |o| of(o).to_owned());
        [
            self.id.clone(),
            o.map_or_else(|| self.indicator.clone(), |o| o.indicator.clone()),
            shown.geo.clone(),
            shown.geo_name.clone(),
            shown.subject.clone(),
            shown.subject_name.clone(),
            text(|o| &o.period),
            number(o.and_then(|o| o.value)),
            number(o.and_then(|o| o.lower)),
            number(o.and_then(|o| o.upper)),
            text(|o| &o.unit),
            number(o.and_then(|o| o.numerator)),
            number(o.and_then(|o| o.denominator)),
            number(o.and_then(|o| o.n)),
            text(|o| &o.status),
            number(o.and_then(|o| o.rank)),
            number(o.and_then(|o| o.ranked_of)),
            text(|o| &o.sources),
            self.edition.clone(),
            self.spec.demo.is_some().to_string(),
            self.spec.title.clone(),
            self.spec.source_line.clone(),
            self.licence().to_owned(),
        ]
    }
}

fn number<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}
