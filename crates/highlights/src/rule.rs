//! One rule: what is looked at, what it takes, how it is said.

use std::collections::BTreeMap;

use serde::Deserialize;
use sextant_definitions::{Family, Lang, Subject};
use toml::Spanned;

use crate::cell::Cell;
use crate::grammar::Grammar;
use crate::template::Template;

/// What a rule looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The subjects with the highest values.
    Highest,
    /// Subjects in which the place is ranked well.
    Rank,
    /// The subjects in which it is ranked best.
    BestRank,
    /// Subjects in which a value changed, or did not.
    Trend,
    /// In how many subjects a balance is above zero.
    Balance,
    /// The subject with the highest amount, with how many things it is the sum of.
    Amount,
    /// Subjects in which it makes better than it invents, or the other way round.
    Gap,
}

/// A form of a sentence, and the names of the places that it may have.
type FormPlaces = (&'static str, &'static [&'static str]);

impl Kind {
    /// The sentences that it can lead to.
    pub(crate) fn forms(self) -> &'static [FormPlaces] {
        match self {
            Self::Highest => &[("highest", &["items", "of-items", "year"])],
            Self::Rank => &[("rank", RANK), ("frontrunner", RANK)],
            Self::BestRank => &[("best", &["items", "year"])],
            Self::Trend => &[
                ("rises", TREND),
                ("falls", TREND),
                ("stable", TREND),
                ("rises-again", TURN),
                ("falls-again", TURN),
            ],
            Self::Balance => {
                &[("some", BALANCE), ("one", BALANCE), ("all", BALANCE), ("none", BALANCE)]
            }
            Self::Amount => &[("ranked", AMOUNT), ("plain", AMOUNT)],
            Self::Gap => &[("made", GAP), ("invented", GAP)],
        }
    }
}

/// Places that every sentence may have.
pub(crate) const COMMON: [&str; 3] = ["place", "of-place", "in-place"];

const RANK: &[&str] = &["subject", "of-subject", "value", "next", "ordinal", "of", "year"];
const TREND: &[&str] = &["subject", "of-subject", "from", "to", "first", "last"];
const TURN: &[&str] = &["subject", "of-subject", "from", "to", "first", "last", "middle", "turn"];
const BALANCE: &[&str] = &["subject", "of-subject", "value", "count", "total", "year"];
const AMOUNT: &[&str] = &["subject", "of-subject", "amount", "count", "first", "last", "rank"];
const GAP: &[&str] = &["subject", "of-subject", "made", "invented", "year"];

/// A rule.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Rule {
    /// Stable id.
    pub id: String,
    /// What it looks for.
    pub kind: Kind,
    /// Section of the sheet: patents, trade, production, investment.
    pub section: String,
    /// Sentences of higher importance come first.
    pub importance: u32,
    /// The indicator that it looks at.
    pub indicator: String,
    /// Of an amount: the indicator that counts what it is the sum of.
    #[serde(default)]
    pub counted_by: Option<String>,
    /// Of a gap: the indicators whose ranks it is the difference of.
    #[serde(default)]
    pub ranks_of: Option<[String; 2]>,
    /// Which subjects.
    pub subjects: Selection,
    /// How values are written.
    #[serde(default)]
    pub write: Write,
    /// What it takes for a sentence.
    #[serde(default)]
    pub limits: Limits,
    pub(crate) sentences: BTreeMap<Spanned<String>, Sentence>,
}

impl Rule {
    /// The sentence of a form, where it is written.
    pub(crate) fn sentence(&self, form: &str) -> Option<&Sentence> {
        self.sentences.iter().find(|(name, _)| name.get_ref() == form).map(|(_, text)| text)
    }
}

/// Which subjects a rule looks at.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Selection {
    /// `technology`, `ecosystem` or `product-group`.
    pub kind: String,
    /// Green or digital.
    #[serde(default)]
    pub family: Option<Family>,
    /// Which of parents and children.
    #[serde(default)]
    pub level: Level,
}

