//! The shape of a file in `figures/`.

use serde::Deserialize;
use sextant_definitions::{Family, Names};

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FigureDefinition {
    /// The name of its file.
    pub(crate) id: String,
    /// Its number in the model's fact sheet.
    #[serde(default)]
    pub(crate) number: Option<u8>,
    /// Whether it is printed as well; those with a number are.
    #[serde(default)]
    pub(crate) printed: bool,
    /// The figure on paper whose place it takes where that cannot be drawn.
    #[serde(default)]
    pub(crate) stands_in_for: Option<String>,
    /// Whether it stands in fact sheets; otherwise only in the list and by itself.
    #[serde(default = "in_sheets")]
    pub(crate) sheet: bool,
    /// Its place in the fact sheet.
    pub(crate) order: u32,
    /// The part of the fact sheet it stands in: `section-*` of the messages.
    pub(crate) section: String,
    pub(crate) kind: Kind,
    /// The first of which the country has a value is shown.
    pub(crate) indicators: Vec<String>,
    /// A second indicator, shown beside the first.
    #[serde(default)]
    pub(crate) beside: Option<String>,
    /// Trends begin in this year, where they have values since.
    #[serde(default)]
    pub(crate) since: Option<i32>,
    pub(crate) subjects: SubjectRule,
    /// Geographies shown beside the country, in trends.
    #[serde(default)]
    pub(crate) compare: Vec<String>,
    /// Decimals of values, in the chart and in its table.
    pub(crate) decimals: u8,
    /// Ids in `notes.toml`.
    #[serde(default)]
    pub(crate) notes: Vec<String>,
    /// A few words for lists and links.
    pub(crate) name: Names,
    pub(crate) title: Names,
    pub(crate) subtitle: Names,
    /// Which data it needs, said where the edition has none.
    pub(crate) needs: Names,
}

fn in_sheets() -> bool {
    true
}

impl FigureDefinition {
    /// Whether it stands in the printed sheet, where figures of those ids are drawn.
    pub(crate) fn is_printed(&self, drawn: &[&str]) -> bool {
        let needed = self.stands_in_for.as_deref().is_some_and(|other| !drawn.contains(&other));
        self.printed || self.number.is_some() || needed && drawn.contains(&&*self.id)
    }
}

/// How values are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// One bar a subject, for one country and year.
    DivergingBars,
    /// Two bars a subject, for two shares of one country in one year.
    Shares,
    /// One bar a Member State, for one subject and year.
    Ranking,
    /// The same on a map.
    Map,
    /// One line a subject, or a geography, over all years.
    Trend,
    /// One bar a subject: money over a span of years, or in one.
    Amounts,
    /// Two small charts a subject, with intervals, over all years.
    Panels,
}

/// Which subjects are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct SubjectRule {
    /// All of this kind: `technology`, `ecosystem`, `product-group`.
    pub(crate) kind: Option<String>,
    /// Only technologies of this family.
    pub(crate) family: Option<Family>,
    /// Only technologies that are no part of another.
    pub(crate) top_level: bool,
    /// Only those for which trade is expected.
    pub(crate) traded: bool,
    /// Only those for which patents are expected.
    pub(crate) patented: bool,
    /// Only those for which production is expected.
    pub(crate) produced: bool,
    /// Only those for which investment is expected.
    pub(crate) invested: bool,
    /// These as well.
    pub(crate) also: Vec<String>,
    /// Instead of all of the above: the first of these with a value.
    pub(crate) first_of: Vec<String>,
}

/// A note that figures share.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Note {
    /// Only where one of these sources is behind a value.
    #[serde(default)]
    pub(crate) sources: Vec<String>,
    /// Only where one of these geographies is shown.
    #[serde(default)]
    pub(crate) geos: Vec<String>,
    /// Not where one of these geographies is shown.
    #[serde(default)]
    pub(crate) not_geos: Vec<String>,
    /// Only where several subjects are shown.
    #[serde(default)]
    pub(crate) several_subjects: bool,
    /// Only where patents are counted in the usual way, or only where they are not.
    #[serde(default)]
    pub(crate) usual_counting: Option<bool>,
    pub(crate) text: Names,
}
