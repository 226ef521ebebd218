//! The specification of one chart. `web/src/spec.ts` mirrors its JSON.

use serde::{Deserialize, Serialize};

use crate::body::ChartBody;

/// Width in pixels where a specification names none: at 2/3 scale, the text width of an A4 page.
pub const DEFAULT_WIDTH: u16 = 720;

/// What one chart shows and every word around it. Its height follows from its content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChartSpec {
    /// Letters a-z, digits and hyphens, starting with a letter. Unique within a page: the ids
    /// inside the SVG begin with it.
    pub id: String,
    /// `en`, `nl`, `fr` or `zh`: how numbers are written, and the few words charts add.
    pub lang: String,
    /// The heading.
    pub title: String,
    /// What, where and when, below the heading.
    #[serde(default)]
    pub subtitle: String,
    /// What the numbers are, written at the axis. Empty where the subtitle says it.
    #[serde(default)]
    pub unit: String,
    /// The last line, also kept in the metadata. The map's own credit is added by itself.
    #[serde(default)]
    pub source_line: String,
    /// Licence of the figure, kept in the metadata only.
    #[serde(default)]
    pub licence: Option<String>,
    /// Lines between chart and source, each beginning with its marker where it has one.
    #[serde(default)]
    pub notes: Vec<String>,
    /// What a hollow bar or point means; drawn before the notes when the chart has one.
    #[serde(default)]
    pub flagged_note: Option<String>,
    /// The words "Demo data" in the chart's language, drawn at the top right.
    #[serde(default)]
    pub demo: Option<String>,
    /// The chart in words, for readers who do not see it.
    pub alt: String,
    /// Decimals of values; without it, about three significant digits of the largest.
    #[serde(default)]
    pub decimals: Option<u8>,
    /// Width in pixels, 320 to 2000. Text keeps its size.
    #[serde(default = "default_width")]
    pub width: u16,
    /// For paper: the chart alone, from edge to edge and in close rows. The unit stays at the axis;
    /// title, subtitle, demo label, notes, what hollow marks mean and the source line are left to
    /// the page that sets them as text around it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub bare: bool,
    /// The chart itself.
    pub body: ChartBody,
}

fn default_width() -> u16 {
    DEFAULT_WIDTH
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

impl ChartSpec {
    /// A chart with a heading and nothing around it; `alt` must be given before it is drawn.
    #[must_use]
    pub fn new(id: &str, lang: &str, title: &str, body: ChartBody) -> Self {
        Self {
            id: id.to_owned(),
            lang: lang.to_owned(),
            title: title.to_owned(),
            subtitle: String::new(),
            unit: String::new(),
            source_line: String::new(),
            licence: None,
            notes: Vec::new(),
            flagged_note: None,
            demo: None,
            alt: String::new(),
            decimals: None,
            width: DEFAULT_WIDTH,
            bare: false,
            body,
        }
    }

    /// Sets the line below the heading.
    #[must_use]
    pub fn subtitle(mut self, subtitle: &str) -> Self {
        subtitle.clone_into(&mut self.subtitle);
        self
    }

    /// Sets what the numbers are.
    #[must_use]
    pub fn unit(mut self, unit: &str) -> Self {
        unit.clone_into(&mut self.unit);
        self
    }

    /// Sets the last line.
    #[must_use]
    pub fn source_line(mut self, source_line: &str) -> Self {
        source_line.clone_into(&mut self.source_line);
        self
    }

    /// Sets the licence kept in the metadata.
    #[must_use]
    pub fn licence(mut self, licence: &str) -> Self {
        self.licence = Some(licence.to_owned());
        self
    }

    /// Adds a note.
    #[must_use]
    pub fn note(mut self, note: &str) -> Self {
        self.notes.push(note.to_owned());
        self
    }

    /// Sets what hollow marks mean.
    #[must_use]
    pub fn flagged_note(mut self, note: &str) -> Self {
        self.flagged_note = Some(note.to_owned());
        self
    }

    /// Marks the chart as demo data, in the given words.
    #[must_use]
    pub fn demo(mut self, label: &str) -> Self {
        self.demo = Some(label.to_owned());
        self
    }

    /// Sets the chart in words.
    #[must_use]
    pub fn alt(mut self, alt: &str) -> Self {
        alt.clone_into(&mut self.alt);
        self
    }

    /// Sets the decimals of values.
    #[must_use]
    pub fn decimals(mut self, decimals: u8) -> Self {
        self.decimals = Some(decimals);
        self
    }

    /// Sets the width in pixels.
    #[must_use]
    pub fn width(mut self, width: u16) -> Self {
        self.width = width;
        self
    }

    /// Draws the chart alone, for a page that sets the words around it.
    #[must_use]
    pub fn bare(mut self) -> Self {
        self.bare = true;
        self
    }
}