/// Which of parents and children: they hold the same families and goods, so sentences
/// that compare subjects take one or the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Those that are not part of another.
    #[default]
    Top,
    /// Those that have no parts.
    Leaf,
}

impl Selection {
    /// The subjects, in their order.
    pub(crate) fn of<'a>(&self, subjects: &'a [Subject]) -> Vec<&'a Subject> {
        let has_parts = |id: &str| subjects.iter().any(|s| s.parent.as_deref() == Some(id));
        let fits = |subject: &&Subject| {
            let level = match self.level {
                Level::Top => subject.parent.is_none(),
                Level::Leaf => !has_parts(&subject.id),
            };
            level
                && subject.kind.as_str() == self.kind
                && self.family.is_none_or(|family| subject.family == Some(family))
        };
        subjects.iter().filter(fits).collect()
    }
}

/// How values are written.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Write {
    /// Digits behind the decimal mark.
    pub decimals: usize,
    /// Whether what is above zero has a plus sign.
    #[serde(default)]
    pub signed: bool,
}

impl Default for Write {
    fn default() -> Self {
        Self { decimals: 1, signed: false }
    }
}

impl Write {
    /// A share in percent.
    pub(crate) fn percent(self, grammar: Grammar, value: f64) -> String {
        let numbers = grammar.numbers();
        let number = if self.signed {
            numbers.signed(value, self.decimals)
        } else {
            numbers.decimal(value, self.decimals)
        };
        grammar.percent(&number)
    }

    /// Whether two values read alike.
    pub(crate) fn alike(self, a: f64, b: f64) -> bool {
        let grammar = Grammar(Lang::En);
        self.percent(grammar, a) == self.percent(grammar, b)
    }
}

/// What it takes for a sentence. What is not given does not limit.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Limits {
    /// Most sentences, or most items of a list.
    pub most: usize,
    /// Fewest subjects to compare.
    pub subjects: usize,
    /// Least value, in the unit of the indicator.
    pub value: f64,
    /// Worst rank that is spoken of.
    pub rank: i32,
    /// Fewest ranked members for a frontrunner.
    pub ranked: i32,
    /// Fewest years between the ends of a trend.
    pub years: i32,
    /// Least change, as a part of the first value.
    pub relative_change: f64,
    /// Least change, in the unit of the indicator.
    pub change: f64,
    /// Widest departure from the first value that still is stable, as a part of it.
    pub relative_band: f64,
    /// The same in the unit of the indicator.
    pub band: f64,
    /// How many standard errors a difference must exceed; none where values are not
    /// shares of counts.
    pub standard_errors: Option<f64>,
    /// Least difference of ranks.
    pub places: i32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            most: 1,
            subjects: 3,
            value: 0.0,
            rank: i32::MAX,
            ranked: 20,
            years: 5,
            relative_change: 0.0,
            change: 0.0,
            relative_band: 0.0,
            band: 0.0,
            standard_errors: None,
            places: 1,
        }
    }
}

impl Limits {
    /// Whether a difference is more than chance.
    pub(crate) fn exceeds_noise(&self, a: &Cell, b: &Cell, difference: f64) -> bool {
        let Some(times) = self.standard_errors else { return true };
        crate::noise::of_difference(a, b).is_some_and(|noise| difference.abs() > times * noise)
    }
}

/// A sentence in every language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sentence {
    en: Spanned<Text>,
    nl: Spanned<Text>,
    fr: Spanned<Text>,
    zh: Spanned<Text>,
}

impl Sentence {
    pub(crate) fn text(&self, lang: Lang) -> &Spanned<Text> {
        match lang {
            Lang::En => &self.en,
            Lang::Nl => &self.nl,
            Lang::Fr => &self.fr,
            Lang::Zh => &self.zh,
        }
    }

    pub(crate) fn template(&self, lang: Lang) -> &Template {
        &self.text(lang).get_ref().0
    }
}

/// A template, read where it stands so that a mistake in it has a line.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Text(Template);

impl TryFrom<String> for Text {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Template::parse(&text).map(Self)
    }
}

impl Text {
    pub(crate) fn template(&self) -> &Template {
        &self.0
    }
}
