//! Sentences with places to fill.
//!
//! `{subject}` is filled with what the finding knows by that name; `{count:round|rounds}`
//! is one of the two words, by the number that `count` stands for.

use std::collections::BTreeMap;

use sextant_definitions::Lang;

/// What fills a place: how it reads, and the number that words around it agree with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) text: String,
    pub(crate) number: u64,
}

impl Slot {
    /// Something in the singular.
    pub(crate) fn one(text: impl Into<String>) -> Self {
        Self::of(text, 1)
    }

    /// Something that stands for a number of things.
    pub(crate) fn of(text: impl Into<String>, number: u64) -> Self {
        Self { text: text.into(), number }
    }
}

/// What fills the places of one sentence.
pub(crate) type Slots = BTreeMap<&'static str, Slot>;

/// A sentence with places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Template(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Place(String),
    Agreeing { with: String, one: String, other: String },
}

impl Template {
    /// Reads a sentence. An error is a full sentence.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once('{') {
            push_text(before, &mut parts)?;
            let inside = behind.split_once('}').ok_or("A `{` has no `}`.")?;
            parts.push(place(inside.0)?);
            rest = inside.1;
        }
        push_text(rest, &mut parts)?;
        Ok(Self(parts))
    }

    /// Names of its places.
    pub(crate) fn places(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|part| match part {
            Part::Text(_) => None,
            Part::Place(name) | Part::Agreeing { with: name, .. } => Some(name.as_str()),
        })
    }

    /// Whether words depend on a number, which Chinese words do not.
    pub(crate) fn agrees(&self) -> bool {
        self.0.iter().any(|part| matches!(part, Part::Agreeing { .. }))
    }

    /// The sentence, beginning with a capital; none where a place has nothing to fill it.
    pub(crate) fn render(&self, lang: Lang, slots: &Slots) -> Option<String> {
        let mut text = String::new();
        for part in &self.0 {
            match part {
                Part::Text(words) => text.push_str(words),
                Part::Place(name) => text.push_str(&slots.get(name.as_str())?.text),
                Part::Agreeing { with, one, other } => {
                    let singular = is_singular(lang, slots.get(with.as_str())?.number);
                    text.push_str(if singular { one } else { other });
                }
            }
        }
        Some(capitalised(&text))
    }
}

fn push_text(text: &str, parts: &mut Vec<Part>) -> Result<(), String> {
    if text.contains('}') {
        return Err("A `}` has no `{`.".into());
    }
    if !text.is_empty() {
        parts.push(Part::Text(text.to_owned()));
    }
    Ok(())
}

fn place(inside: &str) -> Result<Part, String> {
    let Some((name, words)) = inside.split_once(':') else {
        return Ok(Part::Place(inside.to_owned()));
    };
    let (one, other) =
        words.split_once('|').ok_or_else(|| format!("`{{{inside}}}` has no second word."))?;
    let owned = |text: &str| text.to_owned();
    Ok(Part::Agreeing { with: owned(name), one: owned(one), other: owned(other) })
}

/// Whether the language uses the singular for a number: French does for zero as well.
pub(crate) fn is_singular(lang: Lang, number: u64) -> bool {
    match lang {
        Lang::En | Lang::Nl => number == 1,
        Lang::Fr => number <= 1,
        Lang::Zh => true,
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(lang: Lang, template: &str, number: u64) -> Option<String> {
        let slots = Slots::from([("count", Slot::of(number.to_string(), number))]);
        Template::parse(template).unwrap().render(lang, &slots)
    }

    #[test]
    fn words_agree_with_numbers() {
        let english = |number| rendered(Lang::En, "in {count} {count:round|rounds}", number);
        assert_eq!(english(0).unwrap(), "In 0 rounds");
        assert_eq!(english(1).unwrap(), "In 1 round");
        assert_eq!(english(21).unwrap(), "In 21 rounds");
        let dutch = |number| rendered(Lang::Nl, "in {count} {count:ronde|rondes}", number);
        assert_eq!(
            (dutch(1).unwrap(), dutch(0).unwrap()),
            ("In 1 ronde".into(), "In 0 rondes".into())
        );
        let french = |number| rendered(Lang::Fr, "{count} {count:levée|levées}", number);
        assert_eq!((french(0).unwrap(), french(2).unwrap()), ("0 levée".into(), "2 levées".into()));
    }

    #[test]
    fn sentences_begin_with_a_capital() {
        assert_eq!(rendered(Lang::Fr, "énergie", 1).unwrap(), "Énergie");
        assert_eq!(rendered(Lang::Zh, "比利时", 1).unwrap(), "比利时");
    }

    #[test]
    fn what_cannot_be_filled_is_not_said() {
        assert_eq!(rendered(Lang::En, "in {year}", 1), None);
        assert!(Template::parse("in {year").unwrap_err().contains("no `}`"));
        assert!(Template::parse("in year}").unwrap_err().contains("no `{`"));
        assert!(Template::parse("{count:round}").unwrap_err().contains("second word"));
    }
}
